//! Types, shapes, instances, exceptions, modules and objects of the host.
//!
//! # Safety
//! The raw layer's contract (`heap`). A slot's index lies below the number of slots
//! that the object's shape names or that `reserve` has made room for; what `data`
//! lends is used only while the object is reachable; `drop_foreign` runs once.

use super::{ClassId, DictObj, FuncObj, Header, Kind, ListObj, WordsObj};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use crate::vm::native::TypeDef;
use crate::vm::native_class::{Class, LenFn, StepFn};
use alloc::boxed::Box;
use core::any::Any;
use core::ptr::null_mut;

/// What a type allows and has.
pub(crate) struct TypeFlags;

impl TypeFlags {
    /// Made by a `class` statement or by `type()`.
    pub(crate) const HEAP: u16 = 1;
    /// Its methods have been put into its dict.
    pub(crate) const READY: u16 = 2;
    /// Has `__getattr__` or an own `__getattribute__`: attribute reads are not cached.
    pub(crate) const GETATTR: u16 = 4;
    /// Has `__setattr__` or `__delattr__`.
    pub(crate) const SETATTR: u16 = 8;
    /// Has `__del__`: instances are watched.
    pub(crate) const DEL: u16 = 256;
    /// May be a base class.
    pub(crate) const BASE: u16 = 16;
    /// Instances match sequence patterns (inherited).
    pub(crate) const SEQUENCE: u16 = 32;
    /// Instances match mapping patterns (inherited).
    pub(crate) const MAPPING: u16 = 64;
    /// One positional pattern in a class pattern is matched with the instance itself.
    pub(crate) const MATCH_SELF: u16 = 128;
    /// Made by a script with `__slots__`: instances have no dict.
    pub(crate) const NO_DICT: u16 = 512;
    /// Made by a script with `__slots__`: instances take no weak references.
    pub(crate) const NO_WEAKREF: u16 = 1024;
    /// Made of a native module's [`Class`](crate::Class), as `TypeObj::native` says:
    /// scripts cannot change it.
    pub(crate) const NATIVE: u16 = 2048;
    /// `__abstractmethods__` names some: `object.__new__` refuses.
    pub(crate) const ABSTRACT: u16 = 4096;
}

/// A type.
#[repr(C)]
pub(crate) struct TypeObj {
    pub(crate) header: Header,
    pub(crate) id: ClassId,
    pub(crate) flags: u16,
    /// Slots that instances get inline: the most that earlier ones had.
    pub(crate) inline_slots: u16,
    pub(crate) name: Raw,
    /// The dotted name, or unbound where it is the name.
    pub(crate) qualname: Raw,
    pub(crate) bases: Raw,
    pub(crate) mro: Raw,
    pub(crate) dict: *mut DictObj,
    /// The shape of an instance without attributes; null where instances have none.
    pub(crate) root: *mut ShapeObj,
    /// List of the ids of direct subclasses, which it does not keep alive, or unbound.
    pub(crate) subclasses: Raw,
    /// Shapes below the root: see `types::MAX_SHAPES`.
    pub(crate) shapes: u16,
    /// Names what a look-up by name in this type finds; 0 after a change.
    pub(crate) version: u32,
    /// How instances are laid out.
    pub(crate) layout: Kind,
    /// Built-in types: their methods, put into `dict` at the first look-up.
    pub(crate) def: *const TypeDef,
    /// Joins the definition in the VM's class table: the built-in ancestor whose
    /// constructor makes instances.
    pub(crate) solid: ClassId,
    /// Inline slots that `__slots__` of the type and its bases take; they come before
    /// those of the shapes.
    pub(crate) members: u16,
    /// The type in the MRO that has added slots last, or null.
    pub(crate) slotted: *mut TypeObj,
    /// Sorted tuple of the names in the type's own `__slots__`, or unbound.
    /// Of some built-in types, the constructor instead.
    pub(crate) slot_names: Raw,
    /// The native module's class that it is or derives from, or null.
    pub(crate) native: *const Class,
    /// How instances take their next step, where that is the native class's own.
    pub(crate) step: Option<StepFn>,
    /// The `__init__` that a call of the class runs on a plain new object, and does nothing else:
    /// known while `version` is `init_version`, and kept alive by what that names.
    pub(crate) init: *mut FuncObj,
    pub(crate) init_version: u32,
    /// How many items instances have, where the native class says it and they are true if there
    /// is one.
    pub(crate) len: Option<LenFn>,
}

