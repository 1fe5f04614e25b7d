//! Binding arguments to parameters, where they do not just lie in place.
//!
//! # Safety
//! The raw layer's contract (`heap`). As in `call`: the arguments lie in the window,
//! `func` or `native` is the callee and is kept reachable here while it is bound, and
//! what is borrowed of its prototype is used only that long.

use super::arity::{called_plainly, is_special, native_arity, native_name, short_name};
use super::{Window, named};
use crate::compile::chunk::Proto;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::fiber::Fiber;
use crate::vm::native::NativeDef;
use crate::vm::native_class;
use core::fmt::Write;

/// Lays out the registers of a call of `func`: returns the index of `R[0]`.
///
/// # Safety
/// Raw layer: as `call::call`.
pub(super) unsafe fn bind<'f>(
    fiber: *mut Fiber,
    func: *mut FuncObj,
    window: Window,
) -> Res<'f, usize> {
    let mut cx = Context::new(fiber);
    let proto = &*(*(*func).code).proto;
    let nregs = (*(*func).code).nregs as usize;
    let (args, kwonly) = (proto.args as usize, proto.kwonly as usize);
    let named = named(window.names);
    let positional = window.argc - named;
    // Behind the arguments, and the word that keeps their names alive.
    let base = window.first + window.argc + (named > 0) as usize;
    let room = nregs.max(args + kwonly + 2);
    if (*fiber).ensure(base + room).is_err() {
        return Err(cx.memory_error());
    }
    let regs = |fiber: *mut Fiber| (*fiber).stack.add(base);
    for i in 0..room {
        regs(fiber).add(i).write(Raw::UNBOUND);
    }
    // Everything above `base` belongs to the new frame; natives push beyond it.
    (*fiber).top = base + room;
    // A bound method's word has been overwritten by its object: nothing else may refer to
    // the function while its arguments are bound.
    cx.root(Raw::from_ptr(func));
    let given = positional.min(args);
    for i in 0..given {
        let raw = *(*fiber).stack.add(window.first + i);
        regs(fiber).add(i).write(raw);
    }
    let mut next = args + kwonly;
    if proto.flags & Proto::VARARGS != 0 {
        let extra = positional.saturating_sub(args);
        let first = window.first + args;
        let tuple = if extra == 0 {
            (*cx.vm()).empty_tuple
        } else {
            let made = cx.alloc(|heap| {
                TupleObj::from_slice(heap, (*fiber).stack.add(first), extra).map(Raw::from_ptr)
            })?;
            cx.raw(made)
        };
        regs(fiber).add(next).write(tuple);
        next += 1;
    }
    let kwargs = if proto.flags & Proto::VARKW != 0 {
        let dict = cx.dict()?;
        regs(fiber).add(next).write(cx.raw(dict));
        Some(dict)
    } else {
        None
    };
    for i in 0..named {
        let name = TupleObj::slice(window.names.ptr())[i];
        let value = window.first + positional + i;
        if bind_named(&mut cx, func, base, name, value, kwargs)? {
            continue;
        }
        return Err(unknown_name(&mut cx, func, name, window.names));
    }
    if positional > args && proto.flags & Proto::VARARGS == 0 {
        return Err(too_many(&mut cx, func, window, positional));
    }
    fill_defaults(&mut cx, func, base, given)?;
    Ok(base)
}

/// Whether the arguments lie as the parameters do, and defaults for all that is missing: then
/// these are put behind them, the other registers are emptied, and the frame may begin at the
/// first argument.
#[inline]
pub(super) unsafe fn lies_ready(fiber: *mut Fiber, func: *mut FuncObj, window: Window) -> bool {
    let code = (*func).code;
    let proto = &*(*code).proto;
    if !window.names.is_unbound()
        || proto.flags & (Proto::VARARGS | Proto::VARKW) != 0
        || proto.kwonly != 0
    {
        return false;
    }
    let (args, nregs) = (proto.args as usize, (*code).nregs as usize);
    let Some(missing) = args.checked_sub(window.argc) else {
        return false;
    };
    let defaults: &[Raw] = if (*func).defaults.is_ptr() {
        TupleObj::slice((*func).defaults.ptr())
    } else {
        &[]
    };
    let Some(from) = defaults.len().checked_sub(missing) else {
        return false;
    };
    if (*fiber).ensure(window.first + nregs.max(args)).is_err() {
        return false;
    }
    let regs = (*fiber).stack.add(window.first);
    for (i, &default) in (window.argc..).zip(&defaults[from..]) {
        regs.add(i).write(default);
    }
    for i in args..nregs {
        regs.add(i).write(Raw::UNBOUND);
    }
    true
}

