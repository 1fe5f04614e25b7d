//! The proof that registers are written before they are read, on every way through a function.
//!
//! Part of the verifier: an empty word that got into a list or a dict would break what the heap
//! relies on. A state is one bit per register ("holds a value"); states are kept where jumps and
//! handlers lead to, joined by intersection, until nothing changes. Steps and memory are bounded,
//! so that no image makes the verifier slow: what is beyond the bounds is refused.

use super::chunk::Proto;
use super::effect::{Effect, effects};
use super::opcode::{Instr, Op};
use alloc::vec::Vec;

/// Why a function is refused: the instruction and what is wrong.
pub(super) type Flaw = (usize, &'static str);

/// Words of all states of a function (32 MiB).
const MAX_WORDS: usize = 4 << 20;

const NO_MEMORY: Flaw = (0, "no memory to verify");

/// A set of registers.
struct Set<'s>(&'s mut [u64]);

impl Set<'_> {
    /// The words of a range and their masks.
    fn parts(first: usize, count: usize, len: usize) -> impl Iterator<Item = (usize, u64)> {
        let end = first.saturating_add(count).min(len * 64);
        let first = first.min(end);
        let last = if first < end {
            (end - 1) / 64 + 1
        } else {
            first / 64
        };
        (first / 64..last).map(move |word| {
            let low = if word == first / 64 {
                u64::MAX << (first % 64)
            } else {
                u64::MAX
            };
            let over = (word + 1) * 64;
            let high = if over > end {
                u64::MAX >> (over - end)
            } else {
                u64::MAX
            };
            (word, low & high)
        })
    }

    fn insert(&mut self, first: usize, count: usize) {
        for (word, mask) in Set::parts(first, count, self.0.len()) {
            if let Some(bits) = self.0.get_mut(word) {
                *bits |= mask;
            }
        }
    }

    fn remove(&mut self, first: usize, count: usize) {
        for (word, mask) in Set::parts(first, count, self.0.len()) {
            if let Some(bits) = self.0.get_mut(word) {
                *bits &= !mask;
            }
        }
    }

    fn holds(&self, first: usize, count: usize) -> bool {
        Set::parts(first, count, self.0.len())
            .all(|(word, mask)| self.0.get(word).is_some_and(|bits| bits & mask == mask))
    }
}

fn filled<T: Clone>(count: usize, value: T) -> Result<Vec<T>, Flaw> {
    let mut items = Vec::new();
    items.try_reserve_exact(count).map_err(|_| NO_MEMORY)?;
    items.resize(count, value);
    Ok(items)
}

/// Where an instruction may jump to.
fn jump(at: usize, op: Op, instr: Instr) -> Option<usize> {
    let distance = match op.format().as_bytes() {
        [_, b'J', ..] => i64::from(instr.bx()),
        [_, _, b'j', ..] => instr.sc(),
        _ => return None,
    };
    usize::try_from(at as i64 + 1 + distance).ok()
}

/// Whether nothing comes behind an instruction but what it jumps to.
pub(super) fn ends(op: Op) -> bool {
    matches!(
        op,
        Op::Jump
            | Op::Loop
            | Op::Return
            | Op::ReturnNone
            | Op::Raise
            | Op::RaiseFrom
            | Op::RaiseAgain
            | Op::Reraise
    )
}

/// No state is kept here.
const NOWHERE: u32 = u32::MAX;

struct Flow<'p> {
    proto: &'p Proto,
    /// Words of a state.
    size: usize,
    /// For each instruction the number of its state, if it is a target.
    slots: Vec<u32>,
    states: Vec<u64>,
    /// Instructions of the states, ascending.
    targets: Vec<u32>,
    /// By state: something has come here that was not followed yet.
    waiting: Vec<bool>,
    /// By state: something has come here.
    reached: Vec<bool>,
    /// The first state that waits.
    first: usize,
    /// For each instruction the number of its innermost handler.
    handlers: Vec<u32>,
}

