//! Making a [`Vm`]: limits, output, modules.

use crate::host::{Access, FileSource, Files, FirstWait, Hook, Stdout, SystemClock, escaped};
use crate::http::Network;
use crate::plugins::Plugins;
use crate::{Error, Limits, Vm};
use embedded_io::ErrorKind;
use miniscript_core::system::System;
use miniscript_core::{Clock, Config, Input, Module, ModuleSource, Output, Reactor};
use miniscript_stdlib::{Settings, Stream};
use std::collections::hash_map::RandomState;
use std::ffi::OsString;
use std::hash::{BuildHasher, Hasher};
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::task::Waker;

/// Options of a [`Vm`]; each has a default fit for a desktop program.
pub struct Builder {
    limits: Limits,
    output: Option<Box<Output>>,
    input: Option<Input>,
    clock: Option<Box<dyn Clock>>,
    reactor: Option<(Box<dyn Reactor>, Waker)>,
    before_waiting: Option<Hook>,
    source: Option<Box<dyn ModuleSource>>,
    folders: Vec<PathBuf>,
    argv: Vec<OsString>,
    stderr: Option<Stream>,
    modules: Vec<Module>,
    system: Option<Box<dyn System>>,
    entropy: Option<[u64; 3]>,
    pub(crate) network: Network,
}

impl Default for Builder {
    fn default() -> Builder {
        Builder {
            limits: Limits::default(),
            output: None,
            input: None,
            clock: None,
            reactor: None,
            before_waiting: None,
            source: None,
            folders: Vec::new(),
            argv: vec![OsString::new()],
            stderr: Some(Arc::new(|bytes: &[u8]| {
                let _ = std::io::stderr().write_all(bytes);
            })),
            modules: Vec::new(),
            system: None,
            entropy: None,
            network: Network::default(),
        }
    }
}

impl Builder {
    /// What the VM may use.
    pub fn limits(mut self, limits: Limits) -> Builder {
        self.limits = limits;
        self
    }

    /// Where `print` writes; by default the process's standard output.
    pub fn output(mut self, output: Box<Output>) -> Builder {
        self.output = Some(output);
        self
    }

    /// Where `input()` reads lines; by default the process's standard input.
    pub fn input(mut self, input: Input) -> Builder {
        self.input = Some(input);
        self
    }

    /// The VM's time; by default the system's.
    pub fn clock(mut self, clock: Box<dyn Clock>) -> Builder {
        self.clock = Some(clock);
        self
    }

    /// How the VM sleeps, and what interrupts its sleep; by default a condition
    /// variable, or the network's event loop.
    pub fn reactor(mut self, reactor: Box<dyn Reactor>, waker: Waker) -> Builder {
        self.reactor = Some((reactor, waker));
        self
    }

    /// Called once, before the VM waits for the first time, with what ends its waits: a host
    /// need not make a thread that wakes it (one that listens to signals, say) for programs
    /// that never wait.
    pub fn before_waiting(mut self, hook: impl FnOnce(Waker) + Send + 'static) -> Builder {
        self.before_waiting = Some(Box::new(hook));
        self
    }

    /// Where `import` finds modules that are not built in; replaces the folders.
    pub fn source(mut self, source: Box<dyn ModuleSource>) -> Builder {
        self.source = Some(source);
        self
    }

    /// A folder to import modules, packages and plugins from; without one there is
    /// no import from files.
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Builder {
        self.folders.push(folder.into());
        self
    }

    /// Where `sys.stderr` and the compiler's warnings are written; by default the process's standard error.
    pub fn stderr(mut self, stream: Stream) -> Builder {
        self.stderr = Some(stream);
        self
    }

    /// What scripts may reach of the machine's files and environment; by default nothing:
    /// `open()` and `os` say so.
    ///
    /// ```
    /// use miniscript_runtime::{Vm, host::Access};
    ///
    /// let builder = Vm::builder().files(Access::default().reading("data"));
    /// # let _ = builder;
    /// ```
    pub fn files(self, access: Access) -> Builder {
        self.system(Box::new(Files::new(access)))
    }

    /// Files, environment and process of the embedder's own making.
    pub fn system(mut self, system: Box<dyn System>) -> Builder {
        self.system = Some(system);
        self
    }

    /// `sys.argv`; what is no UTF-8 reaches scripts as CPython's `surrogateescape` has it.
    pub fn argv(mut self, argv: impl IntoIterator<Item = impl Into<OsString>>) -> Builder {
        self.argv = argv.into_iter().map(Into::into).collect();
        self
    }

    /// What hashes of text and the like are seeded with; by default the system's randomness,
    /// so that nobody can choose keys that collide. Fixed, every run takes the same steps.
    pub fn entropy(mut self, entropy: [u64; 3]) -> Builder {
        self.entropy = Some(entropy);
        self
    }

    /// Registers an extension module.
    pub fn module(mut self, module: impl Into<Module>) -> Builder {
        self.modules.push(module.into());
        self
    }

    /// Makes the VM.
    ///
    /// # Errors
    /// A module that is refused, or no memory.
    pub fn build(self) -> Result<Vm, Error> {
        let (mut reactor, waker, network) = self.network.parts(self.reactor);
        if let Some(hook) = self.before_waiting {
            reactor = Box::new(FirstWait::new(reactor, hook, waker.clone()));
        }
        let plugins = Plugins::new(self.folders.clone());
        let random = || RandomState::new().build_hasher().finish();
        let core = miniscript_core::Vm::new(Config {
            limits: self.limits,
            output: Some(self.output.unwrap_or_else(|| Box::new(Stdout::default()))),
            clock: Some(
                self.clock
                    .unwrap_or_else(|| Box::new(SystemClock::default())),
            ),
            reactor: Some(reactor),
            modules: Some(self.source.unwrap_or_else(|| {
                Box::new(FileSource::new(self.folders.clone()).with_plugins(plugins.clone()))
            })),
            entropy: self
                .entropy
                .unwrap_or_else(|| [random(), random(), random()]),
            waker: waker.clone(),
        })?;
        let mut vm = Vm::wrap(core, waker, plugins, self.folders);
        let settings = Settings {
            argv: self.argv.iter().map(|word| escaped(word)).collect(),
            path: vm
                .folders()
                .iter()
                .map(|folder| folder.display().to_string())
                .collect(),
            executable: std::env::current_exe()
                .map(|path| path.display().to_string())
                .unwrap_or_default(),
            stderr: self.stderr,
            entropy: Some(Arc::new(|buffer: &mut [u8]| {
                getrandom::fill(buffer).is_ok()
            })),
        };
        if let Some(stream) = settings.stderr.clone() {
            vm.core_mut()
                .set_warnings(Box::new(move |text| stream(text)));
        }
        vm.core_mut()
            .set_input(self.input.unwrap_or_else(|| Box::new(stdin_line)));
        if let Some(system) = self.system {
            vm.core_mut().set_system(system);
        }
        miniscript_stdlib::install(vm.core_mut(), &settings);
        if let Some(module) = vm.plugins().module() {
            vm.core_mut().add_standard(module)?;
        }
        if let Some(module) = network {
            vm.core_mut().add_standard(module)?;
        }
        for module in self.modules {
            vm.core_mut().register(module)?;
        }
        Ok(vm)
    }
}

/// A line of the process's standard input.
fn stdin_line() -> Result<Option<Vec<u8>>, ErrorKind> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some(line)),
        Err(error) => Err(match error.kind() {
            std::io::ErrorKind::PermissionDenied => ErrorKind::PermissionDenied,
            _ => ErrorKind::Other,
        }),
    }
}