unsafe fn bind_named<'f>(
    cx: &mut Context<'f>,
    func: *mut FuncObj,
    base: usize,
    name: Raw,
    value: usize,
    kwargs: Option<Local<'f>>,
) -> Res<'f, bool> {
    let fiber = cx.fiber();
    let proto = &*(*(*func).code).proto;
    let (args, kwonly, posonly) = (
        proto.args as usize,
        proto.kwonly as usize,
        proto.posonly as usize,
    );
    let text = StrObj::bytes(name.ptr());
    let found = (0..args + kwonly).find(|&i| {
        proto
            .reg_names
            .get(i)
            .is_some_and(|reg| reg.as_bytes() == text)
    });
    match found {
        Some(i) if i >= posonly => {
            let slot = (*fiber).stack.add(base + i);
            if !(*slot).is_unbound() {
                let text = core::str::from_utf8(text).unwrap_or("?");
                let function = qualname(cx, func);
                return Err(cx.type_error(format_args!(
                    "{function}() got multiple values for argument '{text}'"
                )));
            }
            slot.write(*(*fiber).stack.add(value));
            Ok(true)
        }
        _ => {
            let Some(kwargs) = kwargs else {
                return Ok(false);
            };
            let key = cx.root(name);
            cx.dict_set(kwargs, key, Local::at(value))?;
            Ok(true)
        }
    }
}

/// The error of a keyword that no parameter takes: positional-only ones among all
/// the keywords come first.
#[cold]
unsafe fn unknown_name<'f>(
    cx: &mut Context<'f>,
    func: *mut FuncObj,
    name: Raw,
    names: Raw,
) -> Error<'f> {
    let proto = &*(*(*func).code).proto;
    let function = qualname(cx, func);
    let given = TupleObj::slice(names.ptr());
    let mut text = cx.text();
    let positional = proto.reg_names.iter().take(proto.posonly as usize);
    let passed = positional.filter(|reg| {
        given
            .iter()
            .any(|given| StrObj::bytes(given.ptr()) == reg.as_bytes())
    });
    for (i, reg) in passed.enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_str(reg);
    }
    if !text.bytes().is_empty() {
        let text = core::str::from_utf8(text.bytes()).unwrap_or("?");
        return cx.type_error(format_args!(
            "{function}() got some positional-only arguments passed as keyword arguments: '{text}'"
        ));
    }
    let text = core::str::from_utf8(StrObj::bytes(name.ptr())).unwrap_or("?");
    cx.type_error(format_args!(
        "{function}() got an unexpected keyword argument '{text}'"
    ))
}

