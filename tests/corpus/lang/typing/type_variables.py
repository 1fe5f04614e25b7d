"""TypeVar, ParamSpec, TypeVarTuple: attributes, substitution, and errors."""
import typing
from typing import (
    AnyStr, Callable, Concatenate, Dict, Generic, List, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
    Tuple, TypeVar, TypeVarTuple, Union, Unpack,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


T = TypeVar("T")
K_co = TypeVar("K_co", covariant=True)
V_contra = TypeVar("V_contra", contravariant=True)
N = TypeVar("N", bound=float)
S = TypeVar("S", str, bytes)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

for variable in (T, K_co, V_contra, N, S, AnyStr, P):
    print(variable, variable.__name__, variable.__bound__, variable.__covariant__,
          variable.__contravariant__, getattr(variable, "__constraints__", "-"))
print(Ts, Ts.__name__, [*Ts], Unpack[Ts])
print(P.args, P.kwargs, P.args.__origin__ is P, P.args == ParamSpecArgs(P), P.kwargs == P.kwargs)
print(type(P.args).__name__, type(P.kwargs) is ParamSpecKwargs, P.args == P.kwargs)

print("substitution")
print(List[T][int], Dict[T, List[T]][str], Dict[str, T][T], Union[T, int][str], Union[T, int][int])
print(Callable[P, T][[int, str], bool], Callable[P, int][...], Callable[Concatenate[int, P], T][[str], None])
print(Tuple[T, S][int, str], Tuple[Unpack[Ts]][int, str], Tuple[Unpack[Ts]][()])
print(Tuple[int, Unpack[Ts], str][bytes, float])
print(Dict[T, S].__parameters__, Callable[P, T].__parameters__, List[int].__parameters__)

attempt("List[int][str]", lambda: List[int][str])
attempt("Dict[T, S][int]", lambda: Dict[T, S][int])
attempt("List[T][int, str]", lambda: List[T][int, str])
attempt("Callable[P, T][int]", lambda: Callable[P, T][int])
attempt("Callable[P, T][int, str]", lambda: Callable[P, T][int, str])
attempt("Tuple[T, Ts][()]", lambda: Tuple[T, Unpack[Ts]][()])

print("errors")
attempt("both variances", lambda: TypeVar("X", covariant=True, contravariant=True))
attempt("one constraint", lambda: TypeVar("X", int))
attempt("constraint and bound", lambda: TypeVar("X", int, str, bound=int))
attempt("bound of no type", lambda: TypeVar("X", bound=3))
attempt("no name", lambda: TypeVar())
attempt("Generic of int", lambda: Generic[int])
attempt("Generic of T, T", lambda: Generic[T, T])
attempt("Generic of nothing", lambda: Generic[()])
attempt("ParamSpec", lambda: ParamSpec("Q", bound=3))
attempt("ParamSpec both", lambda: ParamSpec("Q", covariant=True, contravariant=True))
attempt("TypeVarTuple", lambda: TypeVarTuple())
attempt("T()", lambda: T())
attempt("isinstance", lambda: isinstance(1, T))
attempt("ParamSpecArgs", lambda: ParamSpecArgs())
attempt("ParamSpecKwargs", lambda: ParamSpecKwargs())
for variable in (T, P, Ts, P.args, P.kwargs, TypeVar, ParamSpec, TypeVarTuple):
    attempt(f"subclass of {variable}", lambda: type("C", (variable,), {}))
