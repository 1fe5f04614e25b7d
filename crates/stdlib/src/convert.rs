//! Arguments as CPython's C code reads them: counted by hand, as sizes, as state tuples.
//!
//! Used by the modules whose classes are native. The messages are CPython's.

use miniscript_ext::{Args, Context, Error, Exception, Local, Res};

/// A positional-only call gets between `least` and `most` arguments behind the class or
/// object that comes first (`PyArg_UnpackTuple`).
pub(crate) fn expect<'f>(
    cx: &mut Context<'f>,
    name: &str,
    args: Args<'f>,
    least: usize,
    most: usize,
) -> Res<'f, ()> {
    let given = args.len().saturating_sub(1);
    if (least..=most).contains(&given) {
        return Ok(());
    }
    let (bound, limit) = match (least == most, given < least) {
        (true, _) => ("", least),
        (false, true) => ("at least ", least),
        (false, false) => ("at most ", most),
    };
    let plural = if limit == 1 { "" } else { "s" };
    Err(cx.type_error(format_args!(
        "{name} expected {bound}{limit} argument{plural}, got {given}"
    )))
}

/// An int that counts something (`Py_ssize_t`), by `__index__`.
pub(crate) fn size<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let Some(index) = cx.to_index(value)? else {
        let name = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{name}' object cannot be interpreted as an integer"
        )));
    };
    match cx.as_int(index) {
        Some(size) => Ok(size),
        None => Err(too_large(cx)),
    }
}

/// The same of an int only (`PyLong_AsSsize_t`).
pub(crate) fn plain_size<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    if !cx.is_int(value) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    match cx.as_int(value) {
        Some(size) => Ok(size),
        None => Err(too_large(cx)),
    }
}

fn too_large<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::OverflowError,
        format_args!("Python int too large to convert to C ssize_t"),
    )
}

/// An index into a sequence (`PyNumber_AsSsize_t` with IndexError or OverflowError).
pub(crate) fn index<'f>(cx: &mut Context<'f>, value: Local<'f>, kind: Exception) -> Res<'f, i64> {
    let Some(index) = cx.to_index(value)? else {
        let name = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{name}' object cannot be interpreted as an integer"
        )));
    };
    match cx.as_int(index) {
        Some(size) => Ok(size),
        None => {
            let name = cx.type_name(value);
            Err(cx.raise_kind(
                kind,
                format_args!("cannot fit '{name}' into an index-sized integer"),
            ))
        }
    }
}

/// What `__setstate__` gets where it must be a tuple.
pub(crate) fn state_tuple<'f>(cx: &mut Context<'f>, state: Local<'f>) -> Res<'f, ()> {
    if cx.is_tuple(state) {
        Ok(())
    } else {
        Err(cx.type_error(format_args!("state is not a tuple")))
    }
}

/// A new tuple of what the value iterates over; a tuple itself.
pub(crate) fn tuple_of<'f>(cx: &mut Context<'f>, iterable: Local<'f>) -> Res<'f> {
    if cx.is_tuple(iterable) {
        return Ok(iterable);
    }
    let list = cx.collect_list(iterable)?;
    cx.tuple_from_list(list)
}

/// `__class_getitem__` of classes that can be written as `cls[int]`.
pub(crate) fn class_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.hidden_type("types.GenericAlias") {
        Some(alias) => cx.call(alias, &[args.at(0), args.at(1)]),
        None => Ok(args.at(0)),
    }
}

/// `a == b` as containers ask it: an object is equal to itself.
#[inline]
pub(crate) fn equal<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
    Ok(cx.same(a, b) || cx.equal(a, b)?)
}

/// The class of an object, and other parts of what `__reduce__` answers with.
pub(crate) fn reduced<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    args: &[Local<'f>],
    state: Option<Local<'f>>,
) -> Res<'f> {
    let class = cx.type_of(object);
    let args = cx.tuple(args)?;
    match state {
        Some(state) => cx.tuple(&[class, args, state]),
        None => cx.tuple(&[class, args]),
    }
}

/// A str made of pieces: texts and the `repr` of values.
pub(crate) enum Piece<'f, 'a> {
    /// As it is.
    Text(&'a str),
    /// By its `repr`.
    Repr(Local<'f>),
}

/// Puts pieces together.
pub(crate) fn text<'f>(cx: &mut Context<'f>, pieces: &[Piece<'f, '_>]) -> Res<'f> {
    let mut all = cx.str("")?;
    for piece in pieces {
        let next = match piece {
            Piece::Text(text) => cx.str(text)?,
            Piece::Repr(value) => cx.to_repr(*value)?,
        };
        all = cx.add(all, next)?;
    }
    Ok(all)
}

/// The name of an object's class behind its last dot.
pub(crate) fn short_name<'f>(cx: &Context<'f>, object: Local<'f>) -> &'f str {
    let name = cx.type_name(object);
    name.rsplit('.').next().unwrap_or(name)
}

/// The setter of an attribute that is only read (`T_OBJECT` with `READONLY`).
pub(crate) fn readonly<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(cx.raise_kind(
        Exception::AttributeError,
        format_args!("readonly attribute"),
    ))
}
