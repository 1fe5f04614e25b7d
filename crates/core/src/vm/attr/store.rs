//! Storing and deleting attributes: through `__setattr__`, data descriptors, slots, shapes,
//! and on classes and modules.
//!
//! # Safety
//! The raw layer's contract (`heap`); see the parent module.

use super::*;

/// `object.name = value`, or `del object.name`.
pub(crate) fn set<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    // SAFETY: the object is rooted.
    unsafe {
        let vm = cx.vm();
        let ty = (*vm).type_of(cx.raw(object));
        if (*ty).flags & TypeFlags::SETATTR != 0 {
            let hook = if value.is_some() {
                (*vm).names.setattr
            } else {
                (*vm).names.delattr
            };
            if let Some(function) = types::lookup(vm, ty, hook)
                && !is_kind(function, Kind::Native)
            {
                let function = cx.root(function);
                match value {
                    Some(value) => cx.call(function, &[object, name, value])?,
                    None => cx.call(function, &[object, name])?,
                };
                return Ok(());
            }
        }
    }
    set_plain(cx, object, name, value)
}

/// The same by the default rules (`object.__setattr__`).
pub(crate) fn set_plain<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    let interned = interned_name(cx, name)?;
    let vm = cx.vm();
    // SAFETY: object, name and value are rooted; the raw operations do not collect.
    unsafe {
        let raw = cx.raw(object);
        let ty = (*vm).type_of(raw);
        if let Some(found) = types::lookup(vm, ty, interned) {
            let found = cx.root(found);
            match cx.kind(found) {
                Some(Kind::Property) => {
                    let index = if value.is_some() { 1 } else { 2 };
                    let function = *cx
                        .raw(found)
                        .ptr::<Header>()
                        .add(1)
                        .cast::<Raw>()
                        .add(index);
                    if function.is_none() {
                        let what = if value.is_some() { "setter" } else { "deleter" };
                        return Err(property::lacking(cx, found, object, what));
                    }
                    let function = cx.root(function);
                    match value {
                        Some(value) => cx.call(function, &[object, value])?,
                        None => cx.call(function, &[object])?,
                    };
                    return Ok(());
                }
                Some(Kind::Native) => {
                    let native: *mut NativeObj = cx.raw(found).ptr();
                    let def = (*native).def;
                    if (*def).flags & NativeDef::GETTER != 0 {
                        return set_native(cx, def, object, name, value);
                    }
                }
                Some(Kind::Record) if types::slots::is_member(cx.raw(found)) => {
                    return cx.set_member(found, object, value);
                }
                Some(Kind::Instance | Kind::Derived) => {
                    let hook = if value.is_some() {
                        cx.names().set
                    } else {
                        cx.names().delete
                    };
                    let done = match value {
                        Some(value) => cx.call_special(found, hook, &[object, value])?,
                        None => cx.call_special(found, hook, &[object])?,
                    };
                    if done.is_some() {
                        return Ok(());
                    }
                    if matches!(descriptor(vm, cx.raw(found)), Descriptor::Data) {
                        // The other one of the two methods is there.
                        let hook = cx.root(Raw::from_ptr(hook));
                        let hook = cx.as_str(hook).unwrap_or("?");
                        return Err(cx.raise(ClassId::AttributeError, format_args!("{hook}")));
                    }
                }
                _ => {}
            }
        }
        match kind_of(raw) {
            Some(Kind::Instance | Kind::Derived) if (*ty).flags & TypeFlags::NO_DICT == 0 => {
                match value {
                    Some(value) => {
                        let value = cx.raw(value);
                        cx.alloc_unit(|_| types::instance_set(vm, raw.ptr(), interned, value))
                    }
                    None => match types::instance_delete(vm, raw.ptr(), interned) {
                        Ok(true) => Ok(()),
                        Ok(false) => Err(refused(cx, object, name)),
                        Err(OutOfMemory) => Err(cx.memory_error()),
                    },
                }
            }
            Some(Kind::Type) => set_on_type(cx, object, interned, name, value),
            Some(Kind::Module) => {
                let dict = cx.root(Raw::from_ptr((*raw.ptr::<ModuleObj>()).dict));
                in_dict(cx, dict, object, name, value)
            }
            Some(Kind::Exception) => {
                let attrs = &raw mut (*raw.ptr::<ExceptionObj>()).attrs;
                own_dict(cx, object, attrs, name, value)
            }
            Some(Kind::Function) => {
                let attrs = &raw mut (*raw.ptr::<FuncObj>()).attrs;
                own_dict(cx, object, attrs, name, value)
            }
            _ => {
                let (text, class) = (cx.as_str(name).unwrap_or("?"), cx.type_name(object));
                if types::lookup(vm, ty, interned).is_some() {
                    return Err(cx.raise(
                        ClassId::AttributeError,
                        format_args!("'{class}' object attribute '{text}' is read-only"),
                    ));
                }
                Err(refused(cx, object, name))
            }
        }
    }
}

