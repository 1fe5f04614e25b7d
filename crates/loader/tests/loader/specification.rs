//! The specification's example, cut out of the document byte for byte, against the
//! specification's own header and against ours.

use crate::compile::{self, Plugin};
use crate::vm;
use std::path::{Path, PathBuf};

/// The two files of the document.
struct Document {
    header: String,
    example: String,
}

/// Reads the document in the folder that `MINISCRIPT_SPEC_DIR` names.
fn document() -> Option<Document> {
    let Some(folder) = std::env::var_os("MINISCRIPT_SPEC_DIR") else {
        compile::skip(
            "the specification's example",
            "MINISCRIPT_SPEC_DIR is not set",
        );
        return None;
    };
    // Relative to the root, where the tests are started from.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(folder);
    let file = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("004_"))
        })
        .expect("the document is there");
    let text = std::fs::read_to_string(file).expect("the document is text");
    Some(Document {
        header: block(&text, "## Plugin API Header"),
        example: block(&text, "## Example Plugin"),
    })
}

/// The first C block under a heading.
fn block(text: &str, heading: &str) -> String {
    let (_, section) = text.split_once(heading).expect("the heading is there");
    let (_, block) = section.split_once("```c\n").expect("a block begins");
    let (block, _) = block.split_once("```").expect("the block ends");
    block.to_owned()
}

fn check(folder: &Path) {
    let (mut vm, loader) = vm::vm(folder);
    vm::check(
        &mut vm,
        "import example_math as m",
        &[
            "m.hypot(3.0, 4.0) == 5.0",
            "m.clamp(15.0, 0.0, 10.0) == 10.0",
            "m.lerp(0.0, 100.0, 0.5) == 50.0",
            "m.hypot(3, 4) == 5.0",
            "m.__version__ == '1.0.0'",
            "m.__file__.endswith('example_math.so')",
            "m.hypot.__doc__.startswith('Euclidean distance')",
        ],
    );
    vm::check_errors(
        &mut vm,
        "import example_math as m",
        &[
            ("m.hypot('3', 4)", "TypeError: float needed for hypot"),
            ("m.hypot(3, True)", "TypeError: float needed for hypot"),
            (
                "m.clamp(1, 2, [])",
                "TypeError: three floats needed for clamp",
            ),
            ("m.hypot(3)", "TypeError: hypot expected 2 arguments, got 1"),
            (
                "m.hypot(3, 4, 5)",
                "TypeError: hypot expected 2 arguments, got 3",
            ),
            (
                "m.hypot(1 << 63, 0)",
                "OverflowError: int too big to convert",
            ),
        ],
    );
    let plugins = loader.plugins();
    assert_eq!(plugins.len(), 1, "the entry point ran once");
    assert_eq!(
        plugins[0].announcement(),
        "plugin: loaded 'example_math' v1.0.0"
    );
}

fn compile(test: &str, include: PathBuf, source: &str, options: &[&str]) {
    let folder = compile::folder(test);
    let plugin = Plugin {
        name: "libexample_math",
        source,
        options,
        include,
    };
    if compile::compile(&folder, &plugin).is_some() {
        check(&folder);
    }
}

#[test]
fn the_example_with_the_header_of_the_document() {
    let Some(document) = document() else { return };
    for standard in ["-std=c99", "-std=c11"] {
        let include = compile::folder(&format!("spec-include{standard}"));
        std::fs::create_dir_all(include.join("joy")).expect("the folder is ours");
        std::fs::write(include.join("joy/plugin.h"), &document.header).expect("as above");
        let test = format!("spec-header{standard}");
        compile(&test, include, &document.example, &["-x", "c", standard]);
    }
}

#[test]
fn the_example_with_our_header() {
    let Some(document) = document() else { return };
    let rows: [(&str, &[&str]); 4] = [
        ("c99", &["-x", "c", "-std=c99"]),
        ("c11", &["-x", "c", "-std=c11", "-fvisibility=hidden"]),
        ("c++20", &["-x", "c++", "-std=c++20", "-fvisibility=hidden"]),
        ("c11-O2", &["-x", "c", "-std=c11", "-O2", "-pedantic"]),
    ];
    for (name, options) in rows {
        let test = format!("spec-ours-{name}");
        compile(&test, compile::our_include(), &document.example, options);
    }
}
