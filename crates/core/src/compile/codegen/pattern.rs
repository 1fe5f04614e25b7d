//! Patterns: each looks at the value in a register and jumps to a label if it fails.
//!
//! Invariants: what a pattern has captured stays in its register, below [`Unit::top`]
//! (super::Unit), until the case binds the names; so temporaries are only taken, never given
//! back, while a pattern is compiled. Errors are reported where CPython reports them, which is
//! the pattern that it has visited last, not the one it is back at.

use super::{Gen, Label, Res};
use crate::compile::chunk::Const;
use crate::compile::names::{Sym, join, push};
use crate::compile::opcode::Op;
use crate::compile::scope::quoted;
use crate::syntax::{
    Constant, Error, ExprId, ExprKind, ExprRange, NameId, NameRange, PatternId, PatternKind,
    PatternRange, unparse,
};
use alloc::vec::Vec;

/// The most items before a star, as CPython has it (and behind it, which is our own limit).
const MAX_AROUND_STAR: usize = 255;

/// What a pattern under way has found out.
pub(super) struct Found {
    /// The names and the registers of their values, in order.
    pub(super) stores: Vec<(Sym, u32)>,
    /// Whether a pattern that always matches is allowed here.
    irrefutable: bool,
}

impl Found {
    pub(super) fn new(irrefutable: bool) -> Found {
        Found {
            stores: Vec::new(),
            irrefutable,
        }
    }
}

