//! The evaluator: a quotation that runs, and frames of what follows it.
//!
//! A frame lies on the work list as its values followed by a number that says what
//! to do with them ([`Then`]); a quotation that is interrupted is such a frame too. So
//! nothing recurses natively, calls in tail position take no room, and a combinator
//! is a step that leaves a frame behind.
//!
//! A step runs in a scope: its Locals end with it. A word checks its arguments before
//! it changes the stack, so that an error leaves the stack as it was.

mod frame;

pub(crate) use frame::Then;

use crate::interpreter::{Joy, reg};
use crate::reader::Read;
use crate::words::{self, Words};
use alloc::string::String;
use miniscript_core::{Context, Datum, Error, Local, Res, Trouble};

/// The evaluator at work on one step, or a few.
pub(crate) struct Eval<'a, 's> {
    pub(crate) cx: &'a mut Context<'s>,
    pub(crate) joy: &'a mut Joy,
    /// The list of registers.
    pub(crate) registers: Local<'s>,
    /// The list of frames.
    pub(crate) work: Local<'s>,
}

/// Why a step does not simply end.
pub(crate) enum Stop<'s> {
    /// An exception of the VM.
    Error(Error<'s>),
    /// The term is abandoned; its message is written.
    Term,
    /// `quit`.
    Quit,
}

impl<'s> From<Error<'s>> for Stop<'s> {
    fn from(error: Error<'s>) -> Self {
        Stop::Error(error)
    }
}

/// What a step gives.
pub(crate) type Step<'s, T = ()> = Result<T, Stop<'s>>;

/// How a term ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    Abandoned,
    Quit,
}

/// Steps that share a scope.
const BATCH: usize = 32;

/// Executes a term. Errors of the program end it with a message; only what ends the
/// task is an error.
pub(crate) fn execute<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    term: Local<'f>,
) -> Res<'f, Outcome> {
    let Some(work) = cx.list_get(registers, reg::WORK) else {
        return Ok(Outcome::Done);
    };
    let base = cx.list_len(work);
    let saved = cx.list_get(registers, reg::CODE);
    cx.list_set(registers, reg::CODE, term);
    let result = steps(cx, joy, registers, work, base);
    // What an abandoned term has left.
    if base == 0 {
        if cx.list_len(work) > 0 || cx.memory_left() < LOW_MEMORY {
            cx.list_release(work);
        }
    } else {
        cx.list_cut(work, base);
    }
    let nil = cx.nil();
    cx.list_set(registers, reg::CODE, saved.unwrap_or(nil));
    let error = match result {
        Ok(outcome) => return Ok(outcome),
        Err(error) => error,
    };
    match cx.trouble(&error) {
        Trouble::Ending => Err(error),
        Trouble::Memory => {
            out_of_memory(cx, joy, registers)?;
            Ok(Outcome::Abandoned)
        }
        Trouble::Exception => {
            report(cx, joy, error)?;
            Ok(Outcome::Abandoned)
        }
    }
}

/// With less than this the next term could do nothing.
const LOW_MEMORY: usize = 64 << 10;

/// Says that memory is exhausted, and makes room for the next term.
fn out_of_memory<'f>(cx: &mut Context<'f>, joy: &mut Joy, registers: Local<'f>) -> Res<'f, ()> {
    // Room first: also the word's name takes some.
    cx.collect_garbage();
    let full = cx.memory_left() < LOW_MEMORY;
    if full {
        let nil = cx.nil();
        cx.list_set(registers, reg::STACK, nil);
        cx.collect_garbage();
    }
    let name = name_of_current(cx, joy)?;
    let mut text = alloc::format!("run time error: more memory needed for {name}\n");
    if full {
        text.push_str("warning: the stack filled the memory and was emptied\n");
    }
    cx.output_flush()?;
    joy.host.error(text.as_bytes());
    Ok(())
}

