//! `cargo xtask demo`: the whole product, seen at work and checked.
//!
//! Builds the executables, starts a loopback HTTP server of its own, compiles the C plugin and
//! runs the files of `examples/`. The steps and the answer each must give stand in [`steps`]; the
//! first wrong answer ends the demo. A missing C compiler is reported after the steps that do not
//! need one.

mod plugin;
mod server;
mod steps;

use std::path::Path;
use std::time::Duration;

use crate::cli::{Options, Outcome};
use crate::process::{self, Captured};
use plugin::Compiled;
use server::Server;
use steps::{Needs, Step};

/// No step computes for long; one that waits longer than this hangs.
const STEP_LIMIT: Duration = Duration::from_secs(60);

/// Reads the options and shows the demo.
///
/// # Errors
/// When something does not build, an answer is wrong, or there is no C compiler.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--profile"])?;
    show(parsed.value("--profile").unwrap_or("demo"))
}

/// Builds with a profile and goes through all steps.
///
/// # Errors
/// As [`run`].
pub(crate) fn show(profile: &str) -> Outcome {
    println!(
        "Building the executables and the Rust example (profile '{profile}'; a cold build takes some minutes)"
    );
    process::run(
        process::cargo()
            .args(["build", "--profile", profile])
            // Of the whole workspace, as the tests: see `process::build_tests`.
            .args(["--workspace", "--bin", "miniscript", "--bin", "joy"])
            .args(["--example", "two_tasks"]),
    )?;

    let server = Server::start()
        .map_err(|error| format!("cannot start the demo's own server on 127.0.0.1: {error}"))?;
    println!(
        "\nA server of the demo's own listens on {}\n",
        server.address()
    );

    let plugins = process::target_dir().join("demo-plugins");
    let compiled = plugin::compile("geometry", &plugins)?;
    if let Compiled::Done { command } = &compiled {
        println!("The C plugin is compiled\n  $ {command}\n");
    }
    let without_compiler = matches!(compiled, Compiled::NoCompiler { .. });

    let mut left_out = 0;
    for (index, step) in steps::STEPS.iter().enumerate() {
        println!("[{}/{}] {}", index + 1, steps::STEPS.len(), step.about);
        println!("  $ {}", step.shown());
        if step.needs == Needs::Plugin && without_compiler {
            println!("  left out: it needs the C plugin\n");
            left_out += 1;
            continue;
        }
        perform(step, profile, &plugins, &server)?;
    }
    match compiled {
        Compiled::Done { .. } => {
            println!(
                "All {} steps gave the answer they must give.",
                steps::STEPS.len()
            );
            Ok(())
        }
        Compiled::NoCompiler { name } => Err(plugin::advice(&name, left_out).into()),
    }
}

fn perform(step: &Step, profile: &str, plugins: &Path, server: &Server) -> Outcome {
    let executable = process::profile_dir(profile).join(process::executable(step.program()));
    let mut command = process::program(&executable);
    command
        .args(step.arguments(server.address()))
        .env("MINISCRIPT_PLUGIN_PATH", plugins);
    server.forget();
    let captured = process::capture(&mut command, STEP_LIMIT)
        .map_err(|error| process::cannot_start(&command, &error))?;
    for line in captured.stdout.lines().chain(captured.stderr.lines()) {
        println!("  | {line}");
    }
    if captured.timed_out {
        return Err(format!("{}: no end after {} s", step.shown(), STEP_LIMIT.as_secs()).into());
    }
    if let Some(text) = wrong(step, &captured, server.address()) {
        return Err(format!("{} gave another answer than it must\n{text}", step.shown()).into());
    }
    let seen = server.slow_answers();
    if step.at_once > 0 && seen.at_once < step.at_once {
        let text = format!(
            "expected {} requests waiting at once, the server saw {}",
            step.at_once, seen.at_once
        );
        return Err(format!("{}: {text}", step.shown()).into());
    }
    if step.at_once > 0 {
        println!(
            "  the server held {} requests at once, {} ms from the first to the last answer",
            seen.at_once,
            seen.span.as_millis()
        );
    }
    println!("  as expected ({} ms)\n", captured.elapsed.as_millis());
    Ok(())
}

/// What differs between an answer and the expected one, as a text to read; `None` if nothing does.
fn wrong(step: &Step, captured: &Captured, address: &str) -> Option<String> {
    let mut text = String::new();
    let stdout = captured.stdout.replace(address, "SERVER");
    // Tracebacks show whole paths, which differ from one clone to the next.
    let folder = format!("{}{}", process::root().display(), std::path::MAIN_SEPARATOR);
    let stderr = captured
        .stderr
        .replace(address, "SERVER")
        .replace(&folder, "");
    for (stream, expected, actual) in [
        ("stdout", step.stdout, &stdout),
        ("stderr", step.stderr, &stderr),
    ] {
        if expected != actual {
            text += &format!(
                "expected {stream}:\n{}actual {stream}:\n{}",
                indented(expected),
                indented(actual)
            );
        }
    }
    if captured.code != Some(step.code) {
        let actual = captured
            .code
            .map_or("none (ended by a signal)".to_owned(), |code| {
                code.to_string()
            });
        text += &format!(
            "expected exit code: {}\nactual exit code: {actual}\n",
            step.code
        );
    }
    (!text.is_empty()).then_some(text)
}

fn indented(text: &str) -> String {
    if text.is_empty() {
        return "  (nothing)\n".to_owned();
    }
    text.split_inclusive('\n')
        .map(|line| format!("  | {}\n", line.trim_end_matches('\n')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captured(stdout: &str, code: i32) -> Captured {
        let stdout = stdout.to_owned();
        Captured {
            stdout,
            stderr: String::new(),
            code: Some(code),
            timed_out: false,
            elapsed: Duration::ZERO,
        }
    }

    #[test]
    fn a_wrong_answer_shows_both() {
        let step = steps::STEPS
            .iter()
            .find(|step| step.file == "examples/hello.py")
            .expect("a step");
        assert_eq!(wrong(step, &captured(step.stdout, 0), "127.0.0.1:1"), None);
        let text = wrong(step, &captured("something else\n", 3), "127.0.0.1:1").expect("differs");
        assert!(
            text.contains("expected stdout:") && text.contains("  | something else"),
            "{text}"
        );
        assert!(
            text.contains("expected exit code: 0\nactual exit code: 3"),
            "{text}"
        );
    }

    #[test]
    fn the_address_is_not_part_of_the_answer() {
        let mut step = steps::STEPS[0];
        step.stdout = "from SERVER\n";
        assert_eq!(
            wrong(
                &step,
                &captured("from 127.0.0.1:4711\n", 0),
                "127.0.0.1:4711"
            ),
            None
        );
    }
}
