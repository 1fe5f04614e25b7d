//! `seeds TARGET FOLDER`: writes a fuzz target's seeds as files.

use std::process::ExitCode;

fn write(name: &str, folder: &str) -> Result<usize, String> {
    let target = miniscript_fuzzing::target(name).ok_or(format!("there is no target {name}"))?;
    std::fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    let seeds = (target.seeds)();
    for (number, seed) in seeds.iter().enumerate() {
        let path = format!("{folder}/seed-{number:05}");
        std::fs::write(&path, seed).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(seeds.len())
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [name, folder] = words.as_slice() else {
        eprintln!("usage: seeds TARGET FOLDER");
        return ExitCode::from(2);
    };
    match write(name, folder) {
        Ok(count) => {
            println!("{count} seeds of {name}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
