//! Case conversion, and the predicates `isalpha` and so on.

use super::{bytes, written_in};
use crate::features::UNICODE;
use crate::text::Sink;
use crate::text::unicode::{self, case};
use crate::text::word;
use crate::text::wtf8::CodePoints;
use crate::vm::context::{Args, Context, Local, Out, Res};

/// Refuses what the build has no tables for.
fn known<'f>(cx: &mut Context<'f>, text: &[u8]) -> Res<'f, ()> {
    if !UNICODE && !CodePoints::new(text).all(unicode::is_known) {
        return Err(cx.left_out("the properties of characters beyond Latin-1 are", "unicode"));
    }
    Ok(())
}

/// Converts the object: ASCII text in place of a copy, other text by a pure function.
fn convert<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    ascii: impl Fn(&mut [u8]),
    other: impl FnOnce(&[u8], &mut Out) -> Result<(), crate::text::Full>,
) -> Res<'f> {
    let text = bytes(cx, args, 0);
    match cx.str_shape(args.at(0)) {
        Some(shape) if shape.is_ascii() => {
            cx.charge(text.len() / 64)?;
            cx.str_filled(shape, |to| {
                to.copy_from_slice(text);
                ascii(to);
            })
        }
        _ => {
            known(cx, text)?;
            written_in(cx, text.len(), |out| other(text, out))
        }
    }
}

/// The same where each character of ASCII is converted by itself.
#[inline]
fn convert_words<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    ascii: impl Fn(u64) -> u64,
    other: impl FnOnce(&[u8], &mut dyn Sink) -> Result<(), crate::text::Full>,
) -> Res<'f> {
    if let Some(made) = cx.ascii_mapped(args.at(0), ascii) {
        return made;
    }
    let text = bytes(cx, args, 0);
    known(cx, text)?;
    written_in(cx, text.len(), |out| other(text, out))
}

pub(super) fn lower<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    convert_words(cx, args, word::lower, case::write_lower)
}

pub(super) fn upper<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    convert_words(cx, args, word::upper, case::write_upper)
}

pub(super) fn casefold<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    convert_words(cx, args, word::lower, case::write_casefold)
}

pub(super) fn capitalize<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ascii = |text: &mut [u8]| {
        if let Some((first, rest)) = text.split_first_mut() {
            first.make_ascii_uppercase();
            rest.make_ascii_lowercase();
        }
    };
    convert(cx, args, ascii, |text, out| {
        case::write_capitalize(text, out)
    })
}

pub(super) fn title<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ascii = |text: &mut [u8]| {
        let mut after_letter = false;
        for byte in text {
            *byte = if after_letter {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            };
            after_letter = byte.is_ascii_alphabetic();
        }
    };
    convert(cx, args, ascii, |text, out| case::write_title(text, out))
}

pub(super) fn swapcase<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ascii = |text: &mut [u8]| {
        for byte in text {
            *byte ^= if byte.is_ascii_alphabetic() { 0x20 } else { 0 };
        }
    };
    convert(cx, args, ascii, |text, out| case::write_swapcase(text, out))
}

/// Whether there are characters and all pass the test.
fn all<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    ascii: fn(&u8) -> bool,
    other: fn(u32) -> bool,
) -> Res<'f> {
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 64)?;
    let pass = if cx.str_is_ascii(args.at(0)) {
        text.iter().all(ascii)
    } else {
        known(cx, text)?;
        CodePoints::new(text).all(other)
    };
    Ok(Local::bool(pass && !text.is_empty()))
}

/// What a pure function finds out about the text.
fn whole<'f>(cx: &mut Context<'f>, args: Args<'f>, test: fn(&[u8]) -> bool) -> Res<'f> {
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 16)?;
    known(cx, text)?;
    Ok(Local::bool(test(text)))
}

pub(super) fn isalnum<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, u8::is_ascii_alphanumeric, unicode::is_alnum)
}

pub(super) fn isalpha<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, u8::is_ascii_alphabetic, unicode::is_alpha)
}

pub(super) fn isascii<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.str_is_ascii(args.at(0))))
}

pub(super) fn isdecimal<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, u8::is_ascii_digit, unicode::is_decimal)
}

pub(super) fn isdigit<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, u8::is_ascii_digit, unicode::is_digit)
}

pub(super) fn isnumeric<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(cx, args, u8::is_ascii_digit, unicode::is_numeric)
}

pub(super) fn isspace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    all(
        cx,
        args,
        |byte| matches!(byte, 0x09..=0x0D | 0x1C..=0x20),
        unicode::is_space,
    )
}

pub(super) fn isprintable<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    whole(cx, args, |text| {
        CodePoints::new(text).all(unicode::is_printable)
    })
}

pub(super) fn isidentifier<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    whole(cx, args, case::is_identifier)
}

pub(super) fn islower<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    whole(cx, args, case::is_lower)
}

pub(super) fn isupper<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    whole(cx, args, case::is_upper)
}

pub(super) fn istitle<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    whole(cx, args, case::is_title)
}
