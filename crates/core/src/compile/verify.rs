//! The verifier: what a VM may rely on in a chunk from outside.
//!
//! Checked are indices, registers, jumps, handlers, sites and sizes; not the kinds of values,
//! which opcodes that expect a cell or iterator check themselves. Each site belongs to one
//! instruction, so that a cache never serves two. After a pass: every register an instruction
//! touches is below `nregs` and holds a value where one is read (`flow`), every jump lands on an
//! instruction, nothing runs past the end, and whatever goes back is a safepoint: exceptions
//! only ever go forward.

use super::chunk::{Chunk, Const, Proto};
use super::extent::extent;
use super::flow;
use super::opcode::{FIRST_QUICKENED, Instr, Op};
use alloc::vec::Vec;

/// Why a chunk is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The function's number.
    pub proto: usize,
    /// The instruction's number.
    pub at: usize,
    /// What is wrong.
    pub what: &'static str,
}

/// How deep tuples may nest in constants; brackets nest less deep in a source.
pub(super) const MAX_NESTING: u32 = 256;

/// More registers than a frame may have.
const MAX_REGISTERS: u32 = 60_000;

/// Checks a chunk.
///
/// # Errors
/// The first fault.
pub(crate) fn verify(chunk: &Chunk) -> Result<(), Fault> {
    if chunk.protos.is_empty() || chunk.protos.len() > usize::from(u16::MAX) + 1 {
        return Err(Fault {
            proto: 0,
            at: 0,
            what: "number of functions",
        });
    }
    if let Some(unit) = chunk.protos.first()
        && (unit.args != 0
            || unit.kwonly != 0
            || !unit.free_names.is_empty()
            || unit.flags & !(Proto::NAMESPACE | Proto::TEXT_ANNOTATIONS) != 0)
    {
        return Err(Fault {
            proto: 0,
            at: 0,
            what: "parameters of the unit",
        });
    }
    for (number, proto) in chunk.protos.iter().enumerate() {
        let check = Check {
            chunk,
            proto,
            number,
        };
        check.layout()?;
        check.code()?;
        check.handlers()?;
        if let Err((at, what)) = flow::check(proto) {
            return check.fault(at, what);
        }
    }
    Ok(())
}

struct Check<'c> {
    chunk: &'c Chunk,
    proto: &'c Proto,
    number: usize,
}

