//! `re.Match`: what a pattern has found.
//!
//! Spans are kept in bytes of the text; positions in characters are counted from the
//! match's beginning when they are asked for.

use super::Compiled;
use super::pattern::{self, INDEX, NAMES, PAYLOAD, characters};
use super::subject::{Out, Subject};
use super::template::{self, Groups, Piece};
use miniscript_core::text::wtf8::CodePoints;
use miniscript_core::{Class, NativeDef};
use miniscript_ext::{Args, Context, Exception, Local, Res};

const RE: usize = 0;
const STRING: usize = 1;
const POS: usize = 2;
const ENDPOS: usize = 3;
/// The number of the last group, or None.
const LAST: usize = 4;
/// The whole match, in bytes.
const FIRST_BYTE: usize = 5;
const LAST_BYTE: usize = 6;
/// Characters before it.
const BEFORE: usize = 7;
/// Bytes: the spans of the groups, two numbers of eight bytes each.
const SPANS: usize = 8;
/// The tuple of all spans, once it was asked for.
pub(super) const REGS: usize = 9;

pub(super) static CLASS: Class = Class {
    name: "re.Match",
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    fields: 10,
    methods: METHODS,
    derivable: false,
    ..Class::PLAIN
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("group", "(self, /, *args)", group),
    NativeDef::method("__getitem__", "(self, key, /)", |cx, args| {
        let index = index_of(cx, args.at(0), args.at(1))?;
        text_of(cx, args.at(0), index, Local::NONE)
    }),
    NativeDef::method("groups", "(self, /, default=None)", groups),
    NativeDef::method("groupdict", "(self, /, default=None)", group_dict),
    NativeDef::method("start", "(self, group=0, /)", |cx, args| {
        let (start, _) = span_of_argument(cx, args)?;
        cx.int(start)
    }),
    NativeDef::method("end", "(self, group=0, /)", |cx, args| {
        let (_, end) = span_of_argument(cx, args)?;
        cx.int(end)
    }),
    NativeDef::method("span", "(self, group=0, /)", |cx, args| {
        let span = span_of_argument(cx, args)?;
        pair(cx, span)
    }),
    NativeDef::method("expand", "(self, /, template)", expand),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__copy__", "(self, /)", pattern::itself),
    NativeDef::method("__deepcopy__", "(self, memo, /)", pattern::itself),
    NativeDef::class_method("__class_getitem__", "(cls, object, /)", pattern::alias),
    NativeDef::property("string", |cx, args| Ok(cx.field(args.at(0), STRING)), pattern::read_only),
    NativeDef::property("re", |cx, args| Ok(cx.field(args.at(0), RE)), pattern::read_only),
    NativeDef::property("pos", |cx, args| Ok(cx.field(args.at(0), POS)), pattern::read_only),
    NativeDef::property("endpos", |cx, args| Ok(cx.field(args.at(0), ENDPOS)), pattern::read_only),
    NativeDef::getter("lastindex", |cx, args| Ok(cx.field(args.at(0), LAST))),
    NativeDef::getter("lastgroup", last_group),
    NativeDef::getter("regs", regs),
];

/// The number of the pattern's groups.
fn count<'f>(cx: &mut Context<'f>, matched: Local<'f>) -> usize {
    let pattern = cx.field(matched, RE);
    let groups = cx.int_field(pattern, pattern::GROUPS).unwrap_or(0);
    usize::try_from(groups).unwrap_or(0)
}

/// The span of a group in bytes, if it has matched.
fn bytes_of<'f>(cx: &mut Context<'f>, matched: Local<'f>, group: usize) -> Option<(usize, usize)> {
    let Some(at) = group.checked_sub(1) else {
        let start = cx.int_field(matched, FIRST_BYTE)?;
        let end = cx.int_field(matched, LAST_BYTE)?;
        return Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?));
    };
    let spans = cx.field(matched, SPANS);
    let spans = cx.as_bytes(spans)?.get(at.checked_mul(16)?..)?;
    let start = u64::from_le_bytes(*spans.first_chunk()?);
    let end = u64::from_le_bytes(*spans.get(8..)?.first_chunk()?);
    if start == u64::MAX {
        return None;
    }
    Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?))
}

