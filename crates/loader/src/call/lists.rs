//! The half of a session that reads lists and builds them.
//!
//! Both nest, each as a stack of its own, so that a function can read one list while it
//! builds another.
#![forbid(unsafe_code)]

use super::Caller;
use super::failure::Failure;
use super::item::{DEEPEST, Entry, Item, Items, Type};
use super::session::{Refusal, Session};
use miniscript_core::{Context, Local, OutOfMemory, Slot};

/// A list that is being read.
pub(super) struct Reader<'f> {
    rest: Rest<'f>,
    /// Where in `stack` the last element lies, if it was not taken since.
    pub(super) element: Option<usize>,
}

enum Rest<'f> {
    Built(std::vec::IntoIter<Item<'f>>),
    /// A value of the VM: the place reached, and how many elements lie before it.
    Value(Slot<'f>, usize),
}

impl<'f> Session<'_, 'f> {
    // Reading lists

    pub(super) fn read_begin(&mut self) -> Result<(), Refusal> {
        self.expect(&[Type::List])?;
        let rest = match self.pop() {
            Entry::Item(Item::List(built)) => Rest::Built(built.items.into_iter()),
            Entry::Item(Item::Value(list, _)) => Rest::Value(self.slot(list), 0),
            Entry::Held(slot, _) => Rest::Value(slot, 0),
            Entry::Item(_) => return Err(Refusal::Type),
        };
        self.readers.push(Reader {
            rest,
            element: None,
        });
        Ok(())
    }

    /// Pushes the next element; false at the end.
    pub(super) fn read_next(&mut self) -> bool {
        if self.pending.is_some() {
            return false;
        }
        let Some(mut reader) = self.readers.pop() else {
            self.fail("joy_list_next without joy_pop_list_begin");
            return false;
        };
        if let Some(at) = reader.element.take()
            && at < self.stack.len()
        {
            if let Entry::Held(slot, _) = self.stack.remove(at) {
                self.slots.push(slot);
            }
            // What lay above has come down by one.
            for outer in &mut self.readers {
                outer.element = outer.element.map(|other| other - usize::from(other > at));
            }
        }
        let entry = match &mut reader.rest {
            Rest::Built(items) => items.next().map(Entry::Item),
            Rest::Value(slot, at) => {
                let entry = next_of(self.cx, &*self.caller, slot, *at, &mut self.slots);
                *at += 1;
                match entry {
                    Ok(entry) => entry,
                    Err(OutOfMemory) => {
                        self.pend(Failure::Memory);
                        None
                    }
                }
            }
        };
        let more = match entry {
            Some(entry) => {
                reader.element = Some(self.stack.len());
                self.push(entry);
                self.pending.is_none()
            }
            None => false,
        };
        self.readers.push(reader);
        more
    }

    pub(super) fn read_end(&mut self) {
        if self.pending.is_some() {
            return;
        }
        match self.readers.pop() {
            Some(Reader {
                rest: Rest::Value(slot, _),
                ..
            }) => self.slots.push(slot),
            Some(_) => {}
            None => self.fail("joy_list_end without joy_pop_list_begin"),
        }
    }

    /// A rooted place with this value.
    fn slot(&mut self, value: Local<'f>) -> Slot<'f> {
        match self.slots.pop() {
            Some(slot) => {
                self.cx.set(&slot, value);
                slot
            }
            None => self.cx.slot(value),
        }
    }

    // Building lists

    pub(super) fn build_begin(&mut self) {
        if self.pending.is_some() {
            return;
        }
        if self.builders.try_reserve(1).is_err() {
            self.pend(Failure::Memory);
            return;
        }
        self.builders.push(Items {
            items: Vec::new(),
            depth: 1,
        });
    }

    pub(super) fn build_item(&mut self) {
        if self.pending.is_some() {
            return;
        }
        let Some(mut builder) = self.builders.pop() else {
            self.fail("joy_push_list_item without joy_push_list_begin");
            return;
        };
        if self.depth() == 0 {
            self.fail("joy_push_list_item needs a value on the stack");
        } else if builder.items.try_reserve(1).is_err() {
            self.pend(Failure::Memory);
        } else {
            let item = match self.pop() {
                Entry::Item(item) => item,
                Entry::Held(slot, kind) => {
                    let value = self.cx.take(&slot);
                    self.slots.push(slot);
                    Item::Value(value, kind)
                }
            };
            if let Item::List(inner) = &item {
                builder.depth = builder.depth.max(inner.depth + 1);
            }
            if builder.depth > DEEPEST {
                self.fail("lists are built too deep into each other");
            } else {
                builder.items.push(item);
            }
        }
        self.builders.push(builder);
    }

    pub(super) fn build_end(&mut self) {
        if self.pending.is_some() {
            return;
        }
        match self.builders.pop() {
            Some(built) => self.push(Entry::Item(Item::List(built))),
            None => self.fail("joy_push_list_end without joy_push_list_begin"),
        }
    }
}

/// The next element of a list of the VM; the slot moves on.
fn next_of<'f>(
    cx: &mut Context<'f>,
    caller: &dyn Caller<'f>,
    place: &Slot<'f>,
    at: usize,
    free: &mut Vec<Slot<'f>>,
) -> Result<Option<Entry<'f>>, OutOfMemory> {
    // A place of its own for an element that is no plain data.
    let spare = match free.pop() {
        Some(slot) => slot,
        None => cx.slot(Local::NONE),
    };
    let found = cx.scope(|cx| {
        let list = cx.read(place);
        let Some((element, rest)) = caller.next(cx, list, at) else {
            return Ok(None);
        };
        cx.assign(place, rest);
        let look = caller.look(cx, element);
        let kind = Type::of(look);
        let plain = Item::plain(look);
        if matches!(plain, Ok(None)) {
            cx.assign(&spare, element);
        }
        Ok(Some((plain, kind)))
    });
    match found {
        Ok(Some((Ok(None), kind))) => Ok(Some(Entry::Held(spare, kind))),
        Ok(Some((Ok(Some(item)), _))) => {
            free.push(spare);
            Ok(Some(Entry::Item(item)))
        }
        Ok(Some((Err(OutOfMemory), _))) => Err(OutOfMemory),
        Ok(None) | Err(_) => {
            free.push(spare);
            Ok(None)
        }
    }
}
