//! What a host allows a script: time, output and tasks; what a script cannot swallow.

use miniscript_runtime::{
    Blame, Budget, Context, Error, Fault, Limit, Limits, Local, Module, Res, Vm,
};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

fn machine(limits: Limits) -> Vm {
    Vm::builder().limits(limits).build().expect("a VM")
}

fn fault(result: Result<impl std::fmt::Debug, Error>) -> Box<Fault> {
    match result {
        Err(Error::Fault(fault)) => fault,
        other => panic!("a fault was expected: {other:?}"),
    }
}

fn within(time: u64) -> Limits {
    Limits {
        time: Some(Duration::from_millis(time)),
        ..Limits::default()
    }
}

fn fuel(fuel: u64) -> Limits {
    Limits {
        fuel: Some(fuel),
        ..Limits::default()
    }
}

const UNLIMITED: Budget = Budget {
    fuel: None,
    time: None,
    output: None,
};

#[test]
fn a_limit_says_which_and_where() {
    for (limits, limit, name, source) in [
        (
            fuel(100_000),
            Limit::Fuel,
            "FuelExhausted",
            "while True: pass",
        ),
        (within(20), Limit::Time, "TimeExceeded", "while True: pass"),
        (
            Limits {
                output: Some(4),
                ..Limits::default()
            },
            Limit::Output,
            "OutputExceeded",
            "import sys\nsys.stderr.write('12345\\n')",
        ),
    ] {
        let mut vm = machine(limits);
        let source = format!("def f():\n    {}\nf()\n", source.replace('\n', "\n    "));
        let fault = fault(vm.run_source(&source, "limited.py"));
        assert_eq!(fault.blame(), Blame::Stopped);
        assert_eq!(fault.limit(), Some(limit));
        assert_eq!(fault.type_name(), name);
        let place = "File \"limited.py\", line";
        assert_eq!(
            fault.traceback().matches(place).count(),
            2,
            "{}",
            fault.traceback()
        );
        assert!(
            fault
                .traceback()
                .contains(&format!("\n{name}: the script has "))
        );
        assert!(fault.explained().contains("\nhint: Limits::"));
        vm.refill(UNLIMITED);
        assert_eq!(vm.eval::<i64>("1 + 1", ()).expect("it goes on"), 2);
    }
}

/// Each script tries to go on.
#[test]
fn no_script_swallows_a_limit() {
    const STUBBORN: &[&str] = &[
        "while True:\n    try:\n        while True: pass\n    except BaseException: went_on = True\n",
        "while True:\n    try:\n        while True: pass\n    except: went_on = True\n",
        "def g():\n    while True:\n        try: yield\n        finally: went_on = True\nfor x in g(): pass\n",
        "class C:\n    def __exit__(self, *_): return True\n    def __enter__(self): pass\n\
         while True:\n    with C():\n        while True: pass\n    went_on = True\n",
        "class C:\n    def __del__(self):\n        while True: pass\nwhile True: C()\n",
        "import asyncio\nasync def f():\n    while True:\n        try: await asyncio.sleep(0)\n        \
         except BaseException: went_on = True\nwhile True:\n    try: asyncio.run(f())\n    \
         except BaseException: went_on = True\n",
        "import threading\ndef f():\n    while True: pass\nt = threading.Thread(target=f)\nt.start()\n\
         while True:\n    try: t.join()\n    except BaseException: went_on = True\n",
        // Nothing is left to make an exception with.
        "x = []\nwhile True:\n    try:\n        while True: x = [x]\n    except MemoryError: break\n\
         while True:\n    try:\n        while True: pass\n    except BaseException: went_on = True\n",
    ];
    for source in STUBBORN {
        for (limits, limit) in [(fuel(2_000_000), Limit::Fuel), (within(200), Limit::Time)] {
            let mut vm = machine(Limits {
                memory: 4 << 20,
                ..limits
            });
            let fault = fault(vm.run_source(format!("went_on = False\n{source}"), "stubborn.py"));
            assert_eq!(fault.limit(), Some(limit), "{source}: {fault}");
            // As long as the host allows no more, the next one is ended at once.
            let again = self::fault(vm.run_source("for i in range(10): pass", "again.py"));
            assert_eq!(again.limit(), Some(limit), "{source}: {again}");
            vm.refill(UNLIMITED);
            assert!(!vm.eval::<bool>("went_on", ()).expect("a bool"), "{source}");
        }
    }
}

/// A native that swallows the error of what it calls.
fn swallow<'f>(cx: &mut Context<'f>, function: Local<'f>) -> Res<'f, i64> {
    let mut times = 0;
    while times < 100 && cx.call(function, &[]).is_err() {
        times += 1;
    }
    Ok(times)
}

#[test]
fn a_limit_is_raised_again_at_every_safepoint() {
    for limits in [fuel(200_000), within(50)] {
        let mut vm = Vm::builder()
            .limits(limits)
            .module(Module::new("host").function("swallow", swallow))
            .build()
            .expect("a VM");
        let started = Instant::now();
        let source = "import host\ndef f():\n    while True: pass\ncount = host.swallow(f)\n\
                      while True: count += 1\n";
        assert!(fault(vm.run_source(source, "swallow.py")).limit().is_some());
        assert!(started.elapsed() < Duration::from_secs(20));
        vm.refill(UNLIMITED);
        // The native was left to end; its caller came as far as the end of the loop.
        assert_eq!(vm.eval::<i64>("count", ()).expect("a count"), 101);
    }
}

