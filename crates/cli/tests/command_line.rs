//! `miniscript`'s command line: where the program comes from, `sys.argv`, exit codes. What is
//! expected is what `python3` (3.11) does.

mod common;

use common::Folder;

const ARGV: &str = "import sys\nprint(sys.argv, __name__)\n";

#[test]
fn arguments_reach_the_program() {
    let folder = Folder::new("argv");
    folder.file("a.py", ARGV);
    let run = |args: &[&str]| folder.run_with(args, ARGV.as_bytes());
    run(&["a.py", "x", "-c", "--", "-h"]).is(0, "['a.py', 'x', '-c', '--', '-h'] __main__\n", "");
    run(&["./a.py"]).is(0, "['./a.py'] __main__\n", "");
    run(&["--", "a.py", "-x"]).is(0, "['a.py', '-x'] __main__\n", "");
    run(&["-c", ARGV, "x", "-m"]).is(0, "['-c', 'x', '-m'] __main__\n", "");
    run(&["-cprint(1)"]).is(0, "1\n", "");
    run(&["-qc", "print(2)"]).is(0, "2\n", "");
    run(&["-", "x"]).is(0, "['-', 'x'] __main__\n", "");
    run(&[]).is(0, "[''] __main__\n", "");
    run(&["--"]).is(0, "[''] __main__\n", "");
    let module = format!("['{}', 'x'] __main__\n", folder.path("a.py"));
    run(&["-m", "a", "x"]).is(0, &module, "");
    run(&["-ma", "x"]).is(0, &module, "");
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_escaped() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("bytes");
    let name = std::ffi::OsStr::from_bytes(b"a\xff.py");
    folder.file(name, "import sys\nprint(ascii(sys.argv))\n");
    let mut command = folder.command(common::MINISCRIPT);
    command.args([name, name]);
    folder
        .finish(command, b"")
        .is(0, "['a\\udcff.py', 'a\\udcff.py']\n", "");
    let mut command = folder.command(common::MINISCRIPT);
    command.arg("-c").arg(name);
    assert_eq!(folder.finish(command, b"").code, 2);
}

#[test]
fn hashes_may_be_the_same_at_each_run() {
    let folder = Folder::new("hashes");
    let run = |seed: &str| {
        let mut command = folder.command(common::MINISCRIPT);
        command.env("PYTHONHASHSEED", seed);
        command.args(["-c", "print(hash('text'), hash(b'text'))"]);
        folder.finish(command, b"")
    };
    let first = run("7").out;
    assert_eq!(run("7").out, first);
    assert_ne!(run("8").out, first);
    assert_ne!(run("random").out, run("").out);
    for wrong in ["x", "-1", "4294967296"] {
        run(wrong).is(
            1,
            "",
            "miniscript: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]\n",
        );
    }
}

#[test]
fn a_wrong_command_line_is_explained() {
    let folder = Folder::new("usage");
    for (args, message) in [
        (&["-Z"][..], "Unknown option: -Z"),
        (&["--nope"], "unknown option --nope"),
        (&["-c"], "Argument expected for the -c option"),
        (&["-m"], "Argument expected for the -m option"),
    ] {
        let err = format!(
            "{message}\nusage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...\n\
             \x20      miniscript compile file [-o output]\n\
             Try `miniscript -h' for more information.\n"
        );
        folder.run(args).is(2, "", &err);
    }
    for option in ["-h", "--help", "-?"] {
        let ended = folder.run(&[option]);
        assert!(ended.code == 0 && ended.out.starts_with("usage: miniscript"));
    }
    let version = format!("MiniScript {} (Python 3.11)\n", env!("CARGO_PKG_VERSION"));
    folder.run(&["--version"]).is(0, &version, "");
    folder.run(&["-V"]).is(0, &version, "");
}

