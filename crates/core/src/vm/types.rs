//! Types: making them, and looking names up in them. The shapes of their instances are
//! in `shapes`.
//!
//! # Safety
//! The raw layer's contract (`heap`). Types, shapes and names are this VM's own, names
//! are interned strs, and a type that is being made is reachable or nothing collects
//! until it is.

pub(crate) mod bases;
mod order;
pub(crate) mod slots;

use crate::builtins::types::{bare, object, reduce};
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::misc::PropertyPart;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use crate::vm::native_class::{self, Class};
use crate::vm::state::{METHOD_CACHE, MethodEntry, State};
use alloc::vec::Vec;
use core::ptr::null_mut;

use super::machine::HOST_ROOM;
use super::shapes::new_root;
pub(crate) use super::shapes::{
    changed, instance_delete, instance_dict, instance_get, instance_set, is_plain, next_shape,
    shape_of, value_changed,
};
use order::linearize;

/// What a type has under an interned name, searching its bases in order.
///
/// # Safety
/// `ty` and `name` are live, `name` is interned.
#[inline]
pub(crate) unsafe fn lookup(vm: *mut State, ty: *mut TypeObj, name: *mut StrObj) -> Option<Raw> {
    let entry = *(*vm).method_cache.as_ptr().add(cache_slot(ty, name));
    let value = if entry.name == name && entry.version == (*ty).version && entry.version != 0 {
        entry.value
    } else {
        lookup_slow(vm, ty, name)
    };
    if value.is_unbound() {
        None
    } else {
        Some(value)
    }
}

/// Where the cache of look-ups keeps what a type has under a name.
#[inline]
unsafe fn cache_slot(ty: *mut TypeObj, name: *mut StrObj) -> usize {
    ((name as usize >> 4) ^ ((*ty).version as usize).wrapping_mul(31)) & (METHOD_CACHE - 1)
}

/// Forgets what a look-up has found in a type under an interned name.
///
/// # Safety
/// Both are live.
pub(in crate::vm) unsafe fn forget_found(vm: *mut State, ty: *mut TypeObj, name: *mut StrObj) {
    let entry = &mut (&mut (*vm).method_cache)[cache_slot(ty, name)];
    if entry.name == name && entry.version == (*ty).version {
        entry.version = 0;
    }
}

#[cold]
#[inline(never)]
unsafe fn lookup_slow(vm: *mut State, ty: *mut TypeObj, name: *mut StrObj) -> Raw {
    let value = match find_owner(vm, ty, name) {
        Some((_, value)) => value,
        None => Raw::UNBOUND,
    };
    if (*ty).version == 0 && (*vm).version_counter < u32::MAX {
        (*vm).version_counter += 1;
        (*ty).version = (*vm).version_counter;
    }
    if (*ty).version != 0 {
        (&mut (*vm).method_cache)[cache_slot(ty, name)] = MethodEntry {
            version: (*ty).version,
            name,
            value,
        };
    }
    value
}

/// The type in the MRO that has the name, and the value.
///
/// # Safety
/// As [`lookup`].
pub(crate) unsafe fn find_owner(
    vm: *mut State,
    ty: *mut TypeObj,
    name: *mut StrObj,
) -> Option<(*mut TypeObj, Raw)> {
    (*vm).hash_str(name);
    find_after(vm, (*ty).mro, 0, name)
}

/// The same, searching an MRO tuple from index `from` on (`super()`).
///
/// # Safety
/// As [`lookup`].
pub(crate) unsafe fn find_after(
    vm: *mut State,
    mro: Raw,
    from: usize,
    name: *mut StrObj,
) -> Option<(*mut TypeObj, Raw)> {
    (*vm).hash_str(name);
    let secret = (*vm).secret;
    for &base in TupleObj::slice(mro.ptr()).get(from..).unwrap_or(&[]) {
        let base: *mut TypeObj = base.ptr();
        ready(vm, base);
        if let Some(value) = DictObj::get_str((*base).dict, name, secret) {
            return Some((base, value));
        }
    }
    None
}

/// Puts a built-in type's methods into its dict, the first time it is asked.
///
/// # Safety
/// `ty` is live.
#[inline]
pub(crate) unsafe fn ready(vm: *mut State, ty: *mut TypeObj) {
    if (*ty).flags & TypeFlags::READY == 0 {
        fill(vm, ty);
    }
}

