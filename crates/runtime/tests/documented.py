# Walks the built-in names, types and every module of the library, and collects in `missing` what
# has no docstring where CPython 3.11 has one; in `stale` the exceptions that are none.
import sys
import types

# Patterns of what CPython leaves without a docstring as well, or describes nowhere.
EXCEPTIONS = """
code.co_*
builtins.ExceptionGroup
binascii.Error
binascii.Incomplete
struct.error
weakref.Weak*Dictionary.*
collections.*.get
collections.*.fromkeys
collections.OrderedDict.items
collections.OrderedDict.keys
collections.OrderedDict.values
codecs.*_encode
codecs.*_decode
copyreg.pickle_*
types.DynamicClassAttribute.*ter
io.UnsupportedOperation
io.IncrementalNewlineDecoder.*
io.StringIO.flush
os.fdopen
re.Scanner.scan
reprlib.Repr.repr_*
threading.BrokenBarrierError
threading.Timer.run
typing.IO.*
""".split()

missing = []
used = set()
seen = set()
count = 0


def matches(name, pattern):
    parts = pattern.split('*')
    if not name.startswith(parts[0]) or not name.endswith(parts[-1]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        at = name.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(parts) > 1 and at <= len(name) - len(parts[-1]) or name == pattern


def check(name, value):
    global count
    count += 1
    doc = getattr(value, '__doc__', None)
    if isinstance(doc, str) and doc.strip():
        return
    for pattern in EXCEPTIONS:
        if matches(name, pattern):
            used.add(pattern)
            return
    missing.append(name)


NATIVE = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
          types.ClassMethodDescriptorType)


def walk_class(title, cls):
    if cls in seen:
        return
    seen.add(cls)
    for name in sorted(vars(cls)):
        value = vars(cls)[name]
        if name.startswith('_'):
            # Special methods of natives say what they do; those of scripts need not.
            if name.startswith('__') and isinstance(value, NATIVE):
                check(f'{title}.{name}', value)
            continue
        value = getattr(value, '__func__', value)
        if isinstance(value, type):
            check(f'{title}.{name}', value)
            walk_class(f'{title}.{name}', value)
        elif callable(value) and isinstance(value, NATIVE + (types.FunctionType,)):
            check(f'{title}.{name}', value)


def walk_module(title, module):
    for name in sorted(vars(module)):
        value = vars(module)[name]
        home = getattr(value, '__module__', None)
        if name.startswith('_') or home != title and home in names:
            # What another public module defines is looked at there.
            continue
        if isinstance(value, type):
            check(f'{title}.{name}', value)
            walk_class(f'{title}.{name}', value)
        elif isinstance(value, NATIVE + (types.FunctionType,)):
            check(f'{title}.{name}', value)


SKIPPED = {'antigravity', 'this'}
names = ['builtins', 'collections.abc', 'concurrent.futures', 'json.decoder', 'json.encoder']
names += ['os']
names += sorted(name for name in sys.stdlib_module_names if not name.startswith('_'))
modules = 0
for name in dict.fromkeys(names):
    if name in SKIPPED:
        continue
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    modules += 1
    walk_module(name, sys.modules[name])

# Types that have no public name.
async def _coroutine():
    pass
_made = _coroutine()
for value in [iter([]), iter({}), {}.keys(), {}.values(), {}.items(), (x for x in ()), _made, ..., None,
              NotImplemented, types.MappingProxyType({}), walk_class, [].append, int | str, list[int],
              sys._getframe(), walk_class.__code__, 1 .__add__, str.join, reversed([]),
              iter(range(3)), types.SimpleNamespace()]:
    walk_class(type(value).__name__, type(value))
_made.close()

stale = [pattern for pattern in EXCEPTIONS if pattern not in used]
report = '\n'.join(missing + [f'stale: {pattern}' for pattern in stale])
