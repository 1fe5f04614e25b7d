//! Behind the two entries of each site: what all sites have found under a name in objects of a
//! class (an arrangement of attributes, see `object::ShapeObj`). A site that meets more than two
//! classes finds the others here.
//!
//! Weak as the cache of look-ups: emptied when the collector has marked, and when a class
//! changes of which something is known.
//!
//! # Safety
//! The raw layer's contract (`heap`).

use crate::object::{Header, InstanceObj, StrObj};
use crate::value::Raw;
use alloc::vec::Vec;
use core::ptr::null_mut;

/// Entries, a power of two.
const SIZE: usize = if size_of::<usize>() == 8 { 512 } else { 32 };

/// What an entry says.
const LOADS: u8 = 1;
const STORES: u8 = 2;
const METHOD: u8 = 4;

#[derive(Clone, Copy)]
struct Entry {
    name: *mut StrObj,
    class: u32,
    /// Where objects of the class have the value, if that is known.
    slot: u16,
    /// Whether the value may be read there, may be written there, or is the class's function.
    says: u8,
    function: Raw,
}

const EMPTY: Entry = Entry {
    name: null_mut(),
    class: u32::MAX,
    slot: 0,
    says: 0,
    function: Raw::UNBOUND,
};

/// The cache of one VM.
pub(crate) struct SharedCache(Vec<Entry>);

impl SharedCache {
    /// One without room: it knows nothing and takes nothing up.
    pub(crate) const fn new() -> SharedCache {
        SharedCache(Vec::new())
    }

    /// Makes room; without memory it stays as it is.
    pub(crate) fn open(&mut self) {
        if self.0.try_reserve_exact(SIZE).is_ok() {
            self.0.resize(SIZE, EMPTY);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill(EMPTY);
    }

    #[inline]
    fn place(class: u32, name: *mut StrObj) -> usize {
        ((name as usize >> 4) ^ (class as usize).wrapping_mul(31)) & (SIZE - 1)
    }

    /// The entry of an object's class and a name, if it says what is wanted.
    #[inline]
    unsafe fn find(&self, object: Raw, name: *mut StrObj, wanted: u8) -> Option<&Entry> {
        let class = (*object.ptr::<Header>()).class.0;
        let entry = self.0.get(SharedCache::place(class, name))?;
        (entry.class == class && entry.name == name && entry.says & wanted != 0).then_some(entry)
    }

    /// The value under a name in an object with a shape.
    #[inline]
    pub(crate) unsafe fn load(&self, object: Raw, name: *mut StrObj) -> Option<Raw> {
        let entry = self.find(object, name, LOADS)?;
        let value = *InstanceObj::slot(object.ptr(), usize::from(entry.slot));
        // A name of `__slots__` may have none.
        (!value.is_unbound()).then_some(value)
    }

    /// Where to store under a name in an object with a shape.
    #[inline]
    pub(crate) unsafe fn store(&self, object: Raw, name: *mut StrObj) -> Option<usize> {
        let entry = self.find(object, name, STORES)?;
        Some(usize::from(entry.slot))
    }

    /// The function that a call by name of an object with a shape finds in its class.
    #[inline]
    pub(crate) unsafe fn method(&self, object: Raw, name: *mut StrObj) -> Option<Raw> {
        let entry = self.find(object, name, METHOD)?;
        Some(entry.function)
    }

    /// Remembers where objects of a class hold a value that a load reads there. Whoever calls
    /// this marks the shape as known to a cache.
    pub(crate) fn know_load(&mut self, class: u32, name: *mut StrObj, slot: usize) {
        self.know(class, name, slot, LOADS, Raw::UNBOUND);
    }

    /// The same of a store that does nothing else.
    pub(crate) fn know_store(&mut self, class: u32, name: *mut StrObj, slot: usize) {
        self.know(class, name, slot, STORES, Raw::UNBOUND);
    }

    /// Remembers a method of a class.
    pub(crate) fn know_method(&mut self, class: u32, name: *mut StrObj, function: Raw) {
        self.know(class, name, 0, METHOD, function);
    }

    fn know(&mut self, class: u32, name: *mut StrObj, slot: usize, says: u8, function: Raw) {
        let (Some(entry), Ok(slot)) = (
            self.0.get_mut(SharedCache::place(class, name)),
            u16::try_from(slot),
        ) else {
            return;
        };
        let same = entry.class == class && entry.name == name && entry.slot == slot;
        let before = if same && says != METHOD {
            entry.says & !METHOD
        } else {
            0
        };
        *entry = Entry {
            name,
            class,
            slot,
            says: before | says,
            function,
        };
    }
}
