"""get_annotations, formatannotation, formatannotationrelativeto: texts and what they mean."""
import functools
import inspect
import types
from typing import Callable, List, Optional


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Model:
    name: str
    parent: "Model"
    sizes: "List[int]" = []

    def copy(self, deep: "bool" = False) -> "Model": ...


class Empty(Model):
    pass


def work(a: int, b: "Optional[str]", *c: "2 + 3", d=1) -> None: ...


@functools.wraps(work)
def wrapped(*args): ...


print(inspect.get_annotations(Model))
print(inspect.get_annotations(Model, eval_str=True))
print(inspect.get_annotations(Empty), inspect.get_annotations(Model.copy, eval_str=True))
print(inspect.get_annotations(work), inspect.get_annotations(work, eval_str=True))
print(inspect.get_annotations(wrapped, eval_str=True), inspect.get_annotations(len))
first = inspect.get_annotations(work)
first["a"] = "changed"
print(work.__annotations__["a"], inspect.get_annotations(work) is work.__annotations__)
module = types.ModuleType("made")
exec("x: 'int' = 1\ny: undefined_later if 0 else str\ndef f(z: 'x'): ...", module.__dict__)
print(inspect.get_annotations(module), inspect.get_annotations(module, eval_str=True))
print(inspect.get_annotations(module.f, eval_str=True))
print(inspect.get_annotations(module.f, globals={"x": "given"}, eval_str=True))
print(inspect.get_annotations(module.f, locals={"x": "local"}, eval_str=True))

attempt("unknown name", lambda: inspect.get_annotations(module.f, globals={}, eval_str=True))
attempt("a number", lambda: inspect.get_annotations(5))
attempt("a text", lambda: inspect.get_annotations("text"))


class Odd:
    __annotations__ = ["no", "dict"]


class Broken:
    x: "1 +"


attempt("a list", lambda: inspect.get_annotations(Odd))
attempt("no expression", lambda: inspect.get_annotations(Broken, eval_str=True))
print(inspect.get_annotations(Broken))
partial = functools.partial(work, 1)
attempt("a partial", lambda: inspect.get_annotations(partial))

print("as text")
for annotation in (int, "int", Model, List[int], Optional[Model], list[int], int | None, Callable[[int], str],
                   None, 5, types.ModuleType, inspect.Parameter, ...):
    print("  ", inspect.formatannotation(annotation), "|", inspect.formatannotation(annotation, "__main__"))
relative = inspect.formatannotationrelativeto(Model)
print(relative(Model), relative(inspect.Signature), relative(int), relative("Model"))
print(inspect.formatannotationrelativeto(5)(Model))
attempt("formatannotation", lambda: inspect.formatannotation())
attempt("formatannotationrelativeto", lambda: inspect.formatannotationrelativeto())
attempt("the text of nothing", lambda: relative())
