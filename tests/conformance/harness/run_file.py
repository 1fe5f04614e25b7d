"""Runs one test file: `run_file.py FOLDER MODULE [DONE]`, told to the conformance tool by lines.

FOLDER is that of the installed `test` package, MODULE the file's name within it, DONE how many
tests an earlier process has got through (the last of which crashed or hung). Lines of ours
start with a mark; whatever else is printed belongs to the tests.

    @@count N          the file has N tests
    @@start NAME       the test runs now
    @@pass | @@skip REASON | @@fail SUMMARY     how it ended, told once for each test
    @@trace LINE       what is known of a failure, before its line
    @@end              nothing is left
"""

import sys
import unittest

OUT = sys.stdout


def say(*words):
    print(*words, file=OUT, flush=True)


def one_line(text):
    text = text.replace('\n', '\\n').encode('utf-8', 'backslashreplace').decode()
    return text if len(text) <= 400 else text[:400] + '...'


def summary(exception):
    try:
        text = str(exception)
    except BaseException:
        text = '?'
    name = type(exception).__name__
    return one_line(f'{name}: {text}' if text else name)


def trace(exception):
    try:
        import traceback
        for text in traceback.format_exception(exception):
            for line in text.rstrip('\n').split('\n'):
                say('@@trace', one_line(line))
    except BaseException as error:
        walk = getattr(exception, '__traceback__', None)
        while walk is not None:
            say('@@trace', f'line {walk.tb_lineno}')
            walk = walk.tb_next


def collect(module):
    """The tests of a module as (class, method name), as `load_tests` or the loader orders them."""
    tests = []
    names = unittest.defaultTestLoader
    for key in sorted(vars(module)):
        value = vars(module)[key]
        if isinstance(value, type) and issubclass(value, unittest.TestCase):
            for name in names.getTestCaseNames(value):
                tests.append((key, value, name))
            if not names.getTestCaseNames(value) and hasattr(value, 'runTest'):
                tests.append((key, value, 'runTest'))
    return tests


class Classes:
    """setUpClass and tearDownClass, called when the class changes."""

    def __init__(self):
        self.current = None
        self.failed = None

    def enter(self, cls):
        if cls is self.current:
            return
        self.leave()
        self.current = cls
        self.failed = None
        if getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls.setUpClass()
        except BaseException as error:
            self.failed = error

    def leave(self):
        cls, self.current = self.current, None
        if cls is None or self.failed or getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls.tearDownClass()
            cls.doClassCleanups()
        except Exception as error:
            say('@@trace', 'tearDownClass:', summary(error))


def run(classes, cls, name):
    classes.enter(cls)
    if classes.failed is not None:
        raise classes.failed
    test = cls(name)
    test._run()
    if test._failures:
        what, error = test._failures[0]
        for place, other in test._failures[:5]:
            say('@@trace', 'subtest', one_line(place), summary(other))
        error.add_note(f'{len(test._failures)} subtests; the first: {what}')
        raise error


def main(folder, name, done, only):
    import placeholder
    placeholder.install()
    import pending_shim
    import test
    test.__path__.append(folder)
    try:
        module = __import__(f'test.{name}', fromlist=['*'])
        setup = getattr(module, 'setUpModule', None)
        if setup is not None:
            setup()
    except unittest.SkipTest as reason:
        say('@@count 1')
        say('@@start', 'import')
        trace(reason)
        say('@@skip', one_line(str(reason)))
        say('@@end')
        return
    tests = collect(module)
    say('@@count', len(tests))
    classes = Classes()
    for key, cls, method in tests[done:]:
        title = f'{key}.{method}'
        if only and only not in title:
            continue
        say('@@start', title)
        stdout, stderr = sys.stdout, sys.stderr
        try:
            run(classes, cls, method)
        except unittest.SkipTest as reason:
            say('@@skip', one_line(str(reason)))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            trace(error)
            say('@@fail', summary(error))
        else:
            say('@@pass')
        sys.stdout, sys.stderr = stdout, stderr
    classes.leave()
    say('@@end')


if __name__ == '__main__':
    main(
        sys.argv[1], sys.argv[2],
        int(sys.argv[3]) if len(sys.argv) > 3 else 0,
        sys.argv[4] if len(sys.argv) > 4 else '',
    )
