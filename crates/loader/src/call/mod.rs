//! One call of a plugin's function: the stack it sees, and what came of it.
//!
//! The caller's stack is not changed while the function runs. The session takes note of
//! how many values were taken and what was left; the caller carries that out when the
//! function has returned without an error, so a failed call leaves the stack as it was.

mod failure;
mod item;
mod lists;
mod session;

pub(crate) mod exports;

pub(crate) use exports::JoyEnv;
pub(crate) use exports::enter;
pub use failure::{Failure, Outcome};

use miniscript_core::foreign::{self, Look};
use miniscript_core::{Context, Local, Res};

/// The stack of whoever calls a plugin's function, and how that language has its values.
/// The defaults are MiniScript's.
pub trait Caller<'f> {
    /// Values on the stack.
    fn depth(&self) -> usize;

    /// The value at a depth below [`Caller::depth`]; 0 is the top.
    fn value(&mut self, cx: &mut Context<'f>, depth: usize) -> Local<'f>;

    /// What a value is to a plugin: [`Look::List`] and [`Look::Tuple`] are lists,
    /// [`Look::Other`] is what version 1 has no type for.
    fn look<'s>(&self, cx: &Context<'s>, value: Local<'s>) -> Look<'s> {
        foreign::look(cx, value)
    }

    /// The next element of a list that is being read, and the place behind it. The first
    /// place is the list itself; `at` counts the elements before it.
    fn next<'s>(
        &self,
        cx: &mut Context<'s>,
        place: Local<'s>,
        at: usize,
    ) -> Option<(Local<'s>, Local<'s>)> {
        let element = match cx.list_get(place, at) {
            Some(element) => element,
            None => cx.tuple_get(place, at)?,
        };
        Some((element, place))
    }

    /// Makes a list of this language of a list of MiniScript, which is new.
    ///
    /// # Errors
    /// MemoryError.
    fn list<'s>(&self, _cx: &mut Context<'s>, list: Local<'s>) -> Res<'s> {
        Ok(list)
    }
}
