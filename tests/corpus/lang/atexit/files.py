# Files are there until the functions at the end have run.
import atexit
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"atexit-files-{os.getpid()}")
os.mkdir(folder)
name = os.path.join(folder, "log")
log = open(name, "w")


@atexit.register
def clean():
    log.close()
    print(open(name).read(), end="")
    os.remove(name)
    os.rmdir(folder)
    print("cleaned", os.path.exists(folder))


@atexit.register
def more():
    print("written at exit", file=log)


print("written early", file=log)
print("the program ends")
