//! What the executables do themselves on Linux with glibc, where std and the loader do more than a
//! script needs: their beginning, and the C library's elementary functions. Used by both.
#![expect(unsafe_code, reason = "C calls it, and it calls C")]

mod elementary;
mod entry;
