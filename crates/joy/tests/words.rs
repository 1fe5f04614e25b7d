//! Words and rules that the corpus does not show: rows of a program, what it prints,
//! and what it says on the other side.

mod common;

fn check(rows: &[(&str, &str, &str)]) {
    for (source, out, err) in rows {
        let (actual_out, actual_err) = common::run(&format!("{source}\n"));
        assert_eq!(
            (actual_out.as_str(), actual_err.as_str()),
            (*out, *err),
            "{source}"
        );
    }
}

#[test]
fn values_and_types() {
    check(&[
        ("[1 \"a\" dup foo] [typeof] map.", "[6 8 3 2]\n", ""),
        ("[dup] first typeof. [foo] first typeof.", "3\n2\n", ""),
        (
            "[dup] first name. [+] first name. 5 name.",
            "\"dup\"\n\"plus\"\n\" integer type\"\n",
            "",
        ),
        ("\"dup\" intern.", "dup\n", ""),
        (
            "\"3x\" intern.",
            "",
            "run time error: valid name needed for intern\n",
        ),
        (
            "65 5 casting. 5 7 casting. true 6 casting.",
            "'A\n{0 2}\n1\n",
            "",
        ),
        ("1 2.0 sametype. 1 2 sametype.", "false\ntrue\n", ""),
        (
            "5 [foo] assign. foo. [foo] unassign. foo stack.",
            "5\n[]\n",
            "",
        ),
        (
            "3 [\"int\"] [\"not\"] ifinteger stack.",
            "[\"int\" 3]\n",
            "",
        ),
        (
            "\"é\" size. \"é\" first ord. \"é\" rest size.",
            "2\n195\n1\n",
            "",
        ),
        ("\"é\" uncons cons. \"aé\" [] map.", "\"é\"\n\"aé\"\n", ""),
        (
            "[true false maxint].",
            "[true false 9223372036854775807]\n",
            "",
        ),
        ("stdout. [stdin].", "stdout\n[stdin]\n", ""),
        ("-1 sqrt. 1.0e300 dup *.", "-nan\ninf\n", ""),
        (
            "maxint neg pred -1 /. maxint neg pred -1 rem.",
            "-9223372036854775808\n0\n",
            "",
        ),
    ]);
}

#[test]
fn text_and_time() {
    check(&[
        (
            "42 'd 6 4 format. 255 'x 1 1 format. -5 'd -4 1 format.",
            "\"  0042\"\n\"ff\"\n\"-5  \"\n",
            "",
        ),
        (
            "3.14159 'f 8 2 formatf. 1.5 'e 0 3 formatf. 2 'g 0 6 formatf.",
            "\"    3.14\"\n\"1.500e+00\"\n\"2\"\n",
            "",
        ),
        (
            "1 'q 1 1 format.",
            "",
            "run time error: one of: d i o x X needed for format\n",
        ),
        (
            "\"0x1F\" 0 strtol. \"12abc\" 10 strtol. \"2.5e1x\" strtod.",
            "31\n12\n25.0\n",
            "",
        ),
        (
            "0 gmtime. 86400 gmtime mktime.",
            "[1970 1 1 0 0 0 false 0 4]\n86400\n",
            "",
        ),
        (
            "0 gmtime \"%Y-%m-%d %A\" strftime.",
            "\"1970-01-01 Thursday\"\n",
            "",
        ),
    ]);
}

#[test]
fn combinators() {
    check(&[
        (
            "5 [[5 \"five\"] [6 \"six\"] [pop \"other\"]] case stack.",
            "[\"five\"]\n",
            "",
        ),
        (
            "7 [[5 \"five\"] [6 \"six\"] [\"other\"]] case stack.",
            "[\"other\" 7]\n",
            "",
        ),
        ("7 [[\"\" s] [0 i] [x]] opcase stack.", "[[i] 7]\n", ""),
        (
            "4 [succ] [[dup *] [10 +]] construct stack.",
            "[15 25 4]\n",
            "",
        ),
        ("9 1 2 [+] app12 stack.", "[11 10]\n", ""),
        ("1 2 3 [+] app11 stack.", "[5]\n", ""),
        (
            "[1 [2 [3 4]] 5] [dup * put \" \" putchars] treestep '\\n putch.",
            "1 4 9 16 25 \n",
            "",
        ),
        ("[1 [2 3]] [10 *] [map] treerec.", "[10 [20 30]]\n", ""),
        (
            "[1 [2 3]] [10 *] [reverse] [map] treegenrec.",
            "[10 [20 30]]\n",
            "",
        ),
        (
            "DEFINE len == [[[null] [pop 0]] [[rest] [succ]]] condlinrec. [1 2 3] len.",
            "3\n",
            "",
        ),
        (
            "[1 2 3] [[[null] []] [[uncons] [swap [] cons concat]]] condnestrec.",
            "[3 2 1]\n",
            "",
        ),
        ("1 [[[null] succ] [pop \"d\"]] cond.", "\"d\"\n", ""),
        (
            "1 2 [pop pop] nullary.",
            "",
            "run time error: value to push needed for nullary\n",
        ),
        (
            "[1 2] [pop] map.",
            "",
            "run time error: non-empty stack needed for map\n",
        ),
        ("1 [1] [2] [3] ifte.", "2\n", ""),
        (
            "1 2 [3] 4 ifte.",
            "",
            "run time error: quotation as top parameter needed for ifte\n",
        ),
        (
            "10 3 pick.",
            "",
            "run time error: four parameters needed for pick\n",
        ),
        ("7 8 9 10 2 pick.", "8\n", ""),
        ("3 [dup] x [] swap concat.", "[dup]\n", ""),
    ]);
}

