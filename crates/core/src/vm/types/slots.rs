//! `__slots__`: members of instances at fixed places, their descriptors, and instances
//! that change their class.
//!
//! Members lie in the first inline slots of an instance, whatever its shape; a type's
//! root shape begins to count behind them. A descriptor is a record of name, owner and
//! place, and checks that an object is an instance of its owner before it uses the place.
//!
//! # Safety
//! As `vm::types` says.

use crate::builtins::protocol;
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::text::unicode::case::is_identifier;
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::shapes::{dict_shape, instance_dict};
use crate::vm::state::State;
use core::ptr::null_mut;

/// What `__slots__` of a new class asks for.
pub(super) struct Plan<'f> {
    /// Sorted tuple of the members' names, mangled; None without any.
    names: Local<'f>,
    /// How many these are.
    pub(super) count: u16,
    /// Flags that the class gets.
    pub(super) flags: u16,
}

const CLASS: ClassId = ClassId::MemberDescriptor;

/// The class among the bases whose members the new one's begin with.
pub(super) fn best_base<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f, *mut TypeObj> {
    let mut best: *mut TypeObj = null_mut();
    for at in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, at) else {
            continue;
        };
        // SAFETY: the bases are types, rooted by the tuple; MROs are tuples of types.
        let conflict = unsafe {
            let other = (*cx.raw(base).ptr::<TypeObj>()).slotted;
            let below = |a: *mut TypeObj, b: *mut TypeObj| {
                b.is_null() || !a.is_null() && (*cx.vm()).is_subclass((*a).id, (*b).id)
            };
            if below(best, other) {
                false
            } else if below(other, best) {
                best = other;
                false
            } else {
                true
            }
        };
        if conflict {
            return Err(cx.type_error(format_args!(
                "multiple bases have instance lay-out conflict"
            )));
        }
    }
    Ok(best)
}

/// Whether instances of a base have a dict, and take weak references.
fn has<'f>(cx: &Context<'f>, base: Local<'f>) -> (bool, bool) {
    // SAFETY: the base is a rooted type.
    unsafe {
        let ty: *mut TypeObj = cx.raw(base).ptr();
        if (*ty).flags & TypeFlags::HEAP == 0 {
            let both = matches!((*ty).id, ClassId::Type | ClassId::Module);
            return (both || (*ty).solid == ClassId::BaseException, both);
        }
        (
            (*ty).flags & TypeFlags::NO_DICT == 0,
            (*ty).flags & TypeFlags::NO_WEAKREF == 0,
        )
    }
}

/// Reads `__slots__` of a class's namespace.
pub(super) fn plan<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    bases: Local<'f>,
    namespace: Local<'f>,
    solid: ClassId,
) -> Res<'f, Plan<'f>> {
    let mut plan = Plan {
        names: Local::NONE,
        count: 0,
        flags: 0,
    };
    let Some(slots) = cx.dict_get_str(namespace, "__slots__")? else {
        return Ok(plan);
    };
    let text = cx.plain(slots);
    let items = if cx.is(text, Kind::Str) {
        cx.list(&[text])?
    } else {
        protocol::list_of(cx, slots)?
    };
    let first = cx.tuple_get(bases, 0).unwrap_or(Local::NONE);
    let (mut dict, mut weak) = has(cx, first);
    let sized = matches!(
        solid,
        ClassId::Int | ClassId::Tuple | ClassId::Bytes | ClassId::Type
    );
    if cx.list_len(items) > 0 && sized {
        let base = cx.name_of_type(first);
        return Err(cx.type_error(format_args!(
            "nonempty __slots__ not supported for subtype of '{base}'"
        )));
    }
    let names = cx.list(&[])?;
    for at in 0..cx.list_len(items) {
        cx.charge(1)?;
        let Some(item) = cx.list_get(items, at) else {
            continue;
        };
        let item = cx.plain(item);
        if !cx.is(item, Kind::Str) {
            let found = cx.type_name(item);
            return Err(cx.type_error(format_args!(
                "__slots__ items must be strings, not '{found}'"
            )));
        }
        let bytes = cx.str_bytes(item).unwrap_or_default();
        if !is_identifier(bytes) {
            return Err(cx.type_error(format_args!("__slots__ must be identifiers")));
        }
        match bytes {
            b"__dict__" if dict => {
                return Err(
                    cx.type_error(format_args!("__dict__ slot disallowed: we already got one"))
                );
            }
            b"__dict__" => dict = true,
            b"__weakref__" if weak => {
                return Err(cx.type_error(format_args!(
                    "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0"
                )));
            }
            b"__weakref__" => weak = true,
            _ => {
                let name = mangled(cx, class, item)?;
                cx.list_push(names, name)?;
            }
        }
    }
    protocol::sort_list(cx, names, None, false)?;
    for at in 0..cx.list_len(names) {
        let Some(name) = cx.list_get(names, at) else {
            continue;
        };
        // `__qualname__` and `__classcell__` have been taken out of the namespace.
        if cx.dict_get(namespace, name)?.is_some() {
            let shown = protocol::repr(cx, name)?;
            let shown = cx.as_str(shown).unwrap_or("?");
            return Err(cx.value_error(format_args!(
                "{shown} in __slots__ conflicts with class variable"
            )));
        }
    }
    for at in 1..cx.tuple_len(bases) {
        if let Some(base) = cx.tuple_get(bases, at) {
            let (other_dict, other_weak) = has(cx, base);
            dict |= other_dict;
            weak |= other_weak;
        }
    }
    if !dict {
        plan.flags |= TypeFlags::NO_DICT;
    }
    if !weak {
        plan.flags |= TypeFlags::NO_WEAKREF;
    }
    // Exceptions keep all that is set on them in their dict.
    if solid != ClassId::BaseException {
        plan.count = match u16::try_from(cx.list_len(names)) {
            Ok(count) => count,
            Err(_) => return Err(cx.memory_error()),
        };
    }
    if plan.count > 0 {
        plan.names = cx.tuple_from_list(names)?;
    }
    Ok(plan)
}

