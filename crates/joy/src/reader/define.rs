//! Definitions: sections, hidden words, modules.
//!
//! Each open section has dicts from names to words, the innermost last. What a module
//! shows is found under its own name within it, and as `module.name` outside.

use super::{State, Taken, complain, ends_term, factor};
use crate::interpreter::{Joy, reg};
use crate::reader::scan::Token;
use crate::words::Words;
use alloc::vec::Vec;
use miniscript_core::{Context, Local, Res};

/// What may come next in a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The name of a word, or a section.
    Start,
    /// The name of a module.
    ModuleName,
    /// `==`, or rather the body of the word `target` of the innermost level.
    Equal,
    Body,
}

/// A section that is open.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// The module's name, and the index of its dict.
    module: Option<(Vec<u8>, usize)>,
    /// The number of the hidden part, and the index of its dict.
    hidden: Option<(u32, usize)>,
    /// The hidden part is being read.
    private: bool,
    /// Its words are run when they are read.
    immediate: bool,
    /// How many dicts were open before.
    dicts: usize,
    /// The word being defined.
    target: u32,
}

/// Hidden sections within each other.
const HIDDEN: usize = 10;

/// Whether a token begins a definition.
pub(super) fn begins(token: &Token) -> bool {
    matches!(
        token,
        Token::Define | Token::Const | Token::Hide | Token::Public | Token::Module
    )
}

/// Takes the first token of a definition.
pub(super) fn begin<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    token: Token,
) -> Res<'f, Taken> {
    let sections = sections(cx, registers);
    cx.list_release(sections);
    joy.reader.levels.clear();
    // Their memory scheme has the implementations empty the stack.
    let nil = cx.nil();
    cx.list_set(registers, reg::STACK, nil);
    section(cx, joy, registers, token)
}

fn sections<'f>(cx: &mut Context<'f>, registers: Local<'f>) -> Local<'f> {
    cx.list_get(registers, reg::SECTIONS).unwrap_or(Local::NONE)
}

fn place(joy: &mut Joy, place: Place) -> Taken {
    joy.reader.state = State::Define(place);
    Taken::Going
}

/// Opens a section, or goes on with another part of one.
fn section<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    token: Token,
) -> Res<'f, Taken> {
    let sections = sections(cx, registers);
    let dicts = cx.list_len(sections);
    // A module's parts belong to its own level.
    let in_module = joy
        .reader
        .levels
        .last()
        .is_some_and(|level| level.module.is_some() && level.hidden.is_none());
    match token {
        Token::Module => {
            joy.reader.levels.push(Level {
                dicts,
                ..Level::default()
            });
            return Ok(place(joy, Place::ModuleName));
        }
        Token::Hide => {
            let depth = joy.reader.levels.iter();
            if depth.filter(|level| level.hidden.is_some()).count() >= HIDDEN {
                cx.output_flush()?;
                joy.host
                    .error(b"run time error: index needed for display\n");
                return give_up(cx, joy, registers);
            }
            if !in_module {
                joy.reader.levels.push(Level {
                    dicts,
                    ..Level::default()
                });
            }
            let dict = cx.dict()?;
            cx.list_push(sections, dict)?;
            joy.reader.sections = joy.reader.sections.saturating_add(1);
            let number = joy.reader.sections;
            if let Some(level) = joy.reader.levels.last_mut() {
                level.hidden = Some((number, dicts));
                level.private = true;
            }
        }
        Token::Public => match joy.reader.levels.last_mut() {
            Some(level) => level.private = false,
            None => joy.reader.levels.push(Level::default()),
        },
        _ => {
            if !in_module {
                joy.reader.levels.push(Level {
                    dicts,
                    immediate: token == Token::Const,
                    ..Level::default()
                });
            } else if let Some(level) = joy.reader.levels.last_mut() {
                level.immediate = token == Token::Const;
            }
        }
    }
    Ok(place(joy, Place::Start))
}

