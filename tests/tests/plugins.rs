//! Plugins in the executables themselves, in both languages: what they export, where they look,
//! and the rules of the interface as each language shows them.

use miniscript_tests::corpus::{Language, locate};
use miniscript_tests::skip::skip;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A new folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Compiles a C source to a library; false, with a line that counts it, without a compiler.
fn compile(source: &Path, library: &Path) -> bool {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let mut words = compiler.split_whitespace();
    let output = Command::new(words.next().unwrap_or("cc"))
        .args(words)
        .args(["-shared", "-fPIC", "-O1", "-I"])
        .arg(root().join("include"))
        .arg(source)
        .arg("-o")
        .arg(library)
        .arg("-lm")
        .output();
    match output {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said}");
            true
        }
        Err(error) => {
            skip(
                "plugins in the executables",
                &format!("{compiler}: {error}"),
            );
            false
        }
    }
}

/// The plugin that calls every function of the interface, in a folder of its own.
fn probe(test: &str) -> Option<PathBuf> {
    let folder = folder(test);
    let source = root().join("crates/loader/tests/plugins/probe.c");
    compile(&source, &folder.join("libprobe.so")).then_some(folder)
}

/// Runs a program that lies in `folder`, there: what it wrote to stdout and stderr.
fn run(language: Language, folder: &Path, program: &str) -> (String, String) {
    run_with(language, folder, program, &[])
}

