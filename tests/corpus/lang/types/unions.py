# int | str.
def t(e):
    try: print(e, '=>', repr(eval(e)))
    except Exception as x: print(e, '=>', type(x).__name__, x)
class A: pass
class M(type): pass
class B(A, metaclass=M): pass
for e in ["int | str", "int | None", "None | int", "int | str | int", "int | int", "(int | str).__args__", "int | str == str | int", "hash(int|str) == hash(str|int)", "A | B", "B | None", "isinstance(1, int | str)", "isinstance(1.5, int | str)", "isinstance(None, int | None)", "issubclass(bool, int | str)", "issubclass(1, int|str)", "int | 5", "5 | int", "'a' | int", "list[int] | None", "isinstance([], list[int] | None)", "issubclass(list, list[int]|int)", "type(int | str)", "type(int|str).__name__", "type(int|str).__module__", "(int|str).__parameters__", "(int|str)[int]", "int | str != int | float", "(int|str) | (str|float)", "int.__or__", "type.__or__(int, str)", "type.__or__(int, 5)", "{int|str: 1}[str|int]", "(int|str).foo", "(int | str)()", "(int|str) + 1", "bool(int|str)", "isinstance(1, (str, int | float))", "dict | list", "int | list[str]"]:
    t(e)


class Meta2(type):
    def __or__(cls, other):
        return 'own or'

    def __instancecheck__(cls, obj):
        return obj == 'magic'


class Q(metaclass=Meta2):
    pass


print(Q | int, int | Q, isinstance('magic', int | Q), isinstance(5, str | Q))
U = int | str | None
print([isinstance(v, U) for v in (1, 'a', None, 1.5, [])])
print(U | float, float | U, U == (None | str | int), len(U.__args__))


def annotated(x: int | None, y: "str | int" = 1) -> list[int] | None:
    return x


print(annotated.__annotations__)
try:
    U.__args__ = ()
except AttributeError as e:
    print(e)
try:
    type(U)(int, str)
except TypeError as e:
    print(e)
