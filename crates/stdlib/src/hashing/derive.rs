//! Keys from passwords: PBKDF2 of RFC 8018 and scrypt of RFC 7914.

use super::mac::started;
use super::state::{Mac, find};
use crate::support::{Data, Given, data, index, raise, reserve};
use miniscript_ext::{Context, Exception, Local, Module, Res, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .function(
            "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)",
            closure!(|cx,
                      name: Local,
                      password: Data,
                      salt: Data,
                      iterations: Local,
                      length: Local| {
                let Some(name) = cx.as_str(name) else {
                    let found = cx.type_name(name);
                    return Err(cx.type_error(format_args!(
                        "pbkdf2_hmac() argument 'hash_name' must be str, not {found}"
                    )));
                };
                pbkdf2(cx, name, password, salt, iterations, length)
            }),
        )
        .function(
            "scrypt(password, *, salt=<unset>, n=<unset>, r=<unset>, p=<unset>, maxmem=0, dklen=64)",
            closure!(|cx,
                      password: Data,
                      salt: Given,
                      n: Given,
                      r: Given,
                      p: Given,
                      memory: Local,
                      length: Local| {
                scrypt(cx, password, salt, [n, r, p], memory, length)
            }),
        )
}

/// An int that C takes as a long.
fn long<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let int = index(cx, value)?;
    match cx.as_int(int) {
        Some(int) => Ok(int),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C long"),
        )),
    }
}

fn overflow<'f>(cx: &mut Context<'f>, message: &str) -> miniscript_ext::Error<'f> {
    cx.raise_kind(Exception::OverflowError, format_args!("{message}"))
}

fn pbkdf2<'f>(
    cx: &mut Context<'f>,
    name: &str,
    password: &[u8],
    salt: &[u8],
    iterations: Local<'f>,
    length: Local<'f>,
) -> Res<'f> {
    let iterations = long(cx, iterations)?;
    let Some(algorithm) = find(name) else {
        return Err(raise(
            cx,
            "_hashlib",
            "UnsupportedDigestmodError",
            format_args!("[digital envelope routines] unsupported"),
        ));
    };
    if iterations < 1 {
        return Err(cx.value_error(format_args!("iteration value must be greater than 0.")));
    }
    if iterations > i64::from(i32::MAX) {
        return Err(overflow(cx, "iteration value is too great."));
    }
    let length = if cx.is_none(length) {
        algorithm.digest as i64
    } else {
        long(cx, length)?
    };
    if length < 1 && algorithm.digest > 0 {
        return Err(cx.value_error(format_args!("key length must be greater than 0.")));
    }
    if length > i64::from(i32::MAX) {
        return Err(overflow(cx, "key length is too great."));
    }
    let length = usize::try_from(length).unwrap_or(0);
    let mac = started(cx, algorithm, password)?;
    let mut key = reserve(cx, length)?;
    let mut number = 0_u32;
    while key.len() < length {
        number = number.saturating_add(1);
        let block = block(cx, &mac, salt, number, iterations)?;
        let left = length - key.len();
        let block = block.get(..left).unwrap_or(&block);
        key.extend_from_slice(block);
    }
    cx.bytes(&key)
}

/// One block of the key: the first digest, each further one of it, added without carry.
fn block<'f>(
    cx: &mut Context<'f>,
    mac: &Mac,
    salt: &[u8],
    number: u32,
    iterations: i64,
) -> Res<'f, alloc::vec::Vec<u8>> {
    let mut first = mac.clone();
    first.update(salt);
    first.update(&number.to_be_bytes());
    let mut last = first.digest();
    let mut sum = alloc::vec::Vec::from(last.bytes());
    for round in 1..iterations {
        if round % 32 == 0 {
            cx.charge(128)?;
        }
        let mut next = mac.clone();
        next.update(last.bytes());
        last = next.digest();
        for (to, from) in sum.iter_mut().zip(last.bytes()) {
            *to ^= from;
        }
    }
    Ok(sum)
}

/// What OpenSSL takes where nothing is said.
const MEMORY: u64 = 32 * 1024 * 1024;

fn scrypt<'f>(
    cx: &mut Context<'f>,
    password: &[u8],
    salt: Option<Local<'f>>,
    costs: [Option<Local<'f>>; 3],
    memory: Local<'f>,
    length: Local<'f>,
) -> Res<'f> {
    let Some(salt) = salt else {
        return Err(cx.type_error(format_args!("salt is required")));
    };
    let salt = data(cx, salt)?;
    let mut numbers = [0_u64; 3];
    for ((to, value), name) in numbers.iter_mut().zip(costs).zip(["n", "r", "p"]) {
        if let Some(value) = value.filter(|&value| !cx.is_int(value)) {
            let found = match cx.is_none(value) {
                true => "None",
                false => cx.type_name(value),
            };
            return Err(cx.type_error(format_args!(
                "scrypt() argument '{name}' must be int, not {found}"
            )));
        }
        let number = value
            .and_then(|value| cx.as_int(value))
            .and_then(|number| u64::try_from(number).ok());
        *to = match number {
            Some(number) => number,
            None => {
                return Err(cx.type_error(format_args!(
                    "{name} is required and must be an unsigned int"
                )));
            }
        };
        if name == "n" && (*to < 2 || !to.is_power_of_two()) {
            return Err(cx.value_error(format_args!("n must be a power of 2.")));
        }
    }
    let [n, r, p] = numbers;
    let most = i64::from(i32::MAX);
    let memory = long(cx, memory)?;
    if !(0..=most).contains(&memory) {
        return Err(cx.value_error(format_args!(
            "maxmem must be positive and smaller than {most}"
        )));
    }
    let length = long(cx, length)?;
    if !(1..=most).contains(&length) {
        return Err(cx.value_error(format_args!(
            "dklen must be greater than 0 and smaller than {most}"
        )));
    }
    // The limits of OpenSSL: p * r below 2^30, n below 2^(16 r).
    if r == 0 || p == 0 {
        return Err(cx.value_error(format_args!(
            "Invalid parameter combination for n, r, p, maxmem."
        )));
    }
    let limit = if memory == 0 { MEMORY } else { memory as u64 };
    let block = 128_u64.checked_mul(r);
    let needed = block.and_then(|block| {
        let rows = block.checked_mul(n.checked_add(2)?)?;
        rows.checked_add(block.checked_mul(p)?)
    });
    let params = match (needed, u32::try_from(r), u32::try_from(p)) {
        (Some(needed), Ok(small_r), Ok(small_p)) if needed <= limit => {
            if needed > cx.heap_room() as u64 {
                return Err(cx.memory_error());
            }
            ::scrypt::Params::new(n.trailing_zeros() as u8, small_r, small_p).ok()
        }
        _ => None,
    };
    let Some(params) = params else {
        return Err(cx.value_error(format_args!(
            "[digital envelope routines] memory limit exceeded"
        )));
    };
    let rows = n.saturating_mul(r).saturating_mul(p);
    cx.charge(usize::try_from(rows.saturating_mul(16)).unwrap_or(usize::MAX))?;
    let length = usize::try_from(length).unwrap_or(0);
    let mut key = reserve(cx, length)?;
    key.resize(length, 0);
    match ::scrypt::scrypt(password, salt, &params, &mut key) {
        Ok(()) => cx.bytes(&key),
        Err(_) => Err(cx.value_error(format_args!(
            "[digital envelope routines] memory limit exceeded"
        ))),
    }
}
