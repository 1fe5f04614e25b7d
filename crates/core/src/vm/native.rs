//! How native functions and built-in types are described.
//!
//! A native is `fn(&mut Context, Args) -> Res`. Its signature is written as
//! Python would show it, `"(self, sep=None, /, maxsplit=-1, *, key=None)"`, and
//! parsed at compile time into the numbers that the call protocol needs.
//!
//! What a native finds in its [`Args`]: where the signature has no keyword-only
//! parameter and the call names none, the arguments as they were passed (`get(i)`
//! beyond the last is `None`). Otherwise one place for every named parameter,
//! positional ones first, keyword-only ones behind (empty where missing), then the
//! surplus positional arguments (`*args`), and last, with `**kwargs`, a dict.
//! [`Args::rest`] and [`Args::kwargs`] find these.

use crate::object::ClassId;
use crate::vm::context::{Args, Context, Res};
use crate::vm::intrinsic::Intrinsic;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;

/// A native function.
pub type NativeFn = for<'f> fn(&mut Context<'f>, Args<'f>) -> Res<'f>;

/// A native made at run time: what a closure was wrapped into.
pub type NativeClosure = Box<dyn for<'f> Fn(&mut Context<'f>, Args<'f>) -> Res<'f> + Send + Sync>;

/// What is called.
pub(crate) enum Call {
    /// A plain function.
    Plain(NativeFn),
    /// A closure, registered at run time.
    Closure(NativeClosure),
}

/// A native function's description: a function of a module, or part of a class
/// ([`Class`](crate::Class)).
pub struct NativeDef {
    pub(crate) name: Cow<'static, str>,
    pub(crate) signature: Cow<'static, str>,
    pub(crate) sig: Sig,
    pub(crate) flags: u8,
    pub(crate) doc: Cow<'static, str>,
    pub(crate) call: Call,
    /// Getters: what assigns, if anything.
    pub(crate) setter: Option<NativeFn>,
    /// What answers for plain arguments.
    pub(crate) intrinsic: Intrinsic,
}

/// The numbers of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sig {
    /// Positional parameters without a default, `self` included.
    pub(crate) required: u8,
    /// Positional parameters.
    pub(crate) positional: u8,
    /// Of these, positional-only.
    pub(crate) posonly: u8,
    /// Keyword-only parameters.
    pub(crate) kwonly: u8,
    /// Has `*args`.
    pub(crate) varargs: bool,
    /// Has `**kwargs`.
    pub(crate) varkw: bool,
}

impl NativeDef {
    /// Read as an attribute: called with the object alone.
    pub(crate) const GETTER: u8 = 1;
    /// Gets the class as its first argument.
    pub(crate) const CLASS: u8 = 2;
    /// Gets no first argument of its own.
    pub(crate) const STATIC: u8 = 4;
    /// A special method (shown as a slot wrapper).
    pub(crate) const METHOD: u8 = 8;
    /// A method of a built-in type that gets instances of derived classes themselves,
    /// not the built-in value in them.
    pub(crate) const WHOLE: u8 = 16;

    const fn make(
        name: &'static str,
        signature: &'static str,
        func: NativeFn,
        flags: u8,
    ) -> NativeDef {
        NativeDef {
            name: Cow::Borrowed(name),
            signature: Cow::Borrowed(signature),
            sig: Sig::parse(signature),
            flags,
            doc: Cow::Borrowed(""),
            call: Call::Plain(func),
            setter: None,
            intrinsic: Intrinsic::None,
        }
    }

    /// A function made at run time.
    pub(crate) fn shared(name: String, signature: String, call: NativeClosure) -> NativeDef {
        NativeDef {
            sig: Sig::parse(&signature),
            name: Cow::Owned(name),
            signature: Cow::Owned(signature),
            flags: 0,
            doc: Cow::Borrowed(""),
            call: Call::Closure(call),
            setter: None,
            intrinsic: Intrinsic::None,
        }
    }

    /// A function of a module.
    pub const fn function(
        name: &'static str,
        signature: &'static str,
        func: NativeFn,
    ) -> NativeDef {
        NativeDef::make(name, signature, func, 0)
    }

    /// A method: `self` is the first parameter.
    pub const fn method(name: &'static str, signature: &'static str, func: NativeFn) -> NativeDef {
        NativeDef::make(name, signature, func, NativeDef::METHOD)
    }

    /// A method that gets instances of derived classes as they are.
    pub const fn whole_method(
        name: &'static str,
        signature: &'static str,
        func: NativeFn,
    ) -> NativeDef {
        let flags = NativeDef::METHOD | NativeDef::WHOLE;
        NativeDef::make(name, signature, func, flags)
    }

    /// A class method: the class is the first parameter.
    pub const fn class_method(
        name: &'static str,
        signature: &'static str,
        func: NativeFn,
    ) -> NativeDef {
        NativeDef::make(name, signature, func, NativeDef::CLASS)
    }