/// As [`run`], with these folders in `MINISCRIPT_PLUGIN_PATH`.
fn run_with(language: Language, folder: &Path, program: &str, path: &[&Path]) -> (String, String) {
    let file = match language {
        Language::Lang => "program.py",
        Language::Joy => "program.joy",
    };
    std::fs::write(folder.join(file), program).expect("the folder is ours");
    let executable = locate(language).unwrap_or_else(|error| panic!("{error}"));
    let output = Command::new(executable)
        .arg(file)
        .current_dir(folder)
        .env(
            "MINISCRIPT_PLUGIN_PATH",
            std::env::join_paths(path).expect("no colon in a name"),
        )
        .output()
        .expect("the executable starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// Terms of Joy, what each prints, and what it says on stderr.
const JOY: &[(&str, &str, &str)] = &[
    (
        "1 2.5 true \"s\" plain stack. [] unstack.",
        "[\"s\" true 2.5 1]\n",
        "",
    ),
    ("underflow stack.", "[]\n", ""),
    (
        "1 \"s\" [2] wrong-type stack. [] unstack.",
        "[[] \"s\" 1]\n",
        "",
    ),
    (
        "1 \"s\" nothing-there stack. [] unstack.",
        "[\"s\" 1]\n",
        "",
    ),
    ("null-string.", "\"\"\n", ""),
    (
        "null-bytes.",
        "",
        "joy_push_string was given NULL in null-bytes",
    ),
    ("\"first\" \"ab\" strings.", "202\n", ""),
    ("[[1 2] [] [3 4]] sum-nested.", "10\n", ""),
    ("[9 \"x\" 'c [] {1}] count-left.", "1\n", ""),
    ("[7 8] first.", "7\n", ""),
    ("[1 2 3] twice. [] twice.", "[2 4 6]\n[]\n", ""),
    ("build.", "[1 [2.5 [] \"x\"] true]\n", ""),
    ("[4 5 6] read-back.", "3\n", ""),
    ("3 deep.", "[[[]]]\n", ""),
    (
        "201 deep.",
        "",
        "lists are built too deep into each other in deep",
    ),
    ("[] unstack nothing stack.", "[]\n", ""),
    ("pair stack. [] unstack.", "[\"two\" 1]\n", ""),
    ("3 as-float.", "3.0\n", ""),
    (
        "1 type-of. 2.5 type-of. \"s\" type-of. [dup] type-of. [] type-of. true type-of.",
        "1\n2\n4\n8\n8\n16\n",
        "",
    ),
    (
        "'a type-of. {1} type-of. [dup] first type-of.",
        "0\n0\n0\n",
        "",
    ),
    // What C has no type for passes through it as it was.
    (
        "'a same. {3} same. [dup 1 +] same.",
        "'a\n{3}\n[dup 1 +]\n",
        "",
    ),
    ("5 [dup *] same i.", "25\n", ""),
    (
        "[1 {1 2} 'c \"s\" 2.5 [dup [swap]]] turn.",
        "[[dup [swap]] 2.5 \"s\" 'c {1 2} 1]\n",
        "",
    ),
    ("raw-bytes is-raw. pop.", "true\n", ""),
    ("[] unstack.", "", ""),
    // The whole stack is seen, whatever the stack effect says.
    ("1 2 any stack. [] unstack.", "[2 2 1]\n", ""),
    ("1 any-too stack. [] unstack.", "[1 1]\n", ""),
    ("5 too-many stack. [] unstack.", "[1 5]\n", ""),
    ("7 underflow.", "", "joy_stack_depth(env) == 0 in underflow"),
    ("stack. [] unstack.", "[7]\n", ""),
    // A failed call leaves the stack as it was; the first error wins.
    ("1 2 3 after-error.", "", "the first in after-error"),
    ("stack. [] unstack.", "[3 2 1]\n", ""),
    ("\"s\" as-float 1.", "", "number needed for as-float"),
    ("stack. [] unstack.", "[\"s\"]\n", ""),
    ("as-int.", "", "integer needed for as-int"),
    ("2.0 as-int.", "", "integer needed for as-int"),
    ("[] unstack no-words.", "", "error in no-words"),
    ("no-type.", "", "another type needed for no-type"),
    (
        "[1] open-reader.",
        "",
        "a list was begun and not ended in open-reader",
    ),
    (
        "[] unstack open-builder.",
        "",
        "a list was begun and not ended in open-builder",
    ),
    (
        "item-alone.",
        "",
        "joy_push_list_item without joy_push_list_begin in item-alone",
    ),
    (
        "item-of-nothing.",
        "",
        "joy_push_list_item needs a value on the stack in item-of-nothing",
    ),
    (
        "end-alone.",
        "",
        "joy_push_list_end without joy_push_list_begin in end-alone",
    ),
    (
        "next-alone.",
        "",
        "joy_list_next without joy_pop_list_begin in next-alone",
    ),
    (
        "reader-end-alone.",
        "",
        "joy_list_end without joy_pop_list_begin in reader-end-alone",
    ),
    // Names: one that Python cannot spell, one behind the plugin's name, one redefined.
    ("5 null? stack. [] unstack.", "[5]\n", ""),
    ("5 probe.null? stack. [] unstack.", "[5]\n", ""),
    ("probe.pair stack. [] unstack.", "[\"two\" 1]\n", ""),
    ("[[1] [2]] [first] map.", "[1 2]\n", ""),
    ("DEFINE twice == dup +. 4 twice.", "8\n", ""),
    ("[4] probe.twice.", "[8]\n", ""),
    // The same file is the same plugin; what is refused is named, and the term abandoned.
    (
        "\"./libprobe.so\" plugin-load \"probe\" plugin-load 1.",
        "1\n",
        "",
    ),
];

#[test]
fn every_function_of_the_interface_in_joy() {
    let Some(folder) = probe("plugins-joy") else {
        return;
    };
    // By name, from the program's folder.
    let mut program = String::from("\"probe\" plugin-load.\n1 setundeferror.\n");
    let (mut out, mut err) = (String::new(), String::new());
    for word in ["echo", "first"] {
        err += &format!("warning: overwriting inbuilt '{word}'\n");
    }
    for (source, printed, said) in JOY {
        program += &format!("{source}\n");
        out += printed;
        if !said.is_empty() {
            err += &format!("run time error: {said}\n");
        }
    }
    program += "\"./nowhere.so\" plugin-load 1.\n2.\n";
    out += "2\n";
    err += "plugin: cannot load './nowhere.so': No such file or directory; check the path: one with \
            a slash is relative to the current folder\n";
    let (stdout, stderr) = run(Language::Joy, &folder, &program);
    // The probe's own checks name the line that they stand in.
    let stderr: String = stderr
        .lines()
        .map(|line| match line.split_once(": line ") {
            Some((start, rest)) => {
                let check = rest.split_once(": ").map_or(rest, |(_, check)| check);
                format!("{start}: {check}\n")
            }
            None => format!("{line}\n"),
        })
        .collect();
    assert_eq!(stdout, out, "{stderr}");
    assert_eq!(stderr, err);
}

#[test]
fn every_function_of_the_interface_in_miniscript() {
    let Some(folder) = probe("plugins-miniscript") else {
        return;
    };
    let program = r#"
import probe as p, plugins
print(p.plain(-5, 2.5, True, 'ä'), p.underflow(), p.wrong_type(1, 's', [2]), p.nothing_there(1, 's'))
print([p.null_string()], p.strings('first', 'ab'), p.sum_nested([[1, 2], [], (3, 4)]), p.count_left([9, None]))
print(p.first([7, 8]), p.twice([1, 2]), p.build(), p.read_back([4, 5]), p.deep(3), p.nothing(), p.pair())
print(p.as_float(3), [p.type_of(x) for x in (1, 1.5, 's', [], True, {}, None)], p.same(p) is p, p.turn([1, None]))
print(p.is_raw(p.raw_bytes()[1]), p.echo('x'), p.any(1, 2))
for name in 'null_bytes no_words no_type open_builder item_alone end_alone next_alone reader_end_alone'.split():
    try:
        getattr(p, name)()
    except (plugins.PluginError, TypeError) as error:
        print(type(error).__name__, error)
print(plugins.load('./libprobe.so') is p, plugins.load('probe') is p)
try:
    plugins.load('./nowhere.so')
except ImportError as error:
    print(error)
"#;
    let (stdout, stderr) = run(Language::Lang, &folder, program);
    let expected = "(-5, 2.5, True, 'ä') None (1, 's', []) (1, 's')\n\
        [''] 202 10 1\n\
        7 [2, 4] [1, [2.5, [], 'x'], True] 2 [[[]]] None (1, 'two')\n\
        3.0 [1, 2, 4, 8, 16, 32, 0] True [None, 1]\n\
        True x (1, 2, 2)\n\
        PluginError joy_push_string was given NULL in null-bytes\n\
        PluginError error in no-words\n\
        TypeError another type needed for no-type\n\
        PluginError a list was begun and not ended in open-builder\n\
        PluginError joy_push_list_item without joy_push_list_begin in item-alone\n\
        PluginError joy_push_list_end without joy_push_list_begin in end-alone\n\
        PluginError joy_list_next without joy_pop_list_begin in next-alone\n\
        PluginError joy_list_end without joy_pop_list_begin in reader-end-alone\n\
        True True\n\
        plugin: cannot load './nowhere.so': No such file or directory; check the path: one with \
        a slash is relative to the current folder\n";
    assert_eq!((stdout.as_str(), stderr.as_str()), (expected, ""));
}

/// Folder by folder a package, a plugin, a `.py` file; standard modules before them all.
#[test]
fn import_looks_in_order() {
    let Some(first) = probe("plugins-order") else {
        return;
    };
    let second = folder("plugins-order-second");
    let kind = |path: &[&Path]| {
        let program = "import probe, math\n\
                       print(getattr(probe, 'KIND', 'plugin'), hasattr(math, 'sqrt'))\n";
        let (stdout, stderr) = run_with(Language::Lang, &first, program, path);
        assert_eq!(stderr, "");
        stdout
    };
    let write = |path: PathBuf, text: &str| std::fs::write(path, text).expect("it is ours");
    write(first.join("math.py"), "KIND = 'not reached'\n");
    write(first.join("probe.py"), "KIND = 'file'\n");
    assert_eq!(kind(&[]), "plugin True\n");
    std::fs::create_dir(second.join("probe")).expect("as above");
    write(second.join("probe/__init__.py"), "KIND = 'second'\n");
    assert_eq!(kind(&[&second]), "plugin True\n");
    std::fs::create_dir(first.join("probe")).expect("as above");
    write(first.join("probe/__init__.py"), "KIND = 'package'\n");
    assert_eq!(kind(&[&second]), "package True\n");
    std::fs::remove_dir_all(first.join("probe")).expect("as above");
    let library = first.join("libprobe.so");
    std::fs::rename(&library, second.join("probe.so")).expect("as above");
    assert_eq!(kind(&[&second]), "file True\n");
    std::fs::remove_file(first.join("probe.py")).expect("as above");
    assert_eq!(kind(&[&second]), "second True\n");
    std::fs::remove_dir_all(second.join("probe")).expect("as above");
    assert_eq!(kind(&[&second]), "plugin True\n");
    let loads = "\"probe\" plugin-load 2.0 as-float.\n";
    let (stdout, stderr) = run_with(Language::Joy, &first, loads, &[&second]);
    assert!(stdout == "2.0\n", "{stdout}{stderr}");
}

/// The specification's plugin and its Joy program, both as the document has them.
#[test]
fn the_program_of_the_specification() {
    let Some(documents) = std::env::var_os("MINISCRIPT_SPEC_DIR") else {
        skip(
            "the specification's program",
            "MINISCRIPT_SPEC_DIR is not set",
        );
        return;
    };
    let document = std::fs::read_dir(root().join(documents))
        .expect("the folder is there")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            name.is_some_and(|name| name.starts_with("004_"))
        })
        .expect("the document is there");
    let text = std::fs::read_to_string(document).expect("it is text");
    let block = |after: &str, fence: &str| {
        let section = text.split_once(after).expect("the section is there").1;
        let block = section.split_once(fence).expect("a block begins").1;
        block.split_once("```").expect("it ends").0.to_owned()
    };
    let folder = folder("plugins-specification");
    std::fs::create_dir(folder.join("plugins")).expect("the folder is ours");
    let source = folder.join("example_math.c");
    std::fs::write(&source, block("## Example Plugin", "```c\n")).expect("as above");
    if !compile(&source, &folder.join("plugins/libexample_math.so")) {
        return;
    }
    let (stdout, stderr) = run(Language::Joy, &folder, &block("", "```joy\n"));
    assert_eq!(
        (stdout.as_str(), stderr.as_str()),
        ("5.0\n10.0\n50.0\n", "")
    );
    let python = "import plugins\nm = plugins.load('./plugins/libexample_math.so')\n\
                  print(m.hypot(3.0, 4.0), m.clamp(15.0, 0.0, 10.0), m.lerp(0.0, 100.0, 0.5))\n";
    let (stdout, stderr) = run(Language::Lang, &folder, python);
    assert_eq!((stdout.as_str(), stderr.as_str()), ("5.0 10.0 50.0\n", ""));
}
