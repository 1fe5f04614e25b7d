//! Finds the executable that runs a language's programs.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Language;

/// The executable for `language`: what `MINISCRIPT_BIN` (for Joy `JOY_BIN`) names, otherwise the
/// one of this workspace, in the profile of the running test. Cargo is asked to build it each
/// time: that costs a moment when it is fresh, and a stale executable would test yesterday's code.
///
/// # Errors
/// A sentence with the cause when there is none and none can be built.
pub fn locate(language: Language) -> Result<PathBuf, String> {
    let (variable, name) = match language {
        Language::Lang => ("MINISCRIPT_BIN", "miniscript"),
        Language::Joy => ("JOY_BIN", "joy"),
    };
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        // Programs run in their own folders, so a relative path must not stay relative; a bare
        // name is left to the search path.
        if path.components().count() > 1 {
            return path
                .canonicalize()
                .map_err(|error| format!("{variable}={}: {error}", path.display()));
        }
        return Ok(path);
    }
    let place = Place::of_this_test()?;
    place.build(name)?;
    let path = place
        .folder
        .join(format!("{name}{}", env::consts::EXE_SUFFIX));
    match path.is_file() {
        true => Ok(path),
        false => Err(format!(
            "cargo built {name}, but {} is not there",
            path.display()
        )),
    }
}

/// Where in the target directory the running test lies: `target[/triple]/profile/deps/test`.
struct Place {
    folder: PathBuf,
    root: PathBuf,
    triple: Option<String>,
    profile: String,
}

impl Place {
    fn of_this_test() -> Result<Place, String> {
        let test = env::current_exe().map_err(|error| format!("no path of this test: {error}"))?;
        Place::of(&test).ok_or_else(|| format!("{} is in no target directory", test.display()))
    }

    fn of(test: &Path) -> Option<Place> {
        let mut folder = test.parent()?;
        if folder.ends_with("deps") || folder.ends_with("examples") {
            folder = folder.parent()?;
        }
        let name = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
        let mut root = folder.parent()?;
        let mut triple = None;
        // Cargo tags the root of its target directory, not a target's folder inside it.
        if !root.join("CACHEDIR.TAG").is_file() && root.parent()?.join("CACHEDIR.TAG").is_file() {
            triple = Some(name(root)?);
            root = root.parent()?;
        }
        let profile = match name(folder)?.as_str() {
            "debug" => "dev".to_owned(),
            other => other.to_owned(),
        };
        Some(Place {
            folder: folder.to_owned(),
            root: root.to_owned(),
            triple,
            profile,
        })
    }

    fn build(&self, name: &str) -> Result<(), String> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command
            // The whole workspace: a package alone has other features, and the engine would be
            // compiled once more.
            .args(["build", "--quiet", "--workspace", "--bin", name])
            .args(["--profile", &self.profile, "--target-dir"])
            .arg(&self.root)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
        if let Some(triple) = &self.triple {
            command.args(["--target", triple]);
        }
        let output = command
            .output()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        let cause = String::from_utf8_lossy(&output.stderr);
        Err(format!("cargo cannot build {name}:\n{}", cause.trim_end()))
    }
}
