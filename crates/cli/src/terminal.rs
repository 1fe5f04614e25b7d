//! Lines typed at a prompt. They are read on a thread of its own, so that Ctrl-C is seen
//! while nothing is typed; one line at a time, asked for by the prompt, so that what a
//! program reads itself is left to it. Used by both executables.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// What came while a prompt was shown.
pub(crate) enum Event {
    /// A line, with its end if it has one.
    Line(Vec<u8>),
    /// There are no more lines.
    End,
    /// Ctrl-C: what was typed is to be forgotten.
    Interrupt,
}

/// The prompt's side.
pub(crate) struct Terminal {
    events: Receiver<Event>,
    requests: Sender<()>,
    keyboard: Keyboard,
    /// A line is being read.
    asked: bool,
}

/// The side of the handler of Ctrl-C.
#[derive(Clone)]
pub(crate) struct Keyboard {
    events: Sender<Event>,
    prompting: Arc<AtomicBool>,
}

impl Keyboard {
    /// Tells the prompt of a Ctrl-C; false if none is shown.
    pub(crate) fn interrupt(&self) -> bool {
        self.prompting.swap(false, Ordering::AcqRel) && self.events.send(Event::Interrupt).is_ok()
    }
}

impl Terminal {
    /// Starts the thread that reads.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(crate) fn open() -> io::Result<Terminal> {
        let (sender, events) = channel();
        let (requests, asked) = channel();
        let keyboard = Keyboard {
            events: sender.clone(),
            prompting: Arc::default(),
        };
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || read_lines(&asked, &sender))?;
        Ok(Terminal {
            events,
            requests,
            keyboard,
            asked: false,
        })
    }

    /// What the handler of Ctrl-C needs.
    pub(crate) fn keyboard(&self) -> Keyboard {
        self.keyboard.clone()
    }

    /// Shows a prompt and waits for what follows.
    pub(crate) fn read(&mut self, prompt: &str) -> Event {
        self.keyboard.prompting.store(true, Ordering::Release);
        show(prompt);
        if !self.asked {
            self.asked = self.requests.send(()).is_ok();
        }
        let event = self.events.recv().unwrap_or(Event::End);
        self.keyboard.prompting.store(false, Ordering::Release);
        if !matches!(event, Event::Interrupt) {
            self.asked = false;
        }
        event
    }
}

fn read_lines(asked: &Receiver<()>, events: &Sender<Event>) {
    while asked.recv().is_ok() {
        let mut line = Vec::new();
        let event = match io::stdin().lock().read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => Event::End,
            Ok(_) => Event::Line(line),
        };
        if events.send(event).is_err() {
            return;
        }
    }
}

/// Shows text of the dialogue; output that goes to a file is kept free of it.
pub(crate) fn show(text: &str) {
    let _ = if io::stdout().is_terminal() {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush())
    } else {
        io::stderr().write_all(text.as_bytes())
    };
}
