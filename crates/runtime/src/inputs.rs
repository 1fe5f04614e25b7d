//! Names that a program is given, with their values.

use miniscript_core::{Context, Local, Res};
use miniscript_ext::IntoValue;
use std::collections::{BTreeMap, HashMap};

/// Names and values for [`Vm::eval`](crate::Vm::eval): nothing `()`, an array, a `Vec` or a map
/// where all values have one type, or a tuple of pairs where each has its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` gives no names with values",
    note = "inputs are `()`, `[(\"name\", value)]`, a `Vec` of such pairs, a map, or a tuple of pairs: `((\"a\", 1), (\"b\", \"x\"))`"
)]
pub trait Inputs {
    /// Stores the values under their names.
    ///
    /// # Errors
    /// What a conversion raises.
    fn store<'f>(self, cx: &mut Context<'f>, namespace: Local<'f>) -> Res<'f, ()>;
}

fn store<'f>(
    cx: &mut Context<'f>,
    namespace: Local<'f>,
    name: &str,
    value: impl IntoValue,
) -> Res<'f, ()> {
    cx.scope(|cx| {
        let value = value.into_value(cx)?;
        cx.dict_set_str(namespace, name, value)
    })
}

macro_rules! tuples {
    ($(($($name:ident $value:ident)*))*) => {$(
        impl<$($name: AsRef<str>, $value: IntoValue),*> Inputs for ($(($name, $value),)*) {
            #[allow(non_snake_case, unused_variables, reason = "one body for every length")]
            fn store<'f>(self, cx: &mut Context<'f>, namespace: Local<'f>) -> Res<'f, ()> {
                let ($(($name, $value),)*) = self;
                $(store(cx, namespace, $name.as_ref(), $value)?;)*
                Ok(())
            }
        }
    )*};
}

tuples! {
    ()
    (A B)
    (A B C D)
    (A B C D E F)
    (A B C D E F G H)
    (A B C D E F G H I J)
    (A B C D E F G H I J K L)
    (A B C D E F G H I J K L M N)
    (A B C D E F G H I J K L M N O P)
}

macro_rules! collections {
    ($([$($parameters:tt)*] $collection:ty;)*) => {$(
        impl<K: AsRef<str>, V: IntoValue, $($parameters)*> Inputs for $collection {
            fn store<'f>(self, cx: &mut Context<'f>, namespace: Local<'f>) -> Res<'f, ()> {
                self.into_iter()
                    .try_for_each(|(name, value)| store(cx, namespace, name.as_ref(), value))
            }
        }
    )*};
}

collections! {
    [const N: usize] [(K, V); N];
    [] Vec<(K, V)>;
    [] BTreeMap<K, V>;
    [S] HashMap<K, V, S>;
}
