import json

def show(*args, **kwargs):
    try:
        print(ascii(json.dumps(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

values = [None, True, False, 0, -5, 10**30, 1.0, -0.0, 1e100, 1.5e-7, float('nan'), float('inf'), float('-inf'), '', 'abc', 'ä€😀', '"\\/\b\f\n\r\t\x00\x1f\x7f', '\ud800',
          [], (), {}, [1, 2], (1, [2, (3,)]), {'a': 1}, {'a': [1, {'b': None}], 'c': {}}, {1: 2, 1.5: 3, True: 4, None: 5}, [[], {}, [[]]], {'ä': 'ö'}]
for value in values:
    show(value)
    show(value, indent=2)
    show(value, ensure_ascii=False)
nested = {'b': [1, 2, {'x': (), 'y': {'z': 'q'}}], 'a': {'k': [[]]}, 'c': 'd'}
show(nested, sort_keys=True)
show(nested, indent=4, sort_keys=True)
show(nested, indent='\t')
show(nested, indent=0)
show(nested, indent=-1)
show(nested, indent=True)
show(nested, separators=(',', ':'))
show(nested, indent=1, separators=(';', '='))
show(float('nan'), allow_nan=False)
show([float('inf')], allow_nan=False)
show(object)
show({(1, 2): 3})
show({(1, 2): 3, 'a': 4}, skipkeys=True)
show({1: 2, 'a': 3}, sort_keys=True)
show([print], default=lambda o: 'fn')
show({'x': print}, default=lambda o: [1, 2], indent=1)
show(print, default=lambda o: o)
loop = []
loop.append(loop)
show(loop)
d = {}
d['d'] = {'e': d}
show(d)
class C: pass
show(C())
show([C()], default=lambda o: {'class': type(o).__name__})
deep = []
for i in range(100000): deep = [deep]
try:
    json.dumps(deep)
except RecursionError as e:
    print('deep')
class File:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
f = File()
json.dump({'a': [1, 2]}, f, indent=1)
print(repr(f.text))
