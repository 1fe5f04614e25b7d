//! Attributes that an object itself holds: instances, exceptions, functions, modules.

use super::super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;
use crate::vm::types;

impl<'f> Context<'f> {
    /// The word that holds the dict of an exception or a function.
    fn attrs_place(&self, object: Local<'f>) -> Option<*mut Raw> {
        let raw = self.raw(object);
        // SAFETY: the object is rooted and its kind checked.
        unsafe {
            match kind_of(raw)? {
                Kind::Exception => Some(&raw mut (*raw.ptr::<ExceptionObj>()).attrs),
                Kind::Function => Some(&raw mut (*raw.ptr::<FuncObj>()).attrs),
                _ => None,
            }
        }
    }

    /// The word that holds the dict of fields of an exception or a function.
    fn fields_place(&self, object: Local<'f>) -> Option<*mut Raw> {
        let raw = self.raw(object);
        // SAFETY: the object is rooted and its kind checked.
        unsafe {
            match kind_of(raw)? {
                Kind::Exception => Some(&raw mut (*raw.ptr::<ExceptionObj>()).fields),
                Kind::Function => Some(&raw mut (*raw.ptr::<FuncObj>()).fields),
                _ => None,
            }
        }
    }

    /// Whether the object has a dict of its own.
    pub(crate) fn has_own_dict(&self, object: Local<'f>) -> bool {
        match self.kind(object) {
            Some(Kind::Instance | Kind::Derived) => !self.is_bare(object),
            kind => matches!(
                kind,
                Some(
                    Kind::Exception
                        | Kind::Function
                        | Kind::Module
                        | Kind::ClassMethod
                        | Kind::StaticMethod
                )
            ),
        }
    }

    /// Whether the object's class has `__slots__` and no dict for its instances.
    fn is_bare(&self, object: Local<'f>) -> bool {
        // SAFETY: the object is rooted.
        unsafe {
            let ty = (*self.vm()).type_of(self.raw(object));
            (*ty).flags & TypeFlags::NO_DICT != 0
        }
    }

    /// The object's own dict: changes of it are changes of the object.
    pub(crate) fn own_dict(&mut self, object: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        let raw = self.raw(object);
        let vm = self.vm();
        // SAFETY: the object is rooted and its kind checked; words are rooted at once.
        unsafe {
            match self.kind(object) {
                Some(Kind::Instance | Kind::Derived) if self.is_bare(object) => Ok(None),
                Some(Kind::Instance | Kind::Derived) => self
                    .alloc(|_| types::instance_dict(vm, raw.ptr()).map(Raw::from_ptr))
                    .map(Some),
                Some(Kind::ClassMethod | Kind::StaticMethod) => {
                    crate::builtins::types::property::wrapper_dict(self, object).map(Some)
                }
                Some(Kind::Module) => Ok(Some(
                    self.root(Raw::from_ptr((*raw.ptr::<ModuleObj>()).dict)),
                )),
                _ => {
                    let Some(place) = self.attrs_place(object) else {
                        return Ok(None);
                    };
                    if !(*place).is_unbound() {
                        return Ok(Some(self.root(*place)));
                    }
                    let dict = self.dict()?;
                    // Objects do not move: the place is where it was.
                    *place = self.raw(dict);
                    (*vm).heap.barrier(raw.ptr::<Header>(), *place);
                    Ok(Some(dict))
                }
            }
        }
    }

    /// Gives an instance, an exception or a function another dict; false for others.
    pub(crate) fn set_own_dict(&mut self, object: Local<'f>, dict: Local<'f>) -> Res<'f, bool> {
        if !self.is(dict, Kind::Dict) {
            return Ok(false);
        }
        let raw = self.raw(object);
        let vm = self.vm();
        if self.kind(object).is_some_and(Kind::has_shape) {
            if self.is_bare(object) {
                return Ok(false);
            }
            // SAFETY: object and dict are rooted. In dict mode `more` is the dict.
            unsafe {
                self.alloc_unit(|_| types::instance_dict(vm, raw.ptr()).map(|_| ()))?;
                let dict = self.raw(dict);
                (*raw.ptr::<InstanceObj>()).more = dict;
                (*vm).heap.barrier(raw.ptr::<Header>(), dict);
            }
            return Ok(true);
        }
        let Some(place) = self.attrs_place(object) else {
            return Ok(false);
        };
        // SAFETY: both are rooted.
        unsafe {
            *place = self.raw(dict);
            (*vm).heap.barrier(raw.ptr::<Header>(), *place);
        }
        Ok(true)
    }

    /// A field of an exception or a function.
    pub(crate) fn own_field(&mut self, object: Local<'f>, name: &str) -> Option<Local<'f>> {
        let place = self.fields_place(object)?;
        let vm = self.vm();
        // SAFETY: the object is rooted; interning does not collect, the word is rooted at once.
        unsafe {
            if (*place).is_unbound() {
                return None;
            }
            let name = (*vm).intern_bytes(name.as_bytes()).ok()?;
            (*vm).hash_str(name);
            let raw = DictObj::get_str((*place).ptr(), name, (*vm).secret)?;
            Some(self.root(raw))
        }
    }

    /// Sets a field of an exception or a function.
    pub(crate) fn set_own_field(
        &mut self,
        object: Local<'f>,
        name: &str,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let Some(place) = self.fields_place(object) else {
            return Ok(());
        };
        // SAFETY: the object is rooted and does not move: the place stays where it is.
        unsafe {
            let dict = if (*place).is_unbound() {
                let dict = self.dict()?;
                *place = self.raw(dict);
                let raw = self.raw(object);
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), *place);
                dict
            } else {
                self.root(*place)
            };
            self.dict_set_str(dict, name, value)
        }
    }
}
