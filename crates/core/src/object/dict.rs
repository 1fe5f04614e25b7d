//! Dicts: an entries vector in insertion order, and a table of indices.
//!
//! Both lie in one buffer. Up to [`LINEAR`] entries there is no table, keys are
//! compared in order. `layout` names the arrangement of keys: it is 0 after
//! every insertion, deletion or compaction and gets a fresh number when a cache
//! wants to remember an entry's index; overwriting a value leaves it alone.
//!
//! Probing never calls a script. It compares words and strings itself and stops
//! at a candidate whose equality only a script can decide ([`Lookup::Ask`]); the
//! native layer asks and comes back with the answer.
//!
//! # Safety
//! The raw layer's contract (`heap`). `secret` is the VM's and `hash` is the key's
//! (a name's has been computed); an entry index lies below `used`, and a [`Probe`]
//! is gone on with only while the dict is as it was. `insert_new` is for keys that a
//! look-up has just missed.

use super::{BigObj, ClassId, Header, Int64Obj, Kind, StrObj};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use core::ptr::{copy_nonoverlapping, null_mut};

/// A Python dict.
#[repr(C)]
pub(crate) struct DictObj {
    pub(crate) header: Header,
    buf: *mut DictBuf,
    /// Live entries.
    len: u32,
    /// Entries ever written to the buffer, deleted ones included.
    used: u32,
    /// See the module's docs.
    layout: u32,
    /// Entries before this one are deleted (so that popping from the front is cheap).
    first: u32,
}

#[repr(C)]
struct DictBuf {
    header: Header,
    capacity: u32,
    /// Size of the table minus one; 0 where there is none.
    mask: u32,
}

/// One key and value with the key's hash.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct Entry {
    pub(crate) hash: u64,
    /// Unbound where the entry was deleted.
    pub(crate) key: Raw,
    pub(crate) value: Raw,
}

impl Entry {
    /// A deleted one. What was its hash says how many deleted ones, itself the last, lie side by
    /// side, or fewer.
    const DEAD: Entry = Entry {
        hash: 1,
        key: Raw::UNBOUND,
        value: Raw::UNBOUND,
    };
}

/// What a probe has found.
pub(crate) enum Lookup {
    /// The entry's index.
    Found(usize),
    /// No such key.
    Missing,
    /// Equal hash, but only the key's own `__eq__` can tell; go on after `resume`.
    Ask { entry: usize, resume: Probe },
}

/// A [`Lookup`] that fits a register: of keys for which a probe is not gone on with.
#[derive(Clone, Copy)]
pub(crate) enum Spot {
    /// The entry's index.
    At(u32),
    Missing,
    /// A script must tell.
    Ask,
}

impl From<Lookup> for Spot {
    #[inline]
    fn from(lookup: Lookup) -> Spot {
        match lookup {
            Lookup::Found(at) => Spot::At(at as u32),
            Lookup::Missing => Spot::Missing,
            Lookup::Ask { .. } => Spot::Ask,
        }
    }
}

/// Where a probe stands.
#[derive(Clone, Copy)]
pub(crate) struct Probe {
    slot: usize,
    step: usize,
}

const LINEAR: usize = 8;
const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

/// Whether two keys of equal hash are equal, where no script is needed to tell.
unsafe fn same_key(a: Raw, b: Raw) -> Option<bool> {
    if a == b {
        return Some(true);
    }
    if a.is_ptr() && b.is_ptr() {
        let (x, y) = (a.ptr::<Header>(), b.ptr::<Header>());
        return match ((*x).kind, (*y).kind) {
            (Kind::Str, Kind::Str) => Some(StrObj::same(a.ptr(), b.ptr())),
            (Kind::Int64, Kind::Int64) => {
                Some((*a.ptr::<Int64Obj>()).value == (*b.ptr::<Int64Obj>()).value)
            }
            (Kind::Big, Kind::Big) => Some(BigObj::equal(a.ptr(), b.ptr())),
            (Kind::Str, kind) | (kind, Kind::Str) if kind_is_plain(kind) => Some(false),
            _ => None,
        };
    }
    if a.is_ptr() || b.is_ptr() {
        let pointer = if a.is_ptr() { a } else { b };
        let kind = (*pointer.ptr::<Header>()).kind;
        return if kind == Kind::Str { Some(false) } else { None };
    }
    // Immediates: 1 == 1.0 == True.
    let number = |raw: Raw| match raw {
        raw if raw.is_small() => Some(raw.small() as f64),
        raw if raw.is_double() => Some(raw.double()),
        raw if raw.is_bool() => Some((raw == Raw::TRUE) as i64 as f64),
        _ => None,
    };
    match (number(a), number(b)) {
        (Some(x), Some(y)) => Some(x == y),
        _ => Some(false),
    }
}

