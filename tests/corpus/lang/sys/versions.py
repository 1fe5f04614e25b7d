# What sys tells of the version of the language and of how the program was started.
# (No more than what is the same under every implementation.)
import sys


def fails(function, *args, **kwargs):
    try:
        print("ok", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


info = sys.version_info
print(info[:2], info.major, info.minor, info[0:5:4], len(info), info > (3, 10, 99), info < (3, 12), info == (3, 11))
print(sys.hexversion == (info.major << 24 | info.minor << 16 | info.micro << 8 | {"final": 0xF0, "candidate": 0xC0}[info.releaselevel] | info.serial))
print(sys.version.startswith(f"{info.major}.{info.minor}."), isinstance(sys.api_version, int), sys.api_version)
match info:
    case (3, minor, *_) if minor >= 11:
        print("exception groups are there", minor)
print("%d.%d" % sys.version_info[:2], "{0.major}-{0.minor}".format(info), f"{info.minor:>5}")
fails(type(info))
fails(setattr, info, "major", 4)
fails(lambda: info.patch)
implementation = sys.implementation
print(implementation.version[:2], isinstance(implementation.name, str), implementation.name == implementation.name.lower())
print(implementation.hexversion >> 16 == 0x30B, implementation.cache_tag is None or "311" in implementation.cache_tag)
print(type(sys.copyright).__name__, type(sys.platform).__name__, sys.platform == sys.platform.lower(), sys.abiflags == "")
print([isinstance(place, str) for place in (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix, sys.platlibdir)])
print(sys.prefix == sys.base_prefix, sys.exec_prefix == sys.base_exec_prefix, isinstance(sys.executable, str))
print(sys.byteorder == ("little" if (1).to_bytes(2, sys.byteorder)[0] else "big"), sys.maxsize == (1 << 63) - 1)
print(sys.float_repr_style, sys.maxunicode == ord("\U0010ffff"), sys.thread_info.name, len(sys.thread_info))
print(sys.pycache_prefix, sys.dont_write_bytecode in (True, False), sys.warnoptions)
print(len(sys.argv), sys.argv[0].endswith("versions.py"), sys.orig_argv[-1] == sys.argv[0], type(sys.orig_argv).__name__)
print(type(sys.flags).__name__, sys.flags.inspect, sys.flags.interactive, sys.flags.optimize, sys.flags.no_site, sys.flags.verbose, sys.flags.quiet)
print(sys.flags.bytes_warning, sys.flags.dev_mode, sys.flags.isolated, sys.flags.ignore_environment, len(sys.flags) > 15)
fails(setattr, sys.flags, "debug", 1)
print({"os", "json", "asyncio", "typing", "tkinter"} <= sys.stdlib_module_names, "numpy" in sys.stdlib_module_names)
print({"sys", "builtins", "gc", "_thread"} <= set(sys.builtin_module_names), sorted(sys.builtin_module_names) == list(sys.builtin_module_names))
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getrecursionlimit(), sys.getswitchinterval())
for function in (sys.getdefaultencoding, sys.getfilesystemencoding, sys.getfilesystemencodeerrors, sys.getrecursionlimit,
                 sys.getswitchinterval, sys.is_finalizing, sys.get_asyncgen_hooks, sys.get_int_max_str_digits):
    fails(function, "surplus")
print(sys.is_finalizing(), sys.__name__, sys.__doc__ is not None, sys.modules[__name__] is sys.modules["__main__"])
print(sys.setswitchinterval(0.25), sys.getswitchinterval())
fails(sys.setswitchinterval, 0)
fails(sys.setswitchinterval, "often")
sys.setswitchinterval(0.005)
