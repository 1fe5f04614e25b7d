//! Open files, by their numbers.

use super::paths::Also;
use super::{ask, ask_for, path, small, wide};
use alloc::vec::Vec;
use miniscript_core::system::Whence;
use miniscript_ext::{Context, Local, Module, Res};

pub(super) fn functions(module: Module) -> Module {
    module
        .function("open(path, flags, mode=511, *, dir_fd=None)", open)
        .function("close(fd)", close)
        .function("read(fd, length, /)", read)
        .function("write(fd, data, /)", write)
        .function("lseek(fd, position, how, /)", lseek)
        .function("fsync(fd)", fsync)
        .function("fdatasync(fd)", fsync)
        .function("isatty(fd, /)", isatty)
        .function("get_terminal_size(fd=1, /)", terminal_size)
        .function("dup(fd, /)", dup)
        .function("pipe()", pipe)
}

fn open<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    flags: Local<'f>,
    mode: Local<'f>,
    _: Local<'f>,
) -> Res<'f, i32> {
    let path = path(cx, given, "open: path", Also::Nothing)?;
    let flags = small(cx, flags)?;
    let mode = small(cx, mode)?;
    ask_for(cx, &[&path], |system| {
        system.open(&path.bytes, flags as u32, mode as u32)
    })
}

fn close<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f, ()> {
    let file = small(cx, file)?;
    ask(cx, |system| system.close(file))
}

fn read<'f>(cx: &mut Context<'f>, file: Local<'f>, length: Local<'f>) -> Res<'f> {
    let (file, length) = (small(cx, file)?, wide(cx, length)?);
    let Ok(length) = usize::try_from(length) else {
        return Err(super::fail(cx, super::INVALID, &[]));
    };
    let mut data: Vec<u8> = Vec::new();
    // More than this is not read at once.
    let length = length.min(1 << 20);
    if length > cx.heap_room() || data.try_reserve_exact(length).is_err() {
        return Err(cx.memory_error());
    }
    data.resize(length, 0);
    let count = ask(cx, |system| system.read(file, &mut data))?;
    cx.charge(count / 64)?;
    cx.bytes(data.get(..count).unwrap_or_default())
}

fn write<'f>(cx: &mut Context<'f>, file: Local<'f>, data: Local<'f>) -> Res<'f, usize> {
    let file = small(cx, file)?;
    let Some(bytes) = cx.frozen(data)? else {
        let found = cx.type_name(data);
        return Err(cx.type_error(format_args!(
            "a bytes-like object is required, not '{found}'"
        )));
    };
    cx.charge(bytes.len() / 64)?;
    if file == 1 || file == 2 {
        cx.charge_output(bytes.len())?;
    }
    ask(cx, |system| system.write(file, bytes))
}

fn lseek<'f>(
    cx: &mut Context<'f>,
    file: Local<'f>,
    position: Local<'f>,
    how: Local<'f>,
) -> Res<'f, u64> {
    let (file, position, how) = (small(cx, file)?, wide(cx, position)?, small(cx, how)?);
    let whence = match how {
        0 => Whence::Start,
        1 => Whence::Current,
        2 => Whence::End,
        _ => return Err(super::fail(cx, super::INVALID, &[])),
    };
    ask(cx, |system| system.seek(file, position, whence))
}

fn fsync<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f, ()> {
    let file = small(cx, file)?;
    ask(cx, |system| system.sync(file))
}

/// As in C, what is no file is no terminal.
fn isatty<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f, bool> {
    let file = small(cx, file)?;
    let answer = cx.with_system(|system| system.is_terminal(file));
    Ok(matches!(answer, Some(Ok(true))))
}

fn terminal_size<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f, (u32, u32)> {
    let file = small(cx, file)?;
    ask(cx, |system| system.terminal_size(file))
}

fn dup<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f, i32> {
    let file = small(cx, file)?;
    ask(cx, |system| system.duplicate(file))
}

fn pipe<'f>(cx: &mut Context<'f>) -> Res<'f, (i32, i32)> {
    ask(cx, |system| system.pipe())
}
