# A tool over a tree of files: copies it, compares, finds duplicates, renames in bulk, deletes.
import hashlib
import os
import sys

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-keeping-{os.getpid()}")
os.makedirs(os.path.join(folder, "src"))
os.chdir(folder)
TEXTS = {
    "readme.TXT": "read me\n",
    "a/one.py": "print(1)\n" * 3,
    "a/two.py": "print(2)\n",
    "a/b/again.py": "print(2)\n",
    "a/b/empty": "",
    "c/data.BIN": "\0\1\2" * 1000,
    "c/copy of data.BIN": "\0\1\2" * 1000,
}
for name, text in TEXTS.items():
    path = os.path.join("src", *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", newline="") as file:
        file.write(text)


def files(top):
    for where, dirs, names in os.walk(top):
        dirs.sort()
        for name in sorted(names):
            yield os.path.relpath(os.path.join(where, name), top)


def copy(source, target):
    count = 0
    for name in files(source):
        goal = os.path.join(target, name)
        os.makedirs(os.path.dirname(goal), exist_ok=True)
        with open(os.path.join(source, name), "rb") as one, open(goal, "xb") as other:
            while block := one.read(1024):
                count += other.write(block)
        found = os.stat(os.path.join(source, name))
        os.utime(goal, ns=(found.st_atime_ns, found.st_mtime_ns))
    return count


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def duplicates(top):
    table = {}
    for name in files(top):
        path = os.path.join(top, name)
        if os.path.getsize(path):
            table.setdefault((os.path.getsize(path), digest(path)), []).append(name)
    return [names for names in table.values() if len(names) > 1]


def differences(one, other):
    left, right = set(files(one)), set(files(other))
    yield from (f"- {name}" for name in sorted(left - right))
    yield from (f"+ {name}" for name in sorted(right - left))
    for name in sorted(left & right):
        if digest(os.path.join(one, name)) != digest(os.path.join(other, name)):
            yield f"! {name}"


def remove(top):
    for where, dirs, names in os.walk(top, topdown=False):
        for name in names:
            os.remove(os.path.join(where, name))
        for name in dirs:
            os.rmdir(os.path.join(where, name))
    os.rmdir(top)


print(copy("src", "dst"), list(files("dst")))
print(list(differences("src", "dst")), duplicates("dst"))
try:
    copy("src", "dst")
except FileExistsError as error:
    print(error.filename)
for name in list(files("dst")):
    stem, extension = os.path.splitext(name)
    new = stem.replace(" ", "_") + extension.lower()
    if new != name:
        os.rename(os.path.join("dst", name), os.path.join("dst", new))
        print(name, "->", new)
with open("dst/a/two.py", "a") as file:
    file.write("# changed\n")
print(*differences("src", "dst"), sep="\n")
print(sum(os.stat(os.path.join("src", name)).st_size for name in files("src")))
newest = max(files("src"), key=lambda name: (os.stat(os.path.join("dst", name)).st_mtime_ns if os.path.exists(os.path.join("dst", name)) else 0, name))
print(os.path.exists(os.path.join("dst", newest)), os.path.commonpath(["src/a/b", "src/a/two.py"]), os.path.commonprefix(["src/ab", "src/ac"]))
remove("src")
remove("dst")
try:
    remove("src")
except FileNotFoundError as error:
    print(error, file=sys.stderr)
os.chdir("/")
os.rmdir(folder)
