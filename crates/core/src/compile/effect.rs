//! What an instruction does to the registers, for the proof that no register is read before it
//! is written.
//!
//! `extent` says how far operands reach; here is which registers must hold a value, which hold
//! one afterwards, and which may be empty then. Only `flow` asks.

use super::opcode::{Instr, Op};

/// What happens to a range of registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// They must hold values.
    Read,
    /// They hold values afterwards.
    Write,
    /// They may be empty afterwards.
    Clear,
}

/// Reports what `instr`, an `op`, does: effect, first register, count. Registers that an
/// instruction reads but takes empty ones in are not reported.
pub(super) fn effects(op: Op, instr: Instr, mut tell: impl FnMut(Effect, usize, usize)) {
    use Effect::{Clear, Read, Write};
    let (a, b, c, d) = (instr.a(), instr.b(), instr.c(), usize::from(instr.d()));
    match op {
        // Also moves an empty register: `flow` knows.
        Op::Move => {}
        Op::Unbind => tell(Clear, a, 1),
        // Goes on only if there is a value.
        Op::CheckLocal => tell(Write, a, 1),
        Op::DeleteLocal => tell(Clear, a, 1),
        // An empty register gives an empty cell.
        Op::MakeCell => tell(Write, a, 1),
        Op::LoadClosure => tell(Write, a, b),
        // The first argument may have been deleted: an error of its own.
        Op::CallSuper => {
            tell(Read, a, 1);
            tell(Read, b, 1);
            tell(Write, a, 1);
        }
        Op::LoadMethod => {
            tell(Read, b, 1);
            tell(Write, a, 1);
            tell(Clear, a + 1, 1);
        }
        Op::BuildSlice => {
            tell(Read, b, 3);
            tell(Write, a, 1);
        }
        // What lies behind the callee belongs to the called function.
        Op::Call => {
            tell(Read, a, b + 1);
            tell(Clear, a + 1, usize::MAX);
            tell(Write, c, 1);
        }
        Op::CallMethod => {
            tell(Read, a, 1);
            tell(Read, a + 2, b);
            tell(Clear, a + 1, usize::MAX);
            tell(Write, c, 1);
        }
        Op::CallKw => {
            let method = usize::from(d != 0);
            tell(Read, a, 1);
            tell(Read, a + 1 + method, b + 1);
            tell(Clear, a + 1, usize::MAX);
            tell(Write, c, 1);
        }
        Op::CallEx => {
            tell(Read, a, 2);
            tell(Write, c, 1);
        }
        Op::BuildList | Op::BuildTuple | Op::BuildString | Op::BuildSet => {
            tell(Read, b, c);
            tell(Write, a, 1);
        }
        Op::BuildDict => {
            tell(Read, b, 2 * c);
            tell(Write, a, 1);
        }
        Op::ListExtend => {
            tell(Read, a, 1);
            tell(Read, b, 1);
            tell(Read, c, d.min(1));
        }
        Op::FormatValue => {
            tell(Read, b, 1);
            tell(Read, c, usize::from(d & 4 != 0));
            tell(Write, a, 1);
        }
        Op::Unpack => {
            tell(Read, b, 1);
            tell(Write, a, c);
        }
        Op::UnpackStar => {
            tell(Read, b, 1);
            tell(Write, a, c + 1 + d);
        }
        Op::MakeFunction => {
            for bit in 0..4 {
                tell(Read, c + bit, d >> bit & 1);
            }
            tell(Write, a, 1);
        }
        Op::BuildClass => {
            tell(Read, b, c + 2 + (d & 1));
            tell(Write, a, 1);
        }
        Op::BeforeWith => {
            tell(Read, b, 1);
            for at in [0, 2] {
                tell(Write, a + at, 1);
                tell(Clear, a + at + 1, 1);
            }
        }
        Op::ExcInfo => {
            tell(Read, b, 1);
            tell(Write, a, 3);
        }
        Op::MatchClass => {
            tell(Read, b, 1);
            tell(Read, c, 3);
            tell(Write, a, 1);
        }
        _ => {
            let fields = [a, b, c, d];
            for (letter, &field) in op.format().bytes().zip(&fields) {
                if matches!(letter, b'r' | b'x') {
                    tell(Read, field, 1);
                }
            }
            for (letter, &field) in op.format().bytes().zip(&fields) {
                if matches!(letter, b'w' | b'x') {
                    tell(Write, field, 1);
                }
            }
        }
    }
}
