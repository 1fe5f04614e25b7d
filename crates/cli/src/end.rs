//! How a program has ended, and what its parent process is told. Used by both executables.

use std::process::ExitCode;

/// How a program has ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// With an exit code; the system takes it modulo 256.
    Code(i32),
    /// By a KeyboardInterrupt that nothing caught.
    Interrupted,
}

impl End {
    /// What `main` returns. An interrupted program dies of the signal, as `python3` does:
    /// a shell then ends the loop or the script that it was called from, too, and shows 130.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            End::Code(code) => ExitCode::from((code & 0xFF) as u8),
            End::Interrupted => {
                die();
                ExitCode::from(130)
            }
        }
    }
}

#[cfg(unix)]
fn die() {
    // Where this fails, the exit code says the same.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
}

#[cfg(not(unix))]
fn die() {}
