//! Results that come later.

use crate::value::IntoValue;
use core::future::Future;
use miniscript_core::{Context, Res};

/// What [`pending`] makes: a native's result that a future will give.
pub struct Pending<F>(F);

/// Lets a call wait for a future: `|ms: u64| pending(async move { .. })`. Only the
/// calling task waits; the native has returned, so nothing of it stays on a stack.
/// The future owns what it needs (a `&str` argument must be taken as `String`).
pub fn pending<F>(future: F) -> Pending<F>
where
    F: Future + Send + 'static,
    F::Output: IntoValue + Send + 'static,
{
    Pending(future)
}

impl<F> IntoValue for Pending<F>
where
    F: Future + Send + 'static,
    F::Output: IntoValue + Send + 'static,
{
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.pending(self.0, |cx, output| output.into_value(cx))
    }
}
