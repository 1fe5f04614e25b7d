//! Joy on a VM of this crate: words from plugins and registered modules, messages on
//! stderr, files and time from the system.

#[cfg_attr(not(feature = "plugins"), path = "no_words.rs")]
mod words;

use crate::{Error, Vm};
use miniscript_core::{Context, Local, Res};
use miniscript_joy::Host;
pub use miniscript_joy::{Ended, Status};
use std::io::Write;
use std::path::PathBuf;
use std::time::{Instant, SystemTime};
use words::PluginWords;

/// A Joy interpreter and the VM that its values live in.
pub struct Joy {
    vm: Vm,
    joy: miniscript_joy::Joy,
}

struct System {
    words: PluginWords,
    folders: Vec<PathBuf>,
    start: Instant,
    announce: bool,
}

impl Joy {
    /// An interpreter in this VM. `announce`: say on stdout which plugins are loaded, as
    /// the interactive interpreter does.
    ///
    /// # Errors
    /// When memory is short.
    pub fn new(mut vm: Vm, announce: bool) -> Result<Joy, Error> {
        let host = System {
            words: PluginWords::new(vm.plugins()),
            folders: vm.folders().to_vec(),
            start: Instant::now(),
            announce,
        };
        let joy = vm.enter(|cx| miniscript_joy::Joy::new(cx, Box::new(host)))?;
        Ok(Joy { vm, joy })
    }

    /// Runs a whole program.
    ///
    /// # Errors
    /// An interrupt, or an output that cannot be written; errors of the program are
    /// messages on stderr.
    pub fn run(&mut self, source: &[u8], name: &str) -> Result<Ended, Error> {
        let joy = &mut self.joy;
        self.vm.enter(|cx| joy.run(cx, source, name))
    }

    /// Runs what a further line completes.
    ///
    /// # Errors
    /// As [`Joy::run`].
    pub fn feed(&mut self, line: &[u8]) -> Result<Status, Error> {
        let joy = &mut self.joy;
        self.vm.enter(|cx| joy.feed(cx, line))
    }

    /// Gives up the term that is being read.
    pub fn abandon(&mut self) {
        self.joy.abandon();
    }

    /// The interpreter's settings.
    pub fn settings(&mut self) -> &mut miniscript_joy::Joy {
        &mut self.joy
    }

    /// The VM.
    pub fn vm(&mut self) -> &mut Vm {
        &mut self.vm
    }
}

impl Host for System {
    fn error(&mut self, text: &[u8]) {
        let _ = std::io::stderr().write_all(text);
    }

    fn load(&mut self, cx: &mut Context<'_>, path: &str) -> Result<(), String> {
        if let Some(announcement) = self.words.load(cx, path)?
            && self.announce
        {
            println!("{announcement}");
        }
        Ok(())
    }

    fn words(&mut self) -> Vec<(String, u32)> {
        self.words.fresh()
    }

    fn word(&mut self, name: &str) -> Option<u32> {
        self.words.find(name)
    }

    fn call<'f>(
        &mut self,
        cx: &mut Context<'f>,
        number: u32,
        stack: Local<'f>,
    ) -> Res<'f, Local<'f>> {
        self.words.call(cx, number, stack)
    }

    fn source(&mut self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(name).ok().or_else(|| {
            self.folders
                .iter()
                .find_map(|folder| std::fs::read(folder.join(name)).ok())
        })
    }

    fn clock(&mut self) -> i64 {
        i64::try_from(self.start.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn time(&mut self) -> i64 {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |time| i64::try_from(time.as_secs()).unwrap_or(i64::MAX))
    }

    fn variable(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        let name = str::from_utf8(name).ok()?;
        Some(std::env::var(name).ok()?.into_bytes())
    }
}
