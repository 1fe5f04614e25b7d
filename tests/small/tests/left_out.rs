//! Each feature that is left out is named by the error of what would need it; the rest works.

use small::run;

#[test]
fn complex_numbers() {
    let error = "complex numbers are left out of this build (feature \"complex\")";
    assert_eq!(run("x = 1j"), format!("SyntaxError: {error} (main.py, line 1)"));
    for program in [
        "complex(1, 2)",
        "(-8) ** 0.5",
        "complex('1j')",
        "pow(-2.0, 0.25)",
    ] {
        let expected = format!("NotImplementedError: {error}");
        assert_eq!(run(program), expected, "{program}");
    }
    // The class is there, so that what only asks for it goes on.
    assert_eq!(
        run("print(isinstance(1, complex), complex)"),
        "False <class 'complex'>\n"
    );
    assert_eq!(run("print((-8) ** 2, 2 ** 0.5)"), "64 1.4142135623730951\n");
}

#[test]
fn views_of_bytes() {
    let error =
        "NotImplementedError: memoryview is left out of this build (feature \"memoryview\")";
    for program in ["memoryview(b'abc')", "memoryview(bytearray(3))"] {
        assert_eq!(run(program), error, "{program}");
    }
    assert_eq!(
        run("x = bytearray(b'abc'); x[1:2] = b'xyz'; print(x, b'ab' == x)"),
        "bytearray(b'axyzc') False\n"
    );
}

#[test]
fn code_at_run_time() {
    for name in ["exec", "eval"] {
        let error =
            format!("NotImplementedError: {name}() is left out of this build (feature \"exec\")");
        assert_eq!(run(&format!("{name}('1')")), error);
    }
    let error = "NotImplementedError: compile() is left out of this build (feature \"exec\")";
    assert_eq!(run("compile('1', 'x', 'eval')"), error);
    assert_eq!(run("print(callable(eval))"), "True\n");
}

#[test]
fn characters_beyond_latin_1() {
    let error = "NotImplementedError: the properties of characters beyond Latin-1 are left out of \
                 this build (feature \"unicode\")";
    for method in [
        "upper",
        "lower",
        "title",
        "casefold",
        "swapcase",
        "capitalize",
        "isalpha",
        "isdigit",
        "isspace",
        "isupper",
        "istitle",
        "isidentifier",
        "isprintable",
    ] {
        assert_eq!(run(&format!("'\\u0436'.{method}()")), error, "{method}");
    }
    assert_eq!(
        run("x = 1\n\u{436} = 2"),
        "SyntaxError: invalid character '\u{436}' (U+0436): names beyond Latin-1 are left out of \
         this build (feature \"unicode\") (main.py, line 2)"
    );
    // Text itself is whole: what is printed, compared, cut and searched.
    assert_eq!(
        run("s = '\u{436}a\u{1F600}'; print(s, repr(s), s[2], len(s), s.find('a'))"),
        "\u{436}a\u{1F600} '\u{436}a\u{1F600}' \u{1F600} 3 1\n"
    );
    assert_eq!(
        run("print('\u{e9}\u{df}\u{ff}'.upper(), '\u{c9}'.lower(), '\u{b5}'.isalpha())"),
        "\u{c9}SS\u{178} \u{e9} True\n"
    );
    assert_eq!(run("\u{e9}t\u{e9} = 1; print(\u{e9}t\u{e9})"), "1\n");
    assert_eq!(run("print(repr('\\ud800\\x85'))"), "'\\ud800\\x85'\n");
}

#[test]
fn texts_about_types() {
    assert_eq!(
        run("print(repr(int.__doc__), repr(ValueError.__doc__), repr(len.__doc__))"),
        "None None None\n"
    );
    assert_eq!(run("def f():\n    'kept'\nprint(f.__doc__)"), "kept\n");
}

#[test]
fn hints() {
    assert_eq!(
        run("pront(1)"),
        "NameError: name 'pront' is not defined"
    );
}
