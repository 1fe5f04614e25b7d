//! The matcher: runs a program over a text, going back to earlier choices from a stack
//! of its own.
//!
//! It is called with a number of steps and comes back when they are used up, to be
//! called again: so its caller can charge fuel, and a pattern that goes back without
//! end can be stopped. The stack is bounded by the memory that it is given.
//!
//! What a choice must find again is on the stack too: a slot's old value is noted there
//! before the slot is written, and put back when the stack is taken down past the note.

mod runs;

use super::program::{At, Inst, Loop, NONE, Program};
use super::text::{Text, back, is_boundary};
use super::tree::{Greed, UNLIMITED};
use alloc::vec::Vec;

/// A slot that holds no position.
pub(super) const UNSET: usize = usize::MAX;

/// Where a match may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Anywhere.
    Search,
    /// At the beginning.
    Match,
    /// From the beginning to the end.
    Full,
}

/// What a number of steps came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Found,
    Nothing,
    /// The steps are used up.
    Paused,
    /// The stack would grow beyond its limit.
    Memory,
}

/// What stands on the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Go on at `inst` from position `a`.
    Choice,
    /// A run that may give characters back: `a` is its least end, `b` its present one.
    Greedy,
    /// A run that may take more: `a` is its end, `b` how many characters it may take.
    Lazy,
    /// The branches from index `b` of the lists of branch `inst`, from position `a`.
    Branch,
    /// A lazy loop that may do one more round from position `a`.
    Round,
    /// A slot's old value.
    Slot,
    /// The same, with the number of the last group in `b`.
    Group,
    /// Where something began that is matched once and for all, at position `a`.
    Atomic,
    Look,
    /// A possessive loop's round beyond its least number.
    Extra,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: Kind,
    inst: u32,
    a: usize,
    b: usize,
}

/// A matcher's memory, kept from one use to the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    slots: Vec<usize>,
    stack: Vec<Entry>,
    /// Places on the stack where something atomic began.
    marks: Vec<usize>,
}

/// A match under way.
pub(super) struct Machine<'t> {
    text: &'t [u8],
    /// Each byte is a character.
    narrow: bool,
    memory: Memory,
    /// Entries that the stack may have.
    room: usize,
    mode: Mode,
    /// The match must not be empty where it begins.
    pub(super) must_advance: bool,
    /// Where the attempt begins.
    pub(super) start: usize,
    /// Where it stands.
    pub(super) at: usize,
    inst: usize,
    /// The number of the group that was closed last, or 0.
    pub(super) last: usize,
    running: bool,
}

impl<'t> Machine<'t> {
    /// A matcher for a text, from a place on, with memory for `room` bytes of stack.
    /// `narrow`: each byte is a character.
    pub(super) fn new(
        (text, narrow): (&'t [u8], bool),
        start: usize,
        mode: Mode,
        memory: Memory,
        room: usize,
    ) -> Machine<'t> {
        Machine {
            text,
            narrow,
            memory,
            room: room / size_of::<Entry>(),
            mode,
            must_advance: false,
            start,
            at: start,
            inst: 0,
            last: 0,
            running: false,
        }
    }

    /// Its memory, for the next.
    pub(super) fn into_memory(mut self) -> Memory {
        // What was large once need not be so again.
        if self.memory.stack.capacity() > 4096 {
            self.memory.stack = Vec::new();
        }
        self.memory
    }

    /// The span of a group, from 1 on.
    pub(super) fn group(&self, group: usize) -> Option<(usize, usize)> {
        let slot = group.checked_sub(1)?.checked_mul(2)?;
        let (start, end) = (self.slot(slot), self.slot(slot + 1));
        (start != UNSET && end != UNSET && start <= end).then_some((start, end))
    }

    /// Begins again behind what has been found. A match that was empty must be followed
    /// by one that is not, or is elsewhere.
    pub(super) fn again(&mut self) {
        self.must_advance = self.at == self.start;
        self.start = self.at;
    }

    /// Runs the program for so many steps.
    pub(super) fn run(&mut self, program: &Program, steps: &mut usize) -> Step {
        if program.bytes || self.narrow {
            self.drive::<true>(program, steps)
        } else {
            self.drive::<false>(program, steps)
        }
    }

