//! `types.GenericAlias`: `list[int]`. A record of origin, arguments, type parameters and
//! whether it is unpacked (`*list[int]`).

use super::union_type;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Error, Local, Out, Res};
use crate::vm::native::{NativeDef, TypeDef};

const CLASS: ClassId = ClassId::GenericAlias;
const ORIGIN: usize = 0;
const ARGS: usize = 1;
const PARAMETERS: usize = 2;
const UNPACKED: usize = 3;

/// `__class_getitem__` of the types that can be subscripted.
pub(crate) const CLASS_GETITEM: NativeDef =
    NativeDef::class_method("__class_getitem__", "(cls, key, /)", class_getitem);

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::method("__getitem__", "(self, key, /)", getitem),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__instancecheck__", "(self, instance, /)", instance_check),
    NativeDef::method("__subclasscheck__", "(self, subclass, /)", subclass_check),
    NativeDef::method("__mro_entries__", "(self, bases, /)", mro_entries),
    NativeDef::property("__origin__", origin, read_only),
    NativeDef::property("__args__", arguments, read_only),
    NativeDef::property("__unpacked__", unpacked, read_only),
    NativeDef::getter("__parameters__", parameters),
    NativeDef::getter("__typing_unpacked_tuple_args__", unpacked_args),
];

/// `types.GenericAlias`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: CLASS,
    new: Some(NativeDef::function(
        "GenericAlias",
        "(cls, origin, args, /)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    ),
    base: true,
};

/// `origin[key]`.
pub(crate) fn of<'f>(cx: &mut Context<'f>, origin: Local<'f>, key: Local<'f>) -> Res<'f> {
    let args = if cx.is(key, Kind::Tuple) {
        key
    } else {
        cx.tuple(&[key])?
    };
    make(cx, origin, args, false)
}

fn make<'f>(cx: &mut Context<'f>, origin: Local<'f>, args: Local<'f>, unpacked: bool) -> Res<'f> {
    let parameters = parameters_of(cx, args)?;
    cx.record(CLASS, &[origin, args, parameters, Local::bool(unpacked)])
}

fn class_getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    of(cx, args.at(0), args.at(1))
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    of(cx, args.at(1), args.at(2))
}

/// A part of an alias.
fn part<'f>(cx: &mut Context<'f>, alias: Local<'f>, at: usize) -> Local<'f> {
    cx.record_part(alias, CLASS, at).unwrap_or(Local::NONE)
}

/// The type parameters among arguments, those of aliases among them included: a tuple.
pub(super) fn parameters_of<'f>(cx: &mut Context<'f>, args: Local<'f>) -> Res<'f> {
    let found = cx.list(&[])?;
    for at in 0..cx.tuple_len(args) {
        cx.charge(1)?;
        cx.scope(|cx| {
            let Some(item) = cx.tuple_get(args, at) else {
                return Ok(());
            };
            if cx.is(item, Kind::Type) {
                return Ok(());
            }
            if cx.find_attribute(item, "__typing_subst__")?.is_some() {
                return add(cx, found, item);
            }
            let Some(inner) = cx.find_attribute(item, "__parameters__")? else {
                return Ok(());
            };
            for at in 0..cx.tuple_len(inner) {
                if let Some(item) = cx.tuple_get(inner, at) {
                    add(cx, found, item)?;
                }
            }
            Ok(())
        })?;
    }
    cx.tuple_from_list(found)
}

/// Adds what a list does not hold yet.
fn add<'f>(cx: &mut Context<'f>, list: Local<'f>, item: Local<'f>) -> Res<'f, ()> {
    if place_in(cx, list, item).is_none() {
        cx.list_push(list, item)?;
    }
    Ok(())
}

fn place_in<'f>(cx: &mut Context<'f>, seq: Local<'f>, item: Local<'f>) -> Option<usize> {
    (0..cx.seq_len(seq)).find(|&at| {
        cx.seq_get(seq, at)
            .is_some_and(|other| cx.same(other, item))
    })
}