/// The span of a group in characters, -1 twice where it has not matched.
fn span_of<'f>(cx: &mut Context<'f>, matched: Local<'f>, group: usize) -> Res<'f, (i64, i64)> {
    let Some((start, end)) = bytes_of(cx, matched, group) else {
        return Ok((-1, -1));
    };
    let string = cx.field(matched, STRING);
    let Some(text) = cx.as_wtf8(string) else {
        return Ok((start as i64, end as i64));
    };
    let subject = Subject {
        value: string,
        text,
        is_text: true,
        len: cx.str_len(string).unwrap_or(0),
    };
    let first = cx.int_field(matched, FIRST_BYTE).unwrap_or(0);
    let first = usize::try_from(first).unwrap_or(0);
    let before = cx.int_field(matched, BEFORE).unwrap_or(0);
    if !subject.is_narrow() {
        cx.charge(start.abs_diff(first) / 16 + (end - start) / 16)?;
    }
    let start_at = before + subject.between(first, start);
    Ok((start_at, start_at + subject.between(start, end)))
}

fn pair<'f>(cx: &mut Context<'f>, (start, end): (i64, i64)) -> Res<'f> {
    let items = [cx.int(start)?, cx.int(end)?];
    cx.tuple(&items)
}

/// The text of a group, or what stands for it where it has not matched.
fn text_of<'f>(
    cx: &mut Context<'f>,
    matched: Local<'f>,
    group: usize,
    missing: Local<'f>,
) -> Res<'f> {
    let Some((start, end)) = bytes_of(cx, matched, group) else {
        return Ok(missing);
    };
    let string = cx.field(matched, STRING);
    if let Some(text) = cx.as_wtf8(string).or_else(|| cx.as_bytes(string)) {
        let is_text = cx.as_wtf8(string).is_some();
        let subject = Subject {
            value: string,
            text,
            is_text,
            len: 0,
        };
        return subject.part(cx, start, end);
    }
    // It may have become shorter since.
    let part = cx.buffer(string).unwrap_or_default();
    let end = end.min(part.len());
    let part = part.get(start.min(end)..end).unwrap_or_default().to_vec();
    cx.bytes(&part)
}

/// The number of a group that a script names or numbers.
fn index_of<'f>(cx: &mut Context<'f>, matched: Local<'f>, key: Local<'f>) -> Res<'f, usize> {
    let index = match cx.to_index(key)? {
        Some(index) => cx.as_int(index).unwrap_or(-1),
        None => {
            let pattern = cx.field(matched, RE);
            let names = cx.field(pattern, INDEX);
            match cx.dict_get(names, key)? {
                Some(found) => cx.as_int(found).unwrap_or(-1),
                None => -1,
            }
        }
    };
    match usize::try_from(index) {
        Ok(index) if index <= count(cx, matched) => Ok(index),
        _ => Err(cx.raise_kind(Exception::IndexError, format_args!("no such group"))),
    }
}

fn group<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let matched = args.at(0);
    match args.len() {
        0 | 1 => text_of(cx, matched, 0, Local::NONE),
        2 => {
            let index = index_of(cx, matched, args.at(1))?;
            text_of(cx, matched, index, Local::NONE)
        }
        many => {
            let items = cx.list_with_capacity(many - 1)?;
            for key in args.rest(1) {
                cx.scope(|cx| {
                    let index = index_of(cx, matched, key)?;
                    let text = text_of(cx, matched, index, Local::NONE)?;
                    cx.list_push(items, text)
                })?;
            }
            cx.tuple_from_list(items)
        }
    }
}

fn groups<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let missing = args.get(cx, 1).unwrap_or(Local::NONE);
    let count = count(cx, args.at(0));
    let items = cx.list_with_capacity(count)?;
    for group in 1..=count {
        cx.scope(|cx| {
            let text = text_of(cx, args.at(0), group, missing)?;
            cx.list_push(items, text)
        })?;
    }
    cx.tuple_from_list(items)
}

fn group_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let missing = args.get(cx, 1).unwrap_or(Local::NONE);
    let pattern = cx.field(args.at(0), RE);
    let names = cx.field(pattern, NAMES);
    let dict = cx.dict()?;
    for group in 1..cx.tuple_len(names) {
        cx.scope(|cx| {
            let Some(name) = cx.tuple_get(names, group).filter(|&name| cx.is_str(name)) else {
                return Ok(());
            };
            let text = text_of(cx, args.at(0), group, missing)?;
            cx.dict_set(dict, name, text)
        })?;
    }
    Ok(dict)
}

fn span_of_argument<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, (i64, i64)> {
    let index = match args.get(cx, 1) {
        Some(key) => index_of(cx, args.at(0), key)?,
        None => 0,
    };
    span_of(cx, args.at(0), index)
}

