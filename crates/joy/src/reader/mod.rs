//! The reader: source text to terms and definitions, a token at a time.
//!
//! It can stop after any token and go on when there is more text. Lists that are open
//! are Python lists in a register, so that nesting costs no native stack; a list
//! becomes a chain of cells when it is closed.

mod define;
mod scan;

pub(crate) use scan::is_word;

use crate::eval::{self, Eval, Outcome, Step};
use crate::interpreter::{Joy, reg};
use crate::words::{Words, bit};
use alloc::string::String;
use alloc::vec::Vec;
use define::{Level, Place};
use miniscript_core::{Context, Local, Res};
use scan::{Line, Scan, Token};

/// Text that is being read.
pub(crate) struct Source {
    name: String,
    text: Vec<u8>,
    at: usize,
    line: u32,
    line_start: usize,
    /// The newline that has been read ahead.
    noted: Option<usize>,
    /// Lines that have been read, while `setecho` asks for them.
    lines: Vec<Line>,
    echo: bool,
    /// What the scanner found wrong within the last token.
    complaint: Option<&'static str>,
}

impl Source {
    fn new(name: &str, text: Vec<u8>) -> Source {
        Source {
            name: String::from(name),
            text,
            at: 0,
            line: 1,
            line_start: 0,
            noted: None,
            lines: Vec::new(),
            echo: false,
            complaint: None,
        }
    }

    /// Lets go of the lines that are behind.
    fn forget(&mut self) {
        let behind = self.line_start.min(self.at);
        if behind > 0 {
            self.text.drain(..behind);
            self.at -= behind;
            self.line_start -= behind;
            self.noted = self.noted.and_then(|at| at.checked_sub(behind));
        }
    }
}

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing: a term or definition may begin.
    Idle,
    Term,
    Define(Place),
}

/// The reader's place.
pub(crate) struct Reader {
    /// The program, and the files it includes, the innermost last.
    sources: Vec<Source>,
    /// Files to be read after the term that runs.
    included: Vec<Source>,
    state: State,
    /// The members of the set that is open.
    set: Option<u64>,
    levels: Vec<Level>,
    /// Number of sections with hidden words so far.
    sections: u32,
    /// The program's text is complete.
    finished: bool,
}

/// What the reader has read.
pub(crate) enum Read<'f> {
    Term(Local<'f>),
    /// A definition, or nothing that could be executed.
    Nothing,
    /// The text at hand is used up.
    More,
    /// A word that was run while reading has said `quit`.
    Quit,
}

/// Open files, the program included.
const OPEN_FILES: usize = 10;

/// Words run while reading, within each other.
const NESTING: usize = 20;

impl Reader {
    pub(crate) fn new() -> Reader {
        let mut reader = Reader {
            sources: Vec::new(),
            included: Vec::new(),
            state: State::Idle,
            set: None,
            levels: Vec::new(),
            sections: 0,
            finished: false,
        };
        reader.reset("stdin");
        reader
    }

    /// Begins a new program.
    pub(crate) fn reset(&mut self, name: &str) {
        self.abandon();
        self.sources.clear();
        self.sources.push(Source::new(name, Vec::new()));
        self.finished = false;
    }

    /// Adds text to the program; false if there is no memory for it.
    #[must_use]
    pub(crate) fn append(&mut self, text: &[u8]) -> bool {
        let Some(source) = self.sources.first_mut() else {
            return false;
        };
        source.forget();
        if source.text.try_reserve(text.len()).is_err() {
            return false;
        }
        source.text.extend_from_slice(text);
        true
    }

    /// No text follows.
    pub(crate) fn finish(&mut self) {
        self.finished = true;
    }

    /// Gives up what is half read.
    pub(crate) fn abandon(&mut self) {
        self.state = State::Idle;
        self.set = None;
        self.levels.clear();
        self.included.clear();
        self.sources.truncate(1);
        if let Some(source) = self.sources.last_mut() {
            source.at = source.text.len();
        }
    }