/// Whether a key is a str of this text; `None` where a script must tell.
#[inline]
unsafe fn same_text(key: Raw, text: *mut StrObj) -> Option<bool> {
    if key == Raw::from_ptr(text) {
        return Some(true);
    }
    if !key.is_ptr() {
        return Some(false);
    }
    match (*key.ptr::<Header>()).kind {
        Kind::Str => Some(StrObj::same(key.ptr(), text)),
        kind if kind_is_plain(kind) => Some(false),
        _ => None,
    }
}

fn kind_is_plain(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Int64 | Kind::Big | Kind::Tuple | Kind::Function | Kind::Native | Kind::Type
    )
}

impl DictBuf {
    unsafe fn new(heap: &mut Heap, capacity: usize) -> Result<*mut DictBuf, OutOfMemory> {
        let table = if capacity <= LINEAR {
            0
        } else {
            (capacity * 3 / 2).next_power_of_two()
        };
        if table > (EMPTY / 2) as usize {
            return Err(OutOfMemory);
        }
        let size = size_of::<DictBuf>() + capacity * size_of::<Entry>() + table * 4;
        let buf: *mut DictBuf = heap.alloc(Header::new(Kind::DictBuf, ClassId::Internal), size)?;
        (*buf).capacity = capacity as u32;
        (*buf).mask = table.saturating_sub(1) as u32;
        let entries = DictBuf::entries(buf);
        for i in 0..capacity {
            entries.add(i).write(Entry {
                hash: 0,
                key: Raw::UNBOUND,
                value: Raw::UNBOUND,
            });
        }
        let slots = DictBuf::slots(buf);
        for i in 0..table {
            slots.add(i).write(EMPTY);
        }
        Ok(buf)
    }

    #[inline]
    unsafe fn entries(buf: *mut DictBuf) -> *mut Entry {
        buf.add(1).cast()
    }

    #[inline]
    unsafe fn slots(buf: *mut DictBuf) -> *mut u32 {
        DictBuf::entries(buf).add((*buf).capacity as usize).cast()
    }
}

/// Spreads a hash over the table; `key` is the VM's secret odd multiplier.
#[inline]
pub(crate) fn spread(hash: u64, key: u64) -> usize {
    let product = (hash ^ (hash >> 32)).wrapping_mul(key);
    (product >> 32) as usize
}

impl DictObj {
    pub(crate) unsafe fn new(heap: &mut Heap) -> Result<*mut DictObj, OutOfMemory> {
        let dict: *mut DictObj =
            heap.alloc(Header::new(Kind::Dict, ClassId::Dict), size_of::<DictObj>())?;
        DictObj::init(dict);
        Ok(dict)
    }

    /// Makes the parts behind a fresh header those of an empty table.
    pub(super) unsafe fn init(dict: *mut DictObj) {
        (*dict).buf = null_mut();
        (*dict).len = 0;
        (*dict).used = 0;
        (*dict).layout = 0;
        (*dict).first = 0;
    }

    /// Exchanges what two tables hold.
    pub(super) unsafe fn swap(heap: &mut Heap, a: *mut DictObj, b: *mut DictObj) {
        core::mem::swap(&mut (*a).buf, &mut (*b).buf);
        core::mem::swap(&mut (*a).len, &mut (*b).len);
        core::mem::swap(&mut (*a).used, &mut (*b).used);
        core::mem::swap(&mut (*a).first, &mut (*b).first);
        (*a).layout = 0;
        (*b).layout = 0;
        heap.barrier(a, Raw::from_ptr((*a).buf));
        heap.barrier(b, Raw::from_ptr((*b).buf));
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.len as usize
    }

