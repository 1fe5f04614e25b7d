"""exit, quit, copyright, credits, license, help: what they are and how they refuse."""
import builtins


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except SystemExit as error:
        return f'SystemExit {error.code!r}'
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for name in 'exit', 'quit', 'copyright', 'credits', 'license', 'help':
    value = getattr(builtins, name)
    print(name, callable(value), type(value).__name__, hasattr(value, '__dict__'))
print(exit, '|', quit, '|', repr(exit) == str(exit))
print(help)
print(attempt(exit), attempt(exit, 3), attempt(quit, 'words'), attempt(quit, code=None), attempt(exit, [1]))
print(attempt(exit, 1, 2).replace('Quitter.', ''), '|', attempt(quit, number=1).replace('Quitter.', ''))
print('Copyright' in repr(copyright), bool(repr(credits)), bool(str(license)))
print(attempt(copyright, 1).replace('_Printer.', ''), '|', attempt(credits, 'a').replace('_Printer.', ''), '|', attempt(license, text=1).replace('_Printer.', ''))
print(attempt(help, 1, 2, 3), '|', attempt(help, about=1))

print(attempt(lambda: print.__self__ is builtins), Ellipsis is ..., type(Ellipsis), repr(Ellipsis), attempt(type(Ellipsis)) is ..., attempt(type(Ellipsis), 1))
print(attempt(setattr, Ellipsis, 'x', 1), '|', attempt(lambda: Ellipsis()), '|', attempt(lambda: NotImplemented()), '|', builtins.Ellipsis.__reduce__())
print(__debug__, attempt(compile, '__debug__ = 1', 'f', 'exec'), '|', attempt(lambda: builtins.__debug__))
