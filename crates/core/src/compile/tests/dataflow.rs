//! A second opinion on registers: a dataflow analysis of finished code.
//!
//! At every instruction each register that it reads must have been written on every way there,
//! and so must every temporary below the live height; since the collector may empty what lies at
//! or above the height while an instruction runs, that counts as unwritten afterwards.

use crate::compile::chunk::{Chunk, Proto};
use crate::compile::opcode::{Instr, Op};
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};

#[derive(Default)]
struct Uses {
    reads: Vec<usize>,
    writes: Vec<usize>,
    clears: Vec<usize>,
}

fn uses(op: Op, i: Instr, variables: usize) -> Uses {
    let (a, b, c, d) = (i.a(), i.b(), i.c(), usize::from(i.d()));
    let (reads, writes, clears) = match op {
        Op::LoadClosure => (vec![], (a..a + b).collect(), vec![]),
        Op::MakeCell => (vec![], vec![a], vec![]),
        Op::CheckLocal => (vec![], vec![a], vec![]),
        Op::DeleteLocal => (vec![], vec![], vec![a]),
        Op::Unbind if a < variables => (vec![], vec![], vec![a]),
        // The first argument may have been deleted: an error of its own.
        Op::CallSuper => (vec![a, b], vec![a], vec![]),
        Op::LoadMethod => (vec![b], vec![a, a + 1], vec![]),
        Op::BuildSlice => (vec![b, b + 1, b + 2], vec![a], vec![]),
        Op::Call => ((a..=a + b).collect(), vec![c], vec![]),
        Op::CallMethod => ((a..=a + 1 + b).collect(), vec![c], vec![]),
        Op::CallKw => ((a..=a + 1 + b + d).collect(), vec![c], vec![]),
        Op::CallEx => ((a..a + 3).collect(), vec![c], vec![]),
        Op::BuildList | Op::BuildTuple | Op::BuildString | Op::BuildSet => {
            ((b..b + c).collect(), vec![a], vec![])
        }
        Op::BuildDict => ((b..b + 2 * c).collect(), vec![a], vec![]),
        Op::ListExtend if d == 0 => (vec![a, b], vec![], vec![]),
        Op::FormatValue if d & 4 == 0 => (vec![b], vec![a], vec![]),
        Op::Unpack => (vec![b], (a..a + c).collect(), vec![]),
        Op::UnpackStar => (vec![b], (a..=a + c + d).collect(), vec![]),
        Op::MakeFunction => (
            (0..4)
                .filter(|bit| d >> bit & 1 != 0)
                .map(|bit| c + bit)
                .collect(),
            vec![a],
            vec![],
        ),
        Op::BuildClass => ((b..b + 2 + c + (d & 1)).collect(), vec![a], vec![]),
        Op::BeforeWith => (vec![b], (a..a + 4).collect(), vec![]),
        Op::ExcInfo => (vec![b], (a..a + 3).collect(), vec![]),
        Op::MatchClass => (vec![b, c, c + 1, c + 2], vec![a], vec![]),
        _ => {
            let mut uses = Uses::default();
            for (letter, field) in op.format().bytes().zip([a, b, c, d]) {
                if matches!(letter, b'r' | b'x') {
                    uses.reads.push(field);
                }
                if matches!(letter, b'w' | b'x') {
                    uses.writes.push(field);
                }
            }
            return uses;
        }
    };
    Uses {
        reads,
        writes,
        clears,
    }
}

struct Flow<'p> {
    proto: &'p Proto,
    states: Vec<Option<Vec<bool>>>,
    work: Vec<usize>,
}

impl Flow<'_> {
    fn go(&mut self, to: usize, state: &[bool]) {
        let changed = match &mut self.states[to] {
            slot @ None => {
                *slot = Some(state.to_vec());
                true
            }
            Some(old) => {
                let mut changed = false;
                for (old, new) in old.iter_mut().zip(state) {
                    changed |= *old && !new;
                    *old &= new;
                }
                changed
            }
        };
        if changed {
            self.work.push(to);
        }
    }

    fn run(&mut self) -> Result<(), String> {
        let p = self.proto;
        let variables = p.reg_names.len();
        let stars =
            usize::from(p.flags & Proto::VARARGS != 0) + usize::from(p.flags & Proto::VARKW != 0);
        let params = usize::from(p.args) + usize::from(p.kwonly) + stars;
        let start: Vec<bool> = (0..usize::from(p.nregs)).map(|reg| reg < params).collect();
        self.go(0, &start);
        while let Some(pc) = self.work.pop() {
            let before = self.states[pc].clone().unwrap();
            let instr = Instr(p.code[pc]);
            let op = instr.op().unwrap();
            let height = usize::from(p.heights[pc]);
            let uses = uses(op, instr, variables);
            let fail = |what, reg| Err(format!("{} {pc} {op:?}: {what} r{reg}", p.qualname));
            for &reg in &uses.reads {
                if !before[reg] {
                    return fail("reads", reg);
                }
                if reg >= height && op != Op::Yield {
                    return fail("reads above the height", reg);
                }
            }
            let mut live = before.iter().enumerate().take(height).skip(variables);
            if let Some((reg, _)) = live.find(|(_, written)| !**written) {
                return fail("height includes", reg);
            }
            let mut kept = before;
            for slot in kept.iter_mut().skip(height) {
                *slot = false;
            }
            for handler in &p.handlers {
                if (handler.start as usize..handler.end as usize).contains(&pc) {
                    let mut state = kept.clone();
                    for slot in state.iter_mut().skip(usize::from(handler.reg)) {
                        *slot = false;
                    }
                    state[usize::from(handler.reg)] = true;
                    self.go(handler.target as usize, &state);
                }
            }
            let mut after = kept.clone();
            for &reg in &uses.writes {
                after[reg] = true;
            }
            for &reg in &uses.clears {
                after[reg] = false;
            }
            let jump = match (op.format().as_bytes()[1], op.format().as_bytes()[2]) {
                (b'J', _) => Some(pc as i64 + 1 + i64::from(instr.bx())),
                (_, b'j') => Some(pc as i64 + 1 + instr.sc()),
                _ => None,
            };
            if op == Op::ForNext {
                let mut body = kept.clone();
                body[instr.a() + 1] = true;
                self.go(jump.unwrap() as usize, &body);
                kept[instr.a()] = false;
                self.go(pc + 1, &kept);
                continue;
            }
            if let Some(to) = jump {
                self.go(to as usize, &after);
            }
            let ends = matches!(
                op,
                Op::Jump
                    | Op::Loop
                    | Op::Return
                    | Op::ReturnNone
                    | Op::Raise
                    | Op::RaiseFrom
                    | Op::RaiseAgain
                    | Op::Reraise
            );
            if !ends {
                self.go(pc + 1, &after);
            }
        }
        Ok(())
    }
}

/// Checks the registers of every function.
pub(super) fn check(chunk: &Chunk) -> Result<(), String> {
    for proto in &chunk.protos {
        let states = vec![None; proto.code.len()];
        Flow {
            proto,
            states,
            work: Vec::new(),
        }
        .run()?;
    }
    Ok(())
}

/// Instructions that no way leads to.
pub(super) fn unreachable(chunk: &Chunk) -> usize {
    let mut count = 0;
    for proto in &chunk.protos {
        let states = vec![None; proto.code.len()];
        let mut flow = Flow {
            proto,
            states,
            work: Vec::new(),
        };
        if flow.run().is_ok() {
            count += flow.states.iter().filter(|state| state.is_none()).count();
        }
    }
    count
}
