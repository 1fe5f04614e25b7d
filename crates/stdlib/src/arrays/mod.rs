//! `array`: sequences of numbers that lie side by side in memory.
//!
//! An array is an object with a bytearray, which holds the data: memory is counted,
//! memoryviews show it and keep its length, and whatever takes bytes takes arrays.

mod convert;
mod edit;
mod item;
mod sequence;

use crate::settings::Settings;
use item::Code;
use miniscript_ext::{Args, Class, Context, Error, Exception, Local, Module, NativeDef, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("array")
        .doc("This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating point\nnumbers.")
        .class(&ARRAY)
        .constant("typecodes", Code::ALL)
        .init(|cx, dict| {
            let class = cx.class_of(&ARRAY)?;
            cx.dict_set_str(dict, "ArrayType", class)
        })
}

/// The bytearray.
const DATA: usize = 0;
/// The letter of the items, an int.
const CODE: usize = 1;

pub(super) static ARRAY: Class = Class {
    name: "array.array",
    doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and initialized\nfrom the optional initializer value.",
    fields: 2,
    weak: true,
    bytes: true,
    methods: &[
        NativeDef::constructor("(cls, *args)", new),
        NativeDef::getter("typecode", typecode),
        NativeDef::getter("itemsize", itemsize),
        NativeDef::method("__len__", "(self, /)", sequence::len),
        NativeDef::method("__getitem__", "(self, key, /)", sequence::getitem),
        NativeDef::method("__setitem__", "(self, key, value, /)", edit::setitem),
        NativeDef::method("__delitem__", "(self, key, /)", edit::delitem),
        NativeDef::method("__iter__", "(self, /)", sequence::iter),
        NativeDef::method("__contains__", "(self, key, /)", sequence::contains),
        NativeDef::method("__add__", "(self, value, /)", sequence::add),
        NativeDef::method("__mul__", "(self, value, /)", sequence::multiply),
        NativeDef::method("__rmul__", "(self, value, /)", sequence::multiply_right),
        NativeDef::method("__iadd__", "(self, value, /)", edit::add_in_place),
        NativeDef::method("__imul__", "(self, value, /)", edit::multiply_in_place),
        NativeDef::method("__eq__", "(self, value, /)", sequence::eq),
        NativeDef::method("__ne__", "(self, value, /)", sequence::ne),
        NativeDef::method("__lt__", "(self, value, /)", sequence::lt),
        NativeDef::method("__le__", "(self, value, /)", sequence::le),
        NativeDef::method("__gt__", "(self, value, /)", sequence::gt),
        NativeDef::method("__ge__", "(self, value, /)", sequence::ge),
        NativeDef::method("__repr__", "(self, /)", convert::repr),
        NativeDef::method("__copy__", "(self, /)", convert::copy),
        NativeDef::method("__deepcopy__", "(self, unused, /)", convert::copy),
        NativeDef::method("__reduce_ex__", "(self, value, /)", convert::reduce),
        NativeDef::method("append", "(self, v, /)", edit::append),
        NativeDef::method("buffer_info", "(self, /)", convert::buffer_info),
        NativeDef::method("byteswap", "(self, /)", edit::byteswap),
        NativeDef::method("count", "(self, v, /)", sequence::count),
        NativeDef::method("extend", "(self, bb, /)", edit::extend),
        NativeDef::method("frombytes", "(self, buffer, /)", convert::frombytes),
        NativeDef::method("fromfile", "(self, f, n, /)", convert::fromfile),
        NativeDef::method("fromlist", "(self, list, /)", convert::fromlist),
        NativeDef::method("fromunicode", "(self, ustr, /)", convert::fromunicode),
        NativeDef::method("index", "(self, v, start=0, stop=9223372036854775807, /)", sequence::index),
        NativeDef::method("insert", "(self, i, v, /)", edit::insert),
        NativeDef::method("pop", "(self, i=-1, /)", edit::pop),
        NativeDef::method("remove", "(self, v, /)", edit::remove),
        NativeDef::method("reverse", "(self, /)", edit::reverse),
        NativeDef::method("tobytes", "(self, /)", convert::tobytes),
        NativeDef::method("tofile", "(self, f, /)", convert::tofile),
        NativeDef::method("tolist", "(self, /)", convert::tolist),
        NativeDef::method("tounicode", "(self, /)", convert::tounicode),
    ],
    ..Class::PLAIN
};

/// An array in use: its bytearray, and what its items are.
#[derive(Clone, Copy)]
struct Array<'f> {
    data: Local<'f>,
    code: Code,
}

