//! `with` and `async with`: the call of `__exit__` on every way out.

use super::asynchronous::From;
use super::block::Kind;
use super::{Gen, Res};
use crate::compile::opcode::Op;
use crate::syntax::{Range, Span, StmtRange, WithItem};

impl Gen<'_> {
    /// The items of a `with` from `index` on, then its body.
    pub(super) fn with_stmt(
        &mut self,
        items: Range<WithItem>,
        index: usize,
        body: StmtRange,
        stmt: Span,
        waits: bool,
    ) -> Res {
        let Some(item) = self.tree.with_items(items).get(index) else {
            return self.stmts(body);
        };
        let top = self.unit.top;
        let span = stmt;
        self.at(span);
        let manager = self.operand(item.context_expr)?;
        self.emit(Op::BeforeWith, top, manager, 0, u8::from(waits))?;
        // `__exit__` and its object stay, `__enter__` and its object are called.
        self.unit.top = top + 4;
        self.emit(Op::CallMethod, top + 2, 0, top + 2, 0)?;
        self.unit.top = top + 2;
        if waits {
            self.await_in_place(top + 2, From::Enter)?;
        }
        let (handler, end, suppress) = (self.label()?, self.label()?, self.label()?);
        let state = self.handler_state()?;
        let kind = Kind::With {
            reg: top,
            span,
            waits,
        };
        self.open(kind, Some((handler, top + 2)))?;
        if let Some(target) = item.optional_vars {
            self.unit.top = top + 3;
            self.store(target, top + 2)?;
            self.unit.top = top + 2;
        }
        self.at(stmt);
        self.with_stmt(items, index + 1, body, stmt, waits)?;
        let raised = self.close()?;
        self.at(span);
        self.exit_with(top, waits)?;
        let mut joined = None;
        self.jump_join(end, &mut joined)?;

        self.bind_handler(handler, raised, &state)?;
        let cleanup = self.begin_handler(top + 2, false)?;
        let window = self.unit.top;
        self.move_to(window, top)?;
        self.push();
        self.move_to(window + 1, top + 1)?;
        self.push();
        self.emit(Op::ExcInfo, window + 2, top + 2, 0, 0)?;
        self.unit.top = window + 5;
        self.emit(Op::CallMethod, window, 3, window, 0)?;
        self.unit.top = window;
        if waits {
            self.await_in_place(window, From::Exit)?;
        }
        self.emit_jump(Op::JumpIfTrue, window, 0, 0, suppress)?;
        let raised = self.close()?;
        self.emit(Op::PopExc, top + 3, 0, 0, 0)?;
        self.emit(Op::Reraise, top + 2, 0, 0, 0)?;
        self.bind(suppress);
        self.unit.bound = state;
        self.emit(Op::PopExc, top + 3, 0, 0, 0)?;
        self.jump_join(end, &mut joined)?;
        self.end_handler(top + 2, cleanup, raised)?;
        self.set_unreachable();
        if let Some(joined) = joined {
            self.unit.bound = joined;
        }
        self.unit.top = top;
        self.bind(end);
        Ok(())
    }

    /// Calls the `__exit__` in `reg` and the next register with three Nones.
    pub(super) fn exit_with(&mut self, reg: u32, waits: bool) -> Res {
        let top = self.unit.top;
        let mut window = reg;
        if top != reg + 2 {
            // A value that is being returned lies behind it.
            window = top;
            self.move_to(window, reg)?;
            self.push();
            self.move_to(window + 1, reg + 1)?;
            self.push();
        }
        for _ in 0..3 {
            let none = self.unit.top;
            self.emit(Op::LoadNone, none, 0, 0, 0)?;
            self.push();
        }
        let out = self.unit.top;
        let out = if window == reg { window + 2 } else { out - 5 };
        self.emit(Op::CallMethod, window, 3, out, 0)?;
        if waits {
            self.unit.top = out;
            self.await_in_place(out, From::Exit)?;
        }
        self.unit.top = top;
        Ok(())
    }
}
