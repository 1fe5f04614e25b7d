//! What sets, frozensets and the set-like views of dicts do: CPython's algorithms, so
//! that a script's `__hash__`, `__eq__` and `__iter__` are asked in the same order.
//!
//! A set passed as `set` is plain (`Context::plain`); other operands may be anything.
//! While an element's methods run a set may change: walks go by index and look at the
//! table anew for each element.

use super::Cmp;
use crate::builtins::protocol::{self, BinOp};
use crate::builtins::types::dict_views;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Context, Local, Res, Scope};

/// The set or frozenset in a value, if it is one or derived from one.
pub(crate) fn any_set<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Option<Local<'f>> {
    let plain = cx.plain(value);
    cx.is_set(plain).then_some(plain)
}

/// Calls `body` with each key of a set or dict and its hash until it answers false.
pub(crate) fn walk<'f>(
    cx: &mut Context<'f>,
    table: Local<'f>,
    mut body: impl for<'s> FnMut(&mut Scope<'s, 'f>, Local<'s>, u64) -> Res<'s, bool>,
) -> Res<'f, ()> {
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, hash)) = cx.table_next(table, at) else {
                return Ok(None);
            };
            Ok(body(cx, key, hash)?.then_some(index + 1))
        })?;
        match next {
            Some(index) => at = index,
            None => return Ok(()),
        }
    }
}

/// `iter(set)`: as `iterate::dict_iter` has it.
pub(crate) fn iter<'f>(cx: &mut Context<'f>, set: Local<'f>) -> Res<'f> {
    let iterator = cx.new_iter(IterKind::Set, set, Local::NONE)?;
    let len = cx.set_len(set) as i64;
    cx.set_iter_state(iterator, 0, len, len);
    Ok(iterator)
}

/// A new set of class `class` with the items of an iterable.
pub(crate) fn collect<'f>(cx: &mut Context<'f>, class: ClassId, iterable: Local<'f>) -> Res<'f> {
    if class == ClassId::FrozenSet && cx.class(iterable) == class {
        return Ok(iterable);
    }
    let set = cx.new_set(class)?;
    update(cx, set, iterable)?;
    Ok(set)
}

/// A copy, of the class that the set itself has.
pub(crate) fn copy<'f>(cx: &mut Context<'f>, set: Local<'f>) -> Res<'f> {
    let copy = cx.new_set(cx.class(set))?;
    update(cx, copy, set)?;
    Ok(copy)
}

/// Adds the items of an iterable.
pub(crate) fn update<'f>(cx: &mut Context<'f>, set: Local<'f>, other: Local<'f>) -> Res<'f, ()> {
    let table = match any_set(cx, other) {
        Some(other) if cx.same(set, other) => return Ok(()),
        Some(other) => other,
        None if cx.is(other, Kind::Dict) => other,
        None => {
            return protocol::for_each(cx, other, |cx, item| {
                let hash = protocol::hash(cx, item)?;
                cx.set_insert(set, item, hash)?;
                Ok(true)
            });
        }
    };
    if cx.set_len(set) == 0 {
        cx.charge((cx.set_len(table) + cx.dict_len(table)) / 4)?;
        return cx.set_fill(set, table);
    }
    walk(cx, table, |cx, item, hash| {
        cx.set_insert(set, item, hash)?;
        Ok(true)
    })
}

/// Runs `work` with an item and its hash. A set cannot be hashed, but is looked up as
/// the frozenset of its elements.
pub(crate) fn with_key<'f, T>(
    cx: &mut Context<'f>,
    item: Local<'f>,
    work: impl Fn(&mut Context<'f>, Local<'f>, u64) -> Res<'f, T>,
) -> Res<'f, T> {
    let result = protocol::hash(cx, item).and_then(|hash| work(cx, item, hash));
    match result {
        Err(error) if cx.is_mutable_set(item) && cx.error_is(&error, ClassId::TypeError) => {
            let frozen = cx.new_set(ClassId::FrozenSet)?;
            update(cx, frozen, item)?;
            let hash = protocol::hash(cx, frozen)?;
            work(cx, frozen, hash)
        }
        result => result,
    }
}

