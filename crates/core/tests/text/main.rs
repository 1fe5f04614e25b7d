//! `miniscript_core::text` against CPython 3.11, and against hostile input.
//!
//! The differential tests make thousands of values from a fixed seed, let `python3` say what
//! becomes of them, and compare. Without a CPython 3.11 they are skipped, which is counted and
//! shown; with `CI` set that is a failure.

mod case;
mod floats;
mod format;
mod ints;
mod oracle;
mod percent;
mod robust;
mod spec;
mod stored;
mod strings;
