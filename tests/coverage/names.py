"""Which public names CPython 3.11 has, and how they are recognised when a program uses them."""

import ast
import builtins
import importlib
import keyword
import types

TYPES = [int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set,
         frozenset, range, slice, object, type, property, classmethod, staticmethod, super,
         BaseException, BaseExceptionGroup, OSError, ImportError, NameError, AttributeError,
         SyntaxError, StopIteration, SystemExit, UnicodeEncodeError, UnicodeDecodeError,
         UnicodeTranslateError]
NAMED_TYPES = {
    "function": types.FunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "async_generator": types.AsyncGeneratorType,
    "mappingproxy": types.MappingProxyType,
    "dict_keys": type({}.keys()),
    "dict_items": type({}.items()),
    "dict_values": type({}.values()),
}
MODULES = """math cmath sys builtins time json re random collections collections.abc itertools
functools operator string struct binascii base64 hashlib hmac io codecs copy copyreg heapq bisect
enum dataclasses typing abc numbers __future__ contextlib contextvars types inspect warnings errno
os os.path traceback gc weakref atexit array keyword unicodedata asyncio threading queue
concurrent.futures""".split()


def public(names):
    return [name for name in names if not name.startswith("_")]


def exported(module):
    """The names that `from module import *` brings, modules left out."""
    listed = getattr(module, "__all__", None) or public(vars(module))
    return [name for name in listed
            if not keyword.iskeyword(name)
            and not isinstance(getattr(module, name, None), types.ModuleType)]


MODULE = {name: importlib.import_module(name) for name in MODULES}
TYPE = {cls.__name__: cls for cls in TYPES} | NAMED_TYPES


def method(cls, name):
    """`list.append` for a built-in type of the table, else None."""
    if TYPE.get(cls.__name__) is cls and not name.startswith("_"):
        return f"{cls.__name__}.{name}"
    return None


def wanted():
    """Every name, and whether it must be seen failing as well: callables must."""
    table = {}
    for title, cls in TYPE.items():
        for name, value in vars(cls).items():
            if not name.startswith("_"):
                plain = isinstance(value, (types.GetSetDescriptorType, types.MemberDescriptorType,
                                           property))
                table[f"{title}.{name}"] = not plain
    for title, module in MODULE.items():
        for name in exported(module):
            table[f"{title}.{name}"] = callable(getattr(module, name, None))
    return table


def functions_by_code():
    """The code objects of functions that modules export, with the names they go by."""
    table = {}
    for title, module in MODULE.items():
        for name in exported(module):
            value = getattr(module, name, None)
            if isinstance(value, type):
                for special in ("__new__", "__init__"):
                    value_of = getattr(value, special)
                    if value_of.__qualname__ == f"{value.__name__}.{special}":
                        note(table, value_of, f"{title}.{name}")
            else:
                note(table, value, f"{title}.{name}")
    return table


def note(table, function, name):
    for _ in range(10):
        code = getattr(function, "__code__", None)
        if code is not None:
            table.setdefault(code, set()).add(name)
        function = getattr(function, "__wrapped__", None)
        if function is None:
            break


def callables_by_id():
    """Built-in functions that modules export, by identity."""
    table = {}
    for title, module in MODULE.items():
        for name in exported(module):
            value = getattr(module, name, None)
            if isinstance(value, types.BuiltinFunctionType):
                table.setdefault(id(value), f"{title}.{name}")
    return table


SPELLING = {}
for _name in wanted():
    SPELLING.setdefault(_name.rsplit(".", 1)[-1], set()).add(_name)


def by_spelling(name):
    """The names whose last part is that of a message like `name() takes ...`."""
    parts = name.split(".")
    if parts[-1] in ("__init__", "__new__") and len(parts) > 1:
        parts.pop()
    found = SPELLING.get(parts[-1], set())
    return {one for one in found if one.split(".")[0] in MODULE or len(parts) < 2
            or one.split(".")[-2] == parts[-2]}


class Written(ast.NodeVisitor):
    """What can be seen in the text of a program: names of modules, attributes, the built-ins."""

    CHECKERS = {"attempt", "check", "expect", "fails", "raises", "error", "errors", "show", "try_"}

    def __init__(self, source):
        self.modules, self.alias = {}, {}
        self.used, self.failed, self.nodes = set(), set(), set()
        self.attributes = set()
        self.guarded = 0
        self.visit(ast.parse(source))

    def add(self, name):
        self.used.add(name)
        if self.guarded:
            self.failed.add(name)

    def visit(self, node):
        self.nodes.add(type(node).__name__)
        super().visit(node)

    def visit_Import(self, node):
        for one in node.names:
            self.modules[one.asname or one.name] = one.name
            if not one.asname:
                parts = one.name.split(".")
                for count in range(1, len(parts)):
                    self.modules[".".join(parts[:count])] = ".".join(parts[:count])
        self.generic_visit(node)

    def visit_ImportFrom(self, node):
        for one in node.names:
            if one.name == "*" and node.module in MODULE:
                for name in exported(MODULE[node.module]):
                    self.alias[name] = f"{node.module}.{name}"
                continue
            full = f"{node.module}.{one.name}"
            if full in MODULE:
                self.modules[one.asname or one.name] = full
            else:
                self.alias[one.asname or one.name] = full
        self.generic_visit(node)

    def visit_Name(self, node):
        if node.id in self.alias:
            self.add(self.alias[node.id])
        elif hasattr(builtins, node.id):
            self.add(f"builtins.{node.id}")
        self.generic_visit(node)

    def visit_Attribute(self, node):
        self.attributes.add(node.attr)
        owner = ast.unparse(node.value)
        if owner in self.modules:
            self.add(f"{self.modules[owner]}.{node.attr}")
        if owner in TYPE:
            self.add(f"{owner}.{node.attr}")
        self.generic_visit(node)

    def visit_Try(self, node):
        self.guarded += 1
        for one in node.body:
            self.visit(one)
        for one in node.handlers:
            self.visit(one)
        self.guarded -= 1
        for one in node.orelse + node.finalbody:
            self.visit(one)

    visit_TryStar = visit_Try

    def visit_Raise(self, node):
        self.guarded += 1
        self.generic_visit(node)
        self.guarded -= 1

    def visit_Call(self, node):
        called = ast.unparse(node.func).rsplit(".", 1)[-1]
        inside = called in self.CHECKERS
        self.visit(node.func)
        self.guarded += inside
        for one in [*node.args, *node.keywords]:
            self.visit(one)
        self.guarded -= inside
