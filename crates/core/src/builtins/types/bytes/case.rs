//! Upper and lower case, and what bytes consist of: ASCII only.

use super::{own, written};
use crate::vm::context::{Args, Context, Local, Res};

/// Each byte by the byte before it.
fn mapped<'f>(cx: &mut Context<'f>, args: Args<'f>, map: impl Fn(u8, Option<u8>) -> u8) -> Res<'f> {
    let data = own(cx, args)?;
    written(cx, args.at(0), data.len(), |out| {
        let mut before = None;
        data.chunks(64).try_for_each(|chunk| {
            let mut block = [0; 64];
            for (to, &byte) in block.iter_mut().zip(chunk) {
                *to = map(byte, before);
                before = Some(byte);
            }
            crate::text::Sink::write(out, block.get(..chunk.len()).unwrap_or_default())
        })
    })
}

pub(super) fn upper<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    mapped(cx, args, |byte, _| byte.to_ascii_uppercase())
}

pub(super) fn lower<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    mapped(cx, args, |byte, _| byte.to_ascii_lowercase())
}

pub(super) fn swapcase<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    mapped(cx, args, |byte, _| {
        if byte.is_ascii_uppercase() {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    })
}

pub(super) fn capitalize<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    mapped(cx, args, |byte, before| match before {
        None => byte.to_ascii_uppercase(),
        Some(_) => byte.to_ascii_lowercase(),
    })
}

pub(super) fn title<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    mapped(cx, args, |byte, before| {
        if before.is_some_and(|before| before.is_ascii_alphabetic()) {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    })
}

/// Whether there are bytes and all pass a test.
fn all<'f>(cx: &mut Context<'f>, args: Args<'f>, test: impl Fn(u8) -> bool) -> Res<'f> {
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    cx.note_bytes(data.len());
    let all = !data.is_empty() && data.iter().all(|&byte| test(byte));
    Ok(Local::bool(all))
}

pub(super) fn isalnum<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, |byte| byte.is_ascii_alphanumeric())
}

pub(super) fn isalpha<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, |byte| byte.is_ascii_alphabetic())
}

pub(super) fn isdigit<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, |byte| byte.is_ascii_digit())
}

pub(super) fn isspace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, |byte| matches!(byte, 0x09..=0x0d | 0x20))
}

pub(super) fn isascii<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    cx.note_bytes(data.len());
    Ok(Local::bool(data.is_ascii()))
}

/// Whether there are letters, none of them in the other case.
fn cased<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    right: impl Fn(u8) -> bool,
    wrong: impl Fn(u8) -> bool,
) -> Res<'f> {
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    cx.note_bytes(data.len());
    let cased = data.iter().any(|&byte| right(byte)) && !data.iter().any(|&byte| wrong(byte));
    Ok(Local::bool(cased))
}

pub(super) fn islower<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cased(
        cx,
        args,
        |byte| byte.is_ascii_lowercase(),
        |byte| byte.is_ascii_uppercase(),
    )
}

pub(super) fn isupper<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cased(
        cx,
        args,
        |byte| byte.is_ascii_uppercase(),
        |byte| byte.is_ascii_lowercase(),
    )
}

pub(super) fn istitle<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    cx.note_bytes(data.len());
    let (mut within, mut cased) = (false, false);
    for byte in data {
        if byte.is_ascii_uppercase() {
            if within {
                return Ok(Local::FALSE);
            }
            (within, cased) = (true, true);
        } else if byte.is_ascii_lowercase() {
            if !within {
                return Ok(Local::FALSE);
            }
            cased = true;
        } else {
            within = false;
        }
    }
    Ok(Local::bool(cased))
}
