//! Types: making them, looking names up in them, and the shapes of instances.
//!
//! # Safety
//! The raw layer's contract (`heap`). Types, shapes and names are this VM's own, names
//! are interned strs, and a type that is being made is reachable or nothing collects
//! until it is.

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::misc::PropertyPart;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use crate::vm::state::{METHOD_CACHE, MethodEntry, State};
use alloc::vec::Vec;
use core::ptr::null_mut;

/// Attributes an instance may have before it keeps them in a dict.
const MAX_SLOTS: u16 = 128;
/// Shapes of one class: instances that would need another keep their attributes in a
/// dict, so that a class used as a bag of names does not fill the memory.
const MAX_SHAPES: u16 = 1024;
/// Subclasses this deep are found by a walk over the class table.
const MAX_DEPTH: u32 = 32;

/// What a type has under an interned name, searching its bases in order.
///
/// # Safety
/// `ty` and `name` are live, `name` is interned.
#[inline]
pub(crate) unsafe fn lookup(vm: *mut State, ty: *mut TypeObj, name: *mut StrObj) -> Option<Raw> {
    let slot =
        ((name as usize >> 4) ^ ((*ty).version as usize).wrapping_mul(31)) & (METHOD_CACHE - 1);
    let entry = *(*vm).method_cache.as_ptr().add(slot);
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
        let slot =
            ((name as usize >> 4) ^ ((*ty).version as usize).wrapping_mul(31)) & (METHOD_CACHE - 1);
        (&mut (*vm).method_cache)[slot] = MethodEntry {
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

#[cold]
#[inline(never)]
unsafe fn fill(vm: *mut State, ty: *mut TypeObj) {
    (*ty).flags |= TypeFlags::READY;
    if (*ty).def.is_null() {
        return;
    }
    let def: &'static TypeDef = &*(*ty).def;
    // Without memory the type stays without some methods; the next full
    // collection makes no difference to static tables, so this is final but safe.
    for method in def.methods {
        let _ = define(vm, ty, method);
    }
    if let Some(new) = &def.new {
        let _ = define_as(vm, ty, "__new__", new);
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
    if def.flags & NativeDef::METHOD != 0 {
        (*native).header.class = ClassId::MethodDescriptor;
    }
    let secret = (*vm).secret;
    DictObj::set_str(
        &mut (*vm).heap,
        (*ty).dict,
        name,
        Raw::from_ptr(native),
        secret,
    )
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
    let mut solid = ClassId::Object;
    for i in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, i) else {
            continue;
        };
        if !cx.is(base, Kind::Type) {
            return Err(cx.type_error(format_args!("bases must be types")));
        }
        // SAFETY: a rooted type.
        let (flags, base_solid, base_name) = unsafe {
            let ty: *mut TypeObj = cx.raw(base).ptr();
            ((*ty).flags, (*ty).solid, cx.name_of_type(base))
        };
        if flags & TypeFlags::BASE == 0 {
            return Err(cx.type_error(format_args!(
                "type '{base_name}' is not an acceptable base type"
            )));
        }
        for j in 0..i {
            if let Some(other) = cx.tuple_get(bases, j)
                && cx.same(other, base)
            {
                return Err(cx.type_error(format_args!("duplicate base class {base_name}")));
            }
        }
        if !matches!(
            base_solid,
            ClassId::Object
                | ClassId::BaseException
                | ClassId::Type
                | ClassId::Int
                | ClassId::Float
                | ClassId::Str
                | ClassId::Tuple
                | ClassId::List
                | ClassId::Dict
        ) {
            return Err(cx.type_error(format_args!(
                "subclassing the built-in type '{base_name}' is not supported yet"
            )));
        }
        if base_solid != ClassId::Object {
            if solid != ClassId::Object && solid != base_solid {
                return Err(cx.type_error(format_args!(
                    "multiple bases have instance lay-out conflict"
                )));
            }
            solid = base_solid;
        }
    }
    let mro = linearize(cx, bases)?;
    let metaclass = cx.class_id(metaclass).unwrap_or(ClassId::Type);
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
            ClassId::Object => Kind::Instance,
            _ => Kind::Derived,
        };
        let ty = cx.alloc(|_| new_type(vm, interned, layout, metaclass).map(Raw::from_ptr))?;
        let object: *mut TypeObj = cx.raw(ty).ptr();
        (*object).flags = TypeFlags::HEAP | TypeFlags::READY | TypeFlags::BASE;
        (*object).flags |= (*(*vm).type_by_id(solid)).flags & TypeFlags::MATCH_SELF;
        (*object).bases = bases_raw;
        (*object).solid = solid;
        ty
    };
    let dict = cx.dict_copy(namespace)?;
    let qualname = complete(cx, dict)?;
    let cell_name = cx.name("__classcell__")?;
    let cell = cx.dict_remove(dict, cell_name)?;
    // The MRO begins with the type itself.
    let mut chain = cx.list(&[ty])?;
    for i in 0..cx.list_len(mro) {
        if let Some(base) = cx.list_get(mro, i) {
            cx.list_push(chain, base)?;
        }
    }
    chain = cx.tuple_from_list(chain)?;
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
        // The first of the bases in order that is a collection says which one.
        let collection = TypeFlags::SEQUENCE | TypeFlags::MAPPING;
        let mut bases = TupleObj::slice(cx.raw(chain).ptr()).iter();
        let first = bases.find_map(|base| match (*base.ptr::<TypeObj>()).flags & collection {
            0 => None,
            flags => Some(flags),
        });
        (*object).flags |= first.unwrap_or(0);
        if (*object).layout.has_shape() {
            let root = cx.alloc(|_| new_root(vm, object).map(Raw::from_ptr))?;
            (*object).root = cx.raw(root).ptr();
        }
        set_flags(vm, object);
    }
    if let Some(cell) = cell.filter(|&cell| cx.is(cell, Kind::Cell)) {
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
    if cx.dict_get_str(dict, "__doc__")?.is_none() {
        cx.dict_set_str(dict, "__doc__", Local::NONE)?;
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

unsafe fn new_root(vm: *mut State, ty: *mut TypeObj) -> Result<*mut ShapeObj, OutOfMemory> {
    let shape = ShapeObj::new(&mut (*vm).heap, ClassId(0), ty, null_mut(), Raw::UNBOUND)?;
    (*shape).id = (*vm).new_class(ty, shape)?;
    Ok(shape)
}

/// Notes which hooks the type or a base of it has.
unsafe fn set_flags(vm: *mut State, ty: *mut TypeObj) {
    let names = &(*vm).names;
    let (getattr, getattribute, setattr, delattr) = (
        names.getattr,
        names.getattribute,
        names.setattr,
        names.delattr,
    );
    let custom = |name| match lookup(vm, ty, name) {
        Some(found) => !is_kind(found, Kind::Native),
        None => false,
    };
    let reads = custom(getattr) || custom(getattribute);
    let writes = custom(setattr) || custom(delattr);
    if reads {
        (*ty).flags |= TypeFlags::GETATTR;
    }
    if writes {
        (*ty).flags |= TypeFlags::SETATTR;
    }
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
            cx.call_special(value, name, &[ty, key])?;
        }
    }
    Ok(())
}

