//! From a tree to a program.
//!
//! Nothing here calls itself: what is still to be compiled stands on a list. Fuel and
//! memory are asked for on the way.

use super::charset::Charset;
use super::fold::Fold;
use super::optimize;
use super::program::{At, Branch, Inst, Look, Loop, NONE, One, Program, Run};
use super::source::{Fault, Message, encode};
use super::tree::{Anchor, Greed, Member, Node, Sequence, Tree, UNLIMITED, flag};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What compiling may use up. It is asked with the steps of a piece of work, and the
/// bytes that the program has taken; a refusal ends it.
pub(super) type Budget<'b> = dyn FnMut(usize, usize) -> bool + 'b;

/// What is still to be done, the last first.
enum Work<'t> {
    /// The items of a sequence from one on.
    Items(&'t Sequence, usize, u32),
    /// The branches of an alternation from one on.
    Branches {
        branches: &'t [Sequence],
        at: usize,
        flags: u32,
        branch: usize,
    },
    /// An instruction to be added.
    Add(Inst),
    /// The target of this instruction is what comes next.
    Land(usize),
    /// Ends a loop.
    EndLoop(usize),
    /// Goes back to the beginning of a loop without a count.
    Back { start: usize, greedy: bool },
    /// Ends an assertion.
    EndLook(usize),
    /// Begins the second branch of a condition.
    Else(usize, &'t Sequence, u32),
}

/// Alternations under construction.
#[derive(Default)]
pub(super) struct Targets {
    pub(super) starts: Vec<u32>,
    jumps: Vec<usize>,
}

struct Compiler<'t, 'b> {
    tree: &'t Tree,
    program: Program,
    work: Vec<Work<'t>>,
    targets: Vec<Targets>,
    sets: BTreeMap<(Vec<Member>, bool, Fold, bool), u32>,
    taken: usize,
    budget: &'b mut Budget<'b>,
}

/// Compiles a pattern, for bytes or for strs.
pub(super) fn compile<'b>(
    tree: &Tree,
    bytes: bool,
    budget: &'b mut Budget<'b>,
) -> Result<Program, Fault> {
    let mut compiler = Compiler {
        tree,
        program: Program {
            bytes,
            groups: tree.groups,
            slots: tree.groups.saturating_mul(2),
            least: usize::try_from(tree.body.least).unwrap_or(usize::MAX),
            ..Program::default()
        },
        work: alloc::vec![Work::Items(&tree.body, 0, tree.flags)],
        targets: Vec::new(),
        sets: BTreeMap::new(),
        taken: 0,
        budget,
    };
    compiler.run()?;
    compiler.add(Inst::Accept)?;
    let Compiler {
        mut program,
        targets,
        taken,
        budget,
        ..
    } = compiler;
    optimize::optimize(&mut program, &targets, taken, budget)?;
    Ok(program)
}

/// Flags within a group that changes some.
fn combined(flags: u32, add: u32, remove: u32) -> u32 {
    let flags = if add & flag::TYPES != 0 {
        flags & !flag::TYPES
    } else {
        flags
    };
    (flags | add) & !remove
}

fn fold_of(flags: u32) -> Fold {
    if flags & flag::IGNORECASE == 0 {
        Fold::None
    } else if flags & flag::UNICODE != 0 && flags & flag::LOCALE == 0 {
        Fold::Unicode
    } else {
        Fold::Ascii
    }
}