fn last_group<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(last) = cx.int_field(args.at(0), LAST) else {
        return Ok(Local::NONE);
    };
    let pattern = cx.field(args.at(0), RE);
    let names = cx.field(pattern, NAMES);
    let name = usize::try_from(last)
        .ok()
        .and_then(|last| cx.tuple_get(names, last));
    Ok(name.unwrap_or(Local::NONE))
}

fn regs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(known) = cx.find_field(args.at(0), REGS) {
        return Ok(known);
    }
    let count = count(cx, args.at(0));
    let items = cx.list_with_capacity(count + 1)?;
    for group in 0..=count {
        cx.scope(|cx| {
            let span = span_of(cx, args.at(0), group)?;
            let span = pair(cx, span)?;
            cx.list_push(items, span)
        })?;
    }
    let regs = cx.tuple_from_list(items)?;
    cx.set_field(args.at(0), REGS, regs);
    Ok(regs)
}

/// The first characters of a text.
pub(super) fn cut(text: &[u8], most: usize) -> &[u8] {
    let mut points = CodePoints::new(text);
    for _ in 0..most {
        if points.next().is_none() {
            return text;
        }
    }
    let rest = points.as_bytes().len();
    text.get(..text.len() - rest).unwrap_or(text)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (start, end) = span_of(cx, args.at(0), 0)?;
    let text = text_of(cx, args.at(0), 0, Local::NONE)?;
    let shown = cx.to_repr(text)?;
    let mut out =
        alloc::format!("<re.Match object; span=({start}, {end}), match=").into_bytes();
    out.extend_from_slice(cut(cx.as_wtf8(shown).unwrap_or_default(), 50));
    out.push(b'>');
    cx.str_from_wtf8(&out)
}

fn expand<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (matched, template) = (args.at(0), args.at(1));
    let pattern = cx.field(matched, RE);
    let (pieces, is_text) = pieces(cx, pattern, template)?;
    let string = cx.field(matched, STRING);
    let wanted = cx.as_wtf8(string).is_some();
    if is_text != wanted
        && let Some(at) = pieces.iter().position(|piece| matches!(piece, Piece::Text(_)))
    {
        return Err(mixed(cx, at, wanted));
    }
    let mut out = Out::new(cx);
    for piece in &pieces {
        match piece {
            Piece::Text(text) => out.push(cx, text)?,
            Piece::Group(group) => cx.scope(|cx| {
                let text = text_of(cx, matched, *group as usize, Local::NONE)?;
                let bytes = cx.as_wtf8(text).or_else(|| cx.as_bytes(text));
                out.push(cx, bytes.unwrap_or_default())
            })?,
        }
    }
    if wanted {
        cx.str_from_wtf8(&out.bytes)
    } else {
        cx.bytes(&out.bytes)
    }
}

/// The TypeError of a replacement of the other kind of text.
#[cold]
pub(super) fn mixed<'f>(cx: &mut Context<'f>, at: usize, is_text: bool) -> miniscript_ext::Error<'f> {
    if is_text {
        cx.type_error(format_args!(
            "sequence item {at}: expected str instance, bytes found"
        ))
    } else {
        cx.type_error(format_args!(
            "sequence item {at}: expected a bytes-like object, str found"
        ))
    }
}

/// The parts of a replacement, and whether it is a str.
pub(super) fn pieces<'f>(
    cx: &mut Context<'f>,
    pattern: Local<'f>,
    template: Local<'f>,
) -> Res<'f, (alloc::vec::Vec<Piece>, bool)> {
    if cx.as_wtf8(template).is_none() && cx.buffer(template).is_none() {
        let found = cx.type_name(template);
        return Err(cx.type_error(format_args!(
            "decoding to str: need a bytes-like object, {found} found"
        )));
    }
    let subject = Subject::of(cx, template)?;
    let text = characters(cx, &subject)?;
    let parsed = cx.payload(pattern, PAYLOAD, |compiled: &mut Compiled| {
        let groups = Groups {
            count: compiled.program.groups,
            names: &compiled.names,
        };
        template::parse(&text, subject.is_text, &groups)
    });
    let Some((notices, pieces)) = parsed else {
        return Err(pattern::no_pattern(cx));
    };
    if !notices.is_empty() {
        let module = cx.import("re")?;
        let warn = cx.attribute(module, "_warn_template")?;
        pattern::give_notices(cx, &notices, warn)?;
    }
    match pieces {
        Ok(pieces) => Ok((pieces, subject.is_text)),
        Err(fault) => Err(pattern::raise(cx, fault, template)),
    }
}
