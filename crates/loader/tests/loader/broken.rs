//! Plugins that are refused: the message, and that nothing is left behind.

use crate::compile::{self, Plugin};
use crate::vm;
use miniscript_loader::Loader;
use std::path::Path;

const HEAD: &str = "#include <joy/plugin.h>\nstatic void f(JoyEnv* e) { (void)e; }\n";

/// No warning about a function that nobody uses.
const USE: &str = "JoyPluginFn use_it(void);\nJoyPluginFn use_it(void) { return f; }\n";

/// A plugin with these builtins (the terminator is added).
fn with_builtins(name: &str, rows: &str) -> String {
    format!(
        "{HEAD}{USE}\n\
         static const JoyBuiltinDesc builtins[] = {{ {rows} {{ NULL, NULL, NULL, NULL }} }};\n\
         static const JoyPluginDesc d = {{ JOY_PLUGIN_API_VERSION, {name}, \"1\", builtins }};\n\
         const JoyPluginDesc* JOY_PLUGIN_ENTRY(void) {{ return &d; }}\n"
    )
}

/// Compiles and loads; the message with the path replaced.
fn refusal(test: &str, source: &str) -> Option<String> {
    let folder = compile::folder(test);
    let library = compile::ours(&folder, "broken", source)?;
    let path = library.to_string_lossy().into_owned();
    let loader = Loader::new(Vec::new());
    let message = match loader.load(&path) {
        Ok(_) => panic!("{test} is loaded"),
        Err(error) => error.to_string().replace(&path, "FILE"),
    };
    assert!(loader.plugins().is_empty(), "nothing is left behind");
    // The same through the language.
    let (mut vm, _) = vm::vm(&folder);
    vm::check_errors(
        &mut vm,
        "import plugins",
        &[(
            &format!("plugins.load({path:?})"),
            &format!("ImportError: {}", message.replace("FILE", &path)),
        )],
    );
    Some(message)
}

#[test]
fn every_refusal_names_the_file_and_the_cure() {
    let many: String = (0..65)
        .map(|n| format!("{{ \"f{n}\", f, NULL, NULL }}, "))
        .collect();
    let rows = [
        (
            "no-entry",
            "int nothing_here;\n".to_owned(),
            "plugin: 'FILE' missing joy_plugin_init; ",
        ),
        (
            "null",
            format!("{HEAD}{USE}\nconst JoyPluginDesc* JOY_PLUGIN_ENTRY(void) {{ return NULL; }}\n"),
            "plugin: 'FILE' init returned NULL; ",
        ),
        (
            "newer",
            "typedef struct { int version; } D; static D d = { 2 }; D* joy_plugin_init(void); D* joy_plugin_init(void) { return &d; }\n".to_owned(),
            "plugin: 'FILE' API version mismatch (got 2, want 1); it is newer than this program",
        ),
        (
            "older",
            "typedef struct { int version; } D; static D d = { 0 }; D* joy_plugin_init(void); D* joy_plugin_init(void) { return &d; }\n".to_owned(),
            "plugin: 'FILE' API version mismatch (got 0, want 1); compile it again",
        ),
        (
            "odd-address",
            "static char d[64]; void* joy_plugin_init(void); void* joy_plugin_init(void) { return (void*)(((unsigned long)d | 7) + 2); }\n".to_owned(),
            "plugin: cannot load 'FILE': its description lies at an odd address; ",
        ),
        (
            "null-function",
            with_builtins("\"broken\"", "{ \"g\", f, NULL, NULL }, { \"h\", NULL, NULL, NULL },"),
            "plugin: cannot load 'FILE': its function 'h' is NULL; ",
        ),
        (
            "65-functions",
            with_builtins("\"broken\"", &many),
            "plugin: cannot load 'FILE': it has more than 64 functions; ",
        ),
        (
            "duplicates",
            with_builtins("\"broken\"", "{ \"g\", f, NULL, NULL }, { \"g\", f, NULL, NULL },"),
            "plugin: cannot load 'FILE': its functions 'g' and 'g' have one name; ",
        ),
        (
            "duplicates-in-script",
            with_builtins("\"broken\"", "{ \"a-b\", f, NULL, NULL }, { \"a_b\", f, NULL, NULL },"),
            "plugin: cannot load 'FILE': its functions 'a-b' and 'a_b' have one name; ",
        ),
        (
            "bad-word",
            with_builtins("\"broken\"", "{ \"two words\", f, NULL, NULL },"),
            "plugin: cannot load 'FILE': the name of its function 1 is not a word; ",
        ),
        (
            "empty-word",
            with_builtins("\"broken\"", "{ \"g\", f, NULL, NULL }, { \"\", f, NULL, NULL },"),
            "plugin: cannot load 'FILE': the name of its function 2 is not a word; ",
        ),
        (
            "no-text",
            with_builtins("\"broken\"", "{ \"\\xff\", f, NULL, NULL },"),
            "plugin: cannot load 'FILE': the name of its function 1 is not a word; ",
        ),
        (
            "null-name",
            with_builtins("NULL", ""),
            "plugin: cannot load 'FILE': its name is missing or is not a name; ",
        ),
        (
            "bad-name",
            with_builtins("\"9 lives\"", ""),
            "plugin: cannot load 'FILE': its name is missing or is not a name; ",
        ),
        (
            "null-list",
            "#include <joy/plugin.h>\nstatic const JoyPluginDesc d = { 1, \"x\", NULL, NULL };\nconst JoyPluginDesc* JOY_PLUGIN_ENTRY(void) { return &d; }\n".to_owned(),
            "plugin: cannot load 'FILE': its list of functions is NULL; ",
        ),
        (
            "missing-symbol",
            format!("{HEAD}void nobody_has_this(void);\nconst JoyPluginDesc* JOY_PLUGIN_ENTRY(void) {{ f(NULL); nobody_has_this(); return NULL; }}\n"),
            "plugin: cannot load 'FILE': undefined symbol: nobody_has_this; link the plugin with",
        ),
    ];
    for (test, source, expected) in rows {
        let Some(message) = refusal(&format!("broken-{test}"), &source) else {
            return;
        };
        assert!(message.starts_with(expected), "{test}: {message}");
        assert!(
            !message.ends_with('.') && !message.contains('\n'),
            "{message}"
        );
    }
}

