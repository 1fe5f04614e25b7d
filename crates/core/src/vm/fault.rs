//! An error as it leaves the VM: plain data.

mod stack_frame;

pub use stack_frame::StackFrame;

use crate::builtins::protocol;
use crate::builtins::traceback;
use crate::limits::{Account, Limit};
use crate::object::ClassId;
use crate::vm::context::{Context, Local};
use crate::vm::hooks::{self, Shown};
use crate::vm::safepoint;
use crate::vm::state::State;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Whose fault it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Blame {
    /// The script raised an exception and did not catch it.
    Script,
    /// The script asked to exit (`SystemExit`).
    Exit,
    /// The user or the host interrupted it (`KeyboardInterrupt`).
    Interrupt,
    /// The host ended the task: a limit, stop, or the VM's end.
    Stopped,
    /// The embedder used the VM wrongly.
    Host,
    /// A defect of this library: please report it.
    Defect,
}

/// What went wrong, detached from the VM.
#[derive(Debug, Clone)]
pub struct Fault {
    blame: Blame,
    limit: Option<Limit>,
    type_name: String,
    message: String,
    traceback: String,
    exit_code: Option<i32>,
    frames: Vec<StackFrame>,
    hint: Option<Box<Hint>>,
}

/// Our help. It lies by itself: most faults have none, and results that may be a fault are moved.
#[derive(Debug, Clone)]
struct Hint {
    text: String,
    /// The byte of the traceback's last exception line, before which the text is shown.
    line_at: usize,
}

impl Fault {
    /// Describes an exception, also where the script has nothing left to run on.
    pub(crate) fn of<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Fault {
        let _allowance = Allowance::begin(cx);
        let class = cx.class(exception);
        let is = |cx: &Context<'f>, base| cx.is_instance(exception, base);
        let blame = if is(cx, ClassId::SystemExit) {
            Blame::Exit
        } else if is(cx, ClassId::KeyboardInterrupt) {
            Blame::Interrupt
        } else if class.ends_task() {
            Blame::Stopped
        } else {
            Blame::Script
        };
        let mut fault = Fault {
            blame,
            limit: Limit::of(class),
            type_name: String::from(cx.type_name(exception)),
            message: String::new(),
            traceback: String::new(),
            exit_code: None,
            frames: Vec::new(),
            hint: None,
        };
        if let Ok(text) = protocol::str(cx, exception) {
            fault.message = lossy(cx.str_bytes(text).unwrap_or(b""));
        }
        let mut line_at = 0;
        if blame == Blame::Exit {
            fault.exit(cx, exception);
        } else {
            fault.frames = stack_frame::of(cx, exception);
            if let Ok((text, at)) = traceback::render_to(cx, exception) {
                fault.traceback = lossy(text.bytes());
                line_at = lossy(text.bytes().get(..at).unwrap_or_default()).len();
            }
            if fault.traceback.is_empty() {
                // No memory is left to say where it was: at least what.
                (fault.traceback, line_at) = (format!("{fault}\n"), 0);
            }
        }
        let hint = match blame {
            Blame::Script => crate::hints::of(cx, exception),
            Blame::Stopped => fault.limit.map(|limit| String::from(limit.hint())),
            _ => None,
        };
        fault.hint = hint.map(|text| Box::new(Hint { text, line_at }));
        fault
    }

    /// Describes an exception that has ended a program, where a script's `sys.excepthook`
    /// has seen it.
    pub(crate) fn hooked<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Option<Fault> {
        let base = cx.class(exception);
        if cx.is_instance(exception, ClassId::SystemExit) || base.ends_task() {
            return None;
        }
        match hooks::uncaught(cx, exception) {
            Shown::Not => None,
            Shown::Exit(exit) => Some(Fault::of(cx, exit)),
            Shown::Done => {
                let mut fault = Fault::of(cx, exception);
                fault.traceback.clear();
                fault.hint = None;
                Some(fault)
            }
            Shown::Failed(second) => {
                let second = Fault::of(cx, second);
                let mut fault = Fault::of(cx, exception);
                fault.traceback = format!(
                    "Error in sys.excepthook:\n{}\nOriginal exception was:\n{}",
                    second.traceback, fault.traceback
                );
                fault.hint = None;
                Some(fault)
            }
        }
    }

