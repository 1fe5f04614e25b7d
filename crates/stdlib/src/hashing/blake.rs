//! `_blake2.blake2b` and `_blake2.blake2s`: classes, since they take parameters.

use super::state::State;
use super::{STATE, block_size, copy, digest, digest_size, hexdigest, name, take, update};
use crate::support::{data, index};
use alloc::boxed::Box;
use miniscript_ext::{Args, Class, Context, Exception, Local, Module, NativeDef, Res};

/// The sizes of one of the two.
struct Sizes {
    digest: usize,
    salt: usize,
    /// Bits of the offset of a node.
    offset: u32,
}

const LONG: Sizes = Sizes {
    digest: 64,
    salt: 16,
    offset: 64,
};
const SHORT: Sizes = Sizes {
    digest: 32,
    salt: 8,
    offset: 48,
};

macro_rules! class {
    ($name:literal $doc:literal $signature:literal $new:ident) => {
        Class {
            name: $name,
            doc: $doc,
            fields: 1,
            methods: &[
                NativeDef::constructor($signature, $new),
                NativeDef::method("update", "(self, data, /)", update),
                NativeDef::method("digest", "(self, /)", digest),
                NativeDef::method("hexdigest", "(self, /)", hexdigest),
                NativeDef::method("copy", "(self, /)", copy),
                NativeDef::getter("name", name),
                NativeDef::getter("digest_size", digest_size),
                NativeDef::getter("block_size", block_size),
            ],
            ..Class::PLAIN
        }
    };
}

static BLAKE2B: Class = class!(
    "_blake2.blake2b" "Return a new BLAKE2b hash object."
    "(cls, data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)"
    new_long
);
static BLAKE2S: Class = class!(
    "_blake2.blake2s" "Return a new BLAKE2s hash object."
    "(cls, data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)"
    new_short
);

pub(super) fn add(module: Module) -> Module {
    module.class(&BLAKE2B).class(&BLAKE2S).init(|cx, _| {
        for (class, sizes) in [(&BLAKE2B, &LONG), (&BLAKE2S, &SHORT)] {
            for (name, size) in [
                ("SALT_SIZE", sizes.salt),
                ("PERSON_SIZE", sizes.salt),
                ("MAX_KEY_SIZE", sizes.digest),
                ("MAX_DIGEST_SIZE", sizes.digest),
            ] {
                let size = cx.int(size as i64)?;
                cx.set_on_class(class, name, size)?;
            }
        }
        Ok(())
    })
}

/// What a tree of hashes needs, checked.
struct Parameters<'f> {
    digest: usize,
    key: &'f [u8],
    salt: &'f [u8],
    person: &'f [u8],
    fanout: u8,
    depth: u8,
    leaf: u32,
    offset: u64,
    node_depth: u8,
    inner: usize,
    last: bool,
}

impl<'f> Parameters<'f> {
    fn read(cx: &mut Context<'f>, args: Args<'f>, sizes: &Sizes) -> Res<'f, Parameters<'f>> {
        let max = sizes.digest;
        let digest = match int(cx, args, 2, max as i64)? {
            size if (1..=max as i64).contains(&size) => size as usize,
            _ => {
                return Err(cx.value_error(format_args!(
                    "digest_size must be between 1 and {max} bytes"
                )));
            }
        };
        let key = buffer(cx, args, 3)?;
        let salt = buffer(cx, args, 4)?;
        let person = buffer(cx, args, 5)?;
        for (what, given, limit) in [
            ("salt", salt, sizes.salt),
            ("person", person, sizes.salt),
        ] {
            if given.len() > limit {
                return Err(
                    cx.value_error(format_args!("maximum {what} length is {limit} bytes"))
                );
            }
        }
        let fanout = byte(cx, args, 6, 1, 0, "fanout")?;
        let depth = byte(cx, args, 7, 1, 1, "depth")?;
        let leaf = match word(cx, args, 8)? {
            leaf if leaf <= u64::from(u32::MAX) => leaf as u32,
            _ => return Err(too_large(cx, "leaf_size is too large")),
        };
        let offset = word(cx, args, 9)?;
        if sizes.offset < 64 && offset >> sizes.offset != 0 {
            return Err(too_large(cx, "node_offset is too large"));
        }
        let node_depth = byte(cx, args, 10, 0, 0, "node_depth")?;
        let inner = match int(cx, args, 11, 0)? {
            size if (0..=max as i64).contains(&size) => size as usize,
            _ => {
                return Err(cx.value_error(format_args!(
                    "inner_size must be between 0 and is {max}"
                )));
            }
        };
        if key.len() > max {
            return Err(cx.value_error(format_args!("maximum key length is {max} bytes")));
        }
        let last = match args.get(cx, 12) {
            Some(last) => cx.truth(last)?,
            None => false,
        };
        Ok(Parameters {
            digest,
            key,
            salt,
            person,
            fanout,
            depth,
            leaf,
            offset,
            node_depth,
            inner,
            last,
        })
    }
}