#[test]
fn a_plugin_with_the_name_of_a_module_is_no_module() {
    let folder = compile::folder("broken-rival-name");
    let source = with_builtins("\"plugins\"", "");
    let Some(library) = compile::ours(&folder, "broken", &source) else {
        return;
    };
    let (mut vm, _) = vm::vm(&folder);
    let load = format!(
        "import plugins\nplugins.load({:?})",
        library.to_string_lossy()
    );
    let expected = format!(
        "ImportError: plugin: cannot load '{}': cannot register module 'plugins': a module of that name is there already",
        library.display()
    );
    // Asked twice, it is refused twice.
    vm::check_errors(&mut vm, "", &[(&load, &expected), (&load, &expected)]);
}

#[test]
fn files_that_are_no_libraries() {
    let folder = compile::folder("broken-files");
    let loader = Loader::new(vec![folder.clone()]);
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    std::fs::write(
        path("text.so"),
        "this is no library, but it is long enough to be looked at as one\n".repeat(9),
    )
    .expect("the folder is ours");
    std::fs::write(path("empty.so"), "").expect("as above");
    let check = |file: &str, expected: &str| {
        let Err(error) = loader.load(file) else {
            panic!("{file} is loaded");
        };
        let mut message = error.to_string();
        if !file.is_empty() {
            message = message.replace(file, "FILE");
        }
        assert!(message.starts_with(expected), "{message}");
    };
    check(
        &path("none.so"),
        "plugin: cannot load 'FILE': No such file or directory; check the path",
    );
    check(&path(""), "plugin: cannot load 'FILE': not a file; ");
    check("/dev/zero", "plugin: cannot load 'FILE': not a file; ");
    check(
        &path("text.so"),
        "plugin: cannot load 'FILE': invalid ELF header; compile it for this system",
    );
    check(
        &path("empty.so"),
        "plugin: cannot load 'FILE': file too short; compile it",
    );
    check("none", "plugin: cannot load 'FILE': no plugin 'FILE' in '");
    check("", "plugin: cannot load ''");
    check("text\0.so", "plugin: cannot load 'FILE'");
    assert!(loader.plugins().is_empty());
}

#[test]
fn exactly_64_functions_and_every_kind_of_compiler() {
    let rows: String = (0..64)
        .map(|n| format!("{{ \"f{n}\", f, \"->\", NULL }}, "))
        .collect();
    let source = with_builtins("\"full\"", &rows);
    let kinds: [(&str, &[&str]); 5] = [
        ("c99", &["-x", "c", "-std=c99", "-pedantic"]),
        (
            "c11",
            &[
                "-x",
                "c",
                "-std=c11",
                "-fvisibility=hidden",
                "-Wstrict-prototypes",
            ],
        ),
        ("c++17", &["-x", "c++", "-std=c++17", "-fvisibility=hidden"]),
        ("c++20", &["-x", "c++", "-std=c++20", "-pedantic"]),
        ("named", &["-x", "c", "-std=c11", "-DJOY_PLUGIN_NAME=full"]),
    ];
    for (kind, options) in kinds {
        let folder = compile::folder(&format!("full-{kind}"));
        let plugin = Plugin {
            name: "full",
            source: &source,
            options,
            include: compile::our_include(),
        };
        let Some(library) = compile::compile(&folder, &plugin) else {
            return;
        };
        if kind == "named" {
            // Made to be linked into a program: it has no entry point to be loaded by.
            let loader = Loader::new(Vec::new());
            assert!(loader.load_file(Path::new(&library)).is_err());
            continue;
        }
        let (mut vm, _) = vm::vm(&folder);
        vm::check(
            &mut vm,
            "import full",
            &["full.f0() is None and full.f63() is None"],
        );
    }
}