/// `item in set`.
pub(crate) fn contains<'f>(cx: &mut Context<'f>, set: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
    with_key(cx, item, |cx, item, hash| cx.table_has(set, item, hash))
}

/// The elements that are in both, as they are in `other` unless that is the larger set.
pub(crate) fn intersection<'f>(cx: &mut Context<'f>, set: Local<'f>, other: Local<'f>) -> Res<'f> {
    let plain = any_set(cx, other);
    if plain.is_some_and(|other| cx.same(set, other)) {
        return copy(cx, set);
    }
    let result = cx.new_set(cx.class(set))?;
    match plain {
        Some(other) => {
            let (walked, asked) = if cx.set_len(other) > cx.set_len(set) {
                (set, other)
            } else {
                (other, set)
            };
            walk(cx, walked, |cx, item, hash| {
                if cx.table_has(asked, item, hash)? {
                    cx.set_insert(result, item, hash)?;
                }
                Ok(true)
            })?;
        }
        None => protocol::for_each(cx, other, |cx, item| {
            let hash = protocol::hash(cx, item)?;
            if cx.table_has(set, item, hash)? {
                cx.set_insert(result, item, hash)?;
            }
            Ok(true)
        })?,
    }
    Ok(result)
}

/// Removes the items of `other`.
pub(crate) fn difference_update<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f, ()> {
    let Some(plain) = any_set(cx, other) else {
        return protocol::for_each(cx, other, |cx, item| {
            let hash = protocol::hash(cx, item)?;
            cx.set_discard(set, item, hash)?;
            Ok(true)
        });
    };
    if cx.same(set, plain) {
        cx.set_clear(set);
        return Ok(());
    }
    // Of a much larger set only what is here is of interest.
    let plain = if cx.set_len(plain) >> 3 > cx.set_len(set) {
        intersection(cx, set, plain)?
    } else {
        plain
    };
    walk(cx, plain, |cx, item, hash| {
        cx.set_discard(set, item, hash)?;
        Ok(true)
    })
}

/// The elements that are not in `other`.
pub(crate) fn difference<'f>(cx: &mut Context<'f>, set: Local<'f>, other: Local<'f>) -> Res<'f> {
    let table = match any_set(cx, other) {
        None if cx.is(other, Kind::Dict) => Some(other),
        plain => plain,
    };
    // A long set is copied and loses the few.
    let table = table.filter(|&table| {
        let count = cx.set_len(table) + cx.dict_len(table);
        cx.set_len(set) >> 2 <= count
    });
    let Some(table) = table else {
        let result = copy(cx, set)?;
        difference_update(cx, result, other)?;
        return Ok(result);
    };
    let result = cx.new_set(cx.class(set))?;
    walk(cx, set, |cx, item, hash| {
        if !cx.table_has(table, item, hash)? {
            cx.set_insert(result, item, hash)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

/// Removes the items of `other` that are there and adds the others.
pub(crate) fn symmetric_difference_update<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f, ()> {
    let table = match any_set(cx, other) {
        Some(other) if cx.same(set, other) => {
            cx.set_clear(set);
            return Ok(());
        }
        Some(other) => other,
        None if cx.is(other, Kind::Dict) => other,
        // Each of its items counts once.
        None => collect(cx, ClassId::Set, other)?,
    };
    walk(cx, table, |cx, item, hash| {
        if !cx.set_discard(set, item, hash)? {
            cx.set_insert(set, item, hash)?;
        }
        Ok(true)
    })
}

/// The elements of either that are not in both.
pub(crate) fn symmetric_difference<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f> {
    let result = cx.new_set(cx.class(set))?;
    update(cx, result, other)?;
    symmetric_difference_update(cx, result, set)?;
    Ok(result)
}

/// Whether all elements are in `other`.
pub(crate) fn is_subset<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f, bool> {
    let Some(other) = any_set(cx, other) else {
        let common = intersection(cx, set, other)?;
        return Ok(cx.set_len(common) == cx.set_len(set));
    };
    if cx.set_len(set) > cx.set_len(other) {
        return Ok(false);
    }
    let mut all = true;
    walk(cx, set, |cx, item, hash| {
        all = cx.table_has(other, item, hash)?;
        Ok(all)
    })?;
    Ok(all)
}

/// Whether all items of `other` are elements.
pub(crate) fn is_superset<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f, bool> {
    if let Some(other) = any_set(cx, other) {
        return is_subset(cx, other, set);
    }
    let mut all = true;
    protocol::for_each(cx, other, |cx, item| {
        all = contains_hashable(cx, set, item)?;
        Ok(all)
    })?;
    Ok(all)
}

/// Whether no item of `other` is an element.
pub(crate) fn is_disjoint<'f>(
    cx: &mut Context<'f>,
    set: Local<'f>,
    other: Local<'f>,
) -> Res<'f, bool> {
    if cx.same(set, other) {
        return Ok(cx.set_len(set) == 0);
    }
    let mut disjoint = true;
    if cx.is_set(other) {
        let (walked, asked) = if cx.set_len(other) > cx.set_len(set) {
            (set, other)
        } else {
            (other, set)
        };
        walk(cx, walked, |cx, item, hash| {
            disjoint = !cx.table_has(asked, item, hash)?;
            Ok(disjoint)
        })?;
    } else {
        protocol::for_each(cx, other, |cx, item| {
            disjoint = !contains_hashable(cx, set, item)?;
            Ok(disjoint)
        })?;
    }
    Ok(disjoint)
}

fn contains_hashable<'f>(cx: &mut Context<'f>, set: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
    let hash = protocol::hash(cx, item)?;
    cx.table_has(set, item, hash)
}

