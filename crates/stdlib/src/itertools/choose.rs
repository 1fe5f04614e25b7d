//! `permutations`, `combinations`, `combinations_with_replacement`: tuples of the items
//! at places that move on from step to step.

use crate::convert::{plain_size, reduced, size, state_tuple, tuple_of};
use alloc::vec::Vec;
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `combinations`.
pub(super) static COMBINATIONS: Class = Class {
    name: "itertools.combinations",
    doc: "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, iterable, r)", combinations),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", set_combination),
    ],
    next: Some(next_combination),
    ..Class::PLAIN
};

/// `combinations_with_replacement`.
pub(super) static REPLACEMENT: Class = Class {
    name: "itertools.combinations_with_replacement",
    doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, iterable, r)", replacement),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", set_replacement),
    ],
    next: Some(next_replacement),
    ..Class::PLAIN
};

/// `permutations`.
pub(super) static PERMUTATIONS: Class = Class {
    name: "itertools.permutations",
    doc: "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, iterable, r=None)", permutations),
        NativeDef::method("__reduce__", "(self, /)", reduce_permutation),
        NativeDef::method("__setstate__", "(self, state, /)", set_permutation),
    ],
    next: Some(next_permutation),
    ..Class::PLAIN
};

/// The items, how many make a tuple, the places.
const POOL: usize = 0;
const LENGTH: usize = 1;
const PLACES: usize = 2;

/// Where such an iterator stands.
#[derive(Default)]
pub(super) struct Indices {
    /// There is nothing (more) to give.
    pub(super) stopped: bool,
    /// The first tuple has been given.
    pub(super) begun: bool,
    /// The places, for permutations those of all items.
    pub(super) at: Vec<usize>,
    /// Permutations: steps until a place is through; products: sizes of the pools.
    pub(super) more: Vec<usize>,
}

/// Room for places, if there is so much.
pub(super) fn indices<'f>(cx: &mut Context<'f>, count: usize) -> Res<'f, Vec<usize>> {
    let mut all = Vec::new();
    let bytes = count.saturating_mul(size_of::<usize>());
    if bytes > cx.heap_room() || all.try_reserve_exact(count).is_err() {
        return Err(cx.memory_error());
    }
    Ok(all)
}

/// Moves an iterator on; what `pick` makes of its places, or `None` at the end.
pub(super) fn produce<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    field: usize,
    advance: impl FnOnce(&mut Indices) -> bool,
    pick: impl FnOnce(&mut Context<'f>, &Indices) -> Res<'f>,
) -> Res<'f, Option<Local<'f>>> {
    // No script runs until it is put back.
    let Some(mut state) = cx.payload(it, field, core::mem::take::<Indices>) else {
        return Ok(None);
    };
    let result = if advance(&mut state) {
        pick(cx, &state).map(Some)
    } else {
        Ok(None)
    };
    cx.payload(it, field, |place| *place = state);
    result
}

/// The first `length` places, a tuple of the items there.
fn pick<'f>(cx: &mut Context<'f>, it: Local<'f>, state: &Indices) -> Res<'f> {
    let (pool, length) = (cx.field(it, POOL), length(cx, it));
    let places = state.at.get(..length).unwrap_or(&state.at);
    if length > WIDE {
        cx.charge(length / WIDE)?;
    }
    cx.tuple_pick(pool, places)
}

/// Tuples longer than this count as more than one step.
const WIDE: usize = 64;

fn length<'f>(cx: &mut Context<'f>, it: Local<'f>) -> usize {
    usize::try_from(cx.int_field(it, LENGTH).unwrap_or(0)).unwrap_or(0)
}

/// A tuple of the places of an iterator, or of permutations' second list of them.
pub(super) fn places<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    field: usize,
    second: bool,
) -> Res<'f> {
    let taken = cx.payload(it, field, |state: &mut Indices| match second {
        true => state.more.clone(),
        false => state.at.clone(),
    });
    let taken = taken.unwrap_or_default();
    let list = cx.list_with_capacity(taken.len())?;
    for place in taken {
        cx.scope(|cx| {
            let place = cx.int(i64::try_from(place).unwrap_or(i64::MAX))?;
            cx.list_push(list, place)
        })?;
    }
    cx.tuple_from_list(list)
}

/// A length: not below zero.
fn length_of<'f>(cx: &mut Context<'f>, value: i64) -> Res<'f, usize> {
    match usize::try_from(value) {
        Ok(length) => Ok(length),
        Err(_) => Err(cx.value_error(format_args!("r must be non-negative"))),
    }
}

