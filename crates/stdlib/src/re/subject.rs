//! A search in a value: the text that it holds, the matcher over it, and the matches
//! that it finds.

use super::Compiled;
use super::machine::{Machine, Memory, Mode, Step};
use super::matched;
use super::pattern::{self, GROUPS, MATCH_CLASS, PAYLOAD};
use alloc::vec::Vec;
use core::cell::Cell;
use miniscript_core::text::wtf8;
use miniscript_ext::{Context, Error, Exception, Local, Res};

/// Steps of the matcher between two safepoints, and how many make a unit of fuel.
const SLICE: usize = 4096;
const STEPS_PER_FUEL: usize = 4;

/// Steps that one search may take: as many as these, and so many for each byte of its text,
/// which the square of a text's length needs, but no more than the last number.
/// A pattern that backtracks exponentially would otherwise outlive everybody.
const STEPS: u64 = 1 << 28;
const STEPS_PER_BYTE: u64 = 1 << 16;
const MOST_STEPS: u64 = 1 << 34;

/// A text to search in.
#[derive(Clone, Copy)]
pub(super) struct Subject<'f> {
    /// The str or bytes-like object.
    pub(super) value: Local<'f>,
    /// Its text: lent, or a copy of what can change.
    pub(super) text: &'f [u8],
    pub(super) is_text: bool,
    /// Its characters.
    pub(super) len: usize,
}

impl<'f> Subject<'f> {
    /// The text of a value.
    pub(super) fn of(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Subject<'f>> {
        if let (Some(text), Some(len)) = (cx.as_wtf8(value), cx.str_len(value)) {
            return Ok(Subject {
                value,
                text,
                is_text: true,
                len,
            });
        }
        match cx.frozen(value)? {
            Some(text) => Ok(Subject {
                value,
                text,
                is_text: false,
                len: text.len(),
            }),
            None => {
                let found = cx.type_name(value);
                Err(cx.type_error(format_args!(
                    "expected string or bytes-like object, got '{found}'"
                )))
            }
        }
    }

    /// Whether each character is one byte.
    pub(super) fn is_narrow(&self) -> bool {
        self.len == self.text.len()
    }

    /// The byte offset of a character.
    pub(super) fn offset(&self, cx: &mut Context<'f>, at: usize) -> usize {
        if self.is_narrow() {
            at.min(self.len)
        } else {
            cx.str_offset(self.value, at)
        }
    }

    /// Characters between two byte offsets, less than 0 if the second comes first.
    pub(super) fn between(&self, from: usize, to: usize) -> i64 {
        let count = |start: usize, end: usize| {
            if self.is_narrow() {
                end - start
            } else {
                wtf8::count(self.text.get(start..end).unwrap_or_default())
            }
        };
        if from <= to {
            count(from, to) as i64
        } else {
            -(count(to, from) as i64)
        }
    }

    /// A part of the text as a value.
    pub(super) fn part(&self, cx: &mut Context<'f>, start: usize, end: usize) -> Res<'f> {
        let whole = start == 0 && end == self.text.len();
        let Some(part) = self.text.get(start..end) else {
            return if self.is_text {
                cx.str("")
            } else {
                cx.bytes(&[])
            };
        };
        if whole && is_plain(cx, self.value, self.is_text) {
            return Ok(self.value);
        }
        if self.is_text {
            cx.str_from_wtf8(part)
        } else {
            cx.bytes(part)
        }
    }
}

/// Whether a value is a str or bytes itself, of no class derived from it.
fn is_plain<'f>(cx: &mut Context<'f>, value: Local<'f>, is_text: bool) -> bool {
    let found = cx.type_of(value);
    let wanted = cx.hidden_type(if is_text { "str" } else { "bytes" });
    wanted.is_some_and(|wanted| cx.same(found, wanted))
}

/// A position that a script has given: in range, as a number of characters.
pub(super) fn position<'f>(
    cx: &mut Context<'f>,
    value: Option<Local<'f>>,
    missing: usize,
) -> Res<'f, usize> {
    let Some(value) = value else {
        return Ok(missing);
    };
    Ok(usize::try_from(number(cx, value)?).unwrap_or(0))
}

