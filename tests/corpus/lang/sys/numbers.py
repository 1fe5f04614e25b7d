# What sys says of numbers, versions and itself.
import sys

print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 11), type(sys.version_info).__name__)
print(repr(sys.version_info).split(', micro')[0], len(sys.version_info), isinstance(sys.version_info, tuple))
print(sys.float_info.max, sys.float_info.dig, sys.float_info[0] == sys.float_info.max, sys.float_info)
print(sys.int_info, sys.int_info.bits_per_digit)
print(sys.hash_info.width, sys.hash_info.modulus == 2 ** 61 - 1, sys.hash_info.inf == hash(float('inf')), sys.hash_info.imag)
print(sys.maxsize == 2 ** 63 - 1, sys.maxunicode, sys.byteorder in ('little', 'big'), sys.hexversion >> 16 == 0x30b)
print(sys.flags.optimize, sys.flags.debug, sys.flags.utf8_mode in (0, 1), sys.flags[0], type(sys.flags).__name__)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(sys.getrecursionlimit(), sys.is_finalizing(), sys.get_int_max_str_digits(), sys.getswitchinterval())
print(isinstance(sys.implementation.name, str), sys.implementation.version[:2], isinstance(sys.implementation.cache_tag, str))
print(sys.intern('some text') is sys.intern('some ' + 'text'), isinstance(sys.platform, str), isinstance(sys.prefix, str))
print('json' in sys.stdlib_module_names, 'traceback' in sys.stdlib_module_names, 'mine' in sys.stdlib_module_names)
print('sys' in sys.builtin_module_names, type(sys.builtin_module_names).__name__, type(sys.stdlib_module_names).__name__)
print(isinstance(sys.orig_argv, list), isinstance(sys.path, list), sys.modules['sys'] is sys, sys.warnoptions)
print(sys.get_asyncgen_hooks(), sys.get_asyncgen_hooks().firstiter)
sys.set_asyncgen_hooks(firstiter=len, finalizer=print)
print(sys.get_asyncgen_hooks().firstiter is len, sys.get_asyncgen_hooks()[1] is print)
sys.set_asyncgen_hooks(None, None)
for value in (5, 2.5, '', 'abc', b'', b'abc', (), (1, 2), 2 ** 30, 2 ** 70, {}, 1j > 0 if False else True):
    print(sys.getsizeof(value), end=' ')
print()


class Sized:
    def __sizeof__(self):
        return 100


class Wrong:
    def __sizeof__(self):
        return 'x'


class Negative:
    def __sizeof__(self):
        return -1


print(sys.getsizeof(Sized()) >= 100, sys.getsizeof(Wrong(), 'default'), object().__sizeof__(), (1).__sizeof__(), 'abc'.__sizeof__())


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(sys.getsizeof, Wrong())
attempt(sys.getsizeof, Negative())
attempt(sys.set_int_max_str_digits, 5)
attempt(sys.set_int_max_str_digits, 'x')
attempt(sys.set_asyncgen_hooks, 5)
attempt(sys.set_asyncgen_hooks, None, 5)
attempt(sys.intern, 5)
attempt(type(sys.flags), (1,))
attempt(type(sys.version_info))
attempt(lambda: sys.nothing_here)
attempt(sys.setrecursionlimit, 0)
attempt(sys.setswitchinterval, -1)
print(sys.exc_info(), sys.exception())
try:
    raise KeyError('k')
except KeyError as e:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, sys.exception() is e)
print(sys.audit('event', 1), sys.dont_write_bytecode in (True, False), sys.api_version)
