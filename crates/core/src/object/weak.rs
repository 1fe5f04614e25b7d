//! Weak references.
//!
//! # Safety
//! The raw layer's contract (`heap`). `target` is a live object or null: the collector
//! clears it in the step in which the object is found dead (`heap::finalize`).

use super::{ClassId, Header, InstanceObj, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use core::ptr::null_mut;

/// A weak reference; references to one object are a chain that the heap knows.
#[repr(C)]
pub(crate) struct WeakObj {
    pub(crate) header: Header,
    /// Null once the object is dead.
    pub(crate) target: *mut Header,
    /// Called with the reference when the object has died, or None.
    pub(crate) callback: Raw,
    /// The target's hash once it was asked for, else unbound.
    pub(crate) hash: Raw,
    /// The instance of a script's subclass whose value this is, or null.
    pub(crate) outer: *mut InstanceObj,
    /// The next reference to the same object; not kept alive.
    pub(crate) next: *mut WeakObj,
}

impl WeakObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        target: *mut Header,
        callback: Raw,
    ) -> Result<*mut WeakObj, OutOfMemory> {
        let weak: *mut WeakObj = heap.alloc(
            Header::new(Kind::WeakRef, ClassId::WeakRef),
            size_of::<WeakObj>(),
        )?;
        (*weak).target = target;
        (*weak).callback = callback;
        (*weak).hash = Raw::UNBOUND;
        (*weak).outer = null_mut();
        (*weak).next = null_mut();
        heap.link_weak(weak)?;
        Ok(weak)
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, weak: *mut WeakObj) -> usize {
        heap.mark((*weak).callback);
        heap.mark((*weak).hash);
        6
    }

    /// The object that scripts know as this reference.
    pub(crate) unsafe fn face(weak: *mut WeakObj) -> Raw {
        if (*weak).outer.is_null() {
            Raw::from_ptr(weak)
        } else {
            Raw::from_ptr((*weak).outer)
        }
    }
}