impl<'f> Array<'f> {
    /// The array that an object is.
    #[inline]
    fn find(cx: &mut Context<'f>, object: Local<'f>) -> Option<Array<'f>> {
        if !cx.is_of(object, &ARRAY) {
            return None;
        }
        let letter = cx.int_field(object, CODE)?;
        Some(Array {
            data: cx.field(object, DATA),
            code: Code::of(u8::try_from(letter).ok()?)?,
        })
    }

    /// The array that a method was called on.
    #[inline]
    fn own(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Array<'f>> {
        match Array::find(cx, args.at(0)) {
            Some(array) => Ok(array),
            None => Err(cx.type_error(format_args!("an array is required"))),
        }
    }

    fn bytes<'a>(self, cx: &'a Context<'f>) -> &'a [u8] {
        cx.buffer(self.data).unwrap_or_default()
    }

    /// Items.
    fn len(self, cx: &Context<'f>) -> usize {
        self.bytes(cx).len() / self.code.size()
    }

    /// The bytes of an item.
    #[inline]
    fn item(self, cx: &Context<'f>, at: usize) -> Option<item::Word> {
        let size = self.code.size();
        let start = at.checked_mul(size)?;
        let bytes = self.bytes(cx).get(start..start.checked_add(size)?)?;
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(bytes) {
            *to = *from;
        }
        Some(word)
    }

    /// The value of an item, `None` beyond the end.
    #[inline]
    fn get(self, cx: &mut Context<'f>, at: usize) -> Res<'f, Option<Local<'f>>> {
        match self.item(cx, at) {
            Some(word) => self.code.value(cx, &word).map(Some),
            None => Ok(None),
        }
    }

    /// Replaces `removed` items at `at` by the bytes of others.
    fn splice(
        self,
        cx: &mut Context<'f>,
        at: usize,
        removed: usize,
        added: &[u8],
    ) -> Res<'f, ()> {
        let size = self.code.size();
        let (at, removed) = (at.saturating_mul(size), removed.saturating_mul(size));
        cx.charge(added.len() / 64)?;
        match cx.array_splice(self.data, at, removed, added) {
            Err(error) if cx.error_is_kind(&error, Exception::BufferError) => Err(exported(cx)),
            result => result,
        }
    }
}

#[cold]
fn exported<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::BufferError,
        format_args!("cannot resize an array that is exporting buffers"),
    )
}

/// A new array of a class, with these data.
fn make<'f>(cx: &mut Context<'f>, class: Local<'f>, code: Code, data: &[u8]) -> Res<'f> {
    let data = cx.bytearray(data)?;
    let letter = cx.int(i64::from(code.letter()))?;
    cx.instance(class, &[data, letter])
}

/// A new array of the class itself.
fn make_plain<'f>(cx: &mut Context<'f>, code: Code, data: &[u8]) -> Res<'f> {
    let class = cx.class_of(&ARRAY)?;
    make(cx, class, code, data)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(1);
    if given < 1 {
        return Err(cx.type_error(format_args!(
            "array() takes at least 1 argument ({given} given)"
        )));
    }
    if given > 2 && cx.class_of(&ARRAY).is_ok_and(|class| cx.same(class, args.at(0))) {
        return Err(cx.type_error(format_args!(
            "array() takes at most 2 arguments ({given} given)"
        )));
    }
    let letter = args.at(1);
    let Some(letter) = cx.as_str(letter).filter(|text| text.chars().count() == 1) else {
        let found = cx.type_name(letter);
        return Err(cx.type_error(format_args!(
            "array() argument 1 must be a unicode character, not {found}"
        )));
    };
    let initial = args.get(cx, 2);
    let other = match initial {
        Some(initial) => Array::find(cx, initial),
        None => None,
    };
    if let Some(initial) = initial
        && letter != "u"
    {
        if cx.is_str(initial) {
            return Err(cx.type_error(format_args!(
                "cannot use a str to initialize an array with typecode '{letter}'"
            )));
        }
        if other.is_some_and(|other| other.code.is_text()) {
            return Err(cx.type_error(format_args!(
                "cannot use a unicode array to initialize an array with typecode '{letter}'"
            )));
        }
    }
    let code = match letter.as_bytes() {
        &[letter] => Code::of(letter),
        _ => None,
    };
    let Some(code) = code else {
        return Err(cx.value_error(format_args!(
            "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"
        )));
    };
    let made = make(cx, args.at(0), code, &[])?;
    let (Some(initial), Some(array)) = (initial, Array::find(cx, made)) else {
        return Ok(made);
    };
    if let Some(other) = other.filter(|other| other.code == code) {
        let data = cx.frozen(other.data)?.unwrap_or_default();
        array.splice(cx, 0, 0, data)?;
    } else if cx.as_bytes(initial).is_some() || cx.is_array(initial) {
        convert::append_bytes(cx, array, initial)?;
    } else if cx.is_str(initial) {
        convert::append_text(cx, array, initial)?;
    } else {
        edit::append_all(cx, array, initial)?;
    }
    Ok(made)
}

fn typecode<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let letter = [array.code.letter()];
    cx.str_from_wtf8(&letter)
}

fn itemsize<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    cx.int(array.code.size() as i64)
}
