//! What is compiled, and where it comes from: all of `syntax` that a build without the compiler
//! has.

/// What is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A file: statements. `compile`'s `"exec"`.
    Module,
    /// One expression. `compile`'s `"eval"`.
    Eval,
    /// One interactive statement. `compile`'s `"single"`.
    Single,
    /// A file whose body returns a value: that of its last statement, if it is an expression,
    /// and None otherwise. For embedders; Python has no such mode.
    Value,
}

impl Mode {
    /// Whether the source is a file's: any number of statements.
    pub fn is_file(self) -> bool {
        matches!(self, Mode::Module | Mode::Value)
    }
}

/// Where a source text comes from: CPython's tokenizer reads these in different ways, which
/// shows in the columns of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A string: `-c`, a REPL, an embedder.
    #[default]
    Text,
    /// The bytes of an imported module.
    Module,
    /// The file of the main program, or standard input.
    File,
}

/// What the compiler needs of Unicode besides the properties of characters: whoever has the
/// data (the standard module `unicodedata`) gives it.
#[derive(Clone, Copy, Debug)]
pub struct UnicodeData {
    /// The character of a name.
    pub character: fn(&[u8]) -> Option<u32>,
    /// A text in the form NFKC.
    pub compatible: fn(&str) -> Option<alloc::string::String>,
}