    /// Whether nothing is half read.
    pub(crate) fn is_idle(&self) -> bool {
        self.state == State::Idle
            && self.sources.iter().all(|source| {
                let rest = source.text.get(source.at..).unwrap_or_default();
                rest.iter().all(|&byte| byte <= 32)
            })
    }

    /// Puts a file before the rest of the text, once the term has run; false if too
    /// many are open.
    pub(crate) fn include(&mut self, name: &str, text: Vec<u8>) -> bool {
        if self.sources.len() + self.included.len() > OPEN_FILES {
            return false;
        }
        let mut text = text;
        // The scanner needs a byte after the last token.
        text.push(b'\n');
        self.included.push(Source::new(name, text));
        true
    }

    /// The term has run.
    pub(crate) fn end_term(&mut self) {
        // The first to be included is read first.
        while let Some(source) = self.included.pop() {
            self.sources.push(source);
        }
    }

    /// The next token of the innermost source that has one.
    fn scan(&mut self, echo: bool) -> Scan {
        loop {
            let innermost = self.sources.len() > 1;
            let Some(source) = self.sources.last_mut() else {
                return Scan::More;
            };
            source.echo = echo;
            match source.scan() {
                Scan::More if innermost => {
                    self.sources.pop();
                }
                other => return other,
            }
        }
    }
}

/// Reads the next term or definition.
pub(crate) fn read<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
) -> Res<'f, Read<'f>> {
    let open = open_lists(cx, registers);
    loop {
        let Some(token) = next_token(cx, joy)? else {
            return Ok(Read::More);
        };
        cx.charge(1)?;
        let taken = cx.scope(|scope| take(scope, joy, registers, open, token))?;
        match taken {
            Taken::Going => {}
            Taken::Nothing => return Ok(Read::Nothing),
            Taken::Quit => return Ok(Read::Quit),
            Taken::Term => {
                joy.reader.state = State::Idle;
                let term = close(cx, open)?;
                return Ok(Read::Term(term));
            }
        }
    }
}

/// What came of a token.
enum Taken {
    Going,
    Term,
    Nothing,
    Quit,
}

fn open_lists<'f>(cx: &mut Context<'f>, registers: Local<'f>) -> Local<'f> {
    cx.list_get(registers, reg::OPEN).unwrap_or(Local::NONE)
}

/// The next token; `None` when the text is used up. Copies lines and writes what the
/// scanner found wrong.
fn next_token<'f>(cx: &mut Context<'f>, joy: &mut Joy) -> Res<'f, Option<Token>> {
    loop {
        let found = joy.reader.scan(joy.settings.echo != 0);
        if let Some(source) = joy.reader.sources.last_mut() {
            let lines = core::mem::take(&mut source.lines);
            let complaint = source.complaint.take();
            for line in lines {
                match joy.settings.echo {
                    2 => cx.output(b"\t")?,
                    3 => cx.output(alloc::format!("{:4}\t", line.number).as_bytes())?,
                    _ => {}
                }
                cx.output(&line.text)?;
                cx.output(b"\n")?;
            }
            if let Some(complaint) = complaint
                && found != Scan::More
            {
                complain(cx, joy, complaint)?;
            }
        }
        match found {
            Scan::Token(token) => return Ok(Some(token)),
            Scan::Shell(command) => {
                cx.output_flush()?;
                joy.host.shell(&command);
            }
            Scan::More => return Ok(None),
        }
    }
}

/// Writes a syntax error with its place.
fn complain<'f>(cx: &mut Context<'f>, joy: &mut Joy, what: &str) -> Res<'f, ()> {
    let mut text = Vec::new();
    if let Some(source) = joy.reader.sources.last() {
        let line = source
            .text
            .get(source.line_start..source.at)
            .unwrap_or_default();
        text.extend_from_slice(alloc::format!("{}:{}:", source.name, source.line).as_bytes());
        text.extend_from_slice(line);
        text.push(b'\n');
        let margin = line.len().saturating_sub(1);
        for &byte in line.iter().take(margin) {
            text.push(if byte <= 32 { byte } else { b' ' });
        }
    }
    text.extend_from_slice(b"^\n\t");
    text.extend_from_slice(what.as_bytes());
    text.push(b'\n');
    cx.output_flush()?;
    joy.host.error(&text);
    Ok(())
}

