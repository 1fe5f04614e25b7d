//! A VM with a loader, as a host makes one, and rows of MiniScript to run in it.

use miniscript_core::compile::Chunk;
use miniscript_core::syntax::Mode;
use miniscript_core::{Config, Fault, Found, ModuleSource, Vm};
use miniscript_loader::Loader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Finds plugins in one folder.
struct Source {
    loader: Loader,
    folder: PathBuf,
}

impl ModuleSource for Source {
    fn find(&mut self, name: &str, folders: Option<&str>) -> Result<Option<Found>, String> {
        let folder = folders.map_or(self.folder.as_path(), Path::new);
        match self.loader.import_from(name, folder) {
            Ok(module) => Ok(module.map(|module| Found::Native(Box::new(module)))),
            Err(error) => Err(error.to_string()),
        }
    }

    fn text(&mut self, _filename: &str) -> Option<Vec<u8>> {
        None
    }
}

/// A VM that imports plugins from `folder`.
pub(crate) fn vm(folder: &Path) -> (Vm, Loader) {
    let loader = Loader::new(vec![folder.to_owned()]);
    let source = Source {
        loader: loader.clone(),
        folder: folder.to_owned(),
    };
    let mut vm = Vm::new(Config {
        modules: Some(Box::new(source)),
        ..Config::default()
    })
    .expect("there is memory");
    vm.add_standard(loader.plugins_module())
        .expect("a standard module");
    (vm, loader)
}

/// Runs a program in a task, on a native stack of its own.
pub(crate) fn run(vm: &mut Vm, program: &str) -> Result<(), Fault> {
    let chunk: Arc<Chunk> = vm.compile(program.as_bytes(), "test.py", Mode::Module)?;
    let task = vm.spawn_chunk(&chunk, "__main__", None, false)?;
    vm.finish(task).map(|_| ())
}

/// Checks that each expression is true.
#[track_caller]
pub(crate) fn check(vm: &mut Vm, prelude: &str, rows: &[&str]) {
    for row in rows {
        let program = format!("{prelude}\nassert {row}, {row:?}\n");
        if let Err(fault) = run(vm, &program) {
            panic!("{row}\n{fault}\n{}", fault.traceback());
        }
    }
}

/// Checks that each statement raises this: `Class: text`.
#[track_caller]
pub(crate) fn check_errors(vm: &mut Vm, prelude: &str, rows: &[(&str, &str)]) {
    for (row, expected) in rows {
        match run(vm, &format!("{prelude}\n{row}\n")) {
            Ok(()) => panic!("{row} raises nothing"),
            Err(fault) => assert_eq!(fault.to_string(), *expected, "{row}"),
        }
    }
}
