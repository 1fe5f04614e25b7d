//! `re.Pattern`: compiled patterns and what is done with them.

use super::fold::Fold;
use super::machine::Mode;
use super::parse;
use super::source::{Fault, Notice};
use super::subject::{Search, Subject, memory_error, number};
use super::tree::{Tree, flag};
use super::{Compiled, compile as compiler, machine, matched, replace, scanner};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use miniscript_core::text::wtf8::CodePoints;
use miniscript_core::{Class, NativeDef};
use miniscript_ext::{Args, Callable, Context, Error, Exception, Local, Res};

/// The compiled program.
pub(super) const PAYLOAD: usize = 0;
/// What it was compiled from.
pub(super) const PATTERN: usize = 1;
pub(super) const FLAGS: usize = 2;
/// How many groups there are.
pub(super) const GROUPS: usize = 3;
/// Dict of the groups' names.
pub(super) const INDEX: usize = 4;
/// Tuple of the groups' names, or None, by number.
pub(super) const NAMES: usize = 5;
pub(super) const MATCH_CLASS: usize = 6;

pub(super) static CLASS: Class = Class {
    name: "re.Pattern",
    doc: "Compiled regular expression object.",
    fields: 7,
    methods: METHODS,
    derivable: false,
    weak: true,
    ..Class::PLAIN
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("match", "(self, /, string, pos=0, endpos=sys.maxsize)", |cx, args| {
        one(cx, args, Mode::Match)
    }),
    NativeDef::method(
        "fullmatch",
        "(self, /, string, pos=0, endpos=sys.maxsize)",
        |cx, args| one(cx, args, Mode::Full),
    ),
    NativeDef::method("search", "(self, /, string, pos=0, endpos=sys.maxsize)", |cx, args| {
        one(cx, args, Mode::Search)
    }),
    NativeDef::method("findall", "(self, /, string, pos=0, endpos=sys.maxsize)", find_all),
    NativeDef::method(
        "finditer",
        "(self, /, string, pos=0, endpos=sys.maxsize)",
        scanner::find_iter,
    ),
    NativeDef::method(
        "scanner",
        "(self, /, string, pos=0, endpos=sys.maxsize)",
        scanner::scanner,
    ),
    NativeDef::method("split", "(self, /, string, maxsplit=0)", split),
    NativeDef::method("sub", "(self, /, repl, string, count=0)", |cx, args| {
        Ok(replace::replace(cx, args)?.0)
    }),
    NativeDef::method("subn", "(self, /, repl, string, count=0)", |cx, args| {
        let (text, count) = replace::replace(cx, args)?;
        let count = cx.int(count)?;
        cx.tuple(&[text, count])
    }),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__eq__", "(self, value, /)", |cx, args| equal(cx, args, true)),
    NativeDef::method("__ne__", "(self, value, /)", |cx, args| equal(cx, args, false)),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__copy__", "(self, /)", itself),
    NativeDef::method("__deepcopy__", "(self, memo, /)", itself),
    NativeDef::class_method("__class_getitem__", "(cls, object, /)", alias),
    NativeDef::property("pattern", |cx, args| Ok(cx.field(args.at(0), PATTERN)), read_only),
    NativeDef::property("flags", |cx, args| Ok(cx.field(args.at(0), FLAGS)), read_only),
    NativeDef::property("groups", |cx, args| Ok(cx.field(args.at(0), GROUPS)), read_only),
    NativeDef::getter("groupindex", group_index),
];

/// The setter of what is no property but a member of the object.
pub(super) fn read_only<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(cx.raise_kind(
        Exception::AttributeError,
        format_args!("readonly attribute"),
    ))
}

/// The `__copy__` and `__deepcopy__` of what never changes.
pub(super) fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

/// `re.Pattern[str]`
pub(super) fn alias<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.hidden_type("types.GenericAlias") {
        Some(class) => cx.call(class, &[args.at(0), args.at(1)]),
        None => Ok(Local::NONE),
    }
}

#[cold]
pub(super) fn no_pattern<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.type_error(format_args!("not a compiled pattern"))
}

pub(super) fn is_cased(fold: Fold, code: i64) -> bool {
    u32::try_from(code).is_ok_and(|code| fold.is_cased(code))
}

pub(super) fn to_lower(fold: Fold, code: i64) -> i64 {
    u32::try_from(code).map_or(code, |code| i64::from(fold.lower(code)))
}

/// The characters of a str, or the bytes of something else.
pub(super) fn characters<'f>(
    cx: &mut Context<'f>,
    subject: &Subject<'f>,
) -> Res<'f, Vec<u32>> {
    let mut out = Vec::new();
    // A parsed pattern takes many times as much.
    let room = cx.heap_room();
    if subject.text.len().saturating_mul(64) > room.max(4096)
        || out.try_reserve_exact(subject.len).is_err()
    {
        return Err(memory_error(cx));
    }
    cx.charge(subject.text.len() / 4)?;
    if subject.is_text {
        out.extend(CodePoints::new(subject.text));
    } else {
        out.extend(subject.text.iter().map(|&byte| u32::from(byte)));
    }
    Ok(out)
}

