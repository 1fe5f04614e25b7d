"""Functions that are called when the program ends, the last one first."""

_functions = []


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered using atexit.register."""
    for entry in list(_functions):
        if entry[0] == func:
            for at, other in enumerate(_functions):
                if other is entry:
                    del _functions[at]
                    break


def _clear():
    """Clear the list of previously registered exit functions."""
    _functions.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_functions)


def _run_exitfuncs():
    """Run all registered exit functions."""
    import _atexit

    while _functions:
        func, args, kwargs = _functions.pop()
        _atexit.run(func, args, kwargs)