/// An argument that is a number, by `__index__`.
pub(super) fn number<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    if let Some(number) = cx.as_int(value) {
        return Ok(number);
    }
    let Some(index) = cx.to_index(value)? else {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    cx.as_int(index).ok_or(()).map_err(|()| cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        ))
}

/// The error of a search that has taken all its steps.
fn too_long<'f>(cx: &mut Context<'f>, steps: u64) -> Error<'f> {
    cx.raise_kind(
        Exception::RuntimeError,
        format_args!(
            "regular expression search gave up after {steps} steps: the pattern backtracks too \
             much; make nested repetition such as (a+)+ possessive or atomic: (?>a+)+"
        ),
    )
}

/// A search under way.
pub(super) struct Search<'f> {
    pub(super) pattern: Local<'f>,
    pub(super) subject: Subject<'f>,
    pub(super) machine: Machine<'f>,
    /// Groups of the pattern.
    pub(super) groups: usize,
    /// Where the text begins and ends for it, in characters.
    pos: usize,
    endpos: usize,
    /// A byte offset and the characters before it.
    known: Cell<(usize, i64)>,
    /// It would begin behind its end.
    beyond: bool,
}

impl<'f> Search<'f> {
    /// Begins a search with a pattern in a value, between two positions.
    pub(super) fn new(
        cx: &mut Context<'f>,
        pattern: Local<'f>,
        value: Local<'f>,
        limits: (Option<Local<'f>>, Option<Local<'f>>),
        mode: Mode,
    ) -> Res<'f, Search<'f>> {
        let (start, end) = (
            position(cx, limits.0, 0)?,
            position(cx, limits.1, usize::MAX)?,
        );
        let subject = Subject::of(cx, value)?;
        Search::within(cx, pattern, subject, (start, end), mode)
    }

    /// The same in a text that is known.
    pub(super) fn within(
        cx: &mut Context<'f>,
        pattern: Local<'f>,
        subject: Subject<'f>,
        (start, end): (usize, usize),
        mode: Mode,
    ) -> Res<'f, Search<'f>> {
        let opened = cx.payload(pattern, PAYLOAD, |compiled: &mut Compiled| {
            let memory = core::mem::take(&mut compiled.memory);
            (memory, compiled.program.bytes)
        });
        let Some((memory, bytes)) = opened else {
            return Err(pattern::no_pattern(cx));
        };
        if bytes == subject.is_text {
            return Err(cx.type_error(format_args!(
                "{}",
                if bytes {
                    "cannot use a bytes pattern on a string-like object"
                } else {
                    "cannot use a string pattern on a bytes-like object"
                }
            )));
        }
        let (pos, endpos) = (start.min(subject.len), end.min(subject.len));
        let (first, last) = (subject.offset(cx, pos), subject.offset(cx, endpos));
        let text = subject.text.get(..last).unwrap_or_default();
        let groups = cx.int_field(pattern, GROUPS).unwrap_or(0);
        let room = cx.heap_room();
        Ok(Search {
            pattern,
            subject,
            machine: Machine::new((text, subject.is_narrow()), first.min(last), mode, memory, room),
            groups: usize::try_from(groups).unwrap_or(0),
            pos,
            endpos,
            known: Cell::new((first, pos as i64)),
            beyond: pos > endpos,
        })
    }

    /// Goes on from a byte offset, before which there are so many characters.
    pub(super) fn go_on(&mut self, at: usize, characters: usize, must_advance: bool) {
        self.machine.start = at;
        self.machine.at = at;
        self.machine.must_advance = must_advance;
        self.known.set((at, characters as i64));
    }

    /// A byte offset and the characters before it.
    pub(super) fn known(&self) -> (usize, i64) {
        self.known.get()
    }

