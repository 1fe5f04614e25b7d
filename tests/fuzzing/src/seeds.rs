//! What the targets begin with: made from the corpus, kept nowhere.

use crate::compiler;
use miniscript_tests::corpus::{Language, find};
use std::fs;

/// Longer programs are left out: small inputs are mutated to more effect.
const LONGEST: usize = 4_000;

/// The programs of the corpus.
pub(super) fn sources() -> Vec<Vec<u8>> {
    let programs = find(Language::Lang, "").unwrap_or_default();
    let texts = programs
        .iter()
        .filter_map(|program| fs::read(&program.path).ok());
    let mut texts: Vec<Vec<u8>> = texts.filter(|text| text.len() <= LONGEST).collect();
    // What a REPL reads, and what `eval` does.
    texts.push(b"\x01(a := 1, *b, **c) if x else [y for y in z]".to_vec());
    texts.push(b"\x02def f():\n  pass\n\n".to_vec());
    texts
}

/// The same as images.
pub(super) fn images() -> Vec<Vec<u8>> {
    let sources = sources();
    let small = sources.iter().filter(|source| source.len() < 2_000);
    small
        .filter_map(|source| compiler::image_of(source))
        .collect()
}

/// The texts in quotes of those programs whose path contains `part`, each behind one of `first`.
fn literals(part: &str, first: &[u8]) -> Vec<Vec<u8>> {
    let programs = find(Language::Lang, part).unwrap_or_default();
    let mut seeds = Vec::new();
    for program in programs {
        let Ok(text) = fs::read_to_string(&program.path) else {
            continue;
        };
        for line in text.lines() {
            let quoted = line.split(['"', '\'']).skip(1).step_by(2);
            for literal in quoted.filter(|literal| (2..60).contains(&literal.len())) {
                let byte = first.get(seeds.len() % first.len().max(1)).copied();
                let mut seed = vec![byte.unwrap_or(0)];
                seed.extend_from_slice(literal.as_bytes());
                seeds.push(seed);
            }
        }
    }
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Patterns with a text behind them.
pub(super) fn patterns() -> Vec<Vec<u8>> {
    let mut seeds = literals("re/", &[0, 1, 8, 32, 2]);
    for seed in &mut seeds {
        seed.extend_from_slice(b"\0abc aab 12 x-y foo@bar.com\n");
    }
    seeds
}

/// Format strings of all kinds.
pub(super) fn formats() -> Vec<Vec<u8>> {
    literals("format", &[0, 1, 2, 3, 4])
}

/// Texts for the other modules.
pub(super) fn data() -> Vec<Vec<u8>> {
    let mut seeds = literals("json", &[0]);
    seeds.extend(literals("struct", &[2]));
    seeds.extend(literals("float", &[1]));
    seeds.extend(literals("codecs", &[3]));
    seeds.extend(literals("base64", &[4]));
    seeds
}

/// Choices of the generator.
pub(super) fn choices() -> Vec<Vec<u8>> {
    (0..200)
        .map(|seed| miniscript_progen::bytes_of(seed, 300))
        .collect()
}
