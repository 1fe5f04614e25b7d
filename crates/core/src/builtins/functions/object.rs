//! Functions on attributes and names: getattr, setattr, dir, vars and so on.

use crate::builtins::protocol;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;
use num_bigint::BigInt;

/// The functions of this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("getattr", "(object, name, default=None, /)", getattr),
    NativeDef::function("setattr", "(obj, name, value, /)", setattr),
    NativeDef::function("hasattr", "(obj, name, /)", hasattr),
    NativeDef::function("delattr", "(obj, name, /)", delattr),
    NativeDef::function("dir", "(object=None, /)", dir),
    NativeDef::function("vars", "(object=None, /)", vars),
    NativeDef::function("globals", "()", globals),
    NativeDef::function("locals", "()", locals),
    NativeDef::function("id", "(obj, /)", id),
];

fn getattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 2) {
        Some(default) => Ok(cx.find_attr(args.at(0), args.at(1))?.unwrap_or(default)),
        None => cx.get_attr(args.at(0), args.at(1)),
    }
}

fn setattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_attr(args.at(0), args.at(1), args.at(2))?;
    Ok(Local::NONE)
}

fn hasattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.find_attr(args.at(0), args.at(1))?.is_some()))
}

fn delattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.del_attr(args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn dir<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(object) = args.get(cx, 0) {
        return dir_of(cx, object);
    }
    let names = local_names(cx)?;
    let list = protocol::list_of(cx, names)?;
    protocol::sort_list(cx, list, None, false)?;
    Ok(list)
}

/// The sorted names of an object's attributes, a list.
pub(crate) fn dir_of<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    let name = cx.names().dir;
    let Some(names) = cx.call_special(object, name, &[])? else {
        return Err(cx.type_error(format_args!("object does not provide __dir__")));
    };
    let list = protocol::list_of(cx, names)?;
    protocol::sort_list(cx, list, None, false)?;
    Ok(list)
}

fn vars<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(object) = args.get(cx, 0) else {
        return local_names(cx);
    };
    let name = cx.name("__dict__")?;
    match cx.find_attr(object, name)? {
        Some(dict) => Ok(dict),
        None => Err(cx.type_error(format_args!("vars() argument must have __dict__ attribute"))),
    }
}

fn local_names<'f>(cx: &mut Context<'f>) -> Res<'f> {
    match cx.caller_locals()? {
        Some(names) => Ok(names),
        None => cx.dict(),
    }
}

fn globals<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    match cx.caller_globals() {
        Some(names) => Ok(names),
        None => cx.dict(),
    }
}

fn locals<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    local_names(cx)
}

fn id<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let address = cx.address(args.at(0));
    match i64::try_from(address) {
        Ok(address) => cx.int(address),
        Err(_) => cx.big(&BigInt::from(address)),
    }
}