/// Writes `list[int]`.
pub(crate) fn write_repr<'f>(cx: &mut Context<'f>, alias: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let starred = part(cx, alias, UNPACKED);
    if cx.same(starred, Local::TRUE) {
        cx.put(out, b"*")?;
    }
    let (origin, args) = (part(cx, alias, ORIGIN), part(cx, alias, ARGS));
    write_item(cx, origin, out)?;
    cx.put(out, b"[")?;
    let count = cx.tuple_len(args);
    for at in 0..count {
        cx.charge(1)?;
        if at > 0 {
            cx.put(out, b", ")?;
        }
        cx.scope(|cx| match cx.tuple_get(args, at) {
            Some(item) => write_item(cx, item, out),
            None => Ok(()),
        })?;
    }
    if count == 0 {
        cx.put(out, b"()")?;
    }
    cx.put(out, b"]")
}

/// Writes a type by its path, anything else by its `repr`.
pub(super) fn write_item<'f>(cx: &mut Context<'f>, item: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    if cx.same(item, Local::ELLIPSIS) {
        return cx.put(out, b"...");
    }
    let is_alias = cx.find_attribute(item, "__origin__")?.is_some()
        && cx.find_attribute(item, "__args__")?.is_some();
    if !is_alias
        && let Some(name) = cx.find_attribute(item, "__qualname__")?
        && let Some(module) = cx.find_attribute(item, "__module__")?
        && !cx.is_none(module)
    {
        if cx.as_str(module) != Some("builtins") {
            let module = protocol::str(cx, module)?;
            cx.put(out, cx.str_bytes(module).unwrap_or_default())?;
            cx.put(out, b".")?;
        }
        let name = protocol::str(cx, name)?;
        return cx.put(out, cx.str_bytes(name).unwrap_or_default());
    }
    let text = protocol::repr(cx, item)?;
    cx.put(out, cx.str_bytes(text).unwrap_or_default())
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (origin, items) = (part(cx, args.at(0), ORIGIN), part(cx, args.at(0), ARGS));
    let hash = protocol::hash(cx, origin)? ^ protocol::hash(cx, items)?;
    cx.int(if hash == u64::MAX { -2 } else { hash as i64 })
}

fn same<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Option<bool>> {
    let (a, b) = (args.at(0), args.at(1));
    if !cx.is_record(b, CLASS) {
        return Ok(None);
    }
    for at in [UNPACKED, ORIGIN, ARGS] {
        let (x, y) = (part(cx, a, at), part(cx, b, at));
        if !protocol::eq(cx, x, y)? {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(same(cx, args)?.map_or(Local::NOT_IMPLEMENTED, Local::bool))
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(same(cx, args)?.map_or(Local::NOT_IMPLEMENTED, |same| Local::bool(!same)))
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union_type::of_two(cx, args.at(0), args.at(1))
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union_type::of_two(cx, args.at(1), args.at(0))
}

/// Makes an object of the origin, which learns what it was made by if it can.
fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let alias = args.at(0);
    let last = args.len().saturating_sub(1);
    let positional = super::exception::tuple_of(cx, args, 1, last)?;
    let kwargs = args.get(cx, last).filter(|&kwargs| cx.dict_len(kwargs) > 0);
    let origin = part(cx, alias, ORIGIN);
    let made = cx.call_ex(origin, positional, kwargs)?;
    let name = cx.name("__orig_class__")?;
    match cx.set_attr(made, name, alias) {
        Ok(()) => {}
        Err(error)
            if cx.error_is(&error, ClassId::AttributeError)
                || cx.error_is(&error, ClassId::TypeError) => {}
        Err(error) => return Err(error),
    }
    Ok(made)
}

fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let alias = args.at(0);
    let (items, parameters) = (part(cx, alias, ARGS), part(cx, alias, PARAMETERS));
    let items = substitute(cx, alias, items, parameters, args.at(1))?;
    let origin = part(cx, alias, ORIGIN);
    let unpacked = part(cx, alias, UNPACKED);
    let unpacked = cx.same(unpacked, Local::TRUE);
    make(cx, origin, items, unpacked)
}