    /// Finds the next match.
    pub(super) fn next(&mut self, cx: &mut Context<'f>) -> Res<'f, bool> {
        if self.beyond {
            return Ok(false);
        }
        let text = self.subject.text.len() as u64;
        let most = STEPS.saturating_add(text.saturating_mul(STEPS_PER_BYTE));
        let most = most.min(MOST_STEPS);
        let mut left = most;
        loop {
            let machine = &mut self.machine;
            let mut steps = SLICE;
            let step = cx.payload(self.pattern, PAYLOAD, |compiled: &mut Compiled| {
                machine.run(&compiled.program, &mut steps)
            });
            cx.charge((SLICE - steps) / STEPS_PER_FUEL + 1)?;
            match step {
                Some(Step::Found) => return Ok(true),
                Some(Step::Paused) => {
                    left = left.saturating_sub(SLICE as u64);
                    if left == 0 {
                        return Err(too_long(cx, most));
                    }
                }
                Some(Step::Memory) => {
                    return Err(cx.raise_kind(Exception::MemoryError, format_args!("")));
                }
                Some(Step::Nothing) | None => return Ok(false),
            }
        }
    }

    /// Gives the matcher's memory back to the pattern.
    pub(super) fn close(self, cx: &mut Context<'f>) {
        let memory: Memory = self.machine.into_memory();
        cx.payload(self.pattern, PAYLOAD, |compiled: &mut Compiled| {
            compiled.memory = memory;
        });
    }

    /// The byte span of a group; the whole match is group 0.
    pub(super) fn span(&self, group: usize) -> Option<(usize, usize)> {
        match group {
            0 => Some((self.machine.start, self.machine.at)),
            group => self.machine.group(group),
        }
    }

    /// The text of a group, or what stands for it where it has not matched.
    pub(super) fn group(
        &self,
        cx: &mut Context<'f>,
        group: usize,
        missing: Local<'f>,
    ) -> Res<'f> {
        match self.span(group) {
            Some((start, end)) => self.subject.part(cx, start, end),
            None => Ok(missing),
        }
    }

    /// What was found, as an object.
    pub(super) fn matched(&self, cx: &mut Context<'f>) -> Res<'f> {
        let (start, end) = (self.machine.start, self.machine.at);
        let (known, before) = self.known.get();
        let before = before + self.subject.between(known, start);
        self.known.set((start, before));
        let class = cx.field(self.pattern, MATCH_CLASS);
        let last = match self.machine.last {
            0 => Local::NONE,
            group => cx.int(group as i64)?,
        };
        let spans = if self.groups == 0 {
            Local::NONE
        } else {
            let mut spans = Vec::new();
            if spans.try_reserve_exact(self.groups * 16).is_err() {
                return Err(cx.raise_kind(Exception::MemoryError, format_args!("")));
            }
            for group in 1..=self.groups {
                let (start, end) = match self.machine.group(group) {
                    Some((start, end)) => (start as u64, end as u64),
                    None => (u64::MAX, u64::MAX),
                };
                spans.extend_from_slice(&start.to_le_bytes());
                spans.extend_from_slice(&end.to_le_bytes());
            }
            cx.bytes(&spans)?
        };
        let fields = [
            self.pattern,
            self.subject.value,
            cx.int(self.pos as i64)?,
            cx.int(self.endpos as i64)?,
            last,
            cx.int(start as i64)?,
            cx.int(end as i64)?,
            cx.int(before)?,
            spans,
        ];
        debug_assert_eq!(fields.len(), matched::REGS);
        cx.instance(class, &fields)
    }
}

/// Text under construction, held against what the heap has left.
pub(super) struct Out {
    pub(super) bytes: Vec<u8>,
    room: usize,
}

impl Out {
    pub(super) fn new(cx: &Context<'_>) -> Out {
        Out {
            bytes: Vec::new(),
            room: cx.heap_room(),
        }
    }

    pub(super) fn push<'f>(&mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, ()> {
        if bytes.len() > self.room.saturating_sub(self.bytes.len())
            || self.bytes.try_reserve(bytes.len()).is_err()
        {
            return Err(memory_error(cx));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}

pub(super) fn memory_error<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(Exception::MemoryError, format_args!(""))
}