/// Writes an exception of a native as a message.
fn report<'f>(cx: &mut Context<'f>, joy: &mut Joy, error: Error<'f>) -> Res<'f, ()> {
    let name = name_of_current(cx, joy)?;
    let fault = cx.describe(error);
    let message = fault.message();
    let text = if fault.type_name() == "PluginError" || message.contains(" needed for ") {
        alloc::format!("run time error: {message}\n")
    } else if message.is_empty() {
        alloc::format!("run time error: {} in {name}\n", fault.type_name())
    } else {
        alloc::format!(
            "run time error: {}: {message} in {name}\n",
            fault.type_name()
        )
    };
    cx.output_flush()?;
    joy.host.error(text.as_bytes());
    Ok(())
}

fn name_of_current<'f>(cx: &mut Context<'f>, joy: &mut Joy) -> Res<'f, String> {
    match joy.calling.take() {
        Some(word) => {
            let name = joy.words.name(cx, word)?;
            Ok(words::shown(&name))
        }
        None => Ok(String::from(joy.current)),
    }
}

fn steps<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    work: Local<'f>,
    base: usize,
) -> Res<'f, Outcome> {
    loop {
        let ended = cx.scope(|scope| {
            let mut eval = Eval {
                cx: scope,
                joy: &mut *joy,
                registers,
                work,
            };
            for _ in 0..BATCH {
                match eval.step(base) {
                    Ok(true) => {}
                    Ok(false) => return Ok(Some(Outcome::Done)),
                    Err(Stop::Term) => return Ok(Some(Outcome::Abandoned)),
                    Err(Stop::Quit) => return Ok(Some(Outcome::Quit)),
                    Err(Stop::Error(error)) => return Err(error),
                }
            }
            Ok(None)
        })?;
        if let Some(outcome) = ended {
            return Ok(outcome);
        }
    }
}

/// Reads a term or definition.
pub(crate) fn read<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
) -> Res<'f, Read<'f>> {
    match crate::reader::read(cx, joy, registers) {
        Ok(read) => Ok(read),
        Err(error) if cx.trouble(&error) == Trouble::Memory => {
            joy.reader.abandon();
            joy.current = "reading";
            for register in [reg::OPEN, reg::SECTIONS] {
                if let Some(list) = cx.list_get(registers, register) {
                    cx.list_release(list);
                }
            }
            out_of_memory(cx, joy, registers)?;
            Ok(Read::Nothing)
        }
        Err(error) => Err(error),
    }
}

