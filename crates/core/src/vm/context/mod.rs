//! The native layer: what native code sees of the VM.
//!
//! Whatever takes `&mut Context` may collect garbage, call scripts and switch
//! tasks. That is safe because everything a native holds is rooted by
//! construction:
//! - [`Context`] is one word, invariant in `'f`, lent by the VM for one activation;
//! - [`Local`] is an index into the value stack. Its place is never overwritten
//!   while `'f` lasts, so it stays rooted until the native returns or its scope closes;
//! - [`Value`] borrows the context: it cannot live across a `&mut` call;
//! - bytes of a str are lent for `'f`, also across calls: objects do not move and
//!   lent bytes are never rewritten.
//!
//! The compiler rejects a Local that leaves its activation or enters another VM
//! (compile-fail tests at the end of this page's items).

mod access;
mod args;
mod bytes;
mod call;
mod class;
mod dict;
mod error;
pub mod foreign;
mod host;
mod joy;
mod kinds;
mod make;
pub(crate) mod misc;
mod num;
#[cfg(test)]
mod num_tests;
mod operate;
mod out;
pub(crate) mod parts;
mod public;
mod seq;
mod set;
mod source;
mod strings;
mod tasks;
mod text;
mod waiting;
mod warn;

pub use args::Args;
pub(crate) use bytes::{Part, View, item_size};
pub(crate) use dict::Place;
pub use error::{Error, Fail, Res};
pub(crate) use host::{Standard, Stream};
pub use joy::{Arity, Datum, Trouble};
pub use kinds::Exception;
pub(crate) use out::Out;
pub use public::Checkpoint;
pub(crate) use strings::{Joined, StrShape};
pub(crate) use tasks::forlorn;
pub(crate) use text::Text;
pub use waiting::Panic;

use crate::object::ClassId;
use crate::value::Raw;
use crate::vm::fiber::Fiber;
use crate::vm::state::State;
use core::cell::Cell;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

/// The right to use a VM, for the length of one activation.
#[repr(transparent)]
pub struct Context<'f> {
    fiber: *mut Fiber,
    brand: PhantomData<Cell<&'f ()>>,
}

/// A value held by a native: rooted until the activation or the scope `'f` ends.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Local<'f> {
    index: u32,
    /// Covariant (outer Locals enter scopes), neither `Send` nor `Sync`.
    brand: PhantomData<*const &'f ()>,
}

/// A value lent for reading, until the context is used mutably.
#[derive(Clone, Copy)]
pub struct Value<'a, 'f> {
    raw: Raw,
    brand: PhantomData<(&'a (), Cell<&'f ()>)>,
}

/// A rooted place that can be assigned to, for loops.
pub struct Slot<'f> {
    index: u32,
    brand: PhantomData<Cell<&'f ()>>,
}

/// A context whose Locals end with it.
pub struct Scope<'s, 'f: 's> {
    cx: Context<'s>,
    outer: PhantomData<Cell<&'f ()>>,
}

impl<'f> Local<'f> {
    #[inline]
    pub(crate) fn at(index: usize) -> Local<'f> {
        Local {
            index: index as u32,
            brand: PhantomData,
        }
    }

    #[inline]
    pub(crate) fn index(self) -> usize {
        self.index as usize
    }

    /// `None`.
    pub const NONE: Local<'static> = Local {
        index: 0,
        brand: PhantomData,
    };
    /// `False`.
    pub const FALSE: Local<'static> = Local {
        index: 1,
        brand: PhantomData,
    };
    /// `True`.
    pub const TRUE: Local<'static> = Local {
        index: 2,
        brand: PhantomData,
    };
    /// `NotImplemented`.
    pub const NOT_IMPLEMENTED: Local<'static> = Local {
        index: 3,
        brand: PhantomData,
    };
    /// `Ellipsis`.
    pub const ELLIPSIS: Local<'static> = Local {
        index: 4,
        brand: PhantomData,
    };

    /// `True` or `False`.
    pub fn bool(value: bool) -> Local<'f> {
        if value { Local::TRUE } else { Local::FALSE }
    }
}

