# The traceback of exec'd code that nobody catches.
source = "def fail(n):\n    if n:\n        fail(n - 1)\n    raise ValueError(n)\n\nfail(1)\n"
try:
    exec(compile(source, "<made>", "exec"))
except ValueError as e:
    print(e, e.__traceback__ is not None)
try:
    eval("1 / 0")
except ZeroDivisionError as e:
    e.add_note("noted")
    saved = e
try:
    exec("raise KeyError('k') from saved")
except KeyError as e:
    again = e


def run():
    exec("fail_here(3)", {'fail_here': fail_here})


def fail_here(n):
    return eval("n + undefined_name", {'n': n})


try:
    run()
except NameError as e:
    raise again from e
