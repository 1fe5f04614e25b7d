//! The engines that are compared: where they are, and one measured run.
//!
//! CPython is called by its real executable (a version manager's shim costs tens of milliseconds),
//! and of several 3.11 builds the quickest is taken. In CI every engine must be there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::RUN_LIMIT;
use crate::cli::Failure;
use crate::process;

/// One engine.
pub(super) struct Engine {
    pub(super) name: &'static str,
    /// Where it is and which build, for the report's head.
    pub(super) about: String,
    program: PathBuf,
    arguments: &'static [&'static str],
    file: &'static str,
}

/// A time, what was printed, and the peak of resident memory in KiB where it could be measured.
type Measured = (Duration, String, Option<u64>);

impl Engine {
    /// Whether the program is written for this engine's language.
    pub(super) fn has(&self, name: &str) -> bool {
        process::root()
            .join("bench/programs")
            .join(name)
            .join(self.file)
            .is_file()
    }

    /// Runs a program and takes the time; nothing stands between it and its engine.
    ///
    /// # Errors
    /// When it cannot be started or fails.
    pub(super) fn time(
        &self,
        name: &str,
        size: Option<&str>,
    ) -> Result<(Duration, String), Failure> {
        let mut command = process::program(&self.program);
        self.finish(&mut command, name, size);
        self.run(&mut command, name)
    }

    /// Runs a program under GNU time, where it is installed, for the peak of memory.
    ///
    /// # Errors
    /// As [`Engine::time`].
    pub(super) fn measure(&self, name: &str, size: Option<&str>) -> Result<Measured, Failure> {
        let wrapper = Path::new("/usr/bin/time");
        if !wrapper.is_file() {
            let (time, printed) = self.time(name, size)?;
            return Ok((time, printed, None));
        }
        let note = process::target_dir().join("bench-memory.txt");
        let mut command = process::program(wrapper);
        command
            .args(["-f", "%M", "-o"])
            .arg(&note)
            .arg(&self.program);
        self.finish(&mut command, name, size);
        let (time, printed) = self.run(&mut command, name)?;
        let memory = std::fs::read_to_string(&note)
            .ok()
            .and_then(|text| text.trim().parse().ok());
        Ok((time, printed, memory))
    }

    fn finish(&self, command: &mut Command, name: &str, size: Option<&str>) {
        command
            .args(self.arguments)
            .arg(format!("bench/programs/{name}/{}", self.file))
            .args(size);
    }

    fn run(&self, command: &mut Command, name: &str) -> Result<(Duration, String), Failure> {
        let start = Instant::now();
        let captured = process::capture(command, RUN_LIMIT)
            .map_err(|error| process::cannot_start(command, &error))?;
        let elapsed = start.elapsed().min(captured.elapsed);
        if captured.code != Some(0) {
            let end = if captured.timed_out {
                "no end in time".to_owned()
            } else {
                format!("exit {:?}", captured.code)
            };
            return Err(format!("{name} under {}: {end}\n{}", self.name, captured.stderr).into());
        }
        Ok((elapsed, captured.stdout.trim().to_owned()))
    }
}

/// Builds this project's engine with a profile and finds the others.
///
/// # Errors
/// When it does not build, or an engine is missing in CI.
pub(super) fn all(profile: &str) -> Result<Vec<Engine>, Failure> {
    process::run(process::cargo().args([
        "build",
        "--profile",
        profile,
        "--workspace",
        "--bin",
        "miniscript",
    ]))?;
    let program = process::profile_dir(profile).join(process::executable("miniscript"));
    let about = format!("profile {profile}");
    let mut engines = vec![Engine {
        name: "miniscript",
        about,
        program,
        arguments: &[],
        file: "main.py",
    }];
    let mut missing = Vec::new();
    match quickest_python() {
        Some((program, about)) => {
            engines.push(Engine {
                name: "CPython 3.11",
                about,
                program,
                arguments: &["-B"],
                file: "main.py",
            });
        }
        None => missing.push("CPython 3.11 (python3.11)"),
    }
    for (name, command, arguments, advice) in [
        ("Lua 5.4", "lua5.4", &[][..], "Lua 5.4 (lua5.4)"),
        ("LuaJIT -joff", "luajit", &["-joff"][..], "LuaJIT (luajit)"),
    ] {
        match process::which(command) {
            Some(program) => engines.push(Engine {
                name,
                about: first_line(&program, "-v"),
                program,
                arguments,
                file: "main.lua",
            }),
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
    let (time, file, version) = timed.min_by_key(|(time, ..)| *time)?;
    Some((
        file,
        format!(
            "{version}, the quickest build found ({:.0} ms for the sample)",
            time.as_secs_f64() * 1e3
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
fn spin(python: &Path) -> Option<Duration> {
    const SAMPLE: &str = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(25)\ns = 0\nfor i in range(500000):\n    s += i % 7\n";
    let mut best = None;
    for _ in 0..3 {
        let mut command = process::program(python);
        let captured = process::capture(command.args(["-c", SAMPLE]), RUN_LIMIT).ok()?;
        if captured.code != Some(0) {
            return None;
        }
        best = Some(best.map_or(captured.elapsed, |best: Duration| {
            best.min(captured.elapsed)
        }));
    }
    best
}
