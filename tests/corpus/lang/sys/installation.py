# Where an interpreter lives and what it is made of, as far as any of them must agree.
import os
import sys


def fails(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return type(error).__name__


for name in ("prefix", "exec_prefix", "base_prefix", "base_exec_prefix"):
    print(name, os.path.isabs(getattr(sys, name)), getattr(sys, name) == os.path.normpath(getattr(sys, name)))
print(sys.prefix == sys.base_prefix and sys.exec_prefix == sys.base_exec_prefix, "in no virtual environment")
print(os.path.isabs(sys.executable), os.path.isfile(sys.executable), os.access(sys.executable, os.X_OK))
print(sys.platlibdir in ("lib", "lib64"), sys.pycache_prefix, sys.abiflags == "", "Copyright" in sys.copyright)
info = sys.thread_info
print(info.name in ("pthread", "nt", "solaris"), info.lock in ("semaphore", "mutex+cond", None), info.version is None or isinstance(info.version, str), len(info), tuple(info)[0] == info.name)
print(repr(info).split("(")[0], fails(setattr, info, "name", "x"))
print(sys.base_exec_prefix == os.fspath(sys.base_exec_prefix), sys.copyright.count("\n") >= 0)
print(isinstance(sys.path, list), all(isinstance(place, str) for place in sys.path), sys.path[0] == os.path.dirname(os.path.abspath(__file__)))

# What is put on the path is searched, in order, and what is taken from it is not.
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"sys-path-{os.getpid()}")
for place, text in (("one/found", "where = 'one'"), ("two/found", "where = 'two'"), ("two/second", "import found\nwhere = 'two, beside ' + found.where")):
    os.makedirs(os.path.join(folder, os.path.dirname(place)), exist_ok=True)
    with open(os.path.join(folder, place + ".py"), "w") as file:
        file.write(text + "\n")
sys.path += [os.path.join(folder, "two"), os.path.join(folder, "one")]
import found

print(found.where, found.__name__, found.__file__ == os.path.join(folder, "two", "found.py"))
del sys.modules["found"]
sys.path.insert(0, os.path.join(folder, "one"))
import found as again

print(again.where, again is found, sys.modules["found"] is again)
import second

print(second.where)
del sys.path[0], sys.path[-2:]
del sys.modules["found"]
for name in ("found", "third"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error, error.name)
for where, dirs, files in os.walk(folder, topdown=False):
    for name in files:
        os.remove(os.path.join(where, name))
    for name in dirs:
        os.rmdir(os.path.join(where, name))
os.rmdir(folder)
