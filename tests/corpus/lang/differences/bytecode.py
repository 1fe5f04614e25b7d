# Code objects hold instructions of another machine: CPython's are not there.

def function():
    return 1


for name in ("co_code", "co_consts", "co_names", "co_varnames", "co_stacksize"):
    print(name, hasattr(function.__code__, name))
for name in ("dis", "marshal", "_xxsubinterpreters"):
    try:
        module = __import__(name)
    except ImportError:
        print(name, "is not there")
    else:
        print(name, module.__name__)
