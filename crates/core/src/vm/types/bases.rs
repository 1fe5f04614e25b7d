//! The bases of a class: which a class may have, the order that they are searched in, and what
//! happens when a script assigns others (`__bases__`).
//!
//! A class whose metaclass has a `mro` of its own is asked for the order; while that runs for
//! the first time its order is empty. Whoever changes an order calls `install`, which gives up
//! the caches of the class and of all below it.
//!
//! # Safety
//! As `vm::types` says.

use super::*;
use crate::builtins::protocol;
use crate::vm::context::foreign::check_stack;

/// Checks the bases of a class; the built-in type that its instances are laid out as.
pub(super) fn check<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f, ClassId> {
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
                | ClassId::WeakRef
                | ClassId::GenericAlias
                | ClassId::Complex
                | ClassId::Property
                | ClassId::ClassMethod
                | ClassId::StaticMethod
                | ClassId::Set
                | ClassId::FrozenSet
                | ClassId::Bytes
                | ClassId::ByteArray
                | ClassId::Enumerate
                | ClassId::Zip
                | ClassId::Map
                | ClassId::Filter
                | ClassId::Reversed
                | ClassId::Module
                | ClassId::Super
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
    // Members stand where a built-in type has its value.
    for i in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, i) else {
            continue;
        };
        // SAFETY: a rooted type.
        let other = unsafe {
            let slotted = (*cx.raw(base).ptr::<TypeObj>()).slotted;
            solid != ClassId::Object && !slotted.is_null() && (*slotted).solid != solid
        };
        if other {
            return Err(cx.type_error(format_args!(
                "multiple bases have instance lay-out conflict"
            )));
        }
    }
    Ok(solid)
}

/// Whether classes of a metaclass are asked for their order.
pub(super) fn own_order(cx: &mut Context<'_>, metaclass: ClassId) -> bool {
    if metaclass == ClassId::Type {
        return false;
    }
    // SAFETY: the class table keeps the metaclass; interning does not collect.
    unsafe {
        let vm = cx.vm();
        let Ok(name) = (*vm).intern_bytes(b"mro") else {
            return false;
        };
        let ty = (*vm).type_by_id(metaclass);
        lookup(vm, ty, name).is_some_and(|method| !is_kind(method, Kind::Native))
    }
}

/// `type.mro`: the usual order of a class, a list.
pub(crate) fn usual_order<'f>(cx: &mut Context<'f>, ty: Local<'f>) -> Res<'f> {
    let bases = cx.type_bases(ty).unwrap_or(Local::NONE);
    let order = match cx.is_script_type(ty) {
        true => {
            check_twice(cx, bases)?;
            linearize(cx, bases)?
        }
        false => {
            let order = cx.type_mro(ty).unwrap_or(Local::NONE);
            return protocol::list_of(cx, order);
        }
    };
    let order = order::with_itself(cx, ty, order)?;
    protocol::list_of(cx, order)
}

fn check_twice<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f, ()> {
    for at in 0..cx.tuple_len(bases) {
        for before in 0..at {
            if let (Some(a), Some(b)) = (cx.tuple_get(bases, at), cx.tuple_get(bases, before))
                && cx.same(a, b)
            {
                let name = cx.name_of_type(a);
                return Err(cx.type_error(format_args!("duplicate base class {name}")));
            }
        }
    }
    Ok(())
}

/// The order for a class, from its metaclass or its bases; None where the class has been given
/// one meanwhile.
pub(super) fn order_of<'f>(cx: &mut Context<'f>, ty: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let before = cx.type_mro(ty).unwrap_or(Local::NONE);
    let metaclass = cx.class(ty);
    let order = if own_order(cx, metaclass) {
        let name = cx.name("mro")?;
        let name = cx.raw(name).ptr();
        let answer = match cx.call_special(ty, name, &[])? {
            Some(answer) => answer,
            None => usual_order(cx, ty)?,
        };
        let list = protocol::list_of(cx, answer)?;
        fits(cx, ty, list)?;
        cx.tuple_from_list(list)?
    } else {
        let list = usual_order(cx, ty)?;
        cx.tuple_from_list(list)?
    };
    let now = cx.type_mro(ty).unwrap_or(Local::NONE);
    Ok(cx.same(before, now).then_some(order))
}

