//! Shapes of instances: how their attributes are found, added and taken away, and what
//! happens to shapes when a class changes.
//!
//! # Safety
//! The raw layer's contract (`heap`). Types, shapes and names are this VM's own, names
//! are interned strs.

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;
use crate::vm::types::{forget_found, set_flags};
use alloc::vec::Vec;
use core::ptr::null_mut;

/// Attributes an instance may have before it keeps them in a dict.
const MAX_SLOTS: u16 = 128;
/// Shapes of one class: instances that would need another keep their attributes in a
/// dict, so that a class used as a bag of names does not fill the memory.
const MAX_SHAPES: u16 = 1024;
/// Subclasses this deep are found by a walk over the class table.
const MAX_DEPTH: u32 = 32;

/// A type's first shape: that of an instance without attributes.
///
/// # Safety
/// `ty` is live.
pub(in crate::vm) unsafe fn new_root(
    vm: *mut State,
    ty: *mut TypeObj,
) -> Result<*mut ShapeObj, OutOfMemory> {
    let shape = ShapeObj::new(&mut (*vm).heap, ClassId(0), ty, null_mut(), Raw::UNBOUND)?;
    (*shape).id = (*vm).new_class(ty, shape)?;
    Ok(shape)
}

/// A class attribute came, went, or became something else than plain data: nothing that
/// caches know of the class and of what derives from it holds any longer.
///
/// # Safety
/// `ty` is live.
pub(crate) unsafe fn changed(vm: *mut State, ty: *mut TypeObj) {
    let mut cached = false;
    each_below(vm, ty, 0, &mut |ty| cached |= retire(vm, ty));
    if cached {
        (*vm).heap.forget_retired();
        (*vm).shared_cache.clear();
    }
    if (*vm).is_subclass((*ty).id, ClassId::Type) {
        // What its instances, which are types, hold may be hidden now.
        for id in 0..(*vm).heap.table().len() {
            if let Some(instance) = (*vm).heap.table().type_at(id as i64) {
                (*instance).version = 0;
            }
        }
    }
}

/// Plain data that a class holds was replaced by plain data: only what was found under this
/// name is out of date. (Caches of plain data name the entry, not the value.)
///
/// # Safety
/// `ty` and `name` are live, `name` is interned.
pub(crate) unsafe fn value_changed(vm: *mut State, ty: *mut TypeObj, name: *mut StrObj) {
    each_below(vm, ty, 0, &mut |ty| forget_found(vm, ty, name));
}

/// Whether an object is plain data, which says nothing about how attributes work.
///
/// # Safety
/// `raw` is live.
pub(crate) unsafe fn is_plain(raw: Raw) -> bool {
    !raw.is_ptr()
        || matches!(
            kind_of(raw),
            Some(
                Kind::Str
                    | Kind::Int64
                    | Kind::Big
                    | Kind::List
                    | Kind::Dict
                    | Kind::Tuple
                    | Kind::Bytes
            )
        )
}

/// Calls for a type and all that derive from it. Nothing collects meanwhile.
unsafe fn each_below(
    vm: *mut State,
    ty: *mut TypeObj,
    depth: u32,
    each: &mut dyn FnMut(*mut TypeObj),
) {
    each(ty);
    if !(*ty).subclasses.is_ptr() {
        return;
    }
    if depth == MAX_DEPTH {
        // Deeper than the native stack should go: all that derive from it, one by one.
        for id in 0..(*vm).heap.table().len() {
            if let Some(other) = (*vm).heap.table().type_at(id as i64)
                && other != ty
                && (*vm).is_subclass((*other).id, (*ty).id)
            {
                each(other);
            }
        }
        return;
    }
    // The list stays as it is: what is called makes no classes.
    for &id in ListObj::slice((*ty).subclasses.ptr()) {
        if let Some(subclass) = (*vm).heap.table().type_at(id.small()) {
            each_below(vm, subclass, depth + 1, each);
        }
    }
}

/// Gives up a type's version and shapes; whether a cache knows one of the shapes.
unsafe fn retire(vm: *mut State, ty: *mut TypeObj) -> bool {
    (*ty).version = 0;
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
        // A marked object is visited again: the next retirement may leave the shape to it alone.
        (*vm).heap.barrier(object, Raw::from_ptr(fresh));
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
    let members = (*link).count as usize;
    for (slot, name) in (members..).zip(names.iter().rev()) {
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
    for i in members..(*object).header.aux as usize {
        *InstanceObj::inline(object).add(i) = Raw::UNBOUND;
    }
    (*vm).heap.barrier(object, Raw::from_ptr(dict));
    Ok(dict)
}

/// The root's one shape for instances in dict mode.
pub(super) unsafe fn dict_shape(
    vm: *mut State,
    root: *mut ShapeObj,
) -> Result<*mut ShapeObj, OutOfMemory> {
    let name = (*vm).names.empty;
    let mode = child_shape(vm, root, name)?;
    (*mode).dict_mode = true;
    Ok(mode)
}
