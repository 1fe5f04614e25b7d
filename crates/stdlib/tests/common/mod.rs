//! A VM with captured output and a clock that stands still until all tasks wait.
#![allow(dead_code, reason = "each test file uses a part")]

use miniscript_core::syntax::Mode;
use miniscript_core::{Clock, Config, Fault, Reactor, Root, Task, Vm};
use miniscript_stdlib::Settings;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What a script has printed.
#[derive(Clone, Default)]
pub(crate) struct Printed(Arc<Mutex<Vec<u8>>>);

impl Printed {
    pub(crate) fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut self.0.lock().unwrap())).unwrap()
    }
}

impl embedded_io::ErrorType for Printed {
    type Error = embedded_io::ErrorKind;
}

impl embedded_io::Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, embedded_io::ErrorKind> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> Result<(), embedded_io::ErrorKind> {
        Ok(())
    }
}

/// A clock that only the reactor moves.
#[derive(Clone, Default)]
pub(crate) struct Virtual(Arc<Mutex<Duration>>);

impl Virtual {
    pub(crate) fn time(&self) -> Duration {
        *self.0.lock().unwrap()
    }
}

impl Clock for Virtual {
    fn now(&mut self) -> Duration {
        self.time()
    }
    fn calendar(&mut self) -> Option<Duration> {
        Some(Duration::from_secs(1_700_000_000) + self.time())
    }
}

impl Reactor for Virtual {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        match timeout {
            Some(timeout) => {
                *self.0.lock().unwrap() += timeout;
                true
            }
            None => false,
        }
    }
}

pub(crate) struct Machine {
    pub(crate) vm: Vm,
    pub(crate) printed: Printed,
    pub(crate) clock: Virtual,
}

impl Machine {
    pub(crate) fn new() -> Machine {
        let (printed, clock) = (Printed::default(), Virtual::default());
        let mut vm = Vm::new(Config {
            output: Some(Box::new(printed.clone())),
            clock: Some(Box::new(clock.clone())),
            reactor: Some(Box::new(clock.clone())),
            ..Config::default()
        })
        .unwrap();
        let errors = printed.clone();
        let settings = Settings {
            argv: vec!["test.py".into(), "one".into()],
            stderr: Some(Arc::new(move |bytes| {
                errors.0.lock().unwrap().extend_from_slice(b"err:");
                errors.0.lock().unwrap().extend_from_slice(bytes);
            })),
            ..Settings::default()
        };
        miniscript_stdlib::install(&mut vm, &settings).unwrap();
        Machine { vm, printed, clock }
    }

    pub(crate) fn start(&mut self, script: &str) -> Task {
        let chunk = self
            .vm
            .compile(script.as_bytes(), "test.py", Mode::Module)
            .unwrap();
        self.vm
            .spawn_chunk(&chunk, "__main__", Some("test.py"), true)
            .unwrap()
    }

    /// Runs a script to its end: what it printed, or what it raised.
    pub(crate) fn run(&mut self, script: &str) -> Result<String, Fault> {
        let task = self.start(script);
        self.vm.finish(task)?;
        Ok(self.printed.take())
    }

    /// Runs a script that must not fail.
    #[track_caller]
    pub(crate) fn check(&mut self, script: &str, expected: &str) {
        match self.run(script) {
            Ok(printed) => assert_eq!(printed.trim_end(), expected, "{script}"),
            Err(fault) => panic!("{script}\n{}", fault.traceback()),
        }
    }

    /// A script that must raise.
    #[track_caller]
    pub(crate) fn check_error(&mut self, script: &str, expected: &str) {
        match self.run(script) {
            Ok(printed) => panic!("{script}\nprinted {printed}"),
            Err(fault) => assert_eq!(fault.to_string(), expected, "{script}"),
        }
    }

    /// A global of a module that ran.
    pub(crate) fn global(&mut self, module: &str, name: &str) -> Root {
        self.vm
            .enter(|cx| {
                let module = cx.import(module)?;
                let value = cx.attribute(module, name)?;
                cx.keep(value)
            })
            .unwrap()
    }
}
