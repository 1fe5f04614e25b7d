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
    for at, entry in enumerate(_functions):
        # The place stays, as a number given to a function that compares must.
        if entry is not None and entry[0] == func:
            _functions[at] = None


def _clear():
    """Clear the list of previously registered exit functions."""
    _functions.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_functions)


def _run_exitfuncs():
    """Run all registered exit functions."""
    import _atexit

    # What is registered meanwhile comes too late.
    for entry in reversed(list(_functions)):
        if entry is not None and entry in _functions:
            _atexit.run(*entry)
    _functions.clear()