impl TypeObj {
    pub(super) unsafe fn mark_parts(heap: &mut Heap, ty: *mut TypeObj) -> usize {
        heap.mark((*ty).name);
        heap.mark((*ty).qualname);
        heap.mark((*ty).bases);
        heap.mark((*ty).mro);
        heap.mark_object((*ty).dict);
        heap.mark_object((*ty).root);
        heap.mark((*ty).subclasses);
        heap.mark((*ty).slot_names);
        17
    }

    /// The `__init__` that a call runs on a plain new object and does nothing else, if that is
    /// known.
    #[inline]
    pub(crate) unsafe fn plain_init(ty: *mut TypeObj) -> Option<*mut FuncObj> {
        let known = (*ty).version != 0 && (*ty).version == (*ty).init_version;
        let plain = (*ty).flags & (TypeFlags::ABSTRACT | TypeFlags::DEL) == 0;
        (known && plain).then_some((*ty).init)
    }

    /// Takes the ids of subclasses out that are dead.
    pub(crate) unsafe fn forget_subclasses(ty: *mut TypeObj, dead: impl Fn(i64) -> bool) {
        if !(*ty).subclasses.is_ptr() {
            return;
        }
        let list: *mut ListObj = (*ty).subclasses.ptr();
        let ids = ListObj::slice_mut(list);
        let mut kept = 0;
        for at in 0..ids.len() {
            if !dead(ids[at].small()) {
                ids[kept] = ids[at];
                kept += 1;
            }
        }
        (*list).len = kept;
    }
}

/// The arrangement of instance attributes: a chain of names from the root.
#[repr(C)]
pub(crate) struct ShapeObj {
    pub(crate) header: Header,
    pub(crate) id: ClassId,
    /// Slots in use by an instance of this shape.
    pub(crate) count: u16,
    /// The type has changed since: instances move to the new root's shapes.
    pub(crate) retired: bool,
    /// The instance keeps its attributes in a dict (its first slot).
    pub(crate) dict_mode: bool,
    /// An inline cache has been guarded by this shape.
    pub(crate) cached: bool,
    pub(crate) ty: *mut TypeObj,
    pub(crate) parent: *mut ShapeObj,
    /// The name that this shape adds to its parent's.
    pub(crate) key: Raw,
    /// Dict from name to child shape; null while there is none.
    pub(crate) children: *mut DictObj,
    /// The child made last: most shapes have one.
    pub(crate) last_child: *mut ShapeObj,
}

impl ShapeObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        id: ClassId,
        ty: *mut TypeObj,
        parent: *mut ShapeObj,
        key: Raw,
    ) -> Result<*mut ShapeObj, OutOfMemory> {
        let shape: *mut ShapeObj = heap.alloc(
            Header::new(Kind::Shape, ClassId::Internal),
            size_of::<ShapeObj>(),
        )?;
        let header = (*shape).header;
        shape.write(ShapeObj {
            header,
            id,
            count: if parent.is_null() {
                (*ty).members
            } else {
                (*parent).count + 1
            },
            retired: false,
            dict_mode: false,
            cached: false,
            ty,
            parent,
            key,
            children: null_mut(),
            last_child: null_mut(),
        });
        Ok(shape)
    }

    /// The slot of an attribute.
    pub(crate) unsafe fn slot_of(shape: *mut ShapeObj, name: Raw) -> Option<usize> {
        let mut shape = shape;
        while !(*shape).parent.is_null() {
            if (*shape).key == name {
                return Some((*shape).count as usize - 1);
            }
            shape = (*shape).parent;
        }
        None
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, shape: *mut ShapeObj) -> usize {
        heap.mark_object((*shape).ty);
        heap.mark_object((*shape).parent);
        heap.mark((*shape).key);
        heap.mark_object((*shape).children);
        heap.mark_object((*shape).last_child);
        8
    }
}

