//! Writing JSON. Depth is bounded by the recursion limit; containers that hold
//! themselves are found by their identities on the way down.

use super::{Text, strings};
use alloc::vec::Vec;
use miniscript_core::text::int::DecimalBuf;
use miniscript_ext::{Args, Context, Error, Exception, Local, Res};

/// Places of the options behind the function's own arguments.
const SKIP_KEYS: usize = 0;
const ENSURE_ASCII: usize = 1;
const CHECK_CIRCULAR: usize = 2;
const ALLOW_NAN: usize = 3;
const INDENT: usize = 4;
const SEPARATORS: usize = 5;
const DEFAULT: usize = 6;
const SORT_KEYS: usize = 7;

/// How to write.
struct Style {
    skip_keys: bool,
    ensure_ascii: bool,
    check_circular: bool,
    allow_nan: bool,
    sort_keys: bool,
    /// What a level is indented by; `None`: all on one line.
    indent: Option<Vec<u8>>,
    item: Vec<u8>,
    key: Vec<u8>,
}

struct Writer {
    style: Style,
    out: Text,
    /// Identities of the containers that are being written.
    path: Vec<u64>,
    /// Containers around the present value: what it is indented by.
    depth: usize,
}

/// `encode(object, *options)`.
pub(super) fn dumps<'f>(cx: &mut Context<'f>, object: Local<'f>, options: Args<'f>) -> Res<'f> {
    let given = |cx: &Context<'f>, at| options.get(cx, at).filter(|&value| !cx.is_none(value));
    let default = given(cx, DEFAULT);
    let style = style(cx, options)?;
    let mut writer = Writer {
        style,
        out: Text::new(cx),
        path: Vec::new(),
        depth: 0,
    };
    writer.value(cx, object, default)?;
    cx.str_from_wtf8(&writer.out.bytes)
}

fn style<'f>(cx: &mut Context<'f>, options: Args<'f>) -> Res<'f, Style> {
    let flag = |cx: &mut Context<'f>, at, usual| match options.get(cx, at) {
        Some(value) => cx.truth(value),
        None => Ok(usual),
    };
    let given = |cx: &Context<'f>, at| options.get(cx, at).filter(|&value| !cx.is_none(value));
    let indent = match given(cx, INDENT) {
        None => None,
        Some(indent) => Some(match cx.as_wtf8(indent) {
            Some(text) => Vec::from(text),
            None => match cx.to_index(indent)?.and_then(|int| cx.as_int(int)) {
                Some(width) => {
                    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
                    if width > cx.heap_room() {
                        return Err(cx.memory_error());
                    }
                    alloc::vec![b' '; width]
                }
                None => {
                    let found = cx.type_name(indent);
                    return Err(cx.type_error(format_args!(
                        "can't multiply sequence by non-int of type '{found}'"
                    )));
                }
            },
        }),
    };
    let (mut item, mut key) = (Vec::from(b", "), Vec::from(b": "));
    if indent.is_some() {
        item.truncate(1);
    }
    if let Some(separators) = given(cx, SEPARATORS) {
        let list = match cx.collect_list(separators) {
            Err(error)
                if cx.error_is_kind(&error, Exception::TypeError)
                    && cx.find_attribute(separators, "__iter__")?.is_none() =>
            {
                let found = cx.type_name(separators);
                return Err(
                    cx.type_error(format_args!("cannot unpack non-iterable {found} object"))
                );
            }
            list => list?,
        };
        let count = cx.list_len(list);
        if count != 2 {
            return Err(if count < 2 {
                cx.value_error(format_args!(
                    "not enough values to unpack (expected 2, got {count})"
                ))
            } else {
                cx.value_error(format_args!("too many values to unpack (expected 2)"))
            });
        }
        key = separator(cx, list, 1)?;
        item = separator(cx, list, 0)?;
    }
    Ok(Style {
        skip_keys: flag(cx, SKIP_KEYS, false)?,
        ensure_ascii: flag(cx, ENSURE_ASCII, true)?,
        check_circular: flag(cx, CHECK_CIRCULAR, true)?,
        allow_nan: flag(cx, ALLOW_NAN, true)?,
        sort_keys: flag(cx, SORT_KEYS, false)?,
        indent,
        item,
        key,
    })
}

