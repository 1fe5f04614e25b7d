# Real calls that end with real numbers.
import errno
import io
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"errno-causes-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
open("file", "w").close()
os.makedirs("full/inner")
os.symlink("circle", "circle")
reader, writer = os.pipe()
closed = os.dup(reader)
os.close(closed)
CAUSES = {
    "ENOENT": (lambda: open("none"), lambda: os.stat("none"), lambda: os.rename("none", "x"), lambda: os.chdir("none/deep")),
    "EEXIST": (lambda: os.mkdir("full"), lambda: open("file", "x"), lambda: os.symlink("a", "file"), lambda: os.link("file", "circle")),
    "ENOTDIR": (lambda: os.listdir("file"), lambda: open("file/x"), lambda: os.rmdir("file"), lambda: os.mkdir("file/x")),
    "EISDIR": (lambda: open("full"), lambda: os.unlink("full"), lambda: os.rename("file", "full"), lambda: open("full", "w")),
    "ENOTEMPTY": (lambda: os.rmdir("full"), lambda: os.rename("full/inner", "full")),
    "EBADF": (lambda: os.read(closed, 1), lambda: os.close(closed), lambda: open(closed), lambda: os.write(reader, b"x")),
    "ELOOP": (lambda: open("circle"), lambda: os.stat("circle/x")),
    "ENAMETOOLONG": (lambda: open("n" * 300), lambda: os.mkdir("n" * 300), lambda: os.stat("d/" * 3000)),
    "ESPIPE": (lambda: os.lseek(reader, 0, 0), lambda: os.pread(reader, 1, 0)),
    "EINVAL": (lambda: os.rename("full", "full/inner/below"), lambda: os.readlink("file"),
               lambda: os.lseek(os.open("file", 0), -5, 0), lambda: open("file", "rb").seek(-5)),
    "ENOTTY": (lambda: os.get_terminal_size(reader),),
}
for name, calls in CAUSES.items():
    for call in calls:
        try:
            print(name, "nothing happened", call())
        except OSError as error:
            right = errno.errorcode[error.errno] == name and getattr(errno, name) == error.errno
            shown = error.filename if len(str(error.filename)) < 30 else "long"
            print(name, right, type(error).__name__, error.strerror, shown, error.filename2)
            if not right:
                print("   ", error)
os.close(reader)
try:
    os.write(writer, b"x")
except BrokenPipeError as error:
    print(error, error.errno == errno.EPIPE, error.characters_written if hasattr(error, "characters_written") else None)
os.close(writer)
for call in (lambda: io.BytesIO().fileno(), lambda: open("file").write("x"), lambda: io.StringIO().truncate(-1)):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error.errno, error)
    except ValueError as error:
        print(type(error).__name__, error)
os.remove("circle")
os.remove("file")
os.removedirs("full/inner")
os.chdir("/")
print(os.path.exists(folder))
