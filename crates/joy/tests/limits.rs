//! Depth is bounded by memory alone, memory by its limit, and tails are shared.

mod common;

use common::Session;
use miniscript_core::Limits;

fn limited(memory: usize) -> Session {
    Session::new(Limits {
        memory,
        ..Limits::default()
    })
}

#[test]
fn recursion_is_a_million_deep() {
    let (out, err) = common::run(
        "DEFINE deep == [null] [pop 0] [pred deep succ] ifte.\n1000000 deep.\n\
         1000000 [null] [] [pred] [succ] linrec.\n\
         300000 [null] [pop 0] [pred] [i succ] genrec.\n",
    );
    assert_eq!(
        (out.as_str(), err.as_str()),
        ("1000000\n1000000\n300000\n", "")
    );
}

#[test]
fn tail_calls_take_no_room() {
    let mut session = limited(2 << 20);
    let (out, err) = session.run(
        b"DEFINE count == [null] [] [pred count] ifte.\n300000 count.\n\
          300000 [null] [] [pred] tailrec.\n300000 [0 >] [pred] while.\n0 300000 [succ] times.\n",
    );
    assert_eq!((out.as_str(), err.as_str()), ("0\n0\n0\n300000\n", ""));
}

#[test]
fn lists_nest_as_deep_as_memory_lasts() {
    let depth = 300_000;
    let source = format!(
        "{}{} dup equal. [] {depth} [[] cons] times put.\n",
        "[".repeat(depth),
        "]".repeat(depth)
    );
    let (out, err) = common::run(&source);
    assert!(out.starts_with("true\n[[[["), "{}", &out[..20]);
    assert_eq!(out.len(), 5 + 2 * (depth + 1));
    assert_eq!(err, "");
}

#[test]
fn exhausted_memory_ends_the_term() {
    for program in [
        "DEFINE endless == 1 endless succ.\nendless.",
        "[] [true] [dup cons] while.",
        "1 [true] [dup] while.",
        "1 [false] [] [dup] [] linrec.",
        "[1] [true] [dup concat] while.",
        "\"ab\" [true] [dup concat] while.",
        "9000000000 [] [] primrec.",
    ] {
        let mut session = limited(4 << 20);
        let (out, err) = session.run(format!("{program}\n\"next\" 1 2 +.\n").as_bytes());
        assert!(
            err.contains("run time error: more memory needed for "),
            "{program}: err={err:?} out={out:?}"
        );
        assert!(out.ends_with("3\n"), "{program}: err={err:?} out={out:?}");
    }
}

#[test]
fn tails_are_shared() {
    let mut session = limited(16 << 20);
    // Copies would take two gigabytes.
    let (out, err) = session.run(b"[] 100000 [0 swons] times 1000 [dup rest] times stack size.\n");
    assert_eq!((out.as_str(), err.as_str()), ("1001\n", ""));
}

#[test]
fn nested_constants_end() {
    let source = format!("CONST g == get.\n{}1 .\n", "g ".repeat(5000));
    let (_, err) = common::run(&source);
    assert!(err.contains("fewer nested constants"), "{err}");
}

#[test]
fn fuel_and_interrupts_end_the_program() {
    let mut session = Session::new(Limits {
        fuel: Some(100_000),
        ..Limits::default()
    });
    let joy = &mut session.joy;
    let fault = session
        .vm
        .enter(|cx| joy.run(cx, b"1 [true] [succ] while.\n", "t"))
        .expect_err("it is endless");
    assert_eq!(fault.blame(), miniscript_core::Blame::Stopped);

    let mut session = Session::new(Limits::default());
    session.vm.interrupt_handle().interrupt();
    let joy = &mut session.joy;
    let fault = session
        .vm
        .enter(|cx| joy.run(cx, b"1 [true] [succ] while.\n", "t"))
        .expect_err("it is endless");
    assert_eq!(fault.blame(), miniscript_core::Blame::Interrupt);
    assert_eq!(session.run(b"2 3 +.\n").0, "5\n");
}
