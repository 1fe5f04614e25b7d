//! CPython's own test files on MiniScript: the list of files, the run, the page.
//!
//! The files are those of the `test` package that is installed with the oracle; none of them is
//! part of this repository. They run through the thin `unittest` in `conformance/harness`, each in
//! child processes of its own ([`child`]), so that a crash or a hang costs one test. What fails
//! needs a line in `conformance/reasons.txt` ([`reasons`]); [`page`] makes `docs/conformance.md`.

mod child;
mod page;
mod reasons;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::{Language, Oracle, locate};
use child::Ended;
use reasons::Reasons;

/// The files, by the name in the issue; a folder stands for the files in it that are named.
const FILES: &[(&str, &[&str])] = &[
    ("grammar", &["test_grammar"]),
    ("generators", &["test_generators"]),
    ("generator_stop", &["test_generator_stop"]),
    ("coroutines", &["test_coroutines"]),
    ("asyncgen", &["test_asyncgen"]),
    ("scope", &["test_scope"]),
    ("descr", &["test_descr"]),
    ("exceptions", &["test_exceptions"]),
    ("except_star", &["test_except_star"]),
    ("exception_group", &["test_exception_group"]),
    ("patma", &["test_patma"]),
    ("fstring", &["test_fstring"]),
    ("format", &["test_format"]),
    ("dict", &["test_dict"]),
    ("set", &["test_set"]),
    ("list", &["test_list"]),
    ("tuple", &["test_tuple"]),
    ("unicode", &["test_unicode"]),
    ("int", &["test_int"]),
    ("float", &["test_float"]),
    ("complex", &["test_complex"]),
    ("bytes", &["test_bytes"]),
    ("with", &["test_with"]),
    ("itertools", &["test_itertools"]),
    ("functools", &["test_functools"]),
    ("collections", &["test_collections"]),
    (
        "json",
        &[
            "test_json.test_decode",
            "test_json.test_default",
            "test_json.test_dump",
            "test_json.test_encode_basestring_ascii",
            "test_json.test_enum",
            "test_json.test_fail",
            "test_json.test_float",
            "test_json.test_indent",
            "test_json.test_pass1",
            "test_json.test_pass2",
            "test_json.test_pass3",
            "test_json.test_recursion",
            "test_json.test_scanstring",
            "test_json.test_separators",
            "test_json.test_speedups",
            "test_json.test_unicode",
        ],
    ),
    ("re", &["test_re"]),
    ("struct", &["test_struct"]),
    (
        "asyncio",
        &[
            "test_asyncio.test_tasks",
            "test_asyncio.test_locks",
            "test_asyncio.test_queues",
            "test_asyncio.test_taskgroups",
        ],
    ),
];

/// What is asked for.
#[derive(Debug, Default)]
pub struct Request {
    /// Names of the list; all of them when empty.
    pub files: Vec<String>,
    /// Only tests whose name contains this.
    pub only: String,
    /// Whether tracebacks of failures are shown.
    pub trace: bool,
}

/// One test and how it ended.
#[derive(Debug)]
struct Test {
    name: String,
    ended: Ended,
}

/// One row of the table.
#[derive(Debug)]
struct Row {
    name: &'static str,
    tests: Vec<Test>,
}

impl Row {
    fn count(&self, wanted: impl Fn(&Ended) -> bool) -> usize {
        self.tests.iter().filter(|test| wanted(&test.ended)).count()
    }

    fn passed(&self) -> usize {
        self.count(|ended| matches!(ended, Ended::Passed))
    }

    fn failed(&self) -> usize {
        self.count(|ended| matches!(ended, Ended::Failed(_)))
    }

    fn skipped(&self, wanted: impl Fn(&str) -> bool) -> usize {
        self.count(|ended| matches!(ended, Ended::Skipped(reason) if wanted(reason)))
    }
}

/// The folder of the `test` package of CPython 3.11.
///
/// # Errors
/// A sentence when there is no such CPython, or one without the package.
pub fn installed() -> Result<PathBuf, String> {
    let oracle = Oracle::find()?;
    let question = "import test.test_grammar, os; print(os.path.dirname(test.__file__))";
    let output = Command::new(oracle.path())
        .args(["-I", "-c", question])
        .output()
        .map_err(|error| format!("{}: {error}", oracle.path().display()))?;
    if !output.status.success() {
        return Err(format!("{} has no package 'test'", oracle.path().display()));
    }
    Ok(PathBuf::from(
        String::from_utf8_lossy(&output.stdout).trim(),
    ))
}

/// Runs what is asked for; `Ok(false)` when a failure has no reason or a reason no failure.
///
/// # Errors
/// A sentence when something cannot be started, read or written.
pub fn run(request: &Request, installed: &Path) -> Result<bool, String> {
    for name in &request.files {
        if !FILES.iter().any(|(known, _)| known == name) {
            let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
            return Err(format!("'{name}' is none of {}", names.join(", ")));
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let reasons = Reasons::read(&folder.join("reasons.txt"))?;
    let engine = child::Engine {
        executable: locate(Language::Lang)?,
        harness: folder.join("harness"),
        installed: installed.to_owned(),
        only: request.only.clone(),
        trace: request.trace,
    };
    let mut rows = Vec::new();
    let mut good = true;
    for &(name, modules) in FILES {
        if !request.files.is_empty() && !request.files.iter().any(|file| file == name) {
            continue;
        }
        let mut tests = Vec::new();
        for module in modules {
            let part = match module.rsplit_once('.') {
                Some((_, part)) => format!("{part}."),
                None => String::new(),
            };
            for (test, ended) in engine.run(module)? {
                let name = format!("{part}{test}");
                tests.push(Test { name, ended });
            }
        }
        let row = Row { name, tests };
        println!("{}", page::line(&row));
        let whole = request.only.is_empty();
        for complaint in reasons.complaints(&row, whole) {
            good = false;
            println!("  {complaint}");
        }
        rows.push(row);
    }
    if request.files.is_empty() && request.only.is_empty() {
        let path = folder.join("../../docs/conformance.md");
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|error| format!("{}: {error}", parent.display()))?;
        }
        std::fs::write(&path, page::page(&rows, &reasons))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(good)
}