/// Ends the definition where it stands.
fn give_up<'f>(cx: &mut Context<'f>, joy: &mut Joy, registers: Local<'f>) -> Res<'f, Taken> {
    let sections = sections(cx, registers);
    cx.list_release(sections);
    joy.reader.levels.clear();
    joy.reader.state = State::Idle;
    Ok(Taken::Nothing)
}

/// Closes the innermost section.
fn close_level<'f>(cx: &mut Context<'f>, joy: &mut Joy, registers: Local<'f>) -> Res<'f, Taken> {
    let sections = sections(cx, registers);
    if let Some(level) = joy.reader.levels.pop() {
        cx.list_cut(sections, level.dicts);
    }
    if joy.reader.levels.is_empty() {
        return give_up(cx, joy, registers);
    }
    Ok(place(joy, Place::Start))
}

/// Takes a token that is not part of a body.
pub(super) fn take<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    open: Local<'f>,
    at: Place,
    token: Token,
) -> Res<'f, Taken> {
    match (at, token) {
        (Place::Start, Token::Word(name)) => {
            let target = enter(cx, joy, registers, &name)?;
            if let Some(level) = joy.reader.levels.last_mut() {
                level.target = target;
            }
            Ok(place(joy, Place::Equal))
        }
        (Place::Start, Token::Semicolon) => Ok(Taken::Going),
        (Place::Start, Token::Period) => close_level(cx, joy, registers),
        (Place::Start, token) if begins(&token) => section(cx, joy, registers, token),
        (Place::ModuleName, Token::Word(name)) => {
            module(cx, joy, registers, name)?;
            Ok(place(joy, Place::Start))
        }
        (Place::ModuleName, _) => {
            complain(cx, joy, "atom expected as name of module")?;
            give_up(cx, joy, registers)
        }
        (Place::Equal, token) => {
            cx.list_release(open);
            super::open_list(cx, open)?;
            place(joy, Place::Body);
            if token == Token::Equal {
                return Ok(Taken::Going);
            }
            complain(cx, joy, "== expected in definition")?;
            if ends_term(&token) {
                take(cx, joy, registers, open, Place::Body, token)
            } else {
                factor(cx, joy, registers, open, 1, token)
            }
        }
        (Place::Body, token) => {
            let body = super::close(cx, open)?;
            define(cx, joy, registers, body);
            match token {
                Token::Semicolon => Ok(place(joy, Place::Start)),
                Token::Period => close_level(cx, joy, registers),
                Token::Public => section(cx, joy, registers, token),
                token => unexpected(cx, joy, registers, token),
            }
        }
        (Place::Start, token) => unexpected(cx, joy, registers, token),
    }
}

/// A token that ends the whole definition: a term goes on with it.
fn unexpected<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    token: Token,
) -> Res<'f, Taken> {
    complain(cx, joy, "END or period '.' expected in compound definition")?;
    give_up(cx, joy, registers)?;
    let open = super::open_lists(cx, registers);
    match super::take(cx, joy, registers, open, token)? {
        // The end of an empty term.
        Taken::Term => {
            joy.reader.state = State::Idle;
            cx.list_release(open);
            Ok(Taken::Nothing)
        }
        other => Ok(other),
    }
}

/// Gives the word being defined its body.
fn define<'f>(cx: &mut Context<'f>, joy: &mut Joy, registers: Local<'f>, body: Local<'f>) {
    let Some(level) = joy.reader.levels.last() else {
        return;
    };
    let (target, immediate) = (level.target, level.immediate);
    Words::set_body(cx, registers, target, body);
    if let Some(entry) = joy.words.entry(target) {
        entry.immediate = immediate;
        entry.plugin = None;
    }
}

/// Begins a module: its dict, and a sign of it outside.
fn module<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    name: Vec<u8>,
) -> Res<'f, ()> {
    let outer = public_dict(cx, joy, registers, true)?;
    let mut sign = name.clone();
    sign.push(b'.');
    let sign = cx.byte_str(&sign)?;
    cx.dict_set(outer, sign, Local::TRUE)?;
    let sections = sections(cx, registers);
    let index = cx.list_len(sections);
    let dict = cx.dict()?;
    cx.list_push(sections, dict)?;
    if let Some(level) = joy.reader.levels.last_mut() {
        level.module = Some((name, index));
    }
    Ok(())
}