    fn drive<const BYTES: bool>(&mut self, program: &Program, steps: &mut usize) -> Step {
        loop {
            if !self.running {
                if self.mode == Mode::Search && !self.seek::<BYTES>(program, steps) {
                    return Step::Nothing;
                }
                if program.is_literal && self.mode == Mode::Search {
                    self.at = self.start + program.prefix.len();
                    return Step::Found;
                }
                if !self.begin(program) {
                    return Step::Memory;
                }
            }
            match self.attempt::<BYTES>(program, steps) {
                Step::Nothing => {}
                step => return step,
            }
            self.must_advance = false;
            if self.mode != Mode::Search || program.anchored || self.start >= self.text.len() {
                return Step::Nothing;
            }
            self.start = Text::<BYTES>(self.text).next(self.start);
        }
    }

    /// Moves to the next place where a match can begin.
    fn seek<const BYTES: bool>(&mut self, program: &Program, steps: &mut usize) -> bool {
        let Some(rest) = self.text.get(self.start..) else {
            return false;
        };
        if rest.len() < program.least || program.anchored && self.start > 0 {
            return false;
        }
        if program.anchored {
            return true;
        }
        let found = if !program.prefix.is_empty() {
            miniscript_core::text::wtf8::find(rest, &program.prefix)
        } else if let Some(table) = program.table(program.first) {
            rest.iter()
                .position(|&byte| table.get(usize::from(byte)).copied().unwrap_or(true))
        } else {
            return true;
        };
        let passed = found.unwrap_or(rest.len());
        *steps = steps.saturating_sub(passed / 16);
        if passed > 0 {
            self.must_advance = false;
        }
        self.start += passed;
        found.is_some()
    }

    fn begin(&mut self, program: &Program) -> bool {
        let slots = program.slots as usize;
        let memory = &mut self.memory;
        memory.stack.clear();
        memory.marks.clear();
        if memory.slots.len() != slots {
            memory.slots.clear();
            if memory.slots.try_reserve_exact(slots).is_err() {
                return false;
            }
            memory.slots.resize(slots, UNSET);
        } else if slots > 0 {
            memory.slots.fill(UNSET);
        }
        self.at = self.start;
        self.inst = 0;
        self.last = 0;
        self.running = true;
        true
    }

    /// One attempt from `start`, or what is left of it.
    fn attempt<const BYTES: bool>(&mut self, program: &Program, steps: &mut usize) -> Step {
        let text = Text::<BYTES>(self.text);
        loop {
            if *steps == 0 {
                return Step::Paused;
            }
            *steps -= 1;
            let Some(&inst) = program.insts.get(self.inst) else {
                self.running = false;
                return Step::Nothing;
            };
            let next = self.inst + 1;
            let goes_on = match inst {
                Inst::Byte(byte) => {
                    if self.text.get(self.at) == Some(&byte) {
                        self.at += 1;
                        self.inst = next;
                        true
                    } else {
                        false
                    }
                }
                Inst::Literal(start, len) => {
                    let (start, len) = (start as usize, len as usize);
                    let wanted = program.literals.get(start..start + len);
                    if wanted.is_some() && self.text.get(self.at..self.at + len) == wanted {
                        self.at += len;
                        self.inst = next;
                        true
                    } else {
                        false
                    }
                }
                Inst::One(one) => match text.one(program, one, self.at) {
                    Some(at) => {
                        self.at = at;
                        self.inst = next;
                        true
                    }
                    None => false,
                },
                Inst::Run(_) => {
                    let Some(goes_on) = self.run_of::<BYTES>(program, inst, steps) else {
                        return Step::Memory;
                    };
                    goes_on
                }
                Inst::Save(slot) => {
                    if !self.save(slot as usize) {
                        return Step::Memory;
                    }
                    self.inst = next;
                    true
                }
                Inst::Jump(target) => {
                    self.inst = target as usize;
                    true
                }
                Inst::Split {
                    other,
                    table,
                    other_table,
                } => {
                    let ways = ((next as u32, table), (other, other_table));
                    let Some(goes_on) = self.split(program, ways) else {
                        return Step::Memory;
                    };
                    goes_on
                }
                Inst::SplitLazy {
                    other,
                    table,
                    other_table,
                } => {
                    let ways = ((other, other_table), (next as u32, table));
                    let Some(goes_on) = self.split(program, ways) else {
                        return Step::Memory;
                    };
                    goes_on
                }
                Inst::Branch(branch) => {
                    let list = program.branches.get(branch as usize).and_then(|branch| {
                        let byte = self.text.get(self.at).map_or(256, |&byte| usize::from(byte));
                        branch.by_byte.get(byte)
                    });
                    let Some(&list) = list else {
                        return Step::Nothing;
                    };
                    let Some(goes_on) = self.branch(program, branch, list as usize, self.at) else {
                        return Step::Memory;
                    };
                    goes_on
                }
                Inst::At(at) => {
                    self.inst = next;
                    self.holds::<BYTES>(at)
                }
                Inst::Accept => {
                    let refused = self.mode == Mode::Full && self.at != self.text.len()
                        || self.must_advance && self.at == self.start;
                    if !refused {
                        self.running = false;
                        return Step::Found;
                    }
                    false
                }
                _ => match self.rare::<BYTES>(program, inst, steps) {
                    Some(goes_on) => goes_on,
                    None => return Step::Memory,
                },
            };
            if !goes_on {
                match self.go_back::<BYTES>(program, steps) {
                    Some(true) => {}
                    Some(false) => {
                        self.running = false;
                        return Step::Nothing;
                    }
                    None => return Step::Memory,
                }
            }
        }
    }