#[test]
fn modules_and_packages_run() {
    let folder = Folder::new("modules");
    folder
        .file(
            "p/__init__.py",
            "import sys\nprint('init', __name__, sys.argv)\n",
        )
        .file(
            "p/__main__.py",
            "from . import sub\nprint('main', __name__, __package__)\n",
        )
        .file("p/sub.py", "print('sub', __name__)\n")
        .file("n/__init__.py", "")
        .file("broken/__init__.py", "import nothing_there\n")
        .file("one.py", "1/0\n");
    let run = |name: &str| folder.run(&["-m", name]);
    run("p").is(0, "init p ['-m']\nsub p.sub\nmain __main__ p\n", "");
    run("p.sub").is(0, "init p ['-m']\nsub __main__\n", "");
    for (name, message) in [
        ("gone", "No module named gone"),
        ("p.gone", "No module named p.gone"),
        ("math", "No code object available for math"),
        (".x", "Relative module names not supported"),
        ("../one", "Relative module names not supported"),
        ("x/one", "No module named x/one"),
        (
            "n",
            "No module named n.__main__; 'n' is a package and cannot be directly executed",
        ),
        (
            "gone.sub",
            "Error while finding module specification for 'gone.sub' \
             (ModuleNotFoundError: No module named 'gone')",
        ),
    ] {
        let ended = run(name);
        let out = if name.starts_with("p.") {
            "init p ['-m']\n"
        } else {
            ""
        };
        ended.is(1, out, &format!("miniscript: {message}\n"));
    }
    let ended = run("one");
    assert!(
        ended.err.contains("one.py\", line 1, in <module>"),
        "{}",
        ended.err
    );
    assert_eq!(ended.code, 1);
    let ended = run("broken.sub");
    assert!(
        ended.err.ends_with("No module named 'nothing_there'\n"),
        "{}",
        ended.err
    );
    assert!(ended.err.starts_with("Traceback"), "{}", ended.err);
}

#[test]
fn a_folder_runs_its_main() {
    let folder = Folder::new("folder");
    folder
        .file(
            "d/__main__.py",
            "import other\nimport sys\nprint(sys.argv, __name__)\n",
        )
        .file("d/other.py", "print('other')\n")
        .file("empty/a.txt", "");
    folder
        .run(&["d", "x"])
        .is(0, "other\n['d', 'x'] __main__\n", "");
    let err = format!(
        "miniscript: can't find '__main__' module in '{}'\n",
        folder.path("empty")
    );
    folder.run(&["empty"]).is(1, "", &err);
}

#[test]
fn exit_codes_are_those_of_python() {
    let folder = Folder::new("exit");
    for (argument, code, err) in [
        ("", 0, ""),
        ("None", 0, ""),
        ("0", 0, ""),
        ("False", 0, ""),
        ("True", 1, ""),
        ("120", 120, ""),
        ("256", 0, ""),
        ("300", 44, ""),
        ("-1", 255, ""),
        ("2**70", 255, ""),
        ("'words'", 1, "words\n"),
        ("''", 1, "\n"),
        ("3.5", 1, "3.5\n"),
        ("[1, 2]", 1, "[1, 2]\n"),
        ("'\\ud800'", 1, "\\ud800\n"),
    ] {
        let text = format!("import sys\nprint(1)\nsys.exit({argument})\n");
        folder.program(text).is(code, "1\n", err);
    }
    let nested =
        "import sys\ndef f():\n  try:\n    sys.exit(3)\n  finally:\n    print('fin')\nf()\n";
    folder.program(nested).is(3, "fin\n", "");
    folder
        .program("import sys\ntry:\n  sys.exit(3)\nexcept Exception: print(1)\n")
        .is(3, "", "");
    folder
        .program("import sys\ntry:\n  sys.exit(3)\nexcept SystemExit as e: print(e.code)\n")
        .is(0, "3\n", "");
    folder
        .program("e = SystemExit(3)\ne.code = 7\nraise e\n")
        .is(7, "", "");
    folder
        .program("class E(SystemExit): pass\nraise E(9)\n")
        .is(9, "", "");
    folder.program("exit(5)\n").is(5, "", "");
    folder.program("quit('bye')\n").is(1, "", "bye\n");
    let class = "class A:\n  def __str__(self): return 1/0\nraise SystemExit(A())\n";
    folder.program(class).is(1, "", "\n");
    folder.program("raise ValueError(1)\n").is(
        1,
        "",
        "Traceback (most recent call last):\n  File \"t.py\", line 1, in <module>\n    \
         raise ValueError(1)\nValueError: 1\n",
    );
    folder.run_with(&["-"], b"print(1)\n1/0\nprint(2)\n").is(
        1,
        "1\n",
        "Traceback (most recent call last):\n  File \"<stdin>\", line 2, in <module>\n\
         ZeroDivisionError: division by zero\n",
    );
    folder.run(&["-c", "x = = 1"]).is(
        1,
        "",
        "  File \"<string>\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n",
    );
    folder.run(&["-c", "__file__"]).is(
        1,
        "",
        "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n\
         NameError: name '__file__' is not defined. Did you mean: '__name__'?\n",
    );
}

