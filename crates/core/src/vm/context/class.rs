//! Instances of native classes ([`Class`]): making them, their fields, their data of
//! Rust.
//!
//! Fields are found by their index among the inline words of an object: an index too
//! large, or an object that has none, is answered as an empty field is. That the object
//! is of the class that the index belongs to is the caller's business: methods get no
//! others as `self`, for other values there is [`Context::is_of`].

use super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;
use crate::vm::native_class::{self, Class, StepFn};
use alloc::boxed::Box;
use core::any::Any;

impl<'f> Context<'f> {
    /// The type that this VM has of a native class; it is made when it is first asked
    /// for.
    ///
    /// # Errors
    /// MemoryError, SystemError where the description is wrong.
    pub fn class_of(&mut self, class: &'static Class) -> Res<'f> {
        native_class::type_of(self, class)
    }

    /// Gives a native class an attribute that is no method: a constant.
    ///
    /// # Errors
    /// MemoryError.
    pub fn set_on_class(
        &mut self,
        class: &'static Class,
        name: &str,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let ty = self.class_of(class)?;
        // Its own methods come first, when it is looked at for the first time.
        self.type_own(ty, name);
        let name = self.name(name)?;
        let (vm, ty, name, value) = (self.vm(), self.raw(ty), self.raw(name), self.raw(value));
        // SAFETY: type, name and value are rooted.
        unsafe {
            let ty: *mut TypeObj = ty.ptr();
            let secret = (*vm).secret;
            (*vm).hash_str(name.ptr());
            self.alloc_unit(|heap| DictObj::set_str(heap, (*ty).dict, name.ptr(), value, secret))?;
            crate::vm::types::changed(vm, ty);
        }
        Ok(())
    }

    /// Whether an object is an instance of a native class, or of one that derives from it.
    #[inline]
    pub fn is_of(&self, object: Local<'f>, class: &'static Class) -> bool {
        self.native_class(object)
            .is_some_and(|found| found.is(class))
    }

    /// Whether an object is an instance of the native class itself, of none derived from it.
    pub fn is_exactly(&self, object: Local<'f>, class: &'static Class) -> bool {
        // SAFETY: the value is rooted.
        unsafe {
            let ty = (*self.vm()).type_of(self.raw(object));
            (*ty).flags & TypeFlags::NATIVE != 0 && core::ptr::eq((*ty).native, class)
        }
    }

    /// A new instance of a native class or one that derives from it (`class`: a type
    /// object), its first fields filled. Its `__init__` is not called.
    ///
    /// # Errors
    /// TypeError where `class` is no such type, MemoryError.
    pub fn instance(&mut self, class: Local<'f>, fields: &[Local<'f>]) -> Res<'f> {
        let raw = self.raw(class);
        // SAFETY: the type is rooted, the fields are; they are inline.
        unsafe {
            let ty: *mut TypeObj = raw.ptr();
            if !is_kind(raw, Kind::Type)
                || (*ty).native.is_null()
                || (*ty).layout != Kind::Instance
                || fields.len() > (*(*ty).native).total_fields()
            {
                return Err(self.type_error(format_args!("no native class to make instances of")));
            }
            let fiber = self.fiber();
            self.alloc(|heap| {
                let made = InstanceObj::new(heap, (*(*ty).root).id, (*ty).inline_slots)?;
                if (*ty).flags & TypeFlags::DEL != 0 {
                    heap.watch(made.cast())?;
                }
                let inline = (*made).header.aux as usize;
                for (at, &field) in fields.iter().enumerate().take(inline) {
                    let word = *(*fiber).stack.add(field.index());
                    InstanceObj::inline(made).add(at).write(word);
                }
                Ok(Raw::from_ptr(made))
            })
        }
    }

    /// A field of an object, `None` where it is empty.
    #[inline]
    pub fn find_field(&mut self, object: Local<'f>, at: usize) -> Option<Local<'f>> {
        // SAFETY: the place is one of the object, its word is rooted at once.
        unsafe {
            let word = *self.place(object, at)?;
            if word.is_unbound() {
                return None;
            }
            Some(match word.is_ptr() {
                true => self.root(word),
                false => self.immediate(word),
            })
        }
    }

    /// A field of an object; the value `None` where it is empty.
    #[inline]
    pub fn field(&mut self, object: Local<'f>, at: usize) -> Local<'f> {
        self.find_field(object, at).unwrap_or(Local::NONE)
    }

    /// Stores into a field of an object.
    #[inline]
    pub fn set_field(&mut self, object: Local<'f>, at: usize, value: Local<'f>) {
        let word = self.raw(value);
        // SAFETY: the place is one of the object, which is rooted.
        unsafe {
            if let Some(place) = self.place(object, at) {
                *place = word;
                (*self.vm())
                    .heap
                    .barrier(self.raw(object).ptr::<Header>(), word);
            }
        }
    }

    /// Empties a field of an object.
    pub fn clear_field(&mut self, object: Local<'f>, at: usize) {
        // SAFETY: the place is one of the object.
        unsafe {
            if let Some(place) = self.place(object, at) {
                *place = Raw::UNBOUND;
            }
        }
    }

    /// A field that holds an int of 64 bits.
    #[inline]
    pub fn int_field(&mut self, object: Local<'f>, at: usize) -> Option<i64> {
        // SAFETY: the place is one of the object.
        let word = unsafe { *self.place(object, at)? };
        match word.as_small() {
            Some(small) => Some(small),
            None => {
                let value = self.find_field(object, at)?;
                self.as_int(value)
            }
        }
    }

    /// Stores an int into a field.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn set_int_field(&mut self, object: Local<'f>, at: usize, value: i64) -> Res<'f, ()> {
        let Some(word) = Raw::try_small(value) else {
            return self.scope(|cx| {
                let value = cx.int(value)?;
                cx.set_field(object, at, value);
                Ok(())
            });
        };
        // SAFETY: the place is one of the object; the word is no pointer.
        unsafe {
            if let Some(place) = self.place(object, at) {
                *place = word;
            }
        }
        Ok(())
    }

    /// Puts data of Rust into a field: it is dropped when the object has been collected,
    /// or something else is put there. Such a field has no value that scripts could see.
    ///
    /// The data is not counted against the VM's memory: what grows with the input
    /// belongs into fields, as a list or a bytearray.
    ///
    /// # Errors
    /// MemoryError.
    pub fn set_payload<T: Any + Send>(
        &mut self,
        object: Local<'f>,
        at: usize,
        data: T,
    ) -> Res<'f, ()> {
        let mut data: Option<Box<dyn Any + Send>> = Some(Box::new(data));
        let held = self.alloc(|heap| {
            // SAFETY: raw layer, inside `alloc`; without memory the data stays here.
            unsafe { UserObj::new(heap, ClassId::Internal, &mut data).map(Raw::from_ptr) }
        })?;
        self.set_field(object, at, held);
        Ok(())
    }

    /// Lends the data of Rust in a field; `None` where there is none of this type.
    pub fn payload<T: Any + Send, R>(
        &mut self,
        object: Local<'f>,
        at: usize,
        body: impl FnOnce(&mut T) -> R,
    ) -> Option<R> {
        // SAFETY: the object holds the data and is rooted; it is lent for this call
        // only, in which nothing else of the VM runs.
        unsafe {
            let word = *self.place(object, at)?;
            if !is_kind(word, Kind::User) {
                return None;
            }
            UserObj::data(word.ptr())?.downcast_mut().map(body)
        }
    }

    /// How an object of a native class takes its next step, unless a script's class has
    /// its own way.
    #[inline]
    pub(crate) fn step_of(&self, object: Local<'f>) -> Option<StepFn> {
        // SAFETY: the value is rooted.
        unsafe { (*(*self.vm()).type_of(self.raw(object))).step }
    }

    /// How many items an object of a native class has, unless a script's class has its own way
    /// to say that, or to say whether it is true.
    #[inline]
    pub(crate) fn native_len(&mut self, object: Local<'f>) -> Option<usize> {
        // SAFETY: the value is rooted.
        let len = unsafe { (*(*self.vm()).type_of(self.raw(object))).len }?;
        Some(len(self, object))
    }

    /// The native class that an object's class is or derives from.
    #[inline]
    pub(crate) fn native_class(&self, object: Local<'f>) -> Option<&'static Class> {
        // SAFETY: the value is rooted; descriptions are static.
        unsafe { (*(*self.vm()).type_of(self.raw(object))).native.as_ref() }
    }

    /// Whether a type is or derives from a native class.
    pub(crate) fn is_native_class(&self, ty: Local<'f>) -> bool {
        let raw = self.raw(ty);
        // SAFETY: the value is rooted, its kind is checked.
        unsafe { is_kind(raw, Kind::Type) && !(*raw.ptr::<TypeObj>()).native.is_null() }
    }

    /// Whether an instance takes weak references.
    pub(crate) fn takes_weak_references(&self, object: Local<'f>) -> bool {
        // SAFETY: the value is rooted.
        unsafe {
            let ty = (*self.vm()).type_of(self.raw(object));
            (*ty).flags & TypeFlags::NO_WEAKREF == 0
        }
    }

    /// The place of a field.
    #[inline]
    fn place(&self, object: Local<'f>, at: usize) -> Option<*mut Raw> {
        let raw = self.raw(object);
        // SAFETY: the value is rooted and its kind checked; the place is inline.
        unsafe {
            if !has_shape(raw) {
                return None;
            }
            let object: *mut InstanceObj = raw.ptr();
            if at >= (*object).header.aux as usize {
                return None;
            }
            Some(InstanceObj::inline(object).add(at))
        }
    }
}
