# Text files: writing, reading, iterating, appending, in a folder of the program's own.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"text-basics-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)

with open("a.txt", "w") as f:
    print(f.write("first\n"), f.write("zweite Zeile: äöü\n"), f.write(""))
    f.writelines(["third\n", "fourth"])
    print(f.name, f.mode, f.encoding.lower(), f.errors, f.newlines, f.closed)
    print(f.readable(), f.writable(), f.seekable(), f.isatty())
print(f.closed)

with open("a.txt") as f:
    print(repr(f.read()))
    print(repr(f.read()), repr(f.readline()), list(f))
with open("a.txt") as f:
    print(repr(f.readline()), repr(f.readline(3)), repr(f.read(4)), repr(f.readline()))
    print(f.readlines())
with open("a.txt") as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip("\n"))
with open("a.txt", "a") as f:
    print("appended", file=f)
    print(1, 2, 3, sep="-", end="!\n", file=f)
with open("a.txt", "r+") as f:
    print(f.readline(), end="")
    f.seek(0)
    f.write("FIRST")
    f.seek(0, 2)
    f.write("end\n")
    f.seek(0)
    print(f.read())
with open("a.txt", "w+") as f:
    f.write("abc")
    f.seek(1)
    print(f.read())
    f.truncate(2)
    f.seek(0)
    print(repr(f.read()), f.tell())
with open("new.txt", "x") as f:
    f.write("made")
try:
    open("new.txt", "x")
except FileExistsError as error:
    print(error, error.errno, error.filename)
with open("a.txt") as f, open("b.txt", "w") as g:
    g.write(f.read() * 3)
print(open("b.txt").read())

f = open("big.txt", "w")
for i in range(5000):
    f.write(f"line {i}\n")
f.close()
f.close()
total = 0
with open("big.txt") as f:
    for line in f:
        total += len(line)
print(total, os.path.getsize("big.txt"))
with open("big.txt") as f:
    text = f.read(20000)
    print(len(text), text[-7:].__repr__(), repr(f.readline()))
    print(len(f.readlines()), len(f.readlines()))
with open("big.txt") as f:
    print(f.readlines(30))
    print(sum(1 for _ in f))

for name in os.listdir("."):
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
print(repr(f)[:26], f.closed)
