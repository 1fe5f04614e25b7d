//! The table of open files: the numbers that scripts know them by.

use super::errors::number;
use miniscript_core::system::{Answer, Errno, Whence};
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};

/// Open files by number; the lowest free one is the next, as POSIX has it.
#[derive(Debug, Default)]
pub(super) struct Table {
    files: Vec<Option<File>>,
}

/// Files that a script can have open.
const MOST: usize = 1024;

impl Table {
    /// Without files but, with `streams`, the standard streams. Their numbers are never
    /// given to others.
    pub(super) fn new(streams: bool) -> Table {
        let files = match streams {
            true => super::platform::streams(),
            false => [None, None, None],
        };
        Table {
            files: files.into(),
        }
    }

    pub(super) fn add(&mut self, file: File) -> Answer<i32> {
        let free = self.files.iter().skip(3).position(Option::is_none);
        let at = free.map_or(self.files.len(), |at| at + 3);
        if at >= MOST {
            return Err(Errno::TOO_MANY_FILES);
        }
        match self.files.get_mut(at) {
            Some(place) => *place = Some(file),
            None => self.files.push(Some(file)),
        }
        i32::try_from(at).map_err(|_| Errno::TOO_MANY_FILES)
    }

    fn place(&mut self, file: i32) -> Answer<&mut Option<File>> {
        usize::try_from(file)
            .ok()
            .and_then(|at| self.files.get_mut(at))
            .ok_or(Errno::BAD_FILE)
    }

    pub(super) fn get(&mut self, file: i32) -> Answer<&mut File> {
        self.place(file)?.as_mut().ok_or(Errno::BAD_FILE)
    }

    pub(super) fn close(&mut self, file: i32) -> Answer<()> {
        self.place(file)?.take().map(|_| ()).ok_or(Errno::BAD_FILE)
    }

    pub(super) fn read(&mut self, file: i32, into: &mut [u8]) -> Answer<usize> {
        let file = self.get(file)?;
        loop {
            match file.read(into) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done.map_err(|error| number(&error)),
            }
        }
    }

    pub(super) fn write(&mut self, file: i32, data: &[u8]) -> Answer<usize> {
        let file = self.get(file)?;
        loop {
            match file.write(data) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done.map_err(|error| number(&error)),
            }
        }
    }

    pub(super) fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> Answer<u64> {
        let to = match whence {
            Whence::Start => SeekFrom::Start(u64::try_from(offset).map_err(|_| Errno::INVALID)?),
            Whence::Current => SeekFrom::Current(offset),
            Whence::End => SeekFrom::End(offset),
        };
        self.get(file)?.seek(to).map_err(|error| number(&error))
    }
}
