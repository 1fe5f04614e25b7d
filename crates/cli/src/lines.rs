//! Where the lines of a dialogue come from: a line editor (feature `repl`), or the terminal
//! as it is. Used by both executables.
//!
//! An editor needs a terminal on both sides that understands it; everything else (`TERM=dumb`,
//! output into a file) is served by [`Terminal`].

#[cfg(feature = "repl")]
#[path = "lines/edited.rs"]
mod edited;
#[cfg(not(feature = "repl"))]
#[path = "lines/absent.rs"]
mod edited;

use crate::terminal::{Event, Keyboard, Terminal};
use std::io;

/// Completes what stands before the cursor.
pub(crate) trait Complete {
    /// The byte at which the word begins, and what it may become.
    fn complete(&self, before: &str) -> (usize, Vec<String>);
}

/// How the lines are read; made before the machine, whose handler of Ctrl-C needs to know.
pub(crate) enum Way {
    /// By the terminal.
    Plain(Terminal),
    /// By the editor.
    Edited(edited::Prompting),
}

impl Way {
    /// Finds out what there is.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(crate) fn find() -> io::Result<Way> {
        match edited::Prompting::find() {
            Some(prompting) => Ok(Way::Edited(prompting)),
            None => Terminal::open().map(Way::Plain),
        }
    }

    /// What the handler of Ctrl-C needs.
    pub(crate) fn watch(&self) -> Watch {
        match self {
            Way::Plain(terminal) => Watch::Plain(terminal.keyboard()),
            Way::Edited(prompting) => Watch::Edited(prompting.clone()),
        }
    }
}

/// The side of the handler of Ctrl-C.
pub(crate) enum Watch {
    Plain(Keyboard),
    Edited(edited::Prompting),
}

impl Watch {
    /// Tells the prompt of a Ctrl-C; false if none is shown.
    pub(crate) fn interrupt(&self) -> bool {
        match self {
            Watch::Plain(keyboard) => keyboard.interrupt(),
            // At the editor's prompt Ctrl-C is a key; a signal from elsewhere changes nothing.
            Watch::Edited(prompting) => prompting.is_shown(),
        }
    }
}

/// A source of lines.
pub(crate) enum Lines<'c> {
    /// The terminal's.
    Plain(&'c mut Terminal),
    /// The editor's.
    Edited(Box<edited::Edited<'c>>),
}

impl<'c> Lines<'c> {
    /// Opens it; `variable` names the history's file in the environment (empty: none), which is
    /// `usual` in the home folder otherwise.
    pub(crate) fn open(
        way: &'c mut Way,
        complete: Option<&'c dyn Complete>,
        variable: &str,
        usual: &str,
    ) -> Lines<'c> {
        match way {
            Way::Plain(terminal) => Lines::Plain(terminal),
            Way::Edited(prompting) => Lines::Edited(Box::new(edited::Edited::open(
                prompting.clone(),
                complete,
                variable,
                usual,
            ))),
        }
    }

    /// Shows a prompt and waits for what follows.
    pub(crate) fn read(&mut self, prompt: &str) -> Event {
        match self {
            Lines::Plain(terminal) => terminal.read(prompt),
            Lines::Edited(editor) => editor.read(prompt),
        }
    }

    /// Whether the source has ended the line on the screen itself.
    pub(crate) fn ends_lines(&self) -> bool {
        !matches!(self, Lines::Plain(_))
    }

    /// Keeps an input for later recall.
    pub(crate) fn remember(&mut self, input: &str) {
        match self {
            Lines::Plain(_) => {}
            Lines::Edited(editor) => editor.remember(input),
        }
    }
}
