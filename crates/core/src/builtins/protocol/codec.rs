//! `str.encode` and `bytes.decode`: the encodings of `text::codec`, their errors as
//! exceptions.

use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::codec::{self, Codec, CodingError, Handler, Refusal};
use crate::vm::context::{Context, Error, Local, Res};

/// The encoding of that name (UTF-8 without one); `None` for one that is not the
/// engine's own.
fn codec_of<'f>(cx: &mut Context<'f>, name: Option<Local<'f>>) -> Res<'f, Option<Codec>> {
    match name {
        None => Ok(Some(Codec::Utf8)),
        Some(name) => Ok(codec::lookup(c_string(cx, name)?)),
    }
}

/// Leaves the work to a function of the module `codecs`, which knows the encodings and
/// error handlers that scripts have registered; `None` where there is no such module.
#[cold]
fn by_registry<'f>(
    cx: &mut Context<'f>,
    function: &str,
    object: Local<'f>,
    encoding: Option<Local<'f>>,
    errors: Option<Local<'f>>,
) -> Res<'f, Option<Local<'f>>> {
    let module = match cx.import("codecs") {
        Ok(module) => module,
        Err(error) if cx.error_is(&error, ClassId::ModuleNotFoundError) => return Ok(None),
        Err(error) => return Err(error),
    };
    let (utf8, strict) = (cx.str("utf-8")?, cx.str("strict")?);
    let (encoding, errors) = (encoding.unwrap_or(utf8), errors.unwrap_or(strict));
    cx.call_method(module, function, &[object, encoding, errors])
        .map(Some)
}

#[cold]
fn unknown<'f>(cx: &mut Context<'f>, encoding: Option<Local<'f>>) -> Error<'f> {
    let mut message = cx.text();
    message.push(b"unknown encoding: ");
    message.push(
        encoding
            .and_then(|name| cx.str_bytes(name))
            .unwrap_or_default(),
    );
    cx.raise_bytes(ClassId::LookupError, message.bytes())
}

/// A name that C can hold: a str without surrogates and NULs.
fn c_string<'f>(cx: &mut Context<'f>, name: Local<'f>) -> Res<'f, &'f [u8]> {
    let text = cx.str_bytes(name).unwrap_or_default();
    if crate::text::wtf8::has_surrogates(text) {
        encode(cx, name, None, None)?;
    }
    if text.contains(&0) {
        return Err(cx.value_error(format_args!("embedded null character")));
    }
    Ok(text)
}

/// The handler of that name; `None` for a name that no handler has.
fn handler_of<'f>(cx: &mut Context<'f>, name: Option<Local<'f>>) -> Res<'f, Option<Handler>> {
    match name {
        None => Ok(Some(Handler::Strict)),
        Some(name) => Ok(codec::lookup_handler(c_string(cx, name)?)),
    }
}

/// `text.encode(encoding, errors)`; all three are strs.
pub(crate) fn encode<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    encoding: Option<Local<'f>>,
    errors: Option<Local<'f>>,
) -> Res<'f> {
    let Some(codec) = codec_of(cx, encoding)? else {
        return match by_registry(cx, "_encode_text", text, encoding, errors)? {
            Some(result) => Ok(result),
            None => Err(unknown(cx, encoding)),
        };
    };
    let handler = handler_of(cx, errors)?;
    let bytes = cx.str_bytes(text).unwrap_or_default();
    cx.charge(bytes.len() / 32)?;
    let plain = match codec {
        Codec::Utf8 => !crate::text::wtf8::has_surrogates(bytes),
        Codec::Ascii | Codec::Latin1 => cx.str_is_ascii(text),
        _ => false,
    };
    if plain {
        return cx.bytes(bytes);
    }
    let mut out = cx.out();
    match codec::encode(codec, bytes, handler, &mut out) {
        Ok(()) => cx.finish_bytes(&out, false),
        Err(Refusal::Coding(error)) => {
            Err(coding_error(cx, ClassId::UnicodeEncodeError, text, &error))
        }
        Err(Refusal::UnknownHandler) => {
            match by_registry(cx, "_encode_text", text, encoding, errors)? {
                Some(result) => Ok(result),
                None => Err(refused(cx, Refusal::UnknownHandler, errors)),
            }
        }
        Err(refusal) => Err(refused(cx, refusal, errors)),
    }
}

/// `object.decode(encoding, errors)` of a bytes-like object; both names are strs.
pub(crate) fn decode<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    encoding: Option<Local<'f>>,
    errors: Option<Local<'f>>,
) -> Res<'f> {
    let data = protocol::data_of(cx, object)?;
    if data.is_empty() {
        return cx.wtf8(b"");
    }
    let Some(codec) = codec_of(cx, encoding)? else {
        return match by_registry(cx, "_decode_bytes", object, encoding, errors)? {
            Some(result) => Ok(result),
            None => Err(unknown(cx, encoding)),
        };
    };
    let handler = handler_of(cx, errors)?;
    cx.charge(data.len() / 32)?;
    let plain = match codec {
        Codec::Utf8 => core::str::from_utf8(data).is_ok(),
        Codec::Ascii | Codec::Latin1 => data.is_ascii(),
        _ => false,
    };
    if plain {
        return cx.wtf8(data);
    }
    let mut out = cx.out();
    match codec::decode(codec, data, handler, &mut out) {
        Ok(()) => cx.finish_out(&out),
        Err(Refusal::Coding(error)) => {
            let object = cx.bytes(codec::Decoder::new(codec, data).bytes())?;
            Err(coding_error(
                cx,
                ClassId::UnicodeDecodeError,
                object,
                &error,
            ))
        }
        Err(Refusal::UnknownHandler) => {
            match by_registry(cx, "_decode_bytes", object, encoding, errors)? {
                Some(result) => Ok(result),
                None => Err(refused(cx, Refusal::UnknownHandler, errors)),
            }
        }
        Err(refusal) => Err(refused(cx, refusal, errors)),
    }
}

#[cold]
fn coding_error<'f>(
    cx: &mut Context<'f>,
    class: ClassId,
    object: Local<'f>,
    error: &CodingError,
) -> Error<'f> {
    let made = (|| {
        let encoding = cx.str(error.encoding)?;
        let (start, end) = (cx.size(error.start)?, cx.size(error.end)?);
        let reason = cx.str(error.reason)?;
        Ok([encoding, object, start, end, reason])
    })();
    match made {
        Ok(args) => cx.raise_with(class, &args),
        Err(error) => error,
    }
}

#[cold]
fn refused<'f>(cx: &mut Context<'f>, refusal: Refusal, errors: Option<Local<'f>>) -> Error<'f> {
    match refusal {
        Refusal::UnknownHandler => {
            let name = errors.and_then(|name| cx.str_bytes(name));
            let mut message = cx.text();
            message.push(b"unknown error handler name '");
            message.push(name.unwrap_or_default());
            message.push(b"'");
            cx.raise_bytes(ClassId::LookupError, message.bytes())
        }
        Refusal::UnsuitedHandler => cx.type_error(format_args!(
            "don't know how to handle UnicodeDecodeError in error callback"
        )),
        Refusal::Full | Refusal::Coding(_) => cx.memory_error(),
    }
}
