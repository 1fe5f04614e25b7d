//! Building for targets that are not this machine.
//!
//! Where rustup has the target installed, it is simply used. Elsewhere Debian's compiler builds
//! the standard library from its source (packages rustc-web, cargo-web, rust-web-src, lld-22):
//! for `no_std` targets once, into a sysroot of our own, because build scripts that probe the
//! target (corosensei's on ARM) fail under plain `-Zbuild-std`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::{Failure, Outcome};
use crate::process;

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "ld.lld-22";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library";
const ADVICE: &str = "install it with `rustup target add`, or on Debian: \
                      apt-get install --no-install-recommends rustc-web cargo-web rust-web-src lld-22";

/// A way to build for one target.
pub(crate) struct Cross {
    target: &'static str,
    way: Way,
}

enum Way {
    Rustup,
    Debian { version: String },
}

impl Cross {
    /// Finds the way.
    ///
    /// # Errors
    /// When there is none; the failure says what to install.
    pub(crate) fn find(target: &'static str) -> Result<Self, Failure> {
        if rustup_has(target) {
            return Ok(Self {
                target,
                way: Way::Rustup,
            });
        }
        match debian_version() {
            Some(version) => Ok(Self {
                target,
                way: Way::Debian { version },
            }),
            None => Err(format!("the target {target} is not installed: {ADVICE}").into()),
        }
    }

    /// The way in words.
    pub(crate) fn about(&self) -> String {
        match &self.way {
            Way::Rustup => format!("{}: the target that rustup installed", self.target),
            Way::Debian { version } => {
                format!("{}: a sysroot built with Debian's {version}", self.target)
            }
        }
    }

    /// The folder to build in; artifacts of different compilers are kept apart.
    pub(crate) fn target_dir(&self) -> PathBuf {
        process::target_dir().join("cross")
    }

    /// Flags that leave out of an image what only serves to find mistakes; a stable compiler of
    /// rustup's has none.
    pub(crate) fn lean(&self) -> &'static [&'static str] {
        match self.way {
            Way::Rustup => &[],
            Way::Debian { .. } => &["-Zlocation-detail=none", "-Zfmt-debug=none"],
        }
    }

    /// A cargo that is ready to build for the target.
    ///
    /// # Errors
    /// When the sysroot cannot be made.
    pub(crate) fn cargo(&self) -> Result<Command, Failure> {
        self.cargo_with(&[])
    }

    /// As [`Cross::cargo`], with further flags for the compiler.
    ///
    /// # Errors
    /// As [`Cross::cargo`].
    pub(crate) fn cargo_with(&self, flags: &[&str]) -> Result<Command, Failure> {
        let mut flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
        let mut command = match &self.way {
            Way::Rustup => process::cargo(),
            Way::Debian { version } => {
                let sysroot = sysroot(self.target, version, &self.target_dir())?;
                let mut command = debian_cargo();
                // Debian has no rust-lld beside its compiler; LLVM's own linker takes its place.
                let name = self.target.to_uppercase().replace('-', "_");
                command.env(format!("CARGO_TARGET_{name}_LINKER"), DEBIAN_LINKER);
                flags.extend(["--sysroot".to_owned(), sysroot.display().to_string()]);
                command
            }
        };
        if !flags.is_empty() {
            // With --target these flags do not reach build scripts and procedural macros; the
            // encoded form allows blanks in the path.
            command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        }
        command.env("CARGO_TARGET_DIR", self.target_dir());
        Ok(command)
    }
}

/// Type-checks a package for Windows.
///
/// # Errors
/// When it does not, or there is no way to.
pub(crate) fn check_windows(target: &'static str, package: &str) -> Outcome {
    let cross = Cross::find(target)?;
    let mut command = match cross.way {
        Way::Rustup => {
            println!("{}", cross.about());
            process::cargo()
        }
        Way::Debian { ref version } => {
            println!("{target}: the standard library is checked with Debian's {version}");
            let mut command = debian_cargo();
            command.arg("-Zbuild-std=std,panic_abort");
            command
        }
    };
    command.env("CARGO_TARGET_DIR", cross.target_dir());
    process::run(command.args(["check", "--package", package, "--target", target]))
}

fn rustup_has(target: &str) -> bool {
    let listed = process::program("rustup")
        .args(["target", "list", "--installed"])
        .output();
    listed.is_ok_and(|output| {
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .any(|line| line.trim() == target)
    })
}

fn debian_version() -> Option<String> {
    let complete = [DEBIAN_CARGO, DEBIAN_SOURCE]
        .iter()
        .all(|path| Path::new(path).exists());
    let output = process::program(DEBIAN_RUSTC)
        .arg("--version")
        .output()
        .ok()
        .filter(|_| complete)?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn debian_cargo() -> Command {
    let mut command = process::program(DEBIAN_CARGO);
    command
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1");
    for name in ["RUSTUP_TOOLCHAIN", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

/// Makes, once per compiler, a sysroot that holds core and alloc for the target.
fn sysroot(target: &str, version: &str, folder: &Path) -> Result<PathBuf, Failure> {
    let sysroot = folder.join("sysroot").join(target);
    let stamp = sysroot.join("made-with");
    if std::fs::read_to_string(&stamp).is_ok_and(|made| made == version) {
        return Ok(sysroot);
    }
    println!("building core and alloc for {target} (once)");
    build_sysroot(target, &sysroot, folder)
        .map_err(|failure| format!("no sysroot for {target}: {}", failure.message()))?;
    std::fs::write(&stamp, version)
        .map_err(|error| format!("cannot write {}: {error}", stamp.display()))?;
    Ok(sysroot)
}

fn build_sysroot(target: &str, sysroot: &Path, folder: &Path) -> Outcome {
    let text = |error: std::io::Error| Failure::Found(error.to_string());
    match std::fs::remove_dir_all(sysroot) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(text(error)),
        _ => {}
    }
    let seed = folder.join("sysroot-seed");
    std::fs::create_dir_all(seed.join("src")).map_err(text)?;
    std::fs::write(seed.join("Cargo.toml"), SEED_MANIFEST).map_err(text)?;
    std::fs::write(seed.join("src/lib.rs"), "#![no_std]\nextern crate alloc;\n").map_err(text)?;
    let mut build = debian_cargo();
    // Bitcode, so that the image can be optimised as a whole.
    build
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", seed.join("target"))
        .current_dir(&seed);
    process::run(build.args([
        "build",
        "--release",
        "-Zbuild-std=core,alloc",
        "--target",
        target,
    ]))?;

    let lib = sysroot.join("lib/rustlib").join(target).join("lib");
    std::fs::create_dir_all(&lib).map_err(text)?;
    let built = seed.join("target").join(target).join("release/deps");
    for entry in std::fs::read_dir(&built).map_err(text)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = ["libcore-", "liballoc-", "libcompiler_builtins-"]
            .iter()
            .any(|start| name.starts_with(start));
        if wanted && name.ends_with(".rlib") {
            std::fs::copy(entry.path(), lib.join(&name)).map_err(text)?;
        }
    }
    // Build scripts that probe the compiler for the host find its library where they expect it.
    let host = Path::new("/usr/lib/rustlib/x86_64-unknown-linux-gnu");
    link(host, &sysroot.join("lib/rustlib/x86_64-unknown-linux-gnu")).map_err(text)
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

const SEED_MANIFEST: &str =
    "[workspace]\n[package]\nname = \"sysroot-seed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n";
