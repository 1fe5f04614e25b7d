# Symbolic and hard links: to files, folders, nothing and themselves; who follows and who does not.
import errno
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-links-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args, **kwargs):
    try:
        print(function.__name__, repr(function(*args, **kwargs)))
    except OSError as error:
        print(function.__name__, errno.errorcode[error.errno], error.filename, error.filename2)
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


os.makedirs("d/e")
with open("d/file", "w") as file:
    file.write("original")
os.symlink("d/file", "to_file")
os.symlink("d", "to_folder", target_is_directory=True)
os.symlink(os.path.abspath("d/e"), "absolute")
os.symlink("../d/../to_file", "d/round")
os.symlink("b", "a")
os.symlink("a", "b")
os.symlink("gone/x", "broken")
os.symlink("to_folder/e/..", "dotted")
for name in sorted(os.listdir()):
    kind = stat.filemode(os.lstat(name).st_mode)[0]
    print(name, kind, os.path.islink(name), os.path.isfile(name), os.path.isdir(name), os.path.exists(name), os.path.lexists(name))
for name in ("to_file", "to_folder", b"broken", "a", "d/round"):
    attempt(os.readlink, name)
attempt(os.readlink, "d")
attempt(os.readlink, "to_folder/file")
attempt(os.readlink, "none")
here = os.path.realpath(".")
for name in ("to_file", "d/round", "absolute/..", "to_folder/e", "broken", "dotted/file", "none/../d", "a"):
    print(name, os.path.realpath(name).replace(here, "HERE"))
attempt(os.path.realpath, "a", strict=True)
attempt(os.path.realpath, "broken", strict=True)
print(open("d/round").read(), sorted(os.listdir("to_folder")), os.path.samefile("to_file", "d/file"))
with open("to_file", "a") as file:
    file.write(" and more")
print(os.path.getsize("d/file"), os.lstat("to_file").st_size == len("d/file"))

os.link("d/file", "hard")
os.link("to_file", "hard_to_link", follow_symlinks=False)
print(os.stat("hard").st_nlink, os.stat("d/file").st_ino == os.stat("hard").st_ino, os.path.islink("hard_to_link"))
os.remove("d/file")
print(open("hard").read(), os.path.exists("to_file"), os.stat("hard").st_nlink)
os.rename("hard", "d/file")
print(os.path.exists("to_file"), os.path.exists("hard_to_link"))
attempt(os.link, "d", "folder_link")
attempt(os.link, "d/file", "to_file")
attempt(os.link, "d/file", "none/x")
attempt(os.symlink, "x", "to_file")
attempt(os.symlink, "", "empty")
attempt(os.symlink, "x", "none/y")
attempt(os.symlink, "x")
attempt(os.rmdir, "to_folder")
attempt(os.unlink, "d")
attempt(os.stat, "a")
attempt(os.listdir, "a")
attempt(open, "b")
attempt(os.chdir, "broken")
os.rename("to_folder", "moved")
os.replace("to_file", "moved_file")
print(os.readlink("moved"), os.readlink("moved_file"), os.path.isdir("d"))
os.chdir("moved/e")
print(os.getcwd() == os.path.join(here, "d", "e"), os.listdir(".."))
os.chdir(here)
for name in ("to_file", "moved", "absolute", "a", "b", "broken", "dotted", "d/round", "d/file", "moved_file", "hard_to_link"):
    if os.path.lexists(name):
        os.unlink(name)
os.removedirs("d/e")
print(os.path.exists(folder))
os.chdir("/")
os.rmdir(folder)