    /// The instructions that most patterns do without. `None` where memory is short.
    #[inline(never)]
    fn rare<const BYTES: bool>(
        &mut self,
        program: &Program,
        inst: Inst,
        steps: &mut usize,
    ) -> Option<bool> {
        let next = self.inst + 1;
        match inst {
            Inst::Enter(entry) => {
                let entry = *program.loops.get(entry as usize)?;
                let slot = entry.slot as usize;
                self.set(slot, 0)?;
                self.set(slot + 1, UNSET)?;
                self.round(program, entry, 0)
            }
            Inst::Again(entry) => {
                let entry = *program.loops.get(entry as usize)?;
                if entry.greed == Greed::Possessive {
                    self.cut(steps);
                }
                let count = self.slot(entry.slot as usize).saturating_add(1);
                self.set(entry.slot as usize, count)?;
                self.round(program, entry, count)
            }
            Inst::Backreference(group, fold) => {
                self.inst = next;
                let span = self.group(group as usize + 1);
                let Some(own) = span.and_then(|(start, end)| self.text.get(start..end)) else {
                    return Some(false);
                };
                *steps = steps.saturating_sub(own.len() / 16);
                match Text::<BYTES>(self.text).same(own, self.at, fold) {
                    Some(at) => {
                        self.at = at;
                        Some(true)
                    }
                    None => Some(false),
                }
            }
            Inst::Unless(group, target) => {
                self.inst = match self.group(group as usize + 1) {
                    Some(_) => next,
                    None => target as usize,
                };
                Some(true)
            }
            Inst::Atomic => {
                self.mark(Kind::Atomic, 0)?;
                self.inst = next;
                Some(true)
            }
            Inst::EndAtomic => {
                self.cut(steps);
                self.inst = next;
                Some(true)
            }
            Inst::Look(at) => {
                let look = program.looks.get(at as usize)?;
                let start = back::<BYTES>(self.text, self.at, look.back);
                // Characters of one byte are not walked over one by one.
                let walked = if BYTES { 0 } else { self.at.min(look.back as usize) };
                *steps = steps.saturating_sub(walked / 16);
                match start {
                    None if look.negative => {
                        self.inst = look.exit as usize;
                        Some(true)
                    }
                    None => Some(false),
                    Some(start) => {
                        self.mark(Kind::Look, at)?;
                        self.at = start;
                        self.inst = next;
                        Some(true)
                    }
                }
            }
            Inst::EndLook(at) => {
                let look = program.looks.get(at as usize)?;
                if !look.negative {
                    self.at = self.cut(steps);
                    self.inst = look.exit as usize;
                    return Some(true);
                }
                // All that the body has done is undone, with the mark.
                let mark = self.memory.marks.pop().unwrap_or(0);
                while self.memory.stack.len() > mark {
                    *steps = steps.saturating_sub(1);
                    self.undo();
                }
                Some(false)
            }
            _ => Some(false),
        }
    }

