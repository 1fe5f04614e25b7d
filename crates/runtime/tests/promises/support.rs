//! A VM whose time is virtual, with natives that wait, call back and look around.

use miniscript_runtime::core::{Clock, Reactor};
use miniscript_runtime::ext::{Callable, Context, Local, Res};
use miniscript_runtime::host::Captured;
use miniscript_runtime::{Builder, Error, Handle, Limits, Module, Root, Vm};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Waker;
use std::time::Duration;

/// Time that passes only while every task waits.
#[derive(Clone, Default)]
pub(crate) struct Virtual {
    nanos: Arc<AtomicU64>,
}

impl Virtual {
    /// Time since the VM was made.
    pub(crate) fn elapsed(&self) -> Duration {
        Duration::from_nanos(self.nanos.load(Ordering::Relaxed))
    }
}

impl Clock for Virtual {
    fn now(&mut self) -> Duration {
        self.elapsed()
    }
}

impl Reactor for Virtual {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let Some(timeout) = timeout else {
            return false;
        };
        let nanos = u64::try_from(timeout.as_nanos()).unwrap_or(u64::MAX);
        self.nanos.fetch_add(nanos.max(1), Ordering::Relaxed);
        true
    }
}

/// Waits without keeping a native stack.
fn sleep<'f>(cx: &mut Context<'f>, seconds: f64) -> Res<'f> {
    cx.pending_sleep(Duration::from_secs_f64(seconds))
}

/// Waits in the middle of a native.
fn nap<'f>(cx: &mut Context<'f>, seconds: f64) -> Res<'f, ()> {
    cx.sleep(Duration::from_secs_f64(seconds))
}

/// Calls back.
fn apply<'f>(cx: &mut Context<'f>, function: Callable<'f>, argument: Local<'f>) -> Res<'f> {
    function.call(cx, (argument,))
}

/// Where the native stack stands.
fn here() -> i64 {
    let place = 0_u8;
    std::hint::black_box(&raw const place) as i64
}

fn set_limit<'f>(cx: &mut Context<'f>, limit: i64) -> Res<'f, ()> {
    cx.set_recursion_limit(u32::try_from(limit).unwrap_or(u32::MAX));
    Ok(())
}

fn collect<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    cx.collect();
    Ok(())
}

fn heap_bytes<'f>(cx: &mut Context<'f>) -> Res<'f, i64> {
    Ok(cx.heap_bytes() as i64)
}

/// The natives of these tests.
pub(crate) fn module() -> Module {
    miniscript_runtime::ext::Module::new("host")
        .function("sleep", sleep)
        .function("nap", nap)
        .function("apply", apply)
        .function("here", here)
        .function("set_limit", set_limit)
        .function("collect", collect)
        .function("heap_bytes", heap_bytes)
}

/// A builder with virtual time and the module `host`.
pub(crate) fn builder(limits: Limits) -> (Builder, Virtual) {
    let time = Virtual::default();
    let builder = Vm::builder()
        .limits(limits)
        .clock(Box::new(time.clone()))
        .output(Box::new(Captured::default()))
        .reactor(Box::new(time.clone()), Waker::noop().clone())
        .module(module());
    (builder, time)
}

/// A VM that has imported `host`.
pub(crate) fn machine(limits: Limits) -> Vm {
    let (builder, _) = builder(limits);
    started(builder)
}

/// Makes the VM and imports `host`.
pub(crate) fn started(builder: Builder) -> Vm {
    let mut vm = builder.build().expect("a VM");
    run(&mut vm, "import host");
    vm
}

/// Runs a program that must not fail.
pub(crate) fn run(vm: &mut Vm, source: &str) {
    if let Err(error) = vm.run_source(source, "promise.py") {
        panic!("{}", describe(&error));
    }
}

/// What an error says, with its traceback.
pub(crate) fn describe(error: &Error) -> String {
    match error {
        Error::Fault(fault) => fault.traceback().to_owned(),
        error => error.to_string(),
    }
}

/// The type's name of what a program raises.
pub(crate) fn raised(vm: &mut Vm, source: &str) -> String {
    match vm.run_source(source, "promise.py") {
        Ok(()) => String::from("nothing"),
        Err(error) => kind(&error),
    }
}

/// The type's name of an error.
pub(crate) fn kind(error: &Error) -> String {
    match error {
        Error::Fault(fault) => fault.type_name().to_owned(),
        error => error.to_string(),
    }
}

/// `repr` of an expression's value.
pub(crate) fn show(vm: &mut Vm, expression: &str) -> String {
    match vm.eval_root(expression, ()) {
        Ok(root) => show_root(vm, &root),
        Err(error) => panic!("{}", describe(&error)),
    }
}

/// `repr` of a root's value.
pub(crate) fn show_root(vm: &mut Vm, root: &Root) -> String {
    vm.enter(|cx| {
        let value = cx.load(root).unwrap_or(Local::NONE);
        let text = cx.to_repr(value)?;
        Ok(cx.as_str(text).unwrap_or("?").to_owned())
    })
    .expect("a repr")
}

/// An int's value.
pub(crate) fn int(vm: &mut Vm, expression: &str) -> i64 {
    show(vm, expression).parse().expect("an int")
}

/// Starts a task that calls the function of this name without arguments.
pub(crate) fn spawn(vm: &mut Vm, function: &str) -> Handle {
    let root = vm.eval_root(function, ()).expect("a function");
    vm.spawn(&root, &[]).expect("a task")
}

/// A limit on memory.
pub(crate) fn memory(bytes: usize) -> Limits {
    Limits {
        memory: bytes,
        ..Limits::default()
    }
}

/// A limit on recursion.
pub(crate) fn recursion(depth: u32) -> Limits {
    Limits {
        recursion: depth,
        ..Limits::default()
    }
}

/// Tells that a check is skipped; where `CI` is set nothing may be.
pub(crate) fn skip(check: &str, reason: &str) {
    use std::io::Write;
    assert!(
        std::env::var_os("CI").is_none(),
        "{check} cannot be skipped where CI is set: {reason}"
    );
    let _ = writeln!(std::io::stderr().lock(), "skipped: {check}: {reason}");
}
