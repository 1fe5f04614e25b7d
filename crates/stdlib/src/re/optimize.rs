//! What may come next, found out once: which first bytes a part of a program can begin
//! with.
//!
//! From that follow the branches that are not tried, the repetitions that give nothing
//! back, and where a search looks at all.

use super::charset::{Table, lead};
use super::compile::{Budget, Targets};
use super::program::{Inst, NONE, One, Program};
use super::source::Fault;
use super::tree::Greed;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What a part of a program can begin with.
struct First {
    table: Table,
    /// It may match nothing, in a way that depends on the place, or is not known.
    open: bool,
    /// It may match nothing and then the whole is matched.
    accepts: bool,
}

impl First {
    /// Something ends here that is matched whatever follows.
    fn ends(&mut self, conditional: bool) {
        if conditional {
            self.open = true;
        } else {
            self.accepts = true;
        }
    }
}

/// Instructions that are looked at for a place in the program, and for its beginning.
const NEAR: usize = 48;
const FAR: usize = 2048;

struct Optimizer<'a, 'b> {
    program: &'a mut Program,
    targets: &'a [Targets],
    tables: BTreeMap<Table, u32>,
    /// Whether an instruction has been looked at, by the number of the question: on a
    /// way without, and on one with conditions.
    seen: Vec<(u32, u32)>,
    question: u32,
    taken: usize,
    budget: &'b mut Budget<'b>,
}

/// Fills a program's tables.
pub(super) fn optimize<'b>(
    program: &mut Program,
    targets: &[Targets],
    taken: usize,
    budget: &'b mut Budget<'b>,
) -> Result<(), Fault> {
    let seen = alloc::vec![(0, 0); program.insts.len()];
    let mut optimizer = Optimizer {
        program,
        targets,
        tables: BTreeMap::new(),
        seen,
        question: 0,
        taken,
        budget,
    };
    optimizer.run()
}

impl Optimizer<'_, '_> {
    fn run(&mut self) -> Result<(), Fault> {
        for at in 0..self.program.insts.len() {
            let Some(&inst) = self.program.insts.get(at) else {
                break;
            };
            let next = at as u32 + 1;
            match inst {
                Inst::Split { other, .. } => {
                    let (table, other_table) = (self.table_at(next)?, self.table_at(other)?);
                    self.put(
                        at,
                        Inst::Split {
                            other,
                            table,
                            other_table,
                        },
                    );
                }
                Inst::SplitLazy { other, .. } => {
                    let (table, other_table) = (self.table_at(next)?, self.table_at(other)?);
                    self.put(
                        at,
                        Inst::SplitLazy {
                            other,
                            table,
                            other_table,
                        },
                    );
                }
                Inst::Run(run) => self.run_at(run as usize, next)?,
                Inst::Enter(entry) => {
                    let Some(&found) = self.program.loops.get(entry as usize) else {
                        continue;
                    };
                    let table = self.table_at(found.body)?;
                    let exit_table = self.table_at(found.exit)?;
                    if let Some(place) = self.program.loops.get_mut(entry as usize) {
                        place.table = table;
                        place.exit_table = exit_table;
                    }
                }
                Inst::Branch(branch) => self.branch(branch as usize)?,
                _ => {}
            }
        }
        let first = self.first(0, FAR)?;
        self.program.first = self.known(first)?;
        self.beginning();
        Ok(())
    }

    fn put(&mut self, at: usize, inst: Inst) {
        if let Some(place) = self.program.insts.get_mut(at) {
            *place = inst;
        }
    }

    fn take(&mut self, steps: usize, bytes: usize) -> Result<(), Fault> {
        self.taken = self.taken.saturating_add(bytes);
        if (self.budget)(steps, self.taken) {
            Ok(())
        } else {
            Err(Fault::Memory)
        }
    }

    /// The table of first bytes, where something must be matched.
    fn known(&mut self, first: First) -> Result<u32, Fault> {
        if first.open || first.accepts {
            return Ok(NONE);
        }
        if let Some(&at) = self.tables.get(&first.table) {
            return Ok(at);
        }
        self.take(16, 600)?;
        let at = self.program.tables.len() as u32;
        self.program.tables.push(first.table);
        self.tables.insert(first.table, at);
        Ok(at)
    }

