//! Statements of a fixed form around a few expressions: what the library's classes do.

use crate::make::{Make, Ty};

impl Make<'_> {
    pub(crate) fn data_class(&mut self) {
        let name = self.fresh("P");
        let (i, j, s) = (self.expr(Ty::Int), self.expr(Ty::Int), self.expr(Ty::Str));
        match self.src.below(4) {
            0 | 1 => {
                let options = self.src.pick(&["", "(order=True)", "(frozen=True)", "(slots=True, kw_only=True)", "(eq=False, repr=True)"]);
                self.line(&format!("@dataclasses.dataclass{options}"));
                self.line(&format!("class {name}:"));
                self.line(&format!("    x: int = {i}"));
                self.line(&format!("    y: str = {s}"));
                self.line("    z: list = dataclasses.field(default_factory=list, compare=False)");
                self.line(&format!("{name}v = {name}(x={j})"));
                self.line(&format!("print({name}v, dataclasses.astuple({name}v), dataclasses.replace({name}v, y={s}))"));
                self.line(&format!("print({name}v == {name}(x={j}), [f.name for f in dataclasses.fields({name})])"));
                self.line(&format!("print({name}v < {name}(x={i}))"));
                self.line(&format!("{name}v.x = 5"));
            }
            2 => {
                self.line(&format!("{name} = collections.namedtuple('{name}', 'x y', defaults=[{s}])"));
                self.line(&format!("{name}v = {name}({i}); print({name}v, {name}v._asdict(), {name}v._replace(x={j}), {name}v[1:])"));
                self.line(&format!("x, y = {name}v; print(x, y, {name}v == (x, y), {name}v < (x,))"));
                self.line(&format!("print({name}(1, 2, 3))"));
            }
            _ => {
                let text = self.expr(Ty::Str);
                self.line(&format!("{name} = collections.Counter({text}); {name}.update([{s}, {s}])"));
                self.line(&format!("print({name}, {name}.most_common(2), {name}.total())"));
                let iterable = self.iterable();
                self.line(&format!("{name}d = collections.deque({iterable}, maxlen=4); {name}d.rotate({i} % 3); {name}d.appendleft({j})"));
                self.line(&format!("print({name}d, {name}d[-1], {name}d.count({i}))"));
                self.line(&format!("{name}e = collections.defaultdict(list); {name}e[{s}].append({i}); print({name}e, {name}e['q'])"));
            }
        }
    }

    pub(crate) fn enumeration(&mut self) {
        let name = self.fresh("N");
        let (i, s) = (self.expr(Ty::Int), self.expr(Ty::Str));
        let base = self.src.pick(&["enum.Enum", "enum.IntEnum", "enum.Flag", "enum.IntFlag", "enum.StrEnum"]);
        self.line(&format!("class {name}({base}):"));
        match base {
            "enum.StrEnum" => self.line(&format!("    A = {s}; B = enum.auto(); C = 'c'")),
            "enum.Enum" => self.line(&format!("    A = {i}; B = {s}; C = enum.auto()")),
            _ => self.line("    A = 1; B = enum.auto(); C = 4"),
        }
        self.line(&format!("print(list({name}), {name}.A, {name}['B'].name, {name}.C.value, {name}.A is {name}['A'])"));
        match base {
            "enum.Flag" | "enum.IntFlag" => {
                self.line(&format!("print({name}.A | {name}.C, {name}.B in {name}(6), ~{name}.A, {name}({i} & 7))"));
            }
            "enum.IntEnum" => self.line(&format!("print({name}.A + 1, {name}.B < {i}, f'{{{name}.C:>4}}')")),
            _ => self.line(&format!("print(repr({name}({i})))")),
        }
    }

    /// Code in a text, and what it leaves.
    pub(crate) fn run_text(&mut self) {
        let name = self.fresh("x");
        let value = self.in_comprehension(|make| make.expr(Ty::Int));
        let quoted = value.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n");
        match self.src.below(3) {
            0 => self.line(&format!("print(eval('{quoted}'))")),
            1 => {
                self.line(&format!("{name} = {{'C': C, 'V': V}}"));
                self.line(&format!("exec('r = ({quoted}) + 1\\ndef f(): return r', {name})"));
                self.line(&format!("print({name}['r'], {name}['f']())"));
            }
            _ => {
                self.line(&format!("exec(compile('for i in range(3): print(i, {quoted})', '<{name}>', 'exec'))"));
            }
        }
    }
}
