//! Joy's words may wait, however deep in combinators they stand; the tasks of the same VM go on.

use crate::support::{builder, int, spawn, started};
use miniscript_runtime::Limits;
use miniscript_runtime::ext::{Context, Local, Res};
use miniscript_runtime::host::Captured;
use miniscript_runtime::joy::{Ended, Joy};
use std::time::Duration;

/// Waits in the middle of a native, and gives what it was given.
fn later<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    cx.sleep(Duration::from_millis(100))?;
    Ok(value)
}

/// Waits without keeping a native stack.
fn tick<'f>(cx: &mut Context<'f>) -> Res<'f> {
    cx.pending_sleep(Duration::from_millis(100))
}

/// Programs, what they print, and how many waits are in them.
const PROGRAMS: &[(&str, &str, u64)] = &[
    ("5 later.", "5\n", 1),
    ("tick 5.", "5\n", 1),
    ("[1 2 3] [later dup *] map.", "[1 4 9]\n", 3),
    (
        "[1 2 3] [tick later] step stack. [] unstack.",
        "[3 2 1]\n",
        6,
    ),
    ("[1 2 3 4] [later 2 >] filter.", "[3 4]\n", 4),
    ("[1 2 3] 0 [later +] fold.", "6\n", 3),
    ("1 2 [later 10 +] dip stack. [] unstack.", "[2 11]\n", 1),
    (
        "5 [later 0 >] [pop \"pos\" later] [\"neg\"] ifte.",
        "\"pos\"\n",
        2,
    ),
    ("true [1 later] [2] branch.", "1\n", 1),
    ("3 [0 >] [tick pred] while.", "0\n", 3),
    ("2 3 [tick 1 +] times.", "5\n", 3),
    ("[1 2] [later +] infra.", "[3]\n", 1),
    (
        "4 [later 1 +] [2 *] cleave stack. [] unstack.",
        "[8 5]\n",
        1,
    ),
    ("1 [later] i.", "1\n", 1),
    ("[tick pop 3] x.", "3\n", 1),
    ("5 [0 =] [succ] [dup pred] [later *] linrec.", "120\n", 5),
    (
        "[3 1 2] [small] [] [uncons [>] split] [tick enconcat] binrec.",
        "[1 2 3]\n",
        2,
    ),
    (
        "DEFINE f == [0 =] [later] [tick 1 - f] ifte. 2 f.",
        "0\n",
        3,
    ),
    ("[[1 2] [3]] [[later] map 0 [+] fold] map.", "[3 3]\n", 3),
];

#[test]
fn a_ticker_goes_on_while_joy_waits_in_combinators() {
    let output = Captured::default();
    let (builder, time) = builder(Limits::default());
    let module = miniscript_runtime::ext::Module::new("slow")
        .function("later", later)
        .function("tick", tick);
    let mut vm = started(builder.module(module).output(Box::new(output.clone())));
    crate::support::run(
        &mut vm,
        "ticks = 0\ndef ticker():\n    global ticks\n    while True:\n        host.sleep(0.01)\n        ticks += 1\n",
    );
    spawn(&mut vm, "ticker");
    let mut joy = Joy::new(vm, false).expect("an interpreter");
    let mut printed = String::new();
    for &(program, expected, waits) in PROGRAMS {
        let (before, ticks) = (time.elapsed(), int(joy.vm(), "ticks"));
        let ended = joy.run(format!("{program}\n").as_bytes(), "promise.joy");
        assert!(matches!(ended, Ok(Ended::End)), "{program}");
        joy.vm().flush().expect("it is written");
        let text = output.text();
        assert_eq!(text.strip_prefix(&printed), Some(expected), "{program}");
        printed = text;
        let took = (time.elapsed() - before).as_millis() as u64;
        let ticked = int(joy.vm(), "ticks") - ticks;
        assert!(
            (waits * 100..waits * 100 + 20).contains(&took),
            "{program}: {took} ms"
        );
        let wanted = waits as i64 * 10;
        assert!(
            (wanted - 2..=wanted + 2).contains(&ticked),
            "{program}: {ticked} ticks"
        );
    }
}
