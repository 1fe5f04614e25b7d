//! Script functions that natives call, and the arguments they call them with.

use crate::arg::{FromArg, Mismatch};
use alloc::string::String;
use miniscript_core::{Context, Error, Exception, Local, Res};

/// A value that can be called: a parameter type.
#[derive(Clone, Copy)]
pub struct Callable<'f>(Local<'f>);

impl<'f> Callable<'f> {
    /// Calls it: `f.call(cx, (x, 1.0))`, `f.call(cx, [a, b])`, `f.call(cx, &locals[..])`.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(self, cx: &mut Context<'f>, args: impl IntoArgs<'f>) -> Res<'f> {
        args.call(cx, self.0)
    }

    /// Calls it and converts its result.
    ///
    /// # Errors
    /// What it raises, and TypeError where its result is not an `R`.
    pub fn call_to<R: FromArg>(
        self,
        cx: &mut Context<'f>,
        args: impl IntoArgs<'f>,
    ) -> Res<'f, R::Out<'f>> {
        let result = self.call(cx, args)?;
        match R::from_local(cx, result) {
            Ok(result) => Ok(result),
            Err(Mismatch::Raised(error)) => Err(error),
            Err(Mismatch::Expected(expected)) => {
                let found = cx.type_name(result);
                Err(cx.raise_kind(
                    Exception::TypeError,
                    format_args!("the callback must return {expected}, not {found}"),
                ))
            }
        }
    }
}

impl<'f> From<Callable<'f>> for Local<'f> {
    fn from(callable: Callable<'f>) -> Local<'f> {
        callable.0
    }
}

impl<'a> FromArg for Callable<'a> {
    type Out<'f> = Callable<'f>;
    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<Callable<'f>, Mismatch<'f>> {
        if cx.is_callable(value) {
            Ok(Callable(value))
        } else {
            Err(Mismatch::Expected("callable"))
        }
    }
}

/// One argument of a call into the VM.
pub trait IntoArg<'f> {
    /// The value.
    ///
    /// # Errors
    /// MemoryError.
    fn into_arg(self, cx: &mut Context<'f>) -> Res<'f>;
}

/// The arguments of a call into the VM: a tuple, an array or a slice of Locals.
pub trait IntoArgs<'f> {
    /// Calls `function` with these arguments.
    ///
    /// # Errors
    /// What the function raises.
    fn call(self, cx: &mut Context<'f>, function: Local<'f>) -> Res<'f>;
}

impl<'f> IntoArg<'f> for Local<'f> {
    fn into_arg(self, _: &mut Context<'f>) -> Res<'f> {
        Ok(self)
    }
}

impl<'f> IntoArg<'f> for Callable<'f> {
    fn into_arg(self, _: &mut Context<'f>) -> Res<'f> {
        Ok(self.0)
    }
}

impl<'f> IntoArg<'f> for Res<'f> {
    fn into_arg(self, _: &mut Context<'f>) -> Res<'f> {
        self
    }
}

macro_rules! plain_args {
    ($($type:ty),*) => {$(
        impl<'f> IntoArg<'f> for $type {
            fn into_arg(self, cx: &mut Context<'f>) -> Res<'f> {
                crate::value::IntoValue::into_value(self, cx)
            }
        }
    )*};
}
plain_args!(
    i8, i16, i32, i64, u8, u16, u32, u64, usize, f32, f64, bool, String
);

impl<'f> IntoArg<'f> for &str {
    fn into_arg(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.str(self)
    }
}

impl<'f> IntoArgs<'f> for () {
    fn call(self, cx: &mut Context<'f>, function: Local<'f>) -> Res<'f> {
        cx.call(function, &[])
    }
}

impl<'f> IntoArgs<'f> for &[Local<'f>] {
    fn call(self, cx: &mut Context<'f>, function: Local<'f>) -> Res<'f> {
        cx.call(function, self)
    }
}

impl<'f, const N: usize> IntoArgs<'f> for [Local<'f>; N] {
    fn call(self, cx: &mut Context<'f>, function: Local<'f>) -> Res<'f> {
        cx.call(function, &self)
    }
}

macro_rules! tuple_args {
    ($($name:ident),+) => {
        impl<'f, $($name: IntoArg<'f>),+> IntoArgs<'f> for ($($name,)+) {
            fn call(self, cx: &mut Context<'f>, function: Local<'f>) -> Res<'f> {
                #[allow(non_snake_case, reason = "named like their types")]
                let ($($name,)+) = self;
                let args = [$($name.into_arg(cx)?),+];
                cx.call(function, &args)
            }
        }
    };
}
tuple_args!(A);
tuple_args!(A, B);
tuple_args!(A, B, C);
tuple_args!(A, B, C, D);
tuple_args!(A, B, C, D, E);
tuple_args!(A, B, C, D, E, G);

/// A parameter that must be callable, as an error.
impl<'f> TryFrom<(&mut Context<'f>, Local<'f>)> for Callable<'f> {
    type Error = Error<'f>;

    fn try_from((cx, value): (&mut Context<'f>, Local<'f>)) -> Result<Callable<'f>, Error<'f>> {
        if cx.is_callable(value) {
            Ok(Callable(value))
        } else {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!("'{found}' object is not callable")))
        }
    }
}
