//! Built-in functions about numbers and order: abs, bin, chr, divmod, hash, hex,
//! max, min, oct, ord, pow, round, sum.

use crate::builtins::protocol::{self, BinOp, Cmp};
use crate::builtins::types::{float, int};
use crate::object::{ClassId, IntValue, Kind};
use crate::text::StackBuf;
use crate::text::int::{Base, write_prefixed};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::NativeDef;
use num_traits::Signed;

/// The functions of this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", "(x, /)", abs).with_intrinsic(Intrinsic::Abs),
    NativeDef::function("bin", "(number, /)", bin),
    NativeDef::function("chr", "(i, /)", chr).with_intrinsic(Intrinsic::Chr),
    NativeDef::function("divmod", "(x, y, /)", divmod),
    NativeDef::function("hash", "(obj, /)", hash),
    NativeDef::function("hex", "(number, /)", hex),
    NativeDef::function("max", "(*args, key=None, default=None)", max)
        .with_intrinsic(Intrinsic::Max),
    NativeDef::function("min", "(*args, key=None, default=None)", min)
        .with_intrinsic(Intrinsic::Min),
    NativeDef::function("oct", "(number, /)", oct),
    NativeDef::function("ord", "(c, /)", ord).with_intrinsic(Intrinsic::Ord),
    NativeDef::function("pow", "(base, exp, mod=None)", pow),
    NativeDef::function("round", "(number, ndigits=None)", round),
    NativeDef::function("sum", "(iterable, /, start=0)", sum),
];

fn abs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::absolute(cx, args.at(0))
}

fn divmod<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::divmod(cx, args.at(0), args.at(1))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn pow<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let modulus = args.get(cx, 2);
    protocol::power(cx, args.at(0), args.at(1), modulus)
}

fn round<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (value, digits) = (
        args.at(0),
        args.get(cx, 1).filter(|&digits| !cx.is_none(digits)),
    );
    if let Some(x) = cx.as_float(value) {
        return float::round(cx, x, digits);
    }
    if cx.is_int(value) {
        return int::round(cx, value, digits);
    }
    let name = cx.names().round;
    let answer = match digits {
        _ if !cx.has_specials(value) => None,
        Some(digits) => cx.call_special(value, name, &[digits])?,
        None => cx.call_special(value, name, &[])?,
    };
    match answer {
        Some(answer) => Ok(answer),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!("type {found} doesn't define __round__ method")))
        }
    }
}

fn bin<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    in_base(cx, args.at(0), Base::Binary)
}

fn oct<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    in_base(cx, args.at(0), Base::Octal)
}

fn hex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    in_base(cx, args.at(0), Base::Hex)
}

fn in_base<'f>(cx: &mut Context<'f>, value: Local<'f>, base: Base) -> Res<'f> {
    let int = protocol::index(cx, value)?;
    match cx.int_value(int) {
        Some(IntValue::Word(word)) => {
            let mut out = StackBuf::<72>::new();
            // Sign, prefix and 64 digits fit.
            let _ = write_prefixed(word, base, &mut out);
            cx.wtf8(out.as_bytes())
        }
        Some(IntValue::Big(big)) => {
            let digits = big.bits() / u64::from(base.radix().ilog2()) + 1;
            // The crate's text and ours.
            protocol::reserve(cx, digits.saturating_mul(24), digits / 16)?;
            let mut text = cx.text();
            if big.is_negative() {
                text.push_str("-");
            }
            text.push_str(base.prefix());
            text.push_str(&big.magnitude().to_str_radix(base.radix()));
            cx.finish(text)
        }
        None => Ok(Local::NONE),
    }
}

fn chr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let code = protocol::index_clamped(cx, args.at(0))?;
    if i32::try_from(code).is_err() {
        return Err(cx.raise(
            ClassId::OverflowError,
            format_args!("Python int too large to convert to C int"),
        ));
    }
    match u32::try_from(code) {
        Ok(code) if code < 0x11_0000 => cx.char(code),
        _ => Err(cx.value_error(format_args!("chr() arg not in range(0x110000)"))),
    }
}

fn ord<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match (cx.str_bytes(args.at(0)), cx.str_len(args.at(0))) {
        (Some(bytes), Some(1)) => {
            let code = crate::text::wtf8::decode(bytes).map_or(0, |(code, _)| code);
            cx.int(i64::from(code))
        }
        (Some(_), Some(len)) => Err(cx.type_error(format_args!(
            "ord() expected a character, but string of length {len} found"
        ))),
        _ => {
            if let (Some(Kind::Bytes | Kind::ByteArray), Some(data)) =
                (cx.bytes_kind(args.at(0)), cx.buffer(args.at(0)))
            {
                return match *data {
                    [byte] => cx.int(i64::from(byte)),
                    _ => {
                        let len = data.len();
                        Err(cx.type_error(format_args!(
                            "ord() expected a character, but string of length {len} found"
                        )))
                    }
                };
            }
            let found = cx.type_name(args.at(0));
            Err(cx.type_error(format_args!(
                "ord() expected string of length 1, but {found} found"
            )))
        }
    }
}

