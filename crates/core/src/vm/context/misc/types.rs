//! Parts of type objects, and plain instances of them.

use super::super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;
use crate::vm::types;

impl<'f> Context<'f> {
    fn type_ptr(&self, ty: Local<'f>) -> Option<*mut TypeObj> {
        let raw = self.raw(ty);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Type) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// A type's name as it was given, a str.
    pub(crate) fn type_name_object(&mut self, ty: Local<'f>) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        // SAFETY: the type is rooted; the word is rooted at once.
        unsafe { Some(self.root((*ty).name)) }
    }

    /// Renames a type made by a script.
    pub(crate) fn set_type_name(&mut self, ty: Local<'f>, name: Local<'f>) -> Res<'f, ()> {
        let Some(ptr) = self.type_ptr(ty).filter(|_| self.is(name, Kind::Str)) else {
            return Ok(());
        };
        let (vm, raw) = (self.vm(), self.raw(name));
        // SAFETY: both are rooted.
        self.alloc_unit(|_| unsafe {
            let name = Raw::from_ptr((*vm).intern(raw.ptr())?);
            (*ptr).name = name;
            (*vm).heap.barrier(ptr, name);
            Ok(())
        })
    }

    /// The dotted name of a type made by a script, if it was given one.
    pub(crate) fn type_qualname(&mut self, ty: Local<'f>) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        // SAFETY: the type is rooted; the word is rooted at once.
        unsafe {
            let qualname = (*ty).qualname;
            (!qualname.is_unbound()).then(|| self.root(qualname))
        }
    }

    /// Changes the dotted name of a type.
    pub(crate) fn set_type_qualname(&mut self, ty: Local<'f>, qualname: Local<'f>) {
        if let Some(ptr) = self.type_ptr(ty)
            && self.is(qualname, Kind::Str)
        {
            let raw = self.raw(qualname);
            // SAFETY: type and name are rooted.
            unsafe {
                (*ptr).qualname = raw;
                (*self.vm()).heap.barrier(ptr, raw);
            }
        }
    }

    /// The direct bases of a type, a tuple.
    pub(crate) fn type_bases(&mut self, ty: Local<'f>) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        // SAFETY: the type is rooted; the word is rooted at once.
        unsafe { Some(self.root((*ty).bases)) }
    }

    /// The types that look-ups search, in order, a tuple.
    pub(crate) fn type_mro(&mut self, ty: Local<'f>) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        // SAFETY: the type is rooted; the word is rooted at once.
        unsafe { Some(self.root((*ty).mro)) }
    }

    /// A new list of the direct subclasses that live.
    pub(crate) fn type_subclasses(&mut self, ty: Local<'f>) -> Res<'f> {
        let Some(ty) = self.type_ptr(ty) else {
            return self.list(&[]);
        };
        // SAFETY: the type is rooted; nothing collects while the ids are gone through.
        self.alloc(|heap| unsafe {
            let ids = (*ty).subclasses;
            let count = if ids.is_ptr() {
                (*ids.ptr::<ListObj>()).len
            } else {
                0
            };
            let list = ListObj::new(heap, count)?;
            for at in 0..count {
                let id = ListObj::slice(ids.ptr())[at].small();
                if let Some(subclass) = heap.table().type_at(id) {
                    ListObj::push(heap, list, Raw::from_ptr(subclass))?;
                }
            }
            Ok(Raw::from_ptr(list))
        })
    }

    /// The dict of a type's own attributes: for reading only, since look-ups are cached.
    pub(crate) fn type_namespace(&mut self, ty: Local<'f>) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        // SAFETY: the type is rooted; the word is rooted at once.
        unsafe {
            types::ready(self.vm(), ty);
            Some(self.root(Raw::from_ptr((*ty).dict)))
        }
    }

    /// Whether a type was made by a script.
    pub(crate) fn is_script_type(&self, ty: Local<'f>) -> bool {
        // SAFETY: the type is rooted.
        self.type_ptr(ty).is_some_and(|ty| unsafe {
            (*ty).flags & (TypeFlags::HEAP | TypeFlags::NATIVE) == TypeFlags::HEAP
        })
    }

    /// Whether a script may derive classes from a type.
    pub(crate) fn is_base(&self, ty: Local<'f>) -> bool {
        // SAFETY: the type is rooted.
        self.type_ptr(ty)
            .is_some_and(|ty| unsafe { (*ty).flags & TypeFlags::BASE != 0 })
    }

    /// Whether a type's `__abstractmethods__` name some.
    pub(crate) fn is_abstract(&self, ty: Local<'f>) -> bool {
        // SAFETY: the type is rooted.
        self.type_ptr(ty)
            .is_some_and(|ty| unsafe { (*ty).flags & TypeFlags::ABSTRACT != 0 })
    }

    /// Says whether instances of a type can be made.
    pub(crate) fn set_abstract(&mut self, ty: Local<'f>, is_abstract: bool) {
        if let Some(ty) = self.type_ptr(ty) {
            // SAFETY: the type is rooted.
            unsafe {
                (*ty).flags &= !TypeFlags::ABSTRACT;
                if is_abstract {
                    (*ty).flags |= TypeFlags::ABSTRACT;
                }
            }
        }
    }

    /// Deletes from the dict of a type made by a script; false if it was not there.
    pub(crate) fn remove_type_own(&mut self, ty: Local<'f>, name: &str) -> Res<'f, bool> {
        let Some(ptr) = self.type_ptr(ty).filter(|_| self.is_script_type(ty)) else {
            return Ok(false);
        };
        let name = self.name(name)?;
        let Some(dict) = self.type_namespace(ty) else {
            return Ok(false);
        };
        let found = self.dict_remove(dict, name)?.is_some();
        // SAFETY: the type is rooted.
        unsafe { types::changed(self.vm(), ptr) };
        Ok(found)
    }

    /// The docstring of a built-in type.
    pub(crate) fn builtin_doc(&self, ty: Local<'f>) -> Option<&'static str> {
        // SAFETY: the type is rooted; definitions are static.
        unsafe {
            let ty = self.type_ptr(ty)?;
            let doc = match (*ty).native.as_ref() {
                Some(class) if (*ty).flags & TypeFlags::NATIVE != 0 => class.doc,
                _ => (*ty).def.as_ref()?.doc,
            };
            if doc.is_empty() { None } else { Some(doc) }
        }
    }

    /// Whether a built-in type can be called to make an instance.
    pub(crate) fn has_constructor(&self, ty: Local<'f>) -> bool {
        let Some(ty) = self.type_ptr(ty) else {
            return false;
        };
        // SAFETY: the type is rooted; definitions are static.
        let (def, class) = unsafe { ((*ty).def.as_ref(), (*ty).native.as_ref()) };
        def.is_some_and(|def| def.new.is_some()) || class.is_some_and(|class| class.has("__new__"))
    }

    /// The built-in type that decides how instances of a type are made.
    pub(crate) fn solid_class(&self, ty: Local<'f>) -> Option<ClassId> {
        // SAFETY: the type is rooted.
        self.type_ptr(ty).map(|ty| unsafe {
            if (*ty).flags & TypeFlags::HEAP != 0 {
                (*ty).solid
            } else {
                (*ty).id
            }
        })
    }

    /// Whether a class pattern's only positional part is matched with the instance itself.
    pub(crate) fn matches_itself(&self, ty: Local<'f>) -> bool {
        // SAFETY: the type is rooted.
        self.type_ptr(ty)
            .is_some_and(|ty| unsafe { (*ty).flags & TypeFlags::MATCH_SELF != 0 })
    }

    /// What a type finds under a name in its own dict or a base's, unbound.
    pub(crate) fn type_lookup(&mut self, ty: Local<'f>, name: &str) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        let vm = self.vm();
        // SAFETY: the type is rooted; interning does not collect, the word is rooted at once.
        unsafe {
            let name = (*vm).intern_bytes(name.as_bytes()).ok()?;
            let raw = types::lookup(vm, ty, name)?;
            Some(self.root(raw))
        }
    }

    /// What a type has under a name in its own dict.
    pub(crate) fn type_own(&mut self, ty: Local<'f>, name: &str) -> Option<Local<'f>> {
        let ty = self.type_ptr(ty)?;
        let vm = self.vm();
        // SAFETY: as in `type_lookup`.
        unsafe {
            types::ready(vm, ty);
            let name = (*vm).intern_bytes(name.as_bytes()).ok()?;
            (*vm).hash_str(name);
            let raw = DictObj::get_str((*ty).dict, name, (*vm).secret)?;
            Some(self.root(raw))
        }
    }

    /// Stores into the dict of a type made by a script; caches are given up.
    pub(crate) fn set_type_own(
        &mut self,
        ty: Local<'f>,
        name: &str,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let Some(ptr) = self.type_ptr(ty).filter(|_| self.is_script_type(ty)) else {
            return Ok(());
        };
        let name = self.name(name)?;
        let (vm, name, value) = (self.vm(), self.raw(name), self.raw(value));
        // SAFETY: type, name and value are rooted.
        unsafe {
            let secret = (*vm).secret;
            (*vm).hash_str(name.ptr());
            self.alloc_unit(|heap| DictObj::set_str(heap, (*ptr).dict, name.ptr(), value, secret))?;
            types::changed(vm, ptr);
        }
        Ok(())
    }

    /// Whether type `ty` is `base` or derived from it.
    pub(crate) fn is_subtype(&self, ty: Local<'f>, base: Local<'f>) -> bool {
        let (Some(ty), Some(base)) = (self.class_id(ty), self.class_id(base)) else {
            return false;
        };
        // SAFETY: both types are rooted.
        unsafe { (*self.vm()).is_subclass(ty, base) }
    }

    /// A featureless instance of a type, by `object.__new__`; `None` where the
    /// type's instances are not made this way.
    pub(crate) fn new_instance(&mut self, ty: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        let Some(ptr) = self.type_ptr(ty) else {
            return Ok(None);
        };
        // SAFETY: the type is rooted.
        unsafe {
            if (*ptr).root.is_null() || (*ptr).layout != Kind::Instance {
                return Ok(None);
            }
            self.alloc(|heap| {
                let made = InstanceObj::new(heap, (*(*ptr).root).id, (*ptr).inline_slots)?;
                if (*ptr).flags & TypeFlags::DEL != 0 {
                    heap.watch(made.cast())?;
                }
                Ok(Raw::from_ptr(made))
            })
            .map(Some)
        }
    }

    /// A featureless object that cannot be given attributes: `object()`.
    pub(crate) fn new_bare_object(&mut self) -> Res<'f> {
        // SAFETY: a singleton's layout is its header alone.
        self.alloc(|heap| unsafe {
            let object: *mut Header = heap.alloc(
                Header::new(Kind::Singleton, ClassId::Object),
                2 * size_of::<Header>(),
            )?;
            Ok(Raw::from_ptr(object))
        })
    }
}
