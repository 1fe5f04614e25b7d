//! The environment and the process.

use super::paths::{Also, name};
use super::tree::outside;
use super::{ask, ask_for, fail, path, small, wide};
use alloc::vec::Vec;
use miniscript_core::system::{Errno, Fact};
use miniscript_ext::{Context, IntoValue, Local, Module, Res};

pub(super) fn functions(module: Module) -> Module {
    module
        .function("_environ()", environ)
        .function("putenv(name, value, /)", putenv)
        .function("unsetenv(name, /)", unsetenv)
        .function("getcwd()", getcwd)
        .function("getcwdb()", getcwdb)
        .function("chdir(path)", chdir)
        .function("getpid()", getpid)
        .function("getppid()", getppid)
        .function("getuid()", getuid)
        .function("getgid()", getgid)
        .function("cpu_count()", cpu_count)
        .function("umask(mask, /)", umask)
        .function("urandom(size, /)", urandom)
        .function("_cpu_times()", cpu_times)
        .function("_exit(status)", exit)
        .function("_has_system()", has_system)
}

/// A dict of bytes; empty where the environment is kept back.
fn environ<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let dict = cx.dict()?;
    let Some(Ok(all)) = cx.with_system(|system| system.environment()) else {
        return Ok(dict);
    };
    for (key, value) in all {
        cx.charge(1)?;
        cx.scope(|cx| {
            let (key, value) = (cx.bytes(&key)?, cx.bytes(&value)?);
            cx.dict_set(dict, key, value)
        })?;
    }
    Ok(dict)
}

fn putenv<'f>(cx: &mut Context<'f>, key: Local<'f>, value: Local<'f>) -> Res<'f, ()> {
    let (key, value) = (outside(cx, key)?, outside(cx, value)?);
    if key.contains(&0) || value.contains(&0) {
        return Err(cx.value_error(format_args!("embedded null byte")));
    }
    if key.contains(&b'=') {
        return Err(cx.value_error(format_args!("illegal environment variable name")));
    }
    if key.is_empty() {
        return Err(fail(cx, super::INVALID, &[]));
    }
    ask(cx, |system| system.set_variable(&key, Some(&value)))
}

fn unsetenv<'f>(cx: &mut Context<'f>, key: Local<'f>) -> Res<'f, ()> {
    let key = outside(cx, key)?;
    if key.is_empty() || key.contains(&b'=') {
        return Err(fail(cx, super::INVALID, &[]));
    }
    ask(cx, |system| system.set_variable(&key, None))
}

fn getcwd<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let folder = ask(cx, |system| system.current_folder())?;
    name(cx, &folder, false)
}

fn getcwdb<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let folder = ask(cx, |system| system.current_folder())?;
    name(cx, &folder, true)
}

fn chdir<'f>(cx: &mut Context<'f>, given: Local<'f>) -> Res<'f, ()> {
    let path = path(cx, given, "chdir: path", Also::Number)?;
    ask_for(cx, &[&path], |system| match path.file {
        Some(_) => Err(Errno::UNSUPPORTED),
        None => system.set_current_folder(&path.bytes),
    })
}

fn getpid<'f>(cx: &mut Context<'f>) -> Res<'f, i64> {
    ask(cx, |system| system.fact(Fact::Process))
}

fn getppid<'f>(cx: &mut Context<'f>) -> Res<'f, i64> {
    ask(cx, |system| system.fact(Fact::Parent))
}

fn getuid<'f>(cx: &mut Context<'f>) -> Res<'f, i64> {
    ask(cx, |system| system.fact(Fact::User))
}

fn getgid<'f>(cx: &mut Context<'f>) -> Res<'f, i64> {
    ask(cx, |system| system.fact(Fact::Group))
}

/// None where nobody knows.
fn cpu_count<'f>(cx: &mut Context<'f>) -> Res<'f, Option<i64>> {
    let count = cx.with_system(|system| system.fact(Fact::Processors));
    Ok(count.and_then(Result::ok))
}

fn umask<'f>(cx: &mut Context<'f>, mask: Local<'f>) -> Res<'f, u32> {
    let mask = small(cx, mask)?;
    ask(cx, |system| system.set_mask(mask as u32 & 0o777))
}

fn urandom<'f>(cx: &mut Context<'f>, size: Local<'f>) -> Res<'f> {
    let size = wide(cx, size)?;
    let Ok(size) = usize::try_from(size) else {
        return Err(cx.value_error(format_args!("negative argument not allowed")));
    };
    let mut bytes: Vec<u8> = Vec::new();
    if size > cx.heap_room() || bytes.try_reserve_exact(size).is_err() {
        return Err(cx.memory_error());
    }
    bytes.resize(size, 0);
    cx.charge(size / 16)?;
    ask(cx, |system| system.random(&mut bytes))?;
    cx.bytes(&bytes)
}

fn cpu_times<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let [user, system, children_user, children_system, elapsed] = ask(cx, |system| system.times())?;
    (user, system, children_user, children_system, elapsed).into_value(cx)
}

fn exit<'f>(cx: &mut Context<'f>, status: Local<'f>) -> Res<'f, ()> {
    let status = small(cx, status)?;
    ask(cx, |system| Err(system.exit(status)))
}

fn has_system<'f>(cx: &mut Context<'f>) -> Res<'f, bool> {
    Ok(cx.with_system(|_| ()).is_some())
}