/// Two plain sets: equal, or one within the other.
pub(crate) fn compare<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (n, m) = (cx.set_len(a), cx.set_len(b));
    let holds = match op {
        Cmp::Eq | Cmp::Ne => (n == m && is_subset(cx, a, b)?) == (op == Cmp::Eq),
        Cmp::Le => is_subset(cx, a, b)?,
        Cmp::Lt => n < m && is_subset(cx, a, b)?,
        Cmp::Ge => is_subset(cx, b, a)?,
        Cmp::Gt => n > m && is_subset(cx, b, a)?,
    };
    Ok(Local::bool(holds))
}

/// Whether `view` shows keys or items, and `other` is such a view or a set.
pub(crate) fn view_and_set<'f>(cx: &mut Context<'f>, view: Local<'f>, other: Local<'f>) -> bool {
    dict_views::is_set_like(cx, view)
        && (dict_views::is_set_like(cx, other) || any_set(cx, other).is_some())
}

/// `a op b` if the operator is one of sets and one operand is a set-like view, or both
/// are plain sets; else `None`.
pub(crate) fn operator<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f, Option<Local<'f>>> {
    if !matches!(op, BinOp::Sub | BinOp::And | BinOp::Or | BinOp::Xor) {
        return Ok(None);
    }
    if dict_views::is_set_like(cx, a) || dict_views::is_set_like(cx, b) {
        return dict_views::operator(cx, op, a, b).map(Some);
    }
    if !cx.is_set(a) || !cx.is_set(b) {
        return Ok(None);
    }
    if inplace && cx.is_mutable_set(a) {
        return in_place(cx, op, a, b).map(|()| Some(a));
    }
    match op {
        BinOp::Sub => difference(cx, a, b),
        BinOp::And => intersection(cx, a, b),
        BinOp::Xor => symmetric_difference(cx, a, b),
        _ => {
            let result = copy(cx, a)?;
            update(cx, result, b)?;
            Ok(result)
        }
    }
    .map(Some)
}

fn in_place<'f>(cx: &mut Context<'f>, op: BinOp, a: Local<'f>, b: Local<'f>) -> Res<'f, ()> {
    match op {
        BinOp::Sub => difference_update(cx, a, b),
        BinOp::And => {
            let common = intersection(cx, a, b)?;
            cx.set_swap(a, common);
            Ok(())
        }
        BinOp::Xor => symmetric_difference_update(cx, a, b),
        _ => update(cx, a, b),
    }
}
