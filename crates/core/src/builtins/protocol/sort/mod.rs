//! Sorting lists: `list.sort` and `sorted`.
//!
//! The list is detached while it is sorted, so that key functions and `__lt__`
//! find it empty; whatever happens, it gets its items back in some order. Keys
//! are computed first. Ints, floats and strs among themselves are compared here,
//! where a stable order is the only possible answer; everything else goes through
//! [`timsort`], which asks in CPython's order.

mod timsort;

use crate::builtins::protocol;
use crate::vm::context::{Context, Local, Res};
use alloc::vec::Vec;

/// Sorts a list in place: `list.sort(key=key, reverse=reverse)`.
pub(crate) fn sort_list<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    key: Option<Local<'f>>,
    reverse: bool,
) -> Res<'f, ()> {
    let work = cx.list(&[])?;
    cx.list_swap(list, work);
    let sorted = sort_detached(cx, work, key, reverse);
    let modified = cx.list_len(list) != 0;
    cx.list_clear(list);
    cx.list_swap(list, work);
    sorted?;
    if modified {
        Err(cx.value_error(format_args!("list modified during sort")))
    } else {
        Ok(())
    }
}

fn sort_detached<'f>(
    cx: &mut Context<'f>,
    work: Local<'f>,
    key: Option<Local<'f>>,
    reverse: bool,
) -> Res<'f, ()> {
    let len = cx.list_len(work);
    let keys = match key {
        Some(key) => {
            let keys = cx.list_with_capacity(len)?;
            for i in 0..len {
                cx.scope(|cx| {
                    let item = cx.list_get(work, i).unwrap_or(Local::NONE);
                    let made = cx.call(key, &[item])?;
                    cx.list_push(keys, made)
                })?;
            }
            keys
        }
        None => work,
    };
    if len < 2 {
        return Ok(());
    }
    if key.is_none() && sort_small_ints(cx, work, reverse)? {
        return Ok(());
    }
    let mut order: Vec<u32> = Vec::new();
    if u32::try_from(len).is_err() || order.try_reserve_exact(len).is_err() {
        return Err(cx.memory_error());
    }
    let result = if sort_numbers(cx, keys, &mut order, reverse)?
        || sort_strs(cx, keys, &mut order, reverse)?
    {
        Ok(())
    } else {
        sort_by_asking(cx, keys, &mut order, reverse)
    };
    cx.list_permute(work, &mut order);
    result
}

/// Ints that fit the word, without keys: the values are all there is to them.
fn sort_small_ints<'f>(cx: &mut Context<'f>, work: Local<'f>, reverse: bool) -> Res<'f, bool> {
    let items = cx.items(work);
    if !items.clone().all(|item| item.small_int().is_some()) {
        return Ok(false);
    }
    let Some(mut values) = collect(items.map(|item| item.small_int().unwrap_or(0))) else {
        return Err(cx.memory_error());
    };
    cx.charge(values.len())?;
    values.sort_unstable();
    if reverse {
        values.reverse();
    }
    cx.list_store_ints(work, values.into_iter());
    Ok(true)
}

/// All keys small ints or all floats (no NaN).
fn sort_numbers<'f>(
    cx: &mut Context<'f>,
    keys: Local<'f>,
    order: &mut Vec<u32>,
    reverse: bool,
) -> Res<'f, bool> {
    let items = cx.items(keys);
    let ints = items.clone().all(|item| item.small_int().is_some());
    if !ints
        && !items
            .clone()
            .all(|item| item.as_double().is_some_and(|x| !x.is_nan()))
    {
        return Ok(false);
    }
    let numbers = items.map(|item| match item.small_int() {
        Some(int) => int,
        None => ordered(item.as_double().unwrap_or(0.0)),
    });
    let Some(mut pairs) = collect(numbers.enumerate()) else {
        return Err(cx.memory_error());
    };
    cx.charge(pairs.len())?;
    order_by(&mut pairs, order, reverse);
    Ok(true)
}

/// An int that orders as the float does; the two zeros are equal.
fn ordered(float: f64) -> i64 {
    let bits = (float + 0.0).to_bits() as i64;
    if bits < 0 { !bits ^ i64::MIN } else { bits }
}

/// All keys strs: by code points, which is the order of their bytes.
fn sort_strs<'f>(
    cx: &mut Context<'f>,
    keys: Local<'f>,
    order: &mut Vec<u32>,
    reverse: bool,
) -> Res<'f, bool> {
    let items = cx.items(keys);
    if !items.clone().all(|item| item.str_bytes().is_some()) {
        return Ok(false);
    }
    let texts = items.map(|item| item.str_bytes().unwrap_or_default());
    let Some(mut pairs) = collect(texts.enumerate()) else {
        return Err(cx.memory_error());
    };
    order_by(&mut pairs, order, reverse);
    cx.charge(order.len())?;
    Ok(true)
}

/// The items in a Vec of their own; `None` if there is no memory for it.
fn collect<T>(items: impl ExactSizeIterator<Item = T>) -> Option<Vec<T>> {
    let mut values = Vec::new();
    values.try_reserve_exact(items.len()).ok()?;
    values.extend(items);
    Some(values)
}

/// The stable order of keys that come with their indices. Reversed, equal keys
/// keep their order too: they are sorted with the last one first, which their
/// complements are, and turned round as a whole.
fn order_by<K: Ord>(pairs: &mut [(usize, K)], order: &mut Vec<u32>, reverse: bool) {
    if reverse {
        pairs.iter_mut().for_each(|pair| pair.0 = !pair.0);
    }
    pairs.sort_unstable_by(|(i, a), (j, b)| a.cmp(b).then(i.cmp(j)));
    if reverse {
        order.extend(pairs.iter().rev().map(|pair| !pair.0 as u32));
    } else {
        order.extend(pairs.iter().map(|pair| pair.0 as u32));
    }
}

/// By `<` of the keys. After an error `order` is still a permutation.
fn sort_by_asking<'f>(
    cx: &mut Context<'f>,
    keys: Local<'f>,
    order: &mut Vec<u32>,
    reverse: bool,
) -> Res<'f, ()> {
    order.extend(0u32..cx.list_len(keys) as u32);
    if reverse {
        order.reverse();
    }
    let Some(room) = timsort::room(order.len()) else {
        return Err(cx.memory_error());
    };
    let result = timsort::sort(order, room, |a, b| {
        cx.charge(1)?;
        cx.scope(|cx| {
            let a = cx.list_get(keys, a as usize).unwrap_or(Local::NONE);
            let b = cx.list_get(keys, b as usize).unwrap_or(Local::NONE);
            protocol::lt(cx, a, b)
        })
    });
    if reverse {
        order.reverse();
    }
    result
}
