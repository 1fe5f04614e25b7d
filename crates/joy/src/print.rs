//! Values in source form, written as they are walked: no text is built, and nesting
//! is kept on a list of the heap.

use crate::interpreter::Joy;
use crate::value::NULL_FILE;
use crate::words::Words;
use alloc::vec::Vec;
use core::fmt::Write;
use miniscript_core::text::float::{Notation, Style, write_styled};
use miniscript_core::text::{Sink, StackBuf};
use miniscript_core::{Context, Datum, Local, Res};

/// Where text goes: to the VM's output or to the host's messages, in pieces.
pub(crate) struct Out {
    bytes: Vec<u8>,
    pub(crate) to_error: bool,
}

/// Text is handed on when it is this long.
const PIECE: usize = 1024;

impl Out {
    pub(crate) fn new() -> Out {
        Out {
            bytes: Vec::new(),
            to_error: false,
        }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn hand_on<'f>(&mut self, cx: &mut Context<'f>, joy: &mut Joy) -> Res<'f, ()> {
        if self.to_error {
            joy.host.error(&self.bytes);
        } else {
            cx.output(&self.bytes)?;
        }
        self.bytes.clear();
        Ok(())
    }

    /// Hands on what is left.
    pub(crate) fn finish<'f>(mut self, cx: &mut Context<'f>, joy: &mut Joy) -> Res<'f, ()> {
        self.hand_on(cx, joy)
    }
}

/// Writes a value in source form.
pub(crate) fn put<'f>(
    cx: &mut Context<'f>,
    joy: &mut Joy,
    value: Local<'f>,
    out: &mut Out,
) -> Res<'f, ()> {
    match cx.datum(value) {
        Datum::Nil => {
            out.push(b"[]");
            Ok(())
        }
        Datum::Cons => list(cx, joy, value, out),
        _ => atom(cx, joy, value, out),
    }
}

fn list<'f>(cx: &mut Context<'f>, joy: &mut Joy, value: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    // The tails that are still to be written, the innermost last.
    let tails = cx.list(&[value])?;
    out.push(b"[");
    let mut first = true;
    while cx.list_len(tails) > 0 {
        cx.charge(1)?;
        cx.scope(|scope| {
            let Some(tail) = scope.list_pop(tails) else {
                return Ok(());
            };
            let Some((item, rest)) = scope.uncons(tail) else {
                out.push(b"]");
                first = false;
                return Ok(());
            };
            scope.list_push(tails, rest)?;
            if !first {
                out.push(b" ");
            }
            first = false;
            match scope.datum(item) {
                Datum::Cons | Datum::Nil => {
                    out.push(b"[");
                    scope.list_push(tails, item)?;
                    first = true;
                }
                _ => atom(scope, joy, item, out)?,
            }
            Ok(())
        })?;
        if out.bytes.len() >= PIECE {
            out.hand_on(cx, joy)?;
        }
    }
    Ok(())
}

fn atom<'f>(cx: &mut Context<'f>, joy: &mut Joy, value: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let mut text = StackBuf::<64>::new();
    // Everything written to `text` is short enough for it.
    match cx.datum(value) {
        Datum::Bool(b) => out.push(if b { b"true" } else { b"false" }),
        Datum::Int(i) => {
            let _ = write!(text, "{i}");
        }
        Datum::Float(f) => out.push(float(f).as_bytes()),
        Datum::Char(c) => {
            out.push(b"'");
            character(c, true, out);
        }
        Datum::Set(members) => {
            out.push(b"{");
            let mut first = true;
            for member in (0..64).filter(|member| members >> member & 1 == 1) {
                if !first {
                    out.push(b" ");
                }
                first = false;
                let mut number = StackBuf::<4>::new();
                let _ = write!(number, "{member}");
                out.push(number.as_bytes());
            }
            out.push(b"}");
        }
        Datum::Str => {
            out.push(b"\"");
            let bytes = cx.str_as_bytes(value)?.unwrap_or_default();
            for &byte in bytes.iter() {
                if byte == b'"' {
                    out.push(b"\\\"");
                } else {
                    character(byte, false, out);
                }
                if out.bytes.len() >= PIECE {
                    out.hand_on(cx, joy)?;
                }
            }
            out.push(b"\"");
        }
        Datum::Word(word) => {
            let name = Words::name(&joy.words, cx, word)?;
            out.push(&name);
        }
        Datum::File(number) => out.push(match number {
            0 => b"stdin",
            1 => b"stdout",
            2 => b"stderr",
            NULL_FILE => b"NULL",
            _ => b"file",
        }),
        Datum::Nothing => out.push(b"None"),
        Datum::Native | Datum::Sequence | Datum::Other | Datum::Nil | Datum::Cons => {
            out.push(b"<");
            let name = cx.name_of_kind(value);
            out.push(name.as_bytes());
            out.push(b">");
        }
    }
    out.push(text.as_bytes());
    Ok(())
}

/// A byte of a character (`alone`) or of a string.
fn character(byte: u8, alone: bool, out: &mut Out) {
    match byte {
        8..=13 => out.push(&[
            b'\\',
            match byte {
                8 => b'b',
                9 => b't',
                10 => b'n',
                11 => b'v',
                12 => b'f',
                _ => b'r',
            },
        ]),
        0..=31 | 127 => decimal(byte, out),
        b' ' if alone => decimal(byte, out),
        _ => out.push(&[byte]),
    }
}

fn decimal(byte: u8, out: &mut Out) {
    out.push(&[
        b'\\',
        b'0' + byte / 100,
        b'0' + byte / 10 % 10,
        b'0' + byte % 10,
    ]);
}

/// `%g`, recognisable as a float.
pub(crate) fn float(value: f64) -> StackBuf<32> {
    let mut out = StackBuf::new();
    if value.is_nan() {
        // Core keeps no sign of a NaN; x86 makes them negative.
        let _ = out.write(b"-nan");
        return out;
    }
    let style = Style {
        notation: Notation::General,
        precision: 6,
        ..Style::REPR
    };
    let style = Style {
        add_dot_zero: false,
        ..style
    };
    let mut text = StackBuf::<32>::new();
    let _ = write_styled(value, &style, &mut text);
    let bytes = text.as_bytes();
    let exponent = bytes.iter().position(|&byte| byte == b'e');
    let (mantissa, exponent) = bytes.split_at(exponent.unwrap_or(bytes.len()));
    let _ = out.write(mantissa);
    if value.is_finite() && !mantissa.contains(&b'.') {
        let _ = out.write(b".0");
    }
    let _ = out.write(exponent);
    out
}
