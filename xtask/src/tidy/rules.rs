//! The rules for a single Rust source.

use super::Finding;
use super::source::Source;

/// A longer file is split by concept.
const LONGEST: usize = 800;

/// Where unsafe code may stand; everywhere else a crate forbids it.
const UNSAFE_FOLDERS: &[&str] = &[
    "crates/core/src/heap",
    "crates/core/src/object",
    "crates/core/src/vm",
    "crates/core/src/task",
    "crates/capi",
    "crates/loader",
];

/// Small modules outside those folders that cannot do their job without it, each with its reason.
const UNSAFE_MODULES: &[(&str, &str)] = &[
    (
        "crates/cli/src/linux/elementary.rs",
        "what stands in for functions of C calls them by their addresses",
    ),
    (
        "crates/cli/src/linux/entry.rs",
        "the C library's start code calls it by name",
    ),
    (
        "crates/cli/src/signals.rs",
        "a handler of signals may not do what safe code can do",
    ),
    (
        "tests/device/src/board.rs",
        "a firmware gives its allocator the board's memory",
    ),
    (
        "xtask/size-image/src/main.rs",
        "a firmware image needs a global allocator and an entry symbol",
    ),
    (
        "xtask/size-image/src/board.rs",
        "promises that what lies in the VM's host stays on the one thread there is",
    ),
    (
        "crates/runtime/tests/promises/foreign.rs",
        "parks tasks beneath a C function that calls back",
    ),
];

/// Layers that may not know the engine: the sans-IO half of HTTP.
const ENGINE_FREE: &[&str] = &["crates/http/src/proto", "crates/http/src/client"];

/// Applies every rule.
pub(super) fn all(source: &Source, findings: &mut Vec<Finding>) {
    if !source.is_generated() {
        length(source, findings);
        module_docs(source, findings);
    }
    unsafe_in_its_place(source, findings);
    unsafe_is_explained(source, findings);
    gates_outside_bodies(source, findings);
    layers(source, findings);
}

fn note(source: &Source, line: usize, text: impl Into<String>, findings: &mut Vec<Finding>) {
    findings.push(Finding {
        file: source.file.clone(),
        line,
        text: text.into(),
    });
}

fn length(source: &Source, findings: &mut Vec<Finding>) {
    let lines = source.lines.len();
    if lines > LONGEST {
        note(
            source,
            0,
            format!("{lines} lines, more than {LONGEST}: split it by concept"),
            findings,
        );
    }
}

fn module_docs(source: &Source, findings: &mut Vec<Finding>) {
    // Sources of a compile-fail suite are shown to the compiler, not to a reader.
    if source.file.contains("/compile-fail/") || source.file.contains("/ui/") {
        return;
    }
    let first = source
        .lines
        .iter()
        .map(|line| line.trim())
        .find(|line| !line.is_empty());
    if !first.is_some_and(|line| line.starts_with("//!")) {
        note(
            source,
            1,
            "does not open with `//!`: say what it owns, who calls it, what always holds",
            findings,
        );
    }
}

fn unsafe_in_its_place(source: &Source, findings: &mut Vec<Finding>) {
    let in_folder = UNSAFE_FOLDERS
        .iter()
        .any(|folder| is_under(&source.file, folder));
    if in_folder || UNSAFE_MODULES.iter().any(|(file, _)| *file == source.file) {
        return;
    }
    for at in source.words("unsafe") {
        note(
            source,
            source.line_of(at),
            "`unsafe` outside the folders and modules that may use it",
            findings,
        );
    }
}