    /// A static method.
    pub const fn static_method(
        name: &'static str,
        signature: &'static str,
        func: NativeFn,
    ) -> NativeDef {
        NativeDef::make(name, signature, func, NativeDef::STATIC)
    }

    /// An attribute computed from the object, read-only.
    pub const fn getter(name: &'static str, func: NativeFn) -> NativeDef {
        NativeDef::make(name, "(self, /)", func, NativeDef::GETTER)
    }

    /// An attribute computed from the object that can be assigned; the setter gets
    /// the object and the value, or the object alone for `del`.
    pub const fn property(name: &'static str, func: NativeFn, setter: NativeFn) -> NativeDef {
        NativeDef {
            name: Cow::Borrowed(name),
            signature: Cow::Borrowed("(self, /)"),
            sig: Sig::parse("(self, /)"),
            flags: NativeDef::GETTER,
            doc: Cow::Borrowed(""),
            call: Call::Plain(func),
            setter: Some(setter),
            intrinsic: Intrinsic::None,
        }
    }

    /// What makes instances of a class: gets the class first. `signature` begins with
    /// `cls`.
    pub const fn constructor(signature: &'static str, func: NativeFn) -> NativeDef {
        NativeDef::make("__new__", signature, func, 0)
    }

    /// The same, with further flags.
    pub(crate) const fn with_flags(mut self, flags: u8) -> NativeDef {
        self.flags |= flags;
        self
    }

    /// The same, with an intrinsic.
    pub(crate) const fn with_intrinsic(mut self, intrinsic: Intrinsic) -> NativeDef {
        self.intrinsic = intrinsic;
        self
    }

    /// Names of the parameters in the order of [`Args`]: positional, then keyword-only.
    pub(crate) fn parameter_names(&self) -> impl Iterator<Item = &str> {
        self.signature
            .trim_start_matches('(')
            .trim_end_matches(')')
            .split(',')
            .map(|part| part.split('=').next().unwrap_or("").trim())
            .filter(|name| !name.is_empty() && *name != "/" && !name.starts_with('*'))
    }
}

impl Sig {
    /// Reads a signature text. Defaults must not hold commas or parentheses.
    pub(crate) const fn parse(text: &str) -> Sig {
        let bytes = text.as_bytes();
        let mut sig = Sig {
            required: 0,
            positional: 0,
            posonly: 0,
            kwonly: 0,
            varargs: false,
            varkw: false,
        };
        let mut star = false;
        let mut i = 1;
        while i < bytes.len() {
            while i < bytes.len() && bytes[i] == b' ' {
                i += 1;
            }
            let start = i;
            let mut default = false;
            while i < bytes.len() && bytes[i] != b',' && bytes[i] != b')' {
                default |= bytes[i] == b'=';
                i += 1;
            }
            if i > start {
                match bytes[start] {
                    b'/' => sig.posonly = sig.positional,
                    b'*' if start + 1 < i && bytes[start + 1] == b'*' => sig.varkw = true,
                    b'*' => {
                        star = true;
                        sig.varargs = i - start > 1;
                    }
                    _ if star => sig.kwonly += 1,
                    _ => {
                        sig.positional += 1;
                        if !default {
                            sig.required += 1;
                        }
                    }
                }
            }
            i += 1;
        }
        sig
    }

    /// Whether a call without keywords finds its arguments in place.
    pub(crate) const fn in_place(&self) -> bool {
        self.kwonly == 0 && !self.varkw
    }
}

/// A built-in type's behaviour.
pub(crate) struct TypeDef {
    pub(crate) class: ClassId,
    /// `__new__`: gets the class and the constructor's arguments; `None` where the
    /// type cannot be called.
    pub(crate) new: Option<NativeDef>,
    /// Methods, getters, class and static methods.
    pub(crate) methods: &'static [NativeDef],
    pub(crate) doc: &'static str,
    /// May be subclassed by scripts.
    pub(crate) base: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_counted() {
        let sig = |required, positional, posonly, kwonly, varargs, varkw| Sig {
            required,
            positional,
            posonly,
            kwonly,
            varargs,
            varkw,
        };
        assert_eq!(Sig::parse("()"), sig(0, 0, 0, 0, false, false));
        assert_eq!(
            Sig::parse("(self, object, /)"),
            sig(2, 2, 2, 0, false, false)
        );
        assert_eq!(
            Sig::parse("(iterable, /, *, key=None, reverse=False)"),
            sig(1, 1, 1, 2, false, false)
        );
        assert_eq!(
            Sig::parse("(*args, sep=' ', end='x')"),
            sig(0, 0, 0, 2, true, false)
        );
        assert_eq!(
            Sig::parse("(self, *args, **kwargs)"),
            sig(1, 1, 0, 0, true, true)
        );
        assert_eq!(
            Sig::parse("(self, sep=None, maxsplit=-1)"),
            sig(1, 3, 0, 0, false, false)
        );
    }
}
