//! Imports, and the REPL's display.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::builtins::functions::reflect;
use crate::builtins::protocol;
use crate::compile::opcode::Instr;
use crate::vm::import;

pub(crate) unsafe fn import_name(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = *(*(*frame(fiber)).code).consts.add(instr.b());
    let mut cx = native(fiber);
    let name = cx.root(name);
    let func = (*frame(fiber)).func;
    let globals = cx.root(Raw::from_ptr((*func).globals));
    let builtins = cx.root((*func).builtins);
    let result = match other_import(&mut cx, builtins) {
        Ok(None) => {
            import::from_statement(&mut cx, name, reg(fiber, instr.c()), instr.d(), globals)
        }
        Ok(Some(function)) => {
            let names = FrameObj::names_of((*frame(fiber)).names);
            let locals = if names.is_ptr() {
                cx.root(names)
            } else {
                globals
            };
            let level = cx.immediate(Raw::from_small(instr.d() as i64));
            let fromlist = reg(fiber, instr.c());
            cx.call(function, &[name, globals, locals, fromlist, level])
        }
        Err(error) => Err(error),
    };
    store(fiber, cx, instr.a(), result)
}

/// What the script has put in the place of `__import__`.
fn other_import<'f>(cx: &mut Context<'f>, builtins: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    // SAFETY: names live as long as the VM.
    let name = unsafe { cx.root(Raw::from_ptr(cx.names().import)) };
    match names::item(cx, builtins, name)? {
        Some(function) => Ok((!reflect::is_import(cx, function)).then_some(function)),
        None => Err(cx.raise(ClassId::ImportError, format_args!("__import__ not found"))),
    }
}

pub(crate) unsafe fn import_from(fiber: *mut Fiber, instr: Instr) -> Flow {
    let name = site_name(fiber, instr.c());
    let mut cx = native(fiber);
    let name = cx.root(Raw::from_ptr(name));
    let result = import::attribute(&mut cx, reg(fiber, instr.b()), name);
    store(fiber, cx, instr.a(), result)
}

pub(crate) unsafe fn import_star(fiber: *mut Fiber, instr: Instr) -> Flow {
    let frame = frame(fiber);
    let names = FrameObj::names_of((*frame).names);
    let namespace = if names.is_ptr() {
        names
    } else {
        Raw::from_ptr((*(*frame).func).globals)
    };
    let mut cx = native(fiber);
    let namespace = cx.root(namespace);
    let result = import::star(&mut cx, reg(fiber, instr.a()), namespace);
    done(fiber, cx, result)
}

pub(crate) unsafe fn print_expr(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let mut cx = native(fiber);
    let value = reg(fiber, instr.a());
    match crate::vm::hooks::display(&mut cx, value) {
        Ok(false) => {}
        result => return done(fiber, cx, result.map(|_| ())),
    }
    if cx.is_none(value) {
        return Flow::Go;
    }
    let result = protocol::repr(&mut cx, value).and_then(|text| {
        let mut line = cx.text();
        line.push(cx.str_bytes(text).unwrap_or(b""));
        line.push(b"\n");
        let _ = (*vm).host.write(line.bytes());
        let _ = (*vm).host.flush();
        let builtins = cx.root(Raw::from_ptr((*vm).builtins));
        cx.dict_set_str(builtins, "_", value)
    });
    done(fiber, cx, result)
}
