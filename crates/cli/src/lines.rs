//! Where the lines of a dialogue come from: a line editor (feature `repl`), or the terminal
//! as it is. Used by both executables.
//!
//! An editor needs a terminal on both sides that understands it; everything else (`TERM=dumb`,
//! output into a file) is served by [`Terminal`].

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
    #[cfg(feature = "repl")]
    Edited(edited::Prompting),
}

impl Way {
    /// Finds out what there is.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(crate) fn find() -> io::Result<Way> {
        #[cfg(feature = "repl")]
        if edited::is_possible() {
            return Ok(Way::Edited(edited::Prompting::default()));
        }
        Terminal::open().map(Way::Plain)
    }

    /// What the handler of Ctrl-C needs.
    pub(crate) fn watch(&self) -> Watch {
        match self {
            Way::Plain(terminal) => Watch::Plain(terminal.keyboard()),
            #[cfg(feature = "repl")]
            Way::Edited(prompting) => Watch::Edited(prompting.clone()),
        }
    }
}

/// The side of the handler of Ctrl-C.
pub(crate) enum Watch {
    Plain(Keyboard),
    #[cfg(feature = "repl")]
    Edited(edited::Prompting),
}

impl Watch {
    /// Tells the prompt of a Ctrl-C; false if none is shown.
    pub(crate) fn interrupt(&self) -> bool {
        match self {
            Watch::Plain(keyboard) => keyboard.interrupt(),
            // At the editor's prompt Ctrl-C is a key; a signal from elsewhere changes nothing.
            #[cfg(feature = "repl")]
            Watch::Edited(prompting) => prompting.is_shown(),
        }
    }
}

/// A source of lines.
pub(crate) enum Lines<'c> {
    /// The terminal's.
    Plain(&'c mut Terminal),
    /// The editor's.
    #[cfg(feature = "repl")]
    Edited(Box<edited::Edited<'c>>),
}

impl<'c> Lines<'c> {
    /// Opens it; `variable` names the history's file in the environment (empty: none), which is
    /// `usual` in the home folder otherwise.
    #[cfg_attr(
        not(feature = "repl"),
        allow(unused_variables, reason = "the editor's")
    )]
    pub(crate) fn open(
        way: &'c mut Way,
        complete: Option<&'c dyn Complete>,
        variable: &str,
        usual: &str,
    ) -> Lines<'c> {
        match way {
            Way::Plain(terminal) => Lines::Plain(terminal),
            #[cfg(feature = "repl")]
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
            #[cfg(feature = "repl")]
            Lines::Edited(editor) => editor.read(prompt),
        }
    }

    /// Whether the source has ended the line on the screen itself.
    pub(crate) fn ends_lines(&self) -> bool {
        !matches!(self, Lines::Plain(_))
    }

    /// Keeps an input for later recall.
    #[cfg_attr(
        not(feature = "repl"),
        allow(unused_variables, reason = "the editor's")
    )]
    pub(crate) fn remember(&mut self, input: &str) {
        match self {
            Lines::Plain(_) => {}
            #[cfg(feature = "repl")]
            Lines::Edited(editor) => editor.remember(input),
        }
    }
}

#[cfg(feature = "repl")]
pub(crate) mod edited {
    //! The editor: rustyline, with bracketed paste, completion and a history file.

    use super::Complete;
    use crate::terminal::Event;
    use rustyline::completion::Completer;
    use rustyline::error::ReadlineError;
    use rustyline::highlight::Highlighter;
    use rustyline::hint::Hinter;
    use rustyline::history::FileHistory;
    use rustyline::validate::Validator;
    use rustyline::{CompletionType, Config, Context, Editor, Helper};
    use std::io::{self, IsTerminal};
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// Inputs that are kept.
    const HISTORY: usize = 1000;

    /// Whether a prompt is shown.
    #[derive(Clone, Default)]
    pub(crate) struct Prompting(Arc<AtomicBool>);

    impl Prompting {
        pub(super) fn is_shown(&self) -> bool {
            self.0.load(Ordering::Acquire)
        }
    }

    /// Whether there is a terminal that an editor can work on.
    pub(super) fn is_possible() -> bool {
        let term = std::env::var("TERM").unwrap_or_default();
        let simple = matches!(term.as_str(), "dumb" | "cons25" | "emacs");
        let known = cfg!(windows) || !term.is_empty();
        known && !simple && io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    /// The editor with its history.
    pub(crate) struct Edited<'c> {
        editor: Option<Editor<Help<'c>, FileHistory>>,
        prompting: Prompting,
        history: Option<PathBuf>,
    }

    impl<'c> Edited<'c> {
        pub(super) fn open(
            prompting: Prompting,
            complete: Option<&'c dyn Complete>,
            variable: &str,
            usual: &str,
        ) -> Edited<'c> {
            let config = Config::builder()
                .completion_type(CompletionType::List)
                .completion_show_all_if_ambiguous(true)
                .bracketed_paste(true)
                .tab_stop(4)
                .max_history_size(HISTORY)
                .map_or_else(|_| Config::default(), |builder| builder.build());
            let history = FileHistory::with_config(&config);
            let mut editor = Editor::with_history(config, history).ok();
            let history = history_file(variable, usual);
            if let Some(editor) = &mut editor {
                editor.set_helper(Some(Help(complete)));
                if let Some(path) = &history {
                    // The first time there is none.
                    let _ = editor.load_history(path);
                }
            }
            Edited {
                editor,
                prompting,
                history,
            }
        }

        pub(super) fn read(&mut self, prompt: &str) -> Event {
            let Some(editor) = &mut self.editor else {
                return Event::End;
            };
            self.prompting.0.store(true, Ordering::Release);
            let line = editor.readline(prompt);
            self.prompting.0.store(false, Ordering::Release);
            match line {
                Ok(line) => Event::Line(line.into_bytes()),
                Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => Event::Interrupt,
                Err(_) => Event::End,
            }
        }

        pub(super) fn remember(&mut self, input: &str) {
            if let Some(editor) = &mut self.editor {
                let added = editor.add_history_entry(input).unwrap_or(false);
                // At once: a program that is killed leaves its history, too.
                if let (true, Some(path)) = (added, &self.history) {
                    let _ = editor.append_history(path);
                }
            }
        }
    }

    /// The history's file; none where the variable is empty, or where there is no home.
    fn history_file(variable: &str, usual: &str) -> Option<PathBuf> {
        if let Some(path) = std::env::var_os(variable) {
            return (!path.is_empty()).then(|| PathBuf::from(path));
        }
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        (!home.is_empty()).then(|| PathBuf::from(home).join(usual))
    }

    /// What the editor asks for while a line is edited.
    struct Help<'c>(Option<&'c dyn Complete>);

    impl Completer for Help<'_> {
        type Candidate = String;

        fn complete(
            &self,
            line: &str,
            pos: usize,
            _: &Context<'_>,
        ) -> rustyline::Result<(usize, Vec<String>)> {
            let before = line.get(..pos).unwrap_or(line);
            // Only the line that the cursor is in counts.
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let line = before.get(start..).unwrap_or_default();
            Ok(match self.0 {
                Some(complete) => {
                    let (at, words) = complete.complete(line);
                    (start + at.min(line.len()), words)
                }
                None => (pos, Vec::new()),
            })
        }
    }

    impl Hinter for Help<'_> {
        type Hint = String;
    }

    impl Highlighter for Help<'_> {}
    impl Validator for Help<'_> {}
    impl Helper for Help<'_> {}
}
