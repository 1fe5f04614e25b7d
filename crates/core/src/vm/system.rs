//! Files, the environment and the process as scripts see them: what the embedder lends
//! to `open()` and `os`, or keeps back.
//!
//! Core has no file of its own. [`System`] is implemented by the program around the VM
//! (the crate `miniscript-runtime` has one for the standard library) and decides there,
//! path by path, what a script may read and write. Every method has a default that
//! refuses: a device with a file store implements what it has. Numbers of errors and
//! flags are Linux's, on every target.

use alloc::vec::Vec;

/// What a system answers: the error is a number that `errno` names.
pub type Answer<T> = Result<T, Errno>;

/// The number of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Errno(pub i32);

impl Errno {
    /// The thing is not there.
    pub const NOT_FOUND: Errno = Errno(2);
    /// The device failed.
    pub const IO: Errno = Errno(5);
    /// No open file has that number.
    pub const BAD_FILE: Errno = Errno(9);
    /// The embedder, or the system, does not allow it.
    pub const DENIED: Errno = Errno(13);
    /// The thing is there already.
    pub const EXISTS: Errno = Errno(17);
    /// An argument that makes no sense.
    pub const INVALID: Errno = Errno(22);
    /// Too many open files.
    pub const TOO_MANY_FILES: Errno = Errno(24);
    /// The file cannot seek.
    pub const NO_SEEK: Errno = Errno(29);
    /// This system has no such operation.
    pub const UNSUPPORTED: Errno = Errno(38);
}

/// Bits of the flags of [`System::open`]; none of the first two is reading.
pub mod flags {
    /// Open for writing alone.
    pub const WRITE: u32 = 0o1;
    /// Open for reading and writing.
    pub const READ_WRITE: u32 = 0o2;
    /// Make the file if it is not there.
    pub const CREATE: u32 = 0o100;
    /// With [`CREATE`]: it must not be there.
    pub const EXCLUSIVE: u32 = 0o200;
    /// Empty it.
    pub const TRUNCATE: u32 = 0o1000;
    /// Write at the end, always.
    pub const APPEND: u32 = 0o2000;
    /// It must be a folder.
    pub const FOLDER: u32 = 0o200_000;
    /// It must not be a symbolic link.
    pub const NO_FOLLOW: u32 = 0o400_000;
}

/// The type of a file, in the upper bits of [`Status::mode`].
pub mod mode {
    /// A folder.
    pub const FOLDER: u32 = 0o040_000;
    /// A plain file.
    pub const FILE: u32 = 0o100_000;
    /// A symbolic link.
    pub const LINK: u32 = 0o120_000;
    /// Of all types.
    pub const MASK: u32 = 0o170_000;
}

/// What is looked at or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// What a path names; a symbolic link's target.
    Path(&'a [u8]),
    /// What a path names; a symbolic link itself.
    Link(&'a [u8]),
    /// An open file.
    File(i32),
}

/// Where [`System::seek`] counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whence {
    /// The file's begin.
    Start,
    /// Where it stands.
    Current,
    /// The file's end.
    End,
}

/// What is known of a file. Times are nanoseconds since 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Status {
    /// Type and permissions.
    pub mode: u32,
    /// Its number on the device.
    pub inode: u64,
    /// The device.
    pub device: u64,
    /// Names that it has.
    pub links: u64,
    /// Its owner.
    pub owner: u32,
    /// Its group.
    pub group: u32,
    /// Its length in bytes.
    pub size: u64,
    /// When it was last read.
    pub accessed: i128,
    /// When it was last written.
    pub modified: i128,
    /// When its status has changed.
    pub changed: i128,
    /// The size of a good transfer.
    pub block_size: u64,
    /// Blocks of 512 bytes that it takes.
    pub blocks: u64,
    /// What a device file stands for.
    pub target_device: u64,
}

/// A thing in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, without the folder's.
    pub name: Vec<u8>,
    /// Its type ([`mode`]), 0 where it is not known.
    pub kind: u32,
    /// Its number on the device.
    pub inode: u64,
}

