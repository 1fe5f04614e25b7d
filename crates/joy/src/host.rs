//! What Joy asks of the program around it. Everything has a default, so that a
//! device needs to give no more than a place for messages.

use alloc::string::String;
use alloc::vec::Vec;
use miniscript_core::{Context, Local, Res};

/// The embedder's side of one Joy.
pub trait Host: Send {
    /// Takes a message: whole lines, with their ends.
    fn error(&mut self, text: &[u8]);

    /// Loads a plugin by its path, so that [`Host::words`] and [`Host::word`] know its
    /// words; loading one twice changes nothing.
    ///
    /// # Errors
    /// One sentence, or several lines, that name the file.
    fn load(&mut self, cx: &mut Context<'_>, path: &str) -> Result<(), String> {
        let _ = cx;
        Err(alloc::format!(
            "plugin: cannot load '{path}': this program loads no plugins"
        ))
    }

    /// Plugins' words that have come since it was asked last, each with the number that
    /// [`Host::call`] takes.
    fn words(&mut self) -> Vec<(String, u32)> {
        Vec::new()
    }

    /// The number of a plugin's word by its full name, `plugin.word`.
    fn word(&mut self, name: &str) -> Option<u32> {
        let _ = name;
        None
    }

    /// Calls a plugin's word on this stack, a list with the top first: the new stack.
    ///
    /// # Errors
    /// What the word reported; the stack stays as it was.
    fn call<'f>(
        &mut self,
        cx: &mut Context<'f>,
        number: u32,
        stack: Local<'f>,
    ) -> Res<'f, Local<'f>> {
        let _ = (cx, number);
        Ok(stack)
    }

    /// The text of a file that `include` names; `None` if it cannot be read.
    fn source(&mut self, name: &str) -> Option<Vec<u8>> {
        let _ = name;
        None
    }

    /// One more line of the program, with its end, when `get` needs it.
    fn line(&mut self) -> Option<Vec<u8>> {
        None
    }

    /// A line that begins with `$`, for the system's shell.
    fn shell(&mut self, command: &[u8]) {
        let _ = command;
    }

    /// Milliseconds of processor time used.
    fn clock(&mut self) -> i64 {
        0
    }

    /// Seconds since 1970-01-01 UTC.
    fn time(&mut self) -> i64 {
        0
    }

    /// A variable of the environment.
    fn variable(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        let _ = name;
        None
    }
}

/// A host that hears nothing and gives nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mute;

impl Host for Mute {
    fn error(&mut self, _: &[u8]) {}
}
