//! What a small build leaves out of the language: chosen once, here.
//!
//! Code asks these constants; where one is false, the first thing that would use the feature gives
//! an error that names it, and the compiler drops what lies behind.

/// Complex numbers.
pub(crate) const COMPLEX: bool = cfg!(feature = "complex");
/// Views of bytes.
pub(crate) const MEMORYVIEW: bool = cfg!(feature = "memoryview");
/// `compile`, `exec` and `eval`.
pub(crate) const EXEC: bool = cfg!(feature = "exec");
/// What is known of characters beyond Latin-1.
pub(crate) const UNICODE: bool = cfg!(feature = "unicode");
/// The texts of `help()` about built-in types.
const DOCS: bool = cfg!(feature = "docs");

/// What a SyntaxError says of `1j`.
pub(crate) const NO_COMPLEX: &str =
    "complex numbers are left out of this build (feature \"complex\")";
/// What it says of a letter of a name.
#[cfg(feature = "compiler")]
pub(crate) const NO_UNICODE: &str =
    ": names beyond Latin-1 are left out of this build (feature \"unicode\")";

/// A docstring, where the build has them.
pub(crate) const fn doc(text: &'static str) -> &'static str {
    if DOCS { text } else { "" }
}

/// A table of a type that may be left out.
pub(crate) const fn table<T>(there: bool, items: &'static [T]) -> &'static [T] {
    if there { items } else { &[] }
}
