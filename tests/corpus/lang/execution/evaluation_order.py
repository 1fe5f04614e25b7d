"""Left to right: operands, arguments, targets, subscripts, displays, comparisons, decorators, defaults, chained assignment."""

trace = []


def t(value, label=None):
    trace.append(str(label if label is not None else value))
    return value


def run(label, action):
    trace.clear()
    try:
        result = action()
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(f'{label}: {" ".join(trace)} = {result}')


class Box:
    def __init__(self):
        self.items = {}

    def __setitem__(self, key, value):
        trace.append(f'[{key}]={value}')
        self.items[key] = value

    def __getitem__(self, key):
        trace.append(f'[{key}]')
        return self.items.get(key, 0)

    def __setattr__(self, name, value):
        if name != 'items':
            trace.append(f'.{name}={value}')
        super().__setattr__(name, value)

    def __delitem__(self, key):
        trace.append(f'del[{key}]')


def f(*args, **kwargs):
    trace.append('call')
    return args, kwargs


box = Box()
run('arithmetic', lambda: t(1) + t(2) * t(3) ** t(2, '2b') - t(4))
run('comparison', lambda: t(1) < t(3) < t(2) < t(9))
run('boolean', lambda: t(0) or t('') or t(5) and t(6) and t(0, 'zero') or t(7))
run('conditional', lambda: t('then') if t(0, 'test') else t('else'))
run('call', lambda: t(f, 'f')(t(1), *t([2], '*'), t(3), k=t(4), **t({'z': 5}, '**'), l=t(6)))
run('call late star', lambda: f(a=t(1), *t([2], 'star'), b=t(3)))
run('dict', lambda: {t('k1'): t('v1'), **t({'m': 1}, '**'), t('k2'): t('v2')})
run('set and list', lambda: ([t(1), *t([2], '*'), t(3)], {t(4), t(5)} and 'set', (t(6), t(7))[t(1, 'index')]))
run('slice', lambda: t('abcdef', 'object')[t(1, 'start'):t(5, 'stop'):t(2, 'step')])
run('comprehension', lambda: [t(y, f'y{y}') for x in t([1, 2], 'outer') if t(x > 1, f'if{x}') for y in t([x], 'inner')])
run('dict comprehension', lambda: {t(i, f'k{i}'): t(i * i, f'v{i}') for i in t(range(2), 'range')})
run('generator', lambda: (t(i) for i in t([1], 'now')) and 'made')
run('lambda defaults', lambda: (lambda a=t(1), *, b=t(2), c=t(3): (a, b, c))())
run('format', lambda: f'{t(1)!r:>{t(4)}} {t("x"):{t("<")}{t(3)}}')
run('walrus', lambda: (t(1), (x := t(2)) + x, x))
run('identity', lambda: t([]) is not t([]) in t([[]], 'in'))
run('attribute', lambda: t('a', 'object').join(t(['x', 'y'], 'argument')))


def assignments():
    t(box, 'b')[t('i')], t(box, 'c').attr = t(1), t(2)
    t(box, 'd')[t('j')] = t(box, 'e')[t('k')] = t(3)
    t(box, 'f')[t('l')] += t(4)
    (t(box, 'g')[t('m')], *t(box, 'h')[t('n')]), t(box, 'o').p = t(('q', 'r', 's'), 'tuple'), t('w')
    for t(box, 'loop')[t('v')] in t([1, 2], 'iterable'):
        trace.append('body')
    with t(Manager(), 'manager') as t(box, 'with')[t('w')]:
        trace.append('inside')
    del t(box, 'x')[t('y')], t(box, 'z')[t('0')]
    t(box, 'ann')[t('a')]: t(int, 'never') = t(5)
    return 'done'


class Manager:
    def __enter__(self):
        trace.append('enter')
        return 'entered'

    def __exit__(self, *details):
        trace.append('exit')


run('assignments', assignments)


def definitions():
    @t(lambda g: t(g, 'apply1'), 'decorator1')
    @t(lambda g: t(g, 'apply2'), 'decorator2')
    def g(a: t(int, 'annotation a') = t(1, 'default a'), *args: t(int, 'annotation args'), k: t(int, 'annotation k') = t(2, 'default k')) -> t(int, 'returns'):
        pass

    class C(t(object, 'base'), metaclass=t(type, 'metaclass')):
        t(0, 'body')
    assert t(1, 'assert'), t('message')
    raise t(KeyError, 'raise') from t(ValueError('v'), 'from')


run('definitions', definitions)


def failing():
    a = [0]
    a[t(5)] = t(1)


run('failing store', failing)
run('failing call', lambda: t(None, 'callee')(t(1)))
run('failing unpack', lambda: [x for x, y in [t((1,), 'pair')]])
run('failing add', lambda: t(1) + t('a') + t('never'))