/// Whether a file is the module of that path or lies inside it.
fn is_under(file: &str, module: &str) -> bool {
    file.strip_prefix(module)
        .is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

fn unsafe_is_explained(source: &Source, findings: &mut Vec<Finding>) {
    for at in source.words("unsafe") {
        let rest = source.code[at + "unsafe".len()..].trim_start();
        let line = source.line_of(at);
        let is_pointer_type = rest.starts_with("fn(")
            || rest.starts_with("extern") && rest.contains("fn(") && {
                let head = rest.split(['{', ';', '(']).next().unwrap_or("");
                head.trim_end().ends_with("fn")
            };
        // `#[unsafe(no_mangle)]` is explained by the item below it.
        if is_pointer_type || rest.starts_with('(') {
            continue;
        }
        let (wanted, what) = if rest.starts_with('{') || rest.starts_with("impl") {
            (&["SAFETY:"][..], "a `// SAFETY:` comment")
        } else {
            (
                &["SAFETY:", "# Safety"][..],
                "a `# Safety` section or a `// SAFETY:` comment",
            )
        };
        let by_module = rest.starts_with("fn") && !is_public(source, line) && module_safety(source);
        if !by_module && !explained(source, line, wanted) {
            note(
                source,
                line,
                format!("`unsafe` without {what} above it"),
                findings,
            );
        }
    }
}

fn is_public(source: &Source, line: usize) -> bool {
    source
        .code_line(line)
        .trim_start()
        .starts_with("pub unsafe")
}

/// Whether the module's own docs have a `# Safety` section: one contract for all of its unsafe
/// functions that are not public, as in a raw layer where each would repeat it.
fn module_safety(source: &Source) -> bool {
    source
        .lines
        .iter()
        .take_while(|line| line.starts_with("//!"))
        .any(|line| line.contains("# Safety"))
}

/// Looks at the line, at the statement it belongs to, and at the comments right above that.
fn explained(source: &Source, line: usize, wanted: &[&str]) -> bool {
    let says = |line: usize| {
        source.lines.get(line - 1).is_some_and(|text| {
            text.split_once("//")
                .is_some_and(|(_, comment)| wanted.iter().any(|word| comment.contains(word)))
        })
    };
    if says(line) {
        return true;
    }
    let mut seen_comment = false;
    for above in (1..line).rev() {
        let code = source.code_line(above).trim();
        if says(above) {
            return true;
        }
        let is_blank_line = source
            .lines
            .get(above - 1)
            .is_none_or(|text| text.trim().is_empty());
        let is_comment = code.is_empty() && !is_blank_line;
        seen_comment |= is_comment;
        let ends_statement = code.ends_with([';', '{', '}']);
        if is_blank_line
            || ends_statement
            || (seen_comment && !is_comment && !code.starts_with("#["))
        {
            return false;
        }
    }
    false
}

fn gates_outside_bodies(source: &Source, findings: &mut Vec<Finding>) {
    let bodies = source.bodies();
    for gate in ["#[cfg(", "cfg!(feature", "cfg_if!"] {
        for (at, _) in source.code.match_indices(gate) {
            if !source.in_tests(at) && bodies.iter().any(|body| body.contains(&at)) {
                note(
                    source,
                    source.line_of(at),
                    format!("`{gate}` inside a function: choose once, per module"),
                    findings,
                );
            }
        }
    }
}

fn layers(source: &Source, findings: &mut Vec<Finding>) {
    if !ENGINE_FREE
        .iter()
        .any(|folder| is_under(&source.file, folder))
    {
        return;
    }
    for name in ["miniscript_core", "miniscript_ext"] {
        for at in source.words(name) {
            note(
                source,
                source.line_of(at),
                format!("names `{name}`: this layer knows no engine"),
                findings,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The findings of one rule as `line: beginning of the text`.
    fn check(
        rule: fn(&Source, &mut Vec<Finding>),
        file: &str,
        text: &str,
        expected: &[(usize, &str)],
    ) {
        let mut findings = Vec::new();
        rule(&Source::new(file, text), &mut findings);
        let found: Vec<(usize, &str)> = findings
            .iter()
            .map(|finding| (finding.line, finding.text.as_str()))
            .collect();
        assert_eq!(found.len(), expected.len(), "{file}: {found:?}");
        for ((line, text), (expected_line, part)) in found.iter().zip(expected) {
            assert!(
                line == expected_line && text.contains(part),
                "{file}:{line}: {text}"
            );
        }
    }

    #[test]
    fn long_files() {
        check(length, "a.rs", &"//! a\n".repeat(800), &[]);
        check(length, "a.rs", &"//! a\n".repeat(801), &[(0, "801 lines")]);
    }

    #[test]
    fn generated_files_may_be_long_and_undocumented() {
        let mut findings = Vec::new();
        let text = format!(
            "// @generated by codegen\n{}",
            "const A: u8 = 1;\n".repeat(900)
        );
        all(
            &Source::new("crates/core/src/table.rs", &text),
            &mut findings,
        );
        assert_eq!(findings, []);
    }

    #[test]
    fn missing_docs() {
        check(module_docs, "a.rs", "//! What it owns.\nfn a() {}\n", &[]);
        check(
            module_docs,
            "a.rs",
            "// a comment\n//! late\n",
            &[(1, "does not open")],
        );
        check(module_docs, "a.rs", "", &[(1, "does not open")]);
        check(module_docs, "tests/ui/a.rs", "fn a() {}\n", &[]);
    }

    #[test]
    fn unsafe_places() {
        let text = "fn a() { unsafe { b() } }\n// unsafe in words\nconst C: &str = \"unsafe\";\n#![forbid(unsafe_code)]\n";
        check(
            unsafe_in_its_place,
            "crates/ext/src/a.rs",
            text,
            &[(1, "outside the folders")],
        );
        for file in [
            "crates/core/src/heap/mod.rs",
            "crates/core/src/vm.rs",
            "crates/loader/src/lib.rs",
        ] {
            check(unsafe_in_its_place, file, text, &[]);
        }
        check(
            unsafe_in_its_place,
            "crates/core/src/vmx.rs",
            text,
            &[(1, "outside")],
        );
    }

    #[test]
    fn unsafe_reasons() {
        let good = "fn a() {\n    // SAFETY: b takes anything.\n    let c =\n        unsafe { b() };\n}\n\
                    /// Reads.\n///\n/// # Safety\n/// The pointer is valid.\n#[inline]\npub unsafe fn d() {}\n\
                    type F = unsafe fn(u8);\ntype G = unsafe extern \"C\" fn(u8);\n#[unsafe(no_mangle)]\nfn e() {}\n\
                    // SAFETY: no data.\nunsafe impl Send for A {}\n";
        check(unsafe_is_explained, "a.rs", good, &[]);
        let bad = "fn a() {\n    // SAFETY: of another one.\n    b();\n    unsafe { b() };\n}\nunsafe fn c() {}\n";
        check(
            unsafe_is_explained,
            "a.rs",
            bad,
            &[(4, "SAFETY:"), (6, "# Safety")],
        );
    }

    #[test]
    fn one_contract_for_a_raw_module() {
        let text = "//! The raw layer.\n//!\n//! # Safety\n//! Pointers are live.\npub(crate) unsafe fn a() {}\npub unsafe fn b() {}\n\
                    impl C {\n    pub(super) unsafe fn d() {}\n    fn e() {\n        unsafe { a() }\n    }\n}\n";
        let expected = [(6, "# Safety"), (10, "SAFETY:")];
        check(unsafe_is_explained, "a.rs", text, &expected);
    }

    #[test]
    fn gates_in_bodies() {
        let text = "#[cfg(feature = \"std\")]\nmod a;\nfn b() {\n    #[cfg(feature = \"std\")]\n    c();\n}\n\
                    #[cfg(test)]\nmod tests {\n    fn d() {\n        #[cfg(unix)]\n        c();\n    }\n}\n";
        check(
            gates_outside_bodies,
            "crates/core/src/a.rs",
            text,
            &[(4, "inside a function")],
        );
        check(gates_outside_bodies, "crates/core/tests/a.rs", text, &[]);
    }

    #[test]
    fn the_protocol_knows_no_engine() {
        let text = "use miniscript_core::Value; // miniscript_ext\n";
        check(
            layers,
            "crates/http/src/proto/head.rs",
            text,
            &[(1, "miniscript_core")],
        );
        check(layers, "crates/http/src/module/mod.rs", text, &[]);
    }
}
