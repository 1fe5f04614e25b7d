//! Why something an embedder asked for was not done.

use miniscript_core::compile::image::ImageError;
use miniscript_core::{Fault, OutOfMemory, Refusal};
use std::fmt;

/// An error of the runtime.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The script's, or what stopped it.
    Fault(Box<Fault>),
    /// A module that was not registered.
    Refusal(Refusal),
    /// There is no such module to run, or nothing of it that could be run.
    NoProgram(String),
    /// Bytecode that was not loaded.
    Image(ImageError),
    /// The system has no memory for a VM.
    OutOfMemory,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Fault(fault) => fault.fmt(f),
            Error::Refusal(refusal) => refusal.fmt(f),
            Error::NoProgram(text) => f.write_str(text),
            Error::Image(error) => error.fmt(f),
            Error::OutOfMemory => f.write_str("there is no memory for a virtual machine"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Fault(Box::new(fault))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Refusal(refusal)
    }
}

impl From<ImageError> for Error {
    fn from(error: ImageError) -> Error {
        Error::Image(error)
    }
}

impl From<OutOfMemory> for Error {
    fn from(_: OutOfMemory) -> Error {
        Error::OutOfMemory
    }
}
