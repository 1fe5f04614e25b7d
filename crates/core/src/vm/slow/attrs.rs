//! Attributes and items.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::calls::push_call;
use super::*;
use crate::builtins::protocol;
use crate::compile::opcode::{Instr, Op};
use crate::vm::attr::{self, Found};
use crate::vm::call::Answer;
use crate::vm::fiber::Action;
use crate::vm::types;

#[inline(never)]
pub(crate) unsafe fn load_attr(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.b());
    let name = site_name(fiber, instr.c());
    if has_shape(object)
        && let Some(raw) = (*vm).shared_cache.load(object, name)
        && !quicken::can_learn(fiber, instr, Op::LoadAttr, Op::LoadAttrSlot)
    {
        regs(fiber).add(instr.a()).write(raw);
        return Flow::Go;
    }
    match attr::resolve(vm, object, name) {
        Found::Value(raw) => {
            quicken::load_attr(fiber, instr, object, name);
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        Found::Method { function, this } => {
            match alloc(fiber, || attr::method_object(vm, function, this)) {
                Ok(raw) => {
                    regs(fiber).add(instr.a()).write(raw);
                    Flow::Go
                }
                Err(flow) => flow,
            }
        }
        Found::Call {
            function,
            args,
            count,
        } => {
            let action = match attr::is_final(vm, object, function) {
                true => Action::Store,
                false => Action::GetAttr,
            };
            push_call(
                fiber,
                function,
                &args[..count],
                Answer::by(action, instr.a(), Raw::UNBOUND),
            )
        }
        Found::Missing => missing(fiber, instr.b(), name),
        Found::NoMemory => no_memory(fiber),
    }
}

#[cold]
unsafe fn missing(fiber: *mut Fiber, object: usize, name: *mut StrObj) -> Flow {
    let mut cx = native(fiber);
    let name = cx.root(Raw::from_ptr(name));
    let error = attr::missing(&mut cx, reg(fiber, object), name);
    fail(fiber, cx, error)
}

/// A hook under an attribute load has raised AttributeError: `__getattr__` is
/// tried. The frame on top is at the load.
pub(crate) unsafe fn try_getattr(fiber: *mut Fiber) -> bool {
    let vm = (*fiber).vm;
    let Some(instr) = current(fiber) else {
        return false;
    };
    let object = *regs(fiber).add(instr.b());
    let name = site_name(fiber, instr.c());
    let Some(function) = attr::getattr_function(vm, object, name) else {
        return false;
    };
    let name = Raw::from_ptr(name);
    (*fiber).error = Raw::NONE;
    let answer = if is_load_method(instr) {
        regs(fiber).add(instr.a() + 1).write(Raw::UNBOUND);
        Answer::store(instr.a())
    } else {
        Answer::store(instr.a())
    };
    matches!(
        push_call(fiber, function, &[object, name], answer),
        Flow::Go
    )
}

/// An AttributeError leaves what an attribute load has called: it is told what was asked for, if
/// it does not say so. The frame on top is at the load, if there is one.
#[cold]
pub(crate) unsafe fn blame_load(fiber: *mut Fiber, exception: Raw) {
    if (*fiber).frames.is_empty() {
        return;
    }
    if let Some(instr) = current(fiber)
        && (is_load_method(instr) || is_load_attr(instr))
    {
        let object = *regs(fiber).add(instr.b());
        let name = site_name(fiber, instr.c());
        attr::absent::blame((*fiber).vm, exception, name, object);
    }
}

fn is_load_attr(instr: Instr) -> bool {
    matches!(
        instr.op(),
        Some(
            Op::LoadAttr
                | Op::LoadAttrSlot
                | Op::LoadAttrClass
                | Op::LoadAttrType
                | Op::LoadAttrModule
        )
    )
}

/// The instruction that the frame on top is at.
pub(super) unsafe fn current(fiber: *mut Fiber) -> Option<Instr> {
    let frame = frame(fiber);
    if (*frame).func.is_null() {
        None
    } else {
        Some(Instr(*(*frame).pc.sub(1)))
    }
}

fn is_load_method(instr: Instr) -> bool {
    matches!(
        instr.op(),
        Some(Op::LoadMethod | Op::LoadMethodClass | Op::LoadMethodType | Op::LoadMethodModule)
    )
}

