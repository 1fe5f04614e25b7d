//! The engines that are compared: where they are, and one measured run.
//!
//! CPython is called by its real executable (a version manager's shim costs tens of milliseconds),
//! and of several 3.11 builds the quickest is taken. In CI every engine must be there, but for
//! LuaJIT's compiler, which is only a far mark.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::measure::{self, Run};
use super::programs;
use super::results::{CPYTHON, CPYTHON_BARE, LUA, MINISCRIPT};
use crate::cli::Failure;
use crate::process;

/// No program takes that long under any engine.
const RUN_LIMIT: Duration = Duration::from_secs(600);

const PYTHON_FILES: &[&str] = &["main.py"];
const LUA_FILES: &[&str] = &["main.lua"];
/// LuaJIT's integers are the FFI's: a program that needs them is written for it.
const LUAJIT_FILES: &[&str] = &["luajit.lua", "main.lua"];

/// One engine.
pub(super) struct Engine {
    pub(super) name: &'static str,
    /// Which build it is.
    pub(super) about: String,
    pub(super) program: PathBuf,
    arguments: &'static [&'static str],
    files: &'static [&'static str],
}

impl Engine {
    /// Whether the program is written for this engine's language, and this is no engine that is
    /// only started.
    pub(super) fn has(&self, name: &str) -> bool {
        let only_starts = self.name == CPYTHON_BARE && name != programs::EMPTY;
        !only_starts && programs::source(name, self.files).is_some()
    }

    /// Runs a program and takes the time.
    ///
    /// # Errors
    /// When it cannot be started or fails.
    pub(super) fn time(&self, name: &str, size: Option<&str>) -> Result<Run, Failure> {
        let mut command = self.command(name, size)?;
        measure::run(&mut command, &self.what(name), RUN_LIMIT)
    }

    /// Runs a program for the peak of its memory, where that can be measured.
    ///
    /// # Errors
    /// As [`Engine::time`].
    pub(super) fn peak(
        &self,
        name: &str,
        size: Option<&str>,
    ) -> Result<(Run, Option<u64>), Failure> {
        measure::peak(&self.command(name, size)?, &self.what(name), RUN_LIMIT)
    }

    /// The engine with a script of any path.
    pub(super) fn script(&self, path: &str) -> Command {
        let mut command = process::program(&self.program);
        command.args(self.arguments).arg(path);
        command
    }

    /// The command that runs a program.
    ///
    /// # Errors
    /// When the program is not written for this engine.
    pub(super) fn command(&self, name: &str, size: Option<&str>) -> Result<Command, Failure> {
        let path = programs::source(name, self.files)
            .ok_or_else(|| format!("{name} is not written for {}", self.name))?;
        let mut command = self.script(&path);
        command.args(size);
        Ok(command)
    }

    fn what(&self, name: &str) -> String {
        format!("{name} under {}", self.name)
    }
}

/// Builds this project's engine with a profile.
///
/// # Errors
/// When it does not build.
pub(super) fn own(profile: &str) -> Result<Engine, Failure> {
    own_with(profile, &[])
}

/// The same, built with variables for the build scripts.
///
/// # Errors
/// When it does not build.
pub(super) fn own_with(
    profile: &str,
    variables: &[(&str, &std::ffi::OsStr)],
) -> Result<Engine, Failure> {
    let mut cargo = process::cargo();
    cargo.envs(variables.iter().copied());
    process::run(cargo.args([
        "build",
        "--profile",
        profile,
        "--workspace",
        "--bin",
        "miniscript",
    ]))?;
    Ok(Engine {
        name: MINISCRIPT,
        about: format!("profile {profile}"),
        program: process::profile_dir(profile).join(process::executable("miniscript")),
        arguments: &[],
        files: PYTHON_FILES,
    })
}

/// The quickest CPython 3.11 of this machine.
pub(super) fn cpython() -> Option<Engine> {
    let (program, about) = quickest_python()?;
    Some(Engine {
        name: CPYTHON,
        about,
        program,
        arguments: &["-B"],
        files: PYTHON_FILES,
    })
}

