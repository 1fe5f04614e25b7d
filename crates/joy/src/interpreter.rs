//! The interpreter as an embedder holds it: source goes in, terms are read and
//! executed one after the other.
//!
//! All values live in the VM; what is kept here are settings and the reader's place.
//! The values are items of one Python list, the registers, which is a root.

use crate::eval::{self, Outcome};
use crate::host::Host;
use crate::print::{self, Out};
use crate::reader::{Read, Reader};
use crate::words::Words;
use alloc::boxed::Box;
use alloc::vec::Vec;
use miniscript_core::{Context, Local, Res, Root};

/// Places in the list of registers.
pub(crate) mod reg {
    /// The stack: a list, top first.
    pub(crate) const STACK: usize = 0;
    /// What is left of the quotation that runs.
    pub(crate) const CODE: usize = 1;
    /// What follows it: frames, each a few values and a number.
    pub(crate) const WORK: usize = 2;
    /// Bodies of the words that are not built in; None where there is none.
    pub(crate) const BODIES: usize = 3;
    /// The reader's open lists, the outermost first.
    pub(crate) const OPEN: usize = 4;
    /// Dicts of the sections that are open, the innermost last.
    pub(crate) const SECTIONS: usize = 5;
    /// How many there are.
    pub(crate) const COUNT: usize = 6;
}

/// What a program can set.
pub(crate) struct Settings {
    pub(crate) autoput: i64,
    pub(crate) echo: i64,
    pub(crate) undeferror: i64,
    /// Warn when a built-in word is redefined.
    pub(crate) warnings: bool,
    /// `setautoput` and `setundeferror` have no effect any more.
    pub(crate) autoput_fixed: bool,
    pub(crate) undeferror_fixed: bool,
}

/// A Joy interpreter in a VM.
pub struct Joy {
    pub(crate) registers: Root,
    pub(crate) words: Words,
    pub(crate) reader: Reader,
    pub(crate) settings: Settings,
    pub(crate) host: Box<dyn Host>,
    /// What runs, for messages.
    pub(crate) current: &'static str,
    pub(crate) random: u64,
    pub(crate) arguments: Vec<Vec<u8>>,
    /// Immediate words that are being run while reading.
    pub(crate) nesting: usize,
    /// The number of the frame that is being resumed.
    pub(crate) frame: i64,
    /// The native word that runs.
    pub(crate) calling: Option<u32>,
    quit: bool,
}

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Its text is used up.
    End,
    /// By `quit`.
    Quit,
}

/// What an interactive program is waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// A new term.
    Ready,
    /// The rest of a term, a definition, a string or a comment.
    Incomplete,
    /// Nothing: it has said `quit`.
    Quit,
}

