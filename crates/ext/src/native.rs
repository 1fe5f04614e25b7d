//! From an author's function to what the VM calls.
//!
//! The markers (`Plain`, `Raising`, ...) are never named by authors: they keep the
//! blanket implementations apart, and the compiler finds them from the function's
//! own type.

use crate::arg::{FromArg, Shape};
use crate::call::Site;
use crate::value::IntoValue;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::marker::PhantomData;
use miniscript_core::{Args, Context, Local, NativeClosure, Res};

/// A function that can be registered; `M` is found by the compiler.
#[diagnostic::on_unimplemented(
    message = "this function cannot be registered as a native",
    note = "its parameters must implement `FromArg` and its result `IntoValue`",
    note = "a closure that takes the context needs `with::<(A, B)>(|cx, (a, b)| ..)` or `closure!`; a `fn` with a context returns `Res<'f>`",
    note = "closures are `Fn + Send + Sync + 'static`: shared state goes into an atomic or a lock"
)]
pub trait IntoNative<M>: Sized {
    /// The kinds of its parameters; `None` where it takes them as they come.
    fn shapes() -> Option<Vec<Shape>>;

    /// What the VM calls.
    fn into_native(self, site: Site) -> NativeClosure;
}

/// Parameters as a tuple, for [`with`].
pub trait FromArgs {
    /// What the closure receives.
    type Out<'f>;

    /// The kinds of the parameters.
    fn shapes() -> Vec<Shape>;

    /// Converts all arguments of a call.
    ///
    /// # Errors
    /// As [`FromArg::from_args`].
    fn from_args<'f>(cx: &mut Context<'f>, args: Args<'f>, site: &Site) -> Res<'f, Self::Out<'f>>;
}

/// What [`with`] makes.
pub struct With<A, F>(F, PhantomData<fn(A)>);

/// A closure that takes the context and a tuple of parameters:
/// `with::<(Callable, f64)>(|cx, (f, x)| f.call(cx, (x,)))`.
pub fn with<A>(
    body: impl for<'f> Fn(&mut Context<'f>, A::Out<'f>) -> Res<'f> + Send + Sync + 'static,
) -> With<A, impl for<'f> Fn(&mut Context<'f>, A::Out<'f>) -> Res<'f> + Send + Sync + 'static>
where
    A: FromArgs + 'static,
{
    With(body, PhantomData)
}

/// A closure that takes the context, written with its parameters' types:
/// `closure!(|cx, f: Callable, x: f64| f.call(cx, (x,)))`.
#[macro_export]
macro_rules! closure {
    (|$cx:ident $(, $name:ident: $type:ty)* $(,)?| $body:expr) => {
        $crate::with::<($($type,)*)>(|$cx, ($($name,)*)| $body)
    };
    (move |$cx:ident $(, $name:ident: $type:ty)* $(,)?| $body:expr) => {
        $crate::with::<($($type,)*)>(move |$cx, ($($name,)*)| $body)
    };
}

/// What [`untyped`] makes.
pub struct Untyped<F>(F);

/// A native that gets its arguments unconverted; its name should carry a
/// signature (`"f(a, b=None, /)"`), without one it takes any positional arguments.
pub fn untyped<F>(body: F) -> Untyped<F>
where
    F: for<'f> Fn(&mut Context<'f>, Args<'f>) -> Res<'f> + Send + Sync + 'static,
{
    Untyped(body)
}

/// Marker: takes no context, returns an owned value.
pub struct Plain<T>(PhantomData<T>);
/// Marker: takes the context, returns a Local.
pub struct Contextual<T>(PhantomData<T>);
/// Marker: takes the context, returns an owned value or an error.
pub struct Owning<T>(PhantomData<T>);

impl<A, F> IntoNative<Contextual<A>> for With<A, F>
where
    A: FromArgs + 'static,
    F: for<'f> Fn(&mut Context<'f>, A::Out<'f>) -> Res<'f> + Send + Sync + 'static,
{
    fn shapes() -> Option<Vec<Shape>> {
        Some(A::shapes())
    }

    fn into_native(self, site: Site) -> NativeClosure {
        native(move |cx, args| {
            let converted = A::from_args(cx, args, &site)?;
            site.guard(cx, |cx| (self.0)(cx, converted))
        })
    }
}

impl<F> IntoNative<Args<'static>> for Untyped<F>
where
    F: for<'f> Fn(&mut Context<'f>, Args<'f>) -> Res<'f> + Send + Sync + 'static,
{
    fn shapes() -> Option<Vec<Shape>> {
        None
    }

    fn into_native(self, site: Site) -> NativeClosure {
        native(move |cx, args| site.guard(cx, |cx| (self.0)(cx, args)))
    }
}

/// Lets a closure be a native: the bound tells the compiler its signature.
fn native(
    body: impl for<'f> Fn(&mut Context<'f>, Args<'f>) -> Res<'f> + Send + Sync + 'static,
) -> NativeClosure {
    Box::new(body)
}