/// The arguments with what is given put in the place of the parameters: a tuple.
pub(super) fn substitute<'f>(
    cx: &mut Context<'f>,
    alias: Local<'f>,
    items: Local<'f>,
    parameters: Local<'f>,
    key: Local<'f>,
) -> Res<'f> {
    let wanted = cx.tuple_len(parameters);
    if wanted == 0 {
        let shown = protocol::repr(cx, alias)?;
        let shown = cx.as_str(shown).unwrap_or("?");
        return Err(cx.type_error(format_args!("{shown} is not a generic class")));
    }
    let mut given = if cx.is(key, Kind::Tuple) {
        key
    } else {
        cx.tuple(&[key])?
    };
    for at in 0..wanted {
        let Some(parameter) = cx.tuple_get(parameters, at) else {
            continue;
        };
        if let Some(prepare) = cx.find_attribute(parameter, "__typing_prepare_subst__")?
            && !cx.is_none(prepare)
        {
            let prepared = cx.call(prepare, &[alias, given])?;
            given = if cx.is(prepared, Kind::Tuple) {
                prepared
            } else {
                cx.tuple(&[prepared])?
            };
        }
    }
    let actual = cx.tuple_len(given);
    if actual != wanted {
        let shown = protocol::repr(cx, alias)?;
        let shown = cx.as_str(shown).unwrap_or("?");
        let how = if actual > wanted { "many" } else { "few" };
        return Err(cx.type_error(format_args!(
            "Too {how} arguments for {shown}; actual {actual}, expected {wanted}"
        )));
    }
    let result = cx.list(&[])?;
    for at in 0..cx.tuple_len(items) {
        cx.charge(1)?;
        cx.scope(|cx| {
            let Some(item) = cx.tuple_get(items, at) else {
                return Ok(());
            };
            if cx.is(item, Kind::Type) {
                return cx.list_push(result, item);
            }
            let unpack = match cx.find_attribute(item, "__typing_is_unpacked_typevartuple__")? {
                Some(flag) => protocol::truth(cx, flag)?,
                None => false,
            };
            let new = match cx.find_attribute(item, "__typing_subst__")? {
                Some(subst) => {
                    let at = place_in(cx, parameters, item);
                    match at.and_then(|at| cx.tuple_get(given, at)) {
                        Some(value) => cx.call(subst, &[value])?,
                        None => item,
                    }
                }
                None => inner(cx, item, parameters, given)?,
            };
            if unpack && cx.is(new, Kind::Tuple) {
                for at in 0..cx.tuple_len(new) {
                    if let Some(value) = cx.tuple_get(new, at) {
                        cx.list_push(result, value)?;
                    }
                }
                return Ok(());
            }
            cx.list_push(result, new)
        })?;
    }
    cx.tuple_from_list(result)
}

/// Substitutes in an alias among the arguments.
fn inner<'f>(
    cx: &mut Context<'f>,
    item: Local<'f>,
    parameters: Local<'f>,
    given: Local<'f>,
) -> Res<'f> {
    let Some(own) = cx.find_attribute(item, "__parameters__")? else {
        return Ok(item);
    };
    if cx.tuple_len(own) == 0 {
        return Ok(item);
    }
    let key = cx.list(&[])?;
    for at in 0..cx.tuple_len(own) {
        let Some(parameter) = cx.tuple_get(own, at) else {
            continue;
        };
        let value = place_in(cx, parameters, parameter)
            .and_then(|at| cx.tuple_get(given, at))
            .unwrap_or(parameter);
        cx.list_push(key, value)?;
    }
    let key = cx.tuple_from_list(key)?;
    protocol::get_item(cx, item, key)
}

/// `*list[int]`: one alias that is unpacked.
fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (origin, items) = (part(cx, args.at(0), ORIGIN), part(cx, args.at(0), ARGS));
    let starred = make(cx, origin, items, true)?;
    let one = cx.tuple(&[starred])?;
    protocol::iter(cx, one)
}

fn parameterized<'f>(cx: &mut Context<'f>, function: &str) -> Error<'f> {
    cx.type_error(format_args!(
        "{function}() argument 2 cannot be a parameterized generic"
    ))
}

fn instance_check<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(parameterized(cx, "isinstance"))
}

fn subclass_check<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(parameterized(cx, "issubclass"))
}

fn mro_entries<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let origin = part(cx, args.at(0), ORIGIN);
    cx.tuple(&[origin])
}

fn origin<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), ORIGIN))
}

fn arguments<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), ARGS))
}

fn parameters<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), PARAMETERS))
}

fn unpacked<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), UNPACKED))
}

fn unpacked_args<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (origin, starred) = (part(cx, args.at(0), ORIGIN), part(cx, args.at(0), UNPACKED));
    if cx.same(starred, Local::TRUE) && cx.class_id(origin) == Some(ClassId::Tuple) {
        return Ok(part(cx, args.at(0), ARGS));
    }
    Ok(Local::NONE)
}

/// What only the constructor sets.
pub(super) fn read_only<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(cx.raise(ClassId::AttributeError, format_args!("readonly attribute")))
}