impl<'t> Compiler<'t, '_> {
    fn run(&mut self) -> Result<(), Fault> {
        while let Some(work) = self.work.pop() {
            match work {
                Work::Items(sequence, at, flags) => self.items(sequence, at, flags)?,
                Work::Branches {
                    branches,
                    at,
                    flags,
                    branch,
                } => self.branches(branches, at, flags, branch)?,
                Work::Add(inst) => {
                    self.add(inst)?;
                }
                Work::Land(at) => self.land(at),
                Work::EndLoop(at) => {
                    self.add(Inst::Again(at as u32))?;
                    let exit = self.here();
                    if let Some(entry) = self.program.loops.get_mut(at) {
                        entry.exit = exit;
                    }
                }
                Work::Back { start, greedy } => {
                    let other = start as u32;
                    let (table, other_table) = (NONE, NONE);
                    self.add(if greedy {
                        Inst::SplitLazy {
                            other,
                            table,
                            other_table,
                        }
                    } else {
                        Inst::Split {
                            other,
                            table,
                            other_table,
                        }
                    })?;
                }
                Work::EndLook(at) => {
                    self.add(Inst::EndLook(at as u32))?;
                    let exit = self.here();
                    if let Some(look) = self.program.looks.get_mut(at) {
                        look.exit = exit;
                    }
                }
                Work::Else(unless, no, flags) => {
                    let jump = self.add(Inst::Jump(NONE))?;
                    self.land(unless);
                    self.work.push(Work::Land(jump));
                    self.work.push(Work::Items(no, 0, flags));
                }
            }
        }
        Ok(())
    }

    fn here(&self) -> u32 {
        self.program.insts.len() as u32
    }

    fn add(&mut self, inst: Inst) -> Result<usize, Fault> {
        self.take(1, size_of::<Inst>() + size_of::<Work<'_>>())?;
        self.program.insts.push(inst);
        Ok(self.program.insts.len() - 1)
    }

    /// Asks for fuel and memory.
    fn take(&mut self, steps: usize, bytes: usize) -> Result<(), Fault> {
        self.taken = self.taken.saturating_add(bytes);
        if (self.budget)(steps, self.taken) && self.program.insts.len() < NONE as usize / 2 {
            Ok(())
        } else {
            Err(Fault::Memory)
        }
    }

    /// Lets an instruction go on with what comes next.
    fn land(&mut self, at: usize) {
        let here = self.here();
        match self.program.insts.get_mut(at) {
            Some(
                Inst::Jump(target)
                | Inst::Split { other: target, .. }
                | Inst::SplitLazy { other: target, .. }
                | Inst::Unless(_, target),
            ) => *target = here,
            _ => debug_assert!(false, "not a jump"),
        }
    }

    fn items(&mut self, sequence: &'t Sequence, at: usize, flags: u32) -> Result<(), Fault> {
        let mut text = Vec::new();
        let mut next = at;
        let fold = fold_of(flags);
        while let Some(Node::Char(code)) = self.item(sequence, next)
            && !fold.is_cased(*code)
        {
            text.push(*code);
            next += 1;
        }
        if !text.is_empty() {
            self.literal(&text)?;
        }
        let Some(node) = self.item(sequence, next) else {
            return Ok(());
        };
        self.work.push(Work::Items(sequence, next + 1, flags));
        self.node(node, flags)
    }

    fn item(&self, sequence: &Sequence, at: usize) -> Option<&'t Node> {
        self.tree.node(*sequence.items.get(at)?)
    }

    fn literal(&mut self, text: &[u32]) -> Result<(), Fault> {
        let bytes = if self.program.bytes {
            text.iter().map(|&code| code as u8).collect()
        } else {
            encode(text)
        };
        if let [byte] = bytes.as_slice() {
            self.add(Inst::Byte(*byte))?;
            return Ok(());
        }
        let start = self.program.literals.len() as u32;
        self.take(0, bytes.len())?;
        self.program.literals.extend_from_slice(&bytes);
        self.add(Inst::Literal(start, bytes.len() as u32))?;
        Ok(())
    }

    /// What a node matches, if it is one character.
    fn one(&mut self, node: &Node, flags: u32) -> Result<Option<One>, Fault> {
        let fold = fold_of(flags);
        let unicode = flags & flag::UNICODE != 0;
        Ok(Some(match node {
            Node::Char(code) if fold.is_cased(*code) => {
                self.set(&[Member::Char(*code)], false, fold, unicode)?
            }
            Node::Char(code) => One::Char(*code),
            Node::NotChar(code) if fold.is_cased(*code) => {
                self.set(&[Member::Char(*code)], true, fold, unicode)?
            }
            Node::NotChar(code) => One::NotChar(*code),
            Node::Any if flags & flag::DOTALL != 0 => One::All,
            Node::Any => One::Line,
            Node::Set(members, negated) => self.set(members, *negated, fold, unicode)?,
            _ => return Ok(None),
        }))
    }

    fn set(
        &mut self,
        members: &[Member],
        negated: bool,
        fold: Fold,
        unicode: bool,
    ) -> Result<One, Fault> {
        let key = (members.to_vec(), negated, fold, unicode);
        if let Some(&at) = self.sets.get(&key) {
            return Ok(One::Set(at));
        }
        let set = Charset::new(members, negated, fold, unicode);
        self.take(set.cost(), 2 * size_of::<Charset>() + members.len() * 20)?;
        let at = self.program.sets.len() as u32;
        self.program.sets.push(set);
        self.sets.insert(key, at);
        Ok(One::Set(at))
    }

    fn node(&mut self, node: &'t Node, flags: u32) -> Result<(), Fault> {
        if let Some(one) = self.one(node, flags)? {
            self.add(Inst::One(one))?;
            return Ok(());
        }
        match node {
            Node::At(anchor) => {
                let many = flags & flag::MULTILINE != 0;
                let unicode = flags & flag::UNICODE != 0;
                self.add(Inst::At(match anchor {
                    Anchor::Beginning if many => At::LineStart,
                    Anchor::Beginning | Anchor::BeginningOfText => At::Start,
                    Anchor::End if many => At::LineEnd,
                    Anchor::End => At::End,
                    Anchor::EndOfText => At::TextEnd,
                    Anchor::Boundary => At::Boundary(unicode),
                    Anchor::NotBoundary => At::NotBoundary(unicode),
                }))?;
            }
            Node::Backreference(group) => {
                self.add(Inst::Backreference(group.saturating_sub(1), fold_of(flags)))?;
            }
            Node::Branch(branches) => {
                let branch = self.targets.len();
                self.targets.push(Targets::default());
                self.program.branches.push(Branch {
                    by_byte: Box::default(),
                    lists: Vec::new(),
                });
                self.add(Inst::Branch(branch as u32))?;
                self.branches(branches, 0, flags, branch)?;
            }
            Node::Group {
                group,
                add,
                remove,
                body,
            } => {
                if let Some(group) = group {
                    let slot = group.saturating_sub(1).saturating_mul(2);
                    self.add(Inst::Save(slot))?;
                    self.work.push(Work::Add(Inst::Save(slot + 1)));
                }
                let flags = combined(flags, *add, *remove);
                self.work.push(Work::Items(body, 0, flags));
            }
            Node::Atomic(body) => {
                self.add(Inst::Atomic)?;
                self.work.push(Work::Add(Inst::EndAtomic));
                self.work.push(Work::Items(body, 0, flags));
            }
            Node::Look {
                behind,
                negative,
                body,
            } => self.look(*behind, *negative, body, flags)?,
            Node::Condition { group, yes, no } => {
                let unless = self.add(Inst::Unless(group.saturating_sub(1), NONE))?;
                self.work.push(match no {
                    Some(no) => Work::Else(unless, no, flags),
                    None => Work::Land(unless),
                });
                self.work.push(Work::Items(yes, 0, flags));
            }
            Node::Repeat {
                greed,
                least,
                most,
                body,
            } => self.repeat(*greed, *least, *most, body, flags)?,
            _ => {}
        }
        Ok(())
    }

    fn branches(
        &mut self,
        branches: &'t [Sequence],
        at: usize,
        flags: u32,
        branch: usize,
    ) -> Result<(), Fault> {
        self.take(1, 16)?;
        if at > 0 && at < branches.len() {
            let jump = self.add(Inst::Jump(NONE))?;
            if let Some(targets) = self.targets.get_mut(branch) {
                targets.jumps.push(jump);
            }
        }
        let here = self.here();
        let Some(sequence) = branches.get(at) else {
            let jumps = self
                .targets
                .get_mut(branch)
                .map(|targets| core::mem::take(&mut targets.jumps));
            for jump in jumps.unwrap_or_default() {
                self.land(jump);
            }
            return Ok(());
        };
        if let Some(targets) = self.targets.get_mut(branch) {
            targets.starts.push(here);
        }
        self.work.push(Work::Branches {
            branches,
            at: at + 1,
            flags,
            branch,
        });
        self.work.push(Work::Items(sequence, 0, flags));
        Ok(())
    }

    fn look(
        &mut self,
        behind: bool,
        negative: bool,
        body: &'t Sequence,
        flags: u32,
    ) -> Result<(), Fault> {
        let mut back = 0;
        if behind {
            if body.least != body.most {
                let message = Message::new("look-behind requires fixed-width pattern");
                return Err(Fault::Error(message.0, None));
            }
            if body.least > u64::from(u32::MAX) {
                return Err(Fault::Error(Message::new("looks too much behind").0, None));
            }
            back = body.least;
        }
        let at = self.program.looks.len();
        self.program.looks.push(Look {
            negative,
            back,
            exit: NONE,
        });
        self.add(Inst::Look(at as u32))?;
        self.work.push(Work::EndLook(at));
        self.work.push(Work::Items(body, 0, flags));
        Ok(())
    }

    fn repeat(
        &mut self,
        greed: Greed,
        least: u32,
        most: u32,
        body: &'t Sequence,
        flags: u32,
    ) -> Result<(), Fault> {
        if flags & flag::TEMPLATE != 0 {
            let operator = match greed {
                Greed::Greedy => "MAX_REPEAT",
                Greed::Lazy => "MIN_REPEAT",
                Greed::Possessive => "POSSESSIVE_REPEAT",
            };
            let message =
                Message::new("internal: unsupported template operator ").text(operator);
            return Err(Fault::Error(message.0, None));
        }
        if let Some(one) = self.single(body, flags)? {
            let at = self.program.runs.len() as u32;
            self.take(0, size_of::<Run>())?;
            self.program.runs.push(Run {
                one,
                least,
                most,
                greed,
                next: NONE,
                next_byte: None,
                behind: self.here() + 1,
            });
            self.add(Inst::Run(at))?;
            return Ok(());
        }
        let possessive = greed == Greed::Possessive;
        let lazy = greed == Greed::Lazy;
        let (table, other_table) = (NONE, NONE);
        let split = |lazy: bool, other: u32| {
            if lazy {
                Inst::SplitLazy {
                    other,
                    table,
                    other_table,
                }
            } else {
                Inst::Split {
                    other,
                    table,
                    other_table,
                }
            }
        };
        match (least, most) {
            (0, 1) => {
                if possessive {
                    self.add(Inst::Atomic)?;
                    self.work.push(Work::Add(Inst::EndAtomic));
                }
                let at = self.add(split(lazy, NONE))?;
                self.work.push(Work::Land(at));
            }
            (0 | 1, UNLIMITED) if body.least > 0 && !possessive => {
                if least == 0 {
                    let at = self.add(split(lazy, NONE))?;
                    self.work.push(Work::Land(at));
                }
                self.work.push(Work::Back {
                    start: self.program.insts.len(),
                    greedy: !lazy,
                });
            }
            _ => {
                let at = self.program.loops.len();
                let slot = self.program.slots;
                self.program.slots = slot.saturating_add(2);
                self.take(0, size_of::<Loop>() + 16)?;
                self.add(Inst::Enter(at as u32))?;
                self.program.loops.push(Loop {
                    least,
                    most,
                    greed,
                    slot,
                    body: self.here(),
                    exit: NONE,
                    table: NONE,
                    exit_table: NONE,
                });
                self.work.push(Work::EndLoop(at));
            }
        }
        self.work.push(Work::Items(body, 0, flags));
        Ok(())
    }

    /// What a body matches that is one character, whatever flags are set around it.
    fn single(&mut self, body: &'t Sequence, flags: u32) -> Result<Option<One>, Fault> {
        let (mut body, mut flags) = (body, flags);
        loop {
            let &[id] = body.items.as_slice() else {
                return Ok(None);
            };
            match self.tree.node(id) {
                Some(Node::Group {
                    group: None,
                    add,
                    remove,
                    body: inner,
                }) => {
                    flags = combined(flags, *add, *remove);
                    body = inner;
                }
                Some(node) => return self.one(node, flags),
                None => return Ok(None),
            }
        }
    }
}