/// C3 linearisation of the bases; a list without the class itself.
fn linearize<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f> {
    let result = cx.list(&[])?;
    let mut sequences: Vec<(Local<'f>, usize)> = Vec::new();
    let count = cx.tuple_len(bases);
    for i in 0..count {
        if let Some(base) = cx.tuple_get(bases, i) {
            // SAFETY: a rooted type, whose MRO it keeps alive.
            let mro = unsafe {
                let mro = (*cx.raw(base).ptr::<TypeObj>()).mro;
                cx.root(mro)
            };
            sequences.push((mro, 0));
        }
    }
    sequences.push((bases, 0));
    loop {
        sequences.retain(|&(sequence, at)| at < cx.tuple_len(sequence));
        if sequences.is_empty() {
            return Ok(result);
        }
        // SAFETY: the tuples are rooted and nothing collects while their items are
        // compared; as words, so that long orders do not pile up Locals.
        let chosen = unsafe {
            let items = |sequence: Local<'f>| TupleObj::slice(cx.raw(sequence).ptr());
            let mut heads = sequences
                .iter()
                .filter_map(|&(sequence, at)| items(sequence).get(at).copied());
            heads.find(|candidate| {
                !sequences.iter().any(|&(other, from)| {
                    items(other)
                        .get(from + 1..)
                        .is_some_and(|tail| tail.contains(candidate))
                })
            })
        };
        let Some(word) = chosen else {
            return Err(no_order(cx, &sequences));
        };
        cx.scope(|scope| {
            // SAFETY: a base's MRO keeps the type alive.
            let candidate = unsafe { scope.root(word) };
            scope.list_push(result, candidate)
        })?;
        for (sequence, at) in &mut sequences {
            // SAFETY: as above.
            let items = unsafe { TupleObj::slice(cx.raw(*sequence).ptr()) };
            *at += usize::from(items.get(*at) == Some(&word));
        }
    }
}

/// The TypeError of bases that have no order; it names the next one of each sequence.
#[cold]
fn no_order<'f>(cx: &mut Context<'f>, sequences: &[(Local<'f>, usize)]) -> Error<'f> {
    let mut named: Vec<Local<'f>> = Vec::new();
    let mut text = cx.text();
    text.push_str("Cannot create a consistent method resolution\norder (MRO) for bases");
    for &(sequence, at) in sequences {
        let Some(base) = cx.tuple_get(sequence, at) else {
            continue;
        };
        if named.iter().any(|&other| cx.same(other, base)) || named.try_reserve(1).is_err() {
            continue;
        }
        text.push_str(if named.is_empty() { " " } else { ", " });
        text.push_str(cx.name_of_type(base));
        named.push(base);
    }
    cx.raise_bytes(ClassId::TypeError, text.bytes())
}

/// A class attribute was set or deleted: caches keyed by the type's version and
/// by its shapes no longer hold. `retire`: presence or kind changed, or a
/// function was replaced, so that shapes must go too.
///
/// # Safety
/// `ty` is live.
pub(crate) unsafe fn changed(vm: *mut State, ty: *mut TypeObj, retire: bool) {
    if change(vm, ty, retire, 0) {
        (*vm).heap.forget_retired();
    }
}

/// As [`changed`], for a type and all below it; whether a cache knows a shape that has
/// been retired.
unsafe fn change(vm: *mut State, ty: *mut TypeObj, retire: bool, depth: u32) -> bool {
    let mut cached = change_one(vm, ty, retire);
    if !(*ty).subclasses.is_ptr() {
        return cached;
    }
    if depth == MAX_DEPTH {
        // Deeper than the native stack should go: all that derive from it, one by one.
        for id in 0..(*vm).heap.table().len() {
            if let Some(other) = (*vm).heap.table().type_at(id as i64)
                && other != ty
                && (*vm).is_subclass((*other).id, (*ty).id)
            {
                cached |= change_one(vm, other, retire);
            }
        }
        return cached;
    }
    // Nothing collects meanwhile: the list stays as it is.
    for &id in ListObj::slice((*ty).subclasses.ptr()) {
        if let Some(subclass) = (*vm).heap.table().type_at(id.small()) {
            cached |= change(vm, subclass, retire, depth + 1);
        }
    }
    cached
}

unsafe fn change_one(vm: *mut State, ty: *mut TypeObj, retire: bool) -> bool {
    (*ty).version = 0;
    if !retire {
        return false;
    }
    set_flags(vm, ty);
    if (*ty).root.is_null() {
        return false;
    }
    let cached = retire_shapes((*ty).root);
    // Without memory for a new root the old, retired one stays: correct, slow.
    if let Ok(root) = new_root(vm, ty) {
        (*ty).root = root;
        (*ty).shapes = 0;
        (*vm).heap.barrier(ty, Raw::from_ptr(root));
    }
    cached
}

/// Retires a shape and its children; whether a cache knows one of them.
unsafe fn retire_shapes(shape: *mut ShapeObj) -> bool {
    (*shape).retired = true;
    let mut cached = core::mem::replace(&mut (*shape).cached, false);
    if !(*shape).children.is_null() {
        let mut at = 0;
        while let Some(index) = DictObj::next_live((*shape).children, at) {
            cached |= retire_shapes((*DictObj::entry((*shape).children, index)).value.ptr());
            at = index + 1;
        }
    } else if !(*shape).last_child.is_null() {
        cached |= retire_shapes((*shape).last_child);
    }
    cached
}

/// The shape with one more attribute, if it exists.
unsafe fn find_child(
    vm: *mut State,
    shape: *mut ShapeObj,
    name: *mut StrObj,
) -> Option<*mut ShapeObj> {
    let last = (*shape).last_child;
    if !last.is_null() && (*last).key == Raw::from_ptr(name) {
        return Some(last);
    }
    if (*shape).children.is_null() {
        return None;
    }
    (*vm).hash_str(name);
    DictObj::get_str((*shape).children, name, (*vm).secret).map(Raw::ptr)
}

/// The shape with one more attribute; none if instances with it are in dict mode.
///
/// # Safety
/// `shape` and `name` are live, `name` interned.
pub(crate) unsafe fn next_shape(
    vm: *mut State,
    shape: *mut ShapeObj,
    name: *mut StrObj,
) -> Result<Option<*mut ShapeObj>, OutOfMemory> {
    if (*shape).count >= MAX_SLOTS {
        return Ok(None);
    }
    if let Some(child) = find_child(vm, shape, name) {
        return Ok(Some(child));
    }
    if (*(*shape).ty).shapes >= MAX_SHAPES {
        return Ok(None);
    }
    child_shape(vm, shape, name).map(Some)
}

unsafe fn child_shape(
    vm: *mut State,
    shape: *mut ShapeObj,
    name: *mut StrObj,
) -> Result<*mut ShapeObj, OutOfMemory> {
    if let Some(child) = find_child(vm, shape, name) {
        return Ok(child);
    }
    let key = Raw::from_ptr(name);
    let last = (*shape).last_child;
    let secret = (*vm).secret;
    (*vm).hash_str(name);
    let child = ShapeObj::new(&mut (*vm).heap, ClassId(0), (*shape).ty, shape, key)?;
    (*child).id = (*vm).new_class((*shape).ty, child)?;
    (*child).retired = (*shape).retired;
    (*(*shape).ty).shapes = (*(*shape).ty).shapes.saturating_add(1);
    if !last.is_null() {
        // The second child: from now on they are kept in a dict.
        if (*shape).children.is_null() {
            let dict = DictObj::new(&mut (*vm).heap)?;
            (*shape).children = dict;
            (*vm).heap.barrier(shape, Raw::from_ptr(dict));
            DictObj::set_str(
                &mut (*vm).heap,
                dict,
                (*last).key.ptr(),
                Raw::from_ptr(last),
                secret,
            )?;
        }
        DictObj::set_str(
            &mut (*vm).heap,
            (*shape).children,
            name,
            Raw::from_ptr(child),
            secret,
        )?;
    }
    (*shape).last_child = child;
    (*vm).heap.barrier(shape, Raw::from_ptr(child));
    Ok(child)
}

/// The shape of an instance, moved to the current root's shapes if it is retired.
///
/// # Safety
/// `object` is live.
pub(crate) unsafe fn shape_of(vm: *mut State, object: *mut InstanceObj) -> *mut ShapeObj {
    let shape = (*vm).entry((*object).header.class).shape;
    if (*shape).retired
        && !(*shape).dict_mode
        && let Ok(fresh) = renewed(vm, shape)
    {
        (*object).header.class = (*fresh).id;
        return fresh;
    }
    shape
}

unsafe fn renewed(vm: *mut State, shape: *mut ShapeObj) -> Result<*mut ShapeObj, OutOfMemory> {
    if (*shape).parent.is_null() {
        return Ok((*(*shape).ty).root);
    }
    let parent = renewed(vm, (*shape).parent)?;
    child_shape(vm, parent, (*shape).key.ptr())
}

/// The value of an instance's own attribute.
///
/// # Safety
/// `object` and `name` are live, `name` interned.
pub(crate) unsafe fn instance_get(
    vm: *mut State,
    object: *mut InstanceObj,
    name: *mut StrObj,
) -> Option<Raw> {
    let shape = shape_of(vm, object);
    if (*shape).dict_mode {
        (*vm).hash_str(name);
        return DictObj::get_str((*object).more.ptr(), name, (*vm).secret);
    }
    ShapeObj::slot_of(shape, Raw::from_ptr(name)).map(|slot| *InstanceObj::slot(object, slot))
}

/// Sets an instance's own attribute.
///
/// # Safety
/// As [`instance_get`]; `value` is live.
pub(crate) unsafe fn instance_set(
    vm: *mut State,
    object: *mut InstanceObj,
    name: *mut StrObj,
    value: Raw,
) -> Result<(), OutOfMemory> {
    let shape = shape_of(vm, object);
    if !(*shape).dict_mode {
        if let Some(slot) = ShapeObj::slot_of(shape, Raw::from_ptr(name)) {
            InstanceObj::set(&mut (*vm).heap, object, slot, value);
            return Ok(());
        }
        if let Some(child) = next_shape(vm, shape, name)? {
            let slot = (*child).count as usize - 1;
            InstanceObj::reserve(&mut (*vm).heap, object, slot)?;
            InstanceObj::set(&mut (*vm).heap, object, slot, value);
            (*object).header.class = (*child).id;
            let ty = (*shape).ty;
            (*ty).inline_slots = (*ty).inline_slots.max((*child).count.min(16));
            return Ok(());
        }
        instance_dict(vm, object)?;
    }
    (*vm).hash_str(name);
    let secret = (*vm).secret;
    DictObj::set_str(&mut (*vm).heap, (*object).more.ptr(), name, value, secret)
}

/// Deletes an instance's own attribute; false if it has none of that name.
///
/// # Safety
/// As [`instance_get`].
pub(crate) unsafe fn instance_delete(
    vm: *mut State,
    object: *mut InstanceObj,
    name: *mut StrObj,
) -> Result<bool, OutOfMemory> {
    let dict = instance_dict(vm, object)?;
    (*vm).hash_str(name);
    let secret = (*vm).secret;
    Ok(match DictObj::find_str(dict, name, secret) {
        Some(at) => {
            DictObj::remove(&mut (*vm).heap, dict, at, secret);
            true
        }
        None => false,
    })
}

/// Turns the instance to dict mode, in which its attributes live in a real dict.
///
/// # Safety
/// As [`instance_get`].
pub(crate) unsafe fn instance_dict(
    vm: *mut State,
    object: *mut InstanceObj,
) -> Result<*mut DictObj, OutOfMemory> {
    let shape = shape_of(vm, object);
    if (*shape).dict_mode {
        return Ok((*object).more.ptr());
    }
    let dict = DictObj::new(&mut (*vm).heap)?;
    let secret = (*vm).secret;
    let mut names: Vec<Raw> = Vec::new();
    let mut link = shape;
    while !(*link).parent.is_null() {
        names.try_reserve(1).map_err(|_| OutOfMemory)?;
        names.push((*link).key);
        link = (*link).parent;
    }
    for (slot, name) in names.iter().rev().enumerate() {
        (*vm).hash_str(name.ptr());
        DictObj::set_str(
            &mut (*vm).heap,
            dict,
            name.ptr(),
            *InstanceObj::slot(object, slot),
            secret,
        )?;
    }
    let mode = dict_shape(vm, link)?;
    (*object).more = Raw::from_ptr(dict);
    (*object).header.class = (*mode).id;
    for i in 0..(*object).header.aux as usize {
        *InstanceObj::inline(object).add(i) = Raw::UNBOUND;
    }
    (*vm).heap.barrier(object, Raw::from_ptr(dict));
    Ok(dict)
}

/// The root's one shape for instances in dict mode.
unsafe fn dict_shape(vm: *mut State, root: *mut ShapeObj) -> Result<*mut ShapeObj, OutOfMemory> {
    let name = (*vm).names.empty;
    let mode = child_shape(vm, root, name)?;
    (*mode).dict_mode = true;
    Ok(mode)
}
