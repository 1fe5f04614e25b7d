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
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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
    /// Whether the page is compared in place of being written, and a low rate is a failure.
    pub check: bool,
}

/// A CPython with its tests.
#[derive(Debug)]
pub struct Installed {
    /// The folder of the `test` package.
    folder: PathBuf,
    /// Its version with the patch level: what fails may be another test in another one.
    version: String,
}

/// What a file must reach, in percent.
const MARK: usize = 90;

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

    /// Whether fewer tests pass than the mark asks for.
    fn is_low(&self) -> bool {
        let passed = self.passed();
        passed * 100 < (passed + self.failed()) * MARK
    }

    fn skipped(&self, wanted: impl Fn(&str) -> bool) -> usize {
        self.count(|ended| matches!(ended, Ended::Skipped(reason) if wanted(reason)))
    }
}

/// The `test` package of CPython 3.11.
///
/// # Errors
/// A sentence when there is no such CPython, or one without the package.
pub fn installed() -> Result<Installed, String> {
    let oracle = Oracle::find()?;
    let question = "import test.test_grammar, os, platform; \
                    print(os.path.dirname(test.__file__)); print(platform.python_version())";
    let output = Command::new(oracle.path())
        .args(["-I", "-c", question])
        .output()
        .map_err(|error| format!("{}: {error}", oracle.path().display()))?;
    if !output.status.success() {
        return Err(format!("{} has no package 'test'", oracle.path().display()));
    }
    let answer = String::from_utf8_lossy(&output.stdout);
    let mut lines = answer.lines();
    match (lines.next(), lines.next()) {
        (Some(folder), Some(version)) => Ok(Installed {
            folder: PathBuf::from(folder),
            version: version.to_owned(),
        }),
        _ => Err(format!("{} does not answer", oracle.path().display())),
    }
}

/// Runs what is asked for; `Ok(false)` when a failure has no reason or a reason no failure.
///
/// # Errors
/// A sentence when something cannot be started, read or written.
pub fn run(request: &Request, installed: &Installed) -> Result<bool, String> {
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
        installed: installed.folder.clone(),
        only: request.only.clone(),
        trace: request.trace,
    };
    let chosen: Vec<_> = FILES
        .iter()
        .copied()
        .filter(|(name, _)| {
            request.files.is_empty() || request.files.iter().any(|file| file == name)
        })
        .collect();
    let path = folder.join("../../docs/conformance.md");
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    // The reasons are those of the page's version; in another one other tests may fail.
    let comparable = !request.check || page::version(&before) == Some(&*installed.version);
    if !comparable {
        println!(
            "note: CPython {} is not the version of docs/conformance.md: only the rates count",
            installed.version
        );
    }
    let mut rows = Vec::new();
    let mut good = true;
    for row in all(&engine, &chosen)? {
        println!("{}", page::line(&row));
        let whole = request.only.is_empty();
        if request.check && whole && row.is_low() {
            good = false;
            println!("  below {MARK} %: {}", row.name);
        }
        for complaint in reasons.complaints(&row, whole) {
            good &= !comparable;
            println!("  {complaint}");
        }
        rows.push(row);
    }
    if request.files.is_empty() && request.only.is_empty() && comparable {
        let text = page::page(&rows, &reasons, &installed.version);
        if !request.check {
            write(&path, &text)?;
        } else if text != before {
            good = false;
            println!("docs/conformance.md is not what this run says: cargo xtask conformance");
        }
    }
    Ok(good)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)
            .map_err(|error| format!("{}: {error}", parent.display()))?;
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Runs the files, as many at a time as there are processors.
fn all(
    engine: &child::Engine,
    files: &[(&'static str, &'static [&'static str])],
) -> Result<Vec<Row>, String> {
    // The longest files stand at the end of the list: they are begun first.
    let jobs: Vec<(usize, usize)> = files
        .iter()
        .enumerate()
        .flat_map(|(file, (_, modules))| (0..modules.len()).map(move |module| (file, module)))
        .rev()
        .collect();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let work = || {
        while let Some(&(file, at)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let module = files[file].1[at];
            let outcome = engine.run(module);
            if let Ok(mut done) = done.lock() {
                done.push((file, at, outcome));
            }
        }
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|&(file, at, _)| (file, at));
    let mut rows: Vec<Row> = files
        .iter()
        .map(|&(name, _)| Row {
            name,
            tests: Vec::new(),
        })
        .collect();
    for (file, at, outcome) in done {
        let part = match files[file].1[at].rsplit_once('.') {
            Some((_, part)) => format!("{part}."),
            None => String::new(),
        };
        for (test, ended) in outcome? {
            let name = format!("{part}{test}");
            rows[file].tests.push(Test { name, ended });
        }
    }
    Ok(rows)
}
