//! What the `joy_*` functions do, without C: one session per call, a stack machine whose
//! rules are those of `plugin.h`.
#![forbid(unsafe_code)]

use super::Caller;
use super::failure::{Failure, Outcome};
use super::item::{self, Entry, Item, Items, Type};
use super::lists::Reader;
use miniscript_core::{Context, Local, OutOfMemory, Slot};

/// What a pop gives instead of a value: `JoyResult`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    Error = -1,
    Type = -2,
    Underflow = -3,
}

/// One call.
pub(super) struct Session<'c, 'f> {
    pub(super) cx: &'c mut Context<'f>,
    pub(super) caller: &'c mut dyn Caller<'f>,
    /// The function that runs.
    name: &'c str,
    /// Values of the caller that were taken.
    taken: usize,
    /// The caller's values that were looked at, by depth: each is rooted once.
    seen: Vec<Option<(Local<'f>, Type)>>,
    /// What the function pushed, above the caller's values that are left.
    pub(super) stack: Vec<Entry<'f>>,
    /// Lists that are being read, the innermost last.
    pub(super) readers: Vec<Reader<'f>>,
    /// Lists that are being built, the innermost last.
    pub(super) builders: Vec<Items<'f>>,
    /// Popped strings: lent to the function until it returns.
    strings: Vec<Vec<u8>>,
    /// Rooted places that are free again.
    pub(super) slots: Vec<Slot<'f>>,
    /// The first error.
    pub(super) pending: Option<Failure<'static>>,
}

impl<'c, 'f> Session<'c, 'f> {
    pub(super) fn new(
        cx: &'c mut Context<'f>,
        caller: &'c mut dyn Caller<'f>,
        name: &'c str,
    ) -> Session<'c, 'f> {
        Session {
            cx,
            caller,
            name,
            taken: 0,
            seen: Vec::new(),
            stack: Vec::new(),
            readers: Vec::new(),
            builders: Vec::new(),
            strings: Vec::new(),
            slots: Vec::new(),
            pending: None,
        }
    }

    /// The end of the call: what it did, as values.
    pub(super) fn finish(mut self) -> Result<Outcome<'f>, Failure<'f>> {
        if self.pending.is_none() && !(self.readers.is_empty() && self.builders.is_empty()) {
            self.fail("a list was begun and not ended");
        }
        if let Some(failure) = self.pending {
            return Err(failure);
        }
        let mut left = Vec::new();
        left.try_reserve(self.stack.len())
            .map_err(|_| Failure::Memory)?;
        for entry in self.stack {
            self.cx.charge(1).map_err(Failure::Raised)?;
            left.push(match entry {
                Entry::Held(slot, _) => self.cx.take(&slot),
                Entry::Item(item) => self
                    .cx
                    .scope_local(|cx| item::value(cx, &*self.caller, &item))
                    .map_err(Failure::Raised)?,
            });
        }
        Ok(Outcome {
            taken: self.taken,
            left,
        })
    }

    // Errors

    /// Makes this the call's error unless there is one.
    pub(super) fn pend(&mut self, failure: Failure<'static>) {
        self.pending.get_or_insert(failure);
    }

    /// `joy_error` by the host itself: the plugin used the interface wrongly.
    pub(super) fn fail(&mut self, message: &str) {
        let name = self.name.to_owned();
        self.pend(Failure::Plugin {
            message: message.to_owned(),
            name,
        });
    }

    pub(super) fn error(&mut self, message: Option<String>, name: Option<String>) {
        let name = name.unwrap_or_else(|| self.name.to_owned());
        let message = message.unwrap_or_else(|| String::from("error"));
        self.pend(Failure::Plugin { message, name });
    }

    pub(super) fn type_error(&mut self, expected: Option<String>, name: Option<String>) {
        let name = name.unwrap_or_else(|| self.name.to_owned());
        let expected = expected.unwrap_or_else(|| String::from("another type"));
        self.pend(Failure::Type { expected, name });
    }

    // The stack

    /// Values of the caller that are still there.
    fn under(&self) -> usize {
        self.caller.depth().saturating_sub(self.taken)
    }

    pub(super) fn depth(&self) -> usize {
        self.under().saturating_add(self.stack.len())
    }

    /// `JoyType` of the value at a depth.
    pub(super) fn peek(&mut self, depth: usize) -> i32 {
        if depth >= self.depth() {
            return 0;
        }
        match depth.checked_sub(self.stack.len()) {
            None => self
                .stack
                .get(self.stack.len() - 1 - depth)
                .map_or(0, |entry| entry.kind().code()),
            Some(below) => self.callers(self.taken + below).1.code(),
        }
    }

