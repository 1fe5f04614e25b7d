//! `product`.

use super::choose::{Indices, indices, places, produce};
use crate::convert::{plain_size, reduced, size, tuple_of};
use alloc::vec::Vec;
use miniscript_ext::{Args, Class, Context, Exception, Local, NativeDef, Res};

/// `product`: the pools, a tuple of tuples, and the places in them.
pub(super) static PRODUCT: Class = Class {
    name: "itertools.product",
    doc: "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *iterables, repeat=1)", product),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate),
    ],
    next: Some(next),
    ..Class::PLAIN
};

const POOLS: usize = 0;
const PLACES: usize = 1;

fn product<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // Behind the class the place of `repeat`, then the iterables.
    let repeat = match args.get(cx, 1) {
        Some(repeat) => size(cx, repeat)?,
        None => 1,
    };
    if repeat < 0 {
        return Err(cx.value_error(format_args!("repeat argument cannot be negative")));
    }
    // What no memory could hold is refused below.
    let repeat = usize::try_from(repeat).unwrap_or(usize::MAX);
    let given = if repeat == 0 {
        0
    } else {
        args.len().saturating_sub(2)
    };
    let Some(count) = given
        .checked_mul(repeat)
        .filter(|&count| count <= isize::MAX as usize / 8)
    else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("repeat argument too large"),
        ));
    };
    let pools = cx.list_with_capacity(count)?;
    let mut sizes = indices(cx, count)?;
    for iterable in args.rest(2).take(given) {
        let len = cx.scope(|cx| {
            let pool = tuple_of(cx, iterable)?;
            cx.list_push(pools, pool)?;
            Ok(cx.tuple_len(pool))
        })?;
        sizes.push(len);
    }
    for at in given..count {
        cx.charge(1)?;
        cx.scope(|cx| match cx.list_get(pools, at - given) {
            Some(pool) => cx.list_push(pools, pool),
            None => Ok(()),
        })?;
        let len = sizes.get(at - given).copied();
        sizes.push(len.unwrap_or(0));
    }
    let mut at = indices(cx, count)?;
    at.resize(count, 0);
    let pools = cx.tuple_from_list(pools)?;
    let made = cx.instance(args.at(0), &[pools])?;
    let state = Indices {
        stopped: sizes.contains(&0),
        begun: false,
        at,
        more: sizes,
    };
    cx.set_payload(made, PLACES, state)?;
    Ok(made)
}

/// The next places, the last one first; false at the end.
fn advance(state: &mut Indices) -> bool {
    for (at, size) in state.at.iter_mut().zip(&state.more).rev() {
        *at += 1;
        if *at < *size {
            return true;
        }
        *at = 0;
    }
    false
}

fn next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let pools = cx.field(it, POOLS);
    produce(
        cx,
        it,
        PLACES,
        |state| state.step(advance),
        |cx, state| cx.tuple_pick_each(pools, &state.at),
    )
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let state = cx.payload(it, PLACES, |state: &mut Indices| {
        (state.stopped && state.begun, state.begun)
    });
    let (ended, begun) = state.unwrap_or((true, true));
    if ended {
        let nothing = cx.tuple(&[])?;
        return reduced(cx, it, &[nothing], None);
    }
    let (class, pools) = (cx.type_of(it), cx.field(it, POOLS));
    if !begun {
        return cx.tuple(&[class, pools]);
    }
    let state = places(cx, it, PLACES, false)?;
    cx.tuple(&[class, pools, state])
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, state) = (args.at(0), args.at(1));
    let pools = cx.field(it, POOLS);
    let count = cx.tuple_len(pools);
    if !cx.is_tuple(state) || cx.tuple_len(state) != count {
        return Err(cx.value_error(format_args!("invalid arguments")));
    }
    let mut all: Vec<usize> = indices(cx, count)?;
    for at in 0..count {
        let place = cx.scope(|cx| {
            let value = cx.tuple_get(state, at).unwrap_or(Local::NONE);
            let place = plain_size(cx, value)?;
            let pool = cx.tuple_get(pools, at).unwrap_or(Local::NONE);
            let last = cx.tuple_len(pool).checked_sub(1);
            Ok(last.map(|last| usize::try_from(place).unwrap_or(0).min(last)))
        })?;
        match place {
            Some(place) => all.push(place),
            None => {
                cx.payload(it, PLACES, |state: &mut Indices| state.stopped = true);
                return Ok(Local::NONE);
            }
        }
    }
    cx.payload(it, PLACES, |state: &mut Indices| {
        state.at = all;
        state.begun = true;
    });
    Ok(Local::NONE)
}
