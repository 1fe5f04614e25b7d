//! Programs that come line by line, as at a prompt.

mod common;

use common::Session;
use miniscript_joy::{Joy, Status};

fn feed(session: &mut Session, line: &str) -> (Status, String, String) {
    let joy = &mut session.joy;
    let status = session
        .vm
        .enter(|cx| joy.feed(cx, line.as_bytes()))
        .expect("a status");
    (status, session.output.take(), session.errors.take())
}

#[test]
fn lines_complete_terms() {
    let rows: &[(&str, Status, &str, &str)] = &[
        ("1 2 +.\n", Status::Ready, "3\n", ""),
        ("1 2\n", Status::Incomplete, "", ""),
        ("+.\n", Status::Ready, "3\n", ""),
        ("\n", Status::Ready, "", ""),
        ("DEFINE sq == dup\n", Status::Incomplete, "", ""),
        ("*; four == 4.\n", Status::Ready, "", ""),
        ("four sq. 5\n", Status::Incomplete, "16\n", ""),
        (
            "pop pop 6.\n",
            Status::Ready,
            "",
            "run time error: one parameter needed for pop\n",
        ),
        ("\"two\n", Status::Incomplete, "", ""),
        ("lines\".\n", Status::Ready, "\"two\\nlines\"\n", ""),
        ("(* a\n", Status::Incomplete, "", ""),
        ("b *)\n", Status::Ready, "", ""),
        ("[1 [2\n", Status::Incomplete, "", ""),
        ("3] 4].\n", Status::Ready, "[1 [2 3] 4]\n", ""),
        ("quit. 7.\n", Status::Quit, "", ""),
    ];
    let mut session = Session::new(Default::default());
    for (line, status, out, err) in rows {
        let actual = feed(&mut session, line);
        assert_eq!(
            (actual.0, actual.1.as_str(), actual.2.as_str()),
            (*status, *out, *err),
            "{line}"
        );
    }
}

#[test]
fn an_open_comment_is_echoed_once() {
    let mut session = Session::new(Default::default());
    feed(&mut session, "1 setecho.\n");
    let mut out = String::new();
    for part in ["(* a\n", "b\n", "c *) ", "2.\n"] {
        out.push_str(&feed(&mut session, part).1);
    }
    assert_eq!(out, "(* a\nb\nc *) 2.\n\n2\n");
}

#[test]
fn a_half_read_term_can_be_given_up() {
    let mut session = Session::new(Default::default());
    assert_eq!(feed(&mut session, "[1 2 DEFINE\n").0, Status::Incomplete);
    session.joy.abandon();
    assert_eq!(feed(&mut session, "3.\n").1, "3\n");
    assert_eq!(feed(&mut session, "HIDE a == 1 IN\n").0, Status::Incomplete);
    session.joy.abandon();
    assert_eq!(feed(&mut session, "4.\n").1, "4\n");
}

#[test]
fn an_interpreter_stays_with_its_vm() {
    let mut first = Session::new(Default::default());
    let mut second = Session::new(Default::default());
    let joy = &mut first.joy;
    let fault = second
        .vm
        .enter(|cx| joy.feed(cx, b"1.\n"))
        .expect_err("it is another VM");
    assert!(fault.message().contains("another VM"), "{fault}");
}

#[test]
fn an_interpreter_can_change_threads() {
    fn sendable<T: Send>() {}
    sendable::<Joy>();
}