/// Checks what a metaclass's `mro` has returned.
fn fits<'f>(cx: &mut Context<'f>, ty: Local<'f>, order: Local<'f>) -> Res<'f, ()> {
    for at in 0..cx.list_len(order) {
        cx.charge(1)?;
        let Some(base) = cx.list_get(order, at) else {
            continue;
        };
        if !cx.is(base, Kind::Type) {
            let found = cx.type_name(base);
            return Err(cx.type_error(format_args!("mro() returned a non-class ('{found}')")));
        }
        // SAFETY: rooted types.
        let fits = unsafe {
            let solid = (*cx.raw(base).ptr::<TypeObj>()).solid;
            let own = (*cx.raw(ty).ptr::<TypeObj>()).solid;
            solid == ClassId::Object || solid == own
        };
        if !fits {
            let found = cx.name_of_type(base);
            return Err(cx.type_error(format_args!(
                "mro() returned base with unsuitable layout ('{found}')"
            )));
        }
    }
    Ok(())
}

/// Gives a class its order: a tuple of types.
pub(super) fn install<'f>(cx: &mut Context<'f>, ty: Local<'f>, order: Local<'f>) {
    if !cx.is(ty, Kind::Type) || !cx.is(order, Kind::Tuple) {
        return;
    }
    // SAFETY: both are rooted and their kinds checked.
    unsafe {
        let vm = cx.vm();
        let object: *mut TypeObj = cx.raw(ty).ptr();
        (*object).mro = cx.raw(order);
        (*vm).heap.barrier(object, (*object).mro);
        changed(vm, object);
    }
}

/// What decides how instances of a class are laid out.
type Layout = (ClassId, *mut TypeObj);

fn layout<'f>(cx: &Context<'f>, ty: Local<'f>) -> Layout {
    // SAFETY: a rooted type.
    unsafe {
        let ty: *mut TypeObj = cx.raw(ty).ptr();
        ((*ty).solid, (*ty).slotted)
    }
}

fn is_below(cx: &Context<'_>, a: Layout, b: Layout) -> bool {
    // SAFETY: types that are reached from rooted ones.
    unsafe {
        let vm = cx.vm();
        (*vm).is_subclass(a.0, b.0)
            && (b.1.is_null() || !a.1.is_null() && (*vm).is_subclass((*a.1).id, (*b.1).id))
    }
}

/// The base that decides the layout (`__base__`).
pub(crate) fn best<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Option<Local<'f>> {
    let mut best: Option<(Local<'f>, Layout)> = None;
    for at in 0..cx.tuple_len(bases) {
        let Some(base) = cx
            .tuple_get(bases, at)
            .filter(|&base| cx.is(base, Kind::Type))
        else {
            continue;
        };
        let own = layout(cx, base);
        best = match best {
            Some((chosen, before)) if is_below(cx, before, own) || !is_below(cx, own, before) => {
                Some((chosen, before))
            }
            _ => Some((base, own)),
        };
    }
    best.map(|(base, _)| base)
}

