# An exception that was shown is not followed again; a group that ends a chain.
e = ValueError(1)
try:
    raise ExceptionGroup("a", [e, ExceptionGroup("b", [e, e])])
except ExceptionGroup as g:
    try:
        raise TypeError
    except TypeError as t:
        try:
            raise ExceptionGroup("again", [g, t, g])
        except ExceptionGroup:
            raise KeyError("last")
