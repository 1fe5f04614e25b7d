"""Names of files for tests, and ways to get rid of them."""

import contextlib
import sys
import unittest

TESTFN = '@test_conformance_tmp'
TESTFN_ASCII = TESTFN
TESTFN_UNICODE = TESTFN + '-\xe0\xf2\u0258\u0141\u011f'
TESTFN_UNDECODABLE = None
TESTFN_UNENCODABLE = None
TESTFN_NONASCII = None
FS_NONASCII = ''
SAVEDCWD = ''


def unlink(path):
    import os
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmtree(path):
    import shutil
    shutil.rmtree(path, ignore_errors=True)


rmdir = rmtree


def create_empty_file(path):
    open(path, 'wb').close()


class FakePath:
    """Something with `__fspath__`."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        if isinstance(self.path, BaseException) or (
                isinstance(self.path, type) and issubclass(self.path, BaseException)):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """Changes to the environment that end with the block."""

    def __enter__(self):
        raise unittest.SkipTest('placeholder: environment variables')

    def __exit__(self, *details):
        pass


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    raise unittest.SkipTest('placeholder: the current folder')
    yield


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    raise unittest.SkipTest('placeholder: tempfile')
    yield


change_cwd = temp_cwd


def skip_unless_symlink(test):
    return unittest.skip('placeholder: symbolic links')(test)


def can_symlink():
    return False
