//! Writes the expected outcomes of `lang` from CPython 3.11, and from nothing else.

use std::fs;

use super::suite::in_parallel;
use super::{Exit, Language, Limits, Oracle, Outcome, Program, find, run};

/// What a blessing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blessed {
    /// Programs whose stored outcome was new or different, and is written.
    pub written: Vec<String>,
    /// Programs whose stored outcome was right already.
    pub unchanged: usize,
}

/// Writes the expected outcome of the `lang` programs whose name contains one of `filters` (all
/// without any), or with `new` only of those that have none yet.
///
/// Each program runs twice, with different seeds for hashes: an outcome that is not the same
/// twice, or holds an address, is refused, because no other implementation could agree with it.
///
/// # Errors
/// A sentence when there is no CPython 3.11, and one line for each program that is refused. The
/// outcomes of the others are written all the same.
pub fn bless(filters: &[String], new: bool) -> Result<Blessed, String> {
    let oracle = Oracle::find()?;
    let mut programs = find(Language::Lang, "")?;
    programs.retain(|program| {
        let named = filters.is_empty() || filters.iter().any(|part| program.name.contains(part));
        named && !(new && program.expectation().exists())
    });
    let results = in_parallel(&programs, |program| one(&oracle, program));
    let mut blessed = Blessed::default();
    let mut refused = Vec::new();
    for (program, result) in programs.iter().zip(results) {
        match result {
            Ok(true) => blessed.written.push(program.name.clone()),
            Ok(false) => blessed.unchanged += 1,
            Err(error) => refused.push(format!("{}: {error}", program.name)),
        }
    }
    match refused.is_empty() {
        true => Ok(blessed),
        false => Err(refused.join("\n")),
    }
}

/// Blesses one program; whether its file changed.
fn one(oracle: &Oracle, program: &Program) -> Result<bool, String> {
    let limits = Limits::default();
    let outcome = run(oracle.path(), program, limits, &[("PYTHONHASHSEED", "1")])?;
    let again = run(oracle.path(), program, limits, &[("PYTHONHASHSEED", "2")])?;
    if outcome != again {
        return Err("two runs differ".to_owned());
    }
    if !matches!(outcome.exit, Exit::Code(_)) {
        return Err(format!("it ended by {}", outcome.exit));
    }
    if [&outcome.stdout, &outcome.stderr]
        .iter()
        .any(|text| text.contains(" at 0x"))
    {
        return Err("its output holds an address".to_owned());
    }
    store(program, &outcome)
}

fn store(program: &Program, outcome: &Outcome) -> Result<bool, String> {
    let path = program.expectation();
    let text = outcome.to_string();
    if fs::read_to_string(&path).is_ok_and(|stored| stored == text) {
        return Ok(false);
    }
    fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(true)
}