    fn slot(&self, slot: usize) -> usize {
        self.memory.slots.get(slot).copied().unwrap_or(UNSET)
    }

    fn push(&mut self, kind: Kind, inst: u32, a: usize, b: usize) -> Option<()> {
        let stack = &mut self.memory.stack;
        if stack.len() == stack.capacity()
            && (stack.len() >= self.room || stack.try_reserve(stack.len().max(16)).is_err())
        {
            return None;
        }
        stack.push(Entry { kind, inst, a, b });
        Some(())
    }

    /// Writes a slot, to be undone.
    fn set(&mut self, slot: usize, value: usize) -> Option<()> {
        if !self.memory.stack.is_empty() {
            self.push(Kind::Slot, slot as u32, self.slot(slot), 0)?;
        }
        *self.memory.slots.get_mut(slot)? = value;
        Some(())
    }

    #[inline]
    fn save(&mut self, slot: usize) -> bool {
        let closes = slot % 2 == 1;
        if !self.memory.stack.is_empty() {
            let kind = if closes { Kind::Group } else { Kind::Slot };
            let old = self.slot(slot);
            if self.push(kind, slot as u32, old, self.last).is_none() {
                return false;
            }
        }
        if let Some(place) = self.memory.slots.get_mut(slot) {
            *place = self.at;
        }
        if closes {
            self.last = slot / 2 + 1;
        }
        true
    }

    /// Whether a way can begin with the next byte.
    #[inline]
    fn can(&self, program: &Program, table: u32) -> bool {
        match program.table(table) {
            None => true,
            Some(table) => match self.text.get(self.at) {
                Some(&byte) => table.get(usize::from(byte)).copied().unwrap_or(true),
                None => false,
            },
        }
    }

    /// Takes the first of two ways, and keeps the other for later.
    #[inline]
    fn split(&mut self, program: &Program, ways: ((u32, u32), (u32, u32))) -> Option<bool> {
        let ((first, table), (other, other_table)) = ways;
        if !self.can(program, table) {
            self.inst = other as usize;
            return Some(self.can(program, other_table));
        }
        if self.can(program, other_table) {
            self.push(Kind::Choice, other, self.at, 0)?;
        }
        self.inst = first as usize;
        Some(true)
    }

    /// Takes a branch from a list, and keeps the rest for later.
    fn branch(&mut self, program: &Program, number: u32, list: usize, at: usize) -> Option<bool> {
        let lists = &program.branches.get(number as usize)?.lists;
        let target = lists.get(list).copied().unwrap_or(NONE);
        if target == NONE {
            return Some(false);
        }
        if lists.get(list + 1).copied().unwrap_or(NONE) != NONE {
            self.push(Kind::Branch, number, at, list + 1)?;
        }
        self.at = at;
        self.inst = target as usize;
        Some(true)
    }

    /// Goes on with a loop of which `count` rounds are done.
    fn round(&mut self, program: &Program, entry: Loop, count: usize) -> Option<bool> {
        let slot = entry.slot as usize;
        let possessive = entry.greed == Greed::Possessive;
        if count < entry.least as usize {
            if possessive {
                self.mark(Kind::Atomic, 0)?;
            }
            self.inst = entry.body as usize;
            return Some(true);
        }
        // A round that matched nothing is not followed by another.
        let more = (entry.most == UNLIMITED || count < entry.most as usize)
            && self.at != self.slot(slot + 1);
        match entry.greed {
            Greed::Greedy if more && self.can(program, entry.table) => {
                if self.can(program, entry.exit_table) {
                    self.push(Kind::Choice, entry.exit, self.at, 0)?;
                }
                self.set(slot + 1, self.at)?;
                self.inst = entry.body as usize;
            }
            Greed::Lazy => {
                if more && self.can(program, entry.table) {
                    // The slot's number says which loop it is.
                    self.push(Kind::Round, entry.slot, self.at, entry.body as usize)?;
                }
                self.inst = entry.exit as usize;
            }
            Greed::Possessive if more && self.can(program, entry.table) => {
                self.mark(Kind::Extra, entry.exit)?;
                self.set(slot + 1, self.at)?;
                self.inst = entry.body as usize;
            }
            _ => self.inst = entry.exit as usize,
        }
        Some(true)
    }

