//! Parts of strs as strs of their own, and ASCII put into another case: what the methods of `str`
//! do most, without a look at what is known already.
//!
//! # Safety
//! What is made is written before anything else is allocated, and rooted at once. A part is whole
//! characters of a str, so a part of an ASCII str is ASCII.

use super::{Context, Local, Res};
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::text::word;
use crate::value::Raw;
use crate::vm::state::State;

/// A str of these bytes: the VM's own where it is one character of ASCII or none.
///
/// # Safety
/// The raw layer's; the bytes are ASCII if `ascii` says so.
#[inline]
pub(crate) unsafe fn made(vm: *mut State, bytes: &[u8], ascii: bool) -> Result<Raw, OutOfMemory> {
    // SAFETY: the caller's.
    unsafe {
        match *bytes {
            [] => Ok((*vm).empty_str),
            [byte] if byte < 128 => Ok((*vm).ascii[usize::from(byte)]),
            _ if ascii => StrObj::ascii(&mut (*vm).heap, bytes).map(Raw::from_ptr),
            _ => StrObj::new(&mut (*vm).heap, bytes).map(Raw::from_ptr),
        }
    }
}

/// ASCII of which `map` turns eight characters at a time into others, zeros behind the end into
/// anything.
///
/// # Safety
/// The raw layer's; the text is ASCII.
#[inline]
pub(crate) unsafe fn mapped(
    vm: *mut State,
    text: &[u8],
    map: impl Fn(u64) -> u64,
) -> Result<Raw, OutOfMemory> {
    let (words, rest) = text.as_chunks::<8>();
    let last = map(word::tail(rest)).to_le_bytes();
    let last = last.get(..rest.len()).unwrap_or_default();
    // SAFETY: the caller's; as many bytes are written as the str has.
    unsafe {
        if text.len() < 2 {
            return made(vm, last, true);
        }
        let s = StrObj::uninit_ascii(&mut (*vm).heap, text.len())?;
        let mut to = StrObj::ascii_data(s);
        for word in words {
            let word = map(u64::from_le_bytes(*word)).to_le_bytes();
            to.cast::<[u8; 8]>().write(word);
            to = to.add(8);
        }
        to.copy_from_nonoverlapping(last.as_ptr(), last.len());
        Ok(Raw::from_ptr(s))
    }
}

impl<'f> Context<'f> {
    /// A str of ASCII.
    #[inline]
    pub(crate) fn ascii(&mut self, bytes: &[u8]) -> Res<'f> {
        debug_assert!(bytes.is_ascii());
        let vm = self.vm();
        // SAFETY: raw layer, inside `alloc`; the callers know that it is ASCII.
        self.alloc(|_| unsafe { made(vm, bytes, true) })
    }

    /// A str's bytes, lent for `'f`, and whether they are ASCII.
    #[inline]
    pub(crate) fn str_text(&self, local: Local<'f>) -> Option<(&'f [u8], bool)> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted for 'f, its bytes never move or change.
        unsafe {
            if !is_kind(raw, Kind::Str) {
                return None;
            }
            let text = raw.ptr::<StrObj>();
            Some((StrObj::bytes(text), (*text).is_ascii()))
        }
    }

    /// A part of a str as a str; `ascii` says whether the whole str is that.
    #[inline]
    pub(crate) fn str_part(&mut self, part: &[u8], ascii: bool) -> Res<'f> {
        let vm = self.vm();
        // SAFETY: raw layer, inside `alloc`; a part of ASCII is ASCII.
        self.alloc(|_| unsafe { made(vm, part, ascii) })
    }

    /// Appends a part of a str to a list; `ascii` says whether the whole str is that.
    #[inline]
    pub(crate) fn list_push_part(
        &mut self,
        list: Local<'f>,
        part: &'f [u8],
        ascii: bool,
    ) -> Res<'f, ()> {
        let (vm, raw) = (self.vm(), self.raw(list));
        // SAFETY: the list is rooted and the part lent for 'f; nothing collects between
        // making the str and storing it.
        unsafe {
            if !is_kind(raw, Kind::List) {
                return Ok(());
            }
            if !((*vm).heap.wants_step || (*vm).stress)
                && let Ok(part) = made(vm, part, ascii)
                && ListObj::push(&mut (*vm).heap, raw.ptr(), part).is_ok()
            {
                return Ok(());
            }
        }
        self.push_part_after_all(list, part, ascii)
    }

    /// The same where a collection is due, or there is no memory.
    #[cold]
    #[inline(never)]
    fn push_part_after_all(&mut self, list: Local<'f>, part: &'f [u8], ascii: bool) -> Res<'f, ()> {
        let (vm, raw) = (self.vm(), self.raw(list));
        // SAFETY: as in `list_push_part`, whose list this is.
        self.alloc_unit(|heap| unsafe {
            let part = made(vm, part, ascii)?;
            ListObj::push(heap, raw.ptr(), part)
        })
    }

    /// For a str that is ASCII: one of which `map` turns eight characters at a time into others,
    /// zeros behind the end into anything.
    #[inline]
    pub(crate) fn ascii_mapped(
        &mut self,
        text: Local<'f>,
        map: impl Fn(u64) -> u64,
    ) -> Option<Res<'f>> {
        let (text, true) = self.str_text(text)? else {
            return None;
        };
        if let Err(error) = self.charge(text.len() / 64) {
            return Some(Err(error));
        }
        let vm = self.vm();
        // SAFETY: raw layer, inside `alloc`.
        Some(self.alloc(|_| unsafe { mapped(vm, text, &map) }))
    }

    /// Whether a dict or set has a key, where nobody must be asked.
    #[inline]
    pub(crate) fn has_plain_key(&mut self, table: Local<'f>, key: Local<'f>) -> Option<bool> {
        let (table, key) = (self.raw(table), self.raw(key));
        // SAFETY: both are rooted, nothing collects.
        unsafe {
            let table = match kind_of(table)? {
                Kind::Dict => table.ptr(),
                Kind::Set => SetObj::table(table.ptr()),
                _ => return None,
            };
            crate::vm::keyed::has(self.vm(), table, key)
        }
    }
}
