//! `dict`; its views are in `dict_views`.

use super::compare::{eq, ne, unordered};
use crate::builtins::protocol::{self, sets};
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Dict,
    new: Some(NativeDef::function(
        "dict",
        "(cls, iterable=None, /, **kwargs)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    ),
    base: true,
};

static METHODS: &[NativeDef] = &[
    super::generic_alias::CLASS_GETITEM,
    NativeDef::method("__init__", "(self, iterable=None, /, **kwargs)", init),
    NativeDef::method("clear", "(self, /)", clear),
    NativeDef::method("copy", "(self, /)", copy),
    NativeDef::class_method("fromkeys", "(cls, iterable, value=None, /)", fromkeys),
    NativeDef::method("get", "(self, key, default=None, /)", get)
        .with_intrinsic(Intrinsic::DictGet),
    NativeDef::method("items", "(self, /)", items),
    NativeDef::method("keys", "(self, /)", keys),
    NativeDef::method("pop", "(self, key, default=None, /)", pop),
    NativeDef::method("popitem", "(self, /)", popitem),
    NativeDef::method("setdefault", "(self, key, default=None, /)", setdefault),
    NativeDef::method("update", "(self, iterable=None, /, **kwargs)", update),
    NativeDef::method("values", "(self, /)", values),
    NativeDef::method("__repr__", "(self, /)", protocol::text::repr_method),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__contains__", "(self, key, /)", contains),
    NativeDef::whole_method("__getitem__", "(self, key, /)", get_item),
    NativeDef::method("__setitem__", "(self, key, value, /)", set_item),
    NativeDef::method("__delitem__", "(self, key, /)", del_item),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("__ior__", "(self, value, /)", ior),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", unordered),
    NativeDef::method("__le__", "(self, value, /)", unordered),
    NativeDef::method("__gt__", "(self, value, /)", unordered),
    NativeDef::method("__ge__", "(self, value, /)", unordered),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let dict = cx.dict()?;
    fill(cx, dict, args)?;
    Ok(dict)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    fill(cx, args.at(0), args)?;
    Ok(Local::NONE)
}

fn update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    fill(cx, args.at(0), args)?;
    Ok(Local::NONE)
}

/// Adds the items of the first argument and of the keyword arguments, which with
/// `**kwargs` are a dict behind the named places.
fn fill<'f>(cx: &mut Context<'f>, dict: Local<'f>, args: Args<'f>) -> Res<'f, ()> {
    if let Some(source) = args.get(cx, 1) {
        add_items(cx, dict, source)?;
    }
    if let Some(named) = args.get(cx, 2) {
        protocol::merge_mapping(cx, dict, named, false)?;
    }
    Ok(())
}

/// `dict.update(source)`: a mapping (what has `keys`) or pairs.
fn add_items<'f>(cx: &mut Context<'f>, dict: Local<'f>, source: Local<'f>) -> Res<'f, ()> {
    if !cx.is(source, Kind::Dict) {
        let name = cx.name("keys")?;
        if cx.find_attr(source, name)?.is_none() {
            return add_pairs(cx, dict, source);
        }
    }
    protocol::merge_mapping(cx, dict, source, false)
}

fn add_pairs<'f>(cx: &mut Context<'f>, dict: Local<'f>, source: Local<'f>) -> Res<'f, ()> {
    let mut at = 0usize;
    protocol::for_each(cx, source, |cx, pair| {
        let Some(pair) = protocol::fresh_list(cx, pair)? else {
            return Err(cx.type_error(format_args!(
                "cannot convert dictionary update sequence element #{at} to a sequence"
            )));
        };
        let len = cx.list_len(pair);
        if len != 2 {
            return Err(cx.value_error(format_args!(
                "dictionary update sequence element #{at} has length {len}; 2 is required"
            )));
        }
        let (Some(key), Some(value)) = (cx.list_get(pair, 0), cx.list_get(pair, 1)) else {
            return Ok(false);
        };
        cx.dict_set(dict, key, value)?;
        at += 1;
        Ok(true)
    })
}

fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.dict_clear(args.at(0));
    Ok(Local::NONE)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.charge(cx.dict_len(args.at(0)))?;
    cx.dict_copy(args.at(0))
}

