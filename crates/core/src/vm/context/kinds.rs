//! Built-in exceptions by name, for natives: what [`Context::raise_kind`] and
//! [`Fail::new`] take.

use super::{Context, Error, Fail, Local};
use crate::object::ClassId;
use alloc::string::String;
use core::fmt;

macro_rules! exceptions {
    ($($name:ident)*) => {
        /// A built-in exception class.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Exception {
            $(
                #[doc = concat!("Python's `", stringify!($name), "`.")]
                $name,
            )*
        }

        impl Exception {
            pub(crate) fn class(self) -> ClassId {
                match self {
                    $(Exception::$name => ClassId::$name,)*
                }
            }

            /// The class's name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Exception::$name => stringify!($name),)*
                }
            }
        }
    };
}

exceptions! {
    BaseException Exception SystemExit KeyboardInterrupt GeneratorExit CancelledError
    StopIteration StopAsyncIteration ArithmeticError FloatingPointError OverflowError
    ZeroDivisionError AssertionError AttributeError BufferError EOFError ImportError
    ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError
    UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError
    BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
    FileExistsError FileNotFoundError InterruptedError IsADirectoryError
    NotADirectoryError PermissionError ProcessLookupError TimeoutError ReferenceError
    RuntimeError NotImplementedError RecursionError SyntaxError SystemError TypeError
    ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError Warning
    DeprecationWarning RuntimeWarning UserWarning PluginError
}

impl Fail {
    /// An error that becomes an exception of this kind where it reaches the VM.
    pub fn new(kind: Exception, message: impl Into<String>) -> Fail {
        Fail::of_class(kind.class(), message)
    }

    /// What it says.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl<'f> Context<'f> {
    /// An exception with a message (at most 1 KiB of it).
    #[cold]
    pub fn raise_kind(&mut self, kind: Exception, message: fmt::Arguments<'_>) -> Error<'f> {
        self.raise(kind.class(), message)
    }

    /// An exception with these arguments, made as a call of its class makes it.
    #[cold]
    pub fn raise_args(&mut self, kind: Exception, args: &[Local<'f>]) -> Error<'f> {
        let class = self.class_object(kind.class());
        match self.call(class, args) {
            Ok(exception) => self.raise_value(exception),
            Err(error) => error,
        }
    }

    /// Whether an error is an exception of this kind, or of a class derived from it.
    pub fn error_is_kind(&self, error: &Error<'f>, kind: Exception) -> bool {
        self.error_is(error, kind.class())
    }
}
