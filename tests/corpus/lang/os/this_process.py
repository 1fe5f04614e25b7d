# What a program can learn of its process, its machine and its terminal.
import os
import sys


def fails(function, *args):
    try:
        print(function.__name__, repr(function(*args)))
    except Exception as error:
        print(function.__name__, type(error).__name__)


for function in (os.getpid, os.getppid, os.getuid, os.getgid, os.geteuid, os.getegid):
    first, second = function(), function()
    print(function.__name__, type(first).__name__, first == second, first >= 0)
    fails(function, 1)
print(os.getpid() != os.getppid(), os.getpid() > 0)
print(os.cpu_count() is None or os.cpu_count() >= 1)
fails(os.cpu_count, 0)
try:
    print(isinstance(os.getlogin(), str))
except OSError as error:
    print(True)
fails(os.getlogin, "me")

before = os.times()
total = sum(n * n for n in range(60000))
after = os.times()
print(total, type(before) is os.times_result, len(after), isinstance(after, tuple))
print(all(late >= early for early, late in zip(before, after)), after.elapsed >= before.elapsed)
print(after.user == after[0], after.system == after[1], after.children_user, after.children_system)
user, system, *children, elapsed = after
print(children, elapsed == after.elapsed, os.times_result((1, 2, 3, 4, 5)))
made = os.times_result(range(5))
print(made.elapsed, made == (0, 1, 2, 3, 4), made[1:3], os.times_result.n_fields)
fails(os.times_result, (1, 2))
fails(os.times_result, 5)
fails(setattr, made, "user", 3)
fails(os.times, 3)
match made:
    case os.times_result(user=u, elapsed=e):
        print("matched", u, e)

fails(os.get_terminal_size, 12345)
fails(os.get_terminal_size, "out")
null = os.open(os.devnull, os.O_RDWR)
try:
    os.get_terminal_size(null)
except OSError as error:
    print(type(error).__name__, error.errno, error)
print(os.isatty(null), os.device_encoding(null), os.device_encoding(54321))
fails(os.isatty)
fails(os.isatty, "x")
fails(os.device_encoding)
fails(os.device_encoding, "x")
os.close(null)
size = os.terminal_size((132, 43))
print(size, size.columns * size.lines, size == (132, 43), size < (132, 44), sorted({*size}))
columns, lines = size
print(columns, lines, os.terminal_size([1, 2]).lines, hash(size) == hash((132, 43)))
fails(os.terminal_size, 80)
fails(os.terminal_size, (80,))
print(len(os.urandom(33)), len({os.urandom(8) for _ in range(50)}), os.urandom(3).__class__.__name__)
fails(os.urandom, -5)
fails(os.urandom, 2.5)
print(os.strerror(1), os.strerror(98), os.strerror(-1))
fails(os.strerror, None)
print(os.name == "posix", sys.platform.isalpha(), os.getcwd() == os.path.abspath(os.curdir))
fails(os.getcwd, ".")
fails(os.getcwdb, ".")
print(os.getcwdb() == os.fsencode(os.getcwd()), os.path.isabs(os.getcwd()), os.path.isabs(os.getcwdb()))
