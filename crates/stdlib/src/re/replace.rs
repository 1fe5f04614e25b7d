//! `sub` and `subn`.

use super::machine::Mode;
use super::matched::{mixed, pieces};
use super::subject::{Out, Search, number};
use super::template::Piece;
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Local, Res};

/// What takes the place of a match.
enum Replacement<'f> {
    /// Its parts, and whether it is a str.
    Pieces(Vec<Piece>, bool),
    /// What a function makes of it.
    Function(Local<'f>),
}

/// The text with its replacements, and their number.
pub(super) fn replace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, (Local<'f>, i64)> {
    let (pattern, with) = (args.at(0), args.at(1));
    let most = match args.get(cx, 3) {
        Some(most) => number(cx, most)?,
        None => 0,
    };
    let with = replacement(cx, pattern, with)?;
    let mut search = Search::new(cx, pattern, args.at(2), (None, None), Mode::Search)?;
    let (result, count) = match with {
        Replacement::Function(function) => with_function(cx, &mut search, function, most)?,
        Replacement::Pieces(pieces, is_text) => {
            with_pieces(cx, &mut search, &pieces, is_text, most)?
        }
    };
    search.close(cx);
    Ok((result, count))
}

fn replacement<'f>(
    cx: &mut Context<'f>,
    pattern: Local<'f>,
    with: Local<'f>,
) -> Res<'f, Replacement<'f>> {
    let text = cx.as_wtf8(with);
    if text.is_none() && cx.is_callable(with) {
        return Ok(Replacement::Function(with));
    }
    if let Some(text) = text.or_else(|| cx.as_bytes(with))
        && !text.contains(&b'\\')
    {
        let piece = Piece::Text(text.to_vec());
        return Ok(Replacement::Pieces(
            alloc::vec![piece],
            cx.as_wtf8(with).is_some(),
        ));
    }
    if text.is_none() && cx.as_bytes(with).is_none() {
        // CPython looks whether it has parsed it before.
        let builtins = cx.builtins();
        if let Some(hash) = cx.dict_get_str(builtins, "hash")? {
            cx.call(hash, &[with])?;
        }
    }
    let (pieces, is_text) = pieces(cx, pattern, with)?;
    Ok(Replacement::Pieces(pieces, is_text))
}

fn with_pieces<'f>(
    cx: &mut Context<'f>,
    search: &mut Search<'f>,
    pieces: &[Piece],
    is_text: bool,
    most: i64,
) -> Res<'f, (Local<'f>, i64)> {
    let text = search.subject.text;
    let mut out = Out::new(cx);
    let (mut last, mut count) = (0, 0);
    while (most == 0 || count < most) && search.next(cx)? {
        let (start, end) = (search.machine.start, search.machine.at);
        if is_text != search.subject.is_text {
            return Err(mixed(cx, usize::from(start > 0), search.subject.is_text));
        }
        out.push(cx, text.get(last..start).unwrap_or_default())?;
        for piece in pieces {
            let piece = match piece {
                Piece::Text(text) => text.as_slice(),
                Piece::Group(group) => search
                    .span(*group as usize)
                    .and_then(|(start, end)| text.get(start..end))
                    .unwrap_or_default(),
            };
            out.push(cx, piece)?;
        }
        count += 1;
        last = end;
        search.machine.again();
    }
    if count == 0 {
        let whole = search.subject.part(cx, 0, text.len())?;
        return Ok((whole, 0));
    }
    out.push(cx, text.get(last..).unwrap_or_default())?;
    cx.charge(out.bytes.len() / 64)?;
    let result = if search.subject.is_text {
        cx.str_from_wtf8(&out.bytes)?
    } else {
        cx.bytes(&out.bytes)?
    };
    Ok((result, count))
}

fn with_function<'f>(
    cx: &mut Context<'f>,
    search: &mut Search<'f>,
    function: Local<'f>,
    most: i64,
) -> Res<'f, (Local<'f>, i64)> {
    let list = cx.list(&[])?;
    let (mut last, mut count) = (0, 0);
    while (most == 0 || count < most) && search.next(cx)? {
        let start = search.machine.start;
        cx.scope(|cx| {
            let matched = search.matched(cx)?;
            if last < start {
                let before = search.subject.part(cx, last, start)?;
                cx.list_push(list, before)?;
            }
            let item = cx.call(function, &[matched])?;
            if cx.is_none(item) {
                return Ok(());
            }
            cx.list_push(list, item)
        })?;
        count += 1;
        last = search.machine.at;
        search.machine.again();
    }
    let len = search.subject.text.len();
    if last < len {
        let rest = search.subject.part(cx, last, len)?;
        cx.list_push(list, rest)?;
    }
    let empty = search.subject.part(cx, 0, 0)?;
    let result = match cx.list_len(list) {
        0 => empty,
        _ => cx.call_method(empty, "join", &[list])?,
    };
    Ok((result, count))
}