/// Proves a function; its indices, jumps and handlers have been checked.
///
/// # Errors
/// The first register that may be empty when it is read; bounds.
pub(super) fn check(proto: &Proto) -> Result<(), Flaw> {
    let count = proto.code.len();
    let mut slots = filled(count, NOWHERE)?;
    let mut mark = |at: usize| {
        if let Some(slot) = slots.get_mut(at) {
            *slot = 0;
        }
    };
    mark(0);
    for (at, &word) in proto.code.iter().enumerate() {
        let instr = Instr(word);
        if let Some(to) = instr.op().and_then(|op| jump(at, op, instr)) {
            mark(to);
        }
    }
    proto.handlers.iter().for_each(|h| mark(h.target as usize));
    let total = slots.iter().filter(|&&slot| slot != NOWHERE).count();
    let mut targets = Vec::new();
    targets.try_reserve_exact(total).map_err(|_| NO_MEMORY)?;
    for (at, slot) in slots
        .iter_mut()
        .enumerate()
        .filter(|(_, slot)| **slot != NOWHERE)
    {
        *slot = targets.len() as u32;
        targets.push(at as u32);
    }
    keyword_names(proto, &slots)?;
    let size = usize::from(proto.nregs).div_ceil(64).max(1);
    let words = total.checked_mul(size).filter(|&words| words <= MAX_WORDS);
    let words = words.ok_or((0, "too many jumps among too many registers"))?;
    let mut flow = Flow {
        proto,
        size,
        slots,
        states: filled(words, 0)?,
        targets,
        waiting: filled(total, false)?,
        reached: filled(total, false)?,
        first: total,
        handlers: innermost(proto)?,
    };
    flow.run()
}

/// The innermost handler of each instruction: the first of the table that covers it.
fn innermost(proto: &Proto) -> Result<Vec<u32>, Flaw> {
    let mut found = Vec::new();
    if proto.handlers.is_empty() {
        return Ok(found);
    }
    let count = proto.code.len();
    found = filled(count, NOWHERE)?;
    // For each instruction the next one, itself included, that has none yet.
    let mut free: Vec<u32> = filled(count + 1, 0)?;
    for (at, next) in free.iter_mut().enumerate() {
        *next = at as u32;
    }
    for (number, handler) in proto.handlers.iter().enumerate() {
        let mut at = handler.start;
        loop {
            // Follows the links, halving the way.
            while let Some(&next) = free.get(at as usize).filter(|&&next| next != at) {
                let after = free.get(next as usize).copied().unwrap_or(next);
                if let Some(link) = free.get_mut(at as usize) {
                    *link = after;
                }
                at = after;
            }
            if at >= handler.end {
                break;
            }
            if let (Some(slot), Some(link)) =
                (found.get_mut(at as usize), free.get_mut(at as usize))
            {
                *slot = number as u32;
                *link = at + 1;
            }
            at += 1;
        }
    }
    Ok(found)
}

/// The names of keyword arguments are a constant that has just been loaded: the call relies on
/// a tuple of strs.
fn keyword_names(proto: &Proto, slots: &[u32]) -> Result<(), Flaw> {
    for (at, &word) in proto.code.iter().enumerate() {
        let call = Instr(word);
        if call.op() != Some(Op::CallKw) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| proto.code.get(at));
        let load = Instr(before.copied().unwrap_or(0));
        let register = call.a() + 1 + call.b() + usize::from(call.d() != 0);
        let fine = slots.get(at) == Some(&NOWHERE)
            && load.op() == Some(Op::LoadConst)
            && load.a() == register
            && usize::try_from(load.bx()).is_ok_and(|index| proto.is_tuple_of_strs(index));
        if !fine {
            return Err((at, "names of keyword arguments"));
        }
    }
    Ok(())
}

