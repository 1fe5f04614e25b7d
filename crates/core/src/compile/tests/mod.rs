//! Tests of the compiler.

use super::disasm::Disassembly;
use super::{Options, compile, verify};
use crate::syntax::Mode;
use alloc::string::{String, ToString};

fn text(source: &str) -> String {
    match compile(source.as_bytes(), "test", Mode::Module, &Options::default()) {
        Ok(chunk) => {
            verify::verify(&chunk).unwrap();
            Disassembly(&chunk).to_string()
        }
        Err(error) => alloc::format!("{error:?}"),
    }
}
