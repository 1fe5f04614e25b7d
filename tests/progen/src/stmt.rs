//! Simple statements, blocks, and the choice between all statements.

use crate::make::{Make, PLAIN, Place, Ty};
use crate::source::SpanKind;

/// How deep blocks nest.
const DEEPEST: u32 = 3;

impl Make<'_> {
    /// Statements, each behind a byte that says that there is one more; `pass` where there is
    /// none.
    pub(crate) fn block(&mut self) {
        self.indent += 1;
        self.blocks += 1;
        let before = self.out.len();
        let mut count = 0;
        while count < 5 {
            let start = self.src.mark();
            if self.src.below(4) == 0 {
                break;
            }
            self.statement();
            self.src.span(start, SpanKind::Statement);
            count += 1;
        }
        if self.out.len() == before {
            self.line("pass");
        }
        self.blocks -= 1;
        self.indent -= 1;
    }

    /// One statement of any kind.
    pub(crate) fn statement(&mut self) {
        let kind = self.src.below(64);
        let kind = if self.blocks > DEEPEST {
            kind % 22
        } else {
            kind
        };
        match kind {
            0..=3 => self.print(),
            4..=6 => self.assign(),
            7..=9 => self.augment(),
            10 => self.unpack(),
            11..=13 => self.mutate(),
            14 => self.delete(),
            15 => self.assert(),
            16 => self.raise(),
            17 | 18 => self.leave_block(),
            19 | 20 => self.give(),
            21 => self.object_statement(),
            22..=25 => self.branch(),
            26..=30 => self.repeat(),
            31 | 32 => self.while_loop(),
            33..=36 => self.attempt(),
            37 | 38 => self.with(),
            39..=42 => self.matching(),
            43..=46 => self.function(),
            47..=49 => self.generator(),
            50..=53 => self.class(),
            54 | 55 => self.coroutine(),
            56 => self.group(),
            57 => self.closure(),
            58 => self.recursion(),
            59 => self.send(),
            60 => self.data_class(),
            61 => self.enumeration(),
            62 => self.run_text(),
            _ => self.descriptor(),
        }
    }

    /// How a value of that type is shown.
    pub(crate) fn shown(&mut self, ty: Ty) -> String {
        let value = self.expr(ty);
        if ty == Ty::Set {
            return format!("sorted({value})");
        }
        value
    }

    pub(crate) fn print(&mut self) {
        let ty = self.ty();
        let value = self.shown(ty);
        let text = match self.src.below(6) {
            0..=2 => format!("print({value})"),
            3 => format!("print(repr({value}), end='|\\n')"),
            4 => {
                let other = self.shown_ty();
                let more = self.expr(other);
                format!("print({value}, {more}, sep='; ')")
            }
            _ => format!("print(*[{value}])"),
        };
        self.line(&text);
    }

    /// An expression whose value stays small.
    pub(crate) fn bounded(&mut self, ty: Ty) -> String {
        self.grew = false;
        let value = self.expr(ty);
        match self.grew {
            true => format!("C({value})"),
            false => value,
        }
    }

    pub(crate) fn assign(&mut self) {
        let ty = match self.src.below(8) {
            7 if !self.classes.is_empty() => {
                let count = self.classes.len().min(256);
                Ty::Object(self.src.below(count))
            }
            kind => PLAIN[(kind + self.src.below(2) * 7) % PLAIN.len()],
        };
        let value = self.bounded(ty);
        let old = self.src.below(2) == 1;
        let name = match self.assignable(ty) {
            Some(name) if old => name,
            _ => self.bind("v", ty),
        };
        match self.src.below(8) {
            6 => {
                let other = self.bind("v", ty);
                self.line(&format!("{name} = {other} = {value}"));
            }
            7 if !self.is_borrowed(&name) => self.line(&format!("{name}: 'note' = {value}")),
            _ => self.line(&format!("{name} = {value}")),
        }
    }

    fn augment(&mut self) {
        let ty = self.src.pick(&[
            Ty::Int,
            Ty::Str,
            Ty::Ints,
            Ty::Float,
            Ty::Dict,
            Ty::Set,
            Ty::Tuple,
            Ty::Bytes,
        ]);
        let sign = match ty {
            Ty::Int => self
                .src
                .pick(&["+=", "-=", "//=", "%=", "|=", "&=", "^=", ">>="]),
            Ty::Float => self.src.pick(&["+=", "-=", "/=", "*="]),
            Ty::Dict => "|=",
            Ty::Set => self.src.pick(&["|=", "&=", "-=", "^="]),
            _ => "+=",
        };
        let value = match ty {
            // What grows in a loop is clamped, or is of known size.
            Ty::Int | Ty::Float | Ty::Dict | Ty::Set => self.bounded(ty),
            _ if self.src.once_in(12) => self.operand(Ty::Int),
            _ => self.literal(ty),
        };
        let Some(name) = self.assignable(ty) else {
            let name = self.bind("v", ty);
            self.line(&format!("{name} = {value}"));
            return;
        };
        self.line(&format!("{name} {sign} {value}"));
    }

    fn unpack(&mut self) {
        let source = match self.src.below(4) {
            0 => format!("{}, {}", self.expr(Ty::Int), self.expr(Ty::Int)),
            1 => self.expr(Ty::Tuple),
            2 => self.iterable(),
            _ => self.expr(Ty::Ints),
        };
        let (a, b) = (self.bind("v", Ty::Int), self.bind("v", Ty::Int));
        let text = match self.src.below(6) {
            0 => format!("{a}, {b} = {source}"),
            1 => {
                let rest = self.bind("v", Ty::Ints);
                format!("{a}, *{rest}, {b} = {source}")
            }
            2 => {
                let rest = self.bind("v", Ty::Ints);
                format!("[{a}, {b}, *{rest}] = {source}")
            }
            3 => format!("{a}, ({b}, *_) = {}, ({source})", self.expr(Ty::Int)),
            4 => format!("{a}, {b} = 1, 2; {a}, {b} = {b}, {a}"),
            _ => {
                let list = self.assignable(Ty::Ints).unwrap_or_else(|| "_".to_owned());
                format!("{a} = {b} = 0; {a}, {list}[{a}:1] = {source}")
            }
        };
        self.line(&text);
    }

    /// Changes a container in place.
    fn mutate(&mut self) {
        let ty = self.src.pick(&[Ty::Ints, Ty::Dict, Ty::Strs, Ty::Set]);
        let Some(name) = self.readable(ty) else {
            let value = self.literal(ty);
            let name = self.bind("v", ty);
            self.line(&format!("{name} = {value}"));
            return;
        };
        let text = match ty {
            Ty::Ints => {
                let index = self.in_comprehension(Make::index);
                let value = self.in_comprehension(|make| make.bounded(Ty::Int));
                match self.src.below(14) {
                    0 | 1 => format!("{name}.append({value})"),
                    2 => format!("{name}[{index}] = {value}"),
                    3 => format!("{name}.insert({index}, {value})"),
                    4 => format!("print({name}.pop({index}))"),
                    5 => format!("{name}.sort(key=lambda k: -k)"),
                    6 => format!("{name}.reverse()"),
                    7 => format!("{name}[{index}:] = {}", self.iterable()),
                    8 => format!("{name}[::2] = [{value}] * len({name}[::2])"),
                    9 => format!("{name}.remove({value})"),
                    10 => format!("{name}.extend(itertools.islice({}, 3))", self.iterable()),
                    11 => format!("{name}[{index}] += {value}"),
                    12 => format!("{name}[1:2] = {}[:4]", self.literal(Ty::Ints)),
                    _ => format!("{name}.clear()"),
                }
            }
            Ty::Dict => {
                let key = self.plain(Ty::Str);
                let value = self.in_comprehension(|make| make.bounded(Ty::Int));
                match self.src.below(8) {
                    0 | 1 => format!("{name}[{key}] = {value}"),
                    2 => format!("print({name}.setdefault({key}, {value}))"),
                    3 => format!("{name}.update({})", self.expr(Ty::Dict)),
                    4 => format!("print({name}.pop({key}, {value}))"),
                    5 => format!("print({name}.popitem())"),
                    6 => format!("{name}[{key}] += {value}"),
                    _ => format!("{name}.update(a={value})"),
                }
            }
            Ty::Set => {
                let value = self.expr(Ty::Int);
                let method = self.src.pick(&["add", "discard", "remove", "__contains__"]);
                format!("{name}.{method}({value})")
            }
            _ => {
                let value = self.literal(Ty::Str);
                let method = self.src.pick(&["append", "remove", "count", "index"]);
                format!("print({name}.{method}({value}))")
            }
        };
        self.line(&text);
    }

    fn delete(&mut self) {
        let text = match self.src.below(4) {
            0 => format!("del {}[{}]", self.var_name(Ty::Ints), self.index()),
            1 => format!("del {}[{}]", self.var_name(Ty::Dict), self.expr(Ty::Str)),
            2 => {
                let index = self.index();
                format!("del {}[:{index}:2]", self.var_name(Ty::Ints))
            }
            _ => {
                let Some(name) = self.assignable(Ty::Float) else {
                    return self.line("pass");
                };
                // What is deleted may still be read: that is an error of its own.
                format!("del {name}")
            }
        };
        self.line(&text);
    }

    /// A variable to begin a target with; a literal would be no target.
    fn var_name(&mut self, ty: Ty) -> String {
        match self.readable(ty) {
            Some(name) => name,
            None => format!("({})", self.literal(ty)),
        }
    }

    fn assert(&mut self) {
        let condition = self.expr(Ty::Bool);
        let text = match self.src.below(2) {
            0 => format!("assert {condition}"),
            _ => format!("assert {condition}, {}", self.expr(Ty::Str)),
        };
        self.line(&text);
    }

    /// An exception to raise.
    pub(crate) fn exception(&mut self) -> String {
        let class = self.src.pick(&[
            "ValueError",
            "KeyError",
            "Boom",
            "Bang",
            "TypeError",
            "IndexError",
            "ZeroDivisionError",
            "OSError",
            "StopIteration",
            "RuntimeError",
            "LookupError",
        ]);
        match self.src.below(4) {
            0 => class.to_owned(),
            1 => format!("{class}({})", self.expr(Ty::Str)),
            2 => format!("{class}({}, {})", self.expr(Ty::Int), self.literal(Ty::Str)),
            _ => format!("{class}()"),
        }
    }

    pub(crate) fn raise(&mut self) {
        let what = self.exception();
        let text = match self.src.below(5) {
            0..=2 => format!("raise {what}"),
            3 => format!("raise {what} from {}", self.exception()),
            _ => format!("raise {what} from None"),
        };
        let condition = self.expr(Ty::Bool);
        self.line(&format!("if {condition}:"));
        self.line(&format!("    {text}"));
    }

    /// `break`, `continue` or `return`, where there is one.
    fn leave_block(&mut self) {
        let condition = self.expr(Ty::Bool);
        let text = match self.src.below(3) {
            0 if self.loops > 0 => "break".to_owned(),
            1 if self.loops > 0 => "continue".to_owned(),
            _ => match self.place {
                Place::Function(ty) | Place::Async(ty) => format!("return {}", self.bounded(ty)),
                Place::Generator => format!("return {}", self.expr(Ty::Int)),
                Place::Module => return self.print(),
            },
        };
        self.line(&format!("if {condition}:"));
        self.line(&format!("    {text}"));
    }

    /// What only generators and coroutines do.
    pub(crate) fn give(&mut self) {
        match self.place {
            Place::Generator if self.no_yield == 0 => {
                let value = self.bounded(Ty::Int);
                match self.src.below(4) {
                    0 | 1 => self.line(&format!("yield {value}")),
                    2 => {
                        let name = self.fresh("got");
                        self.line(&format!("{name} = yield {value}"));
                        self.line(&format!("print('got', {name})"));
                    }
                    _ => {
                        let iterable = self.iterable();
                        self.line(&format!(
                            "print((yield from itertools.islice({iterable}, 6)))"
                        ));
                    }
                }
            }
            Place::Async(_) => self.awaiting(),
            _ => self.assign(),
        }
    }
}
