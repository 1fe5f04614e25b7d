//! Every fuzz target takes some of its seeds, whole and damaged, as a fuzzer would give them.

use miniscript_fuzzing::{TARGETS, Target};
use miniscript_progen::bytes_of;

/// Seeds of each target.
const SEEDS: usize = 12;

fn replay(target: &Target) {
    let seeds = (target.seeds)();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    let step = seeds.len().div_ceil(SEEDS);
    for (number, seed) in seeds.iter().step_by(step).enumerate() {
        (target.run)(seed);
        let noise = bytes_of(number as u64, 8);
        let mut damaged = seed.clone();
        for pair in noise.chunks_exact(2) {
            let at = usize::from(pair[0]) * damaged.len() / 256;
            if let Some(byte) = damaged.get_mut(at) {
                *byte = pair[1];
            }
        }
        (target.run)(&damaged);
        (target.run)(seed.get(..seed.len() / 2).unwrap_or_default());
    }
    (target.run)(&[]);
}

#[test]
fn every_target_takes_its_seeds() {
    for target in TARGETS {
        replay(target);
    }
}