#[cold]
fn too_large<'f>(cx: &mut Context<'f>, message: &str) -> miniscript_ext::Error<'f> {
    cx.raise_kind(Exception::OverflowError, format_args!("{message}"))
}

fn buffer<'f>(cx: &mut Context<'f>, args: Args<'f>, at: usize) -> Res<'f, &'f [u8]> {
    match args.get(cx, at) {
        Some(value) => data(cx, value),
        None => Ok(&[]),
    }
}

/// An int as C takes it; what is too large for that is out of every range.
fn int<'f>(cx: &mut Context<'f>, args: Args<'f>, at: usize, default: i64) -> Res<'f, i64> {
    let Some(value) = args.get(cx, at) else {
        return Ok(default);
    };
    let int = index(cx, value)?;
    match cx.as_int(int) {
        Some(int) if i32::try_from(int).is_ok() => Ok(int),
        _ => Err(too_large(cx, "Python int too large to convert to C int")),
    }
}

fn byte<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    at: usize,
    default: i64,
    least: i64,
    what: &str,
) -> Res<'f, u8> {
    let value = int(cx, args, at, default)?;
    match u8::try_from(value) {
        Ok(byte) if value >= least => Ok(byte),
        _ => Err(cx.value_error(format_args!("{what} must be between {least} and 255"))),
    }
}

fn word<'f>(cx: &mut Context<'f>, args: Args<'f>, at: usize) -> Res<'f, u64> {
    let Some(value) = args.get(cx, at) else {
        return Ok(0);
    };
    if !cx.is_int(value) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    let big = match (cx.as_int(value), cx.as_big(value)) {
        (Some(word), _) => return match u64::try_from(word) {
            Ok(word) => Ok(word),
            Err(_) => Err(cx.value_error(format_args!("value must be positive"))),
        },
        (None, big) => big.unwrap_or_default(),
    };
    match u64::try_from(&big) {
        Ok(word) => Ok(word),
        Err(_) if big < miniscript_core::num_bigint::BigInt::ZERO => {
            Err(cx.value_error(format_args!("value must be positive")))
        }
        Err(_) => Err(too_large(cx, "int too big to convert")),
    }
}

macro_rules! start {
    ($module:ident, $given:ident) => {
        $module::Params::new()
            .hash_length($given.digest)
            .key($given.key)
            .salt($given.salt)
            .personal($given.person)
            .fanout($given.fanout)
            .max_depth($given.depth)
            .max_leaf_length($given.leaf)
            .node_offset($given.offset)
            .node_depth($given.node_depth)
            .inner_hash_length($given.inner)
            .last_node($given.last)
            .to_state()
    };
}

fn new_long<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = Parameters::read(cx, args, &LONG)?;
    let state = Box::new(start!(blake2b_simd, given));
    make(cx, args, State::Blake2b(state, given.digest))
}

fn new_short<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = Parameters::read(cx, args, &SHORT)?;
    let state = Box::new(start!(blake2s_simd, given));
    make(cx, args, State::Blake2s(state, given.digest))
}

fn make<'f>(cx: &mut Context<'f>, args: Args<'f>, mut state: State) -> Res<'f> {
    if let Some(data) = args.get(cx, 1) {
        take(cx, data, |data| state.update(data))?;
    }
    let object: Local<'f> = cx.instance(args.at(0), &[])?;
    cx.set_payload(object, STATE, state)?;
    Ok(object)
}
