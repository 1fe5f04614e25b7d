# Flags, and the bits outside of them.
import enum
from enum import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


class P(Flag):
    X = 1; W = 2; R = 4; RW = 6
t('flag', lambda: (P(3), P.X | P.R, ~P.X, P(0), P.RW, list(P), list(P.RW), list(P(7)), len(P), len(P.RW), repr(P(0)), str(P(7)), P.X in P.RW, bool(P(0))))
t('flagbad', lambda: P(8))
t('flagneg', lambda: P(-1))
t('flagtype', lambda: P('a'))
t('flagor', lambda: P.X | 1)
t('flagin', lambda: 1 in P.X)
class I(IntFlag):
    X = 1; W = 2; R = 4; RW = 6
t('iflag', lambda: (I(3), I.X | I.R, ~I.X, I(0), I(9), I(-1), str(I(9)), str(I.X), f'{I.X}', I.X | 8, list(I(9)), repr(I(8)), I.X+1, I(9).name, I(8).name,I(16)&1))
t('name', lambda: (P.X.name, P(3).name, P(0).name, P(3).value))
class B1(Flag, boundary=CONFORM): A=1; B=2
class B2(Flag, boundary=EJECT): A=1; B=2
class B3(Flag, boundary=KEEP): A=1; B=2
class B4(IntFlag, boundary=STRICT): A=1; B=2
t('b', lambda: (B1(5), B2(5), B3(5), B1(-1), B3(-1),B2(-1)))
t('b4', lambda: B4(5))
t('b4', lambda: B4.A | 8)
t('bound', lambda: (P._boundary_, I._boundary_, repr(STRICT), P._flag_mask_, P._all_bits_, P._singles_mask_))
