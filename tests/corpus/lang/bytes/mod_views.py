# What the programs about memoryviews show of one, or of the error instead.
def show(found):
    if isinstance(found, memoryview):
        found = (
            found.format,
            found.itemsize,
            found.ndim,
            found.shape,
            found.strides,
            found.suboffsets,
            found.nbytes,
            found.contiguous,
            found.c_contiguous,
            found.f_contiguous,
            found.readonly,
            found.tobytes(),
        )
    print(repr(found))


def t(do, *arguments):
    try:
        show(do(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
