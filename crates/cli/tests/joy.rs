//! `joy`'s command line and the files it may be given.

mod common;

use common::Folder;

#[test]
fn programs_come_from_files_and_from_standard_input() {
    let folder = Folder::new("joy-sources");
    folder.file("a.joy", "argv.\n1 2 +.\n");
    let joy = |args: &[&str], input: &str| folder.joy(args, input.as_bytes());
    joy(&["a.joy", "x", "-y"], "").is(0, "[\"a.joy\" \"x\" \"-y\"]\n3\n", "");
    joy(&["--", "a.joy"], "").is(0, "[\"a.joy\"]\n3\n", "");
    joy(&[], "2 3 *.\n\"a\" putchars.\n").is(0, "6\na", "");
    joy(&["-"], "2 3 *.\n").is(0, "6\n", "");
    joy(&[], "").is(0, "", "");
    joy(&["-a", "2"], "1 2 .\n").is(0, "2 1\n", "");
    // An error is a message; what follows runs.
    let error = "run time error: non-zero divisor needed for /\n";
    joy(&[], "1 0 /.\n2.\n").is(0, "2\n", error);
}

#[test]
fn what_cannot_run_is_explained() {
    let folder = Folder::new("joy-refused");
    folder.file("d/x", "");
    let joy = |args: &[&str]| folder.joy(args, b"");
    let missing = "failed to open the file 'gone.joy': No such file or directory.\n";
    joy(&["gone.joy"]).is(1, "", missing);
    joy(&["d"]).is(1, "", "failed to open the file 'd': Is a directory.\n");
    folder.file("latin.joy", b"1 .\n\"\xe9\" .\n");
    let bytes = "the file 'latin.joy' is not UTF-8: byte 0xe9 on line 2.\n";
    joy(&["latin.joy"]).is(1, "", bytes);
    folder.file("null.joy", b"1 .\n\0\0");
    let null = "the file 'null.joy' is no text: a null byte on line 2.\n";
    joy(&["null.joy"]).is(1, "", null);
    let unknown = "joy: there is no option -q\nTry `joy --help' for the options.\n";
    joy(&["-q"]).is(2, "", unknown);
    joy(&["-a", "x"]).is(2, "", "joy: the option -a takes a number, as in -a 1\n");
    assert!(joy(&["--help"]).out.starts_with("usage: joy"));
    let version = format!("Joy on MiniScript {}\n", env!("CARGO_PKG_VERSION"));
    joy(&["--version"]).is(0, &version, "");
}

#[test]
fn odd_texts_end_without_a_crash() {
    let folder = Folder::new("joy-odd");
    let ended = folder.joy(&[], b"\xff\xfe 1 .\n\0 2 .\r\n3 .\r\n");
    assert!(
        ended.code == 0 && ended.out.ends_with("2\n3\n"),
        "{ended:?}"
    );
    let n = 300_000;
    for text in [
        "[".repeat(n),
        "]".repeat(n),
        "{".repeat(2000),
        format!("{}{} .\n", "[".repeat(n), "]".repeat(n)),
        "\"".repeat(n + 1),
        "(*".repeat(n),
        "a".repeat(n),
        format!("{} .\n", "9".repeat(n)),
        format!("[{}] .\n", "1 ".repeat(n)),
        "DEFINE a == b".to_owned(),
        (0..=255).map(char::from).collect::<String>().repeat(20),
    ] {
        folder.file("a.joy", &text);
        let start: String = text.chars().take(12).collect();
        for ended in [
            folder.joy(&["a.joy"], b""),
            folder.joy(&[], text.as_bytes()),
        ] {
            assert!(matches!(ended.code, 0 | 1), "{start}...: {}", ended.code);
            assert!(!ended.err.contains("panicked"), "{start}...: {}", ended.err);
        }
    }
}
