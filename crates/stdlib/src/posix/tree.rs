//! Files and folders by their paths: looking at them and changing them.

use super::paths::{Also, encoded, name};
use super::{ask_for, fail, path, small, wide};
use alloc::vec::Vec;
use miniscript_core::system::{Change, Errno, Status};
use miniscript_ext::{Context, IntoValue, Local, Module, Res};

pub(super) fn functions(module: Module) -> Module {
    module
        .function("_stat(path, follow, name, /)", stat)
        .function("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", access)
        .function("_entries(path, name, /)", entries)
        .function("readlink(path, *, dir_fd=None)", readlink)
        .function("mkdir(path, mode=511, *, dir_fd=None)", mkdir)
        .function("rmdir(path, *, dir_fd=None)", rmdir)
        .function("unlink(path, *, dir_fd=None)", unlink)
        .function("remove(path, *, dir_fd=None)", remove)
        .function("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename)
        .function("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", replace)
        .function("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", link)
        .function("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", symlink)
        .function("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", chmod)
        .function("truncate(path, length)", truncate)
        .function("_times(path, times, follow, /)", times)
        .function("strerror(code, /)", strerror)
}

/// The fields of a status, as `os.stat_result` takes them.
fn fields<'f>(cx: &mut Context<'f>, status: &Status) -> Res<'f> {
    let seconds = |time: i128| i64::try_from(time.div_euclid(1_000_000_000)).unwrap_or(0);
    let mut all = Vec::new();
    for number in [
        u64::from(status.mode),
        status.inode,
        status.device,
        status.links,
        u64::from(status.owner),
        u64::from(status.group),
        status.size,
    ] {
        all.push(number.into_value(cx)?);
    }
    for time in [status.accessed, status.modified, status.changed] {
        all.push(cx.int(seconds(time))?);
    }
    for time in [status.accessed, status.modified, status.changed] {
        all.push(time.into_value(cx)?);
    }
    for number in [status.block_size, status.blocks, status.target_device] {
        all.push(number.into_value(cx)?);
    }
    cx.tuple(&all)
}

fn stat<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    follow: Local<'f>,
    what: Local<'f>,
) -> Res<'f> {
    let what = cx.as_str(what).unwrap_or("stat: path");
    let also = if what.starts_with("lstat") { Also::Nothing } else { Also::Number };
    let path = path(cx, given, what, also)?;
    let follow = cx.truth(follow)?;
    if what == "fstat" {
        // The number is not named in an error.
        let status = super::ask(cx, |system| system.status(path.place(follow)))?;
        return fields(cx, &status);
    }
    let status = ask_for(cx, &[&path], |system| system.status(path.place(follow)))?;
    fields(cx, &status)
}

fn access<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    mode: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, bool> {
    let path = path(cx, given, "access: path", Also::Nothing)?;
    let mode = small(cx, mode)?;
    super::settle(cx)?;
    let answer = cx.with_system(|system| system.access(&path.bytes, mode as u32));
    Ok(matches!(answer, Some(Ok(()))))
}

/// A list of `(name, type, number)`.
fn entries<'f>(cx: &mut Context<'f>, given: Local<'f>, what: Local<'f>) -> Res<'f> {
    let what = cx.as_str(what).unwrap_or("listdir: path");
    let path = path(cx, given, what, Also::Number)?;
    let found = ask_for(cx, &[&path], |system| match path.file {
        Some(_) => Err(Errno::UNSUPPORTED),
        None => system.list(&path.bytes),
    })?;
    let list = cx.list_with_capacity(found.len())?;
    for entry in found {
        cx.charge(1)?;
        cx.scope(|cx| {
            let name = name(cx, &entry.name, path.is_bytes)?;
            let (kind, inode) = (entry.kind.into_value(cx)?, entry.inode.into_value(cx)?);
            let item = cx.tuple(&[name, kind, inode])?;
            cx.list_push(list, item)
        })?;
    }
    Ok(list)
}

fn readlink<'f>(cx: &mut Context<'f>, given: Local<'f>, _: Local<'f>) -> Res<'f> {
    let path = path(cx, given, "readlink: path", Also::Nothing)?;
    let target = ask_for(cx, &[&path], |system| system.read_link(&path.bytes))?;
    name(cx, &target, path.is_bytes)
}

fn mkdir<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    mode: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    let path = path(cx, given, "mkdir: path", Also::Nothing)?;
    let mode = small(cx, mode)? as u32;
    let change = Change::MakeFolder {
        path: &path.bytes,
        mode,
    };
    ask_for(cx, &[&path], |system| system.change(change))
}

fn rmdir<'f>(cx: &mut Context<'f>, given: Local<'f>, _: Local<'f>) -> Res<'f, ()> {
    let path = path(cx, given, "rmdir: path", Also::Nothing)?;
    let change = Change::RemoveFolder(&path.bytes);
    ask_for(cx, &[&path], |system| system.change(change))
}

