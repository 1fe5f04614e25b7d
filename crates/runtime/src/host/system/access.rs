//! What scripts may reach of the machine.

use super::path_of;
use miniscript_core::system::{Answer, Errno};
use std::path::{Path, PathBuf};

/// What an embedder lets its scripts reach; nothing by default.
///
/// Paths are looked at when a file is opened or changed, with every symbolic link on the
/// way followed. Another process that swaps a folder for a link in between is not kept
/// out: where scripts are hostile and others write to the same folders, the operating
/// system has to keep them apart.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Access {
    /// Files that may be read and folders that may be listed.
    pub read: Paths,
    /// Files and folders that may be made, changed and removed.
    pub write: Paths,
    /// `os.environ` shows the process's variables. Changes stay in the VM.
    pub environment: bool,
    /// The current folder and the mask of new files may be changed, and `os._exit` ends
    /// the process.
    pub process: bool,
    /// The numbers 0, 1 and 2 are the process's standard streams.
    pub streams: bool,
}

/// Files that may be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Paths {
    /// None.
    #[default]
    None,
    /// Those in these folders, at any depth.
    Under(Vec<PathBuf>),
    /// All that the process may reach.
    All,
}

impl Access {
    /// All that the process itself may, as `python3` has it.
    pub fn all() -> Access {
        Access {
            read: Paths::All,
            write: Paths::All,
            environment: true,
            process: true,
            streams: true,
        }
    }

    /// Lets scripts read what lies in a folder.
    pub fn reading(mut self, folder: impl Into<PathBuf>) -> Access {
        self.read.add(folder.into());
        self
    }

    /// Lets scripts read and write what lies in a folder.
    pub fn writing(mut self, folder: impl Into<PathBuf>) -> Access {
        let folder = folder.into();
        self.read.add(folder.clone());
        self.write.add(folder);
        self
    }

    /// Lets scripts see the variables of the environment.
    pub fn environment(mut self) -> Access {
        self.environment = true;
        self
    }
}

impl Paths {
    fn add(&mut self, folder: PathBuf) {
        match self {
            Paths::All => {}
            Paths::Under(folders) => folders.push(folder),
            Paths::None => *self = Paths::Under(vec![folder]),
        }
    }

    /// The path to use, links on the way to it followed where that matters.
    pub(super) fn check(&self, path: &[u8]) -> Answer<PathBuf> {
        let path = path_of(path)?;
        match self {
            Paths::All => Ok(path),
            Paths::None => Err(Errno::DENIED),
            Paths::Under(folders) => {
                let real = real(&path)?;
                within(folders, &real).then_some(real).ok_or(Errno::DENIED)
            }
        }
    }

    /// The same for what is removed or renamed: a link itself, not what it leads to.
    pub(super) fn check_parent(&self, path: &[u8]) -> Answer<()> {
        match self {
            Paths::All => Ok(()),
            Paths::None => Err(Errno::DENIED),
            Paths::Under(folders) => {
                let path = path_of(path)?;
                let real = beside(&path)?;
                within(folders, &real).then_some(()).ok_or(Errno::DENIED)
            }
        }
    }
}

fn within(folders: &[PathBuf], path: &Path) -> bool {
    folders.iter().any(|folder| {
        folder
            .canonicalize()
            .is_ok_and(|folder| path.starts_with(folder))
    })
}

/// The path without links; of what is not there yet, the folder's.
fn real(path: &Path) -> Answer<PathBuf> {
    match path.canonicalize() {
        Ok(real) => Ok(real),
        // A link that leads nowhere would be followed by what makes a file there.
        Err(_) if path.is_symlink() => Err(Errno::DENIED),
        Err(_) => beside(path),
    }
}

/// The real folder of a path, and its last name.
fn beside(path: &Path) -> Answer<PathBuf> {
    let Some(name) = path.file_name() else {
        // It ends in `..` or is the root: nothing is made there.
        return path.canonicalize().map_err(|_| Errno::NOT_FOUND);
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|_| Errno::NOT_FOUND)?;
    Ok(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::Access;
    use miniscript_core::system::Errno;

    #[test]
    fn nothing_is_reached_outside_of_the_folders() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("miniscript-access-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("in"))?;
        std::fs::write(folder.join("secret"), "x")?;
        let access = Access::default().writing(folder.join("in"));
        let path = |name: &str| folder.join(name).as_os_str().as_encoded_bytes().to_vec();
        assert!(access.write.check(&path("in/new")).is_ok());
        assert_eq!(
            access.write.check(&path("in/../secret")),
            Err(Errno::DENIED)
        );
        assert_eq!(access.read.check(&path("secret")), Err(Errno::DENIED));
        assert_eq!(
            Access::default().read.check(&path("secret")),
            Err(Errno::DENIED)
        );
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("secret"), folder.join("in/link"))?;
            std::os::unix::fs::symlink(folder.join("nothing"), folder.join("in/dangling"))?;
            assert_eq!(access.read.check(&path("in/link")), Err(Errno::DENIED));
            assert_eq!(access.write.check(&path("in/dangling")), Err(Errno::DENIED));
            assert!(access.write.check_parent(&path("in/link")).is_ok());
        }
        std::fs::remove_dir_all(folder)
    }
}
