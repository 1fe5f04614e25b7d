//! What this program exports is what the header declares.

use crate::compile;

/// The functions of the host that the header declares for ELF and Mach-O.
fn declared() -> Vec<String> {
    let path = compile::our_include().join("joy/plugin.h");
    let header = std::fs::read_to_string(path).expect("the header is there");
    let (_, section) = header
        .split_once("#if !defined(_WIN32)\n")
        .expect("the section begins");
    let (section, _) = section.split_once("#else").expect("the section ends");
    section
        .lines()
        .filter_map(|line| line.split_once("(JoyEnv* env"))
        .filter_map(|(before, _)| before.split_whitespace().last())
        .map(str::to_owned)
        .collect()
}

#[cfg(unix)]
#[test]
fn every_declared_function_is_exported() {
    // A plugin refers to them; so does this, through the loader.
    let loader = miniscript_loader::Loader::default();
    assert!(loader.plugins().is_empty());
    let declared = declared();
    assert_eq!(declared.len(), 18, "{declared:?}");
    let program = libloading::os::unix::Library::this();
    for name in declared {
        // SAFETY: the symbol is looked up, not used.
        let found = unsafe { program.get::<unsafe extern "C" fn()>(name.as_bytes()) };
        assert!(found.is_ok(), "{name} is not exported");
    }
}
