//! Results: how a Rust value becomes a script's.

use crate::fail::raise;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use miniscript_core::num_bigint::BigInt;
use miniscript_core::{Context, Fail, Local, Res, Root};

/// A type that a native's result can have, when it borrows nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of a native function",
    note = "results are numbers, bool, `String`, `&'static str`, `Bytes`, `Vec`, tuples, `Option`, maps, sets, `()`, `Root`, `pending(..)` and `Result` of these with any `core::error::Error`",
    note = "a closure that takes the context needs `with::<(A, B)>(|cx, (a, b)| ..)` or `closure!`; a `fn` with a context returns `Res<'f>`"
)]
pub trait IntoValue {
    /// The value.
    ///
    /// # Errors
    /// MemoryError, and for a `Result` its error as an exception.
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f>;
}

macro_rules! small_ints {
    ($($int:ty),*) => {$(
        impl IntoValue for $int {
            #[inline]
            fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
                cx.int(i64::from(self))
            }
        }
    )*};
}
small_ints!(i8, i16, i32, i64, u8, u16, u32);

macro_rules! large_ints {
    ($($int:ty),*) => {$(
        impl IntoValue for $int {
            #[inline]
            fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
                match i64::try_from(self) {
                    Ok(int) => cx.int(int),
                    Err(_) => cx.big_int(&BigInt::from(self)),
                }
            }
        }
    )*};
}
large_ints!(isize, u64, usize, i128, u128);

impl IntoValue for BigInt {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.big_int(&self)
    }
}

impl IntoValue for f64 {
    #[inline]
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        Ok(cx.float(self))
    }
}

impl IntoValue for f32 {
    #[inline]
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        Ok(cx.float(f64::from(self)))
    }
}

impl IntoValue for bool {
    #[inline]
    fn into_value<'f>(self, _: &mut Context<'f>) -> Res<'f> {
        Ok(Local::bool(self))
    }
}

impl IntoValue for () {
    #[inline]
    fn into_value<'f>(self, _: &mut Context<'f>) -> Res<'f> {
        Ok(Local::NONE)
    }
}

impl IntoValue for &str {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.str(self)
    }
}

impl IntoValue for String {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.str(&self)
    }
}

impl IntoValue for char {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.str(self.encode_utf8(&mut [0; 4]))
    }
}

impl IntoValue for Root {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        (&self).into_value(cx)
    }
}

impl IntoValue for &Root {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        match cx.load(self) {
            Some(value) => Ok(value),
            None => Err(Fail::new(
                miniscript_core::Exception::RuntimeError,
                "a value of another VM was given to this one",
            )
            .into()),
        }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    #[inline]
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        match self {
            Some(value) => value.into_value(cx),
            None => Ok(Local::NONE),
        }
    }
}

impl<T: IntoValue, E: core::error::Error + 'static> IntoValue for Result<T, E> {
    #[inline]
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        match self {
            Ok(value) => value.into_value(cx),
            Err(error) => Err(raise(cx, &error)),
        }
    }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        let list = cx.list_with_capacity(self.len())?;
        for item in self {
            cx.charge(1)?;
            cx.scope(|cx| {
                let item = item.into_value(cx)?;
                cx.list_push(list, item)
            })?;
        }
        Ok(list)
    }
}

impl<K: IntoValue, V: IntoValue> IntoValue for BTreeMap<K, V> {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        let dict = cx.dict()?;
        for (key, value) in self {
            cx.charge(1)?;
            cx.scope(|cx| {
                let key = key.into_value(cx)?;
                let value = value.into_value(cx)?;
                cx.dict_set(dict, key, value)
            })?;
        }
        Ok(dict)
    }
}

/// A set of what an iterator gives.
fn set<'f, T: IntoValue>(cx: &mut Context<'f>, items: impl IntoIterator<Item = T>) -> Res<'f> {
    let set = cx.empty_set()?;
    for item in items {
        cx.charge(1)?;
        cx.scope(|cx| {
            let item = item.into_value(cx)?;
            cx.set_add(set, item)
        })?;
    }
    Ok(set)
}

impl<T: IntoValue> IntoValue for BTreeSet<T> {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        set(cx, self)
    }
}

#[cfg(feature = "std")]
impl<T: IntoValue, S> IntoValue for std::collections::HashSet<T, S> {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        set(cx, self)
    }
}

macro_rules! tuples {
    ($($name:ident),+) => {
        impl<$($name: IntoValue),+> IntoValue for ($($name,)+) {
            fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
                #[allow(non_snake_case, reason = "named like their types")]
                let ($($name,)+) = self;
                let items = [$($name.into_value(cx)?),+];
                cx.tuple(&items)
            }
        }
    };
}
tuples!(A);
tuples!(A, B);
tuples!(A, B, C);
tuples!(A, B, C, D);
tuples!(A, B, C, D, E);
tuples!(A, B, C, D, E, F);