/// A name that begins with two underscores belongs to the class.
fn mangled<'f>(cx: &mut Context<'f>, class: Local<'f>, name: Local<'f>) -> Res<'f> {
    let bytes = cx.str_bytes(name).unwrap_or_default();
    let owner = cx.str_bytes(class).unwrap_or_default();
    let start = owner.iter().take_while(|&&byte| byte == b'_').count();
    let owner = owner.get(start..).unwrap_or_default();
    if !bytes.starts_with(b"__") || bytes.ends_with(b"__") || owner.is_empty() {
        return Ok(name);
    }
    let mut text = cx.text();
    text.push_str("_");
    text.push(owner);
    text.push(bytes);
    cx.finish(text)
}

/// Makes room for the members of a class that is being made.
///
/// # Safety
/// The types are live.
pub(in crate::vm) unsafe fn reserve(ty: *mut TypeObj, slotted: *mut TypeObj, count: u16) {
    let before = if slotted.is_null() {
        0
    } else {
        (*slotted).members
    };
    // A place beyond the inline slots of an object is refused when it is used.
    (*ty).members = before.saturating_add(count);
    (*ty).slotted = if count > 0 { ty } else { slotted };
    (*ty).inline_slots = (*ty).members;
}

/// Gives a class the descriptors of its members.
pub(super) fn define<'f>(
    cx: &mut Context<'f>,
    ty: Local<'f>,
    dict: Local<'f>,
    plan: &Plan<'f>,
) -> Res<'f, ()> {
    let raw = cx.raw(ty);
    // SAFETY: the type is rooted, as are the names.
    let members = unsafe {
        let object: *mut TypeObj = raw.ptr();
        if plan.count > 0 {
            (*object).slot_names = cx.raw(plan.names);
            (*cx.vm()).heap.barrier(object, (*object).slot_names);
        }
        usize::from((*object).members)
    };
    let first = members.saturating_sub(usize::from(plan.count));
    for at in 0..usize::from(plan.count) {
        cx.scope(|cx| {
            let Some(name) = cx.tuple_get(plan.names, at) else {
                return Ok(());
            };
            let place = cx.size(first + at)?;
            // SAFETY: the name is a rooted str; interned, look-ups find it by address.
            let name = unsafe {
                match (*cx.vm()).intern(cx.raw(name).ptr()) {
                    Ok(name) => cx.root(Raw::from_ptr(name)),
                    Err(OutOfMemory) => return Err(cx.memory_error()),
                }
            };
            let member = cx.record(CLASS, &[name, ty, place])?;
            cx.dict_set(dict, name, member)
        })?;
    }
    Ok(())
}

/// The slot of a member in an object, if the descriptor is for such objects.
///
/// # Safety
/// `member` is a descriptor of a member; both are live.
pub(crate) unsafe fn slot(vm: *mut State, member: Raw, object: Raw) -> Option<usize> {
    if !has_shape(object) {
        return None;
    }
    let record: *mut RecordObj = member.ptr();
    let owner = RecordObj::get(record, 1)?;
    let at = RecordObj::get(record, 2)?;
    let (owner, at): (*mut TypeObj, _) = (owner.ptr(), at.small() as usize);
    let fits = (*vm).is_subclass((*vm).class_of(object), (*owner).id)
        && at < (*object.ptr::<Header>()).aux as usize;
    fits.then_some(at)
}

/// The place of that slot.
///
/// # Safety
/// As [`slot`].
pub(crate) unsafe fn place(vm: *mut State, member: Raw, object: Raw) -> Option<*mut Raw> {
    let at = slot(vm, member, object)?;
    Some(InstanceObj::inline(object.ptr()).add(at))
}

