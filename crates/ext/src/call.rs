//! What a native knows of itself while it is called: its name, for messages, and
//! the defaults of its parameters. The errors of conversion are made here.

use crate::arg::{FromArg, Mismatch};
use crate::signature::Literal;
use alloc::boxed::Box;
use alloc::string::String;
use miniscript_core::{Context, Error, Local, Panic, Res};

/// One registered function, as its calls need it.
pub struct Site {
    name: Box<str>,
    defaults: Box<[Option<Literal>]>,
    keywords: bool,
}

impl Site {
    pub(crate) fn new(name: &str, defaults: Box<[Option<Literal>]>, keywords: bool) -> Site {
        Site {
            name: Box::from(name),
            defaults,
            keywords,
        }
    }

    /// Whether a dict of keyword arguments lies behind the others.
    pub(crate) fn has_keywords(&self) -> bool {
        self.keywords
    }

    /// The function's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The error of an argument that does not fit.
    #[cold]
    pub(crate) fn mismatch<'f>(
        &self,
        cx: &mut Context<'f>,
        at: usize,
        value: Local<'f>,
        mismatch: Mismatch<'f>,
    ) -> Error<'f> {
        match mismatch {
            Mismatch::Raised(error) => error,
            Mismatch::Expected(expected) => {
                let found = if cx.is_none(value) {
                    "None"
                } else {
                    cx.type_name(value)
                };
                cx.type_error(format_args!(
                    "{}() argument {} must be {expected}, not {found}",
                    self.name,
                    at + 1
                ))
            }
        }
    }

    /// A parameter that was not passed: its default, or what its type has instead.
    #[cold]
    pub(crate) fn missing<'f, A: FromArg + ?Sized>(
        &self,
        cx: &mut Context<'f>,
        at: usize,
    ) -> Res<'f, A::Out<'f>> {
        if let Some(Some(literal)) = self.defaults.get(at) {
            let value = literal.value(cx)?;
            return match A::from_local(cx, value) {
                Ok(out) => Ok(out),
                Err(mismatch) => Err(self.mismatch(cx, at, value, mismatch)),
            };
        }
        match A::absent() {
            Some(out) => Ok(out),
            None => Err(cx.type_error(format_args!(
                "{}() missing required argument (pos {})",
                self.name,
                at + 1
            ))),
        }
    }

    /// Runs the author's code; a panic becomes an exception.
    #[inline(always)]
    pub(crate) fn guard<'f, R>(
        &self,
        cx: &mut Context<'f>,
        body: impl FnOnce(&mut Context<'f>) -> Res<'f, R>,
    ) -> Res<'f, R> {
        let checkpoint = cx.checkpoint();
        match Panic::catch(|| body(cx)) {
            Ok(result) => result,
            Err(panic) => Err(self.panicked(cx, checkpoint, &panic)),
        }
    }

    #[cold]
    fn panicked<'f>(
        &self,
        cx: &mut Context<'f>,
        checkpoint: miniscript_core::Checkpoint,
        panic: &Panic,
    ) -> Error<'f> {
        let message = String::from(panic.message());
        if !cx.recover(checkpoint) {
            return cx.memory_error();
        }
        cx.raise_kind(
            miniscript_core::Exception::RuntimeError,
            format_args!("native function '{}' panicked: {message}", self.name),
        )
    }
}