/// Opens a list: what is read goes into it.
fn open_list<'f>(cx: &mut Context<'f>, open: Local<'f>) -> Res<'f, ()> {
    let list = cx.list(&[])?;
    cx.list_push(open, list)
}

/// Closes the innermost list.
fn close<'f>(cx: &mut Context<'f>, open: Local<'f>) -> Res<'f> {
    let nil = cx.nil();
    match cx.list_pop(open) {
        Some(items) => cx.cons_build(items, 0, nil),
        None => Ok(nil),
    }
}

/// Adds a factor to the innermost list.
fn add<'f>(cx: &mut Context<'f>, open: Local<'f>, factor: Local<'f>) -> Res<'f, ()> {
    let innermost = cx.list_len(open).saturating_sub(1);
    match cx.list_get(open, innermost) {
        Some(items) => cx.list_push(items, factor),
        None => Ok(()),
    }
}

fn take<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    open: Local<'f>,
    token: Token,
) -> Res<'f, Taken> {
    if joy.reader.state == State::Idle {
        if define::begins(&token) {
            return define::begin(cx, joy, registers, token);
        }
        joy.reader.state = State::Term;
        joy.reader.set = None;
        cx.list_release(open);
        open_list(cx, open)?;
    }
    let outermost = joy.reader.set.is_none() && cx.list_len(open) <= 1;
    match joy.reader.state {
        State::Define(place) => {
            if place == Place::Body && !(outermost && ends_term(&token)) {
                factor(cx, joy, registers, open, 1, token)
            } else {
                define::take(cx, joy, registers, open, place, token)
            }
        }
        _ if outermost && ends_term(&token) => Ok(Taken::Term),
        _ => factor(cx, joy, registers, open, 1, token),
    }
}

/// Whether a token cannot be part of a term.
fn ends_term(token: &Token) -> bool {
    !matches!(
        token,
        Token::Int(_)
            | Token::Float(_)
            | Token::Char(_)
            | Token::Str(_)
            | Token::Word(_)
            | Token::Open
            | Token::OpenSet
            | Token::Paren(_)
    )
}

/// Takes a token of a term, a body or a list; `base` lists are open around the factor.
fn factor<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    open: Local<'f>,
    base: usize,
    token: Token,
) -> Res<'f, Taken> {
    if let Some(members) = joy.reader.set {
        set_member(cx, joy, open, members, token)?;
        return Ok(Taken::Going);
    }
    let value = match token {
        Token::Int(value) => cx.int(value)?,
        Token::Float(value) => cx.float(value),
        Token::Char(value) => cx.joy_char(value)?,
        Token::Str(bytes) => cx.byte_str(&bytes)?,
        Token::Open => {
            open_list(cx, open)?;
            return Ok(Taken::Going);
        }
        Token::OpenSet => {
            joy.reader.set = Some(0);
            return Ok(Taken::Going);
        }
        Token::Word(name) => return word(cx, joy, registers, open, &name),
        Token::Paren(b'(') => {
            complain(cx, joy, "'(' not implemented")?;
            return Ok(Taken::Going);
        }
        Token::Paren(_) => {
            complain(cx, joy, "a factor cannot begin with this symbol")?;
            return Ok(Taken::Going);
        }
        other => {
            if cx.list_len(open) <= base {
                complain(cx, joy, "a factor cannot begin with this symbol")?;
                return Ok(Taken::Going);
            }
            if other != Token::Close {
                complain(cx, joy, "']' expected")?;
            }
            close(cx, open)?
        }
    };
    add(cx, open, value)?;
    Ok(Taken::Going)
}

