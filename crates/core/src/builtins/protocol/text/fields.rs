//! `str.format` and `str.format_map`: templates with replacement fields.

use super::{ascii, repr, str, write_format};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::format::{
    AutoNumber, Conversion, Field, First, FormatError, MAX_DEPTH, Step, Template,
};
use crate::vm::context::{Args, Context, Error, Local, Out, Res};

/// Where a template's fields find their values.
#[derive(Clone, Copy)]
pub(crate) enum Values<'f> {
    /// The arguments of `format`: this many positional ones, and a dict.
    Args(Args<'f>, usize, Option<Local<'f>>),
    /// The mapping of `format_map`.
    Mapping(Local<'f>),
}

/// `template.format(...)`; the template is a str.
pub(crate) fn format_fields<'f>(
    cx: &mut Context<'f>,
    template: Local<'f>,
    values: Values<'f>,
) -> Res<'f> {
    let text = cx.str_bytes(template).unwrap_or_default();
    let mut out = cx.out();
    render(cx, text, values, &mut AutoNumber::default(), 1, &mut out)?;
    cx.finish_out(&out)
}

fn render<'f>(
    cx: &mut Context<'f>,
    text: &[u8],
    values: Values<'f>,
    numbers: &mut AutoNumber,
    depth: usize,
    out: &mut Out,
) -> Res<'f, ()> {
    if depth > MAX_DEPTH {
        return Err(raise(cx, FormatError::TOO_DEEP));
    }
    for piece in Template::new(text) {
        cx.charge(1)?;
        let piece = piece.map_err(|error| raise(cx, error))?;
        cx.put(out, piece.literal)?;
        if let Some(field) = piece.field {
            cx.scope(|cx| replace(cx, &field, values, numbers, depth, out))?;
        }
    }
    Ok(())
}

fn replace<'f>(
    cx: &mut Context<'f>,
    field: &Field<'_>,
    values: Values<'f>,
    numbers: &mut AutoNumber,
    depth: usize,
    out: &mut Out,
) -> Res<'f, ()> {
    let (first, path) = numbers
        .split(field.name)
        .map_err(|error| raise(cx, error))?;
    let mut value = look_up(cx, first, values)?;
    for step in path {
        let step = step.map_err(|error| raise(cx, error))?;
        value = match step {
            Step::Attribute(name) => {
                let name = cx.wtf8(name)?;
                cx.get_attr(value, name)?
            }
            Step::Index(index) => {
                let key = cx.size(index)?;
                protocol::get_item(cx, value, key)?
            }
            Step::Key(key) => {
                let key = cx.wtf8(key)?;
                protocol::get_item(cx, value, key)?
            }
        };
    }
    value = match field.conversion().map_err(|error| raise(cx, error))? {
        None => value,
        Some(Conversion::Repr) => repr(cx, value)?,
        Some(Conversion::Str) => str(cx, value)?,
        Some(Conversion::Ascii) => ascii(cx, value)?,
    };
    if !field.spec_is_template {
        return write_format(cx, value, field.spec, out);
    }
    let mut spec = cx.out();
    render(cx, field.spec, values, numbers, depth + 1, &mut spec)?;
    write_format(cx, value, spec.bytes(), out)
}

fn look_up<'f>(cx: &mut Context<'f>, first: First<'_>, values: Values<'f>) -> Res<'f> {
    match (first, values) {
        (First::Index(_), Values::Mapping(_)) => Err(raise(cx, FormatError::POSITIONAL)),
        (First::Index(index), Values::Args(args, count, _)) => {
            if index < count
                && let Some(value) = args.get(cx, index)
            {
                return Ok(value);
            }
            let message =
                format_args!("Replacement index {index} out of range for positional args tuple");
            Err(cx.raise(ClassId::IndexError, message))
        }
        (First::Name(name), Values::Mapping(mapping)) => {
            let name = cx.wtf8(name)?;
            protocol::get_item(cx, mapping, name)
        }
        (First::Name(name), Values::Args(_, _, kwargs)) => {
            let name = cx.wtf8(name)?;
            if let Some(kwargs) = kwargs
                && let Some(value) = cx.dict_get(kwargs, name)?
            {
                return Ok(value);
            }
            Err(cx.raise_with(ClassId::KeyError, &[name]))
        }
    }
}

#[cold]
fn raise<'f>(cx: &mut Context<'f>, error: FormatError) -> Error<'f> {
    cx.raise_written(ClassId::ValueError, |out| error.write_message(out))
}
