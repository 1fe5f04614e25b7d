//! `miniscript compile`, and what it makes: run and imported as the source is.

mod common;

use common::Folder;

const LIBRARY: &str = "VALUE = 5\ndef divide(x, *, by):\n    return x / by\n";
const PROGRAM: &str = "\
import sys
import library
def main():
    print(library.VALUE, __name__, sys.argv[1:])
    library.divide(1, by=0)
main()
";

/// The traceback of the program, whose files lie in `sources`.
fn traceback(sources: &str, library: &str) -> String {
    format!(
        "Traceback (most recent call last):
  File \"{sources}/program.py\", line 6, in <module>
    main()
  File \"{sources}/program.py\", line 5, in main
    library.divide(1, by=0)
  File \"{library}\", line 3, in divide
    return x / by
           ~~^~~~
ZeroDivisionError: division by zero
"
    )
}

#[test]
fn compiled_programs_do_what_their_sources_do() {
    let folder = Folder::new("compiled");
    folder
        .file("program.py", PROGRAM)
        .file("library.py", LIBRARY);
    let (here, library) = (folder.path(""), folder.path("library.py"));
    let err = traceback(here.trim_end_matches('/'), &library);
    let out = "5 __main__ ['a']\n";
    folder.run(&["program.py", "a"]).is(1, out, &err);
    folder.run(&["compile", "program.py"]).is(0, "", "");
    folder.run(&["compile", "library.py"]).is(0, "", "");
    folder.run(&["program.msb", "a"]).is(1, out, &err);
    // The library's source is not looked for, but shown.
    std::fs::rename(folder.path("library.py"), folder.path("library.txt")).expect("a file");
    let ended = folder.run(&["program.msb", "a"]);
    assert_eq!((ended.code, &*ended.out), (1, out));
    assert!(
        ended
            .err
            .contains(&format!("File \"{library}\", line 3, in divide\nZero")),
        "{}",
        ended.err
    );
    folder.run(&["-m", "program", "a"]).is(1, out, &ended.err);
    std::fs::rename(folder.path("program.py"), folder.path("program.txt")).expect("a file");
    let ended = folder.run(&["-m", "program", "a"]);
    assert_eq!((ended.code, &*ended.out), (1, out), "{}", ended.err);
}

#[test]
fn tracebacks_find_sources_from_another_folder() {
    let folder = Folder::new("compiled-away");
    folder
        .file("src/program.py", PROGRAM)
        .file("src/library.py", LIBRARY);
    folder.file("build/x", "");
    for name in ["program", "library"] {
        let (from, to) = (format!("src/{name}.py"), format!("build/{name}.msb"));
        folder.run(&["compile", &from, "-o", &to]).is(0, "", "");
    }
    let err = traceback(&folder.path("src"), &folder.path("src/library.py"));
    folder
        .run(&["build/program.msb"])
        .is(1, "5 __main__ []\n", &err);
}

#[test]
fn source_beside_bytecode_wins() {
    let folder = Folder::new("compiled-wins");
    folder.file("m.py", "print('old', __file__[-4:])");
    folder.run(&["compile", "m.py"]).is(0, "", "");
    folder.file("m.py", "print('new', __file__[-4:])");
    folder.run(&["-c", "import m"]).is(0, "new m.py\n", "");
    std::fs::remove_file(folder.path("m.py")).expect("a file");
    folder.run(&["-c", "import m"]).is(0, "old .msb\n", "");
    // Packages, and folders that are run.
    folder.file("p/__init__.py", "from . import q");
    folder.file("p/q.py", "print(__name__)");
    folder.file("p/__main__.py", "print('main')");
    for name in ["__init__", "q", "__main__"] {
        let path = format!("p/{name}.py");
        folder.run(&["compile", &path]).is(0, "", "");
        std::fs::remove_file(folder.path(&path)).expect("a file");
    }
    folder.run(&["-c", "import p"]).is(0, "p.q\n", "");
    folder.run(&["p"]).is(0, "main\n", "");
    folder.run(&["-m", "p"]).is(0, "p.q\nmain\n", "");
}

#[test]
fn what_cannot_be_compiled_is_said() {
    let folder = Folder::new("compiled-errors");
    folder.file("bad.py", "x = 1\ndef f(:\n");
    let path = folder.path("bad.py");
    let ended = folder.run(&["compile", "bad.py"]);
    assert_eq!((ended.code, &*ended.out), (1, ""));
    assert!(
        ended
            .err
            .starts_with(&format!("  File \"{path}\", line 2\n")),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("SyntaxError: invalid syntax"),
        "{}",
        ended.err
    );
    assert!(!std::path::Path::new(&folder.path("bad.msb")).exists());
    let gone = folder.path("gone.py");
    let err =
        format!("miniscript: can't open file '{gone}': [Errno 2] No such file or directory\n");
    folder.run(&["compile", "gone.py"]).is(2, "", &err);
    folder.file("good.py", "print(1)");
    let err = "miniscript: can't write file 'no/x.msb': [Errno 2] No such file or directory\n";
    folder
        .run(&["compile", "good.py", "-o", "no/x.msb"])
        .is(1, "", err);
    assert_eq!(folder.run(&["compile"]).code, 2);
}

#[test]
fn broken_bytecode_is_refused_in_a_sentence() {
    let folder = Folder::new("compiled-broken");
    folder.file("good.py", "print(1)");
    folder.run(&["compile", "good.py"]).is(0, "", "");
    let image = std::fs::read(folder.path("good.msb")).expect("the image");
    let changed = |at: usize| {
        let mut image = image.clone();
        image[at] ^= 1;
        image
    };
    let size = image.len();
    for (bytes, what) in [
        (
            image[..size - 4].to_vec(),
            format!("the bytecode is {} bytes long instead of {size}: it was cut or added to", size - 4),
        ),
        (changed(8), "compiled by another version of MiniScript (format 0, this is format 1): compile the source again".to_owned()),
        (changed(80), "the bytecode has been changed (its checksum is wrong)".to_owned()),
    ] {
        folder.file("broken.msb", bytes);
        let path = folder.path("broken.msb");
        let err = format!("miniscript: can't run file '{path}': {what}\n");
        folder.run(&["broken.msb"]).is(1, "", &err);
        let ended = folder.run(&["-c", "import broken"]);
        let err = format!("ImportError: cannot load '{path}': {what}\n");
        assert!(ended.err.ends_with(&err), "{}", ended.err);
    }
}
