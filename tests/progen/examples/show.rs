//! `show SEED [COUNT FOLDER]`: prints the program of a seed, or writes those of many into a folder.

use miniscript_progen::Program;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok());
    let first = number(0).unwrap_or(0);
    let (Some(count), Some(folder)) = (number(1), words.get(2)) else {
        print!("{}", Program::from_seed(first).body());
        return Ok(());
    };
    for seed in first..first.saturating_add(count) {
        std::fs::write(
            format!("{folder}/p{seed}.py"),
            Program::from_seed(seed).text,
        )?;
    }
    Ok(())
}