#[cfg(unix)]
#[test]
fn an_interrupted_program_dies_of_the_signal() {
    let folder = Folder::new("interrupt");
    let ended = folder.program("print(1)\nraise KeyboardInterrupt\n");
    assert_eq!((ended.code, ended.out.as_str()), (-2, "1\n"));
    assert!(
        ended.err.ends_with("\nKeyboardInterrupt\n"),
        "{}",
        ended.err
    );
}

/// Whenever it comes: before anybody listens it ends the process, then the program.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_while_the_program_starts_is_not_lost() {
    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    for at in 0..60 {
        let child = Command::new(env!("CARGO_BIN_EXE_miniscript"))
            .arg("-c")
            .arg("import time\ntime.sleep(60)\nprint('lost')")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_micros(at * 100) {}
        let pid = Pid::from_raw(child.id().cast_signed());
        kill(pid, Signal::SIGINT).expect("it is there");
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!(ended.stdout, b"", "at {at}");
        assert!(!ended.status.success(), "at {at}");
    }
}

#[test]
fn a_caught_interrupt_is_an_exception() {
    let folder = Folder::new("caught");
    folder
        .program("try: raise KeyboardInterrupt\nexcept KeyboardInterrupt: print('caught')\n")
        .is(0, "caught\n", "");
}

/// The system's `libm` is loaded by the first script that wants it, and its results are kept to
/// the last bit.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn elementary_functions_are_the_c_librarys() {
    let folder = Folder::new("elementary");
    folder
        .program(
            "import math\ndef loaded(): return 'libm.so' in open('/proc/self/maps').read()\n\
             print(math.sqrt(2.0), loaded())\nmath.sin(1.0)\nprint(loaded())\n",
        )
        .is(0, "1.4142135623730951 False\nTrue\n", "");
    let mut text = String::from("from math import *\n");
    let mut wanted = String::new();
    for at in 1..200_u32 {
        let x = f64::from(at) / 64.0 - 1.5;
        let y = x.abs() + 1.0e-3;
        text += &format!(
            "x, y = {x:?}, {y:?}\nprint(sin(x), cos(x), tan(x), atan(x), atan2(x, y), sinh(x), cosh(x), \
             tanh(x), exp(x), 2.0 ** x, expm1(x), log(y), log10(y), log1p(y), log2(y), y ** x)\n"
        );
        let results = [
            x.sin(),
            x.cos(),
            x.tan(),
            x.atan(),
            x.atan2(y),
            x.sinh(),
            x.cosh(),
            x.tanh(),
            x.exp(),
            2.0_f64.powf(x),
            x.exp_m1(),
            y.ln(),
            y.log10(),
            y.ln_1p(),
            y.log2(),
            y.powf(x),
        ];
        let results = results.map(|result| format!("{result:?}"));
        wanted += &format!("{}\n", results.join(" "));
    }
    let ended = folder.program(&text);
    for (got, want) in ended.out.lines().zip(wanted.lines()) {
        let numbers = |line: &str| -> Vec<f64> {
            let words = line.split(' ');
            words.map(|word| word.parse().expect("a number")).collect()
        };
        assert_eq!(numbers(got), numbers(want));
    }
    assert_eq!((ended.code, ended.out.lines().count()), (0, 199));
}