impl<'f> Context<'f> {
    /// Lends a fiber to a native.
    ///
    /// # Safety
    /// `fiber` is the running fiber, and `'f` ends when the activation ends.
    #[inline]
    pub(crate) unsafe fn new(fiber: *mut Fiber) -> Context<'f> {
        Context {
            fiber,
            brand: PhantomData,
        }
    }

    #[inline]
    pub(crate) fn fiber(&self) -> *mut Fiber {
        self.fiber
    }

    #[inline]
    pub(crate) fn vm(&self) -> *mut State {
        // SAFETY: the fiber outlives its contexts.
        unsafe { (*self.fiber).vm }
    }

    /// The word of a Local. It says nothing about how long its object lives:
    /// compare and decode it, never keep it across a `&mut` call.
    #[inline]
    pub(crate) fn raw(&self, local: Local<'f>) -> Raw {
        // SAFETY: a Local's index lies in the fiber's stack.
        unsafe { *(*self.fiber).stack.add(local.index()) }
    }

    /// Roots a word.
    ///
    /// # Safety
    /// `raw` is live: nothing has collected since it was read or made.
    #[inline]
    pub(crate) unsafe fn root(&mut self, raw: Raw) -> Local<'f> {
        match (*self.fiber).push(raw) {
            Ok(at) => Local::at(at),
            Err(_) => self.root_beyond_limit(raw),
        }
    }

    /// The stack may not grow within the memory limit. The word is rooted all the
    /// same, since callers rely on what they get, and the task is told at the next
    /// safepoint.
    #[cold]
    fn root_beyond_limit(&mut self, raw: Raw) -> Local<'f> {
        // SAFETY: the VM outlives the context; the word is live, nothing collects here.
        unsafe {
            let vm = self.vm();
            (*vm).out_of_stack();
            let limit = (*vm).heap.limit();
            (*vm).heap.set_limit(usize::MAX);
            let pushed = (*self.fiber).push(raw);
            (*vm).heap.set_limit(limit);
            match pushed {
                Ok(at) => Local::at(at),
                // The system itself has no memory: the VM is given up.
                Err(_) => panic!("no memory for the value stack"),
            }
        }
    }

    /// Roots a word that is no pointer.
    #[inline]
    pub(crate) fn immediate(&mut self, raw: Raw) -> Local<'f> {
        match raw {
            Raw::NONE => Local::NONE,
            Raw::TRUE => Local::TRUE,
            Raw::FALSE => Local::FALSE,
            // SAFETY: a word that is no pointer is always live.
            raw if !raw.is_ptr() => unsafe { self.root(raw) },
            _ => Local::NONE,
        }
    }

    /// Reads a value.
    #[inline]
    pub fn get<'a>(&'a self, local: Local<'f>) -> Value<'a, 'f> {
        Value {
            raw: self.raw(local),
            brand: PhantomData,
        }
    }

    /// Runs `body` with a scope of its own: its Locals end with it, so loops do
    /// not pile them up.
    pub fn scope<R>(
        &mut self,
        body: impl for<'s> FnOnce(&mut Scope<'s, 'f>) -> Res<'s, R>,
    ) -> Res<'f, R> {
        // SAFETY: the fiber is running; words above `top` are dead again after.
        unsafe {
            let top = (*self.fiber).top;
            let mut scope = Scope {
                cx: Context::new(self.fiber),
                outer: PhantomData,
            };
            let result = body(&mut scope);
            let error = match result {
                Ok(value) => {
                    (*self.fiber).top = top;
                    return Ok(value);
                }
                Err(Error::Raised(local)) => *(*self.fiber).stack.add(local.index()),
                Err(Error::Foreign(fail)) => {
                    (*self.fiber).top = top;
                    return Err(Error::Foreign(fail));
                }
            };
            (*self.fiber).top = top;
            Err(Error::Raised(self.root(error)))
        }
    }

    /// As [`Context::scope`], letting one value out.
    pub fn scope_local(
        &mut self,
        body: impl for<'s> FnOnce(&mut Scope<'s, 'f>) -> Res<'s>,
    ) -> Res<'f> {
        // The result's word is taken out before the scope's words die.
        let mut word = Raw::NONE;
        let mut index = 0;
        self.scope(|scope| {
            let local = body(scope)?;
            (word, index) = (scope.raw(local), local.index());
            Ok(())
        })?;
        if index < Fiber::RESERVED {
            return Ok(Local::at(index));
        }
        // SAFETY: nothing has collected since the word was read.
        Ok(unsafe { self.root(word) })
    }

    /// A place for a value that changes.
    pub fn slot(&mut self, initial: Local<'f>) -> Slot<'f> {
        let raw = self.raw(initial);
        // SAFETY: the word was just read from a root.
        let local = unsafe { self.root(raw) };
        Slot {
            index: local.index,
            brand: PhantomData,
        }
    }

    /// Assigns to a slot.
    pub fn set(&mut self, slot: &Slot<'f>, value: Local<'f>) {
        // SAFETY: both indices lie in the stack; a slot's place belongs to it alone.
        unsafe {
            let stack = (*self.fiber).stack;
            if slot.index as usize >= Fiber::RESERVED {
                *stack.add(slot.index as usize) = *stack.add(value.index as usize);
            }
        }
    }

    /// The slot's value now.
    pub fn take(&mut self, slot: &Slot<'f>) -> Local<'f> {
        // SAFETY: the index lies in the stack, the word is rooted by the slot.
        unsafe {
            let raw = *(*self.fiber).stack.add(slot.index as usize);
            self.root(raw)
        }
    }

    /// The class of a value.
    #[inline]
    pub(crate) fn class(&self, local: Local<'f>) -> ClassId {
        // SAFETY: the value is rooted.
        unsafe { (*self.vm()).class_of(self.raw(local)) }
    }
}

impl<'s, 'f> Scope<'s, 'f> {
    /// Assigns to a slot of the context around the scope.
    pub fn assign(&mut self, slot: &Slot<'f>, value: Local<'s>) {
        // SAFETY: the scope's fiber is the outer context's; as in `Context::set`.
        unsafe {
            let stack = (*self.cx.fiber).stack;
            if slot.index as usize >= Fiber::RESERVED {
                *stack.add(slot.index as usize) = *stack.add(value.index as usize);
            }
        }
    }

    /// A value of the context around the scope.
    pub fn read(&mut self, slot: &Slot<'f>) -> Local<'s> {
        // SAFETY: as in `Context::take`.
        unsafe {
            let raw = *(*self.cx.fiber).stack.add(slot.index as usize);
            self.cx.root(raw)
        }
    }
}

impl<'s, 'f> Deref for Scope<'s, 'f> {
    type Target = Context<'s>;
    fn deref(&self) -> &Context<'s> {
        &self.cx
    }
}

impl<'s, 'f> DerefMut for Scope<'s, 'f> {
    fn deref_mut(&mut self) -> &mut Context<'s> {
        &mut self.cx
    }
}

impl Value<'_, '_> {
    /// Whether it is None.
    pub fn is_none(self) -> bool {
        self.raw.is_none()
    }

    /// A small int's or bool's value; see [`Context::as_int`] for all 64 bits.
    pub fn as_small(self) -> Option<i64> {
        if self.raw.is_bool() {
            Some((self.raw == Raw::TRUE) as i64)
        } else {
            self.raw.as_small()
        }
    }

    /// A float's value.
    pub fn as_double(self) -> Option<f64> {
        self.raw.as_double()
    }

    /// Whether two values are the same object.
    pub fn is(self, other: Value<'_, '_>) -> bool {
        self.raw == other.raw
    }
}
