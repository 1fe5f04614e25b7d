//! Tests of the compiler.

mod dataflow;
mod errors;
mod generated;
mod golden;
mod limits;
mod patterns;
mod positions;

use super::{Options, compile, verify};
use crate::syntax::Mode;
use alloc::string::{String, ToString};

fn text(source: &str) -> String {
    match compile(source.as_bytes(), "test", Mode::Module, &Options::default()) {
        Ok(chunk) => {
            verify::verify(&chunk).unwrap();
            dataflow::check(&chunk).unwrap();
            assert_eq!(dataflow::unreachable(&chunk), 0);
            chunk.disassembly().to_string()
        }
        Err(error) => alloc::format!("{error:?}"),
    }
}
