//! `_random`: the generator under `random`, with CPython's numbers for every seed, and
//! the host's entropy.

mod twister;

use crate::settings::Settings;
use crate::support::{CInt, index};
use alloc::vec::Vec;
use miniscript_core::num_bigint::{BigInt, BigUint, Sign};
use miniscript_ext::{
    Args, Class, Context, Exception, FromArg, Local, Mismatch, Module, NativeDef, Res, closure,
};
use twister::{Twister, WORDS};

pub(crate) fn module(settings: &Settings) -> Module {
    let entropy = settings.entropy.clone();
    Module::new("_random")
        .doc("Module implements the Mersenne Twister random number generator.")
        .class(&RANDOM)
        .function(
            "_urandom(size, /)",
            closure!(move |cx, size: Local| {
                let size = index(cx, size)?;
                let Some(size) = cx.as_int(size) else {
                    return Err(cx.raise_kind(
                        Exception::OverflowError,
                        format_args!("Python int too large to convert to C ssize_t"),
                    ));
                };
                let Ok(size) = usize::try_from(size) else {
                    return Err(cx.value_error(format_args!("negative argument not allowed")));
                };
                let mut bytes = crate::support::reserve(cx, size)?;
                bytes.resize(size, 0);
                let filled = match &entropy {
                    Some(entropy) => entropy(&mut bytes),
                    None => cx
                        .with_system(|system| system.random(&mut bytes))
                        .is_some_and(|answer| answer.is_ok()),
                };
                if filled {
                    return cx.bytes(&bytes);
                }
                Err(cx.raise_kind(
                    Exception::NotImplementedError,
                    format_args!("/dev/urandom (or equivalent) not found"),
                ))
            }),
        )
}

const STATE: usize = 0;

static RANDOM: Class = Class {
    name: "_random.Random",
    doc: "Random() -> create a random number generator with its own internal state.",
    fields: 1,
    methods: &[
        NativeDef::constructor("(cls, *args, **kwargs)", new),
        NativeDef::method("__init__", "(self, *args)", init),
        NativeDef::method("seed", "(self, n=None, /)", seed),
        NativeDef::method("getstate", "(self, /)", getstate),
        NativeDef::method("setstate", "(self, state, /)", setstate),
        NativeDef::method("random", "(self, /)", random),
        NativeDef::method("getrandbits", "(self, k, /)", getrandbits),
        NativeDef::method("_below", "(self, n, /)", below),
    ],
    ..Class::PLAIN
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = cx.instance(args.at(0), &[])?;
    cx.set_payload(object, STATE, Twister::new())?;
    Ok(object)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() > 2 {
        let given = args.len() - 1;
        return Err(cx.type_error(format_args!(
            "Random() takes at most 1 argument ({given} given)"
        )));
    }
    let key = args.get(cx, 1).unwrap_or(Local::NONE);
    seed_by(cx, args.at(0), key)?;
    Ok(Local::NONE)
}

fn twister<'f, R>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    body: impl FnOnce(&mut Twister) -> R,
) -> Res<'f, R> {
    match cx.payload(object, STATE, body) {
        Some(result) => Ok(result),
        None => Err(cx.type_error(format_args!("a random number generator is required"))),
    }
}

fn seed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let key = args.get(cx, 1).unwrap_or(Local::NONE);
    seed_by(cx, args.at(0), key)?;
    Ok(Local::NONE)
}

fn seed_by<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f, ()> {
    let words = if cx.is_none(key) {
        fresh_key(cx)?
    } else if let Some(word) = cx.as_int(key) {
        halves(word.unsigned_abs())
    } else if let Some(big) = cx.as_big(key) {
        cx.charge(big.bits() as usize / 1024)?;
        big.magnitude().to_u32_digits()
    } else {
        let builtins = cx.builtins();
        let hash = match cx.dict_get_str(builtins, "hash")? {
            Some(hash) => cx.call(hash, &[key])?,
            None => Local::NONE,
        };
        halves(cx.as_int(hash).unwrap_or(0) as u64)
    };
    twister(cx, object, |twister| {
        twister.seed(if words.is_empty() { &[0] } else { &words });
    })
}

/// A number as one or two words.
fn halves(word: u64) -> Vec<u32> {
    let (low, high) = (word as u32, (word >> 32) as u32);
    match high {
        0 => Vec::from([low]),
        high => Vec::from([low, high]),
    }
}

/// A key that nobody can guess, or where the host has no entropy one of the clocks.
fn fresh_key<'f>(cx: &mut Context<'f>) -> Res<'f, Vec<u32>> {
    let module = cx.import("_random")?;
    let urandom = cx.attribute(module, "_urandom")?;
    let size = cx.int(WORDS as i64 * 4)?;
    match cx.call(urandom, &[size]) {
        Ok(bytes) => {
            let bytes = cx.as_bytes(bytes).unwrap_or_default();
            let words = bytes.as_chunks::<4>().0.iter();
            Ok(words.map(|word| u32::from_le_bytes(*word)).collect())
        }
        Err(error) if cx.error_is_kind(&error, Exception::NotImplementedError) => {
            let object = cx.list(&[])?;
            let since = cx.now().as_nanos();
            let date = cx.calendar().unwrap_or_default().as_nanos();
            let mixed = [since as u64, date as u64, cx.identity(object)];
            Ok(mixed.into_iter().flat_map(halves).collect())
        }
        Err(error) => Err(error),
    }
}

