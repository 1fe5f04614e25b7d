//! `_hashlib`: hash objects over well-kept crates, HMAC and what derives keys.
//! `hashlib` and `hmac` are written on it.

mod blake;
mod derive;
mod mac;
mod state;

use crate::settings::Settings;
use crate::support::{Given, reserve};
use miniscript_ext::{
    Args, Base, Class, Context, Exception, FromArg, Local, Mismatch, Module, NativeDef, Res,
    closure,
};
use state::{ALGORITHMS, State, find};

pub(crate) fn module(_: &Settings) -> Module {
    let mut module = Module::new("_hashlib")
        .doc("Hash functions, HMAC and derivation of keys.")
        .class(&HASH)
        .class(&HASHXOF)
        .init(|cx, dict| {
            let class =
                cx.new_exception_class("_hashlib", "UnsupportedDigestmodError", "ValueError")?;
            cx.dict_set_str(dict, "UnsupportedDigestmodError", class)
        })
        .function(
            "new(name, string=<unrepresentable>, *, usedforsecurity=True)",
            closure!(|cx, name: Local, data: Given, _security: bool| {
                let Some(text) = cx.as_str(name) else {
                    let found = cx.type_name(name);
                    return Err(cx.type_error(format_args!(
                        "new() argument 'name' must be str, not {found}"
                    )));
                };
                match find(text) {
                    Some(algorithm) => make(cx, algorithm.start(), data),
                    None => Err(cx.value_error(format_args!("unsupported hash type {text}"))),
                }
            }),
        );
    for algorithm in ALGORITHMS {
        let name = algorithm.name;
        module = module.add(
            miniscript_ext::Function::new(
                &alloc::format!(
                    "openssl_{name}(string=<unrepresentable>, *, usedforsecurity=True)"
                ),
                closure!(|cx, data: Given, _security: bool| make(cx, algorithm.start(), data)),
            )
            .doc(doc(name)),
        );
    }
    let module = blake::add(module);
    let module = mac::add(module);
    derive::add(module)
}

fn doc(name: &str) -> alloc::string::String {
    let kind = if name.starts_with("shake") {
        "-variable hash object"
    } else {
        " hash object"
    };
    let name = name.replace("sha3_", "sha3-").replace("shake_", "shake-");
    alloc::format!("Returns a {name}{kind}; optionally initialized with a string")
}

/// Where an object keeps its state.
const STATE: usize = 0;

pub(super) static HASH: Class = Class {
    name: "_hashlib.HASH",
    doc: "A hash is an object used to calculate a checksum of a string of information.",
    fields: 1,
    methods: &[
        NativeDef::method("update", "(self, obj, /)", update),
        NativeDef::method("digest", "(self, /)", digest),
        NativeDef::method("hexdigest", "(self, /)", hexdigest),
        NativeDef::method("copy", "(self, /)", copy),
        NativeDef::method("__repr__", "(self, /)", repr),
        NativeDef::getter("name", name),
        NativeDef::getter("digest_size", digest_size),
        NativeDef::getter("block_size", block_size),
    ],
    ..Class::PLAIN
};

static HASHXOF: Class = Class {
    name: "_hashlib.HASHXOF",
    doc: "A hash whose digest is as long as the caller says.",
    base: Base::Class(&HASH),
    methods: &[
        NativeDef::method("digest", "(self, length)", digest_of_length),
        NativeDef::method("hexdigest", "(self, length)", hexdigest_of_length),
    ],
    ..Class::PLAIN
};

/// An object of a state, which first takes what data there is.
fn make<'f>(cx: &mut Context<'f>, mut state: State, data: Option<Local<'f>>) -> Res<'f> {
    if let Some(data) = data {
        take(cx, data, |data| state.update(data))?;
    }
    let class = match state.digest_size() {
        0 => &HASHXOF,
        _ => &HASH,
    };
    let class = cx.class_of(class)?;
    let object = cx.instance(class, &[])?;
    cx.set_payload(object, STATE, state)?;
    Ok(object)
}

/// Lends the data of a bytes-like object.
fn take<'f, R>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    body: impl FnOnce(&[u8]) -> R,
) -> Res<'f, R> {
    if let Some(len) = cx.buffer(value).map(<[u8]>::len) {
        cx.charge(len / 16)?;
    }
    if let Some(data) = cx.buffer(value) {
        return Ok(body(data));
    }
    if cx.is_str(value) {
        return Err(cx.type_error(format_args!("Strings must be encoded before hashing")));
    }
    Err(cx.type_error(format_args!("object supporting the buffer API required")))
}

/// Lends the state of an object.
fn state<'f, R>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    body: impl FnOnce(&mut State) -> R,
) -> Res<'f, R> {
    match cx.payload(object, STATE, body) {
        Some(result) => Ok(result),
        None => Err(cx.type_error(format_args!("a hash object is required"))),
    }
}

fn update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.at(1);
    // Bytes are lent for as long as the call; what may change is copied.
    let data = match cx.as_bytes(value) {
        Some(data) => data,
        None => {
            take(cx, value, |_| ())?;
            cx.frozen(value)?.unwrap_or_default()
        }
    };
    cx.charge(data.len() / 16)?;
    state(cx, args.at(0), |state| state.update(data))?;
    Ok(Local::NONE)
}

fn digest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let digested = state(cx, args.at(0), |state| state.digest())?;
    cx.bytes(digested.bytes())
}

fn hexdigest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let digested = state(cx, args.at(0), |state| state.digest())?;
    hex(cx, digested.bytes())
}

/// Bytes as a str of hexadecimal digits.
fn hex<'f>(cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f> {
    let mut out = reserve(cx, bytes.len().saturating_mul(2))?;
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).map_or(b'0', |digit| digit as u8));
        }
    }
    cx.str_from_wtf8(&out)
}

fn long_digest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, alloc::vec::Vec<u8>> {
    let length = match i64::from_local(cx, args.at(1)) {
        Ok(length) => length,
        Err(Mismatch::Raised(error)) => return Err(error),
        Err(Mismatch::Expected(_)) => {
            let found = cx.type_name(args.at(1));
            return Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )));
        }
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(cx.raise_kind(
            Exception::SystemError,
            format_args!("Negative size passed to PyBytes_FromStringAndSize"),
        ));
    };
    let mut out = reserve(cx, length)?;
    out.resize(length, 0);
    state(cx, args.at(0), |state| state.digest_into(&mut out))?;
    Ok(out)
}

fn digest_of_length<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let out = long_digest(cx, args)?;
    cx.bytes(&out)
}

fn hexdigest_of_length<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let out = long_digest(cx, args)?;
    hex(cx, &out)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let copied = state(cx, args.at(0), |state| state.clone())?;
    let class = cx.type_of(args.at(0));
    let object = cx.instance(class, &[])?;
    cx.set_payload(object, STATE, copied)?;
    Ok(object)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = state(cx, args.at(0), |state| state.algorithm().name)?;
    let (class, at) = (cx.type_name(args.at(0)), cx.identity(args.at(0)));
    cx.str(&alloc::format!("<{name} {class} object @ {at:#x}>"))
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = state(cx, args.at(0), |state| state.algorithm().name)?;
    cx.str(name)
}

fn digest_size<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let size = state(cx, args.at(0), |state| state.digest_size())?;
    cx.int(size as i64)
}

fn block_size<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let size = state(cx, args.at(0), |state| state.algorithm().block)?;
    cx.int(size as i64)
}
