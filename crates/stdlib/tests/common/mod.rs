//! A VM with the standard modules.

use miniscript_stdlib::Settings;
use miniscript_tests::machine::Machine;
use std::sync::Arc;

/// Two arguments, and a `sys.stderr` that is told from the output by a mark.
pub(crate) fn machine() -> Machine {
    let mut machine = Machine::new();
    let errors = machine.printed.clone();
    let settings = Settings {
        argv: vec!["test.py".into(), "one".into()],
        stderr: Some(Arc::new(move |bytes: &[u8]| {
            errors.push(&[b"err:", bytes].concat());
        })),
        ..Settings::default()
    };
    miniscript_stdlib::install(&mut machine.vm, &settings);
    machine
}