/// Fills it even if the script has used up its memory: what a type has must not depend on when
/// it is first looked at, and all types together are bounded.
#[cold]
#[inline(never)]
unsafe fn fill(vm: *mut State, ty: *mut TypeObj) {
    (*ty).flags |= TypeFlags::READY;
    let limit = (*vm).heap.limit();
    (*vm).heap.set_limit(limit.saturating_add(HOST_ROOM));
    define_all(vm, ty);
    (*vm).heap.set_limit(limit);
}

unsafe fn define_all(vm: *mut State, ty: *mut TypeObj) {
    if (*ty).flags & TypeFlags::NATIVE != 0 {
        let class: &'static Class = &*(*ty).native;
        for method in class.all_methods() {
            let _ = define(vm, ty, method);
        }
        if !class.has("__doc__") {
            let doc = match class.doc {
                "" => Ok(Raw::NONE),
                doc => StrObj::new(&mut (*vm).heap, doc.as_bytes()).map(Raw::from_ptr),
            };
            if let (Ok(doc), Ok(name)) = (doc, (*vm).intern_bytes(b"__doc__")) {
                let secret = (*vm).secret;
                let _ = DictObj::set_str(&mut (*vm).heap, (*ty).dict, name, doc, secret);
            }
        }
        if class.has("__eq__") && !class.has("__hash__") {
            let (hash, secret) = ((*vm).names.hash, (*vm).secret);
            let _ = DictObj::set_str(&mut (*vm).heap, (*ty).dict, hash, Raw::NONE, secret);
        }
        return;
    }
    if (*ty).def.is_null() {
        return;
    }
    let def: &'static TypeDef = &*(*ty).def;
    // Where the system itself has no memory left, the type stays without some methods.
    for method in def.methods {
        let _ = define(vm, ty, method);
    }
    for method in reduce::methods_of((*ty).id) {
        let _ = define(vm, ty, method);
    }
    if let Some(new) = &def.new {
        if let Some(bare) = bare::new_of((*ty).id) {
            let _ = define_as(vm, ty, "__new__", bare);
            let owner = Raw::from_ptr(ty);
            if let Ok(native) = NativeObj::new(&mut (*vm).heap, new, Raw::UNBOUND, owner) {
                // What calls of the type go to.
                (*ty).slot_names = Raw::from_ptr(native);
                (*vm).heap.barrier(ty, (*ty).slot_names);
            }
        } else {
            let _ = define_as(vm, ty, "__new__", new);
        }
    }
    if matches!(
        (*ty).id,
        ClassId::List
            | ClassId::Dict
            | ClassId::Set
            | ClassId::ByteArray
            | ClassId::Slice
            | ClassId::DictKeys
            | ClassId::DictItems
            | ClassId::MappingProxy
    ) {
        let (hash, secret) = ((*vm).names.hash, (*vm).secret);
        let _ = DictObj::set_str(&mut (*vm).heap, (*ty).dict, hash, Raw::NONE, secret);
    }
}

unsafe fn define(
    vm: *mut State,
    ty: *mut TypeObj,
    def: &'static NativeDef,
) -> Result<(), OutOfMemory> {
    define_as(vm, ty, &def.name, def)
}

unsafe fn define_as(
    vm: *mut State,
    ty: *mut TypeObj,
    name: &str,
    def: &'static NativeDef,
) -> Result<(), OutOfMemory> {
    let name = (*vm).intern_bytes(name.as_bytes())?;
    let native = NativeObj::new(&mut (*vm).heap, def, Raw::UNBOUND, Raw::from_ptr(ty))?;
    (*native).header.class = descriptor_class((*ty).id, def);
    let mut value = Raw::from_ptr(native);
    if def.flags & NativeDef::STATIC != 0 {
        let (kind, class) = (Kind::StaticMethod, ClassId::StaticMethod);
        value = Raw::from_ptr(PairObj::new(
            &mut (*vm).heap,
            kind,
            class,
            value,
            Raw::NONE,
        )?);
    }
    let secret = (*vm).secret;
    DictObj::set_str(&mut (*vm).heap, (*ty).dict, name, value, secret)
}

