//! "Did you mean": the known name that is nearest to a misspelt one.

use super::quiet;
use crate::builtins::functions::object::dir_of;
use crate::builtins::types::exception::fields;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Local, Res};

/// More names than this are not searched.
const MAX_CANDIDATES: usize = 750;

/// Longer differences are not measured.
const MAX_LENGTH: usize = 40;

/// What inserting, deleting or replacing a character costs; changing its case costs 1.
const MOVE_COST: usize = 2;

/// The name to suggest for an AttributeError or a NameError.
pub(super) fn suggestion<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let class = cx.class(exception);
    if class != ClassId::AttributeError && class != ClassId::NameError {
        return Ok(None);
    }
    let name = fields::name::read(cx, exception);
    let Some(wanted) = cx.as_str(name) else {
        return Ok(None);
    };
    if class == ClassId::AttributeError {
        // An attribute of None is as good as any: only a field that was never set is none.
        let Some(object) = cx.own_field(exception, "obj") else {
            return Ok(None);
        };
        let result = dir_of(cx, object);
        return match quiet(cx, result)? {
            Some(names) => nearest_in_list(cx, names, wanted),
            None => Ok(None),
        };
    }
    let Some((.., traceback, _)) = cx.exception_links(exception) else {
        return Ok(None);
    };
    let (_, innermost) = cx.traceback_tail(traceback, 1);
    let Some(entry) = cx.traceback_entry(innermost) else {
        return Ok(None);
    };
    let locals = &entry.proto.reg_names;
    if locals.len() < MAX_CANDIDATES {
        let mut nearest = Nearest::new(wanted);
        for (at, local) in locals.iter().enumerate() {
            nearest.offer(at, local.as_bytes());
        }
        if let Some(name) = nearest.found.and_then(|at| locals.get(at)) {
            return cx.str(name).map(Some);
        }
    }
    if let Some(globals) = cx.module_of_file(entry.filename)?
        && let Some(name) = nearest_key(cx, globals, wanted)?
    {
        return Ok(Some(name));
    }
    match cx.builtins_dict() {
        Some(builtins) => nearest_key(cx, builtins, wanted),
        None => Ok(None),
    }
}

fn nearest_in_list<'f>(
    cx: &mut Context<'f>,
    names: Local<'f>,
    wanted: &str,
) -> Res<'f, Option<Local<'f>>> {
    let count = cx.list_len(names);
    if count >= MAX_CANDIDATES {
        return Ok(None);
    }
    let mut nearest = Nearest::new(wanted);
    for at in 0..count {
        cx.charge(1)?;
        let comparable = cx.scope(|cx| {
            let text = cx.list_get(names, at).and_then(|name| cx.as_str(name));
            if let Some(text) = text {
                nearest.offer(at, text.as_bytes());
            }
            Ok(text.is_some())
        })?;
        if !comparable {
            return Ok(None);
        }
    }
    Ok(nearest.found.and_then(|at| cx.list_get(names, at)))
}

fn nearest_key<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    wanted: &str,
) -> Res<'f, Option<Local<'f>>> {
    if cx.dict_len(dict) >= MAX_CANDIDATES {
        return Ok(None);
    }
    let keys = cx.list(&[])?;
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, _)) = cx.dict_next(dict, at) else {
                return Ok(None);
            };
            if cx.is(key, Kind::Str) {
                cx.list_push(keys, key)?;
            }
            Ok(Some(index + 1))
        })?;
        match next {
            Some(next) => at = next,
            None => return nearest_in_list(cx, keys, wanted),
        }
    }
}

/// The nearest name so far, by CPython's measure.
pub(crate) struct Nearest<'a> {
    wanted: &'a [u8],
    pub(crate) found: Option<usize>,
    /// How far it is.
    pub(crate) distance: usize,
}

impl<'a> Nearest<'a> {
    pub(crate) fn new(wanted: &'a str) -> Nearest<'a> {
        Nearest {
            wanted: wanted.as_bytes(),
            found: None,
            distance: usize::MAX,
        }
    }

    /// Takes candidate number `at` if it is nearer than those before: at most a third
    /// of the characters may differ.
    pub(crate) fn offer(&mut self, at: usize, candidate: &[u8]) {
        if candidate == self.wanted {
            return;
        }
        let allowed = (self.wanted.len() + candidate.len() + 3) * MOVE_COST / 6;
        let allowed = allowed.min(self.distance.saturating_sub(1));
        let distance = distance(self.wanted, candidate, allowed);
        if distance <= allowed && distance < self.distance {
            self.found = Some(at);
            self.distance = distance;
        }
    }
}

/// The Levenshtein distance, or more than `allowed` if it exceeds that.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> usize {
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (
        a.get(prefix..).unwrap_or_default(),
        b.get(prefix..).unwrap_or_default(),
    );
    let suffix = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (
        a.get(..a.len() - suffix).unwrap_or_default(),
        b.get(..b.len() - suffix).unwrap_or_default(),
    );
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE_COST;
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return allowed + 1;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE_COST > allowed {
        return allowed + 1;
    }
    let mut row = [0; MAX_LENGTH];
    for (i, cost) in row.iter_mut().enumerate() {
        *cost = (i + 1) * MOVE_COST;
    }
    let mut result = 0;
    for (i, &code) in b.iter().enumerate() {
        let mut diagonal = i * MOVE_COST;
        result = diagonal;
        let mut minimum = usize::MAX;
        for (cost, &other) in row.iter_mut().zip(a) {
            let substitute = diagonal + substitution_cost(code, other);
            diagonal = *cost;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *cost = result;
            minimum = minimum.min(result);
        }
        if minimum > allowed {
            return allowed + 1;
        }
    }
    result
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        1
    } else {
        MOVE_COST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_near_enough_are_found() {
        let nearest = |wanted: &str, names: &[&'static str]| {
            let mut nearest = Nearest::new(wanted);
            for (at, name) in names.iter().enumerate() {
                nearest.offer(at, name.as_bytes());
            }
            nearest.found.map(|at| names[at])
        };
        assert_eq!(nearest("pritn", &["int", "print", "repr"]), Some("print"));
        assert_eq!(nearest("appendd", &["clear", "append"]), Some("append"));
        assert_eq!(nearest("foo", &["bar", "foo"]), None);
        assert_eq!(nearest("Print", &["print"]), Some("print"));
        assert_eq!(nearest("xyz", &["append"]), None);
    }
}
