# Lines, joined and not: backslashes, brackets, comments, blank lines, semicolons, form feeds and tabs.
total = 1 + \
    2 + \
        3
print(total, [
    1,  # a comment inside

    2,
        # indented comment
3, ][
    -1
])
if True and \
   not False:
    print('continued condition')
if total == 6: print('one'); print('line'); x = 5;
else: print('never')
for i in range(3): x += i; y = x
print(x, y)
class Short: a = 1; b = a + 1; c = lambda self: self.b
def short(): "doc"; return short.__doc__
print(Short().c(), short())
if x:
	print('tab')
	if y:
	    print('tab and spaces')
while x:
  x -= 4
  if x < 0:
                break
  else:
      continue
print(x)

    # a comment that is indented does not open a block
print('text \
over a line', "a" 'b' """c
d""" 'e', r'raw \
stays')
print(len('''
'''), '''a"b'c''', """ends with quote\"""", 'tab\there', "\
")
def nested():
    def deeper():
        def deepest():
            return (yield from (
                item
                for item in (
                    1, 2,
                )
                if item
            ))
        return deepest
    return deeper
print(list(nested()()()))
result = (1
+ 2
)
print(result); print(
    'a'
    'b'
    f'{result}'
    rb''.decode()
)
try: 1 / 0
except ZeroDivisionError: print('division')
finally: print('finally')
with open(__file__) as f: first = f.readline(); second = f.readline()
print(first[:8], second.rstrip(chr(10)), sep='|')
for source in ['x = 1 \\', 'x = (1,\n', 'x = 1 \\ \ny', 'if 1:\n  a\n b', 'if 1:\n\ta\n        b', ' x', 'x\n  y', '"a\nb"', '\\', 'a\\b', "'''x", 'if 1: if 2: 3', 'for x in y: def f(): 1', 'x = 5 6', 'pass;;pass', ';', 'x;\n', '# only', '\n\n', '\fx = 1']:
    try:
        compile(source, 'source', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset)
