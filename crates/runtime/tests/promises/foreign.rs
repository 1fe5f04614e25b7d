//! A task parked beneath a C function that a Rust native has called: it is cancelled by
//! an ordinary error that passes through C's frame, and so it ends when the VM is dropped.

use crate::support::{builder, kind, run, show, skip, spawn, started};
use miniscript_runtime::ext::{Callable, Context, Local, Res};
use miniscript_runtime::{Limits, Vm};
use std::ffi::c_void;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

/// Calls back between two halves of its own work; what it has on its stack must be
/// there afterwards.
const SOURCE: &str = "
typedef int (*callback)(void *);
int through_c(callback f, void *data, int *entered, int *left)
{
    volatile int kept[64];
    int i, sum = 0, answer;
    for (i = 0; i < 64; i++) kept[i] = i;
    ++*entered;
    answer = f(data);
    for (i = 0; i < 64; i++) sum += kept[i];
    ++*left;
    return sum == 2016 ? answer : -1;
}
";

type Callback = extern "C" fn(*mut c_void) -> i32;
type Through = unsafe extern "C" fn(Callback, *mut c_void, *mut i32, *mut i32) -> i32;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// Compiles and loads the C function, once; `None`: there is no compiler.
fn through() -> Option<Through> {
    static LOADED: OnceLock<Option<(libloading::Library, Through)>> = OnceLock::new();
    let loaded = LOADED.get_or_init(|| {
        let (source, object) = (folder().join("through.c"), folder().join("through.so"));
        std::fs::write(&source, SOURCE).expect("a file in the target folder");
        let compiler = std::env::var("CC").unwrap_or_else(|_| String::from("cc"));
        let compiled = Command::new(&compiler)
            .args(["-O1", "-shared", "-fPIC", "-o"])
            .args([&object, &source])
            .status();
        match compiled {
            Ok(status) => assert!(status.success(), "{compiler} fails"),
            Err(error) => {
                skip("tasks parked beneath C", &format!("{compiler}: {error}"));
                return None;
            }
        }
        // SAFETY: the library was just compiled from the source above; it has no
        // initialisers, the symbol has this type, and the library stays loaded.
        unsafe {
            let library = libloading::Library::new(&object).expect("the library");
            let function = *library.get::<Through>(b"through_c").expect("the symbol");
            Some((library, function))
        }
    });
    loaded.as_ref().map(|(_, function)| *function)
}

static ENTERED: AtomicI64 = AtomicI64::new(0);
static LEFT: AtomicI64 = AtomicI64::new(0);

/// What the callback needs: it calls the script, C sees a number.
struct Call<'a, 'f> {
    cx: &'a mut Context<'f>,
    function: Callable<'f>,
    result: Option<Res<'f>>,
}

extern "C" fn call_back(data: *mut c_void) -> i32 {
    // SAFETY: `beneath_c` passes its own `Call`, which nobody else uses meanwhile. Its
    // lifetimes end after the call.
    let call = unsafe { &mut *data.cast::<Call<'_, '_>>() };
    let result = call.function.call(call.cx, ());
    let answer = i32::from(result.is_ok());
    call.result = Some(result);
    answer
}

fn beneath_c<'f>(cx: &mut Context<'f>, function: Callable<'f>) -> Res<'f> {
    let Some(through) = through() else {
        return Ok(Local::NONE);
    };
    let (mut entered, mut left) = (0, 0);
    let mut call = Call {
        cx,
        function,
        result: None,
    };
    ENTERED.fetch_add(1, Ordering::Relaxed);
    // SAFETY: the function keeps no pointer, and calls back with `data` as it is.
    let answer = unsafe {
        through(
            call_back,
            (&raw mut call).cast(),
            &raw mut entered,
            &raw mut left,
        )
    };
    LEFT.fetch_add(1, Ordering::Relaxed);
    assert_eq!((entered, left), (1, 1));
    let result = call.result.take().expect("C has called back");
    assert_eq!(answer, i32::from(result.is_ok()));
    result
}

fn with_c() -> Vm {
    let module = miniscript_runtime::ext::Module::new("c").function("call", beneath_c);
    let (builder, _) = builder(Limits::default());
    let mut vm = started(builder.module(module));
    run(
        &mut vm,
        "import c\nlog = []\n\
         def forever(): host.sleep(10**6)\n\
         def brief(): host.sleep(0.001); return 'slept'\n\
         def beneath():\n    try: c.call(lambda: c.call(forever))\n    finally: log.append('finally')\n\
         def shortly(): return c.call(brief)\n",
    );
    vm
}

#[test]
fn tasks_wait_and_end_beneath_c() {
    if through().is_none() {
        return;
    }
    let mut vm = with_c();
    let (a, b) = (spawn(&mut vm, "shortly"), spawn(&mut vm, "shortly"));
    for task in [a, b] {
        let root = vm.finish(task).expect("it ends");
        assert_eq!(crate::support::show_root(&mut vm, &root), "'slept'");
    }
    let task = spawn(&mut vm, "beneath");
    let brief = spawn(&mut vm, "brief");
    vm.finish(brief).expect("a short wait");
    assert!(vm.cancel(&task));
    let error = vm.finish(task).map(|_| ()).expect_err("cancelled");
    assert_eq!(kind(&error), "CancelledError");
    assert_eq!(show(&mut vm, "log"), "['finally']");
    // And with the VM.
    for _ in 0..3 {
        spawn(&mut vm, "beneath");
    }
    let brief = spawn(&mut vm, "brief");
    vm.finish(brief).expect("a short wait");
    let (entered, left) = (
        ENTERED.load(Ordering::Relaxed),
        LEFT.load(Ordering::Relaxed),
    );
    assert_eq!(entered - left, 6);
    drop(vm);
    assert_eq!(
        ENTERED.load(Ordering::Relaxed),
        LEFT.load(Ordering::Relaxed)
    );
}
