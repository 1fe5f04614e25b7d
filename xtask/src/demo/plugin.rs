//! Compiles the example plugin with the machine's C compiler (`CC`, else `cc`).

use std::path::Path;
use std::process::Command;

use crate::cli::Failure;
use crate::process;

/// What came of the attempt.
pub(crate) enum Compiled {
    /// The library lies in the folder; this command made it.
    Done { command: String },
    /// There is no compiler of this name.
    NoCompiler { name: String },
}

/// Compiles `examples/plugins/NAME.c` into `folder`.
///
/// # Errors
/// When the compiler refuses the source.
pub(crate) fn compile(name: &str, folder: &Path) -> Result<Compiled, Failure> {
    let compiler = std::env::var("CC")
        .ok()
        .filter(|cc| !cc.trim().is_empty())
        .unwrap_or_else(|| "cc".to_owned());
    compile_with(&compiler, name, folder)
}

fn compile_with(compiler: &str, name: &str, folder: &Path) -> Result<Compiled, Failure> {
    std::fs::create_dir_all(folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let library = folder.join(format!("{name}{}", std::env::consts::DLL_SUFFIX));
    // A library left by an earlier run must not stand in for a compiler that is gone. It is
    // removed, not overwritten: a process that has it mapped would die.
    match std::fs::remove_file(&library) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(format!("cannot remove the old {}: {error}", library.display()).into());
        }
        _ => {}
    }
    let mut command = command(compiler, std::env::consts::OS, name, &library);
    match command.output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Compiled::NoCompiler {
            name: compiler.to_owned(),
        }),
        Err(error) => Err(process::cannot_start(&command, &error)),
        Ok(output) if output.status.success() => Ok(Compiled::Done {
            command: process::shown(&command),
        }),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            Err(format!("`{}` failed\n{said}", process::shown(&command)).into())
        }
    }
}

/// `CC` may hold a launcher or options: `ccache gcc -m64`.
fn command(compiler: &str, system: &str, name: &str, library: &Path) -> Command {
    let mut words = compiler.split_whitespace();
    let mut command = process::program(words.next().unwrap_or("cc"));
    command
        .args(words)
        .args(["-shared", "-O2", "-I", "include"]);
    match system {
        "windows" => {}
        "macos" => {
            command.args(["-fPIC", "-undefined", "dynamic_lookup"]);
        }
        _ => {
            command.arg("-fPIC");
        }
    }
    command
        .arg(format!("examples/plugins/{name}.c"))
        .arg("-o")
        .arg(library);
    if system != "windows" {
        command.arg("-lm");
    }
    command
}

/// What to install, and what was left out for want of it.
pub(crate) fn advice(compiler: &str, left_out: usize) -> String {
    format!(
        "there is no C compiler '{compiler}', so {left_out} steps with the C plugin were left out; all others are right.\n\
         Install one and run the demo again (or name one in CC):\n\
         \x20 Debian, Ubuntu  apt-get install gcc libc6-dev\n\
         \x20 Fedora          dnf install gcc\n\
         \x20 Alpine          apk add gcc musl-dev\n\
         \x20 macOS           xcode-select --install\n\
         \x20 Windows         https://www.msys2.org (package mingw-w64-x86_64-gcc)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiler_may_carry_options() {
        let made = command(
            "ccache gcc -m64",
            "linux",
            "geometry",
            Path::new("out/geometry.so"),
        );
        let shown = process::shown(&made);
        let expected = "ccache gcc -m64 -shared -O2 -I include -fPIC examples/plugins/geometry.c -o out/geometry.so -lm";
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_missing_compiler_is_told_from_a_wrong_source() {
        let folder = std::env::temp_dir().join(format!("xtask-plugin-{}", std::process::id()));
        let outcome = compile_with("/nonexistent", "geometry", &folder);
        assert!(matches!(outcome, Ok(Compiled::NoCompiler { .. })));
        assert!(advice("/nonexistent", 2).contains("apt-get install gcc"));
        std::fs::remove_dir_all(&folder).expect("the folder was made");
    }

    #[test]
    fn macos_resolves_host_functions_at_load() {
        let made = command("cc", "macos", "geometry", Path::new("out/geometry.dylib"));
        assert!(process::shown(&made).contains("-undefined dynamic_lookup"));
    }
}
