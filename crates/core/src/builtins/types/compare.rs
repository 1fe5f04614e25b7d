//! The comparison methods that containers share: `list.__eq__` and its like
//! answer for values of their own kind only.

use crate::builtins::protocol::{self, Cmp};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};

fn same_kind<'f>(cx: &mut Context<'f>, op: Cmp, args: Args<'f>) -> Res<'f> {
    let (a, b) = (args.at(0), cx.plain(args.at(1)));
    if protocol::sets::view_and_set(cx, a, b) {
        return protocol::compare(cx, op, a, b);
    }
    let values = cx.class(b) == ClassId::DictValues && cx.is(b, Kind::DictView);
    if cx.kind(a) != cx.kind(b) || values {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    protocol::compare(cx, op, a, b)
}

pub(crate) fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Eq, args)
}

pub(crate) fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Ne, args)
}

pub(crate) fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Lt, args)
}

pub(crate) fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Le, args)
}

pub(crate) fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Gt, args)
}

pub(crate) fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    same_kind(cx, Cmp::Ge, args)
}

/// `<` and its like of types that have no order.
pub(crate) fn unordered<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NOT_IMPLEMENTED)
}