impl<'s> Eval<'_, 's> {
    /// One word, literal or frame; false when all is done.
    fn step(&mut self, base: usize) -> Step<'s, bool> {
        self.cx.charge(1)?;
        let code = self.register(reg::CODE);
        if let Some((factor, rest)) = self.cx.uncons(code) {
            self.set_register(reg::CODE, rest);
            self.factor(factor)?;
            return Ok(true);
        }
        if self.cx.list_len(self.work) <= base {
            return Ok(false);
        }
        let number = match self.cx.list_pop(self.work) {
            Some(number) => match self.cx.datum(number) {
                Datum::Int(number) => number,
                _ => return Ok(true),
            },
            None => return Ok(false),
        };
        frame::resume(self, number)?;
        Ok(true)
    }

    /// Executes a factor: words are called, everything else is pushed.
    pub(crate) fn factor(&mut self, factor: Local<'s>) -> Step<'s> {
        match self.cx.datum(factor) {
            Datum::Word(number) => self.call(number),
            _ => self.push(factor),
        }
    }

    /// Calls a word.
    pub(crate) fn call(&mut self, number: u32) -> Step<'s> {
        if let Some(builtin) = Words::builtin(number) {
            self.joy.current = builtin.name;
            return (builtin.run)(self);
        }
        let body = Words::body(self.cx, self.registers, number).unwrap_or(Local::NONE);
        let plugin = self.joy.words.entry(number).and_then(|entry| entry.plugin);
        match (plugin, self.cx.datum(body)) {
            (Some(plugin), _) => words::call_plugin(self, plugin, number),
            (None, Datum::Cons | Datum::Nil) => self.enter(body),
            (None, Datum::Native) => words::call_native(self, body, number),
            (None, _) => self.undefined(number),
        }
    }

    fn undefined(&mut self, number: u32) -> Step<'s> {
        let warnings = self.joy.settings.warnings;
        let joy = &mut *self.joy;
        joy.words
            .sync(self.cx, &mut *joy.host, self.registers, warnings)?;
        let name = self.joy.words.name(self.cx, number)?;
        let joy = &mut *self.joy;
        if let Some(entry) = joy.words.entry(number)
            && entry.plugin.is_none()
        {
            entry.plugin = str::from_utf8(&name)
                .ok()
                .and_then(|name| joy.host.word(name));
        }
        if let Some(plugin) = joy.words.entry(number).and_then(|entry| entry.plugin) {
            return words::call_plugin(self, plugin, number);
        }
        let body = match Words::body(self.cx, self.registers, number) {
            Some(body) if self.cx.datum(body) == Datum::Native => Some(body),
            _ => Words::member(self.cx, &name)?,
        };
        if let Some(native) = body {
            Words::set_body(self.cx, self.registers, number, native);
            return words::call_native(self, native, number);
        }
        if self.joy.settings.undeferror == 0 {
            return Ok(());
        }
        self.fail_in("definition", number)
    }

    /// Runs a quotation, then what follows now.
    pub(crate) fn enter(&mut self, quotation: Local<'s>) -> Step<'s> {
        self.suspend()?;
        self.set_register(reg::CODE, quotation);
        Ok(())
    }

    /// Puts what is left of the running quotation onto the work list.
    pub(crate) fn suspend(&mut self) -> Step<'s> {
        let code = self.register(reg::CODE);
        if self.cx.datum(code) == Datum::Cons {
            self.then(Then::Run, &[code])?;
            let nil = self.cx.nil();
            self.set_register(reg::CODE, nil);
        }
        Ok(())
    }

    /// Leaves a frame. What runs must be suspended before.
    pub(crate) fn then(&mut self, then: Then, values: &[Local<'s>]) -> Step<'s> {
        for value in values {
            self.cx.list_push(self.work, *value)?;
        }
        let number = self.cx.int(then.number())?;
        self.cx.list_push(self.work, number)?;
        Ok(())
    }

    /// Leaves a frame and runs a quotation before it.
    pub(crate) fn run_then(
        &mut self,
        quotation: Local<'s>,
        then: Then,
        values: &[Local<'s>],
    ) -> Step<'s> {
        self.suspend()?;
        self.then(then, values)?;
        self.set_register(reg::CODE, quotation);
        Ok(())
    }

    /// The values of the frame that is being resumed.
    pub(crate) fn frame<const N: usize>(&mut self) -> [Local<'s>; N] {
        let mut values = [Local::NONE; N];
        for value in values.iter_mut().rev() {
            if let Some(item) = self.cx.list_pop(self.work) {
                *value = item;
            }
        }
        values
    }

    // Registers and stack

    pub(crate) fn register(&mut self, at: usize) -> Local<'s> {
        match self.cx.list_get(self.registers, at) {
            Some(value) => value,
            None => Local::NONE,
        }
    }

    pub(crate) fn set_register(&mut self, at: usize, value: Local<'s>) {
        self.cx.list_set(self.registers, at, value);
    }

    /// The stack, as a list.
    pub(crate) fn stack(&mut self) -> Local<'s> {
        self.register(reg::STACK)
    }

    /// Replaces the stack.
    pub(crate) fn set_stack(&mut self, stack: Local<'s>) {
        self.set_register(reg::STACK, stack);
    }

    /// Pushes a value.
    pub(crate) fn push(&mut self, value: Local<'s>) -> Step<'s> {
        let stack = self.stack();
        self.push_on(value, stack)
    }

    /// Makes `rest` with a value on it the stack.
    pub(crate) fn push_on(&mut self, value: Local<'s>, rest: Local<'s>) -> Step<'s> {
        let stack = self.cx.cons(value, rest)?;
        self.set_stack(stack);
        Ok(())
    }

    /// Makes `rest` with an int on it the stack.
    pub(crate) fn push_int(&mut self, value: i64, rest: Local<'s>) -> Step<'s> {
        let value = self.cx.int(value)?;
        self.push_on(value, rest)
    }

    /// Makes `rest` with a truth value on it the stack.
    pub(crate) fn push_bool(&mut self, value: bool, rest: Local<'s>) -> Step<'s> {
        self.push_on(Local::bool(value), rest)
    }

    /// Makes `rest` with a float on it the stack.
    pub(crate) fn push_float(&mut self, value: f64, rest: Local<'s>) -> Step<'s> {
        let value = self.cx.float(value);
        self.push_on(value, rest)
    }

    /// Looks at the top `N` values, top first, and at what is below them.
    pub(crate) fn args<const N: usize>(&mut self) -> Step<'s, ([Local<'s>; N], Local<'s>)> {
        let mut rest = self.stack();
        let mut values = [Local::NONE; N];
        for value in &mut values {
            match self.cx.uncons(rest) {
                Some((top, below)) => {
                    *value = top;
                    rest = below;
                }
                None => {
                    let what = self.parameters(N);
                    return self.fail(&what);
                }
            }
        }
        Ok((values, rest))
    }

    /// `two parameters`.
    pub(crate) fn parameters(&self, count: usize) -> String {
        const NUMBERS: [&str; 6] = ["no", "one", "two", "three", "four", "five"];
        let plural = if count == 1 { "" } else { "s" };
        match NUMBERS.get(count) {
            Some(number) => alloc::format!("{number} parameter{plural}"),
            None => alloc::format!("{count} parameters"),
        }
    }

    // Checks

    /// Abandons the term: this is what the running word needs.
    pub(crate) fn fail<T>(&mut self, what: &str) -> Step<'s, T> {
        let text = alloc::format!("run time error: {what} needed for {}\n", self.joy.current);
        self.message(&text)?;
        Err(Stop::Term)
    }

    /// The same for a word that is not built in.
    pub(crate) fn fail_in<T>(&mut self, what: &str, word: u32) -> Step<'s, T> {
        let name = self.joy.words.name(self.cx, word)?;
        let text = alloc::format!(
            "run time error: {what} needed for {}\n",
            words::shown(&name)
        );
        self.message(&text)?;
        Err(Stop::Term)
    }

    /// Writes a message, after all output that came before it.
    pub(crate) fn message(&mut self, text: &str) -> Step<'s> {
        self.cx.output_flush()?;
        self.joy.host.error(text.as_bytes());
        Ok(())
    }

    /// Whether the value is a list; then it can be a quotation.
    pub(crate) fn is_list(&self, value: Local<'s>) -> bool {
        matches!(self.cx.datum(value), Datum::Cons | Datum::Nil)
    }

    /// Checks that the values, top first, are quotations.
    pub(crate) fn quotations(&mut self, values: &[Local<'s>]) -> Step<'s> {
        const PLACES: [&str; 4] = [
            "quotation as top parameter",
            "quotation as second parameter",
            "quotation as third parameter",
            "quotation as fourth parameter",
        ];
        for (value, place) in values.iter().zip(PLACES) {
            if !self.is_list(*value) {
                return self.fail(place);
            }
        }
        Ok(())
    }

    /// The top value, which a quotation must have left.
    pub(crate) fn result(&mut self, what: &str) -> Step<'s, Local<'s>> {
        let stack = self.stack();
        match self.cx.uncons(stack) {
            Some((top, _)) => Ok(top),
            None => self.fail(what),
        }
    }
}