    fn table_at(&mut self, at: u32) -> Result<u32, Fault> {
        let first = self.first(at, NEAR)?;
        self.known(first)
    }

    /// What a character's test lets begin.
    fn first_of(&self, one: One) -> Table {
        let bytes = self.program.bytes;
        let all = |mut table: Table| {
            for (byte, place) in table.iter_mut().enumerate() {
                *place = bytes || !(0x80..0xC2).contains(&byte);
            }
            table
        };
        let without = |code: u32| {
            let mut table = all([false; 256]);
            if (bytes || code < 0x80)
                && let Some(place) = table.get_mut(code as usize)
            {
                *place = false;
            }
            table
        };
        match one {
            One::All => all([false; 256]),
            One::Line => without(10),
            One::NotChar(code) => without(code),
            One::Char(code) => {
                let mut table = [false; 256];
                let byte = if bytes { code as u8 } else { lead(code) };
                if let Some(place) = table.get_mut(usize::from(byte)) {
                    *place = true;
                }
                table
            }
            One::Set(at) => match self.program.sets.get(at as usize) {
                Some(set) => set.first_bytes(bytes),
                None => [true; 256],
            },
        }
    }

    /// Whether an instruction is new to the question, on a way of this kind.
    fn visit(&mut self, at: u32, conditional: bool) -> bool {
        let Some(seen) = self.seen.get_mut(at as usize) else {
            return false;
        };
        let place = if conditional { &mut seen.1 } else { &mut seen.0 };
        core::mem::replace(place, self.question) != self.question
    }

    /// What the program can begin with at a place.
    fn first(&mut self, from: u32, limit: usize) -> Result<First, Fault> {
        self.question += 1;
        let mut first = First {
            table: [false; 256],
            open: false,
            accepts: false,
        };
        // Where, whether there were conditions on the way, and how many atomic groups
        // have been entered: what ends another one has matched, whatever follows.
        let mut ways = alloc::vec![(from, false, 0u32)];
        let mut count = 0;
        while let Some((at, conditional, depth)) = ways.pop() {
            if !self.visit(at, conditional) {
                continue;
            }
            count += 1;
            if count > limit || ways.len() > limit {
                first.open = true;
                break;
            }
            let next = at + 1;
            let Some(&inst) = self.program.insts.get(at as usize) else {
                first.open = true;
                break;
            };
            match inst {
                Inst::Accept | Inst::EndLook(_) => first.ends(conditional),
                Inst::Byte(byte) => mark(&mut first.table, byte),
                Inst::Literal(start, _) => {
                    if let Some(&byte) = self.program.literals.get(start as usize) {
                        mark(&mut first.table, byte);
                    }
                }
                Inst::One(one) => merge(&mut first.table, &self.first_of(one)),
                Inst::Run(run) => {
                    let Some(&run) = self.program.runs.get(run as usize) else {
                        continue;
                    };
                    if run.most > 0 {
                        merge(&mut first.table, &self.first_of(run.one));
                    }
                    if run.least == 0 {
                        ways.push((next, conditional, depth));
                    }
                }
                Inst::At(_) => ways.push((next, true, depth)),
                Inst::Save(_) => ways.push((next, conditional, depth)),
                Inst::Atomic => ways.push((next, conditional, depth + 1)),
                Inst::EndAtomic => match depth.checked_sub(1) {
                    Some(depth) => ways.push((next, conditional, depth)),
                    None => first.ends(conditional),
                },
                Inst::Jump(target) => ways.push((target, conditional, depth)),
                Inst::Split { other, .. } | Inst::SplitLazy { other, .. } => {
                    ways.push((other, conditional, depth));
                    ways.push((next, conditional, depth));
                }
                Inst::Branch(branch) => {
                    if let Some(targets) = self.targets.get(branch as usize) {
                        ways.extend(targets.starts.iter().map(|&start| (start, conditional, depth)));
                    }
                }
                Inst::Enter(entry) => {
                    if let Some(&entry) = self.program.loops.get(entry as usize) {
                        let inside = depth + u32::from(entry.greed == Greed::Possessive);
                        ways.push((entry.body, conditional, inside));
                        ways.push((entry.exit, conditional, depth));
                    }
                }
                Inst::Again(entry) => {
                    let Some(&entry) = self.program.loops.get(entry as usize) else {
                        continue;
                    };
                    let outside = match entry.greed {
                        Greed::Possessive => depth.checked_sub(1),
                        _ => Some(depth),
                    };
                    match outside {
                        Some(outside) => {
                            ways.push((entry.body, conditional, depth));
                            ways.push((entry.exit, conditional, outside));
                        }
                        None => first.ends(conditional),
                    }
                }
                Inst::Backreference(..) => first.open = true,
                Inst::Unless(_, target) => {
                    ways.push((next, true, depth));
                    ways.push((target, true, depth));
                }
                Inst::Look(look) => {
                    if let Some(look) = self.program.looks.get(look as usize) {
                        ways.push((look.exit, true, depth));
                    }
                }
            }
        }
        self.take(count * 16, 0)?;
        Ok(first)
    }

