"""Modules made by hand and put into sys.modules: attributes, __getattr__, __path__, reload-like changes, refusals."""
import sys
import types


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


made = types.ModuleType('made', 'A module made by hand.')
exec('value = 1\n_hidden = 2\n__all__ = ["value", "lazy"]\ndef __getattr__(name):\n    if name == "lazy":\n        return "computed"\n    raise AttributeError(f"made has no {name}")\ndef __dir__():\n    return ["b", "a"]\n', vars(made))
sys.modules['made'] = made
import made as again
from made import lazy, value as renamed
from made import *

print(again is made, lazy, renamed, value, made.__name__, made.__doc__, made.__spec__, made.__loader__, made.__package__, dir(made))
print(attempt(lambda: made.other), '|', attempt(exec, 'from made import nothing'), '|', attempt(exec, 'import made.sub'), '|', '_hidden' in globals())
print(repr(made), repr(types.ModuleType('plain')), types.ModuleType('x').__doc__)

package = types.ModuleType('package')
package.__path__ = []
child = types.ModuleType('package.child')
sys.modules['package'], sys.modules['package.child'] = package, child
child.name = 'child'
import package.child as direct

print(direct is child, hasattr(package, 'child'), attempt(exec, 'import package.missing'))
package.child = 'attribute wins'
import package.child as through

print(through, attempt(exec, 'from package import child; print(child)'), attempt(exec, 'from package import absent'))
sys.modules['blocked'] = None
print(attempt(exec, 'import blocked'), '|', attempt(exec, 'from blocked import x'))
sys.modules['odd'] = 5
import odd

print(odd + 1, attempt(exec, 'from odd import real as r; print(r)'), attempt(exec, 'from odd import nothing'))
print(__import__('package.child') is package, __import__('package.child', fromlist=['x']), __import__('made', globals(), locals(), ['value'], 0) is made)
print(attempt(__import__, ''), '|', attempt(__import__, 5), '|', attempt(__import__, 'a', {}, {}, (), -1), '|', attempt(__import__, 'x', {'__name__': 'y'}, {}, (), 1), '|', attempt(__import__))
made.__all__ = ['value', 'nothing_there']
print(attempt(exec, 'from made import *'))
made.__all__ = ['value', 5]
print(attempt(exec, 'from made import *'))
del made.__all__
exec('from made import *\nprint(sorted(name for name in dir() if not name.startswith("__")))', {})


class Proxy(dict):
    pass


made.value = 'changed'
print(made.value, renamed, attempt(delattr, made, 'never'), attempt(setattr, made, '__dict__', {}), '|', attempt(lambda: vars(made)['value']))
del sys.modules['made']
print(attempt(exec, 'import made'), again.value)
made.__name__ = 'other'
print(repr(made), attempt(types.ModuleType, 'a', 'b', 'c'))
del made.__name__
print(repr(made).replace('other', '?'), attempt(lambda: made.other))
for source in 'import a.b as', 'from . import', 'from .. import *', 'import a, ', 'from a import (b, c', 'from a import b, c,', 'from a import (b, c,)', 'import a.b.c as d, e', 'from a import ()', 'from a import *, b', 'import *', 'from a.b import c as d.e', 'import a as b.c', 'def f(): from a import *', 'class C: from a import *', 'from __future__ import nothing', 'x = 1; from __future__ import annotations', 'from __future__ import braces', 'from __future__ import *':
    result = attempt(compile, source, 'f', 'exec')
    print(source, '->', result if isinstance(result, str) else 'fine')
