//! What the standard library leaves to the platform: here, POSIX systems.

use super::errors::number;
use miniscript_core::system::{Answer, Errno, Fact, Status, flags};
use rustix::fs::{AtFlags, CWD, Mode, OFlags, Timespec, Timestamps, UTIME_NOW};
use std::ffi::OsStr;
use std::fs::{DirBuilder, DirEntry, File, FileType, Metadata, Permissions};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, DirEntryExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

fn refused(error: rustix::io::Errno) -> Errno {
    number(&io::Error::from(error))
}

pub(super) fn path(bytes: &[u8]) -> Answer<PathBuf> {
    Ok(PathBuf::from(OsStr::from_bytes(bytes)))
}

pub(super) fn streams() -> [Option<File>; 3] {
    let file = |fd: io::Result<OwnedFd>| fd.ok().map(File::from);
    [
        file(io::stdin().as_fd().try_clone_to_owned()),
        file(io::stdout().as_fd().try_clone_to_owned()),
        file(io::stderr().as_fd().try_clone_to_owned()),
    ]
}

pub(super) fn open(path: &Path, bits: u32, mode: u32) -> Answer<File> {
    let mut options = OFlags::CLOEXEC;
    options |= match bits & (flags::WRITE | flags::READ_WRITE) {
        0 => OFlags::RDONLY,
        flags::WRITE => OFlags::WRONLY,
        _ => OFlags::RDWR,
    };
    for (bit, option) in [
        (flags::CREATE, OFlags::CREATE),
        (flags::EXCLUSIVE, OFlags::EXCL),
        (flags::TRUNCATE, OFlags::TRUNC),
        (flags::APPEND, OFlags::APPEND),
        (flags::FOLDER, OFlags::DIRECTORY),
        (flags::NO_FOLLOW, OFlags::NOFOLLOW),
    ] {
        if bits & bit != 0 {
            options |= option;
        }
    }
    let opened = rustix::fs::open(path, options, Mode::from_raw_mode(mode & 0o7777));
    opened.map(File::from).map_err(refused)
}

pub(super) fn pipe() -> Answer<(File, File)> {
    let (reader, writer) = io::pipe().map_err(|error| number(&error))?;
    Ok((
        File::from(OwnedFd::from(reader)),
        File::from(OwnedFd::from(writer)),
    ))
}

pub(super) fn status(metadata: &Metadata) -> Status {
    let time = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
    Status {
        mode: metadata.mode(),
        inode: metadata.ino(),
        device: metadata.dev(),
        links: metadata.nlink(),
        owner: metadata.uid(),
        group: metadata.gid(),
        size: metadata.size(),
        accessed: time(metadata.atime(), metadata.atime_nsec()),
        modified: time(metadata.mtime(), metadata.mtime_nsec()),
        changed: time(metadata.ctime(), metadata.ctime_nsec()),
        block_size: metadata.blksize(),
        blocks: metadata.blocks(),
        target_device: metadata.rdev(),
    }
}

pub(super) fn kind(kind: FileType) -> u32 {
    if kind.is_file() {
        0o100_000
    } else if kind.is_dir() {
        0o040_000
    } else if kind.is_symlink() {
        0o120_000
    } else if kind.is_fifo() {
        0o010_000
    } else if kind.is_socket() {
        0o140_000
    } else if kind.is_block_device() {
        0o060_000
    } else if kind.is_char_device() {
        0o020_000
    } else {
        0
    }
}

pub(super) fn inode(entry: &DirEntry) -> u64 {
    entry.ino()
}

pub(super) fn access(path: &Path, mode: u32) -> Answer<()> {
    use rustix::fs::Access;
    let mut asked = Access::EXISTS;
    for (bit, access) in [
        (4, Access::READ_OK),
        (2, Access::WRITE_OK),
        (1, Access::EXEC_OK),
    ] {
        if mode & bit != 0 {
            asked |= access;
        }
    }
    rustix::fs::access(path, asked).map_err(refused)
}

pub(super) fn make_folder(path: &Path, mode: u32) -> io::Result<()> {
    DirBuilder::new().mode(mode).create(path)
}

pub(super) fn remove_file(path: &Path) -> Answer<()> {
    rustix::fs::unlink(path).map_err(refused)
}

pub(super) fn symlink(target: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

pub(super) fn permissions(mode: u32, _: Permissions) -> Permissions {
    Permissions::from_mode(mode)
}

fn stamps(times: Option<(i128, i128)>) -> Answer<Timestamps> {
    let stamp = |time: i128| -> Answer<Timespec> {
        Ok(Timespec {
            tv_sec: time
                .div_euclid(1_000_000_000)
                .try_into()
                .map_err(|_| Errno(75))?,
            tv_nsec: time
                .rem_euclid(1_000_000_000)
                .try_into()
                .map_err(|_| Errno::INVALID)?,
        })
    };
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: UTIME_NOW,
    };
    Ok(match times {
        Some((accessed, modified)) => Timestamps {
            last_access: stamp(accessed)?,
            last_modification: stamp(modified)?,
        },
        None => Timestamps {
            last_access: now,
            last_modification: now,
        },
    })
}

pub(super) fn set_file_times(file: &File, times: Option<(i128, i128)>) -> Answer<()> {
    rustix::fs::futimens(file, &stamps(times)?).map_err(refused)
}

pub(super) fn set_times(path: &Path, times: Option<(i128, i128)>, follow: bool) -> Answer<()> {
    let flags = match follow {
        true => AtFlags::empty(),
        false => AtFlags::SYMLINK_NOFOLLOW,
    };
    rustix::fs::utimensat(CWD, path, &stamps(times)?, flags).map_err(refused)
}

pub(super) fn terminal_size(file: &File) -> Answer<(u32, u32)> {
    let size = rustix::termios::tcgetwinsize(file).map_err(refused)?;
    Ok((u32::from(size.ws_col), u32::from(size.ws_row)))
}

pub(super) fn fact(fact: Fact) -> Answer<i64> {
    Ok(match fact {
        Fact::Parent => i64::from(std::os::unix::process::parent_id()),
        Fact::User => i64::from(rustix::process::getuid().as_raw()),
        Fact::Group => i64::from(rustix::process::getgid().as_raw()),
        _ => return Err(Errno::UNSUPPORTED),
    })
}

pub(super) fn set_mask(mask: u32) -> Answer<u32> {
    let old = rustix::process::umask(Mode::from_raw_mode(mask));
    Ok(old.as_raw_mode())
}

pub(super) fn random(into: &mut [u8]) -> Answer<()> {
    use std::io::Read;
    File::open("/dev/urandom")
        .and_then(|mut device| device.read_exact(into))
        .map_err(|error| number(&error))
}

/// The process's own time; the system's share of it is not told apart.
pub(super) fn processor_time() -> Answer<[f64; 2]> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Ok([time.tv_sec as f64 + time.tv_nsec as f64 / 1e9, 0.0])
}
