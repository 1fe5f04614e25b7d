//! One chunk in two VMs on two threads; two VMs do not mix.

use crate::support::{describe, machine, run, show, show_root};
use miniscript_runtime::core::compile::Chunk;
use miniscript_runtime::core::syntax::Mode;
use miniscript_runtime::{Error, Limits};
use std::sync::Arc;

const PROGRAM: &str = "
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
text = 'a constant that is longer than any name, so that nobody interns it: it is the chunk\\'s alone'
def speak(): return text + str(fib(15))
class Counter:
    def __init__(self): self.count = 0
    def up(self): self.count += 1
c = Counter()
for _ in range(1000): c.up()
";

/// Without a class: types live as long as their VM.
const FUNCTIONS: &str = "
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
text = 'a constant that is longer than any name, so that nobody interns it: it is the chunk\\'s alone'
def speak(): return text + str(fib(15))
";

fn use_chunk(chunk: &Arc<Chunk>) -> String {
    let mut vm = machine(Limits::default());
    let task = vm
        .core_mut()
        .spawn_in(chunk, "__main__", true)
        .expect("a task");
    vm.core_mut().finish(task).expect("it ends");
    show(&mut vm, "speak(), c.count")
}

#[test]
fn one_chunk_runs_in_two_vms_on_two_threads() {
    let chunk = machine(Limits::default())
        .core_mut()
        .compile(PROGRAM.as_bytes(), "shared.py", Mode::Module)
        .expect("a chunk");
    let workers: Vec<_> = (0..2)
        .map(|_| {
            let chunk = chunk.clone();
            std::thread::spawn(move || (0..5).map(|_| use_chunk(&chunk)).collect::<Vec<_>>())
        })
        .collect();
    for worker in workers {
        for text in worker.join().expect("no panic") {
            assert!(text.ends_with("alone610\", 1000)"), "{text}");
        }
    }
    assert_eq!(Arc::strong_count(&chunk), 1, "every VM has let go of it");
}

#[test]
fn a_chunk_is_dropped_while_its_string_lives_on() {
    let mut vm = machine(Limits::default());
    let chunk = vm
        .core_mut()
        .compile(FUNCTIONS.as_bytes(), "shared.py", Mode::Module)
        .expect("a chunk");
    let task = vm
        .core_mut()
        .spawn_in(&chunk, "__main__", true)
        .expect("a task");
    drop(vm.core_mut().finish(task).expect("it ends"));
    let kept = vm.eval_root("text", ()).expect("the string");
    let weak = Arc::downgrade(&chunk);
    drop(chunk);
    assert!(weak.upgrade().is_some(), "its functions hold it");
    run(&mut vm, "del fib, speak, text\nhost.collect()");
    vm.core_mut().collect();
    // Caches of look-ups and of code let go in the collection after.
    run(&mut vm, "x = [i for i in range(1000)]");
    vm.core_mut().collect();
    assert!(show_root(&mut vm, &kept).contains("the chunk's alone"));
    assert!(weak.upgrade().is_none(), "nothing holds it any more");
}

#[test]
fn a_value_of_another_vm_is_refused() {
    let (mut a, mut b) = (machine(Limits::default()), machine(Limits::default()));
    let root = a.eval_root("[1, 2, 3]", ()).expect("a list");
    let function = b.eval_root("len", ()).expect("a function");
    let error = b
        .spawn(&function, &[&root])
        .map(|_| ())
        .expect_err("a foreign value");
    assert!(matches!(error, Error::Fault(_)), "{}", describe(&error));
    assert!(b.enter(|cx| Ok(cx.load(&root).is_none())).expect("entered"));
    let task = a.spawn(&root, &[]).expect("a task");
    assert!(b.result(&task).is_err());
    assert!(!b.cancel(&task));
    // A root outlives its VM.
    drop(a);
    drop(root);
}
