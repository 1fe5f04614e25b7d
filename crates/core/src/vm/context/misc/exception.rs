//! Making exceptions, and their links.

use super::super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    /// An exception object of any exception class with a tuple of arguments;
    /// nothing of the script is called.
    pub(crate) fn new_exception(&mut self, class: ClassId, args: Local<'f>) -> Res<'f> {
        let raw = self.raw(args);
        // SAFETY: the tuple is rooted; raw layer inside `alloc`.
        self.alloc(|heap| unsafe { ExceptionObj::new(heap, class, raw).map(Raw::from_ptr) })
    }

    fn exception_ptr(&self, exception: Local<'f>) -> Option<*mut ExceptionObj> {
        let raw = self.raw(exception);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Exception) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// Sets the exception that was being handled.
    pub(crate) fn set_exception_context(&mut self, exception: Local<'f>, context: Local<'f>) {
        let raw = self.raw(context);
        if let Some(object) = self.exception_ptr(exception) {
            // SAFETY: both are rooted.
            unsafe {
                (*object).context = raw;
                (*self.vm()).heap.barrier(object, raw);
            }
        }
    }

    /// Sets whether the context is hidden.
    pub(crate) fn set_suppress_context(&mut self, exception: Local<'f>, suppress: bool) {
        if let Some(object) = self.exception_ptr(exception) {
            // SAFETY: the exception is rooted.
            unsafe {
                let aux = &mut (*object).header.aux;
                *aux = if suppress {
                    *aux | ExceptionObj::SUPPRESS_CONTEXT
                } else {
                    *aux & !ExceptionObj::SUPPRESS_CONTEXT
                };
            }
        }
    }

    /// What a group is made of: a tuple of its message and the tuple of its exceptions.
    pub(crate) fn exception_group(&mut self, exception: Local<'f>) -> Option<Local<'f>> {
        let object = self.exception_ptr(exception)?;
        // SAFETY: the exception is rooted; the word is rooted at once.
        unsafe {
            let group = (*object).group;
            (!group.is_unbound()).then(|| self.root(group))
        }
    }

    /// Makes an exception a group.
    pub(crate) fn set_exception_group(&mut self, exception: Local<'f>, group: Local<'f>) {
        let raw = self.raw(group);
        if let Some(object) = self.exception_ptr(exception) {
            // SAFETY: both are rooted.
            unsafe {
                (*object).group = raw;
                (*self.vm()).heap.barrier(object, raw);
            }
        }
    }

    /// Replaces the traceback: an object, or None.
    pub(crate) fn set_exception_traceback(&mut self, exception: Local<'f>, traceback: Local<'f>) {
        let raw = self.raw(traceback);
        if !self.is_none(traceback) && !self.is_traceback(traceback) {
            return;
        }
        if let Some(object) = self.exception_ptr(exception) {
            // SAFETY: both are rooted.
            unsafe {
                (*object).traceback = raw;
                (*self.vm()).heap.barrier(object, raw);
            }
        }
    }
}