    /// A value of the caller's stack, at a depth that exists.
    fn callers(&mut self, depth: usize) -> (Local<'f>, Type) {
        if self.seen.len() <= depth {
            self.seen.resize(depth + 1, None);
        }
        if let Some(Some(seen)) = self.seen.get(depth) {
            return *seen;
        }
        let value = self.caller.value(self.cx, depth);
        let kind = Type::of(self.caller.look(self.cx, value));
        if let Some(place) = self.seen.get_mut(depth) {
            *place = Some((value, kind));
        }
        (value, kind)
    }

    /// Checks that the top has one of these types.
    pub(super) fn expect(&mut self, types: &[Type]) -> Result<Type, Refusal> {
        if self.pending.is_some() {
            return Err(Refusal::Error);
        }
        if self.depth() == 0 {
            return Err(Refusal::Underflow);
        }
        let kind = match self.stack.last() {
            Some(entry) => entry.kind(),
            None => self.callers(self.taken).1,
        };
        if types.contains(&kind) {
            Ok(kind)
        } else {
            Err(Refusal::Type)
        }
    }

    /// Takes the top, which [`Session::expect`] has found.
    pub(super) fn pop(&mut self) -> Entry<'f> {
        match self.stack.pop() {
            Some(entry) => {
                let height = self.stack.len();
                for reader in &mut self.readers {
                    reader.element = reader.element.filter(|&at| at < height);
                }
                entry
            }
            None => {
                let (value, kind) = self.callers(self.taken);
                self.taken += 1;
                Entry::Item(Item::Value(value, kind))
            }
        }
    }

    /// Takes the top as plain data; what is none is given back.
    fn pop_plain(&mut self) -> Result<Item<'f>, Refusal> {
        match self.pop() {
            Entry::Item(Item::Value(value, _)) => {
                match Item::plain(self.caller.look(self.cx, value)) {
                    Ok(Some(item)) => Ok(item),
                    Ok(None) => Err(Refusal::Type),
                    Err(OutOfMemory) => {
                        self.pend(Failure::Memory);
                        Err(Refusal::Error)
                    }
                }
            }
            Entry::Item(item) => Ok(item),
            Entry::Held(slot, _) => {
                self.slots.push(slot);
                Err(Refusal::Type)
            }
        }
    }

    pub(super) fn push(&mut self, entry: Entry<'f>) {
        if self.pending.is_some() {
            return;
        }
        if self.stack.try_reserve(1).is_err() {
            self.pend(Failure::Memory);
            return;
        }
        self.stack.push(entry);
    }

    // Popping

    pub(super) fn pop_int(&mut self) -> Result<i64, Refusal> {
        if self.expect(&[Type::Integer, Type::Big])? == Type::Big {
            self.pend(Failure::Overflow);
            return Err(Refusal::Error);
        }
        match self.pop_plain()? {
            Item::Int(value) => Ok(value),
            _ => Err(Refusal::Type),
        }
    }

    pub(super) fn pop_float(&mut self) -> Result<f64, Refusal> {
        if self.expect(&[Type::Float, Type::Integer, Type::Big])? == Type::Big {
            self.pend(Failure::Overflow);
            return Err(Refusal::Error);
        }
        match self.pop_plain()? {
            Item::Float(value) => Ok(value),
            Item::Int(value) => Ok(value as f64),
            _ => Err(Refusal::Type),
        }
    }

    pub(super) fn pop_bool(&mut self) -> Result<bool, Refusal> {
        self.expect(&[Type::Bool])?;
        match self.pop_plain()? {
            Item::Bool(value) => Ok(value),
            _ => Err(Refusal::Type),
        }
    }

    /// The bytes and a NUL, which stay where they are until the session ends.
    pub(super) fn pop_string(&mut self) -> Result<&[u8], Refusal> {
        self.expect(&[Type::Str])?;
        let Item::Str(bytes) = self.pop_plain()? else {
            return Err(Refusal::Type);
        };
        if self.strings.try_reserve(1).is_err() {
            self.pend(Failure::Memory);
            return Err(Refusal::Error);
        }
        self.strings.push(bytes);
        self.strings.last().map(Vec::as_slice).ok_or(Refusal::Error)
    }

    // Pushing

    pub(super) fn push_int(&mut self, value: i64) {
        self.push(Entry::Item(Item::Int(value)));
    }

    pub(super) fn push_float(&mut self, value: f64) {
        self.push(Entry::Item(Item::Float(value)));
    }

    pub(super) fn push_bool(&mut self, value: bool) {
        self.push(Entry::Item(Item::Bool(value)));
    }

    pub(super) fn push_string(&mut self, text: &[u8]) {
        if self.pending.is_some() {
            return;
        }
        let mut bytes = Vec::new();
        if bytes
            .try_reserve_exact(text.len().saturating_add(1))
            .is_err()
        {
            self.pend(Failure::Memory);
            return;
        }
        bytes.extend_from_slice(text);
        bytes.push(0);
        self.push(Entry::Item(Item::Str(bytes)));
    }
}
