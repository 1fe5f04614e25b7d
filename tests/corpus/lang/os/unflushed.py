# Files that are not closed by hand are written at the end, and before they are read.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-unflushed-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
open("dropped", "w").write("text that nobody closes")
print(open("dropped").read())
open("bytes", "wb").write(b"data")
print(os.path.getsize("bytes"), open("bytes", "rb").read())


def log(line):
    open("log", "a").write(line + "\n")


for i in range(5):
    log(f"entry {i}")
print(open("log").read().splitlines())
kept = open("kept", "w")
print("buffered", file=kept)
kept.flush()
print(os.stat("kept").st_size)
kept.write("more")
kept.close()
print(open("kept").read().split())
w = open("both", "w")
r = open("both")
w.write("a\n")
w.flush()
print(repr(r.readline()))
w.write("b\n")
w.close()
print(repr(r.readline()), repr(r.readline()))
import gc

del kept, w, r
gc.collect()
for name in os.listdir():
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
at_end = open(os.devnull, "w")
at_end.write("written at the end")