/// This project's engine, built with a profile, and the others that are installed.
///
/// # Errors
/// When it does not build, or an engine is missing in CI.
pub(super) fn all(profile: &str) -> Result<Vec<Engine>, Failure> {
    let mut engines = vec![own(profile)?];
    let mut missing = Vec::new();
    match cpython() {
        Some(engine) => {
            let bare = Engine {
                name: CPYTHON_BARE,
                about: "the same, isolated: start-up only".to_owned(),
                program: engine.program.clone(),
                arguments: &["-I", "-S"],
                files: PYTHON_FILES,
            };
            engines.extend([engine, bare]);
        }
        None => missing.push("CPython 3.11 (python3.11)"),
    }
    for (name, command, arguments, files, advice) in [
        (LUA, "lua5.4", &[][..], LUA_FILES, "Lua 5.4 (lua5.4)"),
        (
            "LuaJIT -joff",
            "luajit",
            &["-joff"][..],
            LUAJIT_FILES,
            "LuaJIT (luajit)",
        ),
        ("LuaJIT", "luajit", &[][..], LUAJIT_FILES, ""),
    ] {
        match process::which(command) {
            Some(program) => engines.push(Engine {
                name,
                about: first_line(&program, "-v"),
                program,
                arguments,
                files,
            }),
            None if advice.is_empty() => {}
            None => missing.push(advice),
        }
    }
    if !missing.is_empty() {
        let text = format!("not installed: {}", missing.join(", "));
        if process::in_ci() {
            return Err(text.into());
        }
        println!("{text}; compared with what is there");
    }
    Ok(engines)
}

fn first_line(program: &Path, option: &str) -> String {
    let output = process::program(program).arg(option).output().ok();
    let text = output
        .map(|output| [output.stdout, output.stderr].concat())
        .unwrap_or_default();
    String::from_utf8_lossy(&text)
        .lines()
        .next()
        .unwrap_or("")
        .to_owned()
}

/// The quickest CPython 3.11 of this machine, by its real executable.
fn quickest_python() -> Option<(PathBuf, String)> {
    let mut real: Vec<(PathBuf, String)> = candidates()
        .iter()
        .filter_map(|file| real_executable(file))
        .collect();
    real.sort();
    real.dedup();
    let timed = real
        .into_iter()
        .filter_map(|(file, about)| Some((spin(&file)?, file, about)));
    let (time, file, version) = timed.min_by(|left, right| left.0.total_cmp(&right.0))?;
    Some((
        file,
        format!(
            "{version}, the quickest build found ({:.0} ms for the sample)",
            time * 1e3
        ),
    ))
}

fn candidates() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["python3.11", "python3"]
        .iter()
        .flat_map(|name| process::every(name))
        .collect();
    found.extend(["/usr/bin/python3.11", "/usr/local/bin/python3.11"].map(PathBuf::from));
    let managed = std::env::var_os("PYENV_ROOT").map(PathBuf::from);
    let managed = managed.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".pyenv")));
    let versions = managed.and_then(|root| std::fs::read_dir(root.join("versions")).ok());
    found.extend(
        versions
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().join("bin/python3.11")),
    );
    found.retain(|file| file.is_file());
    found
}

/// Asks an interpreter or a shim which executable really runs; `None` unless that is CPython 3.11.
fn real_executable(file: &Path) -> Option<(PathBuf, String)> {
    const ASK: &str = "import platform, sys; print(sys.executable, platform.python_implementation(), platform.python_version(), sep='\\n')";
    let output = process::program(file).args(["-c", ASK]).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = text.lines();
    let (executable, implementation, version) = (lines.next()?, lines.next()?, lines.next()?);
    let is_it = implementation == "CPython" && version.starts_with("3.11.");
    is_it.then(|| {
        Path::new(executable)
            .canonicalize()
            .ok()
            .map(|real| (real, format!("{implementation} {version}")))
    })?
}

/// The best of three runs of a short sample.
fn spin(python: &Path) -> Option<f64> {
    const SAMPLE: &str = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(25)\ns = 0\nfor i in range(500000):\n    s += i % 7\n";
    let mut best = None;
    for _ in 0..3 {
        let mut command = process::program(python);
        let run = measure::run(command.args(["-c", SAMPLE]), "the sample", RUN_LIMIT).ok()?;
        best = Some(best.map_or(run.seconds, |best: f64| best.min(run.seconds)));
    }
    best
}
