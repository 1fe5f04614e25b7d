//! What scripts reach of the machine's files: what their embedder lends, and no more.

use miniscript_runtime::Vm;
use miniscript_runtime::host::{Access, Captured};
use std::path::{Path, PathBuf};

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("miniscript-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("in")).expect("the folder is made");
    std::fs::write(folder.join("secret"), "hidden").expect("the file is written");
    folder
}

/// What a script prints that may reach what `access` says.
fn run(access: Option<Access>, folder: &Path, source: &str) -> String {
    let output = Captured::default();
    let mut builder = Vm::builder().output(Box::new(output.clone()));
    if let Some(access) = access {
        builder = builder.files(access);
    }
    let mut vm = builder.build().expect("a VM");
    let source = format!("folder = {:?}\n{source}", folder.display().to_string());
    vm.run_source(&source, "test.py").expect("the script runs");
    vm.finalize().expect("the end");
    vm.flush().expect("the output is written");
    output.text()
}

const ATTEMPT: &str = "
def attempt(function, *args):
    try:
        print(function(*args))
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror)
import io, os
";

#[test]
fn without_files_a_script_is_told_so() {
    let folder = folder("none");
    let source = format!(
        "{ATTEMPT}
attempt(open, folder + '/secret')
attempt(os.listdir, folder)
attempt(os.getcwd)
attempt(os.urandom, 1)
print(dict(os.environ), os.path.exists(folder), os.cpu_count())
s = io.StringIO()
print('in memory', file=s)
print(s.getvalue(), io.BytesIO(b'x').read())
"
    );
    let text = "OSError 38 this program lends scripts no files and no environment (it has set no System)\n";
    let expected = format!("{}{{}} False None\nin memory\n b'x'\n", text.repeat(4));
    assert_eq!(run(None, &folder, &source), expected);
    std::fs::remove_dir_all(folder).expect("the folder is removed");
}

#[test]
fn a_script_stays_in_the_folders_it_was_given() {
    let folder = folder("inside");
    let source = format!(
        "{ATTEMPT}
with open(folder + '/in/new', 'w') as f:
    f.write('text')
attempt(lambda: open(folder + '/in/new').read())
attempt(open, folder + '/secret')
attempt(open, folder + '/in/../secret')
attempt(open, folder + '/other', 'w')
attempt(os.stat, folder + '/secret')
attempt(os.listdir, folder)
attempt(os.rename, folder + '/in/new', folder + '/out')
attempt(os.symlink, folder + '/secret', folder + '/in/link')
attempt(open, folder + '/in/link')
attempt(os.chdir, folder + '/in')
attempt(os.umask, 0)
attempt(os._exit, 1)
attempt(os.write, 1, b'x')
print(len(os.environ), os.listdir(folder + '/in') != [])
"
    );
    let denied = "PermissionError 13 Permission denied\n";
    let bad = "OSError 9 Bad file descriptor\n";
    let expected = format!(
        "text\n{}None\n{}{bad}0 True\n",
        denied.repeat(6),
        denied.repeat(4)
    );
    let access = Access::default().writing(folder.join("in"));
    assert_eq!(run(Some(access), &folder, &source), expected);
    assert!(folder.join("in/new").exists() && !folder.join("out").exists());
    std::fs::remove_dir_all(folder).expect("the folder is removed");
}

#[test]
fn reading_alone_changes_nothing() {
    let folder = folder("reading");
    let source = format!(
        "{ATTEMPT}
attempt(lambda: open(folder + '/secret').read())
for mode in ('w', 'a', 'x', 'r+'):
    attempt(open, folder + '/secret', mode)
attempt(os.open, folder + '/secret', os.O_RDONLY | os.O_TRUNC)
attempt(os.remove, folder + '/secret')
attempt(os.mkdir, folder + '/made')
attempt(os.chmod, folder + '/secret', 0)
attempt(os.truncate, folder + '/secret', 0)
attempt(os.utime, folder + '/secret')
attempt(os.link, folder + '/secret', folder + '/twin')
print(sorted(os.listdir(folder)), 'PATH' in os.environ)
"
    );
    let denied = "PermissionError 13 Permission denied\n";
    let expected = format!("hidden\n{}['in', 'secret'] True\n", denied.repeat(11));
    let access = Access::default().reading(&folder).environment();
    assert_eq!(run(Some(access), &folder, &source), expected);
    std::fs::remove_dir_all(folder).expect("the folder is removed");
}

#[test]
fn the_environment_of_the_process_stays_as_it_is() {
    let folder = folder("environment");
    let source = "import os\nos.environ['MINISCRIPT_TEST_VARIABLE'] = 'x'\nprint(os.getenv('MINISCRIPT_TEST_VARIABLE'))\n";
    let access = Access::default().environment();
    assert_eq!(run(Some(access), &folder, source), "x\n");
    assert!(std::env::var_os("MINISCRIPT_TEST_VARIABLE").is_none());
    std::fs::remove_dir_all(folder).expect("the folder is removed");
}
