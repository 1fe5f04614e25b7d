# Tuples of classes within tuples, for isinstance and issubclass.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


x = ()
for _ in range(100000): x = (x,)
t('isinstance tuple', lambda: isinstance(1, x)); t('issubclass tuple', lambda: issubclass(int, x))
x = int
for _ in range(900): x = (x,)
t('is', lambda: isinstance(1, x)); t('iss', lambda: issubclass(bool, x))
try: 1
except x: pass
t('except tuple', lambda: None)
