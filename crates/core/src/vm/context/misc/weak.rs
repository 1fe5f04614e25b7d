//! Weak references as natives see them.

use super::super::{Context, Error, Local, Res};
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    /// The reference behind a value: itself, or that of a script's subclass.
    fn weak_ptr(&self, value: Local<'f>) -> Option<*mut WeakObj> {
        let raw = self.raw(value);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            match kind_of(raw) {
                Some(Kind::WeakRef) => Some(raw.ptr()),
                Some(Kind::Derived) => {
                    let inner = InstanceObj::value(raw.ptr());
                    is_kind(inner, Kind::WeakRef).then(|| inner.ptr())
                }
                _ => None,
            }
        }
    }

    /// Whether the value is a weak reference.
    pub(crate) fn is_weak(&self, value: Local<'f>) -> bool {
        self.weak_ptr(value).is_some()
    }

    /// A reference to an object; with `share` and without a callback the one that there
    /// is already.
    pub(crate) fn weak_ref(
        &mut self,
        object: Local<'f>,
        callback: Local<'f>,
        share: bool,
    ) -> Res<'f> {
        let (target, callback_word) = (self.raw(object), self.raw(callback));
        // SAFETY: object and callback are rooted; a chain holds live references.
        unsafe {
            if share && self.is_none(callback) {
                let mut weak = (*self.vm()).heap.weak_chain(target.ptr());
                while !weak.is_null() {
                    if (*weak).outer.is_null() && (*weak).callback.is_none() {
                        return Ok(self.root(Raw::from_ptr(weak)));
                    }
                    weak = (*weak).next;
                }
            }
            self.alloc(|heap| WeakObj::new(heap, target.ptr(), callback_word).map(Raw::from_ptr))
        }
    }

    /// Notes which object a subscription that raised was about, for hints.
    pub(crate) fn blame(&mut self, error: &Error<'f>, object: Local<'f>) {
        if let Error::Raised(exception) = error {
            let (Raw(word), object) = (self.raw(*exception), self.raw(object));
            // SAFETY: the object is rooted; the heap forgets it when it dies.
            unsafe {
                if object.is_ptr() {
                    (*self.vm()).heap.finalizers.culprit = Some((word, object.ptr()));
                }
            }
        }
    }

    /// The object that [`Context::blame`] has noted for an exception, if it was the last one.
    #[cfg(feature = "hints")]
    pub(crate) fn culprit(&mut self, exception: Local<'f>) -> Option<Local<'f>> {
        let Raw(wanted) = self.raw(exception);
        // SAFETY: what is noted is alive: see `Heap::bury`.
        unsafe {
            let (word, object) = (*self.vm()).heap.finalizers.culprit?;
            (word == wanted).then(|| self.root(Raw::from_ptr(object)))
        }
    }

    /// The object, while it lives.
    pub(crate) fn weak_target(&mut self, value: Local<'f>) -> Option<Local<'f>> {
        let weak = self.weak_ptr(value)?;
        // SAFETY: a target that is not null is live; the word is rooted at once.
        unsafe { (!(*weak).target.is_null()).then(|| self.root(Raw::from_ptr((*weak).target))) }
    }

    /// The callback; `None` once it has been called, or its object is dead.
    pub(crate) fn weak_callback(&mut self, value: Local<'f>) -> Option<Local<'f>> {
        let weak = self.weak_ptr(value)?;
        // SAFETY: the reference is rooted.
        unsafe { (!(*weak).target.is_null()).then(|| self.root((*weak).callback)) }
    }

    /// The target's hash, if it was asked for.
    pub(crate) fn weak_hash(&mut self, value: Local<'f>) -> Option<Local<'f>> {
        let weak = self.weak_ptr(value)?;
        // SAFETY: the reference is rooted.
        unsafe { (!(*weak).hash.is_unbound()).then(|| self.root((*weak).hash)) }
    }

    /// Keeps the target's hash.
    pub(crate) fn set_weak_hash(&mut self, value: Local<'f>, hash: Local<'f>) {
        let raw = self.raw(hash);
        if let Some(weak) = self.weak_ptr(value) {
            // SAFETY: both are rooted.
            unsafe {
                (*weak).hash = raw;
                (*self.vm()).heap.barrier(weak, raw);
            }
        }
    }

    /// A list of the references to an object (`weakref.getweakrefs`).
    pub fn weak_references(&mut self, object: Local<'f>) -> Res<'f> {
        let target = self.raw(object);
        // SAFETY: the object is rooted; nothing collects while the chain is walked.
        self.alloc(|heap| unsafe {
            let list = ListObj::new(heap, 4)?;
            if target.is_ptr() {
                let mut weak = heap.weak_chain(target.ptr());
                while !weak.is_null() {
                    ListObj::push(heap, list, WeakObj::face(weak))?;
                    weak = (*weak).next;
                }
            }
            Ok(Raw::from_ptr(list))
        })
    }
}