#[inline(never)]
pub(crate) unsafe fn load_method(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.b());
    let name = site_name(fiber, instr.c());
    if has_shape(object)
        && let Some(function) = (*vm).shared_cache.method(object, name)
        && !quicken::can_learn(fiber, instr, Op::LoadMethod, Op::LoadMethodClass)
    {
        regs(fiber).add(instr.a()).write(function);
        regs(fiber).add(instr.a() + 1).write(object);
        return Flow::Go;
    }
    match attr::resolve(vm, object, name) {
        Found::Method { function, this } => {
            if this == object {
                quicken::load_method(fiber, instr, object, function);
            }
            regs(fiber).add(instr.a()).write(function);
            regs(fiber).add(instr.a() + 1).write(this);
            Flow::Go
        }
        Found::Value(raw) => {
            match kind_of(object) {
                Some(Kind::Module) if (*object.ptr::<Header>()).class == ClassId::Module => {
                    quicken::load_method_module(fiber, instr, object, name);
                }
                Some(Kind::Type) => {
                    quicken::load_type(fiber, instr, object, name, Op::LoadMethodType);
                }
                _ => {}
            }
            regs(fiber).add(instr.a()).write(raw);
            regs(fiber).add(instr.a() + 1).write(Raw::UNBOUND);
            Flow::Go
        }
        Found::Call {
            function,
            args,
            count,
        } => {
            let hooked = !attr::is_final(vm, object, function);
            // `R[b]` may be `R[a]`: the object is not needed any more but for the hook.
            if !hooked || instr.b() != instr.a() + 1 {
                regs(fiber).add(instr.a() + 1).write(Raw::UNBOUND);
            }
            let action = if hooked {
                Action::GetAttr
            } else {
                Action::Store
            };
            push_call(
                fiber,
                function,
                &args[..count],
                Answer::by(action, instr.a(), Raw::UNBOUND),
            )
        }
        Found::Missing => missing(fiber, instr.b(), name),
        Found::NoMemory => no_memory(fiber),
    }
}

#[inline(never)]
pub(crate) unsafe fn store_attr(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.a());
    let name = site_name(fiber, instr.c());
    let value = *regs(fiber).add(instr.b());
    if has_shape(object)
        && let Some(slot) = (*vm).shared_cache.store(object, name)
        && !quicken::can_learn(fiber, instr, Op::StoreAttr, Op::StoreAttrSlot)
    {
        InstanceObj::set(&mut (*vm).heap, object.ptr(), slot, value);
        return Flow::Go;
    }
    let ty = (*vm).type_of(object);
    if has_shape(object) {
        if (*ty).flags & TypeFlags::SETATTR != 0 {
            let hook = (*vm).names.setattr;
            if let Some(function) = types::lookup(vm, ty, hook)
                && is_kind(function, Kind::Function)
            {
                let answer = Answer::by(Action::Discard, 0, Raw::UNBOUND);
                return push_call(
                    fiber,
                    function,
                    &[object, Raw::from_ptr(name), value],
                    answer,
                );
            }
        } else if let Some(found) = types::lookup(vm, ty, name)
            && types::slots::is_member(found)
            && let Some(slot) = types::slots::slot(vm, found, object)
        {
            quicken::store_attr(fiber, instr, object, name);
            InstanceObj::set(&mut (*vm).heap, object.ptr(), slot, value);
            return Flow::Go;
        } else if (*ty).flags & TypeFlags::NO_DICT == 0
            && types::lookup(vm, ty, name).is_none_or(|found| types::is_plain(found))
        {
            quicken::store_attr(fiber, instr, object, name);
            return match alloc(fiber, || types::instance_set(vm, object.ptr(), name, value)) {
                Ok(()) => Flow::Go,
                Err(flow) => flow,
            };
        }
    }
    if let Some(found) = types::lookup(vm, ty, name)
        && is_kind(found, Kind::Property)
    {
        let setter = *found.ptr::<Header>().add(1).cast::<Raw>().add(1);
        if is_kind(setter, Kind::Function) {
            return push_call(
                fiber,
                setter,
                &[object, value],
                Answer::by(Action::Discard, 0, Raw::UNBOUND),
            );
        }
    }
    let mut cx = native(fiber);
    let name = cx.root(Raw::from_ptr(name));
    let result = cx.set_attr(reg(fiber, instr.a()), name, reg(fiber, instr.b()));
    done(fiber, cx, result)
}

pub(crate) unsafe fn delete_attr(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = site_name(fiber, instr.c());
    let mut cx = native(fiber);
    let name = cx.root(Raw::from_ptr(name));
    let result = cx.del_attr(reg(fiber, instr.a()), name);
    done(fiber, cx, result)
}

