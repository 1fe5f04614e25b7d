//! Runs the corpus on a Cortex-M4 in QEMU: `device FIRMWARE [FILTER]`, started by `cargo xtask
//! qemu`.
//!
//! One boot per program. The programs and what they must do are those of every other run; those
//! that need what the board has not (files, an environment, more memory) are in
//! `tests/device/left_out.txt`, a reason each. For each program the tool starts itself, with the
//! firmware's path in a variable, and becomes the emulator with that program's command line.

#![forbid(unsafe_code)]

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use miniscript_tests::corpus::{KnownFailures, Language, Limits, Suite};

/// Names the firmware to what is started for one program.
const FIRMWARE: &str = "MINISCRIPT_FIRMWARE";
/// Fewer programs than these prove too little.
const LEAST: usize = 50;
/// QEMU's speed is a fraction of the machine's, which others may use as well.
const SECONDS: u64 = 120;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match std::env::var(FIRMWARE) {
        Ok(firmware) => boot(&firmware, &words),
        Err(_) => suite(&words),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

/// Runs all programs that are not left out.
fn suite(words: &[String]) -> Result<ExitCode, String> {
    let (firmware, filter) = match words {
        [firmware] => (firmware, ""),
        [firmware, filter] => (firmware, filter.as_str()),
        _ => return Err("device FIRMWARE [FILTER]".to_owned()),
    };
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("device/left_out.txt");
    let list = std::fs::read_to_string(&list)
        .map_err(|error| format!("cannot read {}: {error}", list.display()))?;
    let this = std::env::current_exe().map_err(|error| format!("no path of this: {error}"))?;
    let report = Suite::new(Language::Lang)
        .title("lang on a Cortex-M4")
        .executable(&this)
        .filter(filter)
        .without(left_out(&list)?)
        .known_failures(KnownFailures::load(Language::Lang)?)
        .limits(Limits {
            time: Duration::from_secs(SECONDS),
            ..Limits::default()
        })
        .env(FIRMWARE, firmware)
        .run()?;
    print!("{report}");
    let enough = !filter.is_empty() || report.passed.len() >= LEAST;
    if !enough {
        return Err(format!("only {} programs passed", report.passed.len()));
    }
    Ok(match report.is_success() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// The names of a list of lines `NAME REASON`; `#` begins a remark.
fn left_out(list: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for line in list.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(' ') {
            Some((name, _)) => names.push(name.to_owned()),
            None => return Err(format!("'{line}' is left out for no reason")),
        }
    }
    Ok(names)
}

/// Becomes the emulator.
fn boot(firmware: &str, words: &[String]) -> Result<ExitCode, String> {
    let mut config = "enable=on,target=native,arg=device".to_owned();
    for word in words {
        config += ",arg=";
        config += &encoded(word);
    }
    let mut command = Command::new("qemu-system-arm");
    command
        .args(["-M", "mps2-an386", "-display", "none", "-monitor", "none"])
        .args(["-serial", "none", "-kernel", firmware])
        .args(["-semihosting-config", &config]);
    replace(&mut command)
}

/// A word of the command line as the firmware reads it: blanks and commas mean something else.
fn encoded(word: &str) -> String {
    let mut text = String::new();
    for byte in word.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                text.push(char::from(byte));
            }
            other => text += &format!("%{other:02X}"),
        }
    }
    text
}

/// A process that is ended when it takes too long must be the emulator itself.
#[cfg(unix)]
fn replace(command: &mut Command) -> Result<ExitCode, String> {
    use std::os::unix::process::CommandExt;
    Err(format!("cannot start QEMU: {}", command.exec()))
}

#[cfg(not(unix))]
fn replace(command: &mut Command) -> Result<ExitCode, String> {
    let status = command
        .status()
        .map_err(|error| format!("cannot start QEMU: {error}"))?;
    Ok(ExitCode::from(status.code().unwrap_or(1) as u8))
}
