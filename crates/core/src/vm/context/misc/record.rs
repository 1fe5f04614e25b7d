//! Records: complex numbers, unions and aliases of types, descriptors of slots.

use super::super::{Context, Local, Res};
use crate::features::COMPLEX;
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    /// A record of a built-in class with up to four parts.
    pub(crate) fn record(&mut self, class: ClassId, parts: &[Local<'f>]) -> Res<'f> {
        let mut words = [Raw::UNBOUND; 4];
        for (word, &part) in words.iter_mut().zip(parts) {
            *word = self.raw(part);
        }
        let words = words.get(..parts.len()).unwrap_or(&words);
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe { RecordObj::new(heap, class, words).map(Raw::from_ptr) })
    }

    /// Whether a value is a record of this class.
    pub(crate) fn is_record(&self, local: Local<'f>, class: ClassId) -> bool {
        self.record_word(local, class, 0).is_some()
    }

    /// A part of a record of this class.
    pub(crate) fn record_part(
        &mut self,
        local: Local<'f>,
        class: ClassId,
        at: usize,
    ) -> Option<Local<'f>> {
        let word = self.record_word(local, class, at)?;
        // SAFETY: the record holds the word and is rooted.
        unsafe { Some(self.root(word)) }
    }

    fn record_word(&self, local: Local<'f>, class: ClassId, at: usize) -> Option<Raw> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Record) && (*raw.ptr::<Header>()).class == class {
                RecordObj::get(raw.ptr(), at)
            } else {
                None
            }
        }
    }

    /// A complex number.
    ///
    /// # Errors
    /// No memory, or a build without them.
    pub fn complex(&mut self, real: f64, imaginary: f64) -> Res<'f> {
        if !COMPLEX {
            return Err(self.left_out("complex numbers are", "complex"));
        }
        let parts = [Raw::from_f64(real), Raw::from_f64(imaginary)];
        // SAFETY: floats are no pointers.
        self.alloc(|heap| unsafe {
            RecordObj::new(heap, ClassId::Complex, &parts).map(Raw::from_ptr)
        })
    }

    /// The parts of a complex number.
    pub fn as_complex(&self, local: Local<'f>) -> Option<(f64, f64)> {
        if !COMPLEX {
            return None;
        }
        let real = self.record_word(local, ClassId::Complex, 0)?.as_double()?;
        let imaginary = self.record_word(local, ClassId::Complex, 1)?.as_double()?;
        Some((real, imaginary))
    }
}
