"""The package `test`: helpers of ours first, then CPython's files where they are installed.

The runner appends the folder of the installed package to `__path__`.
"""
