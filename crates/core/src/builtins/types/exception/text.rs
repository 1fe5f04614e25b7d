//! `str` of exceptions.

use super::fields;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::text::wtf8;
use crate::vm::context::{Args, Context, Local, Res, Text};
use core::fmt::Write;

/// `BaseException.__str__` and those of its built-in subclasses.
pub(super) fn method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    exception_str(cx, args.at(0))
}

/// What the built-in class of an exception says as its text.
fn exception_str<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f> {
    let args = cx.exception_args(exception);
    let count = cx.tuple_len(args);
    let first = cx.tuple_get(args, 0);
    if cx.is_instance(exception, ClassId::SyntaxError) {
        return syntax_error(cx, exception);
    }
    if cx.is_instance(exception, ClassId::OSError)
        && let Some(text) = os_error(cx, exception)?
    {
        return Ok(text);
    }
    if cx.is_instance(exception, ClassId::ImportError) {
        let msg = fields::import_msg::read(cx, exception);
        if cx.is(msg, Kind::Str) {
            return Ok(msg);
        }
    }
    if is_unicode(cx, exception) && count >= 4 {
        return unicode_error(cx, exception);
    }
    match first {
        None => cx.str(""),
        Some(only) if count == 1 && cx.is_instance(exception, ClassId::KeyError) => {
            protocol::repr(cx, only)
        }
        Some(only) if count == 1 => protocol::str(cx, only),
        Some(_) => protocol::repr(cx, args),
    }
}

fn is_unicode<'f>(cx: &Context<'f>, exception: Local<'f>) -> bool {
    [
        ClassId::UnicodeEncodeError,
        ClassId::UnicodeDecodeError,
        ClassId::UnicodeTranslateError,
    ]
    .iter()
    .any(|&class| cx.is_instance(exception, class))
}

fn put_str<'f>(cx: &mut Context<'f>, text: &mut Text, value: Local<'f>) -> Res<'f, ()> {
    cx.scope(|cx| {
        let value = protocol::str(cx, value)?;
        text.push(cx.str_bytes(value).unwrap_or_default());
        Ok(())
    })
}

fn put_repr<'f>(cx: &mut Context<'f>, text: &mut Text, value: Local<'f>) -> Res<'f, ()> {
    cx.scope(|cx| {
        let value = protocol::repr(cx, value)?;
        text.push(cx.str_bytes(value).unwrap_or_default());
        Ok(())
    })
}

/// `[Errno 2] No such file or directory: 'name'`, if there is anything of that.
fn os_error<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let errno = fields::errno::read(cx, exception);
    let strerror = fields::strerror::read(cx, exception);
    let (file, second) = (
        fields::filename::read(cx, exception),
        fields::filename2::read(cx, exception),
    );
    let args = cx.exception_args(exception);
    // Two arguments are an error number and a message, even if they are None.
    let told = (2..=5).contains(&cx.tuple_len(args)) || !cx.is_none(errno) && !cx.is_none(strerror);
    if cx.is_none(file) && !told {
        return Ok(None);
    }
    let mut text = cx.text();
    text.push_str("[Errno ");
    put_str(cx, &mut text, errno)?;
    text.push_str("] ");
    put_str(cx, &mut text, strerror)?;
    if !cx.is_none(file) {
        text.push_str(": ");
        put_repr(cx, &mut text, file)?;
        if !cx.is_none(second) {
            text.push_str(" -> ");
            put_repr(cx, &mut text, second)?;
        }
    }
    cx.finish(text).map(Some)
}

/// `invalid syntax (name.py, line 3)`
fn syntax_error<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f> {
    let msg = fields::msg::read(cx, exception);
    let (file, line) = (
        fields::source_name::read(cx, exception),
        fields::lineno::read(cx, exception),
    );
    let file = cx
        .str_bytes(file)
        .map(|path| match memchr::memrchr(b'/', path) {
            Some(at) => path.get(at + 1..).unwrap_or_default(),
            None => path,
        });
    let line = if cx.kind(line) == Some(Kind::Big) {
        Some(-1)
    } else {
        cx.as_int(line)
    };
    let mut text = cx.text();
    put_str(cx, &mut text, msg)?;
    if let Some(file) = file {
        text.push_str(" (");
        text.push(file);
        if let Some(line) = line {
            let _ = write!(text, ", line {line}");
        }
        text.push_str(")");
    } else if let Some(line) = line {
        let _ = write!(text, " (line {line})");
    }
    cx.finish(text)
}

/// `'ascii' codec can't encode character '\xff' in position 0: ordinal not in range(128)`
fn unicode_error<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f> {
    let object = fields::object::read(cx, exception);
    let (start, end) = (
        fields::start::read(cx, exception),
        fields::end::read(cx, exception),
    );
    let (start, end) = (cx.as_int(start).unwrap_or(0), cx.as_int(end).unwrap_or(0));
    let decoding = cx.is_instance(exception, ClassId::UnicodeDecodeError);
    let mut text = cx.text();
    if cx.is_instance(exception, ClassId::UnicodeTranslateError) {
        text.push_str("can't translate ");
    } else {
        let encoding = fields::encoding::read(cx, exception);
        text.push_str("'");
        put_str(cx, &mut text, encoding)?;
        text.push_str(if decoding {
            "' codec can't decode "
        } else {
            "' codec can't encode "
        });
    }
    let one = end.checked_sub(1) == Some(start);
    let unit = match usize::try_from(start) {
        Ok(at) if one && !decoding => {
            let bytes = cx.str_bytes(object).unwrap_or_default();
            wtf8::CodePoints::new(bytes).nth(at)
        }
        Ok(_) if one => byte_at(cx, object, start)?,
        _ => None,
    };
    let _ = match unit {
        Some(byte) if decoding => write!(text, "byte {byte:#04x}"),
        Some(code @ 0..=0xFF) => write!(text, "character '\\x{code:02x}'"),
        Some(code @ 0x100..=0xFFFF) => write!(text, "character '\\u{code:04x}'"),
        Some(code) => write!(text, "character '\\U{code:08x}'"),
        None if decoding => write!(text, "bytes"),
        None => write!(text, "characters"),
    };
    let _ = match unit {
        Some(_) => write!(text, " in position {start}: "),
        None => write!(text, " in position {start}-{}: ", end.saturating_sub(1)),
    };
    let reason = fields::reason::read(cx, exception);
    put_str(cx, &mut text, reason)?;
    cx.finish(text)
}

/// The byte that could not be decoded.
fn byte_at<'f>(cx: &mut Context<'f>, object: Local<'f>, at: i64) -> Res<'f, Option<u32>> {
    let index = cx.int(at)?;
    match protocol::get_item(cx, object, index) {
        Ok(byte) => Ok(cx
            .as_int(byte)
            .and_then(|byte| u8::try_from(byte).ok())
            .map(u32::from)),
        Err(error)
            if cx.error_is(&error, ClassId::IndexError)
                || cx.error_is(&error, ClassId::TypeError) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
