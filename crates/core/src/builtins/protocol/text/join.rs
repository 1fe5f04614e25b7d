//! `str.join`.

use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Joined, Local, Res};

/// `separator.join(iterable)`; the separator is a str.
pub(crate) fn join<'f>(cx: &mut Context<'f>, separator: Local<'f>, iterable: Local<'f>) -> Res<'f> {
    let items = if cx.is(iterable, Kind::List) || cx.is(iterable, Kind::Tuple) {
        iterable
    } else {
        match protocol::iter(cx, iterable) {
            Ok(iterator) => protocol::list_of(cx, iterator)?,
            Err(error) if cx.error_is(&error, ClassId::TypeError) => {
                return Err(cx.type_error(format_args!("can only join an iterable")));
            }
            Err(error) => return Err(error),
        }
    };
    cx.charge(cx.seq_len(items))?;
    if cx.seq_len(items) == 0 {
        return cx.wtf8(b"");
    }
    match cx.str_join(separator, items)? {
        Joined::Text(text) => Ok(text),
        Joined::NotStr(at) => {
            if let Some(item) = cx.seq_get(items, at)
                && cx.is_derived(item)
                && cx.str_bytes(item).is_some()
            {
                return join_derived(cx, separator, items);
            }
            let found = match cx.seq_get(items, at) {
                Some(item) => cx.type_name(item),
                None => "NoneType",
            };
            Err(cx.type_error(format_args!(
                "sequence item {at}: expected str instance, {found} found"
            )))
        }
    }
}

/// The same where items are of classes derived from str: their texts count.
fn join_derived<'f>(cx: &mut Context<'f>, separator: Local<'f>, items: Local<'f>) -> Res<'f> {
    let count = cx.seq_len(items);
    let texts = cx.list_with_capacity(count)?;
    for at in 0..count {
        cx.scope(|cx| {
            let Some(item) = cx.seq_get(items, at) else {
                return Ok(());
            };
            let item = if cx.str_bytes(item).is_some() {
                cx.plain(item)
            } else {
                item
            };
            cx.list_push(texts, item)
        })?;
    }
    join(cx, separator, texts)
}
