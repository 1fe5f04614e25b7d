//! How the executables begin on Linux: as a C program does. Used by both.
//!
//! Before `main` std looks for the end of the stack in a text that the system makes of the
//! process's memory map, and installs a handler that tells a stack overflow from other faults.
//! That takes a third of a megabyte of the C library that nothing else touches, and a part of the
//! start that a script feels. The engine counts its own depth and does not need it; what a script
//! does need is done here.

use std::panic::catch_unwind;

/// The code of a panic, as of `main`.
const PANICKED: u8 = 101;

/// Called by the C library; std finds the arguments by itself.
#[unsafe(no_mangle)]
extern "C" fn main() -> libc::c_int {
    open_streams();
    // Writing to a pipe that nobody reads is an error, not the end.
    // SAFETY: no other thread runs yet, and the disposition has no code of ours.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_IGN) };
    let code = catch_unwind(|| crate::begin().code());
    std::process::exit(code.unwrap_or(PANICKED).into())
}

/// Opens those of the three streams that the process was given closed: a file that a script opens
/// would take the place, and what is meant for stderr would go into it.
fn open_streams() {
    for stream in 0..3 {
        // SAFETY: both calls take any number and a text that ends in a null byte.
        unsafe {
            if libc::fcntl(stream, libc::F_GETFD) == -1 {
                // The least number that is free is this one. Where it fails, so will its use.
                libc::open(c"/dev/null".as_ptr(), libc::O_RDWR);
            }
        }
    }
}
