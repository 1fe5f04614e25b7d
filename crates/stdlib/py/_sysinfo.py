"""What `sys` has and few programs ask for, made when it is first asked for."""

import sys


def _struct(name, fields):
    """A class of tuples whose items have names; nobody makes further ones."""
    def new(cls, values=()):
        if cls._closed:
            raise TypeError(f"cannot create '{name}' instances")
        return tuple.__new__(cls, values)

    def show(self):
        return f'{name}({", ".join(f"{field}={value!r}" for field, value in zip(fields, self))})'

    def reduce(self):
        return type(self), (tuple(self),)

    namespace = {
        '__slots__': (), '__new__': new, '__repr__': show, '__reduce__': reduce, '_closed': False,
        'n_fields': len(fields), 'n_sequence_fields': len(fields), 'n_unnamed_fields': 0,
        '__match_args__': tuple(fields), '__module__': 'sys', '__qualname__': name.rpartition('.')[2],
    }
    for at, field in enumerate(fields):
        namespace[field] = property(lambda self, at=at: self[at])
    return type(name.rpartition('.')[2], (tuple,), namespace)


def _only(name, /, **fields):
    made = _struct(name, list(fields))
    value = made(fields.values())
    made._closed = True
    return value


UnraisableHookArgs = _struct(
    'UnraisableHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object']
)
version_info = _only('sys.version_info', major=3, minor=11, micro=0, releaselevel='final', serial=0)
flags = _only(
    'sys.flags', debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0,
    no_user_site=0, no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0,
    hash_randomization=1, isolated=0, dev_mode=False, utf8_mode=0, warn_default_encoding=0,
    safe_path=False, int_max_str_digits=sys.get_int_max_str_digits(),
)
float_info = _only(
    'sys.float_info', max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
int_info = _only(
    'sys.int_info', bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
    str_digits_check_threshold=640,
)
hash_info = _only(
    'sys.hash_info', width=64, modulus=(1 << 61) - 1, inf=314159, nan=0, imag=1000003,
    algorithm='siphash13', hash_bits=64, seed_bits=128, cutoff=0,
)
thread_info = _only('sys.thread_info', name='pthread', lock='semaphore', version=None)
asyncgen_hooks = _struct('asyncgen_hooks', ['firstiter', 'finalizer'])


class _Implementation:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return f'namespace({", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())})'


implementation = _Implementation(
    name='miniscript', cache_tag='miniscript-311', version=version_info, hexversion=sys.hexversion,
)
api_version = 1013
abiflags = ''
dont_write_bytecode = True
pycache_prefix = None
platlibdir = 'lib'
prefix = exec_prefix = base_prefix = base_exec_prefix = sys.executable.rpartition('/')[0]
warnoptions = []
_xoptions = {}
orig_argv = [sys.executable, *sys.argv]
builtin_module_names = (
    '_abc', '_thread', 'builtins', 'errno', 'gc', 'itertools', 'math', 'sys', 'time',
)
stdlib_module_names = frozenset('''
__future__ _abc _collections_abc _io _sitebuiltins _thread _weakref abc aifc antigravity argparse
array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile
calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent
configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl
filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io
ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math
mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path
numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this
threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser
winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
'''.split())

_missing = object()
_UNTRACKED = (bool, int, float, complex, str, bytes, bytearray, range, type(None), type(...), type(NotImplemented))


def getsizeof(object, default=_missing):
    """About how many bytes an object takes."""
    try:
        size = type(object).__sizeof__(object)
    except TypeError:
        if default is _missing:
            raise
        return default
    if not isinstance(size, int):
        if default is not _missing:
            return default
        raise TypeError('an integer is required')
    if size < 0:
        raise ValueError('__sizeof__() should return >= 0')
    return int(size) + (0 if type(object) in _UNTRACKED else 16)


def getfilesystemencodeerrors():
    """How file names are encoded that have no encoding."""
    return 'surrogateescape'


def is_finalizing():
    """Whether the interpreter is about to end."""
    return False


_interval = 0.005


def getswitchinterval():
    """The interval between switches of threads, which only happen where a thread waits."""
    return _interval


def setswitchinterval(interval, /):
    """Set what getswitchinterval() says."""
    global _interval
    interval = float(interval)
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')
    _interval = interval


def audit(event, /, *args):
    """Tell nobody of an event: there are no hooks for them."""


float_repr_style = 'short'


def get_coroutine_origin_tracking_depth():
    """How many frames coroutines remember of where they were made: none."""
    return 0


for _name in (
    'get_coroutine_origin_tracking_depth getsizeof '
    'getfilesystemencodeerrors is_finalizing getswitchinterval setswitchinterval audit'
).split():
    globals()[_name].__module__ = 'sys'
