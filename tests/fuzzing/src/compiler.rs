//! From bytes to a chunk: lexer, parser, compiler and the loader of images.

use crate::machine;
use miniscript_core::compile::{self, Chunk, image};
use miniscript_core::syntax::{self, Mode};
use miniscript_tests::images::{load_and_run, sealed_load_and_run};

/// What a source may take up while it is parsed.
const BYTES: usize = 16 << 20;

fn options() -> syntax::Options {
    syntax::Options {
        max_bytes: BYTES,
        ..syntax::Options::default()
    }
}

/// The first byte chooses how the rest is read.
fn mode(bytes: &[u8]) -> (Mode, &[u8]) {
    match bytes {
        [b'\x01', rest @ ..] => (Mode::Eval, rest),
        [b'\x02', rest @ ..] => (Mode::Single, rest),
        _ => (Mode::Module, bytes),
    }
}

/// All tokens, with nothing of the grammar.
pub(super) fn lexer(bytes: &[u8]) {
    if let Err(error) = syntax::tokens(bytes, &options()) {
        let _ = format!("{error:?}");
    }
}

/// A tree, which is written down, or an error, which is shown.
pub(super) fn parser(bytes: &[u8]) {
    let (mode, source) = mode(bytes);
    match syntax::parse(source, mode, &options()) {
        Ok(tree) => {
            let lines = syntax::LineIndex::new(source).ok();
            let _ = syntax::dump(&tree, lines.as_ref());
        }
        Err(error) => {
            let _ = format!("{error:?}");
        }
    }
}

/// A chunk that survives being written and read, and runs within limits; or an error, which is
/// rendered.
pub(super) fn compiler(bytes: &[u8]) {
    let (mode, source) = mode(bytes);
    let mut vm = machine::bare();
    let chunk = match vm.compile(source, "fuzz.py", mode) {
        Ok(chunk) => chunk,
        Err(fault) => {
            machine::check(&fault);
            return;
        }
    };
    if let Ok(bytes) = chunk.to_bytes(image::Detail::Lines) {
        let again = Chunk::from_bytes(&bytes, BYTES);
        assert!(again.is_ok(), "the compiler's own image is refused");
    }
    if let Ok(task) = vm.spawn_chunk(&chunk, "__main__", Some("fuzz.py"), true) {
        if let Err(fault) = vm.finish(task) {
            machine::check(&fault);
        }
        vm.collect();
    }
}

/// An image as it is, and with its checksum put right.
pub(super) fn image(bytes: &[u8]) {
    load_and_run(bytes, false);
    sealed_load_and_run(bytes);
}

/// The image of a source, where it compiles.
pub(super) fn image_of(source: &[u8]) -> Option<Vec<u8>> {
    let options = compile::Options::default();
    let chunk = compile::compile(source, "fuzz.py", Mode::Module, &options).ok()?;
    chunk.to_bytes(image::Detail::Lines).ok()
}
