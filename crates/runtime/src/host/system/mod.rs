//! Files, the environment and the process of this machine, as far as the embedder lets
//! scripts have them.

mod access;
mod errors;
mod files;
#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "portable.rs")]
mod platform;

pub use access::{Access, Paths};

use errors::number;
use files::Table;
use miniscript_core::system::{
    Answer, Change, Entry, Errno, Fact, Place, Status, System, Whence, flags,
};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Instant;

/// Files through the standard library, within what an [`Access`] allows. A script's open
/// files are numbers of a table of its own: it cannot reach files of the host by guessing.
pub struct Files {
    access: Access,
    table: Table,
    /// The environment as the script has changed it; the process's own stays as it is.
    variables: Option<BTreeMap<Vec<u8>, Vec<u8>>>,
    start: Instant,
}

impl Files {
    /// Lends what `access` allows.
    pub fn new(access: Access) -> Files {
        Files {
            table: Table::new(access.streams),
            access,
            variables: None,
            start: Instant::now(),
        }
    }

    fn reads(&self, path: &[u8]) -> Answer<PathBuf> {
        self.access.read.check(path)
    }

    fn writes(&self, path: &[u8]) -> Answer<PathBuf> {
        self.access.write.check(path)
    }

    /// The variables, copied from the process's at first.
    fn variables(&mut self) -> Answer<&mut BTreeMap<Vec<u8>, Vec<u8>>> {
        if !self.access.environment {
            return Err(Errno::DENIED);
        }
        Ok(self.variables.get_or_insert_with(|| {
            std::env::vars_os()
                .map(|(name, value)| (bytes(&name), bytes(&value)))
                .collect()
        }))
    }
}

/// The bytes of a name of the system's.
fn bytes(text: &OsStr) -> Vec<u8> {
    text.as_encoded_bytes().to_vec()
}

/// A path of a script's.
fn path_of(bytes: &[u8]) -> Answer<PathBuf> {
    platform::path(bytes)
}

impl System for Files {
    fn open(&mut self, path: &[u8], bits: u32, mode: u32) -> Answer<i32> {
        let writes = bits & (flags::WRITE | flags::READ_WRITE) != 0;
        let changes = bits & (flags::CREATE | flags::TRUNCATE) != 0;
        let reads = bits & flags::WRITE == 0;
        let mut allowed = path_of(path)?;
        if reads {
            allowed = self.reads(path)?;
        }
        if writes || changes {
            allowed = self.writes(path)?;
        }
        let file = platform::open(&allowed, bits, mode)?;
        self.table.add(file)
    }

    fn close(&mut self, file: i32) -> Answer<()> {
        self.table.close(file)
    }

    fn read(&mut self, file: i32, into: &mut [u8]) -> Answer<usize> {
        self.table.read(file, into)
    }

    fn write(&mut self, file: i32, data: &[u8]) -> Answer<usize> {
        self.table.write(file, data)
    }

    fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> Answer<u64> {
        self.table.seek(file, offset, whence)
    }

    fn sync(&mut self, file: i32) -> Answer<()> {
        self.table
            .get(file)?
            .sync_all()
            .map_err(|error| number(&error))
    }

    fn is_terminal(&mut self, file: i32) -> Answer<bool> {
        use std::io::IsTerminal;
        Ok(self.table.get(file)?.is_terminal())
    }

    fn terminal_size(&mut self, file: i32) -> Answer<(u32, u32)> {
        platform::terminal_size(self.table.get(file)?)
    }

    fn duplicate(&mut self, file: i32) -> Answer<i32> {
        let twin = self.table.get(file)?.try_clone();
        self.table.add(twin.map_err(|error| number(&error))?)
    }

    fn pipe(&mut self) -> Answer<(i32, i32)> {
        let (reader, writer) = platform::pipe()?;
        let reader = self.table.add(reader)?;
        match self.table.add(writer) {
            Ok(writer) => Ok((reader, writer)),
            Err(error) => {
                self.table.close(reader)?;
                Err(error)
            }
        }
    }

    fn status(&mut self, place: Place<'_>) -> Answer<Status> {
        let metadata = match place {
            Place::File(file) => self.table.get(file)?.metadata(),
            Place::Path(path) => self.reads(path)?.metadata(),
            Place::Link(path) => {
                self.reads(path)?;
                path_of(path)?.symlink_metadata()
            }
        };
        metadata
            .map(|metadata| platform::status(&metadata))
            .map_err(|error| number(&error))
    }

    fn access(&mut self, path: &[u8], mode: u32) -> Answer<()> {
        let allowed = self.reads(path)?;
        if mode & 2 != 0 {
            self.writes(path)?;
        }
        platform::access(&allowed, mode)
    }