/// An instance of a script's class. `header.class` is its shape, `header.aux`
/// the number of inline slots; slots beyond lie in `more`.
#[repr(C)]
pub(crate) struct InstanceObj {
    pub(crate) header: Header,
    /// Slots beyond the inline ones (a buffer), the dict in dict mode, or unbound.
    pub(crate) more: Raw,
}

impl InstanceObj {
    #[inline]
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        shape: ClassId,
        inline: u16,
    ) -> Result<*mut InstanceObj, OutOfMemory> {
        let mut header = Header::new(Kind::Instance, shape);
        header.aux = inline;
        let object: *mut InstanceObj =
            heap.alloc(header, size_of::<InstanceObj>() + inline as usize * 8)?;
        (*object).more = Raw::UNBOUND;
        for i in 0..inline as usize {
            InstanceObj::inline(object).add(i).write(Raw::UNBOUND);
        }
        Ok(object)
    }

    /// An instance of a class that derives from a built-in type, with a plain value of
    /// that type.
    pub(crate) unsafe fn derived(
        heap: &mut Heap,
        shape: ClassId,
        inline: u16,
        value: Raw,
    ) -> Result<*mut InstanceObj, OutOfMemory> {
        let mut header = Header::new(Kind::Derived, shape);
        header.aux = inline;
        let size = size_of::<InstanceObj>() + (inline as usize + 1) * 8;
        let object: *mut InstanceObj = heap.alloc(header, size)?;
        (*object).more = Raw::UNBOUND;
        for i in 0..inline as usize {
            InstanceObj::inline(object).add(i).write(Raw::UNBOUND);
        }
        InstanceObj::inline(object)
            .add(inline as usize)
            .write(value);
        Ok(object)
    }

    /// The built-in value of an instance made by [`InstanceObj::derived`].
    #[inline]
    pub(crate) unsafe fn value(object: *mut InstanceObj) -> Raw {
        *InstanceObj::inline(object).add((*object).header.aux as usize)
    }

    #[inline]
    pub(crate) unsafe fn inline(object: *mut InstanceObj) -> *mut Raw {
        object.add(1).cast()
    }

    /// The address of a slot that the shape has.
    #[inline]
    pub(crate) unsafe fn slot(object: *mut InstanceObj, slot: usize) -> *mut Raw {
        let inline = (*object).header.aux as usize;
        if slot < inline {
            InstanceObj::inline(object).add(slot)
        } else {
            WordsObj::items((*object).more.ptr()).add(slot - inline)
        }
    }

    /// Makes room for slot number `slot`.
    pub(crate) unsafe fn reserve(
        heap: &mut Heap,
        object: *mut InstanceObj,
        slot: usize,
    ) -> Result<(), OutOfMemory> {
        let inline = (*object).header.aux as usize;
        if slot < inline {
            return Ok(());
        }
        let needed = slot - inline + 1;
        let old = (*object).more;
        let have = if old.is_unbound() {
            0
        } else {
            (*old.ptr::<WordsObj>()).capacity
        };
        if needed > have {
            let words = WordsObj::new(heap, needed.max(have * 2).max(2))?;
            for i in 0..have {
                WordsObj::items(words)
                    .add(i)
                    .write(*WordsObj::items(old.ptr()).add(i));
            }
            (*object).more = Raw::from_ptr(words);
            heap.barrier(object, (*object).more);
        }
        Ok(())
    }

    /// Stores into a slot that exists.
    #[inline]
    pub(crate) unsafe fn set(heap: &mut Heap, object: *mut InstanceObj, slot: usize, value: Raw) {
        // Slots beyond the inline ones lie in a buffer of their own.
        if slot < (*object).header.aux as usize {
            heap.barrier(object, value);
        } else {
            heap.barrier((*object).more.ptr::<Header>(), value);
        }
        *InstanceObj::slot(object, slot) = value;
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, object: *mut InstanceObj) -> usize {
        heap.mark((*object).more);
        let inline = (*object).header.aux as usize;
        for i in 0..inline {
            heap.mark(*InstanceObj::inline(object).add(i));
        }
        inline + 2
    }
}

