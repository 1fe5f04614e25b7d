//! A panic in a native is an exception; the VM goes on.

use crate::support::{builder, describe, run, show, started};
use miniscript_runtime::Limits;
use miniscript_runtime::ext::{Callable, Context, Res};

fn after<'f>(cx: &mut Context<'f>, function: Callable<'f>) -> Res<'f> {
    function.call(cx, ())?;
    panic!("after a callback")
}

#[test]
fn a_panic_in_a_native_becomes_an_exception() {
    let module = miniscript_runtime::ext::Module::new("faulty")
        .function("index", |at: usize| [1, 2, 3][at])
        .function("after", after)
        .function("later", |x: i64| {
            miniscript_runtime::ext::pending(async move {
                assert_ne!(x, 1, "in a future");
                x
            })
        });
    let (builder, _) = builder(Limits::default());
    let mut vm = started(builder.module(module));
    run(
        &mut vm,
        "import faulty\n\
         def told(f, *args):\n    try: return f(*args)\n    except Exception as error: return type(error).__name__, str(error)\n",
    );
    assert_eq!(show(&mut vm, "told(faulty.index, 1)"), "2");
    for (call, text) in [
        ("told(faulty.index, 7)", "index out of bounds"),
        ("told(faulty.after, lambda: 1)", "after a callback"),
        ("told(faulty.later, 1)", "in a future"),
        (
            "told(sorted, [1, 2], 3) if 0 else told(faulty.after, lambda: host.nap(1))",
            "after a callback",
        ),
    ] {
        for _ in 0..100 {
            let told = show(&mut vm, call);
            assert!(
                told.contains("RuntimeError") && told.contains(text),
                "{told}"
            );
        }
    }
    let error = vm
        .run_source("faulty.index(9)", "promise.py")
        .expect_err("a panic");
    println!("{}", describe(&error));
    assert_eq!(show(&mut vm, "sorted([3, 1, 2])"), "[1, 2, 3]");
}