/// What a native of a built-in type is, read from the type's dict.
fn descriptor_class(owner: ClassId, def: &NativeDef) -> ClassId {
    if def.flags & NativeDef::GETTER != 0 {
        match is_field(owner, &def.name) {
            true => ClassId::MemberDescriptor,
            false => ClassId::GetSet,
        }
    } else if def.flags & NativeDef::CLASS != 0 {
        ClassId::ClassMethodDescriptor
    } else if def.flags & NativeDef::METHOD == 0 {
        ClassId::Native
    } else if fills_slot(owner, &def.name) {
        ClassId::SlotWrapper
    } else {
        ClassId::MethodDescriptor
    }
}

/// Whether CPython reads an attribute straight from a field of the object.
fn is_field(owner: ClassId, name: &str) -> bool {
    match owner {
        ClassId::Complex => matches!(name, "real" | "imag"),
        ClassId::Type => matches!(name, "__mro__" | "__base__" | "__flags__"),
        ClassId::Slice | ClassId::Range => matches!(name, "start" | "stop" | "step"),
        ClassId::Property => matches!(name, "fget" | "fset" | "fdel"),
        ClassId::Super => matches!(name, "__thisclass__" | "__self__" | "__self_class__"),
        _ => false,
    }
}

/// Whether CPython keeps a special method in a slot of the type.
fn fills_slot(owner: ClassId, name: &str) -> bool {
    const METHODS: &[&str] = &[
        "__alloc__",
        "__bytes__",
        "__ceil__",
        "__complex__",
        "__copy__",
        "__deepcopy__",
        "__dir__",
        "__enter__",
        "__exit__",
        "__floor__",
        "__format__",
        "__getnewargs__",
        "__getstate__",
        "__instancecheck__",
        "__length_hint__",
        "__missing__",
        "__mro_entries__",
        "__prepare__",
        "__reduce__",
        "__reduce_ex__",
        "__reversed__",
        "__round__",
        "__set_name__",
        "__setstate__",
        "__sizeof__",
        "__subclasscheck__",
        "__subclasses__",
        "__trunc__",
    ];
    let coexists = match owner {
        ClassId::Dict => matches!(name, "__getitem__" | "__contains__"),
        ClassId::List => name == "__getitem__",
        ClassId::Set | ClassId::FrozenSet => name == "__contains__",
        _ => false,
    };
    name.starts_with("__") && name.ends_with("__") && !coexists && !METHODS.contains(&name)
}

/// Makes a type object and enters it into the class table.
///
/// # Safety
/// The parts are live; nothing collects before the type is reachable.
pub(crate) unsafe fn new_type(
    vm: *mut State,
    name: *mut StrObj,
    layout: Kind,
    metaclass: ClassId,
) -> Result<*mut TypeObj, OutOfMemory> {
    let dict = DictObj::new(&mut (*vm).heap)?;
    let ty: *mut TypeObj = (*vm)
        .heap
        .alloc(Header::new(Kind::Type, metaclass), size_of::<TypeObj>())?;
    let header = (*ty).header;
    ty.write(TypeObj {
        header,
        id: ClassId::Object,
        flags: 0,
        inline_slots: 0,
        name: Raw::from_ptr(name),
        qualname: Raw::UNBOUND,
        bases: (*vm).empty_tuple,
        mro: (*vm).empty_tuple,
        dict,
        root: null_mut(),
        subclasses: Raw::UNBOUND,
        shapes: 0,
        version: 0,
        layout,
        def: core::ptr::null(),
        solid: ClassId::Object,
        members: 0,
        slotted: null_mut(),
        slot_names: Raw::UNBOUND,
        native: core::ptr::null(),
        step: None,
        init: null_mut(),
        init_version: 0,
        len: None,
    });
    (*ty).id = (*vm).new_class(ty, null_mut())?;
    Ok(ty)
}