    /// Exit code of a SystemExit, as the interpreter chooses it.
    fn exit<'f>(&mut self, cx: &mut Context<'f>, exception: Local<'f>) {
        // A script may have set the attribute since, or deleted it.
        let code = match cx.find_attribute(exception, "code") {
            Ok(Some(code)) => code,
            _ => exception,
        };
        if cx.is_none(code) {
            self.exit_code = Some(0);
        } else if cx.is_int(code) {
            self.exit_code = Some(cx.as_int(code).map_or(-1, |code| code as i32));
        } else {
            self.exit_code = Some(1);
            if let Ok(text) = protocol::str(cx, code) {
                self.traceback = lossy(cx.str_bytes(text).unwrap_or(b""));
            }
            self.traceback.push('\n');
        }
    }

    /// A mistake of the embedder.
    pub(crate) fn host(message: &str) -> Fault {
        Fault {
            blame: Blame::Host,
            limit: None,
            type_name: String::from("Error"),
            message: String::from(message),
            traceback: String::new(),
            exit_code: None,
            frames: Vec::new(),
            hint: None,
        }
    }

    /// A panic of the VM's own code.
    pub(crate) fn poisoned() -> Fault {
        Fault {
            blame: Blame::Defect,
            ..Fault::host("the VM has panicked and cannot be used any more; please report this")
        }
    }

    /// Whose fault it was.
    pub fn blame(&self) -> Blame {
        self.blame
    }

    /// The limit that has ended the task, where one has: [`Blame::Stopped`].
    pub fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// Name of the exception's class.
    pub fn type_name(&self) -> &str {
        &self.type_name
    }

    /// The exception's text.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What CPython would print on stderr, the traceback included.
    pub fn traceback(&self) -> &str {
        &self.traceback
    }

    /// Where the error came through, outermost first: the innermost thousand calls. The last
    /// frame of a SyntaxError is the place that it is about.
    pub fn frames(&self) -> &[StackFrame] {
        &self.frames
    }

    /// One sentence of help for a common mistake, if there is one (feature `hints`). It is
    /// part of neither the message nor the traceback.
    pub fn hint(&self) -> Option<&str> {
        Some(&self.hint.as_ref()?.text)
    }

    /// The traceback with a line `hint: ...` before the line of the exception, if there is
    /// a hint.
    pub fn explained(&self) -> Cow<'_, str> {
        let shown = self.hint.as_ref().and_then(|hint| {
            let (before, line) = self.traceback.split_at_checked(hint.line_at)?;
            Some(format!("{before}hint: {}\n{line}", hint.text))
        });
        shown.map_or(Cow::Borrowed(&self.traceback), Cow::Owned)
    }

    /// The exit code that the script asked for, for [`Blame::Exit`].
    pub fn exit_code(&self) -> Option<i32> {
        self.exit_code
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.blame, self.message.is_empty()) {
            (Blame::Host | Blame::Defect, _) => f.write_str(&self.message),
            (_, true) => f.write_str(&self.type_name),
            (_, false) => write!(f, "{}: {}", self.type_name, self.message),
        }
    }
}

impl core::error::Error for Fault {}

/// While it lives, what runs is the host's and not the script's, within bounds.
struct Allowance {
    vm: *mut State,
    account: Account,
}

impl Allowance {
    fn begin(cx: &mut Context<'_>) -> Allowance {
        let vm = cx.vm();
        // SAFETY: the VM is the context's and no safepoint is under way.
        let account = unsafe {
            let allowed = (*vm).meter.allowance();
            safepoint::set_account(vm, |account| core::mem::replace(account, allowed))
        };
        Allowance { vm, account }
    }
}

impl Drop for Allowance {
    fn drop(&mut self) {
        // SAFETY: as above; the VM outlives its contexts.
        unsafe { safepoint::set_account(self.vm, |account| *account = self.account) };
    }
}

/// Text for a terminal: lone surrogates as CPython's `backslashreplace` shows them.
fn lossy(bytes: &[u8]) -> String {
    match core::str::from_utf8(bytes) {
        Ok(text) => String::from(text),
        Err(_) => {
            let mut text = String::new();
            for code in crate::text::wtf8::CodePoints::new(bytes) {
                match char::from_u32(code) {
                    Some(c) => text.push(c),
                    None => text.push_str(&alloc::format!("\\u{code:04x}")),
                }
            }
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::vm::context::{Context, Res};
    use crate::{Config, Vm};

    #[test]
    fn an_error_says_its_name_where_no_memory_is_left_to_say_more() {
        fn fill<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
            // SAFETY: the VM is entered, and sets its limit again.
            unsafe { (*cx.vm()).heap.set_limit(0) };
            for size in (0..3_000).rev().step_by(8) {
                while cx.bytes(&[0; 3_000][..size]).is_ok() {}
            }
            Err(cx.memory_error())
        }
        let mut vm = Vm::new(Config::default()).expect("a VM");
        let fault = vm.enter(fill).expect_err("it raises");
        assert_eq!(fault.traceback(), "MemoryError\n");
    }
}
