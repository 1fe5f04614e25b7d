//! Compiles plugins with the machine's C compiler (`CC`, else `cc`).

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A source and how to compile it.
pub(crate) struct Plugin<'a> {
    /// The library's file name without its suffix; each test has its own folder.
    pub(crate) name: &'a str,
    /// The text, in the language that the options name (C11 if none does).
    pub(crate) source: &'a str,
    /// Options besides `-shared -fPIC`.
    pub(crate) options: &'a [&'a str],
    /// Where `joy/plugin.h` lies.
    pub(crate) include: PathBuf,
}

/// The header that we ship.
pub(crate) fn our_include() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../include")
}

/// A new folder for one test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    // Removed, not overwritten: a library that a process has mapped must not change.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Compiles into `folder`; `None`, with a line that counts it, without a compiler.
pub(crate) fn compile(folder: &Path, plugin: &Plugin<'_>) -> Option<PathBuf> {
    let library = folder.join(format!("{}{}", plugin.name, std::env::consts::DLL_SUFFIX));
    let compiler = std::env::var("CC").unwrap_or_default();
    let mut words = compiler.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("cc"));
    command.args(words).args(["-shared", "-fPIC"]);
    if !plugin.options.contains(&"-x") {
        command.args(["-x", "c", "-std=c11"]);
    }
    // What is linked stands behind what needs it.
    let (libraries, options): (Vec<&str>, Vec<&str>) = plugin
        .options
        .iter()
        .partition(|option| option.starts_with("-l"));
    let child = command
        .args(options)
        .args(["-Wall", "-Wextra", "-Werror"])
        .arg("-I")
        .arg(&plugin.include)
        .arg("-")
        .arg("-o")
        .arg(&library)
        .args(libraries)
        .arg("-lm")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            skip(plugin.name, &format!("no C compiler: {error}"));
            return None;
        }
    };
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(plugin.source.as_bytes())
        .expect("the compiler reads its input");
    let output = child.wait_with_output().expect("the compiler ends");
    assert!(
        output.status.success(),
        "{} does not compile:\n{}",
        plugin.name,
        String::from_utf8_lossy(&output.stderr)
    );
    Some(library)
}

/// Compiles a source of ours against our header.
pub(crate) fn ours(folder: &Path, name: &str, source: &str) -> Option<PathBuf> {
    let include = our_include();
    compile(
        folder,
        &Plugin {
            name,
            source,
            options: &[],
            include,
        },
    )
}

/// Tells that a check was left out; where `CI` is set, nothing may be.
pub(crate) fn skip(check: &str, reason: &str) {
    assert!(
        std::env::var_os("CI").is_none(),
        "{check} cannot be skipped where CI is set: {reason}"
    );
    // The harness does not capture this: `cargo xtask test` counts these lines.
    let _ = writeln!(std::io::stderr().lock(), "skipped: {check}: {reason}");
}