/// The dict that takes words that are not hidden; `outside` of the innermost level.
fn public_dict<'f>(
    cx: &mut Context<'f>,
    joy: &Joy,
    registers: Local<'f>,
    outside: bool,
) -> Res<'f> {
    let sections = sections(cx, registers);
    let mut levels = joy.reader.levels.iter().rev();
    if outside {
        levels.next();
    } else if let Some(level) = levels.next()
        && let Some((_, index)) = &level.module
        && let Some(dict) = cx.list_get(sections, *index)
    {
        return Ok(dict);
    }
    for level in levels {
        let index = match (&level.hidden, &level.module) {
            (Some((_, index)), _) if level.private => *index,
            (_, Some((_, index))) => *index,
            _ => continue,
        };
        if let Some(dict) = cx.list_get(sections, index) {
            return Ok(dict);
        }
    }
    joy.words.globals(cx)
}

/// The word that a definition of `name` gives a body.
fn enter<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    name: &[u8],
) -> Res<'f, u32> {
    let key = cx.byte_str(name)?;
    let level = joy.reader.levels.last();
    let hidden = level.and_then(|level| level.hidden.filter(|_| level.private));
    let module = level.and_then(|level| level.module.clone());
    if let Some((section, index)) = hidden {
        let sections = sections(cx, registers);
        let dict = cx.list_get(sections, index).unwrap_or(Local::NONE);
        if let Some(number) = Words::find(cx, dict, key)? {
            return Ok(number);
        }
        let mut shown = alloc::format!("{section}.").into_bytes();
        shown.extend_from_slice(name);
        let shown = cx.byte_str(&shown)?;
        return joy.words.make(cx, registers, dict, key, shown);
    }
    let dict = public_dict(cx, joy, registers, false)?;
    let globals = joy.words.globals(cx)?;
    let Some((module, _)) = module else {
        if cx.same_object(dict, globals) {
            let warnings = joy.settings.warnings;
            let host = &mut *joy.host;
            return joy
                .words
                .defined(cx, registers, key, warnings.then_some(host));
        }
        return match Words::find(cx, dict, key)? {
            Some(number) => Ok(number),
            None => joy.words.make(cx, registers, dict, key, key),
        };
    };
    let mut path = module;
    path.push(b'.');
    path.extend_from_slice(name);
    let path = cx.byte_str(&path)?;
    let number = match Words::find(cx, dict, key)? {
        Some(number) => number,
        None => joy.words.make(cx, registers, dict, key, path)?,
    };
    let outer = public_dict(cx, joy, registers, true)?;
    let value = cx.int(i64::from(number))?;
    cx.dict_set(outer, path, value)?;
    Ok(number)
}

/// The word that a name means here; `None` for a member that a module does not have.
pub(super) fn lookup<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    registers: Local<'f>,
    name: &[u8],
) -> Res<'f, Option<u32>> {
    let key = cx.byte_str(name)?;
    let sections = sections(cx, registers);
    for at in (0..cx.list_len(sections)).rev() {
        let dict = cx.list_get(sections, at).unwrap_or(Local::NONE);
        if let Some(number) = Words::find(cx, dict, key)? {
            return Ok(Some(number));
        }
    }
    let globals = joy.words.globals(cx)?;
    if let Some(number) = Words::find(cx, globals, key)? {
        return Ok(Some(number));
    }
    if let Some(dot) = name.iter().rposition(|&byte| byte == b'.') {
        let sign = name.get(..=dot).unwrap_or_default();
        let sign = cx.byte_str(sign)?;
        let mut known = cx.dict_get(globals, sign)?.is_some();
        for at in 0..cx.list_len(sections) {
            let dict = cx.list_get(sections, at).unwrap_or(Local::NONE);
            known |= cx.dict_get(dict, sign)?.is_some();
        }
        if known {
            return Ok(None);
        }
    }
    Ok(Some(joy.words.make(cx, registers, globals, key, key)?))
}
