# args: --check notes.txt 7
# A tool of the command line: its checks end with the codes of sysexits.h, the last one at once.
import os
import sys


def fails(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__


CODES = {
    "usage": os.EX_USAGE, "data": os.EX_DATAERR, "no input": os.EX_NOINPUT, "no user": os.EX_NOUSER, "no host": os.EX_NOHOST,
    "unavailable": os.EX_UNAVAILABLE, "software": os.EX_SOFTWARE, "os": os.EX_OSERR, "os file": os.EX_OSFILE, "cannot create": os.EX_CANTCREAT,
    "io": os.EX_IOERR, "temporary": os.EX_TEMPFAIL, "protocol": os.EX_PROTOCOL, "no permission": os.EX_NOPERM, "config": os.EX_CONFIG, "ok": os.EX_OK,
}


class Stop(SystemExit):
    def __init__(self, reason):
        super().__init__(CODES[reason])
        self.reason = reason


def options(words):
    flags = {word.lstrip("-") for word in words if word.startswith("--")}
    rest = [word for word in words if not word.startswith("--")]
    if len(rest) != 2:
        raise Stop("usage")
    name, count = rest
    try:
        return flags, name, int(count)
    except ValueError:
        raise Stop("data") from None


def run(words):
    flags, name, count = options(words)
    if "check" in flags and not os.path.exists(name):
        raise Stop("no input")
    if count > 100:
        raise Stop("software")
    return os.EX_OK


for words in (sys.argv[1:], [], ["a", "x"], ["--fast", "a", "500"], ["a", "1"], ["--check", __file__, "1"]):
    try:
        print("ended with", run(words))
    except Stop as stop:
        print("stopped:", stop.reason, stop.code, stop.args, [title for title, code in CODES.items() if code == stop.code])
print(len(sys.argv), os.path.basename(sys.argv[0]), sys.argv[1:], sorted(CODES.values()) == [0, *range(64, 79)])
null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC | os.O_NOCTTY | os.O_NOFOLLOW)
print(os.write(null, b"gone"), os.read(null, 10), os.isatty(null), os.device_encoding(null), fails(os.fdatasync, null) is not None)
copies = [os.dup(null) for _ in range(3)]
os.closerange(min(copies), max(copies) + 1)
print([fails(os.fstat, copy) for copy in copies], fails(os.pwrite, "x", b"", 0), fails(os.closerange, 1))
os.close(null)
for flag in (os.O_NONBLOCK, os.O_NDELAY, os.O_SYNC, os.O_RSYNC, os.O_FSYNC, os.O_DSYNC, os.O_APPEND, os.O_ACCMODE & os.O_RDWR):
    fd = os.open(os.devnull, os.O_WRONLY | flag if flag != os.O_RDWR else flag)
    os.close(fd)
times = os.times()
print(isinstance(times, os.times_result), os.times_result([1.5, 2, 3, 4, 5]).user, os.geteuid() == os.getuid(), os.getegid() == os.getgid())
print(type(fails(os.getlogin)).__name__, fails(os.getlogin, 1))
print("writing out, then leaving", flush=True)
print("this text stays in the buffer", end="")
sys.stdout.flush() if "--flush" in sys.argv else None
os._exit(CODES["temporary"])