impl Flow<'_> {
    /// A state arrives at a target.
    fn arrive(&mut self, to: usize, state: &[u64]) {
        let Some(&slot) = self.slots.get(to).filter(|&&slot| slot != NOWHERE) else {
            return;
        };
        let slot = slot as usize;
        let start = slot * self.size;
        let (Some(known), Some(reached), Some(waiting)) = (
            self.states.get_mut(start..start + self.size),
            self.reached.get_mut(slot),
            self.waiting.get_mut(slot),
        ) else {
            return;
        };
        let mut changed = false;
        if *reached {
            for (known, new) in known.iter_mut().zip(state) {
                changed |= *known & !new != 0;
                *known &= new;
            }
        } else {
            known.copy_from_slice(state);
            *reached = true;
            changed = true;
        }
        if changed {
            *waiting = true;
            self.first = self.first.min(slot);
        }
    }

    /// The next target to go on from: its state is copied out.
    fn next(&mut self, state: &mut [u64]) -> Option<usize> {
        while !*self.waiting.get(self.first)? {
            self.first += 1;
        }
        let slot = self.first;
        *self.waiting.get_mut(slot)? = false;
        state.copy_from_slice(self.states.get(slot * self.size..(slot + 1) * self.size)?);
        self.targets.get(slot).map(|&at| at as usize)
    }

    fn run(&mut self) -> Result<(), Flaw> {
        let p = self.proto;
        let stars =
            usize::from(p.flags & Proto::VARARGS != 0) + usize::from(p.flags & Proto::VARKW != 0);
        let mut state = filled(self.size, 0_u64)?;
        let mut kept = filled(self.size, 0_u64)?;
        Set(&mut state).insert(0, usize::from(p.args) + usize::from(p.kwonly) + stars);
        self.arrive(0, &state);
        // Loops nest some twenty deep; more rounds than these are not a compiler's.
        let count = p.code.len();
        let mut steps = count.saturating_mul(64).saturating_add(1 << 16);
        steps = steps.min(
            count
                .saturating_mul(4)
                .saturating_add((1 << 30) / self.size),
        );
        while let Some(start) = self.next(&mut state) {
            let mut at = start;
            loop {
                let Some(left) = steps.checked_sub(1) else {
                    return Err((at, "tangled jumps"));
                };
                steps = left;
                let Some(next) = self.step(at, &mut state, &mut kept)? else {
                    break;
                };
                at = next;
                if self.slots.get(at) != Some(&NOWHERE) {
                    self.arrive(at, &state);
                    break;
                }
            }
        }
        Ok(())
    }

    /// One instruction: changes the state; the instruction behind, if that can follow.
    fn step(
        &mut self,
        at: usize,
        state: &mut [u64],
        kept: &mut [u64],
    ) -> Result<Option<usize>, Flaw> {
        let p = self.proto;
        let instr = Instr(p.code.get(at).copied().unwrap_or(0));
        let Some(op) = instr.op() else {
            return Err((at, "opcode"));
        };
        let height = p.heights.get(at).map_or(0, |&height| usize::from(height));
        let mut flaw = None;
        effects(op, instr, |effect, first, count| {
            if effect != Effect::Read {
                return;
            }
            if !Set(state).holds(first, count) {
                flaw = Some("register that may be empty");
            }
            // What is yielded may lie above: it is taken first.
            if count > 0 && first + count > height && op != Op::Yield {
                flaw = Some("register above the live height");
            }
        });
        if let Some(what) = flaw {
            return Err((at, what));
        }
        // The collector empties what lies above the height.
        Set(state).remove(height, usize::MAX);
        kept.copy_from_slice(state);
        if op == Op::Move {
            // Half of a method call's pair may be empty, and stays so.
            if Set(state).holds(instr.b(), 1) {
                Set(state).insert(instr.a(), 1);
            } else {
                Set(state).remove(instr.a(), 1);
            }
        }
        effects(op, instr, |effect, first, count| match effect {
            Effect::Read => {}
            Effect::Write => Set(state).insert(first, count),
            Effect::Clear => {
                Set(state).remove(first, count);
                Set(kept).remove(first, count);
            }
        });
        if let Some(handler) = self
            .handlers
            .get(at)
            .and_then(|&number| p.handlers.get(number as usize))
        {
            let reg = usize::from(handler.reg);
            let mut caught = Set(kept);
            caught.remove(reg, usize::MAX);
            caught.insert(reg, 1);
            self.arrive(handler.target as usize, kept);
        }
        if op == Op::ForNext {
            // `Write a` of the format stands for what the arms do: an item, or nothing more.
            Set(state).insert(instr.a(), 2);
            if let Some(to) = jump(at, op, instr) {
                self.arrive(to, state);
            }
            Set(state).remove(instr.a(), 2);
            return Ok(Some(at + 1));
        }
        if let Some(to) = jump(at, op, instr) {
            self.arrive(to, state);
        }
        Ok((!ends(op)).then_some(at + 1))
    }
}