    fn run_at(&mut self, at: usize, next: u32) -> Result<(), Fault> {
        let Some(&run) = self.program.runs.get(at) else {
            return Ok(());
        };
        let first = self.first(next, NEAR)?;
        let own = self.first_of(run.one);
        let apart = own.iter().zip(&first.table).all(|(a, b)| !(a & b));
        let keeps = run.greed == Greed::Greedy && apart && !first.open;
        let mut bytes = (0..=255u8).filter(|&byte| {
            first
                .table
                .get(usize::from(byte))
                .copied()
                .unwrap_or_default()
        });
        let single = bytes.next().filter(|_| bytes.next().is_none());
        let table = self.known(first)?;
        if let Some(place) = self.program.runs.get_mut(at) {
            place.next = table;
            place.next_byte = single.filter(|_| table != NONE);
            if keeps {
                place.greed = Greed::Possessive;
            }
        }
        Ok(())
    }

    /// The lists of an alternation.
    fn branch(&mut self, at: usize) -> Result<(), Fault> {
        let targets = self.targets;
        let Some(targets) = targets.get(at) else {
            return Ok(());
        };
        let starts = &targets.starts;
        let mut firsts = Vec::new();
        for &start in starts {
            self.take(64, 300)?;
            let first = self.first(start, NEAR)?;
            firsts.push(first);
        }
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let (mut by_byte, mut lists) = (Vec::new(), Vec::new());
        for byte in 0..=256usize {
            self.take(starts.len() / 16, 4)?;
            let list: Vec<u32> = starts
                .iter()
                .zip(&firsts)
                .filter(|(_, first)| {
                    first.open || first.accepts || first.table.get(byte).copied() == Some(true)
                })
                .map(|(&start, _)| start)
                .collect();
            let place = match known.get(&list) {
                Some(&place) => place,
                None => {
                    self.take(1, 4 * list.len())?;
                    let place = lists.len() as u32;
                    lists.extend_from_slice(&list);
                    lists.push(NONE);
                    known.insert(list, place);
                    place
                }
            };
            by_byte.push(place);
        }
        if let Some(branch) = self.program.branches.get_mut(at) {
            branch.by_byte = by_byte.into_boxed_slice();
            branch.lists = lists;
        }
        Ok(())
    }

    /// What every match begins with.
    fn beginning(&mut self) {
        let mut saves = false;
        for inst in &self.program.insts {
            match *inst {
                Inst::Save(_) => saves = true,
                Inst::Byte(byte) => self.program.prefix.push(byte),
                Inst::Literal(start, len) => {
                    let (start, len) = (start as usize, len as usize);
                    if let Some(bytes) = self.program.literals.get(start..start + len) {
                        self.program.prefix.extend_from_slice(bytes);
                    }
                }
                Inst::At(super::program::At::Start) => {
                    self.program.anchored = self.program.prefix.is_empty();
                    break;
                }
                Inst::Accept => {
                    self.program.is_literal = !saves && !self.program.prefix.is_empty();
                    break;
                }
                _ => break,
            }
        }
    }
}

fn mark(table: &mut Table, byte: u8) {
    if let Some(place) = table.get_mut(usize::from(byte)) {
        *place = true;
    }
}

fn merge(table: &mut Table, more: &Table) {
    for (place, &more) in table.iter_mut().zip(more) {
        *place |= more;
    }
}
