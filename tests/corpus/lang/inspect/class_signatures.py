"""Signatures of classes: of natives, of what is derived from them, of dataclasses; by __new__ or __init__."""
from dataclasses import dataclass
import inspect
for base in (dict, list, Exception, int, object, str):
    @dataclass(init=False)
    class A(base):
        x: int = 0
    print(base.__name__, A.__doc__)
    class B(base): pass
    try: print(inspect.signature(B))
    except ValueError as e: print('VE', str(e))
    class M(type): pass
    class C(metaclass=M): pass
    for w in (M, C, type, object, Exception, ValueError, OSError):
        try: print(inspect.signature(w))
        except ValueError as e: print('VE', str(e))
for w in (len, max, str.join, [].append, (1).__add__, 3, type.mro, inspect.Signature, Exception("x").with_traceback, type(len), type(str.join)):
    try: print(inspect.signature(w))
    except (ValueError, TypeError) as e: print(type(e).__name__, str(e).split(' at 0x')[0])
import inspect
class A:
    def __new__(cls, a): return super().__new__(cls)
class B(A):
    def __init__(self, b): pass
class C(B):
    def __new__(cls, c): pass
class G:
    def __init__(self, g, h=1): pass
class H(G, dict): pass
class I(list):
    def __init__(self, i): pass
for w in (A, B, C, G, H, I): print(inspect.signature(w))