#[test]
fn time_ends_waits() {
    for source in [
        "import time\ntime.sleep(3600)",
        "import asyncio\nasyncio.run(asyncio.sleep(3600))",
        "import threading\nthreading.Event().wait(3600)",
        "import time\nsorted([2, 1], key=lambda x: time.sleep(3600))",
        "import threading, time\nt = threading.Thread(target=time.sleep, args=(3600,))\nt.start()\nt.join()",
        "import time\nwhile True: time.sleep(0.001)",
    ] {
        let mut vm = machine(within(50));
        let started = Instant::now();
        let fault = fault(vm.run_source(source, "waits.py"));
        let took = started.elapsed();
        assert_eq!(fault.limit(), Some(Limit::Time), "{source}: {fault}");
        assert!(took >= Duration::from_millis(50), "{source}: {took:?}");
        assert!(took < Duration::from_secs(10), "{source}: {took:?}");
    }
}

/// On the host's own stack, without a task.
#[test]
fn time_ends_a_wait_of_the_host_itself() {
    let mut vm = machine(within(50));
    let fault = fault(vm.enter(|cx| {
        let time = cx.import("time")?;
        let hour = cx.int(3600)?;
        cx.call_method(time, "sleep", &[hour]).map(|_| ())
    }));
    assert_eq!(fault.limit(), Some(Limit::Time));
}

#[test]
fn time_between_calls_does_not_count() {
    let mut vm = machine(within(2_000));
    for _ in 0..4 {
        std::thread::sleep(Duration::from_millis(600));
        vm.run_source("x = sum(range(1000))", "short.py")
            .expect("it has time");
    }
    let left = vm.budget().time.expect("a limit");
    assert!(
        left > Duration::from_millis(100) && left < Duration::from_secs(2),
        "{left:?}"
    );
}

#[test]
fn fuel_that_is_left_can_be_read() {
    let mut vm = machine(fuel(1_000_000));
    vm.run_source("for i in range(100_000): pass", "some.py")
        .expect("it has fuel");
    let left = vm.budget().fuel.expect("a limit");
    assert!((500_000..900_001).contains(&left), "{left}");
    let again = vm.budget().fuel.expect("a limit");
    assert_eq!(left, again, "to read it costs nothing");
}

type Written = Arc<Mutex<Vec<u8>>>;

fn speaker(output: u64) -> (Vm, Written, Written) {
    let (out, err) = (Written::default(), Written::default());
    let (to_out, to_err) = (Sink(out.clone()), err.clone());
    let vm = Vm::builder()
        .limits(Limits {
            output: Some(output),
            ..Limits::default()
        })
        .output(Box::new(to_out))
        .stderr(Arc::new(move |bytes: &[u8]| {
            to_err.lock().expect("no panic").extend(bytes)
        }))
        .build()
        .expect("a VM");
    (vm, out, err)
}

struct Sink(Written);

impl embedded_io::ErrorType for Sink {
    type Error = embedded_io::ErrorKind;
}

impl embedded_io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, embedded_io::ErrorKind> {
        self.0.lock().expect("no panic").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), embedded_io::ErrorKind> {
        Ok(())
    }
}

#[test]
fn output_ends_before_the_limit_and_not_after() {
    for (source, out, err) in [
        ("while True: print('12345')", 24, 0),
        ("while True: print('12345', flush=True)", 24, 0),
        ("print('x' * 1000, end='')", 0, 0),
        (
            "import sys\nwhile True: sys.stderr.write('12345678\\n')",
            0,
            18,
        ),
        (
            "import sys\nsys.stderr.write('1234\\n')\nwhile True: sys.stdout.write('12345')",
            20,
            5,
        ),
        (
            "import warnings\nwhile True:\n    try: print('1234567890', end='')\n    except BaseException: pass",
            20,
            0,
        ),
    ] {
        let (mut vm, to_out, to_err) = speaker(25);
        let fault = fault(vm.run_source(source, "speaks.py"));
        assert_eq!(fault.limit(), Some(Limit::Output), "{source}: {fault}");
        assert_eq!(to_out.lock().expect("no panic").len(), out, "{source}");
        assert_eq!(to_err.lock().expect("no panic").len(), err, "{source}");
        vm.refill(Budget {
            output: Some(3),
            ..UNLIMITED
        });
        vm.run_source("print('ab')", "more.py")
            .expect("three bytes");
        assert_eq!(vm.budget().output, Some(0));
    }
}

#[test]
fn a_task_too_many_is_an_ordinary_error() {
    let mut vm = machine(Limits {
        tasks: 4,
        ..Limits::default()
    });
    let source = "import threading\nstop = threading.Event()\n\
                  threads = [threading.Thread(target=stop.wait) for _ in range(5)]\n\
                  started = 0\n\
                  try:\n    for t in threads:\n        t.start()\n        started += 1\n\
                  except RuntimeError as e: said = str(e)\n\
                  stop.set()\n\
                  for t in threads[:started]: t.join()\n\
                  again = threading.Thread(target=stop.wait)\nagain.start()\nagain.join()\n";
    vm.run_source(source, "threads.py").expect("it goes on");
    assert_eq!(vm.eval::<i64>("started", ()).expect("a count"), 3);
    let said: String = vm.eval("said", ()).expect("a text");
    assert_eq!(said, "there are as many tasks as the host allows");
}
