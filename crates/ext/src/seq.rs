//! Sequences, maps and sets as parameters: `Vec<T>`, tuples, `BTreeMap`, `BTreeSet`
//! and, with the feature `std`, `HashSet`.

use crate::arg::{FromArg, Mismatch};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use miniscript_core::{Context, Local};

impl<T: FromArg> FromArg for Vec<T> {
    type Out<'f> = Vec<T::Out<'f>>;

    /// A list, a tuple, or a list of what is iterated over.
    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<Vec<T::Out<'f>>, Mismatch<'f>> {
        if cx.is_str(value) {
            return Err(Mismatch::Expected("list"));
        }
        let items = if cx.is_list(value) || cx.is_tuple(value) {
            value
        } else {
            cx.collect_list(value)?
        };
        let mut out = Vec::new();
        if out.try_reserve(cx.seq_len(items)).is_err() {
            return Err(Mismatch::Raised(cx.memory_error()));
        }
        // The list may change while its items are converted.
        let mut at = 0;
        while let Some(item) = cx.seq_get(items, at) {
            cx.charge(1)?;
            out.push(T::from_local(cx, item)?);
            at += 1;
        }
        Ok(out)
    }
}

impl<K, V> FromArg for BTreeMap<K, V>
where
    K: FromArg,
    V: FromArg,
    for<'f> K::Out<'f>: Ord,
{
    type Out<'f> = BTreeMap<K::Out<'f>, V::Out<'f>>;

    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<BTreeMap<K::Out<'f>, V::Out<'f>>, Mismatch<'f>> {
        if !cx.is_dict(value) {
            return Err(Mismatch::Expected("dict"));
        }
        let mut out = BTreeMap::new();
        let mut at = 0;
        while let Some((index, key, item)) = cx.dict_next(value, at) {
            cx.charge(1)?;
            at = index + 1;
            let key = K::from_local(cx, key)?;
            let item = V::from_local(cx, item)?;
            out.insert(key, item);
        }
        Ok(out)
    }
}

/// Hands every element of a set or frozenset to `add`.
fn each_element<'f, T: FromArg>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    mut add: impl FnMut(T::Out<'f>) -> bool,
) -> Result<(), Mismatch<'f>> {
    if !cx.is_set(value) {
        return Err(Mismatch::Expected("set"));
    }
    let mut at = 0;
    while let Some((index, item)) = cx.set_next(value, at) {
        cx.charge(1)?;
        at = index + 1;
        if !add(T::from_local(cx, item)?) {
            return Err(Mismatch::Raised(cx.memory_error()));
        }
    }
    Ok(())
}

impl<T> FromArg for BTreeSet<T>
where
    T: FromArg,
    for<'f> T::Out<'f>: Ord,
{
    type Out<'f> = BTreeSet<T::Out<'f>>;

    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<BTreeSet<T::Out<'f>>, Mismatch<'f>> {
        let mut out = BTreeSet::new();
        each_element::<T>(cx, value, |item| {
            out.insert(item);
            true
        })?;
        Ok(out)
    }
}

#[cfg(feature = "std")]
impl<T> FromArg for std::collections::HashSet<T>
where
    T: FromArg,
    for<'f> T::Out<'f>: Eq + core::hash::Hash,
{
    type Out<'f> = std::collections::HashSet<T::Out<'f>>;

    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<std::collections::HashSet<T::Out<'f>>, Mismatch<'f>> {
        let mut out = std::collections::HashSet::new();
        each_element::<T>(cx, value, |item| {
            let room = out.try_reserve(1).is_ok();
            if room {
                out.insert(item);
            }
            room
        })?;
        Ok(out)
    }
}

macro_rules! tuples {
    ($count:literal $expected:literal: $($name:ident $at:literal),+) => {
        impl<$($name: FromArg),+> FromArg for ($($name,)+) {
            type Out<'f> = ($($name::Out<'f>,)+);

            fn from_local<'f>(
                cx: &mut Context<'f>,
                value: Local<'f>,
            ) -> Result<Self::Out<'f>, Mismatch<'f>> {
                if !(cx.is_tuple(value) || cx.is_list(value)) || cx.seq_len(value) != $count {
                    return Err(Mismatch::Expected($expected));
                }
                Ok(($(
                    match cx.seq_get(value, $at) {
                        Some(item) => $name::from_local(cx, item)?,
                        None => return Err(Mismatch::Expected($expected)),
                    },
                )+))
            }
        }
    };
}
tuples!(1 "tuple of 1 item": A 0);
tuples!(2 "tuple of 2 items": A 0, B 1);
tuples!(3 "tuple of 3 items": A 0, B 1, C 2);
tuples!(4 "tuple of 4 items": A 0, B 1, C 2, D 3);
