//! Variables: locals that are empty, cells, globals, namespaces.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::builtins::protocol;
use crate::compile::opcode::Instr;

/// UnboundLocalError for register `a`.
#[inline(never)]
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

#[inline(never)]
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

#[inline(never)]
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

#[inline(never)]
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
    let found = match own_name(fiber, name) {
        Ok(found) => found,
        Err(flow) => return flow,
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

#[inline(never)]
pub(crate) unsafe fn load_global(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let func = (*frame(fiber)).func;
    let (globals, builtins) = ((*func).globals, (*func).builtins);
    let secret = (*vm).secret;
    if let Some(at) = DictObj::find_str(globals, name, secret) {
        quicken::global_entry(fiber, instr, at);
        let value = (*DictObj::entry(globals, at)).value;
        regs(fiber).add(instr.a()).write(value);
        return Flow::Go;
    }
    if builtins == Raw::from_ptr((*vm).builtins) {
        let Some(at) = DictObj::find_str((*vm).builtins, name, secret) else {
            return name_error(fiber, name);
        };
        quicken::builtin_entry(fiber, instr, at);
        let value = (*DictObj::entry((*vm).builtins, at)).value;
        regs(fiber).add(instr.a()).write(value);
        return Flow::Go;
    }
    load_builtin(fiber, instr, name)
}

/// Loads a name that only the built-ins may have.
unsafe fn load_builtin(fiber: *mut Fiber, instr: Instr, name: *mut StrObj) -> Flow {
    let builtins = (*(*frame(fiber)).func).builtins;
    match mapped(fiber, builtins, name) {
        Ok(Some(raw)) => {
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        Ok(None) => name_error(fiber, name),
        Err(flow) => flow,
    }
}

/// What a namespace has under a name: a dict, or any mapping. The word is live until
/// something may collect.
unsafe fn mapped(
    fiber: *mut Fiber,
    namespace: Raw,
    name: *mut StrObj,
) -> Result<Option<Raw>, Flow> {
    if is_kind(namespace, Kind::Dict) {
        return Ok(DictObj::get_str(
            namespace.ptr(),
            name,
            (*(*fiber).vm).secret,
        ));
    }
    let mut cx = native(fiber);
    let (namespace, name) = (cx.root(namespace), cx.root(Raw::from_ptr(name)));
    match item(&mut cx, namespace, name) {
        Ok(found) => Ok(found.map(|found| cx.raw(found))),
        Err(error) => Err(fail(fiber, cx, error)),
    }
}

/// `namespace[name]`, unless it raises KeyError.
pub(super) fn item<'f>(
    cx: &mut Context<'f>,
    namespace: Local<'f>,
    name: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    match protocol::get_item(cx, namespace, name) {
        Ok(value) => Ok(Some(value)),
        Err(error) if cx.error_is(&error, ClassId::KeyError) => Ok(None),
        Err(error) => Err(error),
    }
}

#[inline(never)]
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

/// The namespace of a class body or of code with locals of its own; of other units the
/// globals.
unsafe fn namespace(fiber: *mut Fiber) -> Raw {
    let frame = frame(fiber);
    let names = FrameObj::names_of((*frame).names);
    if names.is_ptr() {
        names
    } else {
        Raw::from_ptr((*(*frame).func).globals)
    }
}

/// What the namespace has under a name.
unsafe fn own_name(fiber: *mut Fiber, name: *mut StrObj) -> Result<Option<Raw>, Flow> {
    mapped(fiber, namespace(fiber), name)
}

#[inline(never)]
pub(crate) unsafe fn load_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let secret = (*vm).secret;
    let found = match own_name(fiber, name) {
        Ok(found) => found,
        Err(flow) => return flow,
    };
    let globals = (*(*frame(fiber)).func).globals;
    match found.or_else(|| DictObj::get_str(globals, name, secret)) {
        Some(raw) => {
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        None => load_builtin(fiber, instr, name),
    }
}

#[inline(never)]
pub(crate) unsafe fn store_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let name = site_name(fiber, instr.c());
    let names = namespace(fiber);
    if !is_kind(names, Kind::Dict) {
        let mut cx = native(fiber);
        let (names, name) = (cx.root(names), cx.root(Raw::from_ptr(name)));
        let result = protocol::set_item(&mut cx, names, name, reg(fiber, instr.a()));
        return done(fiber, cx, result);
    }
    let dict: *mut DictObj = names.ptr();
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
    let names = namespace(fiber);
    if is_kind(names, Kind::Dict) {
        return remove(fiber, names.ptr(), name);
    }
    let mut cx = native(fiber);
    let names = cx.root(names);
    let key = cx.root(Raw::from_ptr(name));
    match protocol::del_item(&mut cx, names, key) {
        Err(error) if cx.error_is(&error, ClassId::KeyError) => name_error(fiber, name),
        result => done(fiber, cx, result),
    }
}

pub(crate) unsafe fn setup_annotations(fiber: *mut Fiber, _instr: Instr) -> Flow {
    let (vm, names) = ((*fiber).vm, namespace(fiber));
    let name = (*vm).names.annotations;
    (*vm).hash_str(name);
    match mapped(fiber, names, name) {
        Ok(Some(_)) => return Flow::Go,
        Ok(None) => {}
        Err(flow) => return flow,
    }
    let mut cx = native(fiber);
    let (names, name) = (cx.root(names), cx.root(Raw::from_ptr(name)));
    let result = cx
        .dict()
        .and_then(|annotations| protocol::set_item(&mut cx, names, name, annotations));
    done(fiber, cx, result)
}