unsafe fn fill_defaults<'f>(
    cx: &mut Context<'f>,
    func: *mut FuncObj,
    base: usize,
    given: usize,
) -> Res<'f, ()> {
    let fiber = cx.fiber();
    let proto = &*(*(*func).code).proto;
    let (args, kwonly) = (proto.args as usize, proto.kwonly as usize);
    let defaults: &[Raw] = if (*func).defaults.is_ptr() {
        TupleObj::slice((*func).defaults.ptr())
    } else {
        &[]
    };
    let first_default = args.saturating_sub(defaults.len());
    let mut missing = 0;
    for i in given..args {
        let slot = (*fiber).stack.add(base + i);
        if (*slot).is_unbound() {
            if i >= first_default {
                slot.write(defaults[defaults.len() - (args - i)]);
            } else {
                missing += 1;
            }
        }
    }
    if missing > 0 {
        return Err(missing_arguments(
            cx,
            func,
            base,
            0..first_default,
            missing,
            "positional",
        ));
    }
    for i in args..args + kwonly {
        if (*(*fiber).stack.add(base + i)).is_unbound() {
            let mut value = None;
            if (*func).kwdefaults.is_ptr() {
                let name = (*cx.vm())
                    .intern_bytes(proto.reg_names[i].as_bytes())
                    .map_err(|_| cx.memory_error())?;
                (*cx.vm()).hash_str(name);
                value = DictObj::get_str((*func).kwdefaults.ptr(), name, (*cx.vm()).secret);
            }
            match value {
                Some(raw) => (*fiber).stack.add(base + i).write(raw),
                None => missing += 1,
            }
        }
    }
    if missing > 0 {
        return Err(missing_arguments(
            cx,
            func,
            base,
            args..args + kwonly,
            missing,
            "keyword-only",
        ));
    }
    Ok(())
}

unsafe fn qualname<'f>(cx: &mut Context<'f>, func: *mut FuncObj) -> &'f str {
    let fields = (*func).fields;
    if fields.is_ptr() {
        let name = (*cx.vm()).names.qualname;
        if let Some(raw) = DictObj::get_str(fields.ptr(), name, (*cx.vm()).secret)
            && is_kind(raw, Kind::Str)
        {
            return core::str::from_utf8(StrObj::bytes(raw.ptr())).unwrap_or("?");
        }
    }
    // The chunk lives as long as the function's code.
    let proto = &*(*(*func).code).proto;
    &proto.qualname
}

#[cold]
unsafe fn too_many<'f>(
    cx: &mut Context<'f>,
    func: *mut FuncObj,
    window: Window,
    positional: usize,
) -> Error<'f> {
    let proto = &*(*(*func).code).proto;
    let args = proto.args as usize;
    let defaults = if (*func).defaults.is_ptr() {
        (*(*func).defaults.ptr::<TupleObj>()).len
    } else {
        0
    };
    let function = qualname(cx, func);
    let mut kwonly = 0;
    for &name in if window.names.is_ptr() {
        TupleObj::slice(window.names.ptr())
    } else {
        &[]
    } {
        let text = StrObj::bytes(name.ptr());
        kwonly += (args..args + proto.kwonly as usize)
            .any(|i| proto.reg_names[i].as_bytes() == text) as usize;
    }
    let mut text = cx.text();
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let _ = if defaults > 0 {
        write!(
            text,
            "{function}() takes from {} to {args} positional arguments but ",
            args - defaults,
        )
    } else {
        write!(
            text,
            "{function}() takes {args} positional argument{} but ",
            plural(args)
        )
    };
    let _ = if kwonly > 0 {
        write!(
            text,
            "{positional} positional argument{} (and {kwonly} keyword-only argument{}) were given",
            plural(positional),
            plural(kwonly)
        )
    } else {
        write!(
            text,
            "{positional} {} given",
            if positional == 1 { "was" } else { "were" }
        )
    };
    cx.raise_bytes(ClassId::TypeError, text.bytes())
}

#[cold]
unsafe fn missing_arguments<'f>(
    cx: &mut Context<'f>,
    func: *mut FuncObj,
    base: usize,
    range: core::ops::Range<usize>,
    count: usize,
    kind: &str,
) -> Error<'f> {
    let fiber = cx.fiber();
    let proto = &*(*(*func).code).proto;
    let function = qualname(cx, func);
    let mut text = cx.text();
    let _ = write!(
        text,
        "{function}() missing {count} required {kind} argument{}: ",
        if count == 1 { "" } else { "s" }
    );
    let mut written = 0;
    for i in range {
        if !(*(*fiber).stack.add(base + i)).is_unbound() {
            continue;
        }
        written += 1;
        if written > 1 {
            text.push_str(match (written == count, count) {
                (true, 2) => " and ",
                (true, _) => ", and ",
                (false, _) => ", ",
            });
        }
        let _ = write!(text, "'{}'", proto.reg_names[i]);
    }
    cx.raise_bytes(ClassId::TypeError, text.bytes())
}

