//! `cargo xtask codegen unicodedata`: writes the data of the standard module `unicodedata`.
//!
//! The source is CPython 3.11 itself, as for the tables of `unicode`; `aliases.txt` beside
//! this file lists the names that a character has besides its own, and those of sequences,
//! which CPython finds but does not list.

use std::path::Path;
use std::process::Command;

/// Runs `ucd.py`, which writes the file.
pub(crate) fn run() -> Result<(), String> {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = xtask.join("src/codegen");
    let output = Command::new("python3")
        .arg(folder.join("ucd.py"))
        .arg(folder.join("aliases.txt"))
        .arg(xtask.join("../crates/stdlib/src/unicode/unicode14.bin"))
        .output()
        .map_err(|error| format!("python3: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    print!("unicodedata: {}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}