fn max<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    extreme(cx, args, "max", Cmp::Gt)
}

fn min<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    extreme(cx, args, "min", Cmp::Lt)
}

/// The first argument (or item) that no later one beats.
fn extreme<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str, op: Cmp) -> Res<'f> {
    let key = args.get(cx, 0).filter(|&key| !cx.is_none(key));
    let default = args.get(cx, 1);
    let items = args.skip(2);
    if items.is_empty() {
        return Err(cx.type_error(format_args!("{name} expected at least 1 argument, got 0")));
    }
    if items.len() > 1 && default.is_some() {
        return Err(cx.type_error(format_args!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let source = if items.len() > 1 {
        None
    } else {
        Some(protocol::iter(cx, items.at(0))?)
    };
    let mut batches = match source {
        Some(iterator) => Some(protocol::Batches::new(cx, iterator, key.is_some())?),
        None => None,
    };
    let (best, best_key) = (cx.slot(Local::NONE), cx.slot(Local::NONE));
    let mut at = 0;
    loop {
        let more = cx.scope(|cx| {
            let item = match &mut batches {
                Some(batches) => batches.next(cx)?,
                None if at < items.len() => Some(items.at(at)),
                None => None,
            };
            let Some(item) = item else { return Ok(false) };
            let value = match key {
                Some(key) => cx.call(key, &[item])?,
                None => item,
            };
            if at > 0 {
                let champion = cx.read(&best_key);
                if !protocol::holds(cx, op, value, champion)? {
                    return Ok(true);
                }
            }
            cx.assign(&best, item);
            cx.assign(&best_key, value);
            Ok(true)
        })?;
        if !more {
            break;
        }
        at += 1;
        cx.charge(1)?;
    }
    match (at, default) {
        (0, Some(default)) => Ok(default),
        (0, None) => Err(cx.value_error(format_args!("{name}() arg is an empty sequence"))),
        _ => Ok(cx.take(&best)),
    }
}

/// How far a sum has come: as long as it stays a word or a float, no value is made.
enum Sum {
    Word(i64),
    Float(f64),
    /// In the slot.
    Value,
}

fn sum<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let start = args.get(cx, 1);
    let iterator = protocol::iter(cx, args.at(0))?;
    if let Some(start) = start
        && cx.str_bytes(start).is_some()
    {
        return Err(cx.type_error(format_args!(
            "sum() can't sum strings [use ''.join(seq) instead]"
        )));
    }
    if let Some(start) = start
        && let Some(Kind::Bytes | Kind::ByteArray) = cx.bytes_kind(start)
    {
        let what = if protocol::is_array(cx, start) {
            "bytearray"
        } else {
            "bytes"
        };
        return Err(cx.type_error(format_args!(
            "sum() can't sum {what} [use b''.join(seq) instead]"
        )));
    }
    let total = cx.slot(start.unwrap_or(Local::NONE));
    let mut sum = match start {
        None => Sum::Word(0),
        Some(start) => match (cx.as_int(start), cx.as_float(start)) {
            (Some(word), _) if !is_bool(cx, start) => Sum::Word(word),
            (_, Some(float)) => Sum::Float(float),
            _ => Sum::Value,
        },
    };
    let mut items = protocol::Batches::new(cx, iterator, matches!(sum, Sum::Value))?;
    loop {
        let current = &sum;
        let next = cx.scope(|cx| {
            let Some(item) = items.next(cx)? else {
                return Ok(None);
            };
            let (int, float) = match cx.is_derived(item) {
                true => (None, None),
                false => (cx.as_int(item), cx.as_float(item)),
            };
            match (current, int, float) {
                (Sum::Word(word), Some(item), _) => {
                    if let Some(word) = word.checked_add(item) {
                        return Ok(Some(Sum::Word(word)));
                    }
                }
                (Sum::Word(word), _, Some(item)) => {
                    return Ok(Some(Sum::Float(*word as f64 + item)));
                }
                (Sum::Float(float), _, Some(item)) => return Ok(Some(Sum::Float(float + item))),
                (Sum::Float(float), Some(item), _) => {
                    return Ok(Some(Sum::Float(float + item as f64)));
                }
                _ => {}
            }
            let left = match current {
                Sum::Word(word) => cx.int(*word)?,
                Sum::Float(float) => cx.float(*float),
                Sum::Value => cx.read(&total),
            };
            let result = protocol::binary(cx, BinOp::Add, left, item, false)?;
            cx.assign(&total, result);
            Ok(Some(Sum::Value))
        })?;
        match next {
            Some(next) => sum = next,
            None => break,
        }
        cx.charge(1)?;
    }
    match sum {
        Sum::Word(word) => cx.int(word),
        Sum::Float(float) => Ok(cx.float(float)),
        Sum::Value => Ok(cx.take(&total)),
    }
}

/// `sum([], True)` is True: a bool is only converted when something is added.
fn is_bool<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.same(value, Local::TRUE) || cx.same(value, Local::FALSE)
}
