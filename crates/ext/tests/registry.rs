//! The limits and names of the registries.

use miniscript_ext::*;
use miniscript_tests::machine::Machine;
use proptest::prelude::*;

fn full(name: &str, functions: usize) -> Module {
    (0..functions).fold(Module::new(name), |module, at| {
        module.function(&format!("f{at}"), move || at)
    })
}

#[test]
fn the_33rd_module_is_refused_and_leaves_nothing_behind() {
    let mut m = Machine::new();
    for at in 0..MODULES {
        m.vm.register(full(&format!("m{at}"), 1).build()).unwrap();
    }
    let refusal = m.vm.register(full("last", 1).build()).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "cannot register module 'last': a VM holds at most 32 extension modules"
    );
    m.check_error("import last", "ModuleNotFoundError: No module named 'last'");
    m.check("import m0, m31\nprint(m0.f0(), m31.f0())", "0 0");
}

#[test]
fn the_65th_function_is_refused() {
    let mut m = Machine::with(full("m", FUNCTIONS_PER_MODULE));
    m.check("import m\nprint(m.f0(), m.f63())", "0 63");
    let refusal = m.vm.register(full("n", 65).build()).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "cannot add function 'f64' to module 'n': a module holds at most 64 functions"
    );
    m.check_error("import n", "ModuleNotFoundError: No module named 'n'");
}

#[test]
fn signatures_that_do_not_fit_are_refused() {
    let mut m = Machine::new();
    for (module, expected) in [
        (
            Module::new("m").function("f(a)", |_: i64, _: i64| ()),
            "cannot add function 'f' to module 'm': its signature (a) names 1 parameters, its code has 2",
        ),
        (
            Module::new("m").function("f(a, *rest)", |_: i64| ()),
            "cannot add function 'f' to module 'm': *args and **kwargs in its signature (a, *rest) must stand for `Rest` and `Kwargs` in its code",
        ),
        (
            Module::new("m").function("f(a=[])", |_: i64| ()),
            "cannot add function 'f' to module 'm': the default [] of parameter 'a' is no number, string, bool or None",
        ),
    ] {
        assert_eq!(
            m.vm.register(module.build()).unwrap_err().to_string(),
            expected
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// However many modules and functions are tried: all within the limits work, and
    /// the first beyond is the one that is named.
    #[test]
    fn limits_name_their_culprit(modules in 1usize..40, functions in 0usize..80) {
        let mut m = Machine::new();
        let mut registered = 0;
        for at in 0..modules {
            match m.vm.register(full(&format!("m{at}"), functions).build()) {
                Ok(()) => registered += 1,
                Err(Refusal::TooManyFunctions { module, function }) => {
                    prop_assert!(functions > FUNCTIONS_PER_MODULE);
                    prop_assert_eq!(module, format!("m{at}"));
                    prop_assert_eq!(function, "f64");
                }
                Err(Refusal::TooManyModules { module }) => {
                    prop_assert_eq!(registered, MODULES);
                    prop_assert_eq!(module, format!("m{at}"));
                }
                Err(other) => return Err(TestCaseError::fail(other.to_string())),
            }
        }
        let fit = if functions > FUNCTIONS_PER_MODULE { 0 } else { modules.min(MODULES) };
        prop_assert_eq!(registered, fit);
    }

    /// Any text as a name: refused by an error that shows it, or importable.
    #[test]
    fn names_are_names(name in "\\PC{0,6}|[a-z_][a-z0-9_]{0,5}|[a-z]\0[a-z]") {
        let mut m = Machine::new();
        let called = Module::new(&*name).build();
        match m.vm.register(called) {
            Ok(()) => {
                // A keyword is a name that cannot be imported.
                let _ = m.run(&format!("import {name}"));
            }
            Err(refusal) => {
                let invalid = matches!(refusal, Refusal::InvalidName { .. });
                prop_assert!(invalid, "{}", refusal);
            }
        }
        let function = Module::new("another_module").function(&name, || ()).build();
        let refused = m.vm.register(function).is_err();
        let is_name = !name.is_empty()
            && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
            && !name.starts_with(|c: char| c.is_ascii_digit());
        prop_assert!(!(is_name && refused), "{:?}", name);
    }
}

#[test]
fn duplicates_are_refused() {
    let mut m = Machine::with(Module::new("m"));
    assert_eq!(
        m.vm.register(Module::new("m").build())
            .unwrap_err()
            .to_string(),
        "cannot register module 'm': a module of that name is there already"
    );
    let twice = Module::new("n").function("f", || 1).function("f", || 2);
    assert_eq!(
        m.vm.register(twice.build()).unwrap_err().to_string(),
        "cannot add function 'f' to module 'n': it has one of that name already"
    );
}

#[test]
fn a_module_whose_start_fails_is_not_kept() {
    let mut m = Machine::with(
        Module::new("m")
            .init(|cx, _| Err(cx.raise_kind(Exception::OSError, format_args!("no device")))),
    );
    m.check(
        "for i in range(2):\n  try: import m\n  except OSError as e: print(e)",
        "no device\nno device",
    );
}
