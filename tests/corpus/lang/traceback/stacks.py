# Entries of stacks: extracted, walked, compared, formatted in another way.
import linecache
import sys
import traceback
from traceback import FrameSummary, StackSummary


def where():
    return traceback.extract_stack()


def outer():
    local = 'shown'
    return where(), traceback.extract_stack(limit=1), traceback.format_stack(limit=-1), traceback.extract_stack(sys._getframe())


found, nearest, texts, own = outer()
print([(entry.name, entry.lineno, entry.line) for entry in found])
print([(entry.name, entry.line) for entry in nearest], texts)
print([entry.name for entry in own], type(found).__name__, isinstance(found, list))
entry = found[0]
print(entry[1:], list(entry)[1:], len(entry), entry == tuple(entry), entry == FrameSummary(*tuple(entry)[:3]))
print(repr(entry).split('stacks.py')[1], entry.end_lineno, entry.colno, entry.locals)
print([(frame.f_code.co_name, line) for frame, line in traceback.walk_stack(sys._getframe())])


def fails(a):
    b = a * 2
    raise ValueError(b)


try:
    fails([1])
except ValueError as e:
    error = e
entries = traceback.extract_tb(error.__traceback__)
print([(entry.name, entry.lineno, entry.colno, entry.end_colno) for entry in entries])
print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
captured = StackSummary.extract(traceback.walk_tb(error.__traceback__.tb_next), capture_locals=True)
print(captured[0].locals, captured.format()[0].splitlines()[1:])
made = StackSummary.from_list([('no_file.py', 3, 'name', 'the line'), FrameSummary('x.py', 1, 'f', line='')])
print(made.format(), traceback.format_list(made) == made.format(), traceback.format_list([('f', 1, 'n', None)]))
print(FrameSummary('a', 1, 'n', locals={'x': 1}, line='code').locals, FrameSummary('a', None, 'n').line)


class Quiet(StackSummary):
    def format_frame_summary(self, frame_summary):
        return None if frame_summary.name == 'fails' else f'{frame_summary.name}\n'


print(Quiet.from_list(entries).format())
repeated = StackSummary.from_list([('f.py', 1, 'again', 'again()')] * 6)
print(''.join(repeated.format()))
traceback.print_list(repeated[:1], file=sys.stdout)
traceback.print_stack(limit=1, file=sys.stdout)
frame = error.__traceback__.tb_next.tb_frame
print(frame.f_locals)
traceback.clear_frames(error.__traceback__)
print(frame.f_locals)
sys.tracebacklimit = 1
try:
    fails(2)
except ValueError:
    traceback.print_exc(file=sys.stdout)
sys.tracebacklimit = 0
print(traceback.format_tb(error.__traceback__))
del sys.tracebacklimit
print(repr(linecache.getline(entry.filename, 1)), linecache.getline(entry.filename, 10000) == '')
print(linecache.getline('no_such_file.py', 1) == '', linecache.getlines('<string>'))
linecache.cache['invented'] = 10, None, ['one\n', 'two\n'], 'invented'
print(linecache.getlines('invented'), repr(linecache.getline('invented', 2)))
linecache.checkcache('invented')
print('invented' in linecache.cache)


class Loader:
    def get_source(self, name):
        return f'source of {name}\nmore'


print(linecache.lazycache('lazy.py', {'__name__': 'lazy', '__loader__': Loader()}), linecache.lazycache('<x>', {}))
print(linecache.getlines('lazy.py'))
linecache.clearcache()
print(linecache.cache)