/// `_sre.compile(pattern, flags, warn)`: `warn(message, future)` gets the warnings.
pub(super) fn compile<'f>(
    cx: &mut Context<'f>,
    pattern: Local<'f>,
    flags: i64,
    warn: Callable<'f>,
) -> Res<'f> {
    let subject = Subject::of(cx, pattern)?;
    let text = characters(cx, &subject)?;
    let flags = flags as u32;
    let (notices, tree) = parse::parse(&text, subject.is_text, flags);
    give_notices(cx, &notices, warn.into())?;
    let tree = match tree {
        Ok(tree) => tree,
        Err(fault) => return Err(raise(cx, fault, pattern)),
    };
    let room = cx.heap_room();
    let mut failed = None;
    let program = compiler::compile(&tree, !subject.is_text, &mut |steps, bytes| {
        match cx.charge(steps / 16 + 1) {
            Ok(()) => bytes <= room,
            Err(error) => {
                failed = Some(error);
                false
            }
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    match program {
        Ok(program) => make(cx, pattern, tree, program),
        Err(fault) => Err(raise(cx, fault, pattern)),
    }
}

fn make<'f>(
    cx: &mut Context<'f>,
    pattern: Local<'f>,
    tree: Tree,
    program: super::program::Program,
) -> Res<'f> {
    let index = cx.dict()?;
    let names = cx.list_with_capacity(tree.groups as usize + 1)?;
    let mut known = BTreeMap::new();
    let mut named = tree.names.into_iter().peekable();
    for group in 0..=tree.groups {
        cx.scope(|cx| {
            let Some((name, _)) = named.next_if(|&(_, at)| at == group) else {
                return cx.list_push(names, Local::NONE);
            };
            let text = cx.str_from_wtf8(&super::source::encode(&name))?;
            let number = cx.int(i64::from(group))?;
            cx.dict_set(index, text, number)?;
            known.insert(name, group);
            cx.list_push(names, text)
        })?;
    }
    let fields = [
        Local::NONE,
        pattern,
        cx.int(i64::from(tree.flags))?,
        cx.int(i64::from(tree.groups))?,
        index,
        cx.tuple_from_list(names)?,
        cx.class_of(&matched::CLASS)?,
    ];
    let class = cx.class_of(&CLASS)?;
    let object = cx.instance(class, &fields)?;
    let compiled = Compiled {
        program,
        memory: machine::Memory::default(),
        names: known,
    };
    cx.set_payload(object, PAYLOAD, compiled)?;
    Ok(object)
}

/// Hands warnings on.
pub(super) fn give_notices<'f>(
    cx: &mut Context<'f>,
    notices: &[Notice],
    warn: Local<'f>,
) -> Res<'f, ()> {
    for notice in notices {
        let text = cx.str_from_wtf8(&notice.message)?;
        cx.call(warn, &[text, Local::bool(notice.future)])?;
    }
    Ok(())
}

/// The exception for what is wrong with a pattern or a replacement.
#[cold]
pub(super) fn raise<'f>(cx: &mut Context<'f>, fault: Fault, source: Local<'f>) -> Error<'f> {
    match fault {
        Fault::Memory => memory_error(cx),
        Fault::Overflow(text) => cx.raise_kind(Exception::OverflowError, format_args!("{text}")),
        Fault::Value(text) => cx.value_error(format_args!("{text}")),
        Fault::Index(text) => match String::from_utf8(text) {
            Ok(text) => cx.raise_kind(Exception::IndexError, format_args!("{text}")),
            Err(_) => cx.raise_kind(Exception::IndexError, format_args!("unknown group name")),
        },
        Fault::Error(message, at) => match error(cx, &message, at, source) {
            Ok(error) | Err(error) => error,
        },
    }
}

fn error<'f>(
    cx: &mut Context<'f>,
    message: &[u8],
    at: Option<usize>,
    source: Local<'f>,
) -> Res<'f, Error<'f>> {
    let module = cx.import("re")?;
    let class = cx.attribute(module, "error")?;
    let message = cx.str_from_wtf8(message)?;
    let exception = match at {
        Some(at) => {
            let at = cx.int(at as i64)?;
            cx.call(class, &[message, source, at])?
        }
        None => cx.call(class, &[message])?,
    };
    Ok(cx.raise_value(exception))
}

