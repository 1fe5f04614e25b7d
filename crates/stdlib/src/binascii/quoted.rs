//! Quoted-printable text: `b2a_qp`, `a2b_qp`.

use super::Ascii;
use crate::support::{Data, reserve};
use alloc::vec::Vec;
use miniscript_ext::{Context, Module, Res, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .function(
            "a2b_qp(data, header=False)",
            closure!(|cx, data: Ascii, header: bool| decode(cx, data, header)),
        )
        .function(
            "b2a_qp(data, quotetabs=False, istext=True, header=False)",
            closure!(|cx, data: Data, tabs: bool, text: bool, header: bool| {
                let options = Options { tabs, text, header };
                encode(cx, data, &options)
            }),
        )
}

fn decode<'f>(cx: &mut Context<'f>, data: &[u8], header: bool) -> Res<'f> {
    let mut out = reserve(cx, data.len())?;
    let mut rest = data;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'_' && header {
            out.push(b' ');
        } else if byte != b'=' {
            out.push(byte);
        } else {
            rest = match *rest {
                [] => rest,
                // A line that goes on in the next one.
                [b'\n' | b'\r', ..] => {
                    let end = rest.iter().position(|&byte| byte == b'\n');
                    end.and_then(|end| rest.get(end + 1..)).unwrap_or_default()
                }
                // What some encoders write for `=`.
                [b'=', ..] => {
                    out.push(b'=');
                    rest.get(1..).unwrap_or_default()
                }
                [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                    let digit = |c: u8| char::from(c).to_digit(16).unwrap_or(0);
                    out.push((digit(a) << 4 | digit(b)) as u8);
                    rest.get(2..).unwrap_or_default()
                }
                _ => {
                    out.push(b'=');
                    rest
                }
            };
        }
    }
    cx.bytes(&out)
}

struct Options {
    /// Tabs and spaces are quoted.
    tabs: bool,
    /// Ends of lines stay.
    text: bool,
    /// A space is `_`.
    header: bool,
}

/// The longest line.
const LINE: usize = 76;

/// Text under construction.
struct Writer {
    out: Vec<u8>,
    line: usize,
    crlf: bool,
}

impl Writer {
    fn end_line(&mut self) {
        if self.crlf {
            self.out.push(b'\r');
        }
        self.out.push(b'\n');
        self.line = 0;
    }

    fn soft_break(&mut self) {
        self.out.push(b'=');
        self.end_line();
    }

    fn quote(&mut self, byte: u8) {
        let digit = |value: u8| b"0123456789ABCDEF".get(usize::from(value & 15)).copied();
        self.out.push(b'=');
        self.out.extend([digit(byte >> 4), digit(byte)].into_iter().flatten());
    }
}

fn encode<'f>(cx: &mut Context<'f>, data: &[u8], options: &Options) -> Res<'f> {
    let first_end = data.iter().position(|&byte| byte == b'\n');
    let before_end = first_end.and_then(|at| at.checked_sub(1));
    let mut writer = Writer {
        out: reserve(cx, data.len().saturating_mul(3).saturating_add(data.len() / 8))?,
        line: 0,
        crlf: before_end.and_then(|at| data.get(at)) == Some(&b'\r'),
    };
    let mut rest = data;
    while let Some((&byte, after)) = rest.split_first() {
        let next = after.first().copied();
        rest = after;
        if must_quote(byte, next, writer.line, options) {
            if writer.line + 3 >= LINE {
                writer.soft_break();
            }
            writer.quote(byte);
            writer.line += 3;
        } else if options.text && (byte == b'\n' || (byte == b'\r' && next == Some(b'\n'))) {
            // White space at the end of a line would be lost on the way.
            if let Some(&last @ (b' ' | b'\t')) = writer.out.last() {
                writer.out.pop();
                writer.quote(last);
            }
            writer.end_line();
            if byte == b'\r' {
                rest = after.get(1..).unwrap_or_default();
            }
        } else {
            if next.is_some_and(|next| next != b'\n') && writer.line + 1 >= LINE {
                writer.soft_break();
            }
            writer.line += 1;
            writer.out.push(match byte {
                b' ' if options.header => b'_',
                byte => byte,
            });
        }
    }
    cx.bytes(&writer.out)
}

fn must_quote(byte: u8, next: Option<u8>, line: usize, options: &Options) -> bool {
    match byte {
        127.. | b'=' => true,
        b'_' => options.header,
        b'.' => line == 0 && matches!(next, None | Some(b'\n' | b'\r' | 0)),
        b'\r' | b'\n' => !options.text,
        b'\t' | b' ' => next.is_none() || options.tabs,
        _ => byte < 33,
    }
}