impl Joy {
    /// Makes an interpreter whose values live in this VM.
    ///
    /// # Errors
    /// MemoryError.
    pub fn new<'f>(cx: &mut Context<'f>, host: Box<dyn Host>) -> Res<'f, Joy> {
        let registers = cx.scope(|scope| {
            let nil = scope.nil();
            let registers = scope.list_with_capacity(reg::COUNT)?;
            for at in 0..reg::COUNT {
                let value = match at {
                    reg::STACK | reg::CODE => nil,
                    _ => scope.list(&[])?,
                };
                scope.list_push(registers, value)?;
            }
            scope.keep(registers)
        })?;
        Ok(Joy {
            registers,
            words: Words::new(cx)?,
            reader: Reader::new(),
            settings: Settings {
                autoput: 1,
                echo: 0,
                undeferror: 0,
                warnings: true,
                autoput_fixed: false,
                undeferror_fixed: false,
            },
            host,
            current: "",
            random: 0x2545_F491_4F6C_DD1D,
            arguments: Vec::new(),
            nesting: 0,
            frame: 0,
            calling: None,
            quit: false,
        })
    }

    /// What `argv` gives.
    pub fn set_arguments(&mut self, arguments: impl IntoIterator<Item = Vec<u8>>) {
        self.arguments = arguments.into_iter().collect();
    }

    /// Option `-a`: what is written after a term, for good.
    pub fn fix_autoput(&mut self, mode: i64) {
        self.settings.autoput = mode;
        self.settings.autoput_fixed = true;
    }

    /// Option `-u`: whether an undefined word is an error, for good.
    pub fn fix_undeferror(&mut self, mode: i64) {
        self.settings.undeferror = mode;
        self.settings.undeferror_fixed = true;
    }

    /// What is written after a term: 0 nothing, 1 the top, which is taken off, 2 the stack.
    pub fn set_autoput(&mut self, mode: i64) {
        self.settings.autoput = mode;
    }

    /// Whether an undefined word is an error (1) or does nothing (0).
    pub fn set_undeferror(&mut self, mode: i64) {
        self.settings.undeferror = mode;
    }

    /// Option `-e`: how source lines are copied to the output.
    pub fn set_echo(&mut self, mode: i64) {
        self.settings.echo = mode;
    }

    /// Whether redefining a built-in word is worth a warning.
    pub fn set_warnings(&mut self, on: bool) {
        self.settings.warnings = on;
    }

    /// Runs a whole program. The stack and the definitions of earlier ones are there.
    ///
    /// # Errors
    /// Only what ends the task: an interrupt, exhausted fuel, a failing output. Errors
    /// of the program are messages.
    pub fn run<'f>(&mut self, cx: &mut Context<'f>, source: &[u8], name: &str) -> Res<'f, Ended> {
        self.quit = false;
        self.reader.reset(name);
        self.append(cx, source)?;
        self.reader.finish();
        self.go(cx)?;
        cx.output_flush()?;
        self.reader.reset(name);
        Ok(if self.quit { Ended::Quit } else { Ended::End })
    }

    /// Runs what a further piece of the program completes, usually a line with its end.
    ///
    /// # Errors
    /// As [`Joy::run`]; the term that ran is given up.
    pub fn feed<'f>(&mut self, cx: &mut Context<'f>, source: &[u8]) -> Res<'f, Status> {
        self.append(cx, source)?;
        let result = self.go(cx);
        cx.output_flush()?;
        if result.is_err() {
            self.reader.abandon();
        }
        result?;
        Ok(if self.quit {
            Status::Quit
        } else if self.reader.is_idle() {
            Status::Ready
        } else {
            Status::Incomplete
        })
    }

    /// Gives up the term that is being read, as Ctrl-C does.
    pub fn abandon(&mut self) {
        self.reader.abandon();
    }

    /// Empties the stack.
    ///
    /// # Errors
    /// When the interpreter belongs to another VM.
    pub fn clear<'f>(&mut self, cx: &mut Context<'f>) -> Res<'f, ()> {
        let registers = self.registers(cx)?;
        let nil = cx.nil();
        cx.list_set(registers, reg::STACK, nil);
        Ok(())
    }

    fn append<'f>(&mut self, cx: &mut Context<'f>, source: &[u8]) -> Res<'f, ()> {
        if self.reader.append(source) {
            Ok(())
        } else {
            Err(cx.out_of_memory())
        }
    }

    /// The list of registers.
    pub(crate) fn registers<'f>(&self, cx: &mut Context<'f>) -> Res<'f> {
        match cx.load(&self.registers) {
            Some(registers) => Ok(registers),
            // Another VM's: nothing of ours can be reached from this one.
            None => Err(cx.wrong_vm()),
        }
    }

    /// Reads and executes terms until the text is used up.
    fn go<'f>(&mut self, cx: &mut Context<'f>) -> Res<'f, ()> {
        while !self.quit {
            let going = cx.scope(|scope| {
                let registers = self.registers(scope)?;
                self.turn(scope, registers)
            })?;
            if !going {
                break;
            }
        }
        Ok(())
    }

    /// Reads a term or definition and executes it; false when the text is used up.
    fn turn<'f>(&mut self, cx: &mut Context<'f>, registers: Local<'f>) -> Res<'f, bool> {
        self.words
            .sync(cx, &mut *self.host, registers, self.settings.warnings)?;
        let term = match eval::read(cx, self, registers)? {
            Read::Term(term) => term,
            Read::Nothing => return Ok(true),
            Read::More => return Ok(false),
            Read::Quit => {
                self.quit = true;
                return Ok(false);
            }
        };
        match eval::execute(cx, self, registers, term)? {
            Outcome::Done => self.autoput(cx, registers)?,
            Outcome::Abandoned => {}
            Outcome::Quit => self.quit = true,
        }
        self.reader.end_term();
        Ok(!self.quit)
    }

    /// Shows the result of a term.
    fn autoput<'f>(&mut self, cx: &mut Context<'f>, registers: Local<'f>) -> Res<'f, ()> {
        let Some(mut stack) = cx.list_get(registers, reg::STACK) else {
            return Ok(());
        };
        let Some((top, rest)) = cx.uncons(stack) else {
            return Ok(());
        };
        let mut out = Out::new();
        match self.settings.autoput {
            1 => {
                print::put(cx, self, top, &mut out)?;
                cx.list_set(registers, reg::STACK, rest);
            }
            2 => {
                let slot = cx.slot(stack);
                while let Some((top, rest)) = cx.uncons(stack) {
                    cx.set(&slot, rest);
                    cx.scope(|scope| print::put(scope, self, top, &mut out))?;
                    stack = rest;
                    if cx.cons_len(stack, 1) == 1 {
                        out.push(b" ");
                    }
                }
            }
            _ => return Ok(()),
        }
        out.push(b"\n");
        out.finish(cx, self)
    }
}