/// `class.__bases__ = bases`, a tuple that is not empty.
pub(crate) fn assign<'f>(cx: &mut Context<'f>, ty: Local<'f>, bases: Local<'f>) -> Res<'f, ()> {
    let name = cx.name_of_type(ty);
    for at in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, at) else {
            continue;
        };
        if !cx.is(base, Kind::Type) {
            let found = cx.type_name(base);
            return Err(cx.type_error(format_args!(
                "{name}.__bases__ must be tuple of classes, not '{found}'"
            )));
        }
        if derives(cx, base, ty)? {
            return Err(cx.type_error(format_args!("a __bases__ item causes an inheritance cycle")));
        }
    }
    check(cx, bases)?;
    slots::best_base(cx, bases)?;
    let old_bases = cx.type_bases(ty).unwrap_or(Local::NONE);
    let (Some(old), Some(new)) = (best(cx, old_bases), best(cx, bases)) else {
        return Ok(());
    };
    slots::check_bases(cx, old, new)?;
    put_bases(cx, ty, bases);
    // Who makes a class enters it into the lists of its bases when it is whole.
    let whole = cx.type_mro(ty).is_some_and(|order| cx.tuple_len(order) > 0);
    // What has been done so far: class, new order, old order.
    let log = cx.list(&[])?;
    if let Err(error) = reorder(cx, ty, log) {
        undo(cx, log);
        if holds(cx, ty, bases) {
            put_bases(cx, ty, old_bases);
        }
        return Err(error);
    }
    // A metaclass's `mro` may have assigned others.
    if holds(cx, ty, bases) {
        slots::move_slots(cx, ty, old, new)?;
        if whole {
            unregister(cx, ty, old_bases);
            register_subclass(cx, ty, bases)?;
        }
        // SAFETY: a rooted type.
        unsafe { changed(cx.vm(), cx.raw(ty).ptr()) };
    }
    Ok(())
}

/// Whether a class is or derives from another, by its order or by its bases.
fn derives<'f>(cx: &mut Context<'f>, ty: Local<'f>, from: Local<'f>) -> Res<'f, bool> {
    if cx.is_subtype(ty, from) {
        return Ok(true);
    }
    let mut at = ty;
    loop {
        cx.charge(1)?;
        if cx.same(at, from) {
            return Ok(true);
        }
        let bases = cx.type_bases(at).unwrap_or(Local::NONE);
        match best(cx, bases) {
            Some(base) => at = base,
            None => return Ok(false),
        }
    }
}

fn holds<'f>(cx: &mut Context<'f>, ty: Local<'f>, bases: Local<'f>) -> bool {
    cx.type_bases(ty).is_some_and(|own| cx.same(own, bases))
}

fn put_bases<'f>(cx: &mut Context<'f>, ty: Local<'f>, bases: Local<'f>) {
    // SAFETY: both are rooted, the type's kind was checked.
    unsafe {
        let object: *mut TypeObj = cx.raw(ty).ptr();
        (*object).bases = cx.raw(bases);
        (*cx.vm()).heap.barrier(object, (*object).bases);
    }
}

/// Finds the order of a class and of all below it anew.
fn reorder<'f>(cx: &mut Context<'f>, ty: Local<'f>, log: Local<'f>) -> Res<'f, ()> {
    check_stack(cx)?;
    cx.charge(1)?;
    cx.scope(|cx| {
        let before = cx.type_mro(ty).unwrap_or(Local::NONE);
        let Some(order) = order_of(cx, ty)? else {
            return Ok(());
        };
        install(cx, ty, order);
        for part in [ty, order, before] {
            cx.list_push(log, part)?;
        }
        let below = cx.type_subclasses(ty)?;
        for at in 0..cx.list_len(below) {
            if let Some(subclass) = cx.list_get(below, at) {
                reorder(cx, subclass, log)?;
            }
        }
        Ok(())
    })
}

/// Gives the classes their old orders back.
fn undo<'f>(cx: &mut Context<'f>, log: Local<'f>) {
    for at in (0..cx.list_len(log)).step_by(3) {
        let parts = (
            cx.list_get(log, at),
            cx.list_get(log, at + 1),
            cx.list_get(log, at + 2),
        );
        if let (Some(ty), Some(new), Some(old)) = parts
            && cx.type_mro(ty).is_some_and(|now| cx.same(now, new))
        {
            install(cx, ty, old);
        }
    }
}

/// Takes a class out of its former bases' lists of subclasses.
fn unregister<'f>(cx: &mut Context<'f>, ty: Local<'f>, bases: Local<'f>) {
    for at in 0..cx.tuple_len(bases) {
        if let Some(base) = cx.tuple_get(bases, at) {
            // SAFETY: rooted types.
            unsafe {
                let id = i64::from((*cx.raw(ty).ptr::<TypeObj>()).id.0);
                TypeObj::forget_subclasses(cx.raw(base).ptr(), |other| other == id);
            }
        }
    }
}