    /// Begins something that is matched once and for all.
    fn mark(&mut self, kind: Kind, inst: u32) -> Option<()> {
        self.memory.marks.try_reserve(1).ok()?;
        self.memory.marks.push(self.memory.stack.len());
        self.push(kind, inst, self.at, 0)
    }

    /// Ends it: its choices are taken off the stack, notes of slots stay. Returns where
    /// it began.
    fn cut(&mut self, steps: &mut usize) -> usize {
        let mark = self.memory.marks.pop().unwrap_or(0);
        let stack = &mut self.memory.stack;
        *steps = steps.saturating_sub(stack.len().saturating_sub(mark));
        let began = stack.get(mark).map_or(self.at, |entry| entry.a);
        let mut kept = mark;
        for at in mark..stack.len() {
            let Some(&entry) = stack.get(at) else { break };
            // Where nothing can fail to, nothing need be put back.
            if matches!(entry.kind, Kind::Slot | Kind::Group)
                && kept > 0
                && let Some(place) = stack.get_mut(kept)
            {
                *place = entry;
                kept += 1;
            }
        }
        stack.truncate(kept);
        began
    }

    /// Takes the top off the stack, putting a slot's value back.
    fn undo(&mut self) -> Option<Entry> {
        let entry = self.memory.stack.pop()?;
        if matches!(entry.kind, Kind::Slot | Kind::Group) {
            if let Some(place) = self.memory.slots.get_mut(entry.inst as usize) {
                *place = entry.a;
            }
            if entry.kind == Kind::Group {
                self.last = entry.b;
            }
        }
        Some(entry)
    }

    /// Goes back to the last choice: false where there is none, `None` where memory is
    /// short.
    fn go_back<const BYTES: bool>(&mut self, program: &Program, steps: &mut usize) -> Option<bool> {
        loop {
            let Some(entry) = self.undo() else {
                return Some(false);
            };
            *steps = steps.saturating_sub(1);
            let goes_on = match entry.kind {
                Kind::Slot | Kind::Group => false,
                Kind::Choice => {
                    self.at = entry.a;
                    self.inst = entry.inst as usize;
                    true
                }
                Kind::Greedy => {
                    self.give_back::<BYTES>(program, entry.inst, (entry.a, entry.b), steps)?
                }
                Kind::Lazy => {
                    self.take_more::<BYTES>(program, entry.inst, (entry.a, entry.b), steps)?
                }
                Kind::Branch => self.branch(program, entry.inst, entry.b, entry.a)?,
                Kind::Round => {
                    self.at = entry.a;
                    self.set(entry.inst as usize + 1, entry.a)?;
                    self.inst = entry.b;
                    true
                }
                Kind::Atomic => {
                    self.memory.marks.pop();
                    false
                }
                Kind::Extra => {
                    self.memory.marks.pop();
                    self.at = entry.a;
                    self.inst = entry.inst as usize;
                    true
                }
                Kind::Look => {
                    self.memory.marks.pop();
                    let look = program.looks.get(entry.inst as usize)?;
                    self.at = entry.a;
                    self.inst = look.exit as usize;
                    look.negative
                }
            };
            if goes_on {
                return Some(true);
            }
        }
    }

    fn holds<const BYTES: bool>(&self, at: At) -> bool {
        let (text, here) = (self.text, self.at);
        let newline = |place: usize| text.get(place) == Some(&b'\n');
        match at {
            At::Start => here == 0,
            At::LineStart => here == 0 || newline(here - 1),
            At::End => here == text.len() || here + 1 == text.len() && newline(here),
            At::LineEnd => here == text.len() || newline(here),
            At::TextEnd => here == text.len(),
            At::Boundary(unicode) => is_boundary::<BYTES>(text, here, unicode) == Some(true),
            At::NotBoundary(unicode) => is_boundary::<BYTES>(text, here, unicode) == Some(false),
        }
    }
}
