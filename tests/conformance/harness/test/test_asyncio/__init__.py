"""The package `test.test_asyncio`: helpers of ours first, then CPython's files."""

import test

__path__.extend(folder + '/test_asyncio' for folder in test.__path__[1:])
