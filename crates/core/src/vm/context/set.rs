//! Sets and frozensets seen from natives. Functions that change a set are public for
//! sets only; the VM's own also fill frozensets that nobody else has seen yet.
//!
//! Elements are looked up as a dict's keys are (`dict`): an element's own `__eq__` may
//! run, suspend the task or change the set, after which the probe starts again.

use super::dict::Place;
use super::{Context, Local, Res};
use crate::builtins::protocol;
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    fn set_ptr(&self, set: Local<'f>) -> Option<*mut SetObj> {
        let raw = self.seen(set);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Set) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// The table of a set or dict.
    fn table(&self, value: Local<'f>) -> Option<*mut DictObj> {
        let raw = self.seen(value);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Set) || is_kind(raw, Kind::Dict) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// An empty set.
    pub fn empty_set(&mut self) -> Res<'f> {
        self.new_set(ClassId::Set)
    }

    /// A frozenset of an iterable's items; a frozenset itself is its own.
    ///
    /// # Errors
    /// TypeError for what cannot be iterated over or hashed, and what these raise.
    pub fn frozenset(&mut self, iterable: Local<'f>) -> Res<'f> {
        protocol::sets::collect(self, ClassId::FrozenSet, iterable)
    }

    /// An empty set of class `Set` or `FrozenSet`.
    pub(crate) fn new_set(&mut self, class: ClassId) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { SetObj::new(heap, class).map(Raw::from_ptr) })
    }

    /// Elements of a set or frozenset; 0 for other values.
    pub fn set_len(&self, set: Local<'f>) -> usize {
        // SAFETY: the value is rooted and its kind checked.
        self.set_ptr(set)
            .map_or(0, |set| unsafe { (*SetObj::table(set)).len() })
    }

    /// Adds an element; whether it was not there yet. Nothing is done to values that
    /// are no set, frozensets among them.
    ///
    /// # Errors
    /// TypeError for an element that cannot be hashed, and what its methods raise.
    pub fn set_add(&mut self, set: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
        if !self.is_mutable_set(set) {
            return Ok(false);
        }
        let hash = protocol::hash(self, item)?;
        self.set_insert(set, item, hash)
    }

    /// Removes an element; whether it was there. Nothing is done to values that are no
    /// set, frozensets among them.
    ///
    /// # Errors
    /// As [`Context::set_add`].
    pub fn set_remove(&mut self, set: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
        if !self.is_mutable_set(set) {
            return Ok(false);
        }
        let hash = protocol::hash(self, item)?;
        self.set_discard(set, item, hash)
    }

    /// Whether a set or frozenset has an element.
    ///
    /// # Errors
    /// As [`Context::set_add`].
    pub fn set_contains(&mut self, set: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
        let hash = protocol::hash(self, item)?;
        self.table_has(set, item, hash)
    }

    /// The next element at or after `at`: its index and itself. Iteration begins at 0
    /// and goes on behind the returned index.
    pub fn set_next(&mut self, set: Local<'f>, at: usize) -> Option<(usize, Local<'f>)> {
        self.set_ptr(set)?;
        let (index, item, _) = self.table_next(set, at)?;
        Some((index, item))
    }

    /// Whether the value is a set and no frozenset, or is derived from one.
    pub(crate) fn is_mutable_set(&self, value: Local<'f>) -> bool {
        // SAFETY: the value is rooted and its kind checked.
        self.set_ptr(value)
            .is_some_and(|set| unsafe { (*set.cast::<Header>()).class == ClassId::Set })
    }

    /// The hash of a frozenset; `None` for a set.
    pub(crate) fn frozenset_hash(&mut self, set: Local<'f>) -> Res<'f, Option<u64>> {
        if self.is_mutable_set(set) {
            return Ok(None);
        }
        self.charge(self.set_len(set) / 8)?;
        // SAFETY: the set is rooted and its kind checked.
        Ok(self.set_ptr(set).map(|set| unsafe { SetObj::hash(set) }))
    }

    /// Whether the table of a set or dict has a key whose hash is known.
    pub(crate) fn table_has(
        &mut self,
        table: Local<'f>,
        key: Local<'f>,
        hash: u64,
    ) -> Res<'f, bool> {
        let Some(ptr) = self.table(table) else {
            return Ok(false);
        };
        // SAFETY: the object is rooted.
        let place = unsafe { self.table_find(ptr, key, hash)? };
        Ok(matches!(place, Place::At(_)))
    }

    /// The next live entry of a set or dict at or after `at`: index, key, hash.
    pub(crate) fn table_next(
        &mut self,
        table: Local<'f>,
        at: usize,
    ) -> Option<(usize, Local<'f>, u64)> {
        let ptr = self.table(table)?;
        // SAFETY: the object is rooted; the word is rooted at once.
        unsafe {
            let at = DictObj::next_live(ptr, at)?;
            let entry = *DictObj::entry(ptr, at);
            Some((at, self.root(entry.key), entry.hash))
        }
    }

    /// Adds an element whose hash is known; whether it was not there yet.
    pub(crate) fn set_insert(
        &mut self,
        set: Local<'f>,
        item: Local<'f>,
        hash: u64,
    ) -> Res<'f, bool> {
        let Some(ptr) = self.set_ptr(set) else {
            return Ok(false);
        };
        let table = SetObj::table(ptr);
        // SAFETY: the set and the element are rooted.
        unsafe {
            if let Place::At(_) = self.table_find(table, item, hash)? {
                return Ok(false);
            }
            let (item, secret) = (self.raw(item), (*self.vm()).secret);
            self.alloc_unit(|heap| {
                DictObj::insert_new(heap, table, item, hash, Raw::NONE, secret).map(|_| ())
            })?;
        }
        Ok(true)
    }

    /// Removes an element whose hash is known; whether it was there.
    pub(crate) fn set_discard(
        &mut self,
        set: Local<'f>,
        item: Local<'f>,
        hash: u64,
    ) -> Res<'f, bool> {
        let Some(ptr) = self.set_ptr(set) else {
            return Ok(false);
        };
        let table = SetObj::table(ptr);
        // SAFETY: the set is rooted; the place is one of the table as it is.
        unsafe {
            let Place::At(at) = self.table_find(table, item, hash)? else {
                return Ok(false);
            };
            let secret = (*self.vm()).secret;
            DictObj::remove(&mut (*self.vm()).heap, table, at, secret);
        }
        Ok(true)
    }

    /// Takes the first element out.
    pub(crate) fn set_pop(&mut self, set: Local<'f>) -> Option<Local<'f>> {
        let ptr = self.set_ptr(set)?;
        let (at, item, _) = self.table_next(set, 0)?;
        // SAFETY: the set is rooted; the entry is live.
        unsafe {
            let secret = (*self.vm()).secret;
            DictObj::remove(&mut (*self.vm()).heap, SetObj::table(ptr), at, secret);
        }
        Some(item)
    }

    /// Empties a set.
    pub(crate) fn set_clear(&mut self, set: Local<'f>) {
        if let Some(ptr) = self.set_ptr(set) {
            // SAFETY: the set is rooted.
            unsafe { DictObj::clear(&mut (*self.vm()).heap, SetObj::table(ptr)) };
        }
    }

    /// Adds the keys of a set or dict to an empty set, without asking them anything.
    pub(crate) fn set_fill(&mut self, set: Local<'f>, from: Local<'f>) -> Res<'f, ()> {
        let (Some(to), Some(from)) = (self.set_ptr(set), self.table(from)) else {
            return Ok(());
        };
        // SAFETY: both are rooted.
        unsafe {
            let secret = (*self.vm()).secret;
            self.alloc_unit(|heap| SetObj::fill(heap, to, from, secret))
        }
    }

    /// Exchanges the elements of two sets.
    pub(crate) fn set_swap(&mut self, a: Local<'f>, b: Local<'f>) {
        if let (Some(a), Some(b)) = (self.set_ptr(a), self.set_ptr(b)) {
            // SAFETY: both are rooted.
            unsafe { SetObj::swap(&mut (*self.vm()).heap, a, b) };
        }
    }
}
