class A(B, *bases, **keywords):
    pass