fn random<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let fraction = twister(cx, args.at(0), Twister::fraction)?;
    Ok(cx.float(fraction))
}

fn unsigned<'f>(cx: &mut Context<'f>, value: u64) -> Res<'f> {
    match i64::try_from(value) {
        Ok(value) => cx.int(value),
        Err(_) => cx.big_int(&BigInt::from(value)),
    }
}

fn getrandbits<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let bits = match CInt::from_local(cx, args.at(1)) {
        Ok(bits) => bits,
        Err(Mismatch::Raised(error)) => return Err(error),
        Err(Mismatch::Expected(expected)) => {
            return Err(cx.type_error(format_args!("an {expected} is required")));
        }
    };
    let Ok(bits) = u32::try_from(bits) else {
        return Err(cx.value_error(format_args!("number of bits must be non-negative")));
    };
    if bits <= 64 {
        let drawn = twister(cx, args.at(0), |twister| twister.bits(bits))?;
        return unsigned(cx, drawn);
    }
    cx.reserve_bits(u64::from(bits), u64::from(bits / 32))?;
    let drawn = twister(cx, args.at(0), |twister| large(twister, u64::from(bits)))?;
    cx.big_int(&BigInt::from_biguint(Sign::Plus, drawn))
}

/// A number of so many bits, the low words first.
fn large(twister: &mut Twister, bits: u64) -> BigUint {
    let mut words = Vec::new();
    let mut left = bits;
    while left > 0 {
        let word = twister.word();
        let used = left.min(32) as u32;
        words.push(word >> (32 - used));
        left -= u64::from(used);
    }
    BigUint::new(words)
}

/// A number below a positive one: what `randrange` and its like ask for.
fn below<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let limit = args.at(1);
    if let Some(limit) = cx.as_int(limit) {
        let Some(limit) = u64::try_from(limit).ok().filter(|&limit| limit > 0) else {
            return cx.int(0);
        };
        let drawn = twister(cx, args.at(0), |twister| twister.below(limit))?;
        return unsigned(cx, drawn);
    }
    let Some(limit) = cx.as_big(limit) else {
        let found = cx.type_name(limit);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    let bits = limit.bits();
    loop {
        cx.reserve_bits(bits, bits / 32)?;
        let drawn = twister(cx, args.at(0), |twister| large(twister, bits))?;
        if limit.sign() != Sign::Plus || drawn < *limit.magnitude() {
            return cx.big_int(&BigInt::from_biguint(Sign::Plus, drawn));
        }
    }
}

fn getstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (words, place) = twister(cx, args.at(0), |twister| {
        let (words, place) = twister.state();
        (Vec::from(words.as_slice()), place)
    })?;
    let mut values = Vec::new();
    for word in words {
        values.push(cx.int(i64::from(word))?);
    }
    values.push(cx.int(place as i64)?);
    cx.tuple(&values)
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let state = args.at(1);
    if !cx.is_tuple(state) {
        return Err(cx.type_error(format_args!("state vector must be a tuple")));
    }
    if cx.tuple_len(state) != WORDS + 1 {
        return Err(cx.value_error(format_args!("state vector is the wrong size")));
    }
    let mut words = [0; WORDS];
    for (at, word) in words.iter_mut().enumerate() {
        let value = cx.tuple_get(state, at).unwrap_or(Local::NONE);
        *word = state_word(cx, value)? as u32;
    }
    let place = cx.tuple_get(state, WORDS).unwrap_or(Local::NONE);
    if !cx.is_int(place) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    let Some(place) = cx.as_int(place) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C long"),
        ));
    };
    match usize::try_from(place) {
        Ok(place) if place <= WORDS => {
            twister(cx, args.at(0), |twister| {
                *twister = Twister::with_state(words, place);
            })?;
            Ok(Local::NONE)
        }
        _ => Err(cx.value_error(format_args!("invalid state"))),
    }
}

fn state_word<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, u64> {
    if !cx.is_int(value) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    let message = match (cx.as_int(value), cx.as_big(value)) {
        (Some(word), _) if word >= 0 => return Ok(word as u64),
        (None, Some(big)) if big.sign() == Sign::Plus && big.bits() <= 64 => {
            return Ok(big.iter_u64_digits().next().unwrap_or(0));
        }
        (None, Some(big)) if big.sign() == Sign::Plus => {
            "Python int too large to convert to C unsigned long"
        }
        _ => "can't convert negative value to unsigned int",
    };
    Err(cx.raise_kind(Exception::OverflowError, format_args!("{message}")))
}
