//! What natives reach of the host: its files, its output as a stream that scripts can
//! replace.

use super::{Context, Error, Local, Res};
use crate::object::{DictObj, Kind};
use crate::vm::system::System;

/// What `sys` holds under the name of a stream.
#[derive(Clone, Copy)]
pub(crate) enum Stream<'f> {
    /// The host's own, nothing in between.
    Host,
    /// A script's object.
    Object(Local<'f>),
    /// None.
    Nothing,
    /// The name is gone.
    Lost,
}

/// A stream that `print` and `input` know.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standard {
    Input,
    Output,
}

impl<'f> Context<'f> {
    /// Lets the embedder's [`System`] do something; `None` where there is none. What it
    /// does cannot reach the VM.
    pub fn with_system<R>(&mut self, body: impl FnOnce(&mut dyn System) -> R) -> Option<R> {
        // SAFETY: the VM is this context's; nothing else of the host is in use, and the
        // body has no context.
        unsafe {
            let system = (*self.vm()).host.system.as_mut()?;
            Some(body(&mut **system))
        }
    }

    /// Shows an exception that nobody can handle, as the interpreter does with those of
    /// `__del__`; `place` says where it came from, `"in atexit callback"`.
    ///
    /// # Errors
    /// The end of the task, which is handed on.
    pub fn show_ignored(
        &mut self,
        place: &str,
        blamed: Local<'f>,
        error: Error<'f>,
    ) -> Res<'f, ()> {
        crate::vm::finalize::ignore_in(self, place, blamed, error)
    }

    /// Tells the VM the namespace in which scripts may replace the standard streams
    /// (that of `sys`).
    pub fn set_streams(&mut self, namespace: Local<'f>) {
        if self.is(namespace, Kind::Dict) {
            let raw = self.raw(namespace);
            // SAFETY: the dict is rooted, and a root from here on.
            unsafe { (*self.vm()).streams.sys = raw.ptr::<DictObj>() };
        }
    }

    /// What is called when an asynchronous generator begins, and when an unfinished one is
    /// collected; None: nothing.
    pub fn generator_hooks(&mut self) -> [Local<'f>; 2] {
        // SAFETY: roots of the VM, and rooted here at once.
        unsafe {
            let [first, last] = (*self.vm()).streams.generators;
            [self.root(first), self.root(last)]
        }
    }

    /// Sets what [`generator_hooks`](Self::generator_hooks) says.
    pub fn set_generator_hooks(&mut self, hooks: [Local<'f>; 2]) {
        let hooks = hooks.map(|hook| self.raw(hook));
        // SAFETY: the objects are rooted, and roots from here on.
        unsafe { (*self.vm()).streams.generators = hooks };
    }

    /// Tells the VM which object stands for the host's output just as it is: while `sys`
    /// has it, `print` writes past it. None: no object does.
    pub fn set_plain_output(&mut self, object: Local<'f>) {
        let raw = self.raw(object);
        // SAFETY: the object is rooted, and a root from here on.
        unsafe { (*self.vm()).streams.stdout = raw };
    }

    /// Tells the VM that an object reads the host's input, so that `input()` does not
    /// read past what it has read ahead.
    pub fn set_plain_input(&mut self, object: Local<'f>) {
        let raw = self.raw(object);
        // SAFETY: as above.
        unsafe { (*self.vm()).streams.stdin = raw };
    }

    /// What a standard stream is now.
    pub(crate) fn stream(&mut self, which: Standard) -> Stream<'f> {
        let vm = self.vm();
        // SAFETY: the namespace is a root, the names are interned and hashed; the word is
        // rooted at once.
        unsafe {
            let streams = &mut (*vm).streams;
            if streams.sys.is_null() {
                return Stream::Host;
            }
            let (name, plain) = match which {
                Standard::Input => ((*vm).names.stdin, streams.stdin),
                Standard::Output => ((*vm).names.stdout, streams.stdout),
            };
            let found = DictObj::get_str(streams.sys, name, (*vm).secret);
            let seen = streams.seen[which as usize];
            streams.seen[which as usize] |= found.is_some();
            match found {
                // The object is made when it is first asked for.
                None if plain.is_unbound() && !seen => Stream::Host,
                None => Stream::Lost,
                Some(found) if found == plain && which == Standard::Output => Stream::Host,
                Some(found) if found.is_none() => Stream::Nothing,
                Some(found) => Stream::Object(self.root(found)),
            }
        }
    }
}
