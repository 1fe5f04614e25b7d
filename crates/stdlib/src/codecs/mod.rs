//! `_codecs`: the engine's own encodings for `codecs`: piece by piece, and with error
//! handlers that scripts have registered.

use crate::settings::Settings;
use crate::support::{self, Data};
use alloc::vec::Vec;
use miniscript_core::text::codec::{self, Codec, CodingError, Decoder, Encoder};
use miniscript_ext::{Context, Error, Exception, Local, Module, Res, closure};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_codecs")
        .function(
            "builtin(name, /)",
            closure!(|cx, name: Local| {
                let found = cx.as_wtf8(name).and_then(codec::lookup);
                match found {
                    Some(codec) => cx.str(canonical(codec)),
                    None => Ok(Local::NONE),
                }
            }),
        )
        .function(
            "encode(name, text, handler, /)",
            closure!(|cx, name: Local, text: Local, handler: Local| {
                let codec = of_name(cx, name)?;
                encode(cx, codec, text, handler)
            }),
        )
        .function(
            "decode(name, data, handler, final, /)",
            closure!(|cx, name: Local, data: Data, handler: Local, last: bool| {
                let codec = of_name(cx, name)?;
                decode(cx, codec, data, handler, last)
            }),
        )
}

/// The name that `codecs.lookup` gives an encoding.
fn canonical(codec: Codec) -> &'static str {
    match codec {
        Codec::Utf8Sig => "utf-8-sig",
        Codec::Latin1 => "iso8859-1",
        codec => codec.name(),
    }
}

fn of_name<'f>(cx: &mut Context<'f>, name: Local<'f>) -> Res<'f, Codec> {
    match cx.as_wtf8(name).and_then(codec::lookup) {
        Some(codec) => Ok(codec),
        None => Err(cx.raise_kind(Exception::LookupError, format_args!("unknown encoding"))),
    }
}

/// A UnicodeEncodeError or UnicodeDecodeError object.
fn exception<'f>(
    cx: &mut Context<'f>,
    class: &str,
    object: Local<'f>,
    error: &CodingError,
) -> Res<'f> {
    let builtins = cx.builtins();
    let class = cx.dict_get_str(builtins, class)?.unwrap_or(Local::NONE);
    let (encoding, reason) = (cx.str(error.encoding)?, cx.str(error.reason)?);
    let start = cx.int(error.start as i64)?;
    let end = cx.int(error.end as i64)?;
    cx.call(class, &[encoding, object, start, end, reason])
}

/// What a handler has answered: what stands for the error, and where to go on.
fn answer<'f>(
    cx: &mut Context<'f>,
    answer: Local<'f>,
    len: usize,
    wanted: &str,
) -> Res<'f, (Local<'f>, usize)> {
    let parts = match cx.is_tuple(answer) && cx.tuple_len(answer) == 2 {
        true => cx.tuple_get(answer, 0).zip(cx.tuple_get(answer, 1)),
        false => None,
    };
    let fits = |cx: &mut Context<'f>, part| {
        cx.is_str(part) || (wanted.contains("bytes") && cx.as_bytes(part).is_some())
    };
    let (part, place) = match parts {
        Some((part, place)) if cx.is_int(place) && fits(cx, part) => (part, place),
        _ => {
            let kind = if wanted.contains("bytes") { "en" } else { "de" };
            return Err(cx.type_error(format_args!(
                "{kind}coding error handler must return {wanted} tuple"
            )));
        }
    };
    let place = cx.as_int(place).unwrap_or(i64::MAX);
    let at = match place < 0 {
        true => place.saturating_add(len as i64),
        false => place,
    };
    match usize::try_from(at) {
        Ok(at) if at <= len => Ok((part, at)),
        _ => Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("position {place} from error handler out of bounds"),
        )),
    }
}

fn full<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.memory_error()
}

fn encode<'f>(
    cx: &mut Context<'f>,
    codec: Codec,
    text: Local<'f>,
    handler: Local<'f>,
) -> Res<'f> {
    let Some(bytes) = cx.as_wtf8(text) else {
        let found = cx.type_name(text);
        return Err(cx.type_error(format_args!("encode() argument must be str, not {found}")));
    };
    let len = cx.str_len(text).unwrap_or(0);
    let mut out: Vec<u8> = support::reserve(cx, bytes.len())?;
    let mut encoder = Encoder::new(codec, bytes);
    if encoder.begin(&mut out).is_err() {
        return Err(full(cx));
    }
    loop {
        if out.len() > cx.heap_room() {
            return Err(full(cx));
        }
        let error = match encoder.run(&mut out) {
            Ok(None) => return cx.bytes(&out),
            Ok(Some(error)) => error,
            Err(_) => return Err(full(cx)),
        };
        cx.charge(16)?;
        let next = cx.scope(|cx| {
            let exception = exception(cx, "UnicodeEncodeError", text, &error)?;
            let given = cx.call(handler, &[exception])?;
            let (part, next) = answer(cx, given, len, "(str/bytes, int)")?;
            if let Some(bytes) = cx.as_bytes(part) {
                out.extend_from_slice(bytes);
                return Ok(next);
            }
            let part = cx.as_wtf8(part).unwrap_or_default();
            // As in CPython, Unicode's own encodings take plain text only.
            if !part.is_ascii() && !matches!(codec, Codec::Ascii | Codec::Latin1) {
                return Err(cx.raise_value(exception));
            }
            let mut inner = Encoder::new(codec, part);
            match inner.run(&mut out) {
                Ok(None) => Ok(next),
                Ok(Some(_)) => Err(cx.raise_value(exception)),
                Err(_) => Err(full(cx)),
            }
        })?;
        // An encoder goes forward only; one that is sent back starts anew.
        if next < error.start {
            encoder = Encoder::new(codec, bytes);
        }
        encoder.resume(next);
    }
}

/// The text of some bytes, and how many of them it is: without `last`, what could be
/// the beginning of a character is left.
fn decode<'f>(
    cx: &mut Context<'f>,
    codec: Codec,
    data: &'f [u8],
    handler: Local<'f>,
    last: bool,
) -> Res<'f> {
    let mut out: Vec<u8> = support::reserve(cx, data.len())?;
    let mut decoder = Decoder::new(codec, data);
    let skipped = data.len() - decoder.bytes().len();
    let all = decoder.bytes();
    let mut consumed = data.len();
    loop {
        if out.len() > cx.heap_room() {
            return Err(full(cx));
        }
        let error = match decoder.run(&mut out) {
            Ok(None) => break,
            Ok(Some(error)) => error,
            Err(_) => return Err(full(cx)),
        };
        if !last
            && error.end == all.len()
            && matches!(error.reason, "unexpected end of data" | "truncated data")
        {
            consumed = error.start + skipped;
            break;
        }
        cx.charge(16)?;
        let next = cx.scope(|cx| {
            let object = cx.bytes(all)?;
            let exception = exception(cx, "UnicodeDecodeError", object, &error)?;
            let given = cx.call(handler, &[exception])?;
            let (part, next) = answer(cx, given, all.len(), "(str, int)")?;
            out.extend_from_slice(cx.as_wtf8(part).unwrap_or_default());
            Ok(next)
        })?;
        decoder.resume(next);
    }
    let text = cx.str_from_wtf8(&out)?;
    let consumed = cx.int(consumed as i64)?;
    cx.tuple(&[text, consumed])
}
