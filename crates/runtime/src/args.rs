//! Arguments of a call from Rust.

use miniscript_core::{Context, Res, Root};
use miniscript_ext::IntoValue;

/// A tuple of values that a script's function is called with.
pub trait CallArgs {
    /// Makes the values and keeps them.
    ///
    /// # Errors
    /// What a conversion raises.
    fn into_roots<'f>(self, cx: &mut Context<'f>) -> Res<'f, Vec<Root>>;
}

macro_rules! tuples {
    ($(($($name:ident)*))*) => {$(
        impl<$($name: IntoValue),*> CallArgs for ($($name,)*) {
            #[allow(non_snake_case, unused_mut, unused_variables, reason = "one body for every length")]
            fn into_roots<'f>(self, cx: &mut Context<'f>) -> Res<'f, Vec<Root>> {
                let ($($name,)*) = self;
                let mut roots = Vec::new();
                $(
                    let value = $name.into_value(cx)?;
                    roots.push(cx.keep(value)?);
                )*
                Ok(roots)
            }
        }
    )*};
}

tuples! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