/// The class that `class` statements and `type()` make.
pub(crate) fn make_class<'f>(
    cx: &mut Context<'f>,
    metaclass: Local<'f>,
    name: Local<'f>,
    bases: Local<'f>,
    namespace: Local<'f>,
) -> Res<'f> {
    if !cx.is(name, Kind::Str) {
        let found = cx.type_name(name);
        return Err(cx.type_error(format_args!(
            "type.__new__() argument 1 must be str, not {found}"
        )));
    }
    let bases = if cx.tuple_len(bases) == 0 {
        let object = cx.class_object(ClassId::Object);
        cx.tuple(&[object])?
    } else {
        bases
    };
    let solid = bases::check(cx, bases)?;
    let slotted = slots::best_base(cx, bases)?;
    let metaclass = cx.class_id(metaclass).unwrap_or(ClassId::Type);
    let own_order = bases::own_order(cx, metaclass);
    let order = match own_order {
        // The metaclass is asked when the class is there.
        true => cx.tuple(&[])?,
        false => linearize(cx, bases)?,
    };
    let (name_raw, bases_raw) = (cx.raw(name), cx.raw(bases));
    let vm = cx.vm();
    // SAFETY: all parts are rooted; `alloc` roots the new type.
    let ty = unsafe {
        let interned = match (*vm).intern(name_raw.ptr()) {
            Ok(name) => name,
            Err(OutOfMemory) => return Err(cx.memory_error()),
        };
        // The table of names holds it weakly, and it may not be `name` itself.
        let _ = cx.root(Raw::from_ptr(interned));
        let layout = match solid {
            ClassId::BaseException => Kind::Exception,
            ClassId::Type => Kind::Type,
            ClassId::Module => Kind::Module,
            ClassId::Object => Kind::Instance,
            _ => Kind::Derived,
        };
        let ty = cx.alloc(|_| new_type(vm, interned, layout, metaclass).map(Raw::from_ptr))?;
        let object: *mut TypeObj = cx.raw(ty).ptr();
        (*object).flags = TypeFlags::HEAP | TypeFlags::READY | TypeFlags::BASE;
        (*object).flags |= (*(*vm).type_by_id(solid)).flags & TypeFlags::MATCH_SELF;
        (*object).bases = bases_raw;
        (*object).solid = solid;
        (*object).native = native_class::nearest(bases_raw);
        ty
    };
    let namespace = cx.plain(namespace);
    let dict = cx.dict_copy(namespace)?;
    let qualname = complete(cx, dict)?;
    let cell_name = cx.name("__classcell__")?;
    let cell = cx.dict_remove(dict, cell_name)?;
    if let Some(cell) = cell
        && !cx.is(cell, Kind::Cell)
    {
        let found = cx.type_name(cell);
        return Err(cx.type_error(format_args!(
            "__classcell__ must be a nonlocal cell, not <class '{found}'>"
        )));
    }
    let plan = slots::plan(cx, name, bases, dict, solid)?;
    let said = cx.name("__abc_tpflags__")?;
    let said = match cx.dict_remove(dict, said)? {
        Some(flags) => cx.as_int(flags).map(|flags| flags as u16 & COLLECTION),
        None => None,
    };
    let chain = match own_order {
        true => order,
        false => order::with_itself(cx, ty, order)?,
    };
    // SAFETY: as above.
    unsafe {
        let object: *mut TypeObj = cx.raw(ty).ptr();
        (*object).dict = cx.raw(dict).ptr();
        (*vm).heap.barrier(object, cx.raw(dict));
        if let Some(qualname) = qualname {
            (*object).qualname = cx.raw(qualname);
            (*vm).heap.barrier(object, (*object).qualname);
        }
        (*object).mro = cx.raw(chain);
        (*vm).heap.barrier(object, cx.raw(chain));
        if (*object).layout.has_shape() {
            (*object).flags |= plan.flags;
            slots::reserve(object, slotted, plan.count);
            let root = cx.alloc(|_| new_root(vm, object).map(Raw::from_ptr))?;
            (*object).root = cx.raw(root).ptr();
            (*vm).heap.barrier(object, cx.raw(root));
        }
        set_flags(vm, object);
    }
    if own_order && let Some(order) = bases::order_of(cx, ty)? {
        bases::install(cx, ty, order);
    }
    // SAFETY: as above.
    unsafe {
        let object: *mut TypeObj = cx.raw(ty).ptr();
        // The first of the bases in order that is a collection says which one.
        let mut bases = TupleObj::slice((*object).mro.ptr()).iter();
        let first = bases.find_map(|base| match (*base.ptr::<TypeObj>()).flags & COLLECTION {
            0 => None,
            flags => Some(flags),
        });
        (*object).flags |= said.or(first).unwrap_or(0);
    }
    let bases = cx.type_bases(ty).unwrap_or(bases);
    slots::define(cx, ty, dict, &plan)?;
    define_hidden(cx, ty, dict, bases)?;
    if let Some(cell) = cell {
        let (cell, value) = (cx.raw(cell), cx.raw(ty));
        // SAFETY: the cell is rooted and its kind checked.
        unsafe {
            (*cell.ptr::<PairObj>()).a = value;
            (*vm).heap.barrier(cell.ptr::<PairObj>(), value);
        }
    }
    register_subclass(cx, ty, bases)?;
    name_descriptors(cx, ty, dict)?;
    Ok(ty)
}

