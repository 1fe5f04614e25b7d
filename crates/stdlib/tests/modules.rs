//! What the oracle cannot show: time on a virtual clock, streams, the collector.

mod common;

use common::machine;
use std::time::Duration;

#[test]
fn sleep_parks_only_its_task() {
    let mut m = machine();
    m.run("import time\nlog = []\ndef run():\n  for i in range(3):\n    time.sleep(0.5)\n    log.append(time.monotonic())")
        .unwrap();
    let run = m.global("__main__", "run");
    let tasks: Vec<_> = (0..100).map(|_| m.vm.spawn(&run, &[]).unwrap()).collect();
    for task in tasks {
        m.vm.finish(task).unwrap();
    }
    assert_eq!(m.clock.time(), Duration::from_millis(1500));
    assert!(m.vm.most_native_stacks() <= 4);
}

#[test]
fn sleep_works_at_any_depth() {
    let mut m = machine();
    m.check(
        "import time\nclass S:\n  def __init__(self, n): self.n = n\n  def __lt__(self, o):\n    time.sleep(1); return self.n < o.n\n  def __str__(self):\n    time.sleep(1); return str(self.n)\nprint(*map(str, sorted([S(3), S(1), S(2)], key=lambda s: (time.sleep(1), s)[1])))\nprint(time.monotonic() > 8, time.time() > 1.7e9)",
        "1 2 3\nTrue True",
    );
}

#[test]
fn streams_reach_the_host() {
    let mut m = machine();
    m.check(
        "import sys\nprint(sys.argv, sys.implementation.name)\nsys.stderr.write('oops\\n')\nprint('also', file=sys.stderr)",
        "['test.py', 'one'] miniscript\nerr:oops\nerr:also",
    );
}

#[test]
fn exit_carries_its_code() {
    let mut m = machine();
    for (script, code) in [
        ("sys.exit()", 0),
        ("sys.exit(3)", 3),
        ("sys.exit('x')", 1),
        ("sys.exit(None)", 0),
    ] {
        let fault = m.run(&format!("import sys\n{script}")).err().unwrap();
        assert_eq!(fault.exit_code(), Some(code), "{script}");
    }
}

#[test]
fn the_collector_is_steered() {
    let mut m = machine();
    m.check(
        "import gc\nx = [[i] for i in range(10000)]\ndel x\nprint(gc.isenabled(), gc.collect() > 100000)\ngc.disable()\nprint(gc.isenabled())\ngc.enable()\nprint(gc.isenabled())",
        "True True\nFalse\nTrue",
    );
    m.check_error("import gc\ngc.collect(3)", "ValueError: invalid generation");
}

#[test]
fn large_results_are_refused_before_the_work() {
    let mut m = machine();
    for script in [
        "math.factorial(10**15)",
        "math.perm(10**17, 10**15)",
        "math.comb(10**18, 10**17)",
        "json.dumps('x', indent=10**15)",
    ] {
        m.check_error(&format!("import math, json\n{script}"), "MemoryError");
    }
}

#[test]
fn a_module_serves_many_vms() {
    for _ in 0..3 {
        let mut m = machine();
        m.check(
            "import json\ntry: json.loads('x')\nexcept json.JSONDecodeError as e: print(e)",
            "Expecting value: line 1 column 1 (char 0)",
        );
    }
}

#[test]
fn scripts_survive_constant_collection() {
    let mut m = machine();
    m.vm.set_stress(true);
    m.check(
        "import json, math\nx = json.loads('{\"a\": [1, 2.5, \"b\\\\n\"], \"c\": {\"d\": null}}')\nprint(json.dumps(x, indent=1, sort_keys=True).count('a'), math.prod([2**70, 3]), math.fsum([0.1] * 10), math.factorial(30))",
        "1 3541774862152233910272 1.0 265252859812191058636308480000000",
    );
}
