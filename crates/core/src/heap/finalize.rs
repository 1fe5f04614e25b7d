//! What happens when objects die: weak references are cleared, and script code is due.
//!
//! All of it is found out in the atomic step, after everything that is alive has been
//! marked and before anything is freed. First weak references to dead objects are
//! cleared; then dead objects that have code to run (`__del__`, a suspended generator's
//! `finally`) are taken from the list of watched ones and live on, with all they refer
//! to, until the VM has run that code at a safepoint (`vm::finalize`). So code runs at
//! most once per object, and a reference never leads to an object that is gone.
//!
//! # Safety
//! The raw layer's contract (`heap`).

use super::{Heap, OutOfMemory};
use crate::object::{Header, WeakObj};
use crate::value::Raw;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::ptr::null_mut;
use hashbrown::HashTable;

/// Code that is due.
#[derive(Clone, Copy)]
pub(crate) enum Due {
    /// A dead object's own.
    Object(*mut Header),
    /// The callback of a cleared weak reference.
    Callback(*mut WeakObj),
}

/// Objects whose death is noticed.
pub(crate) struct Finalizers {
    watched: Vec<*mut Header>,
    due: VecDeque<Due>,
    /// The first of each chain of references, by the target's address.
    weak: HashTable<*mut WeakObj>,
    /// Code is being run.
    pub(crate) running: bool,
    /// The last exception that a subscription raised, by its word, and the object that was
    /// subscribed: for hints. Kept from neither of them; forgotten when the object dies.
    pub(crate) culprit: Option<(u64, *mut Header)>,
}

impl Finalizers {
    pub(super) const fn new() -> Finalizers {
        Finalizers {
            watched: Vec::new(),
            due: VecDeque::new(),
            weak: HashTable::new(),
            running: false,
            culprit: None,
        }
    }
}

fn place(target: *mut Header) -> u64 {
    (target as u64 >> 4).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

impl Heap {
    /// Notes that code is to run when `object` has died.
    pub(crate) unsafe fn watch(&mut self, object: *mut Header) -> Result<(), OutOfMemory> {
        if (*object).flags & Header::WATCHED != 0 {
            return Ok(());
        }
        let watched = &mut self.finalizers.watched;
        watched.try_reserve(1).map_err(|_| OutOfMemory)?;
        watched.push(object);
        (*object).flags |= Header::WATCHED;
        Ok(())
    }

    /// Enters a new weak reference into the chain of its target.
    pub(crate) unsafe fn link_weak(&mut self, weak: *mut WeakObj) -> Result<(), OutOfMemory> {
        let target = (*weak).target;
        // SAFETY: the references in the table live and have targets.
        let hasher = |&weak: &*mut WeakObj| unsafe { place((*weak).target) };
        let table = &mut self.finalizers.weak;
        if let Some(head) = table.find_mut(place(target), |&head| (*head).target == target) {
            (*weak).next = *head;
            *head = weak;
            return Ok(());
        }
        table.try_reserve(1, hasher).map_err(|_| OutOfMemory)?;
        table.insert_unique(place(target), weak, hasher);
        Ok(())
    }

    /// The first weak reference to an object, or null.
    pub(crate) unsafe fn weak_chain(&self, target: *mut Header) -> *mut WeakObj {
        let found = self
            .finalizers
            .weak
            .find(place(target), |&head| (*head).target == target);
        found.copied().unwrap_or(null_mut())
    }

    /// Whether code is due and none is running.
    #[inline]
    pub(crate) fn has_due(&self) -> bool {
        !self.finalizers.due.is_empty() && !self.finalizers.running
    }

    /// Begins or ends running what is due.
    pub(crate) fn set_finalizing(&mut self, running: bool) {
        self.finalizers.running = running;
    }

    /// Takes what is due next; the caller roots it at once.
    pub(crate) fn next_due(&mut self) -> Option<Due> {
        self.finalizers.due.pop_front()
    }

    /// Marks the objects whose code is due.
    pub(crate) unsafe fn mark_due(&mut self) {
        for at in 0..self.finalizers.due.len() {
            match self.finalizers.due.get(at) {
                Some(&Due::Object(object)) => self.mark_object(object),
                Some(&Due::Callback(weak)) => self.mark(WeakObj::face(weak)),
                None => {}
            }
        }
    }

    /// Takes watched objects as dead, whether they are or not: the program ends.
    pub(crate) unsafe fn bury_all(&mut self) {
        let watched = core::mem::take(&mut self.finalizers.watched);
        for object in watched {
            (*object).flags &= !Header::WATCHED;
            if self.finalizers.due.try_reserve(1).is_ok() {
                self.finalizers.due.push_back(Due::Object(object));
            }
        }
    }

    /// The middle of the atomic step: everything that is alive is marked, nothing is
    /// grey. Clears weak references to the dead; true if dead objects have code to run,
    /// which are marked now, but not what they refer to.
    pub(crate) unsafe fn bury(&mut self) -> bool {
        self.clear_weak();
        let culprit = self.finalizers.culprit;
        self.finalizers.culprit = culprit.filter(|&(_, object)| self.is_marked(object));
        let (mut at, mut kept, mut any) = (0, 0, false);
        while at < self.finalizers.watched.len() {
            let object = self.finalizers.watched[at];
            at += 1;
            // Without room its turn comes with the next cycle.
            if self.is_marked(object) || self.finalizers.due.try_reserve(1).is_err() {
                self.mark_object(object);
                self.finalizers.watched[kept] = object;
                kept += 1;
                continue;
            }
            (*object).flags &= !Header::WATCHED;
            self.finalizers.due.push_back(Due::Object(object));
            any = true;
        }
        self.finalizers.watched.truncate(kept);
        self.mark_due();
        if any {
            self.trip();
        }
        any
    }

    unsafe fn clear_weak(&mut self) {
        let mut table = core::mem::take(&mut self.finalizers.weak);
        table.retain(|head| {
            let target = (**head).target;
            if self.is_marked(target) {
                return true;
            }
            let mut weak = *head;
            while !weak.is_null() {
                (*weak).target = null_mut();
                let face = WeakObj::face(weak);
                let has_callback = !(*weak).callback.is_none();
                if has_callback
                    && self.is_marked(face.ptr::<Header>())
                    && self.finalizers.due.try_reserve(1).is_ok()
                {
                    self.finalizers.due.push_back(Due::Callback(weak));
                    self.trip();
                }
                weak = (*weak).next;
            }
            false
        });
        self.finalizers.weak = table;
    }

    /// The end of the atomic step: weak references that are dead leave their chains.
    pub(super) unsafe fn drop_dead_weak(&mut self) {
        let mut table = core::mem::take(&mut self.finalizers.weak);
        table.retain(|head| {
            let mut link: *mut *mut WeakObj = head;
            while !(*link).is_null() {
                let weak = *link;
                if self.is_marked(weak) {
                    if !(*weak).outer.is_null() && !self.is_marked((*weak).outer) {
                        (*weak).outer = null_mut();
                    }
                    link = &raw mut (*weak).next;
                } else {
                    *link = (*weak).next;
                }
            }
            !head.is_null()
        });
        self.finalizers.weak = table;
    }
}

impl Due {
    /// The value to be rooted.
    pub(crate) unsafe fn word(self) -> Raw {
        match self {
            Due::Object(object) => Raw::from_ptr(object),
            Due::Callback(weak) => WeakObj::face(weak),
        }
    }
}