/// An instance; `at` and `more` begin with these many places of these values.
fn made<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    pool: Local<'f>,
    length: usize,
    state: Indices,
) -> Res<'f> {
    let length = cx.int(i64::try_from(length).unwrap_or(i64::MAX))?;
    let made = cx.instance(class, &[pool, length])?;
    cx.set_payload(made, PLACES, state)?;
    Ok(made)
}

fn combinations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (pool, r) = (tuple_of(cx, args.at(1))?, size(cx, args.at(2))?);
    let length = length_of(cx, r)?;
    let stopped = length > cx.tuple_len(pool);
    let mut at = indices(cx, length)?;
    if !stopped {
        at.extend(0..length);
    }
    let state = Indices {
        stopped,
        at,
        ..Indices::default()
    };
    made(cx, args.at(0), pool, length, state)
}

fn next_combination<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (pool, length) = (cx.field(it, POOL), length(cx, it));
    let count = cx.tuple_len(pool);
    let advance = |state: &mut Indices| {
        // The last place that can still move on.
        let found = (0..length).rev().find(|&i| {
            let last = (i + count).checked_sub(length);
            state.at.get(i).copied() != last
        });
        let Some(first) = found else {
            return false;
        };
        let mut place = state.at.get(first).copied().unwrap_or(0);
        for at in state.at.iter_mut().skip(first) {
            place += 1;
            *at = place;
        }
        true
    };
    produce(
        cx,
        it,
        PLACES,
        |state| state.step(advance),
        |cx, state| pick(cx, it, state),
    )
}

fn replacement<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (pool, r) = (tuple_of(cx, args.at(1))?, size(cx, args.at(2))?);
    let length = length_of(cx, r)?;
    let stopped = cx.tuple_len(pool) == 0 && length > 0;
    cx.charge(length / WIDE)?;
    let mut at = indices(cx, length)?;
    at.resize(length, 0);
    let state = Indices {
        stopped,
        at,
        ..Indices::default()
    };
    made(cx, args.at(0), pool, length, state)
}

fn next_replacement<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let pool = cx.field(it, POOL);
    let count = cx.tuple_len(pool);
    let advance = |state: &mut Indices| {
        let Some(first) = state.at.iter().rposition(|&place| place + 1 != count) else {
            return false;
        };
        let next = state.at.get(first).map_or(0, |&place| place + 1);
        for at in state.at.iter_mut().skip(first) {
            *at = next;
        }
        true
    };
    produce(
        cx,
        it,
        PLACES,
        |state| state.step(advance),
        |cx, state| pick(cx, it, state),
    )
}

fn permutations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let pool = tuple_of(cx, args.at(1))?;
    let count = cx.tuple_len(pool);
    let length = match args.get(cx, 2).filter(|&r| !cx.is_none(r)) {
        Some(r) if cx.is_int(r) => {
            let r = plain_size(cx, r)?;
            length_of(cx, r)?
        }
        Some(_) => return Err(cx.type_error(format_args!("Expected int as r"))),
        None => count,
    };
    let (mut at, mut more) = (indices(cx, count)?, indices(cx, length)?);
    at.extend(0..count);
    let stopped = length > count;
    if !stopped {
        more.extend((0..length).map(|i| count - i));
    }
    let state = Indices {
        stopped,
        at,
        more,
        ..Indices::default()
    };
    made(cx, args.at(0), pool, length, state)
}

fn next_permutation<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let advance = |state: &mut Indices| {
        let count = state.at.len();
        for i in (0..state.more.len()).rev() {
            let Some(left) = state.more.get_mut(i) else {
                continue;
            };
            *left = left.saturating_sub(1);
            if *left == 0 {
                *left = count - i;
                if let Some(rest) = state.at.get_mut(i..) {
                    rest.rotate_left(1);
                }
            } else if let Some(other) = count.checked_sub(*left) {
                if i < count && other < count {
                    state.at.swap(i, other);
                }
                return true;
            }
        }
        false
    };
    produce(
        cx,
        it,
        PLACES,
        |state| state.step(advance),
        |cx, state| pick(cx, it, state),
    )
}

impl Indices {
    /// The first places as they are, then by `advance`, which says when they have ended.
    pub(super) fn step(&mut self, advance: impl FnOnce(&mut Indices) -> bool) -> bool {
        if self.stopped {
            return false;
        }
        if !self.begun {
            self.begun = true;
            return true;
        }
        let more = advance(self);
        self.stopped = !more;
        more
    }
}