pub(crate) unsafe fn call_super(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let callee = *regs(fiber).add(instr.a());
    if callee != Raw::from_ptr((*vm).type_by_id(ClassId::Super)) {
        return push_call(fiber, callee, &[], Answer::store(instr.a()));
    }
    let cell = *regs(fiber).add(instr.b());
    let class = if is_kind(cell, Kind::Cell) {
        (*cell.ptr::<PairObj>()).a
    } else {
        cell
    };
    let first = *regs(fiber).add(instr.c());
    let this = if is_kind(first, Kind::Cell) {
        (*first.ptr::<PairObj>()).a
    } else {
        first
    };
    if !is_kind(class, Kind::Type) {
        let mut cx = native(fiber);
        let error = cx.raise(
            ClassId::RuntimeError,
            format_args!("super(): empty __class__ cell"),
        );
        return fail(fiber, cx, error);
    }
    if this.is_unbound() {
        let mut cx = native(fiber);
        let error = cx.raise(
            ClassId::RuntimeError,
            format_args!("super(): arg[0] deleted"),
        );
        return fail(fiber, cx, error);
    }
    let wanted = (*class.ptr::<TypeObj>()).id;
    let fits = (*vm).is_subclass((*vm).class_of(this), wanted)
        || is_kind(this, Kind::Type) && (*vm).is_subclass((*this.ptr::<TypeObj>()).id, wanted);
    if !fits {
        let mut cx = native(fiber);
        let (class, this) = (cx.root(class), cx.root(this));
        let made = crate::builtins::types::super_object::of(&mut cx, class, this);
        return store(fiber, cx, instr.a(), made);
    }
    match alloc(fiber, || {
        PairObj::new(&mut (*vm).heap, Kind::Super, ClassId::Super, class, this)
    }) {
        Ok(object) => {
            regs(fiber).add(instr.a()).write(Raw::from_ptr(object));
            Flow::Go
        }
        Err(flow) => flow,
    }
}

/// A special method of an instance that is a script's function.
unsafe fn script_method(fiber: *mut Fiber, object: Raw, name: *mut StrObj) -> Option<Raw> {
    let vm = (*fiber).vm;
    if !has_shape(object) {
        return None;
    }
    types::lookup(vm, (*vm).type_of(object), name).filter(|&found| is_kind(found, Kind::Function))
}

#[inline(never)]
pub(crate) unsafe fn get_item(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let (object, key) = (*regs(fiber).add(instr.b()), *regs(fiber).add(instr.c()));
    let getitem = (*vm).names.getitem;
    if let Some(function) = script_method(fiber, object, getitem) {
        return push_call(fiber, function, &[object, key], Answer::store(instr.a()));
    }
    let mut cx = native(fiber);
    let result = protocol::get_item(&mut cx, reg(fiber, instr.b()), reg(fiber, instr.c()));
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn get_item_int(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.b());
    let key = Raw::from_small(instr.sc());
    let known = keyed::item(vm, object, key);
    if !known.is_unbound() {
        regs(fiber).add(instr.a()).write(known);
        return Flow::Go;
    }
    let getitem = (*vm).names.getitem;
    if let Some(function) = script_method(fiber, object, getitem) {
        return push_call(fiber, function, &[object, key], Answer::store(instr.a()));
    }
    let mut cx = native(fiber);
    let key = cx.immediate(key);
    let result = protocol::get_item(&mut cx, reg(fiber, instr.b()), key);
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn set_item(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let (object, key) = (*regs(fiber).add(instr.a()), *regs(fiber).add(instr.b()));
    let value = *regs(fiber).add(instr.c());
    if is_kind(object, Kind::Dict)
        && let Some(flow) = set_plain_key(fiber, object.ptr(), key, value)
    {
        return flow;
    }
    let setitem = (*vm).names.setitem;
    if let Some(function) = script_method(fiber, object, setitem) {
        return push_call(
            fiber,
            function,
            &[object, key, value],
            Answer::by(Action::Discard, 0, Raw::UNBOUND),
        );
    }
    let mut cx = native(fiber);
    let result = protocol::set_item(
        &mut cx,
        reg(fiber, instr.a()),
        reg(fiber, instr.b()),
        reg(fiber, instr.c()),
    );
    done(fiber, cx, result)
}

pub(crate) unsafe fn delete_item(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let (object, key) = (*regs(fiber).add(instr.a()), *regs(fiber).add(instr.b()));
    if keyed::del_item(vm, object, key) {
        return Flow::Go;
    }
    let delitem = (*vm).names.delitem;
    if let Some(function) = script_method(fiber, object, delitem) {
        return push_call(
            fiber,
            function,
            &[object, key],
            Answer::by(Action::Discard, 0, Raw::UNBOUND),
        );
    }
    let mut cx = native(fiber);
    let result = protocol::del_item(&mut cx, reg(fiber, instr.a()), reg(fiber, instr.b()));
    done(fiber, cx, result)
}

#[inline(never)]
pub(crate) unsafe fn contains(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let (item, container) = (*regs(fiber).add(instr.b()), *regs(fiber).add(instr.c()));
    let name = (*vm).names.contains;
    if let Some(function) = script_method(fiber, container, name) {
        let answer = Answer::by(Action::StoreBool, instr.a(), Raw::from_bool(instr.d() != 0));
        return push_call(fiber, function, &[container, item], answer);
    }
    let mut cx = native(fiber);
    match protocol::contains(&mut cx, reg(fiber, instr.c()), reg(fiber, instr.b())) {
        Ok(found) => {
            regs(fiber)
                .add(instr.a())
                .write(Raw::from_bool(found != (instr.d() != 0)));
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}
