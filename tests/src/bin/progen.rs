//! `progen [--count N] [--seed S] [--show]`: runs the generated programs of N seeds from S on under
//! CPython 3.11 and under the engine (1000 from 0 unless told), and shows what differs; with
//! `--show` it only prints the program of the seed.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use miniscript_progen::Program;
use miniscript_tests::corpus::{Language, Oracle, locate};
use miniscript_tests::generated::Pair;

fn number(words: &[String], option: &str, default: u64) -> Result<u64, String> {
    let Some(at) = words.iter().position(|word| word == option) else {
        return Ok(default);
    };
    let value = words.get(at + 1).and_then(|word| word.parse().ok());
    value.ok_or_else(|| format!("{option} needs a number"))
}

fn run(words: &[String]) -> Result<bool, String> {
    let seed = number(words, "--seed", 0)?;
    let count = number(words, "--count", 1_000)?;
    if words.iter().any(|word| word == "--show") {
        print!("{}", Program::from_seed(seed).text);
        return Ok(true);
    }
    let oracle = Oracle::find()?;
    let pair = Pair::new(oracle.path(), &locate(Language::Lang)?)?;
    let differences = pair.compare(seed..seed.saturating_add(count))?;
    for difference in &differences {
        println!("seed {}\n{}\n", difference.seed, difference.report);
    }
    println!("{count} programs, {} differ", differences.len());
    Ok(differences.is_empty())
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
