//! The class table: what the ids in object headers stand for, and caches that know ids.
//!
//! Types and shapes are held weakly: an object keeps its class alive through the id in
//! its header, and when a cycle ends the ids of dead classes are taken back. In the
//! same step they leave everything else that knows classes by id (inline caches, lists
//! of subclasses), so an id is never met by anyone who took it for another class.
//!
//! # Safety
//! The raw layer's contract (`heap`). An id in the header of a live object is in the
//! table; entries hold live objects or null.

use super::{Heap, OutOfMemory};
use crate::object::{CodeObj, ShapeObj, TypeObj};
use alloc::vec::Vec;
use core::ptr::null_mut;

/// What a class id stands for.
#[derive(Clone, Copy)]
pub(crate) struct ClassEntry {
    /// Null: the id is free.
    pub(crate) ty: *mut TypeObj,
    /// Null for types themselves.
    pub(crate) shape: *mut ShapeObj,
}

impl ClassEntry {
    const FREE: ClassEntry = ClassEntry {
        ty: null_mut(),
        shape: null_mut(),
    };
}

/// Ids lie below; what else guards caches lies above (layouts of dicts).
pub(crate) const MAX_IDS: usize = 1 << 31;

/// Every class of a VM.
pub(crate) struct ClassTable {
    entries: Vec<ClassEntry>,
    /// Ids below live as long as the VM: the built-in types.
    fixed: usize,
    /// Where to look for a free id next, and how many there are.
    next_free: usize,
    free: usize,
    /// The code that has inline caches, linked through `CodeObj::next_warm`; weak.
    warm: *mut CodeObj,
}

impl ClassTable {
    pub(super) const fn new() -> ClassTable {
        ClassTable {
            entries: Vec::new(),
            fixed: 0,
            next_free: 0,
            free: 0,
            warm: null_mut(),
        }
    }

    /// What an id of a live object or of a built-in type stands for.
    ///
    /// # Safety
    /// The id was given out by [`Heap::new_class`] and not taken back.
    #[inline(always)]
    pub(crate) unsafe fn entry(&self, id: u32) -> ClassEntry {
        *self.entries.get_unchecked(id as usize)
    }

    /// The same of any number.
    fn find(&self, id: u32) -> ClassEntry {
        let entry = self.entries.get(id as usize);
        entry.copied().unwrap_or(ClassEntry::FREE)
    }

    /// The type with that id, if it lives.
    pub(crate) fn type_at(&self, id: i64) -> Option<*mut TypeObj> {
        let entry = self.find(u32::try_from(id).ok()?);
        (!entry.ty.is_null() && entry.shape.is_null()).then_some(entry.ty)
    }

    /// Ids that were ever given out: `0..len`.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }
}

impl Heap {
    /// The class table.
    #[inline(always)]
    pub(crate) fn table(&self) -> &ClassTable {
        &self.table
    }

    /// Ids given out so far stay for as long as the VM lives.
    pub(crate) fn fix_classes(&mut self) {
        self.table.fixed = self.table.entries.len();
        self.table.next_free = self.table.fixed;
    }

    /// Gives a class its id.
    pub(crate) fn new_class(
        &mut self,
        ty: *mut TypeObj,
        shape: *mut ShapeObj,
    ) -> Result<u32, OutOfMemory> {
        let entry = ClassEntry { ty, shape };
        if self.table.free > 0 {
            let from = self.table.next_free;
            let found = self.table.entries[from..]
                .iter()
                .position(|entry| entry.ty.is_null());
            if let Some(at) = found {
                self.table.entries[from + at] = entry;
                self.table.next_free = from + at + 1;
                self.table.free -= 1;
                return Ok((from + at) as u32);
            }
            self.table.free = 0;
        }
        let id = self.table.entries.len();
        if id >= MAX_IDS {
            return Err(OutOfMemory);
        }
        let old = self.table.entries.capacity();
        if id == old {
            // Scripts make classes and shapes: the table is counted with the objects.
            let more = old.max(64);
            let bytes = more * size_of::<ClassEntry>();
            self.take_outside(bytes)?;
            if self.table.entries.try_reserve_exact(more).is_err() {
                self.give_outside(bytes);
                return Err(OutOfMemory);
            }
        }
        self.table.entries.push(entry);
        Ok(id as u32)
    }

    /// Marks the class that an id stands for.
    #[inline]
    pub(crate) unsafe fn mark_class(&mut self, id: u32) {
        let entry = self.table.entry(id);
        if entry.shape.is_null() {
            self.mark_object(entry.ty);
        } else {
            self.mark_object(entry.shape);
        }
    }

    /// Marks the classes that live as long as the VM.
    pub(crate) unsafe fn mark_fixed_classes(&mut self) {
        for id in 0..self.table.fixed {
            self.mark_class(id as u32);
        }
    }

    /// Enters code that has got its inline caches.
    pub(crate) unsafe fn add_warm(&mut self, code: *mut CodeObj) {
        (*code).next_warm = self.table.warm;
        self.table.warm = code;
    }

    /// Empties every inline cache whose guard is a retired shape's: its class has
    /// changed, what was found there may no longer be so.
    pub(crate) unsafe fn forget_retired(&mut self) {
        let mut code = self.table.warm;
        while !code.is_null() {
            CodeObj::forget_caches(code, |guard| {
                let shape = self.table.find(guard).shape;
                !shape.is_null() && (*shape).retired
            });
            code = (*code).next_warm;
        }
    }

    /// Takes the ids of unmarked classes back, when everything that is alive is
    /// marked and nothing is freed yet.
    pub(super) unsafe fn sweep_classes(&mut self) {
        self.drop_cold_code();
        let mut dead = 0;
        for at in self.table.fixed..self.table.entries.len() {
            let ClassEntry { ty, shape } = self.table.entries[at];
            if ty.is_null() {
                continue;
            }
            let alive = if shape.is_null() {
                self.is_marked(ty)
            } else {
                self.is_marked(shape)
            };
            if !alive {
                self.table.entries[at] = ClassEntry::FREE;
                dead += 1;
            }
        }
        self.table.free += dead;
        self.table.next_free = self.table.fixed;
        if dead == 0 {
            return;
        }
        let table = &self.table;
        for entry in &table.entries {
            if !entry.ty.is_null() && entry.shape.is_null() {
                TypeObj::forget_subclasses(entry.ty, |id| table.type_at(id).is_none());
            }
        }
        let mut code = table.warm;
        while !code.is_null() {
            CodeObj::forget_caches(code, |guard| {
                (guard as usize) < table.len() && table.find(guard).ty.is_null()
            });
            code = (*code).next_warm;
        }
        self.trim_classes();
    }

    /// Gives the room at the table's end back, after its users have forgotten the ids.
    fn trim_classes(&mut self) {
        let table = &mut self.table;
        while table.entries.len() > table.fixed
            && table.entries.last().is_some_and(|last| last.ty.is_null())
        {
            table.entries.pop();
            table.free -= 1;
        }
        let (len, old) = (table.entries.len(), table.entries.capacity());
        if len <= old / 4 {
            table.entries.shrink_to(len * 2);
            let freed = old - table.entries.capacity();
            self.give_outside(freed * size_of::<ClassEntry>());
        }
    }

    /// Unlinks dead code from the list of warm code.
    unsafe fn drop_cold_code(&mut self) {
        let (mut code, mut kept) = (self.table.warm, null_mut());
        while !code.is_null() {
            let next = (*code).next_warm;
            if self.is_marked(code) {
                (*code).next_warm = kept;
                kept = code;
            }
            code = next;
        }
        self.table.warm = kept;
    }
}
