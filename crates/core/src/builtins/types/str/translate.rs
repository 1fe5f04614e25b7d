//! `str.translate` and `str.maketrans`.

use super::{bytes, str_arg};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::text::Sink;
use crate::text::wtf8::{self, CodePoints, Encoded};
use crate::vm::context::{Args, Context, Local, Out, Res};

/// What is not known yet, and what is dropped, in the memory of ASCII answers.
const UNKNOWN: u8 = 0xFF;
const DROPPED: u8 = 0xFE;

pub(super) fn translate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let text = bytes(cx, args, 0);
    let table = args.at(1);
    let is_dict = cx.is(table, Kind::Dict);
    let mut out = cx.out();
    // The answers for ASCII are remembered: a dict runs no script, any other table is asked
    // once for each character while all is ASCII.
    let mut remembered = is_dict || text.is_ascii();
    let mut known = [UNKNOWN; 128];
    for code_point in CodePoints::new(text) {
        cx.charge(1)?;
        let slot = known.get(code_point as usize).copied();
        match slot {
            Some(DROPPED) => continue,
            Some(byte) if byte != UNKNOWN => {
                cx.put(&mut out, &[byte])?;
                continue;
            }
            _ => {}
        }
        let before = out.len();
        cx.scope(|cx| one(cx, table, is_dict, code_point, &mut out))?;
        if remembered && let Some(slot) = known.get_mut(code_point as usize) {
            match out.bytes().get(before..) {
                Some([]) => *slot = DROPPED,
                Some([byte]) => *slot = *byte,
                _ if is_dict => {}
                _ => {
                    remembered = false;
                    known = [UNKNOWN; 128];
                }
            }
        }
    }
    cx.finish_out(&out)
}

/// Writes what the table makes of a character.
fn one<'f>(
    cx: &mut Context<'f>,
    table: Local<'f>,
    is_dict: bool,
    code_point: u32,
    out: &mut Out,
) -> Res<'f, ()> {
    let key = cx.int(i64::from(code_point))?;
    let found = if is_dict {
        cx.dict_get(table, key)?
    } else {
        match protocol::get_item(cx, table, key) {
            Ok(value) => Some(value),
            Err(error) if cx.error_is(&error, ClassId::LookupError) => None,
            Err(error) => return Err(error),
        }
    };
    let Some(value) = found else {
        return cx.put(out, Encoded::new(code_point).as_bytes());
    };
    if cx.is_none(value) {
        return Ok(());
    }
    if let Some(bytes) = cx.str_bytes(value) {
        return cx.put(out, bytes);
    }
    if !cx.is_int(value) {
        return Err(cx.type_error(format_args!(
            "character mapping must return integer, None or str"
        )));
    }
    match cx
        .as_int(value)
        .and_then(|value| u32::try_from(value).ok())
        .filter(|&value| value < 0x11_0000)
    {
        Some(value) => {
            let written = out.write_char(value);
            cx.fits(written)
        }
        None => Err(cx.value_error(format_args!("character mapping must be in range(0x110000)"))),
    }
}

pub(super) fn maketrans<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let result = cx.dict()?;
    let from = args.at(0);
    let Some(to) = args.get(cx, 1) else {
        from_dict(cx, from, result)?;
        return Ok(result);
    };
    let to = str_arg(cx, to, "maketrans() argument 2")?;
    let dropped = match args.get(cx, 2) {
        Some(dropped) => Some(str_arg(cx, dropped, "maketrans() argument 3")?),
        None => None,
    };
    let Some(from) = cx.str_bytes(from) else {
        let message =
            format_args!("first maketrans argument must be a string if there is a second argument");
        return Err(cx.type_error(message));
    };
    if wtf8::count(from) != wtf8::count(to) {
        let message = format_args!("the first two maketrans arguments must have equal length");
        return Err(cx.value_error(message));
    }
    for (key, value) in CodePoints::new(from).zip(CodePoints::new(to)) {
        set(cx, result, key, Some(value))?;
    }
    for key in CodePoints::new(dropped.unwrap_or_default()) {
        set(cx, result, key, None)?;
    }
    Ok(result)
}

fn set<'f>(cx: &mut Context<'f>, dict: Local<'f>, key: u32, value: Option<u32>) -> Res<'f, ()> {
    cx.charge(1)?;
    cx.scope(|cx| {
        let key = cx.int(i64::from(key))?;
        let value = match value {
            Some(value) => cx.int(i64::from(value))?,
            None => Local::NONE,
        };
        cx.dict_set(dict, key, value)
    })
}

fn from_dict<'f>(cx: &mut Context<'f>, from: Local<'f>, result: Local<'f>) -> Res<'f, ()> {
    if !cx.is(from, Kind::Dict) {
        let message = format_args!("if you give only one argument to maketrans it must be a dict");
        return Err(cx.type_error(message));
    }
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(from, at) else {
                return Ok(None);
            };
            let key = match cx.str_bytes(key) {
                Some(text) => match wtf8::decode(text) {
                    Some((code_point, size)) if size == text.len() => {
                        cx.int(i64::from(code_point))?
                    }
                    _ => {
                        return Err(cx.value_error(format_args!(
                            "string keys in translate table must be of length 1"
                        )));
                    }
                },
                None if cx.is_int(key) => key,
                None => {
                    return Err(cx.type_error(format_args!(
                        "keys in translate table must be strings or integers"
                    )));
                }
            };
            cx.dict_set(result, key, value)?;
            Ok(Some(index + 1))
        })?;
        let Some(next) = next else { return Ok(()) };
        at = next;
    }
}
