//! Characters that are repeated: taken all at once, and given back or taken one by one
//! as what follows asks for it.

use super::super::program::{Inst, NONE, Program};
use super::super::text::{Text, back};
use super::super::tree::{Greed, UNLIMITED};
use super::{Kind, Machine};

impl Machine<'_> {
    /// Takes a run; false where there are too few characters, `None` where memory is
    /// short.
    pub(super) fn run_of<const BYTES: bool>(
        &mut self,
        program: &Program,
        inst: Inst,
        steps: &mut usize,
    ) -> Option<bool> {
        let Inst::Run(number) = inst else {
            return Some(false);
        };
        let Some(run) = program.runs.get(number as usize) else {
            return Some(false);
        };
        let text = Text::<BYTES>(self.text);
        let begin = self.at;
        let least = match run.least {
            0 => begin,
            1 => match text.one(program, run.one, begin) {
                Some(at) => at,
                None => return Some(false),
            },
            count => match text.many(program, run.one, begin, count) {
                (at, 0) => at,
                _ => return Some(false),
            },
        };
        let more = match run.most {
            UNLIMITED => UNLIMITED,
            most => most.saturating_sub(run.least),
        };
        self.inst += 1;
        if run.greed == Greed::Lazy {
            self.at = least;
            *steps = steps.saturating_sub((least - begin) / 16);
            if run.next == NONE {
                // What comes next is tried here first.
                if more > 0 {
                    self.push(Kind::Lazy, number, least, more as usize)?;
                }
                return Some(true);
            }
            return self.take_until::<BYTES>(program, number, (least, more as usize), steps);
        }
        let end = match more {
            0 => least,
            UNLIMITED => text.all(program, run.one, least),
            more => text.many(program, run.one, least, more).0,
        };
        *steps = steps.saturating_sub((end - begin) / 16);
        if run.greed == Greed::Possessive || end == least {
            self.at = end;
            return Some(true);
        }
        if run.next == NONE {
            self.at = end;
            self.push(Kind::Greedy, number, least, end)?;
            return Some(true);
        }
        // The end of the run is a place like those before it.
        self.find_back::<BYTES>(program, number, (least, end), true, steps)
    }

    /// A run gives back a character, and goes on behind the rest.
    pub(super) fn give_back<const BYTES: bool>(
        &mut self,
        program: &Program,
        number: u32,
        span: (usize, usize),
        steps: &mut usize,
    ) -> Option<bool> {
        let run = program.runs.get(number as usize)?;
        if run.next != NONE {
            return self.find_back::<BYTES>(program, number, span, false, steps);
        }
        let (least, end) = span;
        let Some(end) = back::<BYTES>(self.text, end, 1) else {
            return Some(false);
        };
        if end < least {
            return Some(false);
        }
        if end > least {
            self.push(Kind::Greedy, number, least, end)?;
        }
        self.at = end;
        self.inst = self.behind(program, number);
        Some(true)
    }

    /// The same, at the last place where what comes next can begin.
    fn find_back<const BYTES: bool>(
        &mut self,
        program: &Program,
        number: u32,
        (least, end): (usize, usize),
        at_end: bool,
        steps: &mut usize,
    ) -> Option<bool> {
        let run = program.runs.get(number as usize)?;
        // One byte more where the end itself may do.
        let limit = (end + usize::from(at_end)).min(self.text.len());
        let Some(span) = self.text.get(least..limit) else {
            return Some(false);
        };
        let found = match run.next_byte {
            Some(byte) => miniscript_core::text::wtf8::rfind(span, &[byte]),
            None => {
                let table = program.table(run.next)?;
                span.iter()
                    .rposition(|&byte| table.get(usize::from(byte)).copied().unwrap_or(true))
            }
        };
        *steps = steps.saturating_sub((span.len() - found.unwrap_or(0)) / 16);
        let Some(found) = found else {
            return Some(false);
        };
        let end = least + found;
        if end > least {
            self.push(Kind::Greedy, number, least, end)?;
        }
        self.at = end;
        self.inst = self.behind(program, number);
        Some(true)
    }

    /// A lazy run takes one character more.
    pub(super) fn take_more<const BYTES: bool>(
        &mut self,
        program: &Program,
        number: u32,
        (end, more): (usize, usize),
        steps: &mut usize,
    ) -> Option<bool> {
        let run = program.runs.get(number as usize)?;
        if more == 0 {
            return Some(false);
        }
        let Some(end) = Text::<BYTES>(self.text).one(program, run.one, end) else {
            return Some(false);
        };
        let more = if more == UNLIMITED as usize {
            more
        } else {
            more - 1
        };
        if run.next != NONE {
            return self.take_until::<BYTES>(program, number, (end, more), steps);
        }
        self.push(Kind::Lazy, number, end, more)?;
        self.at = end;
        self.inst = self.behind(program, number);
        Some(true)
    }

    /// A lazy run takes what it must until what comes next can begin.
    fn take_until<const BYTES: bool>(
        &mut self,
        program: &Program,
        number: u32,
        (end, more): (usize, usize),
        steps: &mut usize,
    ) -> Option<bool> {
        let run = program.runs.get(number as usize)?;
        let table = program.table(run.next)?;
        let text = Text::<BYTES>(self.text);
        let begin = end;
        let (mut end, mut more) = (end, more);
        let found = loop {
            match self.text.get(end) {
                None => break false,
                Some(&byte) if table.get(usize::from(byte)).copied().unwrap_or(true) => break true,
                Some(_) => {}
            }
            if more == 0 {
                break false;
            }
            match text.one(program, run.one, end) {
                Some(at) => end = at,
                None => break false,
            }
            if more != UNLIMITED as usize {
                more -= 1;
            }
        };
        *steps = steps.saturating_sub((end - begin) / 8);
        if !found {
            return Some(false);
        }
        if more > 0 {
            self.push(Kind::Lazy, number, end, more)?;
        }
        self.at = end;
        self.inst = self.behind(program, number);
        Some(true)
    }

    /// The instruction behind a run.
    fn behind(&self, program: &Program, number: u32) -> usize {
        program
            .runs
            .get(number as usize)
            .map_or(usize::MAX, |run| run.behind as usize)
    }
}
