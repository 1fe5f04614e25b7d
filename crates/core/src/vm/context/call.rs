//! Calling, attributes and charging, from natives.

use super::{Context, Error, Local, Res};
use crate::object::*;
use crate::value::Raw;
use crate::vm::{attr, call};

impl<'f> Context<'f> {
    /// Calls `function` with positional arguments.
    pub fn call(&mut self, function: Local<'f>, args: &[Local<'f>]) -> Res<'f> {
        // SAFETY: all Locals are rooted words of this fiber.
        unsafe { call::from_native(self, function, args, None) }
    }

    /// Calls with keyword arguments: the last arguments are named by the strs of `names` (a tuple).
    ///
    /// # Errors
    /// What the function raises.
    pub fn call_kw(
        &mut self,
        function: Local<'f>,
        args: &[Local<'f>],
        names: Local<'f>,
    ) -> Res<'f> {
        // SAFETY: as in `call`.
        unsafe { call::from_native(self, function, args, Some(names)) }
    }

    /// Calls with a list or tuple of arguments and a dict of keyword arguments.
    ///
    /// # Errors
    /// What the function raises.
    pub fn call_ex(
        &mut self,
        function: Local<'f>,
        args: Local<'f>,
        kwargs: Option<Local<'f>>,
    ) -> Res<'f> {
        // SAFETY: as in `call`.
        unsafe { call::from_native_ex(self, function, args, kwargs) }
    }

    /// Makes an instance of class `class`, as `type.__call__` does.
    pub(crate) fn construct(
        &mut self,
        class: Local<'f>,
        args: Local<'f>,
        kwargs: Option<Local<'f>>,
    ) -> Res<'f> {
        if !self.is(class, Kind::Type) {
            return self.call_ex(class, args, kwargs);
        }
        // SAFETY: as in `call`; the callee is a type.
        unsafe { call::construct_ex(self, class, args, kwargs) }
    }

    /// Calls method `name` of `object`.
    pub fn call_method(&mut self, object: Local<'f>, name: &str, args: &[Local<'f>]) -> Res<'f> {
        let name = self.name(name)?;
        let method = self.get_attr(object, name)?;
        self.call(method, args)
    }

    /// `object.name`.
    pub(crate) fn get_attr(&mut self, object: Local<'f>, name: Local<'f>) -> Res<'f> {
        attr::get(self, object, name)
    }

    /// `object.name`, or `None` if that raises AttributeError.
    pub(crate) fn find_attr(
        &mut self,
        object: Local<'f>,
        name: Local<'f>,
    ) -> Res<'f, Option<Local<'f>>> {
        match attr::get(self, object, name) {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.error_is(&error, ClassId::AttributeError) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// `object.name = value`.
    pub(crate) fn set_attr(
        &mut self,
        object: Local<'f>,
        name: Local<'f>,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        attr::set(self, object, name, Some(value))
    }

    /// `del object.name`.
    pub(crate) fn del_attr(&mut self, object: Local<'f>, name: Local<'f>) -> Res<'f, ()> {
        attr::set(self, object, name, None)
    }

    /// What the type of `object` has under an interned name, unbound.
    pub(crate) fn type_attr(&mut self, object: Local<'f>, name: *mut StrObj) -> Option<Local<'f>> {
        // SAFETY: the object is rooted, the name interned; the word is rooted at once.
        unsafe {
            let vm = self.vm();
            let ty = (*vm).type_of(self.raw(object));
            let raw = crate::vm::types::lookup(vm, ty, name)?;
            Some(self.root(raw))
        }
    }

    /// Calls special method `name` of the type of `object`, if it has one.
    pub(crate) fn call_special(
        &mut self,
        object: Local<'f>,
        name: *mut StrObj,
        args: &[Local<'f>],
    ) -> Res<'f, Option<Local<'f>>> {
        let Some(method) = self.type_attr(object, name) else {
            return Ok(None);
        };
        let names = self.names();
        if self.is_none(method) && [names.iter, names.contains, names.reversed].contains(&name) {
            // Set to None, these say that there is none; others are called, and fail.
            return Ok(None);
        }
        // SAFETY: all Locals are rooted words of this fiber.
        unsafe { call::special(self, method, object, args).map(Some) }
    }

    /// `object.__missing__(key)`, of a class derived from dict.
    pub(crate) fn call_missing(
        &mut self,
        object: Local<'f>,
        key: Local<'f>,
    ) -> Res<'f, Option<Local<'f>>> {
        let name = self.name("__missing__")?;
        let name = self.raw(name).ptr();
        self.call_special(object, name, &[key])
    }

    /// The names that the VM knows: `cx.names().len` is `__len__`.
    pub(crate) fn names(&self) -> &'f crate::vm::names::Names {
        // SAFETY: the names are written once, when the VM is made, and outlive it all.
        unsafe { &(*self.vm()).names }
    }

    /// Whether one of these names has this text.
    pub(crate) fn is_named(&self, name: *mut StrObj, text: &str) -> bool {
        // SAFETY: names live as long as the VM.
        unsafe { StrObj::bytes(name) == text.as_bytes() }
    }

    /// Charges `steps` units of work of a native loop against the fuel, and lets
    /// the host interrupt.
    #[inline]
    pub fn charge(&mut self, steps: usize) -> Res<'f, ()> {
        // SAFETY: the VM is this context's.
        unsafe {
            let vm = self.vm();
            (*vm).heap.ticks -= (steps as u64).min(1 << 40) as i64;
            if (*vm).heap.ticks > 0 {
                Ok(())
            } else {
                self.safepoint()
            }
        }
    }

    #[cold]
    pub(super) fn safepoint(&mut self) -> Res<'f, ()> {
        // SAFETY: the running fiber's window is recorded in it.
        unsafe {
            match crate::vm::safepoint::reach(self.vm(), self.fiber()) {
                Ok(()) => Ok(()),
                Err(exception) => Err(Error::Raised(self.root(exception))),
            }
        }
    }

    /// Makes this exception the answer of the native.
    pub(crate) fn raise_object(&mut self, exception: Local<'f>) -> Error<'f> {
        Error::Raised(exception)
    }

    /// Links an exception to the one it was raised from.
    pub fn set_cause(&mut self, exception: Local<'f>, cause: Local<'f>) {
        let (raw, cause) = (self.raw(exception), self.raw(cause));
        // SAFETY: both are rooted, the kind is checked.
        unsafe {
            if is_kind(raw, Kind::Exception) {
                let object = raw.ptr::<ExceptionObj>();
                (*object).cause = cause;
                (*object).header.aux |= ExceptionObj::SUPPRESS_CONTEXT;
                (*self.vm()).heap.barrier(object, cause);
            }
        }
    }

    /// The tuple of an exception's arguments.
    pub fn exception_args(&mut self, exception: Local<'f>) -> Local<'f> {
        let raw = self.raw(exception);
        // SAFETY: the exception is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Exception) {
                self.root((*raw.ptr::<ExceptionObj>()).args)
            } else {
                self.root((*self.vm()).empty_tuple)
            }
        }
    }

    /// Replaces an exception's arguments.
    pub(crate) fn set_exception_args(&mut self, exception: Local<'f>, args: Local<'f>) {
        let (raw, args) = (self.raw(exception), self.raw(args));
        // SAFETY: both are rooted, the kind is checked.
        unsafe {
            if is_kind(raw, Kind::Exception) {
                (*raw.ptr::<ExceptionObj>()).args = args;
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), args);
            }
        }
    }

    /// Cause, context, traceback (a list or None) of an exception, and whether
    /// the context is suppressed.
    pub(crate) fn exception_links(
        &mut self,
        exception: Local<'f>,
    ) -> Option<(Local<'f>, Local<'f>, Local<'f>, bool)> {
        let raw = self.raw(exception);
        // SAFETY: the exception is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Exception) {
                return None;
            }
            let object = raw.ptr::<ExceptionObj>();
            let suppressed = (*object).header.aux & ExceptionObj::SUPPRESS_CONTEXT != 0;
            Some((
                self.root((*object).cause),
                self.root((*object).context),
                self.root((*object).traceback),
                suppressed,
            ))
        }
    }

    /// Whether two words are the same (for cycles in chains).
    pub(crate) fn address(&self, local: Local<'f>) -> u64 {
        let Raw(word) = self.raw(local);
        word
    }
}
