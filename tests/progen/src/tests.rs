//! What always holds of generated programs; that they run is tested with the interpreters.

use crate::{Program, bytes_of, shrink};

#[test]
fn the_same_bytes_make_the_same_program() {
    for seed in 0..50 {
        let (a, b) = (Program::from_seed(seed), Program::from_seed(seed));
        assert_eq!(a.text, b.text);
    }
}

#[test]
fn no_bytes_make_the_smallest_program() {
    let program = Program::from_bytes(&[]);
    assert!(program.body().lines().count() < 10, "{}", program.body());
    assert_eq!(program.used, 0);
}

#[test]
fn a_statement_is_dropped_with_its_bytes() {
    let bytes = bytes_of(3, 400);
    let wanted = |program: &Program| program.body().contains("while ");
    let mut seed = 0;
    let bytes = loop {
        let candidate = bytes_of(seed, bytes.len());
        if wanted(&Program::from_bytes(&candidate)) {
            break candidate;
        }
        seed += 1;
    };
    let small = shrink(&bytes, 2_000, &mut |program| wanted(program));
    let program = Program::from_bytes(&small);
    assert!(wanted(&program));
    assert!(program.body().lines().count() < 25, "{}", program.body());
}
