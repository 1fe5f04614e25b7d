//! Program files as they come: odd, broken, hostile. Each runs as under CPython 3.11 or gets one
//! clear sentence; none makes the interpreter panic.

mod common;

use common::Folder;

#[test]
fn what_cannot_be_opened_is_named() {
    let folder = Folder::new("missing");
    folder.file("a.py", "");
    for (name, cause) in [
        ("gone.py", "[Errno 2] No such file or directory"),
        ("a.py/x", "[Errno 20] Not a directory"),
    ] {
        let ended = folder.run(&[name]);
        let path = folder.path(name);
        ended.is(
            2,
            "",
            &format!("miniscript: can't open file '{path}': {cause}\n"),
        );
    }
}

#[test]
fn a_hundred_megabytes_of_zeros_get_one_sentence() {
    let folder = Folder::new("zeros");
    folder.file("z", "");
    let file = std::fs::File::options().write(true).open(folder.path("z"));
    file.expect("the file")
        .set_len(100 << 20)
        .expect("its length");
    let path = folder.path("z");
    let err = format!("miniscript: can't run file '{path}': it is larger than 64 MiB\n");
    folder.run(&["z"]).is(1, "", &err);
    let err = "the file 'z' is larger than 64 MiB.\n";
    folder.joy(&["z"], b"").is(1, "", err);
    folder.file("z", [0; 100_000]);
    let ended = folder.run(&["z"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended
            .err
            .ends_with("SyntaxError: source code cannot contain null bytes\n"),
        "{}",
        ended.err
    );
}

#[test]
fn texts_run_whatever_their_form() {
    let folder = Folder::new("forms");
    for (text, out) in [
        (&b""[..], ""),
        (b"   ", ""),
        (b"#", ""),
        (b"print(1)", "1\n"),
        (b"if 1:\n  print(1)", "1\n"),
        (b"\xef\xbb\xbfprint(1)\n", "1\n"),
        (b"x = '''a\r\nb'''\r\nprint(repr(x))\r\n", "'a\\nb'\n"),
        (b"print(1)\rprint(2)\r", "1\n2\n"),
        (
            b"\x0cprint(1)\n\x0cif 1:\n\x0c  print(2)\n  \x0cprint(3)\n",
            "1\n2\n3\n",
        ),
        (b"#!/usr/bin/env python3\nprint(1)\n", "1\n"),
        (b"# -*- coding: utf-8 -*-\nprint('\xc3\xa9')\n", "é\n"),
        (b"#\n#\n# coding: latin-1\nprint(1)\n", "1\n"),
        (b"\xef\xbb\xbf# coding: utf-8\nprint(1)\n", "1\n"),
    ] {
        folder.program(text).is(0, out, "");
        folder.run_with(&["-"], text).is(0, out, "");
    }
    let long = format!("x = '{}'\nprint(len(x))\n", "a".repeat(1_000_000));
    folder.program(long).is(0, "1000000\n", "");
    let deep: String = (0..99)
        .map(|at| format!("{}if 1:\n", " ".repeat(at)))
        .collect();
    folder
        .program(format!("{deep}{}print(1)\n", " ".repeat(99)))
        .is(0, "1\n", "");
}

#[test]
fn texts_that_are_refused_are_refused_as_by_python() {
    let folder = Folder::new("refused");
    let path = folder.path("t.py");
    let no_utf8 = |byte: &str, line: u32| {
        format!(
            "SyntaxError: Non-UTF-8 code starting with '\\x{byte}' in file {path} on line {line}, \
             but no encoding declared; see https://peps.python.org/pep-0263/ for details\n"
        )
    };
    for (text, err) in [
        (&b"print(1)\nx = '\xff'\n"[..], no_utf8("ff", 2)),
        (b"print(1)\n# \xff\xfe\n", no_utf8("ff", 2)),
        (b"\xff\xfep\0r\0", no_utf8("ff", 1)),
        (b"print('\xe2\x82", no_utf8("e2", 1)),
        (b"x = '\xed\xa0\x80'\n", no_utf8("ed", 1)),
    ] {
        folder.file("t.py", text);
        folder.run(&["t.py"]).is(1, "", &err);
    }
    let latin = "SyntaxError: encoding problem: iso-8859-1 (source code is read as UTF-8 only)\n";
    folder
        .program(b"# coding: latin-1\nprint('\xe9')\n")
        .is(1, "", latin);
    for (text, end) in [
        (
            &b"if 1:\n\tx = 1\n        y = 2\n"[..],
            "TabError: inconsistent use of tabs and spaces in indentation\n",
        ),
        (
            b"if 1:\n    x = 1\n  y = 2\n",
            "IndentationError: unindent does not match any outer indentation level\n",
        ),
        (
            b"x\0 = 1\n",
            "SyntaxError: source code cannot contain null bytes\n",
        ),
        (
            b"x = 'a\n",
            "SyntaxError: unterminated string literal (detected at line 1)\n",
        ),
        (b"print((1,\n2\n", "SyntaxError: '(' was never closed\n"),
        (
            b"\x7fELF\x02\x01\x01\0\0",
            "SyntaxError: source code cannot contain null bytes\n",
        ),
    ] {
        let ended = folder.program(text);
        assert!(
            ended.code == 1 && ended.out.is_empty() && ended.err.ends_with(end),
            "{ended:?}"
        );
    }
    // A line of a file whose lines end with CR.
    folder.program("x = 1\r1/0\r").is(
        1,
        "",
        "Traceback (most recent call last):\n  File \"t.py\", line 2, in <module>\n    1/0\n    \
         ~^~\nZeroDivisionError: division by zero\n",
    );
}

#[test]
fn deep_and_long_texts_end_without_a_crash() {
    let folder = Folder::new("deep");
    let n = 100_000;
    let many = |text: &str| text.repeat(n);
    let blocks: String = (0..1000)
        .map(|at| format!("{}if 1:\n", " ".repeat(at)))
        .collect();
    for text in [
        many("("),
        many("["),
        many("{"),
        format!("{}1", many("-")),
        format!("x = {}1", many("~")),
        format!("{}1", many("not ")),
        format!("{}1{}", many("("), many(")")),
        format!("{}{}", many("f("), many(")")),
        format!("{}1", many("lambda:")),
        format!("2{}", many("**1")),
        format!("print(1{})", many("+1")),
        format!("print(1{})", many(" and 1")),
        format!("x{}", many(".a")),
        format!("x{}", many("[0]")),
        format!("x{}", many("()")),
        format!("print({}0)", many("1 if 1 else ")),
        format!("print(f\"{}\")", many("{1:")),
        format!("{}1", many("a = ")),
        format!("f({})", many("a=1, ")),
        format!("[1{}]", many(" for i in [1]")),
        format!("{}def g(): pass\n", many("@f\n")),
        format!("if 0: pass\n{}", many("elif 0: pass\n")),
        format!("x = 1{}\n", many("\\\n")),
        format!(
            "match 1:\n case {}{}: pass\n",
            "[".repeat(1000),
            "]".repeat(1000)
        ),
        format!("{blocks}{}pass\n", " ".repeat(1000)),
        "x = 1\n".repeat(300_000),
    ] {
        let ended = folder.program(&text);
        let start: String = text.chars().take(20).collect();
        assert!(matches!(ended.code, 0 | 1), "{start}...: {}", ended.code);
        assert!(!ended.err.contains("panicked"), "{start}...: {}", ended.err);
        let says = ended.err.trim_end().rsplit('\n').next().unwrap_or("");
        assert!(
            ended.code == 0 || says.contains("Error"),
            "{start}...: {says}"
        );
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_programs_too() {
    let folder = Folder::new("pipes");
    folder
        .shell("mkfifo p; (echo 'print(1)' > p) & $MS p; echo $?")
        .is(0, "1\n0\n", "");
    folder
        .shell("echo 'print(1)' | $MS /dev/stdin; echo $?")
        .is(0, "1\n0\n", "");
    folder.shell("$MS /dev/null; echo $?").is(0, "0\n", "");
    folder.shell("ln -s l l; $MS l 2>&1; echo $?").is(
        0,
        &format!(
            "miniscript: can't open file '{}': [Errno 40] Too many levels of symbolic links\n2\n",
            folder.path("l")
        ),
        "",
    );
    folder.shell("$MS < / 2>&1; echo $?").is(
        0,
        "miniscript: can't read standard input: Is a directory\n1\n",
        "",
    );
    folder
        .shell("mkdir gone; cd gone; rmdir ../gone; $MS -c 'print(1)'; echo $?")
        .is(0, "1\n0\n", "");
}