macro_rules! arities {
    ($($name:ident $at:literal),*) => {
        #[allow(non_snake_case, unused_variables, reason = "named like their types")]
        impl<$($name: FromArg),*> FromArgs for ($($name,)*) {
            type Out<'f> = ($($name::Out<'f>,)*);

            fn shapes() -> Vec<Shape> {
                Vec::from([$($name::SHAPE),*])
            }

            #[inline]
            fn from_args<'f>(
                cx: &mut Context<'f>,
                args: Args<'f>,
                site: &Site,
            ) -> Res<'f, Self::Out<'f>> {
                Ok(($($name::from_args(cx, args, $at, site)?,)*))
            }
        }

        #[allow(non_snake_case, reason = "named like their types")]
        impl<Fun, Ret, $($name),*> IntoNative<Plain<($($name,)* Ret,)>> for Fun
        where
            $($name: FromArg + 'static,)*
            Ret: IntoValue + 'static,
            Fun: Fn($($name),*) -> Ret,
            Fun: for<'f> Fn($($name::Out<'f>),*) -> Ret + Send + Sync + 'static,
        {
            fn shapes() -> Option<Vec<Shape>> {
                Some(Vec::from([$($name::SHAPE),*]))
            }

            fn into_native(self, site: Site) -> NativeClosure {
                native(move |cx, args| {
                    let ($($name,)*) = <($($name,)*) as FromArgs>::from_args(cx, args, &site)?;
                    site.guard(cx, |cx| self($($name),*).into_value(cx))
                })
            }
        }
    };
}

/// The forms that take a context. Two bounds each: the first lets the compiler find
/// the parameters, the second says that they may be lent for any activation.
macro_rules! contextual {
    ($($name:ident),+) => {
        #[allow(non_snake_case, reason = "named like their types")]
        impl<Fun, $($name),+> IntoNative<Contextual<($($name,)+)>> for Fun
        where
            $($name: FromArg + 'static,)+
            Fun: Fn(&mut Context<'static>, $($name),+) -> Res<'static, Local<'static>>,
            Fun: for<'f> Fn(&mut Context<'f>, $($name::Out<'f>),+) -> Res<'f, Local<'f>>
                + Send + Sync + 'static,
        {
            fn shapes() -> Option<Vec<Shape>> {
                Some(Vec::from([$($name::SHAPE),*]))
            }

            fn into_native(self, site: Site) -> NativeClosure {
                native(move |cx, args| {
                    let ($($name,)+) = <($($name,)+) as FromArgs>::from_args(cx, args, &site)?;
                    site.guard(cx, |cx| self(&mut *cx, $($name),+))
                })
            }
        }

        #[allow(non_snake_case, reason = "named like their types")]
        impl<Fun, Ret, $($name),+> IntoNative<Owning<($($name,)+ Ret,)>> for Fun
        where
            $($name: FromArg + 'static,)+
            Ret: IntoValue + 'static,
            Fun: Fn(&mut Context<'static>, $($name),+) -> Res<'static, Ret>,
            Fun: for<'f> Fn(&mut Context<'f>, $($name::Out<'f>),+) -> Res<'f, Ret>
                + Send + Sync + 'static,
        {
            fn shapes() -> Option<Vec<Shape>> {
                Some(Vec::from([$($name::SHAPE),*]))
            }

            fn into_native(self, site: Site) -> NativeClosure {
                native(move |cx, args| {
                    let ($($name,)+) = <($($name,)+) as FromArgs>::from_args(cx, args, &site)?;
                    site.guard(cx, |cx| self(&mut *cx, $($name),+)?.into_value(cx))
                })
            }
        }
    };
}

arities!();
arities!(A 0);
arities!(A 0, B 1);
arities!(A 0, B 1, C 2);
arities!(A 0, B 1, C 2, D 3);
arities!(A 0, B 1, C 2, D 3, E 4);
arities!(A 0, B 1, C 2, D 3, E 4, G 5);
arities!(A 0, B 1, C 2, D 3, E 4, G 5, H 6);
arities!(A 0, B 1, C 2, D 3, E 4, G 5, H 6, I 7);
contextual!(A);
contextual!(A, B);
contextual!(A, B, C);
contextual!(A, B, C, D);
contextual!(A, B, C, D, E);
contextual!(A, B, C, D, E, G);
contextual!(A, B, C, D, E, G, H);
contextual!(A, B, C, D, E, G, H, I);

impl<Fun> IntoNative<Contextual<()>> for Fun
where
    Fun: for<'f> Fn(&mut Context<'f>) -> Res<'f, Local<'f>> + Send + Sync + 'static,
{
    fn shapes() -> Option<Vec<Shape>> {
        Some(Vec::new())
    }

    fn into_native(self, site: Site) -> NativeClosure {
        native(move |cx, _| site.guard(cx, |cx| self(cx)))
    }
}

impl<Fun, Ret> IntoNative<Owning<(Ret,)>> for Fun
where
    Ret: IntoValue + 'static,
    Fun: for<'f> Fn(&mut Context<'f>) -> Res<'f, Ret> + Send + Sync + 'static,
{
    fn shapes() -> Option<Vec<Shape>> {
        Some(Vec::new())
    }

    fn into_native(self, site: Site) -> NativeClosure {
        native(move |cx, _| site.guard(cx, |cx| self(cx)?.into_value(cx)))
    }
}
