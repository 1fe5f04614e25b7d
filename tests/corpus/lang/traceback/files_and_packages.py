# Errors that come from a package written a moment ago: its files, lines, chains and syntax errors.
import linecache
import os
import sys
import traceback

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"traceback-package-{os.getpid()}")
os.makedirs(os.path.join(folder, "shop", "tools"))
FILES = {
    "shop/__init__.py": "from .tools import count\n\n\ndef order(n):\n    try:\n        return count.check(n)\n    except ValueError as error:\n        raise ShopError(n) from error\n\n\nclass ShopError(Exception):\n    pass\n",
    "shop/tools/__init__.py": "",
    "shop/tools/count.py": "LIMIT = 3\n\n\ndef check(n):\n    if n > LIMIT:\n        raise ValueError(\n            f'{n} is more than {LIMIT}'\n        )\n    return [1, 2][n]\n",
    "shop/broken.py": "x = 1\ndef f(:\n    pass\n",
    "shop/fails.py": "import shop\nstart = 5\nrest = [n for n in range(3) if start / (n - 1)]\n",
    "shop/wants.py": "from . import nothing_here\n",
    "shop/deep.py": "import shop.wants\n",
    "shop/indent.py": "def f():\n    a = 1\n      b = 2\n",
}
for name, text in FILES.items():
    with open(os.path.join(folder, *name.split("/")), "w") as file:
        file.write(text)
sys.path.insert(0, folder)


def show(error):
    text = "".join(traceback.format_exception(error)).replace(folder, "FOLDER").replace(__file__, "MAIN")
    print(text)


import shop

for number in (4, 2, "x"):
    try:
        shop.order(number)
    except Exception as error:
        show(error)
for name in ("shop.broken", "shop.fails", "shop.deep", "shop.indent", "shop.missing", "shop.tools.count.more"):
    try:
        __import__(name)
    except (ImportError, SyntaxError, ZeroDivisionError) as error:
        print(type(error).__name__, getattr(error, "name", None), getattr(error, "lineno", None))
        lines = "".join(traceback.format_exception(error)).replace(folder, "FOLDER").replace(__file__, "MAIN").splitlines()
        print(*[line for line in lines if "importlib" not in line], sep="\n")
        print(name in sys.modules)
try:
    shop.order(9)
except shop.ShopError as error:
    inner = traceback.extract_tb(error.__cause__.__traceback__)
    print([(os.path.relpath(entry.filename, folder) if folder in entry.filename else "", entry.lineno, entry.end_lineno, entry.line) for entry in inner][1:])
    path = inner[-1].filename
with open(path, "w") as file:
    file.write("# replaced\n" * 8)
print(repr(linecache.getline(path, 5)))
linecache.checkcache(path)
print(repr(linecache.getline(path, 5)))
try:
    shop.order(8)
except shop.ShopError as error:
    print(traceback.extract_tb(error.__cause__.__traceback__)[-1].line)
for where, dirs, files in os.walk(folder, topdown=False):
    for name in files:
        os.remove(os.path.join(where, name))
    for name in dirs:
        os.rmdir(os.path.join(where, name))
os.rmdir(folder)
linecache.clearcache()
print(linecache.getlines(path + ".gone"))
