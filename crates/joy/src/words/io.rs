//! Output, input, and files as far as the host has them: the three standard ones.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::print::{self, Out};
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("put", |eval| {
        let ([x], rest) = eval.args()?;
        write(eval, x, false)?;
        eval.set_stack(rest);
        Ok(())
    }),
    word("putch", |eval| {
        let ([c], rest) = eval.args()?;
        let Some(code) = super::arithmetic::numeric(eval.cx.datum(c)) else {
            return eval.fail("numeric");
        };
        eval.cx.output(&[code as u8])?;
        eval.set_stack(rest);
        Ok(())
    }),
    word("putchars", |eval| {
        let ([text], rest) = eval.args()?;
        if eval.cx.datum(text) != Datum::Str {
            return eval.fail("string");
        }
        let bytes = eval.cx.str_as_bytes(text)?.unwrap_or_default();
        eval.cx.output(&bytes)?;
        eval.set_stack(rest);
        Ok(())
    }),
    word("get", |eval| {
        match crate::reader::read_factor(eval)? {
            Some(factor) => eval.push(factor),
            // The text is used up: so is the program.
            None => Err(crate::eval::Stop::Quit),
        }
    }),
    word("include", |eval| {
        let ([name], rest) = eval.args()?;
        let bytes = file_name(eval, name)?;
        let Some(name) = core::str::from_utf8(&bytes).ok() else {
            return eval.fail("valid file name");
        };
        let Some(text) = eval.joy.host.source(name) else {
            return eval.fail("valid file name");
        };
        if !eval.joy.reader.include(name, text) {
            return eval.fail("fewer include files");
        }
        eval.set_stack(rest);
        Ok(())
    }),
    word("plugin-load", |eval| {
        let ([path], rest) = eval.args()?;
        let bytes = file_name(eval, path)?;
        let Some(path) = core::str::from_utf8(&bytes).ok() else {
            return eval.fail("valid file name");
        };
        eval.set_stack(rest);
        let loaded = eval.joy.host.load(eval.cx, path);
        if let Err(text) = loaded {
            eval.message(&alloc::format!("{text}\n"))?;
            return Err(crate::eval::Stop::Term);
        }
        let warnings = eval.joy.settings.warnings;
        let joy = &mut *eval.joy;
        joy.words
            .sync(eval.cx, &mut *joy.host, eval.registers, warnings)?;
        Ok(())
    }),
    word("fput", |eval| {
        let ([x, file], _) = eval.args()?;
        let to_error = output_file(eval, file)?;
        write(eval, x, to_error)?;
        drop_top(eval);
        Ok(())
    }),
    word("fputch", |eval| {
        let ([c, file], _) = eval.args()?;
        let to_error = output_file(eval, file)?;
        let Some(code) = super::arithmetic::numeric(eval.cx.datum(c)) else {
            return eval.fail("numeric");
        };
        raw(eval, &[code as u8], to_error)?;
        drop_top(eval);
        Ok(())
    }),
    word("fputchars", put_string),
    word("fputstring", put_string),
    word("fflush", |eval| {
        let ([file], _) = eval.args()?;
        output_file(eval, file)?;
        eval.cx.output_flush()?;
        Ok(())
    }),
    word("system", |eval| {
        let ([command], rest) = eval.args()?;
        let Some(bytes) = eval.cx.str_as_bytes(command)? else {
            return eval.fail("string");
        };
        eval.cx.output_flush()?;
        eval.joy.host.shell(&bytes);
        eval.set_stack(rest);
        Ok(())
    }),
];

/// The bytes of a string that names a file.
fn file_name<'s>(
    eval: &mut Eval<'_, 's>,
    name: Local<'s>,
) -> Step<'s, alloc::borrow::Cow<'s, [u8]>> {
    match eval.cx.str_as_bytes(name)? {
        Some(bytes) => Ok(bytes),
        None => eval.fail("string"),
    }
}

fn drop_top(eval: &mut Eval<'_, '_>) {
    let stack = eval.stack();
    let below = eval.cx.cons_skip(stack, 1);
    eval.set_stack(below);
}

/// Writes a value in source form.
fn write<'s>(eval: &mut Eval<'_, 's>, x: Local<'s>, to_error: bool) -> Step<'s> {
    let mut out = Out::new();
    out.to_error = to_error;
    print::put(eval.cx, eval.joy, x, &mut out)?;
    out.finish(eval.cx, eval.joy)?;
    Ok(())
}

fn raw<'s>(eval: &mut Eval<'_, 's>, bytes: &[u8], to_error: bool) -> Step<'s> {
    if to_error {
        eval.joy.host.error(bytes);
    } else {
        eval.cx.output(bytes)?;
    }
    Ok(())
}

/// Whether the file is that for messages; it must be one that can be written.
fn output_file<'s>(eval: &mut Eval<'_, 's>, file: Local<'s>) -> Step<'s, bool> {
    match eval.cx.datum(file) {
        Datum::File(1) => Ok(false),
        Datum::File(2) => Ok(true),
        _ => eval.fail("file"),
    }
}

fn put_string<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([text, file], _) = eval.args()?;
    let to_error = output_file(eval, file)?;
    let Some(bytes) = eval.cx.str_as_bytes(text)? else {
        return eval.fail("string");
    };
    raw(eval, &bytes, to_error)?;
    drop_top(eval);
    Ok(())
}
