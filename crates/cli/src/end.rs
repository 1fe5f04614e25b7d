//! How a program has ended, and what its parent process is told. Used by both executables.

use crate::signals;

/// How a program has ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// With an exit code; the system takes it modulo 256.
    Code(i32),
    /// By a KeyboardInterrupt that nothing caught.
    Interrupted,
}

impl End {
    /// The process's exit code. An interrupted program dies of the signal, as `python3` does:
    /// a shell then ends the loop or the script that it was called from, too, and shows 130.
    pub(crate) fn code(self) -> u8 {
        match self {
            End::Code(code) => (code & 0xFF) as u8,
            End::Interrupted => {
                signals::die();
                130
            }
        }
    }
}