    fn list(&mut self, path: &[u8]) -> Answer<Vec<Entry>> {
        let folder = self.reads(path)?;
        let mut entries = Vec::new();
        for entry in folder.read_dir().map_err(|error| number(&error))? {
            let entry = entry.map_err(|error| number(&error))?;
            let kind = entry.file_type().map_or(0, |kind| platform::kind(kind));
            entries.push(Entry {
                name: bytes(&entry.file_name()),
                kind,
                inode: platform::inode(&entry),
            });
        }
        Ok(entries)
    }

    fn read_link(&mut self, path: &[u8]) -> Answer<Vec<u8>> {
        self.reads(path)?;
        let target = path_of(path)?.read_link();
        target
            .map(|target| bytes(target.as_os_str()))
            .map_err(|error| number(&error))
    }

    fn change(&mut self, change: Change<'_>) -> Answer<()> {
        let done = match change {
            Change::MakeFolder { path, mode } => platform::make_folder(&self.writes(path)?, mode),
            Change::RemoveFolder(path) => {
                self.writes(path)?;
                std::fs::remove_dir(path_of(path)?)
            }
            Change::RemoveFile(path) => {
                self.access.write.check_parent(path)?;
                return platform::remove_file(&path_of(path)?);
            }
            Change::Rename { from, to } => {
                self.access.write.check_parent(from)?;
                self.access.write.check_parent(to)?;
                std::fs::rename(path_of(from)?, path_of(to)?)
            }
            Change::Link { from, to } => {
                let from = self.writes(from)?;
                std::fs::hard_link(from, self.writes(to)?)
            }
            Change::Symlink { target, path } => {
                self.access.write.check_parent(path)?;
                platform::symlink(&path_of(target)?, &path_of(path)?)
            }
            Change::Mode(place, mode) => match place {
                Place::File(file) => {
                    let file = self.table.get(file)?;
                    file.metadata().and_then(|old| {
                        file.set_permissions(platform::permissions(mode, old.permissions()))
                    })
                }
                Place::Path(path) | Place::Link(path) => {
                    let path = self.writes(path)?;
                    path.metadata().and_then(|old| {
                        let new = platform::permissions(mode, old.permissions());
                        std::fs::set_permissions(&path, new)
                    })
                }
            },
            Change::Length(place, length) => match place {
                Place::File(file) => self.table.get(file)?.set_len(length),
                Place::Path(path) | Place::Link(path) => std::fs::OpenOptions::new()
                    .write(true)
                    .open(self.writes(path)?)
                    .and_then(|file| file.set_len(length)),
            },
            Change::Times(place, times) => {
                return match place {
                    Place::File(file) => platform::set_file_times(self.table.get(file)?, times),
                    Place::Path(path) => platform::set_times(&self.writes(path)?, times, true),
                    Place::Link(path) => {
                        self.access.write.check_parent(path)?;
                        platform::set_times(&path_of(path)?, times, false)
                    }
                };
            }
        };
        done.map_err(|error| number(&error))
    }

    fn environment(&mut self) -> Answer<Vec<(Vec<u8>, Vec<u8>)>> {
        let variables = self.variables()?;
        Ok(variables
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect())
    }

    fn set_variable(&mut self, name: &[u8], value: Option<&[u8]>) -> Answer<()> {
        let variables = self.variables()?;
        match value {
            Some(value) => variables.insert(name.to_vec(), value.to_vec()),
            None => variables.remove(name),
        };
        Ok(())
    }

    fn current_folder(&mut self) -> Answer<Vec<u8>> {
        if matches!(self.access.read, Paths::None) {
            return Err(Errno::DENIED);
        }
        std::env::current_dir()
            .map(|folder| bytes(folder.as_os_str()))
            .map_err(|error| number(&error))
    }

    fn set_current_folder(&mut self, path: &[u8]) -> Answer<()> {
        if !self.access.process {
            return Err(Errno::DENIED);
        }
        std::env::set_current_dir(self.reads(path)?).map_err(|error| number(&error))
    }

    fn fact(&mut self, fact: Fact) -> Answer<i64> {
        match fact {
            Fact::Process => Ok(i64::from(std::process::id())),
            Fact::Processors => std::thread::available_parallelism()
                .map(|count| i64::try_from(count.get()).unwrap_or(1))
                .map_err(|error| number(&error)),
            other => platform::fact(other),
        }
    }

    fn set_mask(&mut self, mask: u32) -> Answer<u32> {
        if !self.access.process {
            return Err(Errno::DENIED);
        }
        platform::set_mask(mask)
    }

    fn random(&mut self, into: &mut [u8]) -> Answer<()> {
        platform::random(into)
    }

    fn times(&mut self) -> Answer<[f64; 5]> {
        let [user, system] = platform::processor_time()?;
        let elapsed = self.start.elapsed().as_secs_f64();
        Ok([user, system, 0.0, 0.0, elapsed])
    }

    fn exit(&mut self, code: i32) -> Errno {
        if !self.access.process {
            return Errno::DENIED;
        }
        std::process::exit(code)
    }
}