fn unlink<'f>(cx: &mut Context<'f>, given: Local<'f>, _: Local<'f>) -> Res<'f, ()> {
    removed(cx, given, "unlink: path")
}

fn remove<'f>(cx: &mut Context<'f>, given: Local<'f>, _: Local<'f>) -> Res<'f, ()> {
    removed(cx, given, "remove: path")
}

fn removed<'f>(cx: &mut Context<'f>, given: Local<'f>, what: &str) -> Res<'f, ()> {
    let path = path(cx, given, what, Also::Nothing)?;
    let change = Change::RemoveFile(&path.bytes);
    ask_for(cx, &[&path], |system| system.change(change))
}

fn rename<'f>(
    cx: &mut Context<'f>,
    from: Local<'f>,
    to: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    renamed(cx, from, to, ["rename: src", "rename: dst"])
}

fn replace<'f>(
    cx: &mut Context<'f>,
    from: Local<'f>,
    to: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    renamed(cx, from, to, ["replace: src", "replace: dst"])
}

fn renamed<'f>(
    cx: &mut Context<'f>,
    from: Local<'f>,
    to: Local<'f>,
    what: [&str; 2],
) -> Res<'f, ()> {
    let from = path(cx, from, what[0], Also::Nothing)?;
    let to = path(cx, to, what[1], Also::Nothing)?;
    let change = Change::Rename {
        from: &from.bytes,
        to: &to.bytes,
    };
    ask_for(cx, &[&from, &to], |system| system.change(change))
}

fn link<'f>(
    cx: &mut Context<'f>,
    from: Local<'f>,
    to: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    let from = path(cx, from, "link: src", Also::Nothing)?;
    let to = path(cx, to, "link: dst", Also::Nothing)?;
    let change = Change::Link {
        from: &from.bytes,
        to: &to.bytes,
    };
    ask_for(cx, &[&from, &to], |system| system.change(change))
}

fn symlink<'f>(
    cx: &mut Context<'f>,
    target: Local<'f>,
    link: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    let target = path(cx, target, "symlink: src", Also::Nothing)?;
    let link = path(cx, link, "symlink: dst", Also::Nothing)?;
    let change = Change::Symlink {
        target: &target.bytes,
        path: &link.bytes,
    };
    ask_for(cx, &[&target, &link], |system| system.change(change))
}

fn chmod<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    mode: Local<'f>,
    _: Local<'f>,
    _: Local<'f>,
) -> Res<'f, ()> {
    let path = path(cx, given, "chmod: path", Also::Number)?;
    let mode = small(cx, mode)? as u32;
    ask_for(cx, &[&path], |system| {
        system.change(Change::Mode(path.place(true), mode))
    })
}

fn truncate<'f>(cx: &mut Context<'f>, given: Local<'f>, length: Local<'f>) -> Res<'f, ()> {
    let path = path(cx, given, "truncate: path", Also::Number)?;
    let length = wide(cx, length)?;
    let Ok(length) = u64::try_from(length) else {
        let names: &[Local<'f>] = if path.file.is_some() { &[] } else { &[path.given] };
        return Err(fail(cx, super::INVALID, names));
    };
    ask_for(cx, &[&path], |system| {
        system.change(Change::Length(path.place(true), length))
    })
}

/// `times` is None or two ints: nanoseconds of the last read and write.
fn times<'f>(
    cx: &mut Context<'f>,
    given: Local<'f>,
    times: Local<'f>,
    follow: Local<'f>,
) -> Res<'f, ()> {
    let path = path(cx, given, "utime: path", Also::Number)?;
    let follow = cx.truth(follow)?;
    let mut both = [0_i128; 2];
    let given = !cx.is_none(times);
    if given {
        for (at, time) in both.iter_mut().enumerate() {
            let value = cx.tuple_get(times, at).unwrap_or(Local::NONE);
            let big = cx.as_big(value).and_then(|big| i128::try_from(big).ok());
            *time = big.unwrap_or(0);
        }
    }
    let both = given.then_some((both[0], both[1]));
    // An error does not say the path.
    ask_for(cx, &[], |system| {
        system.change(Change::Times(path.place(follow), both))
    })
}

fn strerror<'f>(cx: &mut Context<'f>, code: Local<'f>) -> Res<'f> {
    let code = small(cx, code)?;
    let text = super::message(code);
    cx.str(&text)
}

/// The bytes of a str argument, for the environment.
pub(super) fn outside<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Vec<u8>> {
    match cx.as_bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None if cx.is_str(value) => encoded(cx, value),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "expected str, bytes or os.PathLike object, not {found}"
            )))
        }
    }
}
