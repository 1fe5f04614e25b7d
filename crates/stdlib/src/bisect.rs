//! `_bisect`: places in sorted sequences, found by halving.

use crate::convert::size;
use crate::settings::Settings;
use miniscript_ext::{Context, Local, Module, Res};

macro_rules! parameters {
    ($name:literal) => {
        concat!($name, "(a, x, lo=0, hi=None, *, key=None)")
    };
}

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_bisect")
        .doc("Bisection algorithms.")
        .function(parameters!("bisect_right"), bisect_right)
        .function(parameters!("bisect_left"), bisect_left)
        .function(parameters!("insort_right"), insort_right)
        .function(parameters!("insort_left"), insort_left)
}

/// On which side of equal items a place is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

/// The part of a sequence that is searched, and what its items are compared by.
struct Search<'f> {
    lo: i64,
    hi: Option<Local<'f>>,
    key: Option<Local<'f>>,
    side: Side,
}

fn find<'f>(
    cx: &mut Context<'f>,
    a: Local<'f>,
    x: Local<'f>,
    search: &Search<'f>,
) -> Res<'f, i64> {
    if search.lo < 0 {
        return Err(cx.value_error(format_args!("lo must be non-negative")));
    }
    let hi = match search.hi.filter(|&hi| !cx.is_none(hi)) {
        Some(hi) if cx.to_index(hi)?.is_none() => {
            let name = cx.type_name(hi);
            return Err(cx.type_error(format_args!(
                "argument should be integer or None, not '{name}'"
            )));
        }
        Some(hi) => size(cx, hi)?,
        None => -1,
    };
    let (mut lo, mut hi) = (search.lo, hi);
    if hi == -1 {
        hi = i64::try_from(cx.len(a)?).unwrap_or(i64::MAX);
    }
    let key = search.key.filter(|&key| !cx.is_none(key));
    while lo < hi {
        cx.charge(1)?;
        let middle = lo + (hi - lo) / 2;
        let below = cx.scope(|cx| {
            let place = usize::try_from(middle).unwrap_or(usize::MAX);
            let item = match cx.is_list(a).then(|| cx.list_get(a, place)).flatten() {
                Some(item) => item,
                None => {
                    let place = cx.int(middle)?;
                    cx.get_item(a, place)?
                }
            };
            let item = match key {
                Some(key) => cx.call(key, &[item])?,
                None => item,
            };
            match search.side {
                Side::Left => cx.less(item, x),
                Side::Right => Ok(!cx.less(x, item)?),
            }
        })?;
        if below {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    Ok(lo)
}

fn insert<'f>(
    cx: &mut Context<'f>,
    a: Local<'f>,
    x: Local<'f>,
    search: &Search<'f>,
) -> Res<'f> {
    let wanted = match search.key.filter(|&key| !cx.is_none(key)) {
        Some(key) => cx.call(key, &[x])?,
        None => x,
    };
    let at = find(cx, a, wanted, search)?;
    if cx.is_list(a) {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let at = at.min(cx.list_len(a));
        cx.list_insert(a, at, x)?;
    } else {
        let at = cx.int(at)?;
        cx.call_method(a, "insert", &[at, x])?;
    }
    Ok(Local::NONE)
}

macro_rules! functions {
    ($($name:ident $side:ident $action:ident),* $(,)?) => {$(
        fn $name<'f>(
            cx: &mut Context<'f>,
            a: Local<'f>,
            x: Local<'f>,
            lo: Local<'f>,
            hi: Option<Local<'f>>,
            key: Option<Local<'f>>,
        ) -> Res<'f> {
            let lo = size(cx, lo)?;
            let search = Search { lo, hi, key, side: Side::$side };
            $action(cx, a, x, &search)
        }
    )*};
}

functions! {
    bisect_right Right place,
    bisect_left Left place,
    insort_right Right insert,
    insort_left Left insert,
}

fn place<'f>(cx: &mut Context<'f>, a: Local<'f>, x: Local<'f>, search: &Search<'f>) -> Res<'f> {
    let at = find(cx, a, x, search)?;
    cx.int(at)
}