/// Whether a value is the descriptor of a member.
///
/// # Safety
/// The value is live.
#[inline]
pub(crate) unsafe fn is_member(raw: Raw) -> bool {
    is_kind(raw, Kind::Record) && (*raw.ptr::<Header>()).class == CLASS
}

impl<'f> Context<'f> {
    /// The value of a member of an object: `None` where it is empty, TypeError where the
    /// descriptor is not for such objects.
    pub(crate) fn member(
        &mut self,
        member: Local<'f>,
        object: Local<'f>,
    ) -> Res<'f, Option<Local<'f>>> {
        let (member_raw, raw) = (self.raw(member), self.raw(object));
        // SAFETY: both are rooted; the word is rooted at once.
        unsafe {
            let place = match is_member(member_raw) {
                true => place(self.vm(), member_raw, raw),
                false => None,
            };
            match place {
                Some(place) if (*place).is_unbound() => Ok(None),
                Some(place) => Ok(Some(self.root(*place))),
                None => Err(self.not_for(member, object)),
            }
        }
    }

    /// Fills or empties a member of an object.
    pub(crate) fn set_member(
        &mut self,
        member: Local<'f>,
        object: Local<'f>,
        value: Option<Local<'f>>,
    ) -> Res<'f, ()> {
        if value.is_none() && self.member(member, object)?.is_none() {
            let name = self.record_part(member, CLASS, 0).unwrap_or(Local::NONE);
            return Err(self.raise_with(ClassId::AttributeError, &[name]));
        }
        let word = value.map_or(Raw::UNBOUND, |value| self.raw(value));
        let (member_raw, raw) = (self.raw(member), self.raw(object));
        // SAFETY: all are rooted.
        unsafe {
            let place = match is_member(member_raw) {
                true => place(self.vm(), member_raw, raw),
                false => None,
            };
            match place {
                Some(place) => {
                    *place = word;
                    (*self.vm()).heap.barrier(raw.ptr::<Header>(), word);
                    Ok(())
                }
                None => Err(self.not_for(member, object)),
            }
        }
    }

    #[cold]
    fn not_for(&mut self, member: Local<'f>, object: Local<'f>) -> Error<'f> {
        let name = self.record_part(member, CLASS, 0).unwrap_or(Local::NONE);
        let owner = self.record_part(member, CLASS, 1).unwrap_or(Local::NONE);
        let name = self.as_str(name).unwrap_or("?");
        let (owner, found) = (self.name_of_type(owner), self.type_name(object));
        self.type_error(format_args!(
            "descriptor '{name}' for '{owner}' objects doesn't apply to a '{found}' object"
        ))
    }

    /// Whether instances of a class made by a script have a dict, and take weak references.
    pub(crate) fn instances_have(&self, ty: Local<'f>) -> (bool, bool) {
        if !self.is(ty, Kind::Type) {
            return (false, false);
        }
        has(self, ty)
    }

    /// Gives an object another class; TypeError where their layouts differ.
    pub(crate) fn set_class(&mut self, object: Local<'f>, class: Local<'f>) -> Res<'f, ()> {
        let (raw, wanted) = (self.raw(object), self.raw(class));
        let vm = self.vm();
        // SAFETY: both are rooted, the class is a type (checked by the caller).
        unsafe {
            let new: *mut TypeObj = wanted.ptr();
            let old = (*vm).type_of(raw);
            let modules = (*old).solid == ClassId::Module && (*new).solid == ClassId::Module;
            if (*old).flags & (*new).flags & TypeFlags::HEAP == 0 && !modules
                || ((*old).flags | (*new).flags) & TypeFlags::NATIVE != 0
            {
                return Err(self.type_error(format_args!(
                    "__class__ assignment only supported for mutable types or ModuleType subclasses"
                )));
            }
            let fits = match modules {
                true => same_members((*old).slotted, (*new).slotted),
                false => compatible(old, new),
            };
            if !fits {
                let (new, old) = ((*vm).type_name_of(new), (*vm).type_name_of(old));
                return Err(self.type_error(format_args!(
                    "__class__ assignment: '{new}' object layout differs from '{old}'"
                )));
            }
            let header = raw.ptr::<Header>();
            if modules {
                // What was found through the old class may not be seen through the new one.
                DictObj::forget_layout((*raw.ptr::<ModuleObj>()).dict);
            }
            if !has_shape(raw) {
                // The object keeps its class alive, by what its header says: if it is
                // marked already, it is visited again.
                (*header).class = (*new).id;
                (*vm).heap.barrier(header, wanted);
                return Ok(());
            }
            let bare = (*old).flags & TypeFlags::NO_DICT != 0;
            self.alloc_unit(|_| {
                let shape = if bare {
                    (*new).root
                } else {
                    // What it holds is in its dict from now on.
                    let mode = dict_shape(vm, (*new).root)?;
                    instance_dict(vm, raw.ptr())?;
                    mode
                };
                (*header).class = (*shape).id;
                (*vm).heap.barrier(header, Raw::from_ptr(shape));
                Ok(())
            })
        }
    }
}