    /// Entries to iterate over, deleted ones included.
    #[inline]
    pub(crate) fn used(&self) -> usize {
        self.used as usize
    }

    /// The current layout's number, 0 if it has none yet.
    #[inline]
    pub(crate) fn layout(&self) -> u32 {
        self.layout
    }

    /// Takes the layout's number away: caches that know it look again.
    pub(crate) unsafe fn forget_layout(dict: *mut DictObj) {
        (*dict).layout = 0;
    }

    /// Gives the layout a number if it has none; `counter` is the VM's.
    pub(crate) fn name_layout(&mut self, counter: &mut u32) -> u32 {
        if self.layout == 0 && *counter < u32::MAX - 1 {
            *counter += 1;
            self.layout = *counter;
        }
        self.layout
    }

    /// The entry at an index below `used`.
    #[inline]
    pub(crate) unsafe fn entry(dict: *mut DictObj, at: usize) -> *mut Entry {
        DictBuf::entries((*dict).buf).add(at)
    }

    /// The first live entry at or after `at`, for iteration.
    pub(crate) unsafe fn next_live(dict: *mut DictObj, at: usize) -> Option<usize> {
        let mut at = at.max((*dict).first as usize);
        while at < (*dict).used() {
            if !(*DictObj::entry(dict, at)).key.is_unbound() {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The last live entry before `end`, for iteration from the back.
    pub(crate) unsafe fn prev_live(dict: *mut DictObj, end: usize) -> Option<usize> {
        let mut end = end.min((*dict).used());
        while end > 0 {
            let entry = DictObj::entry(dict, end - 1);
            if !(*entry).key.is_unbound() {
                return Some(end - 1);
            }
            end = end.saturating_sub((*entry).hash as usize);
        }
        None
    }

    /// Deletes the last live entry, which is at `at`: who always takes the last never walks over
    /// the same dead entries again.
    pub(crate) unsafe fn remove_last(heap: &mut Heap, dict: *mut DictObj, at: usize, secret: u64) {
        let used = (*dict).used();
        DictObj::remove(heap, dict, at, secret);
        if !(*dict).buf.is_null() {
            (*DictObj::entry(dict, used - 1)).hash = (used - at) as u64;
        }
    }

    /// Looks `key` up from the start.
    #[inline]
    pub(crate) unsafe fn find(dict: *mut DictObj, key: Raw, hash: u64, secret: u64) -> Lookup {
        let buf = (*dict).buf;
        if buf.is_null() {
            return Lookup::Missing;
        }
        let slot = if (*buf).mask == 0 {
            (*dict).first as usize
        } else {
            spread(hash, secret)
        };
        DictObj::find_from(dict, key, hash, Probe { slot, step: 0 })
    }

    /// As [`DictObj::find`] for a small int or an object that is only equal to itself: whose word is
    /// the key's is that key, whatever its hash.
    #[inline(always)]
    pub(crate) unsafe fn find_word(dict: *mut DictObj, key: Raw, hash: u64, secret: u64) -> Spot {
        let buf = (*dict).buf;
        if buf.is_null() {
            return Spot::Missing;
        }
        let entries = DictBuf::entries(buf);
        let mask = (*buf).mask as usize;
        if mask == 0 {
            for at in (*dict).first..(*dict).used {
                let entry = entries.add(at as usize);
                if (*entry).key == key {
                    return Spot::At(at);
                }
                if (*entry).hash == hash {
                    return DictObj::find_equal(dict, key, hash, secret);
                }
            }
            return Spot::Missing;
        }
        let slots = DictBuf::slots(buf);
        let mut slot = spread(hash, secret) & mask;
        let mut step = 0;
        loop {
            let at = *slots.add(slot);
            if at < DELETED {
                let entry = entries.add(at as usize);
                if (*entry).key == key {
                    return Spot::At(at);
                }
                // Equal though another word (1 and 1.0), or to be asked.
                if (*entry).hash == hash {
                    return DictObj::find_equal(dict, key, hash, secret);
                }
            } else if at == EMPTY {
                return Spot::Missing;
            }
            step += 1;
            slot = (slot + step) & mask;
        }
    }

    /// As [`DictObj::find`], where another key has the same hash.
    #[cold]
    #[inline(never)]
    unsafe fn find_equal(dict: *mut DictObj, key: Raw, hash: u64, secret: u64) -> Spot {
        DictObj::find(dict, key, hash, secret).into()
    }

    /// As [`DictObj::find`] of a str.
    #[inline]
    pub(crate) unsafe fn find_text(
        dict: *mut DictObj,
        key: *mut StrObj,
        hash: u64,
        secret: u64,
    ) -> Lookup {
        let buf = (*dict).buf;
        if buf.is_null() {
            return Lookup::Missing;
        }
        let slot = if (*buf).mask == 0 {
            (*dict).first as usize
        } else {
            spread(hash, secret)
        };
        let same = |entry| same_text(entry, key);
        DictObj::probe(dict, hash, Probe { slot, step: 0 }, same)
    }

    /// Goes on with a probe whose candidate was not equal; the dict is unchanged.
    pub(crate) unsafe fn find_from(
        dict: *mut DictObj,
        key: Raw,
        hash: u64,
        probe: Probe,
    ) -> Lookup {
        DictObj::probe(dict, hash, probe, |entry| same_key(entry, key))
    }

    #[inline(always)]
    unsafe fn probe(
        dict: *mut DictObj,
        hash: u64,
        probe: Probe,
        same: impl Fn(Raw) -> Option<bool>,
    ) -> Lookup {
        let buf = (*dict).buf;
        let entries = DictBuf::entries(buf);
        let mask = (*buf).mask as usize;
        let Probe { mut slot, mut step } = probe;
        if mask == 0 {
            while slot < (*dict).used() {
                let entry = entries.add(slot);
                if (*entry).hash == hash && !(*entry).key.is_unbound() {
                    match same((*entry).key) {
                        Some(true) => return Lookup::Found(slot),
                        Some(false) => {}
                        None => {
                            return Lookup::Ask {
                                entry: slot,
                                resume: Probe {
                                    slot: slot + 1,
                                    step: 0,
                                },
                            };
                        }
                    }
                }
                slot += 1;
            }
            return Lookup::Missing;
        }
        let slots = DictBuf::slots(buf);
        loop {
            slot &= mask;
            let at = *slots.add(slot);
            step += 1;
            let next = slot + step;
            if at == EMPTY {
                return Lookup::Missing;
            }
            if at != DELETED {
                let entry = entries.add(at as usize);
                if (*entry).hash == hash {
                    match same((*entry).key) {
                        Some(true) => return Lookup::Found(at as usize),
                        Some(false) => {}
                        None => {
                            return Lookup::Ask {
                                entry: at as usize,
                                resume: Probe { slot: next, step },
                            };
                        }
                    }
                }
            }
            slot = next;
        }
    }

    /// Looks up an interned name: strings never need a script.
    #[inline]
    pub(crate) unsafe fn get_str(
        dict: *mut DictObj,
        name: *mut StrObj,
        secret: u64,
    ) -> Option<Raw> {
        DictObj::find_str(dict, name, secret).map(|at| (*DictObj::entry(dict, at)).value)
    }

    /// The entry index of a name whose hash is known.
    pub(crate) unsafe fn find_str(
        dict: *mut DictObj,
        name: *mut StrObj,
        secret: u64,
    ) -> Option<usize> {
        debug_assert!((*name).hash != 0 || (*name).byte_len() == 0);
        let (key, hash) = (Raw::from_ptr(name), (*name).hash);
        let mut found = DictObj::find(dict, key, hash, secret);
        loop {
            match found {
                Lookup::Found(at) => return Some(at),
                Lookup::Missing => return None,
                // A key that is no str but claims to equal one: only in dicts
                // that scripts fill; such a key is asked by the native layer.
                Lookup::Ask { resume, .. } => found = DictObj::find_from(dict, key, hash, resume),
            }
        }
    }

    /// Tells the collector of a value that is about to be stored in an entry.
    #[inline]
    pub(crate) unsafe fn tell(heap: &mut Heap, dict: *mut DictObj, value: Raw) {
        heap.barrier_word((*dict).buf, value);
    }

    /// Overwrites the value of an entry.
    #[inline]
    pub(crate) unsafe fn set_value(heap: &mut Heap, dict: *mut DictObj, at: usize, value: Raw) {
        DictObj::tell(heap, dict, value);
        (*DictObj::entry(dict, at)).value = value;
    }

    /// Appends a key that is known to be missing.
    pub(crate) unsafe fn insert_new(
        heap: &mut Heap,
        dict: *mut DictObj,
        key: Raw,
        hash: u64,
        value: Raw,
        secret: u64,
    ) -> Result<usize, OutOfMemory> {
        let buf = (*dict).buf;
        if buf.is_null() || (*dict).used == (*buf).capacity {
            DictObj::rebuild(heap, dict, (*dict).len() + 1, secret)?;
        }
        let buf = (*dict).buf;
        let at = (*dict).used();
        let entry = DictBuf::entries(buf).add(at);
        entry.write(Entry { hash, key, value });
        if (*buf).mask != 0 {
            DictObj::link(buf, hash, at as u32, secret);
        }
        (*dict).used += 1;
        (*dict).len += 1;
        (*dict).layout = 0;
        // The key and, behind it, the value.
        heap.barrier_words(buf, &raw const (*entry).key, 2);
        Ok(at)
    }

    /// Sets `key`, for keys that need no script.
    pub(crate) unsafe fn set_str(
        heap: &mut Heap,
        dict: *mut DictObj,
        name: *mut StrObj,
        value: Raw,
        secret: u64,
    ) -> Result<(), OutOfMemory> {
        match DictObj::find_str(dict, name, secret) {
            Some(at) => DictObj::set_value(heap, dict, at, value),
            None => {
                DictObj::insert_new(heap, dict, Raw::from_ptr(name), (*name).hash, value, secret)?;
            }
        }
        Ok(())
    }

    unsafe fn link(buf: *mut DictBuf, hash: u64, at: u32, secret: u64) {
        let slots = DictBuf::slots(buf);
        let mask = (*buf).mask as usize;
        let mut slot = spread(hash, secret) & mask;
        let mut step = 0;
        while *slots.add(slot) < DELETED {
            step += 1;
            slot = (slot + step) & mask;
        }
        *slots.add(slot) = at;
    }

    /// Compacts into a buffer with room for `needed` entries and some more.
    unsafe fn rebuild(
        heap: &mut Heap,
        dict: *mut DictObj,
        needed: usize,
        secret: u64,
    ) -> Result<(), OutOfMemory> {
        let capacity = if needed <= 4 {
            4
        } else if needed <= LINEAR {
            LINEAR
        } else {
            needed.saturating_mul(2)
        };
        let buf = DictBuf::new(heap, capacity)?;
        let old = (*dict).buf;
        let mut count = 0;
        if !old.is_null() {
            let (from, to) = (DictBuf::entries(old), DictBuf::entries(buf));
            for i in (*dict).first as usize..(*dict).used() {
                let entry = from.add(i);
                if !(*entry).key.is_unbound() {
                    copy_nonoverlapping(entry, to.add(count), 1);
                    if (*buf).mask != 0 {
                        DictObj::link(buf, (*entry).hash, count as u32, secret);
                    }
                    count += 1;
                }
            }
        }
        (*dict).buf = buf;
        (*dict).used = count as u32;
        (*dict).first = 0;
        (*dict).layout = 0;
        heap.barrier(dict, Raw::from_ptr(buf));
        if !old.is_null() {
            heap.discard(old.cast());
        }
        Ok(())
    }

    /// Room for `count` entries without another rebuild.
    pub(crate) unsafe fn reserve(
        heap: &mut Heap,
        dict: *mut DictObj,
        count: usize,
        secret: u64,
    ) -> Result<(), OutOfMemory> {
        let buf = (*dict).buf;
        if buf.is_null() || ((*buf).capacity as usize) < count {
            DictObj::rebuild(heap, dict, count.max((*dict).len() + 1), secret)?;
        }
        Ok(())
    }

    /// Deletes the entry at `at`.
    pub(crate) unsafe fn remove(heap: &mut Heap, dict: *mut DictObj, at: usize, secret: u64) {
        let buf = (*dict).buf;
        let entry = DictObj::entry(dict, at);
        if (*buf).mask != 0 {
            let slots = DictBuf::slots(buf);
            let mask = (*buf).mask as usize;
            let mut slot = spread((*entry).hash, secret) & mask;
            let mut step = 0;
            while *slots.add(slot) != at as u32 {
                step += 1;
                slot = (slot + step) & mask;
            }
            *slots.add(slot) = DELETED;
        }
        entry.write(Entry::DEAD);
        (*dict).len -= 1;
        (*dict).layout = 0;
        if (*dict).len == 0 {
            return DictObj::clear(heap, dict);
        }
        if at == (*dict).first as usize {
            // The next live one, so that whoever always takes the first never walks
            // over the same dead entries again.
            (*dict).first = DictObj::next_live(dict, at + 1).unwrap_or(at + 1) as u32;
        }
    }

    /// Empties the dict and lets go of its buffer.
    pub(crate) unsafe fn clear(heap: &mut Heap, dict: *mut DictObj) {
        let old = (*dict).buf;
        (*dict).buf = null_mut();
        (*dict).len = 0;
        (*dict).used = 0;
        (*dict).first = 0;
        (*dict).layout = 0;
        if !old.is_null() {
            heap.discard(old.cast());
        }
    }

    /// A copy with the same keys and values, compacted.
    pub(crate) unsafe fn copy(
        heap: &mut Heap,
        dict: *mut DictObj,
        secret: u64,
    ) -> Result<*mut DictObj, OutOfMemory> {
        let new = DictObj::new(heap)?;
        if (*dict).len > 0 {
            (*new).buf = (*dict).buf;
            (*new).first = (*dict).first;
            (*new).used = (*dict).used;
            (*new).len = (*dict).len;
            // `rebuild` copies out of the shared buffer and must not free it.
            let capacity = (*dict).len().max(1);
            let shared = (*new).buf;
            let buf = DictBuf::new(
                heap,
                if capacity <= LINEAR {
                    capacity.max(4)
                } else {
                    capacity
                },
            );
            let buf = match buf {
                Ok(buf) => buf,
                Err(error) => {
                    (*new).buf = null_mut();
                    (*new).len = 0;
                    (*new).used = 0;
                    return Err(error);
                }
            };
            let mut count = 0;
            for i in (*dict).first as usize..(*dict).used() {
                let entry = DictBuf::entries(shared).add(i);
                if !(*entry).key.is_unbound() {
                    copy_nonoverlapping(entry, DictBuf::entries(buf).add(count), 1);
                    if (*buf).mask != 0 {
                        DictObj::link(buf, (*entry).hash, count as u32, secret);
                    }
                    count += 1;
                }
            }
            (*new).buf = buf;
            (*new).used = count as u32;
            (*new).first = 0;
        }
        Ok(new)
    }

    /// The buffer, for the collector; null if there is none.
    #[inline]
    pub(super) unsafe fn buffer(dict: *mut DictObj) -> *mut Header {
        (*dict).buf.cast()
    }

    /// Visits a slice of a buffer's entries, the rest goes onto the grey list:
    /// the work done, in words.
    pub(super) unsafe fn mark_buffer(
        heap: &mut Heap,
        object: *mut Header,
        from: usize,
        count: usize,
    ) -> usize {
        let buf = object.cast::<DictBuf>();
        let end = (from + count).min((*buf).capacity as usize);
        if end < (*buf).capacity as usize {
            heap.push_gray(object, end);
        }
        for i in from..end {
            let entry = DictBuf::entries(buf).add(i);
            heap.mark((*entry).key);
            heap.mark((*entry).value);
        }
        (end - from) * 3 + 2
    }
}
