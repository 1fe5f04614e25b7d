for n in range(5):
    try:
        if n == 0: import no_such_module
        if n == 1: from no_such_module import x
        if n == 2: from mod_helper import nothing_here
        if n == 3: import no.such.thing
        if n == 4: import mod_helper.sub
    except ImportError as e:
        print(type(e).__name__, e, e.name)