fn fromkeys<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 2).unwrap_or(Local::NONE);
    let class = args.at(0);
    let dict = if cx.class_id(class) == Some(ClassId::Dict) {
        cx.dict()?
    } else {
        cx.call(class, &[])?
    };
    let source = args.at(1);
    if cx.class(dict) == ClassId::Dict && cx.dict_len(dict) == 0 {
        // The hashes of a table's keys are known.
        if cx.class(source) == ClassId::Dict || cx.is_set(source) {
            sets::walk(cx, source, |cx, key, hash| {
                cx.dict_set_hashed(dict, key, hash, value)?;
                Ok(true)
            })?;
            return Ok(dict);
        }
    }
    protocol::for_each(cx, source, |cx, key| {
        protocol::set_item(cx, dict, key, value)?;
        Ok(true)
    })?;
    Ok(dict)
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.dict_get(args.at(0), args.at(1))? {
        Some(value) => Ok(value),
        None => Ok(args.get(cx, 2).unwrap_or(Local::NONE)),
    }
}

fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (dict, key, default) = (args.at(0), args.at(1), args.get(cx, 2));
    if cx.dict_len(dict) == 0 {
        // An empty dict does not even ask for the hash.
        return match default {
            Some(default) => Ok(default),
            None => Err(cx.raise_with(ClassId::KeyError, &[key])),
        };
    }
    match cx.dict_remove(dict, key)? {
        Some(value) => Ok(value),
        None => match default {
            Some(default) => Ok(default),
            None => Err(cx.raise_with(ClassId::KeyError, &[key])),
        },
    }
}

fn popitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.dict_pop_last(args.at(0)) {
        Some((key, value)) => cx.tuple(&[key, value]),
        None => Err(cx.raise(
            ClassId::KeyError,
            format_args!("popitem(): dictionary is empty"),
        )),
    }
}

fn setdefault<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (dict, key) = (args.at(0), args.at(1));
    let (hash, place) = protocol::dict_place(cx, dict, key)?;
    if let Some(at) = place
        && let Some(value) = cx.dict_value(dict, at)
    {
        return Ok(value);
    }
    let default = args.get(cx, 2).unwrap_or(Local::NONE);
    cx.dict_insert(dict, key, hash, default)?;
    Ok(default)
}

fn view<'f>(cx: &mut Context<'f>, dict: Local<'f>, class: ClassId) -> Res<'f> {
    cx.pair(Kind::DictView, class, dict, Local::NONE)
}

fn keys<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    view(cx, args.at(0), ClassId::DictKeys)
}

fn values<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    view(cx, args.at(0), ClassId::DictValues)
}

fn items<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    view(cx, args.at(0), ClassId::DictItems)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.size(cx.dict_len(args.at(0)))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::dict_iter(cx, IterKind::DictKeysReverse, args.at(0))
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

/// `__getitem__`, which gets instances of derived classes whole: they may have a
/// `__missing__`.
pub(crate) fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (dict, key) = (args.at(0), args.at(1));
    if let Some(value) = cx.dict_get(dict, key)? {
        return Ok(value);
    }
    if cx.is_derived(dict)
        && let Some(value) = cx.call_missing(dict, key)?
    {
        return Ok(value);
    }
    Err(cx.raise_with(ClassId::KeyError, &[key]))
}

fn set_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.dict_set(args.at(0), args.at(1), args.at(2))?;
    Ok(Local::NONE)
}

fn del_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::del_item(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn union<'f>(cx: &mut Context<'f>, left: Local<'f>, right: Local<'f>) -> Res<'f> {
    let (left, right) = (cx.plain(left), cx.plain(right));
    if !cx.is(left, Kind::Dict) || !cx.is(right, Kind::Dict) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let dict = cx.dict_copy(left)?;
    protocol::merge_mapping(cx, dict, right, false)?;
    Ok(dict)
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union(cx, args.at(0), args.at(1))
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union(cx, args.at(1), args.at(0))
}

fn ior<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    add_items(cx, args.at(0), args.at(1))?;
    Ok(args.at(0))
}
