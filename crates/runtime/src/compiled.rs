//! Programs as code: compiled once, kept as bytes, run in any number of VMs.

use crate::Error;
use miniscript_core::compile::Chunk;
#[cfg(feature = "compiler")]
use miniscript_core::compile::image::Detail;
use std::sync::Arc;

/// A program that has been compiled. It belongs to no VM and is shared by clones.
///
/// ```
/// use miniscript_runtime::{Compiled, Vm};
///
/// let mut vm = Vm::builder().build()?;
/// let image = vm.compile("answer = 6 * 7", "answer.py")?.to_bytes()?;
///
/// // Elsewhere, perhaps on a device without the compiler:
/// let program = Compiled::from_bytes(&image)?;
/// vm.run_compiled(&program)?;
/// assert_eq!(vm.eval::<i64>("answer", ())?, 42);
/// # Ok::<(), miniscript_runtime::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Compiled {
    pub(crate) chunk: Arc<Chunk>,
}

impl Compiled {
    /// Reads what [`Compiled::to_bytes`] or `miniscript compile` has written, and checks it: any
    /// bytes are loaded safely or refused.
    ///
    /// # Errors
    /// [`Error::Image`].
    pub fn from_bytes(image: &[u8]) -> Result<Compiled, Error> {
        Ok(Compiled::new(Chunk::from_bytes(image, usize::MAX)?))
    }

    /// The same for bytes that are there for ever (`include_bytes!`): where they are aligned to
    /// eight bytes, their code is run in place.
    ///
    /// # Errors
    /// [`Error::Image`].
    pub fn from_static(image: &'static [u8]) -> Result<Compiled, Error> {
        Ok(Compiled::new(Chunk::from_static(image, usize::MAX)?))
    }

    pub(crate) fn new(chunk: Chunk) -> Compiled {
        Compiled {
            chunk: Arc::new(chunk),
        }
    }

    /// The program as bytes, the same on every machine; the source is not in them, its lines and
    /// columns are.
    ///
    /// # Errors
    /// [`Error::Image`] where memory is short.
    #[cfg(feature = "compiler")]
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        Ok(self.chunk.to_bytes(Detail::Columns)?)
    }

    /// The same with no more than line numbers, which is smaller: tracebacks mark no
    /// expressions.
    ///
    /// # Errors
    /// [`Error::Image`] where memory is short.
    #[cfg(feature = "compiler")]
    pub fn to_small_bytes(&self) -> Result<Vec<u8>, Error> {
        Ok(self.chunk.to_bytes(Detail::Lines)?)
    }

    /// The program with another name for its source, for tracebacks. One that is relative is
    /// understood from the folder of the file that the image will lie in.
    pub fn with_filename(self, filename: &str) -> Compiled {
        Compiled::new(Chunk::clone(&self.chunk).with_filename(filename))
    }

    /// What tracebacks call the source.
    pub fn filename(&self) -> &str {
        self.chunk.filename()
    }
}
