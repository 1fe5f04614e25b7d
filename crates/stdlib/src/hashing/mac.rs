//! HMAC: objects for `hmac.HMAC`, the one-shot digest, comparison in constant time.

use super::state::{Algorithm, Mac, find};
use super::{hex, take};
use crate::support::Data;
use miniscript_ext::{Args, Class, Context, Error, Local, Module, NativeDef, Res, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .class(&HMAC)
        .function(
            "hmac_new(key, msg, digestmod, /)",
            closure!(|cx, key: Data, message: Local, name: &str| {
                let algorithm = algorithm(cx, name)?;
                let mut mac = started(cx, algorithm, key)?;
                if !cx.is_none(message) {
                    take(cx, message, |data| mac.update(data))?;
                }
                let class = cx.class_of(&HMAC)?;
                let object = cx.instance(class, &[])?;
                cx.set_payload(object, MAC, mac)?;
                Ok(object)
            }),
        )
        .function(
            "hmac_digest(key, msg, digest)",
            closure!(|cx, key: Data, message: Data, name: &str| {
                let algorithm = algorithm(cx, name)?;
                let mut mac = started(cx, algorithm, key)?;
                cx.charge(message.len() / 16)?;
                mac.update(message);
                cx.bytes(mac.digest().bytes())
            }),
        )
        .function(
            "compare_digest(a, b, /)",
            closure!(|cx, a: Local, b: Local| compare(cx, a, b)),
        )
}

pub(super) fn algorithm<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, &'static Algorithm> {
    match find(name) {
        Some(algorithm) => Ok(algorithm),
        None => Err(cx.value_error(format_args!("unsupported hash type {name}"))),
    }
}

pub(super) fn started<'f>(
    cx: &mut Context<'f>,
    algorithm: &Algorithm,
    key: &[u8],
) -> Res<'f, Mac> {
    cx.charge(key.len() / 16)?;
    match Mac::new(algorithm, key) {
        Some(mac) => Ok(mac),
        None => Err(unfit(cx)),
    }
}

#[cold]
fn unfit<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.value_error(format_args!("no reason supplied"))
}

const MAC: usize = 0;

static HMAC: Class = Class {
    name: "_hashlib.HMAC",
    doc: "The object used to calculate HMAC of a message.",
    fields: 1,
    methods: &[
        NativeDef::method("update", "(self, msg)", update),
        NativeDef::method("digest", "(self, /)", digest),
        NativeDef::method("hexdigest", "(self, /)", hexdigest),
        NativeDef::method("copy", "(self, /)", copy),
        NativeDef::getter("name", name),
        NativeDef::getter("digest_size", digest_size),
        NativeDef::getter("block_size", block_size),
    ],
    ..Class::PLAIN
};

fn mac<'f, R>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    body: impl FnOnce(&mut Mac) -> R,
) -> Res<'f, R> {
    match cx.payload(object, MAC, body) {
        Some(result) => Ok(result),
        None => Err(cx.type_error(format_args!("an HMAC object is required"))),
    }
}

fn update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    take(cx, args.at(1), |_| ())?;
    let data = cx.frozen(args.at(1))?.unwrap_or_default();
    mac(cx, args.at(0), |mac| mac.update(data))?;
    Ok(Local::NONE)
}

fn digest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let digested = mac(cx, args.at(0), |mac| mac.digest())?;
    cx.bytes(digested.bytes())
}

fn hexdigest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let digested = mac(cx, args.at(0), |mac| mac.digest())?;
    hex(cx, digested.bytes())
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let copied = mac(cx, args.at(0), |mac| mac.clone())?;
    let class = cx.type_of(args.at(0));
    let object = cx.instance(class, &[])?;
    cx.set_payload(object, MAC, copied)?;
    Ok(object)
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = mac(cx, args.at(0), |mac| mac.inner.algorithm().name)?;
    cx.str(&alloc::format!("hmac-{name}"))
}

fn digest_size<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let size = mac(cx, args.at(0), |mac| mac.inner.digest_size())?;
    cx.int(size as i64)
}

fn block_size<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let size = mac(cx, args.at(0), |mac| mac.inner.algorithm().block)?;
    cx.int(size as i64)
}

/// Whether two digests are equal, in a time that does not depend on where they differ.
fn compare<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (a, b) = match (cx.as_wtf8(a), cx.as_wtf8(b)) {
        (Some(x), Some(y)) => {
            if !x.is_ascii() || !y.is_ascii() {
                return Err(cx.type_error(format_args!(
                    "comparing strings with non-ASCII characters is not supported"
                )));
            }
            (x, y)
        }
        _ => match (cx.frozen(a)?, cx.frozen(b)?) {
            (Some(x), Some(y)) => (x, y),
            (None, None) => {
                let (x, y) = (cx.type_name(a), cx.type_name(b));
                return Err(cx.type_error(format_args!(
                    "unsupported operand types(s) or combination of types: '{x}' and '{y}'"
                )));
            }
            (x, _) => {
                let found = cx.type_name(if x.is_none() { a } else { b });
                return Err(cx.type_error(format_args!(
                    "a bytes-like object is required, not '{found}'"
                )));
            }
        },
    };
    cx.charge(b.len() / 16)?;
    // Other lengths are compared with themselves, and lose.
    let left = if a.len() == b.len() { a } else { b };
    let start = u8::from(a.len() != b.len());
    let difference = left
        .iter()
        .zip(b)
        .fold(start, |difference, (x, y)| difference | (x ^ y));
    Ok(Local::bool(core::hint::black_box(difference) == 0))
}
