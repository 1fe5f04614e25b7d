"""Names: Unicode letters, NFKC, soft keywords as names, private names, underscores, and what is no name."""
import keyword

größe, naïve, π, 变量, ñ1, _, __, ª = range(8)
print(größe, naïve, π, 变量, ñ1, _, __, ª, a, sorted(name for name in globals() if not name.isascii()))
ﬁne = 'ligature'
print(fine, 'fine' in globals(), 'ﬁne' in globals(), ℌ if 'H' in globals() else 'no H')
K = 'kelvin sign'
print(K, '\u212a' == 'K')


class Names:
    ﬁeld = 1

    def __init__(self, ﬂag=2):
        self.ﬂag = ﬂag
        self.__private = 3
        self.__dunder__ = 4
        self._Names__same = 5
        self.___ = 6

    def look(self):
        return self.__private, self.__same, self.__dunder__, self.___, sorted(vars(self))


n = Names(flag=7)
print(n.flag, n.ﬂag, Names.field, n.look(), getattr(n, 'ﬁeld', 'getattr does not normalise'), Names(**{'flag': 8}).flag)

match = 1
case = {'match': match}
type = 'type'
match match:
    case 1 as case:
        print('case', case, type)
match = lambda x: ('called', x)
print(match(2), match (3), [match][0](4), match(*[6]))
print(keyword.iskeyword('match'), keyword.issoftkeyword('match'), keyword.softkwlist, len(keyword.kwlist))
_ = [_ for _ in range(3)]
print(_, [name for name in ('a', 'ﬁ', '1a', 'a-b', 'é', 'e\u0301', '_', '', 'if', 'a b', '·a', 'a·', '℘', '\u2118x', '𝐱', '名', '\u0300a') if name.isidentifier()])
𝐱 = 'bold x'
print(x, 'e\u0301' == 'é', dir(Names())[-2:])
exec('é = 1\ne\u0301 += 1\nprint(é)')
for source in 'a·b = 1', '·a = 1', '€ = 1', 'a€', '1é', 'x = “a”', 'a\u00a0= 1', 'a\u200b = 1', 'x = a–b', 'None = 1', 'ﬁnally = 1', 'if̣ = 2', '℮ = 1; print(℮)', 'lambda ﬁ: fi', 'def f(ﬁ, fi): 1', '𝐝𝐞𝐟 f(): 1', '𝐓𝐫𝐮𝐞 = 1':
    try:
        exec(compile(source, 'names', 'exec'))
        print(ascii(source), 'fine')
    except SyntaxError as error:
        print(ascii(source), ascii(error.msg), error.offset)
