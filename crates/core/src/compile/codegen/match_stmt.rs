//! `match`: the subject, the cases, guards and bodies. Patterns are in `pattern`.
//!
//! The subject stays in the first free register while patterns look at it. Names are bound
//! when the whole pattern has matched, before the guard, as CPython does.

use super::pattern::Found;
use super::{Gen, Res};
use crate::syntax::{ExprId, MatchCase, PatternKind, Range};

impl Gen<'_> {
    pub(super) fn match_stmt(&mut self, subject: ExprId, cases: Range<MatchCase>) -> Res {
        let tree = self.tree;
        let top = self.push_expr(subject)?;
        let end = self.label()?;
        let mut joined = None;
        let cases = tree.cases(cases);
        for (index, case) in cases.iter().enumerate() {
            let last = index + 1 == cases.len();
            let pattern = tree.pattern(case.pattern);
            self.at(pattern.span);
            let state = self.unit.bound.copy()?;
            let no = self.label()?;
            let default = last
                && index > 0
                && matches!(
                    pattern.kind,
                    PatternKind::MatchAs {
                        pattern: None,
                        name: None
                    }
                );
            if !default {
                let mut found = Found::new(case.guard.is_some() || last);
                self.pattern(case.pattern, top, no, &mut found)?;
                for &(sym, reg) in &found.stores {
                    self.store_sym(sym, reg)?;
                }
            }
            self.unit.top = top + 1;
            if let Some(guard) = case.guard {
                self.jump_if(guard, no, false)?;
            }
            // The subject is not needed any more.
            self.unit.top = top;
            self.stmts(case.body)?;
            self.at(pattern.span);
            self.jump_join(end, &mut joined)?;
            self.bind(no);
            if self.unit.reachable {
                self.unit.bound = state;
            }
            self.unit.top = top + 1;
        }
        if let Some(joined) = &joined {
            self.unit.bound.meet(joined);
        }
        self.bind(end);
        self.unit.top = top;
        Ok(())
    }
}
