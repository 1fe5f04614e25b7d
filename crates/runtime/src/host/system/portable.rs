//! What the standard library leaves to the platform: here, systems that are no POSIX.

use super::errors::number;
use miniscript_core::system::{Answer, Errno, Fact, Status, flags};
use std::collections::hash_map::RandomState;
use std::fs::{DirEntry, File, FileTimes, FileType, Metadata, OpenOptions, Permissions};
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub(super) fn path(bytes: &[u8]) -> Answer<PathBuf> {
    core::str::from_utf8(bytes)
        .map(PathBuf::from)
        .map_err(|_| Errno::INVALID)
}

pub(super) fn streams() -> [Option<File>; 3] {
    [None, None, None]
}

pub(super) fn open(path: &Path, bits: u32, _: u32) -> Answer<File> {
    let writes = bits & (flags::WRITE | flags::READ_WRITE) != 0;
    let appends = bits & flags::APPEND != 0;
    let exclusive = bits & flags::CREATE != 0 && bits & flags::EXCLUSIVE != 0;
    let file = OpenOptions::new()
        .read(bits & flags::WRITE == 0)
        .write(writes && !appends)
        .append(writes && appends)
        .create(bits & flags::CREATE != 0)
        .create_new(exclusive)
        .open(path)
        .map_err(|error| number(&error))?;
    if bits & flags::TRUNCATE != 0 && writes {
        file.set_len(0).map_err(|error| number(&error))?;
    }
    Ok(file)
}

pub(super) fn pipe() -> Answer<(File, File)> {
    Err(Errno::UNSUPPORTED)
}

fn nanoseconds(time: io::Result<SystemTime>) -> i128 {
    time.ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .and_then(|time| i128::try_from(time.as_nanos()).ok())
        .unwrap_or(0)
}

pub(super) fn status(metadata: &Metadata) -> Status {
    let permissions = if metadata.permissions().readonly() {
        0o444
    } else {
        0o666
    };
    let mode = kind(metadata.file_type()) | permissions;
    Status {
        mode: if metadata.is_dir() {
            mode | 0o111
        } else {
            mode
        },
        links: 1,
        size: metadata.len(),
        accessed: nanoseconds(metadata.accessed()),
        modified: nanoseconds(metadata.modified()),
        changed: nanoseconds(metadata.created()),
        ..Status::default()
    }
}

pub(super) fn kind(kind: FileType) -> u32 {
    if kind.is_file() {
        0o100_000
    } else if kind.is_dir() {
        0o040_000
    } else if kind.is_symlink() {
        0o120_000
    } else {
        0
    }
}

pub(super) fn inode(_: &DirEntry) -> u64 {
    0
}

pub(super) fn access(path: &Path, mode: u32) -> Answer<()> {
    let metadata = path.metadata().map_err(|error| number(&error))?;
    if mode & 2 != 0 && metadata.permissions().readonly() && !metadata.is_dir() {
        return Err(Errno::DENIED);
    }
    Ok(())
}

pub(super) fn make_folder(path: &Path, _: u32) -> io::Result<()> {
    std::fs::create_dir(path)
}

pub(super) fn remove_file(path: &Path) -> Answer<()> {
    std::fs::remove_file(path).map_err(|error| number(&error))
}

pub(super) fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn permissions(mode: u32, mut current: Permissions) -> Permissions {
    current.set_readonly(mode & 0o200 == 0);
    current
}

pub(super) fn set_file_times(file: &File, times: Option<(i128, i128)>) -> Answer<()> {
    let moment = |time: i128| -> Answer<SystemTime> {
        let time = u64::try_from(time).map_err(|_| Errno::INVALID)?;
        UNIX_EPOCH
            .checked_add(Duration::from_nanos(time))
            .ok_or(Errno::INVALID)
    };
    let (accessed, modified) = match times {
        Some((accessed, modified)) => (moment(accessed)?, moment(modified)?),
        None => (SystemTime::now(), SystemTime::now()),
    };
    let times = FileTimes::new()
        .set_accessed(accessed)
        .set_modified(modified);
    file.set_times(times).map_err(|error| number(&error))
}

pub(super) fn set_times(path: &Path, times: Option<(i128, i128)>, _: bool) -> Answer<()> {
    let file = OpenOptions::new()
        .write(true)
        .open(path)
        .map_err(|error| number(&error))?;
    set_file_times(&file, times)
}

pub(super) fn terminal_size(_: &File) -> Answer<(u32, u32)> {
    Err(Errno::UNSUPPORTED)
}

pub(super) fn fact(_: Fact) -> Answer<i64> {
    Err(Errno::UNSUPPORTED)
}

pub(super) fn set_mask(_: u32) -> Answer<u32> {
    Err(Errno::UNSUPPORTED)
}

/// The system's randomness, by way of the keys that the standard library draws from it.
pub(super) fn random(into: &mut [u8]) -> Answer<()> {
    for (count, piece) in into.chunks_mut(8).enumerate() {
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_usize(count);
        let word = hasher.finish().to_ne_bytes();
        piece.copy_from_slice(word.get(..piece.len()).unwrap_or_default());
    }
    Ok(())
}

pub(super) fn processor_time() -> Answer<[f64; 2]> {
    Err(Errno::UNSUPPORTED)
}