/// Whether a class's instances are such that CPython's collector of cycles knows them.
fn in_cycles<'f>(cx: &Context<'f>, ty: Local<'f>) -> bool {
    let (dict, weak) = has(cx, ty);
    // SAFETY: a rooted type.
    unsafe {
        let ty: *mut TypeObj = cx.raw(ty).ptr();
        dict || weak
            || (*ty).members > 0
            || !matches!(
                (*ty).solid,
                ClassId::Object
                    | ClassId::Int
                    | ClassId::Float
                    | ClassId::Complex
                    | ClassId::Str
                    | ClassId::Bytes
                    | ClassId::ByteArray
            )
    }
}

/// Whether a class that was laid out for one base can have the other in its place.
pub(super) fn check_bases<'f>(cx: &mut Context<'f>, old: Local<'f>, new: Local<'f>) -> Res<'f, ()> {
    // SAFETY: rooted types.
    let alike = unsafe {
        let (a, b): (*mut TypeObj, *mut TypeObj) = (cx.raw(old).ptr(), cx.raw(new).ptr());
        (*a).solid == (*b).solid
            && (*a).native == (*b).native
            && (*a).members == (*b).members
            && has(cx, old) == has(cx, new)
            && same_members((*a).slotted, (*b).slotted)
    };
    if alike {
        return Ok(());
    }
    let what = match in_cycles(cx, old) == in_cycles(cx, new) {
        true => "object layout",
        false => "deallocator",
    };
    let (old, new) = (cx.name_of_type(old), cx.name_of_type(new));
    Err(cx.type_error(format_args!(
        "__bases__ assignment: '{new}' {what} differs from '{old}'"
    )))
}

/// A class and those below it get their first members from another base now.
pub(super) fn move_slots<'f>(
    cx: &mut Context<'f>,
    ty: Local<'f>,
    old: Local<'f>,
    new: Local<'f>,
) -> Res<'f, ()> {
    // SAFETY: rooted types.
    let (from, to) = unsafe {
        (
            (*cx.raw(old).ptr::<TypeObj>()).slotted,
            (*cx.raw(new).ptr::<TypeObj>()).slotted,
        )
    };
    if from == to {
        return Ok(());
    }
    crate::vm::context::foreign::check_stack(cx)?;
    cx.scope(|cx| {
        // SAFETY: as above; the new base is reachable through the order.
        unsafe {
            let object: *mut TypeObj = cx.raw(ty).ptr();
            if (*object).slotted == from {
                (*object).slotted = to;
            }
        }
        let below = cx.type_subclasses(ty)?;
        for at in 0..cx.list_len(below) {
            if let Some(subclass) = cx.list_get(below, at) {
                move_slots(cx, subclass, old, new)?;
            }
        }
        Ok(())
    })
}

/// Whether instances of two classes are laid out alike.
unsafe fn compatible(a: *mut TypeObj, b: *mut TypeObj) -> bool {
    let flags = TypeFlags::NO_DICT | TypeFlags::NO_WEAKREF;
    if (*a).solid != (*b).solid
        || (*a).layout != (*b).layout
        || (*a).flags & flags != (*b).flags & flags
        || (*a).members != (*b).members
        || (*a).native != (*b).native
    {
        return false;
    }
    if a != b && matches!((*a).solid, ClassId::Int | ClassId::Tuple | ClassId::Bytes) {
        // CPython's layouts of these have no fixed place for a dict.
        return false;
    }
    same_members((*a).slotted, (*b).slotted)
}

/// Whether two classes have added members of the same names, or none.
unsafe fn same_members(x: *mut TypeObj, y: *mut TypeObj) -> bool {
    if x == y {
        return true;
    }
    if x.is_null() || y.is_null() {
        return false;
    }
    let first = |ty: *mut TypeObj| TupleObj::slice((*ty).bases.ptr()).first().copied();
    if first(x) != first(y) {
        return false;
    }
    let (x, y) = ((*x).slot_names, (*y).slot_names);
    if !is_kind(x, Kind::Tuple) || !is_kind(y, Kind::Tuple) {
        return false;
    }
    let (x, y) = (TupleObj::slice(x.ptr()), TupleObj::slice(y.ptr()));
    x.len() == y.len()
        && x.iter().zip(y).all(|(&x, &y)| {
            is_kind(x, Kind::Str)
                && is_kind(y, Kind::Str)
                && StrObj::bytes(x.ptr()) == StrObj::bytes(y.ptr())
        })
}