fn set_member<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    open: Local<'f>,
    members: u64,
    token: Token,
) -> Res<'f, ()> {
    let datum = match token {
        Token::Int(value) => miniscript_core::Datum::Int(value),
        Token::Char(value) => miniscript_core::Datum::Char(value),
        Token::CloseSet => {
            joy.reader.set = None;
            let set = cx.joy_set(members)?;
            return add(cx, open, set);
        }
        Token::Period | Token::Semicolon | Token::Close => {
            complain(cx, joy, "'}' expected")?;
            joy.reader.set = None;
            let set = cx.joy_set(members)?;
            return add(cx, open, set);
        }
        _ => return complain(cx, joy, "numeric expected in set"),
    };
    match bit(datum) {
        Some(bit) => {
            joy.reader.set = Some(members | bit);
            Ok(())
        }
        None => complain(cx, joy, "small numeric expected in set"),
    }
}

fn word<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    open: Local<'f>,
    name: &[u8],
) -> Res<'f, Taken> {
    let Some(number) = define::lookup(cx, joy, registers, name)? else {
        complain(cx, joy, "no such field in module")?;
        return Ok(Taken::Going);
    };
    let immediate = match number {
        ..Words::FIRST => matches!(
            name,
            b"true" | b"false" | b"maxint" | b"stdin" | b"stdout" | b"stderr"
        ),
        _ => joy.words.entry(number).is_some_and(|entry| entry.immediate),
    };
    let word = cx.joy_word(number)?;
    if !immediate {
        add(cx, open, word)?;
        return Ok(Taken::Going);
    }
    if joy.nesting >= NESTING {
        complain(cx, joy, "fewer nested constants expected")?;
        return Ok(Taken::Going);
    }
    // Run it on the stack as it is; its value becomes a literal.
    let nil = cx.nil();
    let term = cx.cons(word, nil)?;
    let saved = cx.list_get(registers, reg::STACK).unwrap_or(nil);
    joy.nesting += 1;
    let outcome = eval::execute(cx, joy, registers, term);
    joy.nesting -= 1;
    let stack = cx.list_get(registers, reg::STACK).unwrap_or(nil);
    cx.list_set(registers, reg::STACK, saved);
    match outcome? {
        Outcome::Done => {
            if let Some((value, _)) = cx.uncons(stack) {
                add(cx, open, value)?;
            }
            Ok(Taken::Going)
        }
        Outcome::Abandoned => Ok(Taken::Going),
        Outcome::Quit => Ok(Taken::Quit),
    }
}

/// Reads one factor for `get`; `None` when the text is used up for good.
pub(crate) fn read_factor<'s>(eval: &mut Eval<'_, 's>) -> Step<'s, Option<Local<'s>>> {
    let open = open_lists(eval.cx, eval.registers);
    let base = eval.cx.list_len(open);
    open_list(eval.cx, open)?;
    let set = eval.joy.reader.set.take();
    let result = loop {
        let token = match next_token(eval.cx, eval.joy)? {
            Some(token) => token,
            None if eval.joy.reader.finished => break None,
            None => match eval.joy.host.line() {
                Some(line) if eval.joy.reader.append(&line) => continue,
                _ => break None,
            },
        };
        eval.cx.charge(1)?;
        let registers = eval.registers;
        let joy = &mut *eval.joy;
        let (taken, value) = {
            let taken = eval
                .cx
                .scope(|scope| factor(scope, joy, registers, open, base + 1, token))?;
            let done = eval.joy.reader.set.is_none() && eval.cx.list_len(open) == base + 1;
            let value = match eval.cx.list_get(open, base) {
                Some(items) if done => eval.cx.list_get(items, 0),
                _ => None,
            };
            (taken, value)
        };
        if let Taken::Quit = taken {
            break None;
        }
        if value.is_some() {
            break value;
        }
    };
    eval.joy.reader.set = set;
    eval.cx.list_cut(open, base);
    Ok(result)
}