impl Gen<'_> {
    /// Matches `R[reg]`, jumping to `fail` if it does not match.
    pub(super) fn pattern(
        &mut self,
        id: PatternId,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let pattern = self.tree.pattern(id);
        self.at(pattern.span);
        match pattern.kind {
            PatternKind::MatchValue { value } => self.value_pattern(value, reg, fail),
            PatternKind::MatchSingleton { value } => {
                if value == Constant::None {
                    return self.emit_jump(Op::JumpIsNone, reg, 0, 0, fail);
                }
                let top = self.unit.top;
                self.load_const(Const::Bool(value == Constant::True), top)?;
                self.emit_jump(Op::JumpIs, reg, top, 0, fail)
            }
            PatternKind::MatchSequence { patterns } => {
                self.sequence_pattern(patterns, reg, fail, found)
            }
            PatternKind::MatchMapping {
                keys,
                patterns,
                rest,
            } => self.mapping_pattern(keys, patterns, rest, reg, fail, found),
            PatternKind::MatchClass {
                cls,
                patterns,
                kwd_attrs,
                kwd_patterns,
            } => self.class_pattern(cls, [patterns, kwd_patterns], kwd_attrs, reg, fail, found),
            PatternKind::MatchStar { name } => self.capture(name, reg, found),
            PatternKind::MatchAs {
                pattern: Some(inner),
                name,
            } => {
                self.pattern(inner, reg, fail, found)?;
                self.capture(name, reg, found)
            }
            PatternKind::MatchAs {
                pattern: None,
                name,
            } => {
                if !found.irrefutable {
                    let after = " makes remaining patterns unreachable";
                    let span = self.unit.span;
                    return Err(match name {
                        Some(name) => {
                            let after = join(&["'", after])?;
                            quoted("name capture '", self.tree.name(name), &after, span)
                        }
                        None => quoted("wildcard", "", after, span),
                    });
                }
                self.capture(name, reg, found)
            }
            PatternKind::MatchOr { patterns } => self.or_pattern(patterns, reg, fail, found),
        }
    }

    /// A part of a pattern: it may always match.
    fn part(&mut self, id: PatternId, reg: u32, fail: Label, found: &mut Found) -> Res {
        let outer = core::mem::replace(&mut found.irrefutable, true);
        self.pattern(id, reg, fail, found)?;
        found.irrefutable = outer;
        Ok(())
    }

    /// Parts that are matched with the registers from `base` on; `_` needs no code.
    fn parts(&mut self, range: PatternRange, base: u32, fail: Label, found: &mut Found) -> Res {
        let tree = self.tree;
        for (index, &id) in tree.patterns(range).iter().enumerate() {
            if !self.is_wildcard(id) {
                self.part(id, base + index as u32, fail, found)?;
            }
        }
        Ok(())
    }

    fn is_wildcard(&self, id: PatternId) -> bool {
        matches!(
            self.tree.pattern(id).kind,
            PatternKind::MatchAs {
                pattern: None,
                name: None
            }
        )
    }

    fn capture(&mut self, name: Option<NameId>, reg: u32, found: &mut Found) -> Res {
        let Some(name) = name else { return Ok(()) };
        let sym = self.sym(name)?;
        self.check_assignable(sym, false, self.unit.span)?;
        self.bind_once(sym, reg, found)
    }

    fn bind_once(&mut self, sym: Sym, reg: u32, found: &mut Found) -> Res {
        if found.stores.iter().any(|&(other, _)| other == sym) {
            let (text, span) = (self.symbols.text(sym), self.unit.span);
            return Err(quoted(
                "multiple assignments to name '",
                text,
                "' in pattern",
                span,
            ));
        }
        push(&mut found.stores, (sym, reg))
    }

    fn value_pattern(&mut self, value: ExprId, reg: u32, fail: Label) -> Res {
        if matches!(self.tree.expr(value).kind, ExprKind::JoinedStr { .. }) {
            let text = "patterns may only match literals and attribute lookups";
            return Err(Error::syntax(text, self.unit.span));
        }
        let top = self.unit.top;
        if let Some(Const::Int(value)) = self.fold(value)?
            && let Ok(value) = i16::try_from(value)
        {
            return self.emit_jump(Op::JumpEqInt, reg, u32::from(value as u16), 0, fail);
        }
        let value = self.operand(value)?;
        self.emit_jump(Op::JumpEq, reg, value, 0, fail)?;
        self.unit.top = top;
        Ok(())
    }

    /// Jumps unless `len(R[reg])` is `count`, or at least that.
    fn length(&mut self, reg: u32, count: usize, at_least: bool, fail: Label) -> Res {
        let top = self.unit.top;
        self.emit(Op::GetLen, top, reg, 0, 0)?;
        let (short, long) = if at_least {
            (Op::JumpGeInt, Op::JumpGe)
        } else {
            (Op::JumpEqInt, Op::JumpEq)
        };
        if let Ok(count) = i16::try_from(count) {
            return self.emit_jump(short, top, u32::from(count as u16), 0, fail);
        }
        self.push();
        self.load_const(Const::Int(count as i64), top + 1)?;
        self.emit_jump(long, top, top + 1, 0, fail)?;
        self.unit.top = top;
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        patterns: PatternRange,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let tree = self.tree;
        let list = tree.patterns(patterns);
        let star_name = |id: &PatternId| match tree.pattern(*id).kind {
            PatternKind::MatchStar { name } => Some(name),
            _ => None,
        };
        let star = list.iter().position(|id| star_name(id).is_some());
        let after = star.map_or(0, |star| list.len() - star - 1);
        if list.iter().filter(|id| star_name(id).is_some()).count() > 1 {
            let text = "multiple starred names in sequence pattern";
            return Err(Error::syntax(text, self.unit.span));
        }
        let top = self.unit.top;
        self.emit(Op::MatchKind, top, reg, 0, 0)?;
        self.emit_jump(Op::JumpIfFalse, top, 0, 0, fail)?;
        match star {
            None => self.length(reg, list.len(), false, fail)?,
            Some(_) if list.len() > 1 => self.length(reg, list.len() - 1, true, fail)?,
            Some(_) => {}
        }
        let nothing =
            |g: &Self, id: &PatternId| g.is_wildcard(*id) || matches!(star_name(id), Some(None));
        if list.iter().all(|id| nothing(self, id)) {
            return Ok(());
        }
        let Some(star) = star else {
            self.emit(Op::Unpack, top, reg, list.len() as u32, 0)?;
            self.unit.top = top + list.len() as u32;
            return self.parts(patterns, top, fail, found);
        };
        if list.get(star).is_some_and(|id| star_name(id) == Some(None)) {
            return self.items(list, star, reg, fail, found);
        }
        let (true, Ok(behind)) = (star <= MAX_AROUND_STAR, u8::try_from(after)) else {
            let text = "too many expressions in star-unpacking sequence pattern";
            return Err(Error::syntax(text, self.unit.span));
        };
        self.emit(Op::UnpackStar, top, reg, star as u32, behind)?;
        self.unit.top = top + list.len() as u32;
        self.parts(patterns, top, fail, found)
    }

    /// A sequence with `*_` at `star`: the other items are read one by one.
    fn items(
        &mut self,
        list: &[PatternId],
        star: usize,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let span = self.unit.span;
        for (index, &id) in list.iter().enumerate() {
            if index == star || self.is_wildcard(id) {
                continue;
            }
            self.at(span);
            let top = self.unit.top;
            if index < star {
                self.load_const(Const::Int(index as i64), top)?;
            } else {
                self.emit(Op::GetLen, top, reg, 0, 0)?;
                self.push();
                self.load_const(Const::Int((list.len() - index) as i64), top + 1)?;
                self.emit(Op::Sub, top, top, top + 1, 0)?;
            }
            self.emit(Op::GetItem, top, reg, top, 0)?;
            self.unit.top = top + 1;
            self.part(id, top, fail, found)?;
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        keys: ExprRange,
        patterns: PatternRange,
        rest: Option<NameId>,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let top = self.unit.top;
        let count = keys.len() as u32;
        self.emit(Op::MatchKind, top, reg, 0, 1)?;
        self.emit_jump(Op::JumpIfFalse, top, 0, 0, fail)?;
        if count > 0 {
            self.length(reg, keys.len(), true, fail)?;
            self.check_keys(keys)?;
            self.push_all(keys)?;
            let values = self.unit.top;
            self.emit(Op::BuildTuple, values, top, count, 0)?;
            self.push();
            self.emit(Op::MatchKeys, values, reg, values, 0)?;
            self.emit_jump(Op::JumpIsNone, values, 0, 1, fail)?;
            self.emit(Op::Unpack, values, values, count, 0)?;
            self.unit.top = values + count;
            self.parts(patterns, values, fail, found)?;
        }
        let Some(rest) = rest else { return Ok(()) };
        // A dict of everything, without what the keys have.
        let dict = self.unit.top;
        self.emit(Op::BuildDict, dict, dict, 0, 0)?;
        self.push();
        self.emit(Op::DictUpdate, dict, reg, 0, 0)?;
        for key in 0..count {
            self.emit(Op::DeleteItem, dict, top + key, 0, 0)?;
        }
        self.capture(Some(rest), dict, found)
    }

    /// Keys are literals or dotted names, and no literal comes twice.
    fn check_keys(&self, keys: ExprRange) -> Res {
        let tree = self.tree;
        let mut seen: Vec<Const> = Vec::new();
        for &key in tree.exprs(keys) {
            let kind = tree.expr(key).kind;
            if matches!(kind, ExprKind::Attribute { .. }) {
                continue;
            }
            if matches!(kind, ExprKind::JoinedStr { .. }) {
                let text = "mapping pattern keys may only match literals and attribute lookups";
                return Err(Error::syntax(text, self.unit.span));
            }
            let Some(value) = self.fold(key)? else {
                continue;
            };
            if seen.iter().any(|other| equal(other, &value)) {
                let text = unparse::expression(tree, key)?;
                let text = core::str::from_utf8(&text).unwrap_or("?");
                let (before, after) = ("mapping pattern checks duplicate key (", ")");
                return Err(quoted(before, text, after, self.unit.span));
            }
            push(&mut seen, value)?;
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        class: ExprId,
        [patterns, named]: [PatternRange; 2],
        names: NameRange,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let tree = self.tree;
        let span = self.unit.span;
        let list = tree.names(names);
        let mut texts = Vec::new();
        for (index, &name) in list.iter().enumerate() {
            let text = tree.name(name);
            if let Some(&pattern) = tree.patterns(named).get(index) {
                self.at(tree.pattern(pattern).span);
            }
            self.check_assignable(Sym(name.index() as u32), false, self.unit.span)?;
            push(
                &mut texts,
                Const::Str(super::emit::copy_bytes(text.as_bytes())?.into()),
            )?;
            let again = list.iter().skip(index + 1).position(|&other| other == name);
            if let Some(at) = again
                && let Some(&pattern) = tree.patterns(named).get(index + 1 + at)
            {
                let before = "attribute name repeated in class pattern: ";
                return Err(quoted(before, text, "", tree.pattern(pattern).span));
            }
        }
        self.at(span);
        let top = self.push_expr(class)?;
        self.load_names(texts, top + 1)?;
        self.push();
        self.load_const(Const::Int(patterns.len() as i64), top + 2)?;
        self.push();
        self.emit(Op::MatchClass, top, reg, top, 0)?;
        self.unit.top = top + 1;
        self.emit_jump(Op::JumpIsNone, top, 0, 1, fail)?;
        let count = (patterns.len() + named.len()) as u32;
        if count == 0 {
            self.unit.top = top;
            return Ok(());
        }
        self.emit(Op::Unpack, top, top, count, 0)?;
        self.unit.top = top + count;
        self.parts(patterns, top, fail, found)?;
        self.parts(named, top + patterns.len() as u32, fail, found)
    }

    fn or_pattern(
        &mut self,
        patterns: PatternRange,
        reg: u32,
        fail: Label,
        found: &mut Found,
    ) -> Res {
        let tree = self.tree;
        let list = tree.patterns(patterns);
        let top = self.unit.top;
        let done = self.label()?;
        // Patterns bind nothing themselves.
        let state = self.unit.bound.copy()?;
        let mut names: Vec<(Sym, u32)> = Vec::new();
        for (index, &id) in list.iter().enumerate() {
            let last = index + 1 == list.len();
            let next = if last { fail } else { self.label()? };
            let mut inner = Found::new(last && found.irrefutable);
            self.unit.top = top;
            self.pattern(id, reg, next, &mut inner)?;
            if index == 0 {
                for (place, &(sym, _)) in inner.stores.iter().enumerate() {
                    push(&mut names, (sym, top + place as u32))?;
                }
            }
            self.gather(&names, &inner.stores)?;
            if !last {
                self.unit.top = top + names.len() as u32;
                self.jump(done)?;
                self.bind(next);
            }
            if self.unit.reachable {
                self.unit.bound = state.copy()?;
            }
        }
        self.unit.top = top + names.len() as u32;
        self.bind(done);
        if self.unit.reachable {
            self.unit.bound = state;
        }
        for (sym, reg) in names {
            self.bind_once(sym, reg, found)?;
        }
        Ok(())
    }

    /// Moves what an alternative has captured to where all of them leave it.
    fn gather(&mut self, names: &[(Sym, u32)], stores: &[(Sym, u32)]) -> Res {
        let mut sources = Vec::new();
        for &(sym, to) in names {
            let Some(&(_, from)) = stores.iter().find(|store| store.0 == sym) else {
                break;
            };
            push(&mut sources, (from, to))?;
        }
        if sources.len() != names.len() || sources.len() != stores.len() {
            let text = "alternative patterns bind different names";
            return Err(Error::syntax(text, self.unit.span));
        }
        // A move may overwrite what a later one reads: then all go through registers above.
        let clash = sources.iter().enumerate().any(|(index, &(_, to))| {
            let mut later = sources.iter().skip(index + 1);
            later.any(|&(from, _)| from == to)
        });
        if clash {
            for source in &mut sources {
                let spare = self.unit.top;
                self.move_to(spare, source.0)?;
                self.push();
                source.0 = spare;
            }
        }
        for (from, to) in sources {
            self.move_to(to, from)?;
        }
        Ok(())
    }
}

/// Whether two literals are the same key of a dict.
fn equal(a: &Const, b: &Const) -> bool {
    let number = |value: &Const| match *value {
        Const::Bool(value) => Some(i64::from(value)),
        Const::Int(value) => Some(value),
        // Integers of a float's precision; greater ones are compared when the program runs.
        Const::Float(value) if libm::fabs(value) < 9.0e15 && libm::trunc(value) == value => {
            Some(value as i64)
        }
        Const::Imaginary(0.0) => Some(0),
        _ => None,
    };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}
