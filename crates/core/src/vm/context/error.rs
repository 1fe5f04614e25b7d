//! What goes wrong in a native, and how it is raised.

use super::{Context, Local};
use crate::heap::OutOfMemory;
use crate::object::{ClassId, ExceptionObj, Header, StrObj, TupleObj, exc};
use crate::value::Raw;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

/// A native's result; most return a Local.
pub type Res<'f, T = Local<'f>> = Result<T, Error<'f>>;

/// An exception on its way.
#[derive(Clone)]
pub enum Error<'f> {
    /// A Python exception, rooted.
    Raised(Local<'f>),
    /// An error of the host that becomes an exception when it reaches the VM.
    Foreign(Box<Fail>),
}

/// An error made where no context is at hand.
#[derive(Clone, Debug)]
pub struct Fail {
    pub(crate) class: ClassId,
    pub(crate) message: String,
}

impl Fail {
    /// An error that becomes an exception of `class`.
    pub(crate) fn of_class(class: ClassId, message: impl Into<String>) -> Fail {
        Fail {
            class,
            message: message.into(),
        }
    }
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Fail {}

impl fmt::Debug for Error<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Raised(_) => f.write_str("an exception"),
            Error::Foreign(fail) => fmt::Display::fmt(fail, f),
        }
    }
}

impl From<Fail> for Error<'_> {
    fn from(fail: Fail) -> Self {
        Error::Foreign(Box::new(fail))
    }
}

/// Text of bounded size: what does not fit ends in an ellipsis.
struct Bounded {
    bytes: [u8; 1024],
    len: usize,
    full: bool,
}

impl fmt::Write for Bounded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.full {
            return Ok(());
        }
        for c in text.chars() {
            if self.len + c.len_utf8() + 3 > self.bytes.len() {
                self.full = true;
                let dots = &mut self.bytes[self.len..self.len + 3];
                dots.copy_from_slice(b"...");
                self.len += 3;
                return Ok(());
            }
            self.len += c.encode_utf8(&mut self.bytes[self.len..]).len();
        }
        Ok(())
    }
}

impl<'f> Context<'f> {
    /// An exception of a built-in class with a message (at most 1 KiB of it).
    #[cold]
    #[inline(never)]
    pub(crate) fn raise(&mut self, class: ClassId, message: fmt::Arguments<'_>) -> Error<'f> {
        let mut text = Bounded {
            bytes: [0; 1024],
            len: 0,
            full: false,
        };
        let _ = fmt::write(&mut text, message);
        self.raise_bytes(class, &text.bytes[..text.len])
    }

    /// The same with a finished message of any length.
    #[cold]
    pub(crate) fn raise_bytes(&mut self, class: ClassId, message: &[u8]) -> Error<'f> {
        // SAFETY: the VM is this context's; the words made are rooted at once.
        unsafe {
            let heap = &mut (*self.vm()).heap;
            let made = StrObj::new(heap, message).and_then(|text| {
                let text = Raw::from_ptr(text);
                let args = TupleObj::from_slice(heap, &text, 1)?;
                ExceptionObj::new(heap, class, Raw::from_ptr(args))
            });
            match made {
                Ok(exception) => Error::Raised(self.root(Raw::from_ptr(exception))),
                Err(OutOfMemory) => self.memory_error(),
            }
        }
    }

    /// An exception of a built-in class without arguments.
    #[cold]
    pub(crate) fn raise_empty(&mut self, class: ClassId) -> Error<'f> {
        self.raise_with(class, &[])
    }

    /// An exception of a built-in class with these arguments.
    #[cold]
    pub(crate) fn raise_with(&mut self, class: ClassId, args: &[Local<'f>]) -> Error<'f> {
        let args = match self.tuple(args) {
            Ok(args) => args,
            Err(error) => return error,
        };
        // SAFETY: as in `raise_bytes`.
        unsafe {
            let raw = self.raw(args);
            match ExceptionObj::new(&mut (*self.vm()).heap, class, raw) {
                Ok(exception) => Error::Raised(self.root(Raw::from_ptr(exception))),
                Err(OutOfMemory) => self.memory_error(),
            }
        }
    }

    /// The NotImplementedError of what a small build leaves out.
    #[cold]
    pub(crate) fn left_out(&mut self, what: &str, feature: &str) -> Error<'f> {
        self.raise(
            ClassId::NotImplementedError,
            format_args!("{what} left out of this build (feature \"{feature}\")"),
        )
    }

    /// The MemoryError that is always there.
    #[cold]
    pub fn memory_error(&mut self) -> Error<'f> {
        // SAFETY: the VM keeps it alive.
        unsafe {
            let exception = (*self.vm()).memory_error;
            let object = exception.ptr::<ExceptionObj>();
            if exception.is_ptr() {
                (*object).traceback = Raw::NONE;
                (*object).context = Raw::NONE;
                (*object).cause = Raw::NONE;
            }
            Error::Raised(self.root(exception))
        }
    }

    /// The exception object of an error.
    pub(crate) fn exception(&mut self, error: Error<'f>) -> Local<'f> {
        match error {
            Error::Raised(local) => local,
            Error::Foreign(fail) => match self.raise_bytes(fail.class, fail.message.as_bytes()) {
                Error::Raised(local) => local,
                Error::Foreign(_) => Local::NONE,
            },
        }
    }

    /// Whether the error is an exception of `class` or of a subclass of it.
    pub(crate) fn error_is(&self, error: &Error<'f>, class: ClassId) -> bool {
        // SAFETY: the exception is rooted.
        unsafe {
            match error {
                Error::Raised(local) => {
                    let raw = self.raw(*local);
                    raw.is_ptr() && (*self.vm()).is_subclass((*raw.ptr::<Header>()).class, class)
                }
                Error::Foreign(fail) => (*self.vm()).is_subclass(fail.class, class),
            }
        }
    }

    /// TypeError.
    #[cold]
    pub fn type_error(&mut self, message: fmt::Arguments<'_>) -> Error<'f> {
        self.raise(exc::Class::TypeError, message)
    }

    /// ValueError.
    #[cold]
    pub fn value_error(&mut self, message: fmt::Arguments<'_>) -> Error<'f> {
        self.raise(exc::Class::ValueError, message)
    }
}
