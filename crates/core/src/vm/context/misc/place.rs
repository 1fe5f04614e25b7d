//! Members of instances by their number: the state of classes whose methods are native.
//!
//! A class written in the language with `__slots__` keeps its members at fixed places,
//! in the order of their sorted names, those of its bases first. Natives that are its
//! methods reach them by number, without a look-up.

use super::super::{Context, Local};
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    fn member_place(&self, object: Local<'f>, at: usize) -> Option<*mut Raw> {
        let raw = self.raw(object);
        // SAFETY: the object is rooted and its kind checked; members lie inline.
        unsafe {
            if !kind_of(raw)?.has_shape() {
                return None;
            }
            let members = (*(*self.vm()).type_of(raw)).members as usize;
            let object: *mut InstanceObj = raw.ptr();
            (at < members.min((*object).header.aux as usize))
                .then(|| InstanceObj::inline(object).add(at))
        }
    }

    /// Member `at` of an instance; `None` where it is empty or there are not so many.
    #[inline]
    pub fn member_at(&mut self, object: Local<'f>, at: usize) -> Option<Local<'f>> {
        let place = self.member_place(object, at)?;
        // SAFETY: the instance holds the word and is rooted.
        unsafe {
            let word = *place;
            (!word.is_unbound()).then(|| self.root(word))
        }
    }

    /// Member `at` of an instance as an int of 64 bits.
    #[inline]
    pub fn member_int(&self, object: Local<'f>, at: usize) -> Option<i64> {
        let place = self.member_place(object, at)?;
        // SAFETY: the instance holds the word and is rooted.
        unsafe {
            let word = *place;
            if word.is_small() {
                Some(word.small())
            } else if is_kind(word, Kind::Int64) {
                Some((*word.ptr::<Int64Obj>()).value)
            } else {
                None
            }
        }
    }

    /// Fills member `at` of an instance; false where there are not so many.
    #[inline]
    pub fn set_member_at(&mut self, object: Local<'f>, at: usize, value: Local<'f>) -> bool {
        let Some(place) = self.member_place(object, at) else {
            return false;
        };
        let (raw, word) = (self.raw(object), self.raw(value));
        // SAFETY: both are rooted.
        unsafe {
            *place = word;
            (*self.vm()).heap.barrier(raw.ptr::<Header>(), word);
        }
        true
    }
}