/// What patterns see in instances of a class; the bits are those of CPython's flags.
const COLLECTION: u16 = TypeFlags::SEQUENCE | TypeFlags::MAPPING;

/// `abc.register`: a class that is registered with a sequence or mapping becomes one for
/// patterns, and so do those derived from it; built-in types stay as they are.
pub(crate) fn mark_collection<'f>(
    cx: &mut Context<'f>,
    of: Local<'f>,
    class: Local<'f>,
) -> Res<'f, ()> {
    if !cx.is(of, Kind::Type) || !cx.is(class, Kind::Type) {
        return Ok(());
    }
    cx.charge(1)?;
    // SAFETY: rooted types.
    unsafe {
        let flags = (*cx.raw(of).ptr::<TypeObj>()).flags & COLLECTION;
        let ty: *mut TypeObj = cx.raw(class).ptr();
        if flags == 0 || (*ty).flags & TypeFlags::HEAP == 0 || (*ty).flags & COLLECTION == flags {
            return Ok(());
        }
        (*ty).flags = (*ty).flags & !COLLECTION | flags;
    }
    let list = cx.type_subclasses(class)?;
    for at in 0..cx.list_len(list) {
        if let Some(each) = cx.list_get(list, at) {
            mark_collection(cx, of, each)?;
        }
    }
    Ok(())
}

/// What a class's namespace gets and loses: some methods are wrapped without being
/// asked for, `__eq__` alone takes the hash away, and `__qualname__`, which is
/// returned, belongs to the type.
fn complete<'f>(cx: &mut Context<'f>, dict: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    for (name, kind, class) in [
        (cx.names().new, Kind::StaticMethod, ClassId::StaticMethod),
        (
            cx.names().init_subclass,
            Kind::ClassMethod,
            ClassId::ClassMethod,
        ),
        (
            cx.names().class_getitem,
            Kind::ClassMethod,
            ClassId::ClassMethod,
        ),
    ] {
        // SAFETY: names live as long as the VM.
        let name = unsafe { cx.root(Raw::from_ptr(name)) };
        if let Some(function) = cx.dict_get(dict, name)?
            && cx.is(function, Kind::Function)
        {
            let wrapped = cx.pair(kind, class, function, Local::NONE)?;
            cx.dict_set(dict, name, wrapped)?;
        }
    }
    if cx.dict_get_str(dict, "__eq__")?.is_some() && cx.dict_get_str(dict, "__hash__")?.is_none() {
        cx.dict_set_str(dict, "__hash__", Local::NONE)?;
    }
    let name = cx.name("__qualname__")?;
    let qualname = cx.dict_remove(dict, name)?;
    if let Some(qualname) = qualname
        && !cx.is(qualname, Kind::Str)
    {
        let found = cx.type_name(qualname);
        return Err(cx.type_error(format_args!("type __qualname__ must be a str, not {found}")));
    }
    Ok(qualname)
}

/// `__dict__` and `__weakref__` of a class whose bases' instances have none, and a
/// `__doc__` in any case.
fn define_hidden<'f>(
    cx: &mut Context<'f>,
    ty: Local<'f>,
    dict: Local<'f>,
    bases: Local<'f>,
) -> Res<'f, ()> {
    let (own_dict, own_weak) = cx.instances_have(ty);
    let (mut had_dict, mut had_weak) = (false, false);
    for at in 0..cx.tuple_len(bases) {
        if let Some(base) = cx.tuple_get(bases, at) {
            let (dict, weak) = cx.instances_have(base);
            had_dict |= dict;
            had_weak |= weak;
        }
    }
    for (def, wanted) in [
        (&object::OWN_DICT, own_dict && !had_dict),
        (&object::OWN_WEAKREF, own_weak && !had_weak),
    ] {
        if wanted && cx.dict_get_str(dict, &def.name)?.is_none() {
            let owner = cx.raw(ty);
            // SAFETY: the type is rooted, the definition static.
            let getter = cx.alloc(|heap| unsafe {
                let native = NativeObj::new(heap, def, Raw::UNBOUND, owner)?;
                (*native).header.class = ClassId::GetSet;
                Ok(Raw::from_ptr(native))
            })?;
            cx.dict_set_str(dict, &def.name, getter)?;
        }
    }
    if cx.dict_get_str(dict, "__doc__")?.is_none() {
        cx.dict_set_str(dict, "__doc__", Local::NONE)?;
    }
    Ok(())
}