/// An exception of any class; `header.class` is its type.
#[repr(C)]
pub(crate) struct ExceptionObj {
    pub(crate) header: Header,
    /// Tuple.
    pub(crate) args: Raw,
    pub(crate) cause: Raw,
    pub(crate) context: Raw,
    /// A traceback object, or None.
    pub(crate) traceback: Raw,
    /// Dict of attributes, or unbound.
    pub(crate) attrs: Raw,
    /// Dict of the fields that the class knows, as far as they were set, or unbound.
    pub(crate) fields: Raw,
    /// Groups: tuple of the message and the tuple of exceptions; unbound otherwise.
    pub(crate) group: Raw,
}

impl ExceptionObj {
    /// `aux`: `raise ... from` was used, the context is not shown.
    pub(crate) const SUPPRESS_CONTEXT: u16 = 1;

    pub(crate) unsafe fn new(
        heap: &mut Heap,
        class: ClassId,
        args: Raw,
    ) -> Result<*mut ExceptionObj, OutOfMemory> {
        let exception: *mut ExceptionObj = heap.alloc(
            Header::new(Kind::Exception, class),
            size_of::<ExceptionObj>(),
        )?;
        (*exception).args = args;
        (*exception).cause = Raw::NONE;
        (*exception).context = Raw::NONE;
        (*exception).traceback = Raw::NONE;
        (*exception).attrs = Raw::UNBOUND;
        (*exception).fields = Raw::UNBOUND;
        (*exception).group = Raw::UNBOUND;
        Ok(exception)
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, exception: *mut ExceptionObj) -> usize {
        heap.mark((*exception).args);
        heap.mark((*exception).cause);
        heap.mark((*exception).context);
        heap.mark((*exception).traceback);
        heap.mark((*exception).attrs);
        heap.mark((*exception).fields);
        heap.mark((*exception).group);
        9
    }
}

/// A module: a name and its namespace.
#[repr(C)]
pub(crate) struct ModuleObj {
    pub(crate) header: Header,
    pub(crate) name: Raw,
    pub(crate) dict: *mut DictObj,
}

impl ModuleObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        name: Raw,
        dict: *mut DictObj,
    ) -> Result<*mut ModuleObj, OutOfMemory> {
        let module: *mut ModuleObj = heap.alloc(
            Header::new(Kind::Module, ClassId::Module),
            size_of::<ModuleObj>(),
        )?;
        (*module).name = name;
        (*module).dict = dict;
        Ok(module)
    }
}

/// Data of the host: a boxed Rust value, and one traced word.
#[repr(C)]
pub(crate) struct UserObj {
    pub(crate) header: Header,
    pub(crate) extra: Raw,
    data: *mut Box<dyn Any + Send>,
}

impl UserObj {
    /// Takes the data if there is memory for the object.
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        class: ClassId,
        data: &mut Option<Box<dyn Any + Send>>,
    ) -> Result<*mut UserObj, OutOfMemory> {
        let user: *mut UserObj =
            heap.alloc(Header::new(Kind::User, class), size_of::<UserObj>())?;
        (*user).extra = Raw::UNBOUND;
        (*user).data = null_mut();
        heap.register_finalizable(user.cast())?;
        if let Some(data) = data.take() {
            (*user).data = Box::into_raw(Box::new(data));
        }
        Ok(user)
    }

    /// The data, for as long as the object lives; nothing else uses it meanwhile.
    pub(crate) unsafe fn data<'a>(user: *mut UserObj) -> Option<&'a mut (dyn Any + Send)> {
        match (*user).data.as_mut() {
            Some(data) => Some(&mut **data),
            None => None,
        }
    }

    pub(super) unsafe fn drop_foreign(user: *mut UserObj) {
        if !(*user).data.is_null() {
            drop(Box::from_raw((*user).data));
        }
    }
}
