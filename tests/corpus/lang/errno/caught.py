# Errors of files by class and by number.
import errno
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"errno-caught-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
os.mkdir("d")
open("f", "w").close()


def attempt(function, *args):
    try:
        function(*args)
    except OSError as error:
        print(type(error).__name__, errno.errorcode[error.errno], error.strerror, error.filename, error.filename2, "|", error)


attempt(open, "missing")
attempt(open, "d")
attempt(open, "f", "x")
attempt(open, "f/x")
attempt(os.mkdir, "d")
attempt(os.rmdir, "f")
attempt(os.remove, "d")
attempt(os.listdir, "f")
attempt(os.rename, "missing", "x")
attempt(os.rename, "f", "d")
attempt(os.link, "missing", "x")
attempt(os.symlink, "f", "d")
attempt(os.readlink, "f")
attempt(os.chdir, "f")
attempt(os.stat, "x" * 300)
attempt(os.close, 9999)
attempt(os.read, 9999, 1)
attempt(os.truncate, "d", 0)
attempt(os.open, "f", os.O_DIRECTORY)
try:
    open("missing")
except FileNotFoundError as error:
    print(isinstance(error, OSError), error.errno == errno.ENOENT)
try:
    os.mkdir("d")
except FileExistsError:
    print("exists")
try:
    open("d", "w")
except IsADirectoryError as error:
    print(error)
try:
    os.listdir("f")
except NotADirectoryError as error:
    print(error)
os.remove("f")
os.rmdir("d")
os.chdir("/")
os.rmdir(folder)
open("/nothing/here")
