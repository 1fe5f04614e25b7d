//! How far an instruction's operands reach into the registers.
//!
//! The opcode table's formats name single registers; here are the ones that stand for several.
//! Code generator (live heights, register counts) and verifier ask the same function.

use super::opcode::{Instr, Op};

/// Registers used: each number is one more than the highest register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) read: u32,
    pub(crate) written: u32,
}

impl Extent {
    fn read(&mut self, first: usize, count: usize) {
        if count > 0 {
            self.read = self.read.max((first + count) as u32);
        }
    }

    fn write(&mut self, first: usize, count: usize) {
        if count > 0 {
            self.written = self.written.max((first + count) as u32);
        }
    }
}

/// The registers that `instr`, an `op`, uses.
pub(crate) fn extent(op: Op, instr: Instr) -> Extent {
    let (a, b, c, d) = (instr.a(), instr.b(), instr.c(), usize::from(instr.d()));
    let mut e = Extent::default();
    match op {
        Op::LoadClosure => e.write(a, b),
        Op::LoadMethod | Op::LoadMethodClass | Op::LoadMethodType | Op::LoadMethodModule => {
            e.read(b, 1);
            e.write(a, 2);
        }
        Op::BuildSlice => {
            e.read(b, 3);
            e.write(a, 1);
        }
        Op::ForNext
        | Op::ForRange
        | Op::ForList
        | Op::ForTuple
        | Op::ForStep
        | Op::ForGenerator
        | Op::ForPair => {
            e.read(a, 1);
            e.write(a, 2);
        }
        Op::Call | Op::CallFunction | Op::CallNative | Op::CallClass => {
            e.read(a, b + 1);
            e.write(c, 1);
        }
        Op::CallMethod | Op::CallMethodFunction | Op::CallMethodNative => {
            e.read(a, b + 2);
            e.write(c, 1);
        }
        Op::CallKw => {
            e.read(a, b + 2 + d);
            e.write(c, 1);
        }
        Op::CallEx => {
            e.read(a, 3);
            e.write(c, 1);
        }
        Op::BuildList | Op::BuildTuple | Op::BuildString | Op::BuildSet => {
            e.read(b, c);
            e.write(a, 1);
        }
        Op::BuildDict => {
            e.read(b, 2 * c);
            e.write(a, 1);
        }
        Op::ListExtend => {
            e.read(a, 1);
            e.read(b, 1);
            e.read(c, d.min(1));
        }
        Op::FormatValue => {
            e.read(b, 1);
            e.read(c, usize::from(d & 4 != 0));
            e.write(a, 1);
        }
        Op::Unpack => {
            e.read(b, 1);
            e.write(a, c);
        }
        Op::UnpackStar => {
            e.read(b, 1);
            e.write(a, c + 1 + d);
        }
        Op::MakeFunction => {
            for bit in 0..4 {
                e.read(c + bit, d >> bit & 1);
            }
            e.write(a, 1);
        }
        Op::BuildClass => {
            e.read(b, c + 2 + (d & 1));
            e.write(a, 1);
        }
        Op::BeforeWith => {
            e.read(b, 1);
            e.write(a, 4);
        }
        Op::ExcInfo => {
            e.read(b, 1);
            e.write(a, 3);
        }
        Op::MatchClass => {
            e.read(b, 1);
            e.read(c, 3);
            e.write(a, 1);
        }
        _ => {
            let fields = [a, b, c, d];
            for (letter, field) in op.format().bytes().zip(fields) {
                if matches!(letter, b'r' | b'x') {
                    e.read(field, 1);
                }
                if matches!(letter, b'w' | b'x') {
                    e.write(field, 1);
                }
            }
        }
    }
    e
}
