//! A VM with captured output and a clock that stands still until all tasks wait: what the tests
//! of `ext` and `stdlib` run their scripts in.

use miniscript_core::syntax::Mode;
use miniscript_core::{Clock, Config, Fault, Reactor, Root, Task, Vm};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What a script has printed.
#[derive(Clone, Default)]
pub struct Printed(Arc<Mutex<Vec<u8>>>);

impl Printed {
    /// What was written since the last call.
    ///
    /// # Panics
    /// When that is not UTF-8.
    pub fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut self.0.lock().unwrap())).unwrap()
    }

    /// Writes as the script does.
    pub fn push(&self, bytes: &[u8]) {
        self.0.lock().unwrap().extend_from_slice(bytes);
    }
}

impl embedded_io::ErrorType for Printed {
    type Error = embedded_io::ErrorKind;
}

impl embedded_io::Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, embedded_io::ErrorKind> {
        self.push(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> Result<(), embedded_io::ErrorKind> {
        Ok(())
    }
}

/// A clock that only the reactor moves.
#[derive(Clone, Default)]
pub struct Virtual(Arc<Mutex<Duration>>);

impl Virtual {
    /// The time that has passed.
    pub fn time(&self) -> Duration {
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

/// The VM and what is behind it.
pub struct Machine {
    /// The VM.
    pub vm: Vm,
    /// Its output.
    pub printed: Printed,
    /// Its clock.
    pub clock: Virtual,
}

impl Default for Machine {
    fn default() -> Machine {
        Machine::new()
    }
}

impl Machine {
    /// A VM without modules.
    ///
    /// # Panics
    /// When memory is short.
    pub fn new() -> Machine {
        let (printed, clock) = (Printed::default(), Virtual::default());
        let vm = Vm::new(Config {
            output: Some(Box::new(printed.clone())),
            clock: Some(Box::new(clock.clone())),
            reactor: Some(Box::new(clock.clone())),
            ..Config::default()
        })
        .unwrap();
        Machine { vm, printed, clock }
    }

    /// A VM with a module.
    ///
    /// # Panics
    /// When the module is refused.
    pub fn with(module: impl Into<miniscript_core::Module>) -> Machine {
        let mut machine = Machine::new();
        machine.vm.register(module.into()).unwrap();
        machine
    }

    /// Starts a script.
    ///
    /// # Panics
    /// When it does not compile.
    pub fn start(&mut self, script: &str) -> Task {
        let chunk = self
            .vm
            .compile(script.as_bytes(), "test.py", Mode::Module)
            .unwrap();
        self.vm
            .spawn_chunk(&chunk, "__main__", Some("test.py"), true)
            .unwrap()
    }

    /// Runs a script to its end: what it printed, or what it raised.
    ///
    /// # Errors
    /// What it raised.
    ///
    /// # Panics
    /// When it does not compile.
    pub fn run(&mut self, script: &str) -> Result<String, Fault> {
        let task = self.start(script);
        self.vm.finish(task)?;
        Ok(self.printed.take())
    }

    /// Runs a script that must not fail.
    ///
    /// # Panics
    /// When it does, or prints something else.
    #[track_caller]
    pub fn check(&mut self, script: &str, expected: &str) {
        match self.run(script) {
            Ok(printed) => assert_eq!(printed.trim_end(), expected, "{script}"),
            Err(fault) => panic!("{script}\n{}", fault.traceback()),
        }
    }

    /// Runs a script that must raise.
    ///
    /// # Panics
    /// When it does not, or raises something else.
    #[track_caller]
    pub fn check_error(&mut self, script: &str, expected: &str) {
        match self.run(script) {
            Ok(printed) => panic!("{script}\nprinted {printed}"),
            Err(fault) => assert_eq!(fault.to_string(), expected, "{script}"),
        }
    }

    /// A global of a module that ran.
    ///
    /// # Panics
    /// When there is none.
    pub fn global(&mut self, module: &str, name: &str) -> Root {
        self.vm
            .enter(|cx| {
                let module = cx.import(module)?;
                let value = cx.attribute(module, name)?;
                cx.keep(value)
            })
            .unwrap()
    }
}