/// A change that a path, or an open file, undergoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// A new folder.
    MakeFolder {
        /// Its path.
        path: &'a [u8],
        /// Its permissions.
        mode: u32,
    },
    /// An empty folder is removed.
    RemoveFolder(&'a [u8]),
    /// A file, or a symbolic link, is removed.
    RemoveFile(&'a [u8]),
    /// A new name; what bears it is replaced.
    Rename {
        /// The old name.
        from: &'a [u8],
        /// The new one.
        to: &'a [u8],
    },
    /// A second name of a file.
    Link {
        /// The name it has.
        from: &'a [u8],
        /// The new one.
        to: &'a [u8],
    },
    /// A symbolic link.
    Symlink {
        /// What it says.
        target: &'a [u8],
        /// Its path.
        path: &'a [u8],
    },
    /// Other permissions.
    Mode(Place<'a>, u32),
    /// Another length.
    Length(Place<'a>, u64),
    /// Other times, in nanoseconds: of the last read and the last write; `None`: now.
    Times(Place<'a>, Option<(i128, i128)>),
}

/// A number of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// The process.
    Process,
    /// Its parent.
    Parent,
    /// Processors that it may use.
    Processors,
    /// The user.
    User,
    /// The user's group.
    Group,
}

/// Files, environment and process. The files that a script has open are numbers of the
/// system's own table: 0, 1 and 2 are the standard streams where it lends these.
#[expect(
    unused_variables,
    reason = "the defaults refuse whatever they are asked"
)]
pub trait System: Send {
    /// Opens a file; its number.
    ///
    /// # Errors
    /// What opening says.
    fn open(&mut self, path: &[u8], flags: u32, mode: u32) -> Answer<i32> {
        Err(Errno::UNSUPPORTED)
    }

    /// Closes a file.
    ///
    /// # Errors
    /// A number that no open file has.
    fn close(&mut self, file: i32) -> Answer<()> {
        Err(Errno::BAD_FILE)
    }

    /// Reads; 0 at the end.
    ///
    /// # Errors
    /// What reading says.
    fn read(&mut self, file: i32, into: &mut [u8]) -> Answer<usize> {
        Err(Errno::BAD_FILE)
    }

    /// Writes; how many bytes it took.
    ///
    /// # Errors
    /// What writing says.
    fn write(&mut self, file: i32, bytes: &[u8]) -> Answer<usize> {
        Err(Errno::BAD_FILE)
    }

    /// Moves to a place; its distance from the begin.
    ///
    /// # Errors
    /// [`Errno::NO_SEEK`] for pipes and the like.
    fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> Answer<u64> {
        Err(Errno::BAD_FILE)
    }

    /// Hands what was written to the device.
    ///
    /// # Errors
    /// What the device says.
    fn sync(&mut self, file: i32) -> Answer<()> {
        Err(Errno::BAD_FILE)
    }

    /// Whether a file is a terminal.
    ///
    /// # Errors
    /// A number that no open file has.
    fn is_terminal(&mut self, file: i32) -> Answer<bool> {
        Err(Errno::BAD_FILE)
    }

    /// Columns and lines of a terminal.
    ///
    /// # Errors
    /// What is no terminal.
    fn terminal_size(&mut self, file: i32) -> Answer<(u32, u32)> {
        Err(Errno::UNSUPPORTED)
    }

    /// A second number for an open file.
    ///
    /// # Errors
    /// A number that no open file has.
    fn duplicate(&mut self, file: i32) -> Answer<i32> {
        Err(Errno::BAD_FILE)
    }

    /// A pipe: what is written to the second can be read from the first.
    ///
    /// # Errors
    /// Where there are none.
    fn pipe(&mut self) -> Answer<(i32, i32)> {
        Err(Errno::UNSUPPORTED)
    }

    /// Looks at a file.
    ///
    /// # Errors
    /// What is not there, or may not be seen.
    fn status(&mut self, place: Place<'_>) -> Answer<Status> {
        Err(Errno::UNSUPPORTED)
    }

    /// Whether the process may read (4), write (2) or run (1) a file, all that `mode` asks.
    ///
    /// # Errors
    /// What is not there, and what is not allowed.
    fn access(&mut self, path: &[u8], mode: u32) -> Answer<()> {
        self.status(Place::Path(path)).map(|_| ())
    }

    /// What a folder holds, in no order.
    ///
    /// # Errors
    /// What is no folder.
    fn list(&mut self, path: &[u8]) -> Answer<Vec<Entry>> {
        Err(Errno::UNSUPPORTED)
    }

    /// What a symbolic link says.
    ///
    /// # Errors
    /// What is none.
    fn read_link(&mut self, path: &[u8]) -> Answer<Vec<u8>> {
        Err(Errno::UNSUPPORTED)
    }

    /// Changes something.
    ///
    /// # Errors
    /// What the system says.
    fn change(&mut self, change: Change<'_>) -> Answer<()> {
        Err(Errno::UNSUPPORTED)
    }

    /// The variables of the environment.
    ///
    /// # Errors
    /// Where the embedder keeps them to itself.
    fn environment(&mut self) -> Answer<Vec<(Vec<u8>, Vec<u8>)>> {
        Err(Errno::UNSUPPORTED)
    }

    /// Sets or removes a variable of the environment.
    ///
    /// # Errors
    /// Where the embedder does not allow it.
    fn set_variable(&mut self, name: &[u8], value: Option<&[u8]>) -> Answer<()> {
        Err(Errno::UNSUPPORTED)
    }

    /// The folder that relative paths begin in.
    ///
    /// # Errors
    /// Where it was removed.
    fn current_folder(&mut self) -> Answer<Vec<u8>> {
        Err(Errno::UNSUPPORTED)
    }

    /// Changes the folder that relative paths begin in.
    ///
    /// # Errors
    /// What is no folder.
    fn set_current_folder(&mut self, path: &[u8]) -> Answer<()> {
        Err(Errno::UNSUPPORTED)
    }

    /// A number of the process.
    ///
    /// # Errors
    /// Where there is none.
    fn fact(&mut self, fact: Fact) -> Answer<i64> {
        Err(Errno::UNSUPPORTED)
    }

    /// Sets the permissions that new files do not get; the old ones.
    ///
    /// # Errors
    /// Where there are none.
    fn set_mask(&mut self, mask: u32) -> Answer<u32> {
        Err(Errno::UNSUPPORTED)
    }

    /// Fills with random bytes, good enough for keys.
    ///
    /// # Errors
    /// Where there are none.
    fn random(&mut self, into: &mut [u8]) -> Answer<()> {
        Err(Errno::UNSUPPORTED)
    }

    /// Processor time of the process in seconds: its own and the system's for it, those
    /// of its children, and the time since some moment.
    ///
    /// # Errors
    /// Where it is not counted.
    fn times(&mut self) -> Answer<[f64; 5]> {
        Err(Errno::UNSUPPORTED)
    }

    /// Ends the process at once. It returns only where that is not allowed.
    fn exit(&mut self, code: i32) -> Errno {
        Errno::UNSUPPORTED
    }
}