/// Notes which hooks the type or a base of it has.
pub(super) unsafe fn set_flags(vm: *mut State, ty: *mut TypeObj) {
    let names = &(*vm).names;
    let (getattr, getattribute, setattr, delattr) = (
        names.getattr,
        names.getattribute,
        names.setattr,
        names.delattr,
    );
    let custom = |name| lookup(vm, ty, name).is_some_and(|found| is_own_hook(found, name));
    let reads = custom(getattr) || custom(getattribute);
    let writes = custom(setattr) || custom(delattr);
    if let Some(class) = (*ty).native.as_ref() {
        let step = lookup(vm, ty, (*vm).names.next);
        let step = step.is_some_and(|found| native_class::is_own_next(found));
        let len = lookup(vm, ty, (*vm).names.len);
        let len = len.is_some_and(|found| native_class::is_own_len(found));
        let asks = lookup(vm, ty, (*vm).names.bool).is_some();
        (*ty).step = class.step().filter(|_| step);
        (*ty).len = class.length().filter(|_| len && !asks);
    }
    if lookup(vm, ty, (*vm).names.del).is_some() {
        (*ty).flags |= TypeFlags::DEL;
    }
    if reads {
        (*ty).flags |= TypeFlags::GETATTR;
    }
    if writes {
        (*ty).flags |= TypeFlags::SETATTR;
    }
}

/// Whether what a class has for a hook of attribute access is something else than the hook that
/// built-in types have.
///
/// # Safety
/// Both are live.
pub(crate) unsafe fn is_own_hook(found: Raw, name: *mut StrObj) -> bool {
    !is_kind(found, Kind::Native)
        || (*(*found.ptr::<NativeObj>()).def).name.as_bytes() != StrObj::bytes(name)
}

fn register_subclass<'f>(cx: &mut Context<'f>, ty: Local<'f>, bases: Local<'f>) -> Res<'f, ()> {
    for i in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, i) else {
            continue;
        };
        // SAFETY: a rooted type; the list is made reachable at once.
        unsafe {
            let object: *mut TypeObj = cx.raw(base).ptr();
            if (*object).subclasses.is_unbound() {
                let list = cx.list(&[])?;
                (*object).subclasses = cx.raw(list);
                (*cx.vm()).heap.barrier(object, cx.raw(list));
            }
            let list = cx.root((*object).subclasses);
            let id = (*cx.raw(ty).ptr::<TypeObj>()).id;
            let id = cx.int(id.0.into())?;
            cx.list_push(list, id)?;
        }
    }
    Ok(())
}

/// Calls `__set_name__` of the attributes that have it.
fn name_descriptors<'f>(cx: &mut Context<'f>, ty: Local<'f>, dict: Local<'f>) -> Res<'f, ()> {
    let mut at = 0;
    while let Some((index, key, value)) = cx.dict_next(dict, at) {
        at = index + 1;
        if cx.is(value, Kind::Property) {
            cx.set_property_part(value, PropertyPart::Name, key);
        } else if cx.kind(value).is_some_and(Kind::has_shape) {
            let name = cx.names().set_name;
            if let Err(error) = cx.call_special(value, name, &[ty, key]) {
                return Err(set_name_failed(cx, ty, key, value, error));
            }
        }
    }
    Ok(())
}

/// RuntimeError from what a descriptor's `__set_name__` raised.
#[cold]
fn set_name_failed<'f>(
    cx: &mut Context<'f>,
    ty: Local<'f>,
    key: Local<'f>,
    value: Local<'f>,
    error: Error<'f>,
) -> Error<'f> {
    if !cx.error_is(&error, ClassId::Exception) {
        return error;
    }
    let cause = cx.exception(error);
    let (found, class) = (cx.type_name(value), cx.name_of_type(ty));
    let name = cx.as_str(key).unwrap_or("?");
    let error = cx.raise(
        ClassId::RuntimeError,
        format_args!("Error calling __set_name__ on '{found}' instance '{name}' in '{class}'"),
    );
    let exception = cx.exception(error);
    cx.set_cause(exception, cause);
    cx.set_exception_context(exception, cause);
    Error::Raised(exception)
}