#[test]
fn definitions() {
    check(&[
        ("CONST k == 3 2 *. [k].", "[6]\n", ""),
        (
            "HIDE p == 5; r == p 1 + IN q == r p + END q. p stack. [q] first body.",
            "11\n[]\n[1.r 1.p +]\n",
            "",
        ),
        (
            "DEFINE dup == 7. 1 dup stack.",
            "[7 1]\n",
            "warning: overwriting inbuilt 'dup'\n",
        ),
        (
            "MODULE m PRIVATE h == 2 PUBLIC q == h 3 *; r == q END m.q. m.r. q stack. m.z 4.",
            "6\n6\n[]\n4\n",
            "test:1:MODULE m PRIVATE h == 2 PUBLIC q == h 3 *; r == q END m.q. m.r. q stack. m.z\n                                                                           ^\n\tno such field in module\n",
        ),
        (
            "DEFINE a == 1; HIDE x == 2 IN b == x END; c == a b +. c.",
            "3\n",
            "",
        ),
        ("undefs size 0 >.", "false\n", ""),
        ("DEFINE a == later. undefs.", "[\"later\"]\n", ""),
        ("get 5 get dup stack.", "", ""),
        ("get. [1 2] 4.", "[1 2]\n4\n", ""),
        ("abort 1. 2.", "2\n", ""),
    ]);
}

#[test]
fn syntax_errors() {
    check(&[
        (
            "[1 2 . 5.",
            "5\n",
            "test:1:[1 2 .\n     ^\n\t']' expected\n",
        ),
        (
            "{1 99 'A} .",
            "{1}\n",
            "test:1:{1 99\n    ^\n\tsmall numeric expected in set\ntest:1:{1 99 'A\n       ^\n\tsmall numeric expected in set\n",
        ),
        ("( 1 2 .", "2\n", "test:1:(\n^\n\t'(' not implemented\n"),
        (
            "DEFINE a 5 .\na.",
            "5\n",
            "test:1:DEFINE a 5\n         ^\n\t== expected in definition\n",
        ),
    ]);
}

#[test]
fn lines_are_echoed() {
    let (out, err) = common::run("1 setecho.\n1 2 + .\n7.\n[1].\n");
    assert_eq!(out, "1 2 + .\n3\n7.\n\n7\n[1].\n[1]\n");
    assert_eq!(err, "");
}

#[test]
fn files_are_included_after_the_term() {
    let mut session = common::Session::with(
        Default::default(),
        None,
        vec![
            ("a.joy", "DEFINE a == 1.\n\"b.joy\" include.\n"),
            ("b.joy", "a 1 +."),
        ],
    );
    let (out, err) = session.run(b"\"a.joy\" include 5. a.\n\"none\" include. 6.\n");
    assert_eq!(out, "5\n2\n1\n6\n");
    assert_eq!(err, "run time error: valid file name needed for include\n");
}

#[test]
fn the_examples_run() {
    let rows = [
        (
            "stack.joy",
            "20\n[1 4 9 16]\n[2 4 6]\n\"positive\"\n\"concatenate\"\n",
        ),
        (
            "recursion.joy",
            "120\n2432902008176640000\n[0 1 1 2 3 5 8 13 21 34 55]\n1024\n15\n",
        ),
    ];
    for (name, expected) in rows {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/joy/");
        let source = std::fs::read_to_string(format!("{folder}{name}")).expect("an example");
        assert_eq!(
            common::run(&source),
            (String::from(expected), String::new())
        );
    }
}