/// `match`, `search` and `fullmatch`.
fn one<'f>(cx: &mut Context<'f>, args: Args<'f>, mode: Mode) -> Res<'f> {
    let limits = (args.get(cx, 2), args.get(cx, 3));
    let mut search = Search::new(cx, args.at(0), args.at(1), limits, mode)?;
    let result = if search.next(cx)? {
        search.matched(cx)?
    } else {
        Local::NONE
    };
    search.close(cx);
    Ok(result)
}

fn find_all<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let limits = (args.get(cx, 2), args.get(cx, 3));
    let mut search = Search::new(cx, args.at(0), args.at(1), limits, Mode::Search)?;
    let list = cx.list(&[])?;
    let empty = search.subject.part(cx, 0, 0)?;
    while search.next(cx)? {
        cx.scope(|cx| {
            let item = match search.groups {
                0 | 1 => search.group(cx, search.groups, empty)?,
                groups => {
                    let items = cx.list_with_capacity(groups)?;
                    for group in 1..=groups {
                        let item = search.group(cx, group, empty)?;
                        cx.list_push(items, item)?;
                    }
                    cx.tuple_from_list(items)?
                }
            };
            cx.list_push(list, item)
        })?;
        search.machine.again();
    }
    search.close(cx);
    Ok(list)
}

fn split<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let most = match args.get(cx, 2) {
        Some(most) => number(cx, most)?,
        None => 0,
    };
    let mut search = Search::new(cx, args.at(0), args.at(1), (None, None), Mode::Search)?;
    let list = cx.list(&[])?;
    let (mut last, mut count) = (0, 0);
    while (most == 0 || count < most) && search.next(cx)? {
        cx.scope(|cx| {
            let before = search.subject.part(cx, last, search.machine.start)?;
            cx.list_push(list, before)?;
            for group in 1..=search.groups {
                let item = search.group(cx, group, Local::NONE)?;
                cx.list_push(list, item)?;
            }
            Ok(())
        })?;
        count += 1;
        last = search.machine.at;
        search.machine.again();
    }
    let rest = search.subject.part(cx, last, search.subject.text.len())?;
    cx.list_push(list, rest)?;
    search.close(cx);
    Ok(list)
}

/// A view of the names where there are such views, else a copy.
fn group_index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let index = cx.field(args.at(0), INDEX);
    match cx.hidden_type("mappingproxy") {
        Some(class) => cx.call(class, &[index]),
        None => cx.dict_copy(index),
    }
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let pattern = cx.field(args.at(0), PATTERN);
    let shown = cx.to_repr(pattern)?;
    let mut out = b"re.compile(".to_vec();
    out.extend_from_slice(matched::cut(cx.as_wtf8(shown).unwrap_or_default(), 200));
    let mut flags = cx.int_field(args.at(0), FLAGS).unwrap_or(0) as u32;
    if cx.as_wtf8(pattern).is_some() && flags & flag::TYPES == flag::UNICODE {
        flags &= !flag::UNICODE;
    }
    let mut before = ", ";
    for (bit, name) in [
        (flag::TEMPLATE, "re.TEMPLATE"),
        (flag::IGNORECASE, "re.IGNORECASE"),
        (flag::LOCALE, "re.LOCALE"),
        (flag::MULTILINE, "re.MULTILINE"),
        (flag::DOTALL, "re.DOTALL"),
        (flag::UNICODE, "re.UNICODE"),
        (flag::VERBOSE, "re.VERBOSE"),
        (flag::DEBUG, "re.DEBUG"),
        (flag::ASCII, "re.ASCII"),
    ] {
        if flags & bit != 0 {
            out.extend_from_slice(before.as_bytes());
            out.extend_from_slice(name.as_bytes());
            before = "|";
            flags &= !bit;
        }
    }
    if flags != 0 {
        out.extend_from_slice(alloc::format!("{before}{flags:#x}").as_bytes());
    }
    out.push(b')');
    cx.str_from_wtf8(&out)
}

fn equal<'f>(cx: &mut Context<'f>, args: Args<'f>, wanted: bool) -> Res<'f> {
    let (a, b) = (args.at(0), args.at(1));
    if !cx.is_of(b, &CLASS) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    if cx.same(a, b) {
        return Ok(Local::bool(wanted));
    }
    let (left, right) = (cx.field(a, PATTERN), cx.field(b, PATTERN));
    let same = cx.int_field(a, FLAGS) == cx.int_field(b, FLAGS)
        && cx.as_wtf8(left).is_some() == cx.as_wtf8(right).is_some()
        && cx.equal(left, right)?;
    Ok(Local::bool(same == wanted))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (pattern, flags) = (cx.field(args.at(0), PATTERN), cx.field(args.at(0), FLAGS));
    let pair = cx.tuple(&[flags, pattern])?;
    match cx.call_on_type(pair, "__hash__", &[])? {
        Some(hash) => Ok(hash),
        None => cx.int(0),
    }
}
