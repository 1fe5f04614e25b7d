//! Compiles the standard modules that are written in the language (`py/`) to images, which
//! `src/frozen.rs` embeds.
//!
//! Images hold no columns: the texts are not in the executable, so tracebacks show their lines'
//! numbers only. They are the same for every target.

use miniscript_core::compile::image::Detail;
use miniscript_core::compile::{Options, compile};
use miniscript_core::syntax::Mode;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=py");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    folder(Path::new("py"), &out, "")
}

/// Compiles what is in a folder, whose modules' names begin with `prefix`.
fn folder(from: &Path, to: &Path, prefix: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_dir() {
            folder(&path, &to.join(name), &format!("{prefix}{name}."))?;
        } else if let Some(stem) = name.strip_suffix(".py") {
            let module = match stem {
                "__init__" => prefix.trim_end_matches('.').to_owned(),
                _ => format!("{prefix}{stem}"),
            };
            let image = image(&path, &module)?;
            fs::write(to.join(format!("{name}.msb")), image)?;
        }
    }
    Ok(())
}

fn image(path: &Path, module: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let source = fs::read(path)?;
    let filename = format!("<frozen {module}>");
    let chunk = compile(&source, &filename, Mode::Module, &Options::default())
        .map_err(|error| format!("{}: {} at {:?}", path.display(), error.message, error.span))?;
    Ok(chunk.to_bytes(Detail::Lines)?)
}
