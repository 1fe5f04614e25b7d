//! A module that the host registers comes before files, and after the standard modules.

use miniscript_runtime::{Module, Vm};

#[test]
fn registered_modules_come_before_files() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("imports");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    for name in ["ours", "theirs"] {
        let text = format!("def whose(): return '{name}.py'\n");
        std::fs::write(folder.join(format!("{name}.py")), text).expect("as above");
    }
    let mut vm = Vm::builder()
        .folder(&folder)
        .module(Module::new("ours").function("whose", || "registered"))
        .build()
        .expect("a VM");
    vm.run_source("import ours, theirs, sys", "test.py")
        .expect("all are there");
    let whose: String = vm
        .eval("ours.whose() + ', ' + theirs.whose()", ())
        .expect("a str");
    assert_eq!(whose, "registered, theirs.py");
}
