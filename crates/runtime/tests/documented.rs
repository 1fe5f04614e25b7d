//! Every public function, method and type has a docstring, as under CPython 3.11: a script walks
//! them all (`documented.py`, with the list of what CPython leaves without one).
#![cfg(all(
    feature = "language",
    feature = "docs",
    feature = "asyncio",
    feature = "os"
))]

use miniscript_runtime::Vm;

#[test]
fn all_that_is_public_is_documented() {
    let mut vm = Vm::builder().build().expect("a VM");
    vm.run_source(include_str!("documented.py"), "documented.py")
        .expect("the walk");
    let report: String = vm.eval("report", ()).expect("a str");
    assert_eq!(report, "", "\n{report}");
    let count: i64 = vm.eval("count", ()).expect("an int");
    let modules: i64 = vm.eval("modules", ()).expect("an int");
    assert!(count > 2500 && modules > 50, "{count} in {modules} modules");
}
