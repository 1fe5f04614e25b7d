//! The order of base classes: C3 linearization, and its error.

use super::*;

/// C3 linearisation of the bases; a list without the class itself.
pub(super) fn linearize<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f> {
    let result = cx.list(&[])?;
    let mut sequences: Vec<(Local<'f>, usize)> = Vec::new();
    let count = cx.tuple_len(bases);
    for i in 0..count {
        if let Some(base) = cx.tuple_get(bases, i) {
            // SAFETY: a rooted type, whose MRO it keeps alive.
            let mro = unsafe {
                let mro = (*cx.raw(base).ptr::<TypeObj>()).mro;
                cx.root(mro)
            };
            if cx.tuple_len(mro) == 0 {
                let name = cx.name_of_type(base);
                return Err(
                    cx.type_error(format_args!("Cannot extend an incomplete type '{name}'"))
                );
            }
            sequences.push((mro, 0));
        }
    }
    sequences.push((bases, 0));
    loop {
        sequences.retain(|&(sequence, at)| at < cx.tuple_len(sequence));
        if sequences.is_empty() {
            return Ok(result);
        }
        // SAFETY: the tuples are rooted and nothing collects while their items are
        // compared; as words, so that long orders do not pile up Locals.
        let chosen = unsafe {
            let items = |sequence: Local<'f>| TupleObj::slice(cx.raw(sequence).ptr());
            let mut heads = sequences
                .iter()
                .filter_map(|&(sequence, at)| items(sequence).get(at).copied());
            heads.find(|candidate| {
                !sequences.iter().any(|&(other, from)| {
                    items(other)
                        .get(from + 1..)
                        .is_some_and(|tail| tail.contains(candidate))
                })
            })
        };
        let Some(word) = chosen else {
            return Err(no_order(cx, &sequences));
        };
        cx.scope(|scope| {
            // SAFETY: a base's MRO keeps the type alive.
            let candidate = unsafe { scope.root(word) };
            scope.list_push(result, candidate)
        })?;
        for (sequence, at) in &mut sequences {
            // SAFETY: as above.
            let items = unsafe { TupleObj::slice(cx.raw(*sequence).ptr()) };
            *at += usize::from(items.get(*at) == Some(&word));
        }
    }
}

/// The tuple of a class and those behind it in the order.
pub(super) fn with_itself<'f>(cx: &mut Context<'f>, ty: Local<'f>, order: Local<'f>) -> Res<'f> {
    let chain = cx.list(&[ty])?;
    for at in 0..cx.list_len(order) {
        cx.scope(|cx| match cx.list_get(order, at) {
            Some(base) => cx.list_push(chain, base),
            None => Ok(()),
        })?;
    }
    cx.tuple_from_list(chain)
}

/// The TypeError of bases that have no order; it names the next one of each sequence.
#[cold]
fn no_order<'f>(cx: &mut Context<'f>, sequences: &[(Local<'f>, usize)]) -> Error<'f> {
    let mut named: Vec<Local<'f>> = Vec::new();
    let mut text = cx.text();
    text.push_str("Cannot create a consistent method resolution\norder (MRO) for bases");
    for &(sequence, at) in sequences {
        let Some(base) = cx.tuple_get(sequence, at) else {
            continue;
        };
        if named.iter().any(|&other| cx.same(other, base)) || named.try_reserve(1).is_err() {
            continue;
        }
        text.push_str(if named.is_empty() { " " } else { ", " });
        text.push_str(cx.name_of_type(base));
        named.push(base);
    }
    cx.raise_bytes(ClassId::TypeError, text.bytes())
}
