//! Statements of a fixed form around a few expressions: what the library's classes do.

use crate::make::{Make, Ty};

impl Make<'_> {
    pub(crate) fn data_class(&mut self) {
        let name = self.fresh("P");
        let (i, j, s) = (
            self.plain(Ty::Int),
            self.plain(Ty::Int),
            self.plain(Ty::Str),
        );
        match self.src.below(4) {
            0 | 1 => {
                let options = self.src.pick(&[
                    "",
                    "(order=True)",
                    "(frozen=True)",
                    "(slots=True, kw_only=True)",
                    "(eq=False, repr=True)",
                ]);
                self.line(&format!("@dataclasses.dataclass{options}"));
                self.line(&format!("class {name}:"));
                self.line(&format!("    x: int = {i}"));
                self.line(&format!("    y: str = {s}"));
                self.line("    z: list = dataclasses.field(default_factory=list, compare=False)");
                self.line(&format!("{name}v = {name}(x={j})"));
                self.line(&format!("print({name}v, dataclasses.astuple({name}v), dataclasses.replace({name}v, y={s}))"));
                self.line(&format!(
                    "print({name}v == {name}(x={j}), [f.name for f in dataclasses.fields({name})])"
                ));
                self.line(&format!("print({name}v < {name}(x={i}))"));
                self.line(&format!("{name}v.x = 5"));
            }
            2 => {
                self.line(&format!(
                    "{name} = collections.namedtuple('{name}', 'x y', defaults=[{s}])"
                ));
                self.line(&format!("{name}v = {name}({i}); print({name}v, {name}v._asdict(), {name}v._replace(x={j}), {name}v[1:])"));
                self.line(&format!(
                    "x, y = {name}v; print(x, y, {name}v == (x, y), {name}v < (x,))"
                ));
                self.line(&format!("print({name}(1, 2, 3))"));
            }
            _ => {
                let text = self.expr(Ty::Str);
                self.line(&format!(
                    "{name} = collections.Counter({text}); {name}.update([{s}, {s}])"
                ));
                self.line(&format!(
                    "print({name}, {name}.most_common(2), {name}.total())"
                ));
                let iterable = self.iterable();
                self.line(&format!("{name}d = collections.deque({iterable}, maxlen=4); {name}d.rotate({i} % 3); {name}d.appendleft({j})"));
                self.line(&format!("print({name}d, {name}d[-1], {name}d.count({i}))"));
                self.line(&format!("{name}e = collections.defaultdict(list); {name}e[{s}].append({i}); print({name}e, {name}e['q'])"));
            }
        }
    }

    pub(crate) fn enumeration(&mut self) {
        let name = self.fresh("N");
        let (i, s) = (self.plain(Ty::Int), self.plain(Ty::Str));
        let base = self.src.pick(&[
            "enum.Enum",
            "enum.IntEnum",
            "enum.Flag",
            "enum.IntFlag",
            "enum.StrEnum",
        ]);
        self.line(&format!("class {name}({base}):"));
        match base {
            "enum.StrEnum" => self.line(&format!("    A = {s}; B = enum.auto(); C = 'c'")),
            "enum.Enum" => self.line(&format!("    A = {i}; B = {s}; C = enum.auto()")),
            _ => self.line("    A = 1; B = enum.auto(); C = 4"),
        }
        self.line(&format!("print(list({name}), {name}.A, {name}['B'].name, {name}.C.value, {name}.A is {name}['A'])"));
        match base {
            "enum.Flag" | "enum.IntFlag" => {
                self.line(&format!(
                    "print({name}.A | {name}.C, {name}.B in {name}(6), ~{name}.A, {name}({i} & 7))"
                ));
            }
            "enum.IntEnum" => self.line(&format!(
                "print({name}.A + 1, {name}.B < {i}, f'{{{name}.C:>4}}')"
            )),
            _ => self.line(&format!("print(repr({name}({i})))")),
        }
    }

    /// Code in a text, and what it leaves.
    pub(crate) fn run_text(&mut self) {
        let name = self.fresh("x");
        let value = self.in_comprehension(|make| make.expr(Ty::Int));
        let quoted = value
            .replace('\\', "\\\\")
            .replace('\'', "\\'")
            .replace('\n', "\\n");
        match self.src.below(3) {
            0 => self.line(&format!("print(eval('{quoted}'))")),
            1 => {
                self.line(&format!("{name} = {{'C': C, 'V': V}}"));
                self.line(&format!(
                    "exec('r = ({quoted}) + 1\\ndef f(): return r', {name})"
                ));
                self.line(&format!("print({name}['r'], {name}['f']())"));
            }
            _ => {
                self.line(&format!(
                    "exec(compile('for i in range(3): print(i, {quoted})', '<{name}>', 'exec'))"
                ));
            }
        }
    }

    /// Descriptors, metaclasses and the hooks of classes.
    pub(crate) fn descriptor(&mut self) {
        let name = self.fresh("D");
        let (i, s) = (self.plain(Ty::Int), self.plain(Ty::Str));
        match self.src.below(4) {
            0 => {
                self.line(&format!("class {name}:"));
                self.line("    def __set_name__(self, owner, name):");
                self.line("        print('name', owner.__name__, name)");
                self.line("    def __get__(self, obj, kind=None):");
                self.line(&format!("        return obj is None, {i}"));
                self.line("    def __set__(self, obj, value):");
                self.line("        print('assigned', value)");
                self.line(&format!("class {name}o:"));
                self.line(&format!("    d = {name}()"));
                self.line(&format!("{name}v = {name}o(); {name}v.d = {s}"));
                self.line(&format!("print({name}v.d, {name}o.d, vars({name}v))"));
                self.line(&format!("del {name}v.d"));
            }
            1 => {
                self.line(&format!("class {name}(type):"));
                self.line("    def __new__(mcs, name, bases, ns, **kw):");
                self.line("        print('new', name, sorted(kw))");
                self.line("        return super().__new__(mcs, name, bases, ns)");
                self.line("    def __init__(cls, name, bases, ns, **kw):");
                self.line(&format!("        cls.tag = {s}"));
                self.line("    def __call__(cls, *args):");
                self.line("        print('call', args)");
                self.line("        return super().__call__()");
                self.line(&format!("class {name}o(metaclass={name}, k={i}):"));
                self.line("    pass");
                self.line(&format!("print({name}o({i}).tag, type({name}o).__name__)"));
            }
            2 => {
                self.line(&format!("class {name}:"));
                self.line("    subs = []");
                self.line("    def __init_subclass__(cls, /, k=0, **kw):");
                self.line("        super().__init_subclass__(**kw)");
                self.line("        cls.subs.append((cls.__name__, k))");
                self.line("    def __class_getitem__(cls, item):");
                self.line("        return cls.__name__, item");
                self.line(&format!("class {name}a({name}, k={i}): pass"));
                self.line(&format!("class {name}b({name}a): __slots__ = ('x',)"));
                self.line(&format!("print({name}.subs, {name}b[{s}])"));
                self.line(&format!("class {name}c({name}, z={i}): pass"));
            }
            _ => {
                self.line(&format!("class {name}:"));
                self.line("    __slots__ = ('x', '__y')");
                self.line("    def __init__(self, x):");
                self.line(&format!("        self.x = x; self.__y = {i}"));
                self.line("    @functools.cached_property");
                self.line("    def z(self): return 1");
                self.line("    @functools.singledispatchmethod");
                self.line("    def m(self, v): return 'any'");
                self.line("    @m.register");
                self.line("    def _(self, v: int): return 'int'");
                self.line(&format!("{name}v = {name}({s})"));
                self.line(&format!(
                    "print({name}v.x, {name}v._{name}__y, {name}v.m({i}), {name}v.m(None))"
                ));
                self.line(&format!("{name}v.w = {i}"));
            }
        }
    }
}