/// Methods reached through the class get any object first: it must be of the type.
///
/// # Safety
/// Raw layer.
#[inline]
pub(super) unsafe fn check_self<'f>(
    fiber: *mut Fiber,
    native: *mut NativeObj,
    window: Window,
) -> Res<'f, ()> {
    let flags = (*(*native).def).flags;
    if flags & (NativeDef::METHOD | NativeDef::GETTER) == 0 {
        return Ok(());
    }
    let owner = (*native).owner;
    if !is_kind(owner, Kind::Type) || window.argc == 0 {
        return Ok(());
    }
    let vm = (*fiber).vm;
    let this = *(*fiber).stack.add(window.first);
    let class = (*owner.ptr::<TypeObj>()).id;
    let found = (*vm).class_of(this);
    if found == class || (*vm).is_subclass(found, class) {
        return Ok(());
    }
    let mut cx = Context::new(fiber);
    let (name, wanted, found) = (
        &*(*(*native).def).name,
        (*vm).type_name_of(owner.ptr()),
        (*vm).type_name(this),
    );
    if !is_special(name) || called_plainly(name) {
        return Err(cx.type_error(format_args!(
            "descriptor '{name}' for '{wanted}' objects doesn't apply to a '{found}' object"
        )));
    }
    Err(cx.type_error(format_args!(
        "descriptor '{name}' requires a '{wanted}' object but received a '{found}'"
    )))
}

/// Lays out the places of a native's arguments; see `vm::native`.
///
/// # Safety
/// Raw layer: as `call::call`.
pub(super) unsafe fn bind_native<'f>(
    fiber: *mut Fiber,
    native: *mut NativeObj,
    window: Window,
) -> Res<'f, Window> {
    let mut cx = Context::new(fiber);
    let def = &*(*native).def;
    let sig = def.sig;
    let named = named(window.names);
    let positional = window.argc - named;
    let places = sig.positional as usize + sig.kwonly as usize;
    if named > 0 && sig.kwonly == 0 && sig.posonly == sig.positional && !sig.varkw {
        let (function, own) = native_name(&cx, native);
        if positional < own {
            return Err(native_arity(fiber, native, positional, named));
        }
        return Err(cx.type_error(format_args!("{function}() takes no keyword arguments")));
    }
    if positional > sig.positional as usize && !sig.varargs {
        return Err(native_arity(fiber, native, positional, named));
    }
    // Behind the arguments, and the word that keeps their names alive or nothing.
    let first = window.first + window.argc + 1;
    let extra = positional.saturating_sub(sig.positional as usize);
    let argc = places + extra + sig.varkw as usize;
    if (*fiber).ensure(first + argc + 1).is_err() {
        return Err(cx.memory_error());
    }
    let stack = (*fiber).stack;
    if named == 0 {
        stack.add(first - 1).write(Raw::UNBOUND);
    }
    for i in 0..argc {
        stack.add(first + i).write(Raw::UNBOUND);
    }
    for i in 0..positional {
        let raw = *stack.add(window.first + i);
        let to = if i < sig.positional as usize {
            i
        } else {
            places + i - sig.positional as usize
        };
        stack.add(first + to).write(raw);
    }
    (*fiber).top = first + argc + 1;
    stack.add(first + argc).write(Raw::from_ptr(native));
    let kwargs = if sig.varkw {
        let dict = cx.dict()?;
        (*fiber).stack.add(first + argc - 1).write(cx.raw(dict));
        Some(dict)
    } else {
        None
    };
    for i in 0..named {
        let name = TupleObj::slice(window.names.ptr())[i];
        let text = StrObj::bytes(name.ptr());
        let value = window.first + positional + i;
        let found = def
            .parameter_names()
            .position(|parameter| parameter.as_bytes() == text);
        match found {
            Some(place) if place >= sig.posonly as usize => {
                let slot = (*fiber).stack.add(first + place);
                if !(*slot).is_unbound() {
                    let (function, _) = native_name(&cx, native);
                    let own = usize::from(native_class::owns(native) && place > 0);
                    let (text, function) = (
                        core::str::from_utf8(text).unwrap_or("?"),
                        short_name(&function),
                    );
                    return Err(cx.type_error(format_args!(
                        "argument for {function}() given by name ('{text}') and position ({})",
                        place + 1 - own
                    )));
                }
                slot.write(*(*fiber).stack.add(value));
            }
            _ => match kwargs {
                Some(kwargs) => {
                    let key = cx.root(name);
                    cx.dict_set(kwargs, key, Local::at(value))?;
                }
                None => {
                    let (function, _) = native_name(&cx, native);
                    let text = core::str::from_utf8(text).unwrap_or("?");
                    let function = match short_name(&function) {
                        "sorted" if positional != 1 => {
                            return Err(cx.type_error(format_args!(
                                "sorted expected 1 argument, got {positional}"
                            )));
                        }
                        // Its keywords are those of the sort of a list.
                        "sorted" => "sort",
                        other => other,
                    };
                    return Err(cx.type_error(format_args!(
                        "'{text}' is an invalid keyword argument for {function}()"
                    )));
                }
            },
        }
    }
    for i in 0..sig.required as usize {
        if (*(*fiber).stack.add(first + i)).is_unbound() {
            if named == 0 {
                return Err(native_arity(fiber, native, positional, named));
            }
            let (function, own) = native_name(&cx, native);
            let parameter = def.parameter_names().nth(i).unwrap_or("?");
            return Err(cx.type_error(format_args!(
                "{}() missing required argument '{parameter}' (pos {})",
                short_name(&function),
                (i + 1).saturating_sub(own)
            )));
        }
    }
    Ok(Window {
        first,
        argc,
        names: Raw::UNBOUND,
        free: false,
    })
}