fn separator<'f>(cx: &mut Context<'f>, list: Local<'f>, at: usize) -> Res<'f, Vec<u8>> {
    let value = cx.list_get(list, at).unwrap_or(Local::NONE);
    match cx.as_wtf8(value) {
        Some(text) => Ok(Vec::from(text)),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "make_encoder() argument {} must be str, not {found}",
                6 - at
            )))
        }
    }
}

impl Writer {
    fn put<'f>(&mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, ()> {
        self.out.push(cx, bytes)
    }

    fn value<'f>(
        &mut self,
        cx: &mut Context<'f>,
        value: Local<'f>,
        default: Option<Local<'f>>,
    ) -> Res<'f, ()> {
        cx.charge(1)?;
        // An instance of a derived class is written as what it is derived from.
        let (whole, value) = (value, cx.base_value(value));
        if self.simple(cx, value)? {
            return Ok(());
        }
        let (is_dict, is_list) = (cx.is_dict(value), cx.is_list(value) || cx.is_tuple(value));
        if is_dict && cx.dict_len(value) == 0 {
            return self.put(cx, b"{}");
        }
        if is_list && cx.seq_len(value) == 0 {
            return self.put(cx, b"[]");
        }
        if !is_dict && !is_list && default.is_none() {
            let found = cx.type_name(value);
            return Err(cx.type_error(format_args!(
                "Object of type {found} is not JSON serializable"
            )));
        }
        let identity = cx.identity(whole);
        if self.style.check_circular && self.path.contains(&identity) {
            return Err(cx.value_error(format_args!("Circular reference detected")));
        }
        cx.enter_recursion(" while encoding a JSON object")?;
        self.path.push(identity);
        let result = cx.scope(|cx| match default {
            _ if is_dict => {
                self.depth += 1;
                self.dict(cx, whole, value, default)
            }
            Some(default) if !is_list => {
                let other = cx.call(default, &[whole])?;
                self.value(cx, other, Some(default))
            }
            _ => {
                self.depth += 1;
                self.list(cx, value, default)
            }
        });
        if is_dict || is_list {
            self.depth -= 1;
        }
        self.path.pop();
        cx.leave_recursion();
        result
    }

    /// Writes what is no container; false for what is.
    fn simple<'f>(&mut self, cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, bool> {
        if let Some(text) = cx.as_wtf8(value) {
            strings::write(cx, &mut self.out, text, self.style.ensure_ascii)?;
        } else if cx.is_none(value) {
            self.put(cx, b"null")?;
        } else if let Some(bool) = cx.as_bool(value) {
            self.put(cx, if bool { b"true" } else { b"false" })?;
        } else if let Some(int) = cx.as_int(value) {
            let mut digits = DecimalBuf::new();
            if int < 0 {
                self.put(cx, b"-")?;
            }
            self.put(cx, digits.format(int.unsigned_abs()))?;
        } else if cx.is_int(value) || cx.as_float(value).is_some() {
            let text = self.number(cx, value)?;
            self.put(cx, text)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn number<'f>(&mut self, cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, &'f [u8]> {
        if let Some(float) = cx.as_float(value)
            && !float.is_finite()
        {
            if !self.style.allow_nan {
                // With an indentation CPython's own encoder is written in Python, and says more.
                let which = match (self.style.indent.is_some(), float > 0.0) {
                    (false, _) => "",
                    (true, _) if float.is_nan() => ": nan",
                    (true, true) => ": inf",
                    (true, false) => ": -inf",
                };
                return Err(cx.value_error(format_args!(
                    "Out of range float values are not JSON compliant{which}"
                )));
            }
            return Ok(if float.is_nan() {
                b"NaN"
            } else if float > 0.0 {
                b"Infinity"
            } else {
                b"-Infinity"
            });
        }
        let text = cx.to_repr(value)?;
        Ok(cx.as_wtf8(text).unwrap_or_default())
    }

    /// The start of a line at the present depth.
    #[inline]
    fn line<'f>(&mut self, cx: &mut Context<'f>, depth: usize) -> Res<'f, ()> {
        if self.style.indent.is_none() {
            return Ok(());
        }
        if let Some(indent) = self.style.indent.take() {
            let result = self.put(cx, b"\n").and_then(|()| {
                for _ in 0..depth {
                    self.out.push(cx, &indent)?;
                }
                Ok(())
            });
            self.style.indent = Some(indent);
            result?;
        }
        Ok(())
    }

    /// What stands before the item at `at`.
    fn before<'f>(&mut self, cx: &mut Context<'f>, at: usize) -> Res<'f, ()> {
        if at > 0 {
            self.out.push(cx, &self.style.item)?;
        }
        self.line(cx, self.depth)
    }

    fn list<'f>(
        &mut self,
        cx: &mut Context<'f>,
        list: Local<'f>,
        default: Option<Local<'f>>,
    ) -> Res<'f, ()> {
        self.put(cx, b"[")?;
        let mut at = 0;
        while at < cx.seq_len(list) {
            self.before(cx, at)?;
            cx.scope(|cx| {
                let item = cx.seq_get(list, at).unwrap_or(Local::NONE);
                self.value(cx, item, default.map(|default| default as Local<'_>))
            })?;
            at += 1;
        }
        self.line(cx, self.depth - 1)?;
        self.put(cx, b"]")
    }

    fn dict<'f>(
        &mut self,
        cx: &mut Context<'f>,
        whole: Local<'f>,
        dict: Local<'f>,
        default: Option<Local<'f>>,
    ) -> Res<'f, ()> {
        self.put(cx, b"{")?;
        let dict = match cx.identity(whole) == cx.identity(dict) {
            true => dict,
            false => {
                // A derived class says itself what its items are.
                let items = cx.call_method(whole, "items", &[])?;
                let own = cx.dict()?;
                cx.call_method(own, "update", &[items])?;
                own
            }
        };
        // What `default` does to the dict is not seen any more.
        let items = cx.dict_copy(dict)?;
        let keys = match self.style.sort_keys {
            true => Some(cx.collect_list(items)?),
            false => None,
        };
        if let Some(keys) = keys {
            cx.call_method(keys, "sort", &[])?;
        }
        let (mut next, mut written) = (Some(0), 0);
        while let Some(at) = next {
            let wrote = cx.scope(|cx| {
                let (at, key, value) = match keys {
                    None => match cx.dict_next(items, at) {
                        Some(found) => found,
                        None => return Ok((None, false)),
                    },
                    Some(keys) => {
                        let Some(key) = cx.list_get(keys, at) else {
                            return Ok((None, false));
                        };
                        match cx.dict_get(items, key)? {
                            Some(value) => (at, key, value),
                            None => return Ok((Some(at + 1), false)),
                        }
                    }
                };
                let Some(text) = self.key(cx, key)? else {
                    return Ok((Some(at + 1), false));
                };
                self.before(cx, written)?;
                strings::write(cx, &mut self.out, text, self.style.ensure_ascii)?;
                self.out.push(cx, &self.style.key)?;
                self.value(cx, value, default.map(|default| default as Local<'_>))?;
                Ok((Some(at + 1), true))
            })?;
            next = wrote.0;
            written += usize::from(wrote.1);
        }
        if written == 0 {
            // As CPython does, where every key was left out.
            self.line(cx, self.depth)?;
        }
        self.line(cx, self.depth - 1)?;
        self.put(cx, b"}")
    }

    /// A key's text; `None` for one that is to be left out.
    fn key<'f>(&mut self, cx: &mut Context<'f>, key: Local<'f>) -> Res<'f, Option<&'f [u8]>> {
        let key = cx.base_value(key);
        if let Some(text) = cx.as_wtf8(key) {
            return Ok(Some(text));
        }
        if cx.is_none(key) {
            return Ok(Some(b"null"));
        }
        if let Some(bool) = cx.as_bool(key) {
            return Ok(Some(if bool { b"true" } else { b"false" }));
        }
        if cx.is_int(key) || cx.as_float(key).is_some() {
            return self.number(cx, key).map(Some);
        }
        if self.style.skip_keys {
            return Ok(None);
        }
        Err(bad_key(cx, key))
    }
}

fn bad_key<'f>(cx: &mut Context<'f>, key: Local<'f>) -> Error<'f> {
    let found = cx.type_name(key);
    cx.type_error(format_args!(
        "keys must be str, int, float, bool or None, not {found}"
    ))
}
