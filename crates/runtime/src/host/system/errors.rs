//! Errors of the standard library as the numbers that scripts know (Linux's).

use miniscript_core::system::Errno;
use std::io;

/// The number of an error.
pub(super) fn number(error: &io::Error) -> Errno {
    if cfg!(any(target_os = "linux", target_os = "android"))
        && let Some(number) = error.raw_os_error()
    {
        return Errno(number);
    }
    Errno(match error.kind() {
        io::ErrorKind::NotFound => 2,
        io::ErrorKind::Interrupted => 4,
        io::ErrorKind::WouldBlock => 11,
        io::ErrorKind::OutOfMemory => 12,
        io::ErrorKind::PermissionDenied => 13,
        io::ErrorKind::ResourceBusy => 16,
        io::ErrorKind::AlreadyExists => 17,
        io::ErrorKind::CrossesDevices => 18,
        io::ErrorKind::NotADirectory => 20,
        io::ErrorKind::IsADirectory => 21,
        io::ErrorKind::InvalidInput => 22,
        io::ErrorKind::FileTooLarge => 27,
        io::ErrorKind::StorageFull | io::ErrorKind::WriteZero => 28,
        io::ErrorKind::NotSeekable => 29,
        io::ErrorKind::ReadOnlyFilesystem => 30,
        io::ErrorKind::TooManyLinks => 31,
        io::ErrorKind::BrokenPipe => 32,
        io::ErrorKind::InvalidFilename => 36,
        io::ErrorKind::Unsupported => 38,
        io::ErrorKind::DirectoryNotEmpty => 39,
        io::ErrorKind::TimedOut => 110,
        _ => 5,
    })
}
