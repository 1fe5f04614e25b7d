//! Dicts seen from natives. A probe never calls a script; where only a key's own
//! `__eq__` can tell, it is called here, outside of the probe, and the probe starts
//! again if the dict has changed meanwhile.

use super::{Context, Local, Res};
use crate::builtins::protocol;
use crate::object::*;
use crate::value::Raw;
use crate::vm::keyed;

/// Where a key is.
pub(crate) enum Place {
    At(usize),
    Missing,
}

impl<'f> Context<'f> {
    fn dict_ptr(&self, dict: Local<'f>) -> Option<*mut DictObj> {
        let raw = self.seen(dict);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Dict) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// Entries of a dict; 0 for other values.
    pub fn dict_len(&self, dict: Local<'f>) -> usize {
        // SAFETY: the value is rooted and its kind checked.
        unsafe { self.dict_ptr(dict).map_or(0, |dict| (*dict).len()) }
    }

    /// Finds a key whose hash is known.
    pub(crate) fn dict_find(
        &mut self,
        dict: Local<'f>,
        key: Local<'f>,
        hash: u64,
    ) -> Res<'f, Place> {
        match self.dict_ptr(dict) {
            // SAFETY: the dict is rooted.
            Some(ptr) => unsafe { self.table_find(ptr, key, hash) },
            None => Ok(Place::Missing),
        }
    }

    /// Finds a key in the table of a dict or set.
    ///
    /// # Safety
    /// The object that `ptr` is of is rooted.
    pub(super) unsafe fn table_find(
        &mut self,
        ptr: *mut DictObj,
        key: Local<'f>,
        hash: u64,
    ) -> Res<'f, Place> {
        let raw = self.raw(key);
        // SAFETY: table and key are rooted; nothing of the table is borrowed over `eq`.
        unsafe {
            let secret = (*self.vm()).secret;
            let mut found = DictObj::find(ptr, raw, hash, secret);
            loop {
                match found {
                    Lookup::Found(at) => return Ok(Place::At(at)),
                    Lookup::Missing => return Ok(Place::Missing),
                    Lookup::Ask { entry, resume } => {
                        let word = (*DictObj::entry(ptr, entry)).key;
                        let before = (*ptr).name_layout(&mut (*self.vm()).layout_counter);
                        let equal = self.scope(|cx| {
                            let candidate = cx.root(word);
                            protocol::eq(cx, candidate, key)
                        })?;
                        // After two thousand million layouts there are no numbers left.
                        // The comparison may have changed the table, but not this entry:
                        // what changes it every time would be asked without end.
                        let stands =
                            (*ptr).used() > entry && (*DictObj::entry(ptr, entry)).key == word;
                        if equal && stands {
                            return Ok(Place::At(entry));
                        }
                        let unchanged = (*ptr).layout() == before && (before != 0 || stands);
                        found = if unchanged {
                            DictObj::find_from(ptr, raw, hash, resume)
                        } else {
                            DictObj::find(ptr, raw, hash, secret)
                        };
                    }
                }
            }
        }
    }

    /// The value of a key; TypeError if the key cannot be hashed.
    pub fn dict_get(&mut self, dict: Local<'f>, key: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        if let Some(ptr) = self.dict_ptr(dict) {
            // SAFETY: dict and key are rooted, nothing collects before the value is.
            unsafe {
                if let Some(value) = keyed::value(self.vm(), ptr, self.raw(key), Raw::UNBOUND) {
                    return Ok((!value.is_unbound()).then(|| self.root(value)));
                }
            }
        }
        let hash = protocol::hash(self, key)?;
        match self.dict_find(dict, key, hash)? {
            Place::At(at) => Ok(self.dict_value(dict, at)),
            Place::Missing => Ok(None),
        }
    }

    /// Sets a key.
    pub fn dict_set(&mut self, dict: Local<'f>, key: Local<'f>, value: Local<'f>) -> Res<'f, ()> {
        let vm = self.vm();
        // SAFETY: all are rooted; where a collection is due or there is no memory, what follows
        // sees to it.
        unsafe {
            if let Some(ptr) = self.dict_ptr(dict)
                && !((*vm).heap.wants_step || (*vm).stress)
                && let Some(Ok(())) = keyed::set(vm, ptr, self.raw(key), self.raw(value))
            {
                return Ok(());
            }
        }
        let hash = protocol::hash(self, key)?;
        self.dict_set_hashed(dict, key, hash, value)
    }

    /// Sets a key whose hash is known.
    pub(crate) fn dict_set_hashed(
        &mut self,
        dict: Local<'f>,
        key: Local<'f>,
        hash: u64,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let place = self.dict_find(dict, key, hash)?;
        let Some(ptr) = self.dict_ptr(dict) else {
            return Ok(());
        };
        let (key, value) = (self.raw(key), self.raw(value));
        // SAFETY: dict, key and value are rooted.
        unsafe {
            let secret = (*self.vm()).secret;
            match place {
                Place::At(at) => {
                    DictObj::set_value(&mut (*self.vm()).heap, ptr, at, value);
                    Ok(())
                }
                Place::Missing => self.alloc_unit(|heap| {
                    DictObj::insert_new(heap, ptr, key, hash, value, secret).map(|_| ())
                }),
            }
        }
    }

    /// Adds a key that was just looked for and not found, without asking again.
    pub(crate) fn dict_insert(
        &mut self,
        dict: Local<'f>,
        key: Local<'f>,
        hash: u64,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let Some(ptr) = self.dict_ptr(dict) else {
            return Ok(());
        };
        let (key, value) = (self.raw(key), self.raw(value));
        // SAFETY: dict, key and value are rooted.
        unsafe {
            let secret = (*self.vm()).secret;
            self.alloc_unit(|heap| {
                DictObj::insert_new(heap, ptr, key, hash, value, secret).map(|_| ())
            })
        }
    }

    /// Removes a key and returns its value.
    pub fn dict_remove(&mut self, dict: Local<'f>, key: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        let hash = protocol::hash(self, key)?;
        match self.dict_find(dict, key, hash)? {
            Place::At(at) => {
                let value = self.dict_value(dict, at);
                self.dict_remove_at(dict, at);
                Ok(value)
            }
            Place::Missing => Ok(None),
        }
    }

    /// Removes the entry at `at`.
    pub(crate) fn dict_remove_at(&mut self, dict: Local<'f>, at: usize) {
        if let Some(ptr) = self.dict_ptr(dict) {
            // SAFETY: the dict is rooted, the index checked.
            unsafe {
                if at < (*ptr).used() && !(*DictObj::entry(ptr, at)).key.is_unbound() {
                    let secret = (*self.vm()).secret;
                    DictObj::remove(&mut (*self.vm()).heap, ptr, at, secret);
                }
            }
        }
    }

    /// The value of the entry at `at`.
    pub(crate) fn dict_value(&mut self, dict: Local<'f>, at: usize) -> Option<Local<'f>> {
        let ptr = self.dict_ptr(dict)?;
        // SAFETY: the dict is rooted, the index checked; the word is rooted at once.
        unsafe {
            if at < (*ptr).used() && !(*DictObj::entry(ptr, at)).key.is_unbound() {
                Some(self.root((*DictObj::entry(ptr, at)).value))
            } else {
                None
            }
        }
    }

    /// The next live entry at or after `at`: its index, key and value. Iteration
    /// begins at 0 and goes on behind the returned index.
    pub fn dict_next(
        &mut self,
        dict: Local<'f>,
        at: usize,
    ) -> Option<(usize, Local<'f>, Local<'f>)> {
        let ptr = self.dict_ptr(dict)?;
        // SAFETY: the dict is rooted; the words are rooted at once.
        unsafe {
            let at = DictObj::next_live(ptr, at)?;
            let entry = *DictObj::entry(ptr, at);
            Some((at, self.root(entry.key), self.root(entry.value)))
        }
    }

    /// The hash stored with the entry at `at`.
    pub(crate) fn dict_hash_at(&self, dict: Local<'f>, at: usize) -> u64 {
        match self.dict_ptr(dict) {
            // SAFETY: the dict is rooted, the index checked.
            Some(ptr) => unsafe {
                if at < (*ptr).used() {
                    (*DictObj::entry(ptr, at)).hash
                } else {
                    0
                }
            },
            None => 0,
        }
    }

    /// Entries ever written, deleted ones included: the bound of iteration indices.
    pub(crate) fn dict_used(&self, dict: Local<'f>) -> usize {
        // SAFETY: the value is rooted.
        self.dict_ptr(dict)
            .map_or(0, |dict| unsafe { (*dict).used() })
    }

    /// Empties a dict.
    pub fn dict_clear(&mut self, dict: Local<'f>) {
        if let Some(ptr) = self.dict_ptr(dict) {
            // SAFETY: the dict is rooted.
            unsafe { DictObj::clear(&mut (*self.vm()).heap, ptr) };
        }
    }

    /// A copy with the same keys and values.
    pub fn dict_copy(&mut self, dict: Local<'f>) -> Res<'f> {
        let Some(ptr) = self.dict_ptr(dict) else {
            return self.dict();
        };
        // SAFETY: the dict is rooted.
        unsafe {
            let secret = (*self.vm()).secret;
            self.alloc(|heap| DictObj::copy(heap, ptr, secret).map(Raw::from_ptr))
        }
    }

    /// Sets a str key.
    pub fn dict_set_str(&mut self, dict: Local<'f>, key: &str, value: Local<'f>) -> Res<'f, ()> {
        let key = self.name(key)?;
        self.dict_set(dict, key, value)
    }

    /// The value of a str key.
    pub fn dict_get_str(&mut self, dict: Local<'f>, key: &str) -> Res<'f, Option<Local<'f>>> {
        let key = self.name(key)?;
        self.dict_get(dict, key)
    }
}
