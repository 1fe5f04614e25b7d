//! Variables: locals that are empty, cells, globals, namespaces.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::compile::opcode::Instr;

/// UnboundLocalError for register `a`.
#[cold]
pub(crate) unsafe fn unbound_local(fiber: *mut Fiber, instr: Instr) -> Flow {
    let proto = &*(*(*frame(fiber)).code).proto;
    let name: &str = proto.reg_names.get(instr.a()).map_or("?", |name| name);
    let mut cx = native(fiber);
    let error = cx.raise(
        ClassId::UnboundLocalError,
        format_args!(
            "cannot access local variable '{name}' where it is not associated with a value"
        ),
    );
    fail(fiber, cx, error)
}

pub(crate) unsafe fn make_cell(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let made = alloc(fiber, || {
        let content = *regs(fiber).add(instr.a());
        PairObj::new(
            &mut (*vm).heap,
            Kind::Cell,
            ClassId::Cell,
            content,
            Raw::UNBOUND,
        )
    });
    match made {
        Ok(cell) => {
            regs(fiber).add(instr.a()).write(Raw::from_ptr(cell));
            Flow::Go
        }
        Err(flow) => flow,
    }
}

pub(crate) unsafe fn load_closure(fiber: *mut Fiber, instr: Instr) -> Flow {
    let closure = (*(*frame(fiber)).func).closure;
    let cells = if closure.is_ptr() {
        TupleObj::slice(closure.ptr())
    } else {
        &[]
    };
    for i in 0..instr.b() {
        regs(fiber)
            .add(instr.a() + i)
            .write(cells.get(i).copied().unwrap_or(Raw::UNBOUND));
    }
    Flow::Go
}