/// Assigns or deletes through the descriptor of a native's attribute; false if it is none.
pub(crate) fn set_through<'f>(
    cx: &mut Context<'f>,
    descriptor: Local<'f>,
    object: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, bool> {
    let Some(def) = cx.native_def(descriptor) else {
        return Ok(false);
    };
    if def.flags & NativeDef::GETTER == 0 {
        return Ok(false);
    }
    let name = cx.name(&def.name)?;
    // SAFETY: the definition lives as long as the descriptor, which is rooted.
    unsafe { set_native(cx, def, object, name, value)? };
    Ok(true)
}

unsafe fn set_native<'f>(
    cx: &mut Context<'f>,
    def: *const NativeDef,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    match (*def).setter {
        Some(setter) => {
            call::native_direct(cx, &Call::Plain(setter), &[Some(object), value])?;
            Ok(())
        }
        None => {
            let (text, class) = (cx.as_str(name).unwrap_or("?"), cx.type_name(object));
            Err(cx.raise(
                ClassId::AttributeError,
                format_args!("attribute '{text}' of '{class}' objects is not writable"),
            ))
        }
    }
}

unsafe fn own_dict<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    attrs: *mut Raw,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    if (*attrs).is_unbound() {
        if value.is_none() {
            return Err(refused(cx, object, name));
        }
        let dict = cx.dict()?;
        *attrs = cx.raw(dict);
        (*cx.vm())
            .heap
            .barrier(cx.raw(object).ptr::<Header>(), *attrs);
    }
    let dict = cx.root(*attrs);
    in_dict(cx, dict, object, name, value)
}

fn in_dict<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    // SAFETY: the name is a rooted str: as an attribute name it is interned.
    let name = unsafe {
        let interned = interned_name(cx, name)?;
        cx.root(Raw::from_ptr(interned))
    };
    match value {
        Some(value) => cx.dict_set(dict, name, value),
        None => match cx.dict_remove(dict, name)? {
            Some(_) => Ok(()),
            None => Err(refused(cx, object, name)),
        },
    }
}

/// Sets or deletes an attribute of a class; caches that relied on it are given up.
unsafe fn set_on_type<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    interned: *mut StrObj,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    let vm = cx.vm();
    let ty: *mut TypeObj = cx.raw(object).ptr();
    let text = cx.as_str(name).unwrap_or("?");
    if (*ty).flags & (TypeFlags::HEAP | TypeFlags::NATIVE) != TypeFlags::HEAP {
        let class = cx.name_of_type(object);
        return Err(cx.type_error(format_args!(
            "cannot set '{text}' attribute of immutable type '{class}'"
        )));
    }
    (*vm).hash_str(interned);
    let old = DictObj::get_str((*ty).dict, interned, (*vm).secret);
    let Some(value) = value else {
        if old.is_none() {
            return Err(refused(cx, object, name));
        }
        if let Some(at) = DictObj::find_str((*ty).dict, interned, (*vm).secret) {
            DictObj::remove(&mut (*vm).heap, (*ty).dict, at, (*vm).secret);
        }
        types::changed(vm, ty, true);
        return Ok(());
    };
    let value = cx.raw(value);
    let secret = (*vm).secret;
    cx.alloc_unit(|heap| DictObj::set_str(heap, (*ty).dict, interned, value, secret))?;
    // Overwriting plain data leaves shapes alone: caches of data go through the
    // class's entry. Functions, wrappers and descriptors are cached by value.
    let plain = |raw: Raw| {
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
    };
    let retire = !(plain(value) && old.is_some_and(plain));
    types::changed(vm, ty, retire);
    Ok(())
}
