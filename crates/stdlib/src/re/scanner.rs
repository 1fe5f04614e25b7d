//! Scanners: searches that a script continues step by step, and `finditer`.

use super::machine::Mode;
use super::pattern;
use super::subject::{Search, Subject, position};
use miniscript_core::{Class, NativeDef};
use miniscript_ext::{Args, Context, Local, Res};

const PATTERN: usize = 0;
/// The value that is searched, and its text if that can change.
const STRING: usize = 1;
const TEXT: usize = 2;
/// Limits in characters.
const POS: usize = 3;
const ENDPOS: usize = 4;
/// Where it goes on, in bytes and in characters; empty at the end.
const AT: usize = 5;
const CHARACTERS: usize = 6;
/// Whether an empty match is refused there.
const MUST_ADVANCE: usize = 7;
/// Fields, with one for a view that keeps the value's length as it is.
const FIELDS: u16 = 9;

pub(super) static CLASS: Class = Class {
    name: "_sre.SRE_Scanner",
    fields: FIELDS,
    methods: &[
        NativeDef::method("match", "(self, /, *args)", |cx, args| {
            no_arguments(cx, args, "match")?;
            Ok(step(cx, args.at(0), Mode::Match)?.unwrap_or(Local::NONE))
        }),
        NativeDef::method("search", "(self, /, *args)", |cx, args| {
            no_arguments(cx, args, "search")?;
            Ok(step(cx, args.at(0), Mode::Search)?.unwrap_or(Local::NONE))
        }),
        NativeDef::property(
            "pattern",
            |cx, args| Ok(cx.field(args.at(0), PATTERN)),
            pattern::read_only,
        ),
    ],
    derivable: false,
    ..Class::PLAIN
};

/// What `finditer` returns: CPython's is an iterator over the calls of a scanner.
static ITERATOR: Class = Class {
    name: "callable_iterator",
    fields: FIELDS,
    next: Some(|cx, iterator| step(cx, iterator, Mode::Search)),
    derivable: false,
    ..Class::PLAIN
};

fn no_arguments<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str) -> Res<'f, ()> {
    if args.len() > 1 {
        return Err(cx.type_error(format_args!("{name}() takes no arguments")));
    }
    Ok(())
}

pub(super) fn scanner<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    make(cx, args, &CLASS)
}

pub(super) fn find_iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    make(cx, args, &ITERATOR)
}

fn make<'f>(cx: &mut Context<'f>, args: Args<'f>, class: &'static Class) -> Res<'f> {
    let (pattern, string) = (args.at(0), args.at(1));
    let (pos, endpos) = (args.get(cx, 2), args.get(cx, 3));
    let (pos, endpos) = (position(cx, pos, 0)?, position(cx, endpos, usize::MAX)?);
    // Checks the kinds of text, too.
    let subject = Subject::of(cx, string)?;
    let search = Search::within(cx, pattern, subject, (pos, endpos), Mode::Search)?;
    search.close(cx);
    let (mut text, mut view) = (Local::NONE, Local::NONE);
    if !subject.is_text && cx.as_bytes(string).is_none() {
        text = cx.bytes(subject.text)?;
        if let Some(class) = cx.hidden_type("memoryview") {
            view = cx.call(class, &[string])?;
        }
    }
    let (pos, endpos) = (pos.min(subject.len), endpos.min(subject.len));
    let at = subject.offset(cx, pos);
    let fields = [
        pattern,
        string,
        text,
        cx.int(pos as i64)?,
        cx.int(endpos as i64)?,
        cx.int(at as i64)?,
        cx.int(pos as i64)?,
        Local::bool(false),
        view,
    ];
    let class = cx.class_of(class)?;
    cx.instance(class, &fields)
}

/// The next match.
fn step<'f>(
    cx: &mut Context<'f>,
    scanner: Local<'f>,
    mode: Mode,
) -> Res<'f, Option<Local<'f>>> {
    let pattern = cx.field(scanner, PATTERN);
    let place = |cx: &mut Context<'f>, field: usize| {
        cx.int_field(scanner, field)
            .and_then(|number| usize::try_from(number).ok())
    };
    let (Some(pos), Some(endpos)) = (place(cx, POS), place(cx, ENDPOS)) else {
        return Ok(None);
    };
    let (Some(at), Some(characters)) = (place(cx, AT), place(cx, CHARACTERS)) else {
        return Ok(None);
    };
    let (string, text) = (cx.field(scanner, STRING), cx.field(scanner, TEXT));
    let mut subject = Subject::of(cx, if cx.is_none(text) { string } else { text })?;
    subject.value = string;
    let must_advance = cx.field(scanner, MUST_ADVANCE);
    let must_advance = cx.truth(must_advance)?;
    // Nobody else may use it while a script could run.
    cx.clear_field(scanner, AT);
    let mut search = Search::within(cx, pattern, subject, (pos, endpos), mode)?;
    search.go_on(at, characters, must_advance);
    if !search.next(cx)? {
        search.close(cx);
        return Ok(None);
    }
    let matched = search.matched(cx)?;
    let (start, end) = (search.machine.start, search.machine.at);
    let (known, before) = search.known();
    let behind = before + subject.between(known, end);
    search.close(cx);
    cx.set_int_field(scanner, AT, end as i64)?;
    cx.set_int_field(scanner, CHARACTERS, behind)?;
    cx.set_field(scanner, MUST_ADVANCE, Local::bool(start == end));
    Ok(Some(matched))
}