/// The error for an empty cell in the register that the instruction names.
unsafe fn empty(fiber: *mut Fiber, register: usize) -> Flow {
    let proto = &*(*(*frame(fiber)).code).proto;
    let name: &str = proto.reg_names.get(register).map_or("?", |name| name);
    let mut cx = native(fiber);
    let error = if register >= proto.free_start as usize {
        cx.raise(
            ClassId::NameError,
            format_args!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
        )
    } else {
        cx.raise(
            ClassId::UnboundLocalError,
            format_args!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    };
    fail(fiber, cx, error)
}

#[cold]
pub(crate) unsafe fn empty_cell(fiber: *mut Fiber, instr: Instr) -> Flow {
    let register = if instr.op() == Some(crate::compile::opcode::Op::LoadCell) {
        instr.b()
    } else {
        instr.a()
    };
    empty(fiber, register)
}

pub(crate) unsafe fn delete_cell(fiber: *mut Fiber, instr: Instr) -> Flow {
    let cell = *regs(fiber).add(instr.a());
    if is_kind(cell, Kind::Cell) && !(*cell.ptr::<PairObj>()).a.is_unbound() {
        (*cell.ptr::<PairObj>()).a = Raw::UNBOUND;
        return Flow::Go;
    }
    empty(fiber, instr.a())
}

pub(crate) unsafe fn load_class_cell(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = site_name(fiber, instr.c());
    let names = (*frame(fiber)).names;
    let found = if names.is_ptr() {
        DictObj::get_str(names.ptr(), name, (*(*fiber).vm).secret)
    } else {
        None
    };
    let value = match found {
        Some(raw) => raw,
        None => {
            let cell = *regs(fiber).add(instr.b());
            if is_kind(cell, Kind::Cell) {
                (*cell.ptr::<PairObj>()).a
            } else {
                Raw::UNBOUND
            }
        }
    };
    if value.is_unbound() {
        return empty(fiber, instr.b());
    }
    regs(fiber).add(instr.a()).write(value);
    Flow::Go
}

/// NameError for a name.
#[cold]
unsafe fn name_error(fiber: *mut Fiber, name: *mut StrObj) -> Flow {
    let mut cx = native(fiber);
    let name = cx.root(Raw::from_ptr(name));
    let text = cx.as_str(name).unwrap_or("?");
    let error = cx.raise(
        ClassId::NameError,
        format_args!("name '{text}' is not defined"),
    );
    let exception = cx.exception(error);
    let (object, key) = (cx.raw(exception), cx.names().name_attr);
    if is_kind(object, Kind::Exception) {
        let _ = crate::vm::attr::exception_attr((*fiber).vm, object.ptr(), key, cx.raw(name));
    }
    (*fiber).error = object;
    Flow::Raise
}

pub(crate) unsafe fn load_global(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let globals = (*(*frame(fiber)).func).globals;
    let secret = (*vm).secret;
    let value = match DictObj::find_str(globals, name, secret) {
        Some(at) => {
            quicken::global_entry(fiber, instr, at);
            (*DictObj::entry(globals, at)).value
        }
        None => match DictObj::find_str((*vm).builtins, name, secret) {
            Some(at) => {
                quicken::builtin_entry(fiber, instr, at);
                (*DictObj::entry((*vm).builtins, at)).value
            }
            None => return name_error(fiber, name),
        },
    };
    regs(fiber).add(instr.a()).write(value);
    Flow::Go
}

pub(crate) unsafe fn store_global(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let globals = (*(*frame(fiber)).func).globals;
    let secret = (*vm).secret;
    let stored = alloc(fiber, || {
        DictObj::set_str(
            &mut (*vm).heap,
            globals,
            name,
            *regs(fiber).add(instr.a()),
            secret,
        )
    });
    match stored {
        Ok(()) => {
            if let Some(at) = DictObj::find_str(globals, name, secret) {
                quicken::store_global_entry(fiber, instr, at);
            }
            Flow::Go
        }
        Err(flow) => flow,
    }
}

unsafe fn remove(fiber: *mut Fiber, dict: *mut DictObj, name: *mut StrObj) -> Flow {
    let vm = (*fiber).vm;
    match DictObj::find_str(dict, name, (*vm).secret) {
        Some(at) => {
            DictObj::remove(&mut (*vm).heap, dict, at, (*vm).secret);
            Flow::Go
        }
        None => name_error(fiber, name),
    }
}

pub(crate) unsafe fn delete_global(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = site_name(fiber, instr.c());
    remove(fiber, (*(*frame(fiber)).func).globals, name)
}

/// The namespace of a class body; of other units the globals.
unsafe fn namespace(fiber: *mut Fiber) -> *mut DictObj {
    let frame = frame(fiber);
    if (*frame).names.is_ptr() {
        (*frame).names.ptr()
    } else {
        (*(*frame).func).globals
    }
}

pub(crate) unsafe fn load_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let secret = (*vm).secret;
    let globals = (*(*frame(fiber)).func).globals;
    let found = DictObj::get_str(namespace(fiber), name, secret)
        .or_else(|| DictObj::get_str(globals, name, secret))
        .or_else(|| DictObj::get_str((*vm).builtins, name, secret));
    match found {
        Some(raw) => {
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        None => name_error(fiber, name),
    }
}

pub(crate) unsafe fn store_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let dict = namespace(fiber);
    let secret = (*vm).secret;
    match alloc(fiber, || {
        DictObj::set_str(
            &mut (*vm).heap,
            dict,
            name,
            *regs(fiber).add(instr.a()),
            secret,
        )
    }) {
        Ok(()) => Flow::Go,
        Err(flow) => flow,
    }
}

pub(crate) unsafe fn delete_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = site_name(fiber, instr.c());
    remove(fiber, namespace(fiber), name)
}

pub(crate) unsafe fn setup_annotations(fiber: *mut Fiber, _instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let dict = namespace(fiber);
    let name = (*vm).names.annotations;
    let secret = (*vm).secret;
    if DictObj::find_str(dict, name, secret).is_some() {
        return Flow::Go;
    }
    let made = alloc(fiber, || {
        let annotations = DictObj::new(&mut (*vm).heap)?;
        DictObj::set_str(
            &mut (*vm).heap,
            dict,
            name,
            Raw::from_ptr(annotations),
            secret,
        )
    });
    match made {
        Ok(()) => Flow::Go,
        Err(flow) => flow,
    }
}