/// Whether an iterator has given its first tuple, and whether it has ended.
fn stands<'f>(cx: &mut Context<'f>, it: Local<'f>) -> (bool, bool) {
    let state = cx.payload(it, PLACES, |state: &mut Indices| {
        (state.begun, state.stopped)
    });
    state.unwrap_or((true, true))
}

/// The parts of `__reduce__` that all share: class and arguments, or the answer.
fn reduced_begin<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    state: impl FnOnce(&mut Context<'f>) -> Res<'f>,
) -> Res<'f> {
    let (pool, length) = (cx.field(it, POOL), cx.field(it, LENGTH));
    match stands(cx, it) {
        (false, _) => reduced(cx, it, &[pool, length], None),
        (true, true) => {
            let nothing = cx.tuple(&[])?;
            reduced(cx, it, &[nothing, length], None)
        }
        (true, false) => {
            let state = state(cx)?;
            reduced(cx, it, &[pool, length], Some(state))
        }
    }
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    reduced_begin(cx, it, |cx| places(cx, it, PLACES, false))
}

fn reduce_permutation<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    reduced_begin(cx, it, |cx| {
        let at = places(cx, it, PLACES, false)?;
        let more = places(cx, it, PLACES, true)?;
        cx.tuple(&[at, more])
    })
}

/// Places of a state tuple, which has `count` of them, each between 0 and what `last`
/// says.
fn read_places<'f>(
    cx: &mut Context<'f>,
    state: Local<'f>,
    count: usize,
    last: impl Fn(usize) -> usize,
) -> Res<'f, Vec<usize>> {
    if !cx.is_tuple(state) || cx.tuple_len(state) != count {
        return Err(cx.value_error(format_args!("invalid arguments")));
    }
    let mut all = indices(cx, count)?;
    for at in 0..count {
        let place = cx.scope(|cx| {
            let value = cx.tuple_get(state, at).unwrap_or(Local::NONE);
            plain_size(cx, value)
        })?;
        all.push(usize::try_from(place).unwrap_or(0).min(last(at)));
    }
    Ok(all)
}

fn set_combination<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, length) = (args.at(0), length(cx, args.at(0)));
    let pool = cx.field(it, POOL);
    let count = cx.tuple_len(pool);
    let last = |at: usize| (at + count).saturating_sub(length);
    let at = read_places(cx, args.at(1), length, last)?;
    set_places(cx, it, at)
}

fn set_replacement<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, length) = (args.at(0), length(cx, args.at(0)));
    let pool = cx.field(it, POOL);
    let last = cx.tuple_len(pool).saturating_sub(1);
    let at = read_places(cx, args.at(1), length, |_| last)?;
    set_places(cx, it, at)
}

fn set_places<'f>(cx: &mut Context<'f>, it: Local<'f>, at: Vec<usize>) -> Res<'f> {
    cx.payload(it, PLACES, |state: &mut Indices| {
        state.at = at;
        state.begun = true;
    });
    Ok(Local::NONE)
}

fn set_permutation<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, length) = (args.at(0), length(cx, args.at(0)));
    state_tuple(cx, args.at(1))?;
    let given = cx.tuple_len(args.at(1));
    let (Some(first), Some(second), 2) = (
        cx.tuple_get(args.at(1), 0),
        cx.tuple_get(args.at(1), 1),
        given,
    ) else {
        return Err(cx.type_error(format_args!(
            "function takes exactly 2 arguments ({given} given)"
        )));
    };
    for part in [first, second] {
        if !cx.is_tuple(part) {
            let name = cx.type_name(part);
            return Err(cx.type_error(format_args!(
                "argument {} must be tuple, not {name}",
                if cx.same(part, first) { 1 } else { 2 }
            )));
        }
    }
    let pool = cx.field(it, POOL);
    let count = cx.tuple_len(pool);
    if cx.tuple_len(first) != count || cx.tuple_len(second) != length {
        return Err(cx.value_error(format_args!("invalid arguments")));
    }
    let at = read_places(cx, first, count, |_| count.saturating_sub(1))?;
    let mut more = read_places(cx, second, length, |at| count.saturating_sub(at))?;
    for left in &mut more {
        *left = (*left).max(1);
    }
    cx.payload(it, PLACES, |state: &mut Indices| {
        state.at = at;
        state.more = more;
        state.begun = true;
    });
    Ok(Local::NONE)
}
