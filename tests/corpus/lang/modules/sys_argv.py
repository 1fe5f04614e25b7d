# args: one --two 3 é
import sys
print(len(sys.argv), sys.argv[1:], sys.argv[0].endswith("sys_argv.py"), type(sys.argv).__name__, sys.argv[0])
print(sys.getrecursionlimit())
