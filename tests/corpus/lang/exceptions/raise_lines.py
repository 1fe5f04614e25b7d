# Bare `raise`: lines of tracebacks and of the frames in them.
import sys
import traceback


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


def r1():
    try:
        raise ValueError('a')
    except ValueError:
        x = 1
        raise
def r2():
    try:
        r1()
    except ValueError as e:
        tb = e.__traceback__
        out = []
        while tb: out.append((tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_frame.f_code.co_name, tb.tb_lasti >= 0)); tb = tb.tb_next
        print(out)
        raise
def r3():
    try: r2()
    except ValueError as e:
        tb = e.__traceback__
        out = []
        while tb: out.append((tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_frame.f_code.co_name)); tb = tb.tb_next
        print(out)
        try:
            raise e
        except ValueError as e2:
            out = []; tb = e2.__traceback__
            while tb: out.append((tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_frame.f_code.co_name)); tb = tb.tb_next
            print(out)
r3()
def r4():
    try:
        1/0
    except ZeroDivisionError:
        try:
            raise
        finally:
            print(sys.exc_info()[2].tb_lineno, sys._getframe().f_lineno)
try: r4()
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def r5():
    raise
t('bare', r5)
def r6():
    try: 1/0
    except ZeroDivisionError:
        r5()
try: r6()
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def r7():
    try:
        try: 1/0
        except ZeroDivisionError as e:
            e.__traceback__ = None
            raise
    except ZeroDivisionError as e: traceback.print_exc(file=sys.stdout)
r7()
def r8():
    try:
        try: 1/0
        finally: x = 1
    except ZeroDivisionError as e: print(e.__traceback__.tb_lineno, e.__traceback__.tb_frame.f_lineno)
r8()
def r9():
    for i in range(2):
        try:
            try: 1/0
            except ZeroDivisionError as e:
                s = e; raise s from None
        except ZeroDivisionError as e: traceback.print_exc(file=sys.stdout)
r9()