impl Check<'_> {
    fn fault<T>(&self, at: usize, what: &'static str) -> Result<T, Fault> {
        Err(Fault {
            proto: self.number,
            at,
            what,
        })
    }

    fn ensure(&self, fine: bool, at: usize, what: &'static str) -> Result<(), Fault> {
        if fine { Ok(()) } else { self.fault(at, what) }
    }

    /// Sizes and the layout of the registers.
    fn layout(&self) -> Result<(), Fault> {
        let p = self.proto;
        let variables = p.reg_names.len();
        let stars =
            usize::from(p.flags & Proto::VARARGS != 0) + usize::from(p.flags & Proto::VARKW != 0);
        let known = Proto::VARARGS
            | Proto::VARKW
            | Proto::GENERATOR
            | Proto::NAMESPACE
            | Proto::COROUTINE
            | Proto::TEXT_ANNOTATIONS;
        self.ensure(p.flags & !known == 0, 0, "flags")?;
        self.ensure(
            u32::from(p.nregs) <= MAX_REGISTERS,
            0,
            "number of registers",
        )?;
        self.ensure(variables <= usize::from(p.nregs), 0, "number of variables")?;
        self.ensure(p.posonly <= p.args, 0, "positional-only parameters")?;
        let params = usize::from(p.args) + usize::from(p.kwonly) + stars;
        self.ensure(params <= usize::from(p.free_start), 0, "parameters")?;
        let end = usize::from(p.free_start) + p.free_names.len();
        self.ensure(end == variables, 0, "captured variables")?;
        self.ensure(!p.code.is_empty(), 0, "no code")?;
        self.ensure(i32::try_from(p.code.len()).is_ok(), 0, "length of the code")?;
        self.ensure(p.heights.len() == p.code.len(), 0, "number of heights")?;
        self.positions()?;
        self.ensure(p.sites.len() <= usize::from(u16::MAX), 0, "number of sites")?;
        self.ensure(
            i32::try_from(p.consts.len()).is_ok(),
            0,
            "number of constants",
        )?;
        for &site in p.sites.iter() {
            let name = p.consts.get(usize::from(site));
            let fine = matches!(name, Some(Const::Str(name)) if !name.is_empty());
            self.ensure(fine, 0, "name of a site")?;
        }
        if let Some(doc) = p.doc {
            self.ensure(self.is_str(usize::from(doc)), 0, "docstring")?;
        }
        for value in &p.consts {
            self.constant(value, 0)?;
        }
        Ok(())
    }

    /// Runs begin at ascending instructions, the first one at 0.
    fn positions(&self) -> Result<(), Fault> {
        let (size, words) = self.proto.positions.raw();
        self.ensure(words.len() % size == 0, 0, "size of the positions")?;
        let mut next = 0;
        for (number, run) in words.chunks_exact(size).enumerate() {
            let start = run.first().map_or(usize::MAX, |&start| start as usize);
            let fine = if number == 0 {
                start == 0
            } else {
                start >= next
            };
            self.ensure(
                fine && start < self.proto.code.len(),
                start,
                "order of the positions",
            )?;
            next = start + 1;
        }
        Ok(())
    }

    fn is_str(&self, index: usize) -> bool {
        matches!(self.proto.consts.get(index), Some(Const::Str(_)))
    }

    /// Nesting and text of a constant.
    fn constant(&self, value: &Const, depth: u32) -> Result<(), Fault> {
        match value {
            Const::Str(text) => self.ensure(is_generalised_utf8(text), 0, "text of a constant"),
            Const::Big(digits) => self.ensure(
                digits.last() != Some(&0) && digits.len() >= 2,
                0,
                "digits of an int",
            ),
            Const::Tuple(items) => {
                self.ensure(depth < MAX_NESTING, 0, "nesting of a constant")?;
                items
                    .iter()
                    .try_for_each(|item| self.constant(item, depth + 1))
            }
            _ => Ok(()),
        }
    }

    fn code(&self) -> Result<(), Fault> {
        let p = self.proto;
        let mut used: Vec<bool> = Vec::new();
        if used.try_reserve_exact(p.sites.len()).is_err() {
            return self.fault(0, "no memory to verify");
        }
        used.resize(p.sites.len(), false);
        for (at, (&word, &height)) in p.code.iter().zip(p.heights.iter()).enumerate() {
            let instr = Instr(word);
            self.ensure(instr.op_byte() < FIRST_QUICKENED, at, "opcode")?;
            let Some(op) = instr.op() else {
                return self.fault(at, "opcode");
            };
            self.ensure((op == Op::Enter) == (at == 0), at, "place of the entry")?;
            let touched = extent(op, instr);
            let highest = touched.read.max(touched.written);
            self.ensure(highest <= u32::from(p.nregs), at, "register")?;
            let fine = height <= p.nregs && usize::from(height) >= p.reg_names.len();
            self.ensure(fine, at, "live height")?;
            self.operands(at, op, instr, &mut used)?;
            self.special(at, op, instr)?;
        }
        let last = p.code.last().and_then(|&word| Instr(word).op());
        self.ensure(
            last.is_some_and(flow::ends),
            p.code.len() - 1,
            "end of the code",
        )
    }

    fn operands(&self, at: usize, op: Op, instr: Instr, used: &mut [bool]) -> Result<(), Fault> {
        let p = self.proto;
        let fields = [instr.a(), instr.b(), instr.c(), usize::from(instr.d())];
        for (letter, field) in op.format().bytes().zip(fields) {
            match letter {
                b's' => match used.get_mut(field) {
                    Some(used @ false) => *used = true,
                    Some(true) => return self.fault(at, "site used twice"),
                    None => return self.fault(at, "site"),
                },
                b'k' => self.ensure(self.is_str(field), at, "name")?,
                b'K' => {
                    let index = usize::try_from(instr.bx()).unwrap_or(usize::MAX);
                    self.ensure(index < p.consts.len(), at, "constant")?;
                }
                b'p' => {
                    self.ensure(field > 0 && field < self.chunk.protos.len(), at, "function")?
                }
                b'j' => self.jump(at, instr.sc(), op)?,
                b'J' => self.jump(at, i64::from(instr.bx()), op)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn jump(&self, at: usize, distance: i64, op: Op) -> Result<(), Fault> {
        let target = at as i64 + 1 + distance;
        let inside = target >= 1 && target < self.proto.code.len() as i64;
        self.ensure(inside, at, "jump")?;
        // Only jumps that are safepoints go back.
        let back = target <= at as i64;
        let name = op.name();
        let loops = name.starts_with("Loop") || op == Op::ForNext;
        self.ensure(back == loops, at, "direction of a jump")
    }

    fn special(&self, at: usize, op: Op, instr: Instr) -> Result<(), Fault> {
        let p = self.proto;
        match op {
            Op::LoadClosure => {
                let fine =
                    instr.a() == usize::from(p.free_start) && instr.b() == p.free_names.len();
                self.ensure(fine, at, "closure")
            }
            Op::CheckLocal | Op::DeleteLocal | Op::LoadCell | Op::DeleteCell => {
                // Messages name the variable.
                let reg = if op == Op::LoadCell {
                    instr.b()
                } else {
                    instr.a()
                };
                self.ensure(reg < p.reg_names.len(), at, "variable")
            }
            Op::MakeFunction => {
                self.ensure(instr.d() < 16, at, "parts of a function")?;
                let Some(inner) = self.chunk.protos.get(instr.b()) else {
                    return self.fault(at, "function");
                };
                let closes = instr.d() & 8 != 0;
                self.ensure(
                    closes != inner.free_names.is_empty(),
                    at,
                    "closure of a function",
                )
            }
            // A list of bases is one register.
            Op::BuildClass => {
                let fine = instr.d() < 4 && (instr.d() & 2 == 0 || instr.c() == 1);
                self.ensure(fine, at, "parts of a class")
            }
            Op::Yield | Op::YieldFrom | Op::GetYieldFromIter => {
                let fine = p.flags & (Proto::GENERATOR | Proto::COROUTINE) != 0;
                self.ensure(
                    fine || op == Op::GetYieldFromIter,
                    at,
                    "yield outside a generator",
                )
            }
            Op::LoadName | Op::StoreName | Op::DeleteName | Op::LoadClassCell => self.ensure(
                p.flags & Proto::NAMESPACE != 0,
                at,
                "name without a namespace",
            ),
            _ => Ok(()),
        }
    }

    fn handlers(&self) -> Result<(), Fault> {
        let p = self.proto;
        let end = p.code.len();
        for handler in &p.handlers {
            let (start, stop, target) = (
                handler.start as usize,
                handler.end as usize,
                handler.target as usize,
            );
            self.ensure(start < stop && stop <= end, start, "range of a handler")?;
            // One that goes back could run for ever, without a safepoint.
            self.ensure(target >= stop && target < end, start, "target of a handler")?;
            let fine = handler.reg < p.nregs && usize::from(handler.reg) >= p.reg_names.len();
            self.ensure(fine, start, "register of a handler")?;
        }
        Ok(())
    }
}

/// Whether bytes are generalised UTF-8: surrogates may be encoded, as three bytes each.
fn is_generalised_utf8(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Err(error) = core::str::from_utf8(rest) {
        match rest.get(error.valid_up_to()..) {
            Some([0xED, 0xA0..=0xBF, 0x80..=0xBF, more @ ..]) => rest = more,
            _ => return false,
        }
    }
    true
}
