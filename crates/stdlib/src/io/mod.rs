//! `_iocore`: what is hot of `io`, as methods of classes that `py/_io.py` and its
//! neighbours write.
//!
//! A class keeps its state in `__slots__`, which natives reach by number: the order of
//! the names, sorted. The numbers stand in `string`, `bytes` and `text`, the slots in
//! the class of the same name; one does not change without the other. A buffer is a
//! bytearray of the heap, so that it is counted against the memory limit.

mod buffer;
mod bytes;
mod lines;
mod string;
mod text;

use crate::settings::Settings;
use miniscript_ext::{Context, Error, Exception, Function, IntoNative, Local, Module, Res, closure};

pub(crate) fn module(settings: &Settings) -> Module {
    let stderr = settings.stderr.clone();
    let module = Module::new("_iocore")
        .function("set_plain_output(stream, /)", plain_output)
        .function("set_plain_input(stream, /)", plain_input)
        .function("write_output(data, /)", text::write_output)
        .function("flush_output()", text::flush_output)
        .function(
            "write_error(data, /)",
            closure!(move |cx, data: Local| {
                let data = cx.frozen(data)?.unwrap_or_default();
                cx.charge_output(data.len())?;
                if let Some(stream) = &stderr {
                    stream(data);
                }
                Ok(Local::NONE)
            }),
        )
        .init(|cx, dict| {
            // Files that hold what is not written yet.
            let dirty = cx.dict()?;
            cx.dict_set_str(dict, "dirty", dirty)
        })
        .function("read_input()", text::read_input)
        .function("index(value, /)", integer)
        .function("limit(size, /)", size_of)
        .function("translate(text, pending, final, /)", lines::translate)
        .function("line_end(text, start, mode, /)", lines::line_end)
        .function("utf8_whole(data, /)", lines::utf8_whole);
    text::methods(buffer::methods(bytes::methods(string::methods(module))))
}

/// Adds a method to the module, under `prefix_name`.
fn method<M, F: IntoNative<M>>(module: Module, signature: &str, function: F) -> Module {
    module.add(Function::new(signature, function).method())
}

fn plain_output<'f>(cx: &mut Context<'f>, stream: Local<'f>) -> Res<'f> {
    cx.set_plain_output(stream);
    Ok(Local::NONE)
}

fn plain_input<'f>(cx: &mut Context<'f>, stream: Local<'f>) -> Res<'f> {
    cx.set_plain_input(stream);
    Ok(Local::NONE)
}

/// A size as a method takes it: None, or what is below zero, is no limit.
fn limit<'f>(cx: &mut Context<'f>, size: Option<Local<'f>>) -> Res<'f, Option<usize>> {
    let Some(size) = size.filter(|&size| !cx.is_none(size)) else {
        return Ok(None);
    };
    let found = cx.type_name(size);
    match cx.to_index(size)? {
        Some(int) => Ok(index(cx, int)?.try_into().ok()),
        None => Err(cx.type_error(format_args!(
            "argument should be integer or None, not '{found}'"
        ))),
    }
}

/// A size as an int, -1 for None.
fn size_of<'f>(cx: &mut Context<'f>, size: Local<'f>) -> Res<'f, i64> {
    if cx.is_none(size) {
        return Ok(-1);
    }
    let found = cx.type_name(size);
    match cx.to_index(size)? {
        Some(int) => index(cx, int),
        None => Err(cx.type_error(format_args!(
            "argument should be integer or None, not '{found}'"
        ))),
    }
}

/// An int of one word, or OverflowError.
fn index<'f>(cx: &mut Context<'f>, int: Local<'f>) -> Res<'f, i64> {
    match cx.as_int(int) {
        Some(int) => Ok(int),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        )),
    }
}

/// What `seek` and the like take: an int.
fn integer<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let found = cx.type_name(value);
    match cx.to_index(value)? {
        Some(int) => index(cx, int),
        None => Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        ))),
    }
}

/// The error of a method on what is no such object.
#[cold]
fn foreign<'f>(cx: &mut Context<'f>, class: &str, this: Local<'f>) -> Error<'f> {
    let found = cx.type_name(this);
    if found == class.trim_start_matches("_io.") {
        return cx.value_error(format_args!("I/O operation on uninitialized object"));
    }
    cx.type_error(format_args!(
        "descriptor requires a '{class}' object but received a '{found}'"
    ))
}

/// Puts zeros between a buffer's end and the place that is written to.
fn pad<'f>(cx: &mut Context<'f>, buffer: Local<'f>, len: usize, to: usize) -> Res<'f, ()> {
    if to.saturating_sub(len) > cx.heap_room() {
        return Err(cx.memory_error());
    }
    let mut len = len;
    while len < to {
        let step = (to - len).min(ZEROS.len());
        cx.charge(step / 64)?;
        cx.array_splice(buffer, len, 0, ZEROS.get(..step).unwrap_or_default())?;
        len += step;
    }
    Ok(())
}

static ZEROS: [u8; 4096] = [0; 4096];
