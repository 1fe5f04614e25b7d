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
    /// Where there is a terminal that an editor can work on.
    pub(super) fn find() -> Option<Prompting> {
        is_possible().then(Prompting::default)
    }

    pub(super) fn is_shown(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Whether there is a terminal that an editor can work on.
fn is_possible() -> bool {
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