/// Spreads a sequence and a dict of arguments onto the stack from `at` on (the
/// callee's word); named ones behind, with a tuple of their names. They lie above the window,
/// which ends at `at` again.
///
/// # Safety
/// `at` is the top of the running native's window.
pub(crate) unsafe fn spread<'f>(
    cx: &mut Context<'f>,
    at: usize,
    args: Local<'f>,
    kwargs: Option<Local<'f>>,
) -> Res<'f, Window> {
    let fiber = cx.fiber();
    let count = cx.seq_len(args);
    let named = kwargs.map_or(0, |kwargs| cx.dict_len(kwargs));
    // The tuple of names is made above the places of the arguments.
    if (*fiber).ensure(at + count + named + 8).is_err() {
        return Err(cx.memory_error());
    }
    for i in 0..count + named + 2 {
        (*fiber).stack.add(at + i).write(Raw::NONE);
    }
    (*fiber).top = at + count + named + 2;
    for i in 0..count {
        let raw = match cx.seq_get(args, i) {
            Some(item) => cx.raw(item),
            None => Raw::NONE,
        };
        (*fiber).stack.add(at + 1 + i).write(raw);
        // What `seq_get` rooted.
        (*fiber).top = at + count + named + 2;
    }
    let mut names = Raw::UNBOUND;
    if let Some(kwargs) = kwargs
        && named > 0
    {
        let list = cx.list_with_capacity(named)?;
        let mut position = 0;
        let mut index = at + 1 + count;
        while let Some((found, key, value)) = cx.dict_next(kwargs, position) {
            position = found + 1;
            if !cx.is(key, Kind::Str) {
                return Err(cx.type_error(format_args!("keywords must be strings")));
            }
            (*fiber).stack.add(index).write(cx.raw(value));
            index += 1;
            cx.list_push(list, key)?;
        }
        let tuple = cx.tuple_from_list(list)?;
        names = cx.raw(tuple);
        // Kept rooted in the word behind the arguments.
        (*fiber).stack.add(at + 1 + count + named).write(names);
    }
    (*fiber).top = at;
    Ok(Window {
        first: at + 1,
        argc: count + named,
        names,
        free: true,
    })
}
