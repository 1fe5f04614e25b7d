//! The disassembler: a chunk as text, one instruction a line, from the opcode table.

use super::chunk::{Chunk, Const, Proto};
use super::opcode::Instr;
use core::fmt::{self, Display, Formatter, Write};

/// Shows a chunk.
struct Disassembly<'c>(&'c Chunk);

impl Chunk {
    /// The code of every function as text.
    pub fn disassembly(&self) -> impl Display {
        Disassembly(self)
    }
}

impl Display for Disassembly<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, proto) in self.0.protos.iter().enumerate() {
            if number > 0 {
                f.write_char('\n')?;
            }
            header(f, number, proto)?;
            for (at, &word) in proto.code.iter().enumerate() {
                line(f, self.0, proto, at, Instr(word))?;
            }
            for handler in &proto.handlers {
                let (start, end, target) = (handler.start, handler.end, handler.target);
                writeln!(f, "  handler {start}..{end} -> {target} r{}", handler.reg)?;
            }
        }
        Ok(())
    }
}

fn header(f: &mut Formatter<'_>, number: usize, proto: &Proto) -> fmt::Result {
    write!(
        f,
        "proto {number} {}: {} registers",
        proto.qualname, proto.nregs
    )?;
    let flags = [
        (Proto::VARARGS, "varargs"),
        (Proto::VARKW, "varkw"),
        (Proto::GENERATOR, "generator"),
        (Proto::NAMESPACE, "namespace"),
        (Proto::COROUTINE, "coroutine"),
        (Proto::TEXT_ANNOTATIONS, "text annotations"),
    ];
    if proto.args + proto.kwonly > 0 {
        write!(
            f,
            ", {}/{}/{} parameters",
            proto.posonly, proto.args, proto.kwonly
        )?;
    }
    for (flag, name) in flags {
        if proto.flags & flag != 0 {
            write!(f, ", {name}")?;
        }
    }
    f.write_char('\n')?;
    if !proto.reg_names.is_empty() {
        f.write_str(" ")?;
        for (reg, name) in proto.reg_names.iter().enumerate() {
            let free = if reg >= usize::from(proto.free_start) {
                "^"
            } else {
                ""
            };
            write!(f, " r{reg}={free}{name}")?;
        }
        f.write_char('\n')?;
    }
    Ok(())
}

fn line(
    f: &mut Formatter<'_>,
    chunk: &Chunk,
    proto: &Proto,
    at: usize,
    instr: Instr,
) -> fmt::Result {
    let Some(op) = instr.op() else {
        return writeln!(f, "  {at:4} ? {:#018x}", instr.0);
    };
    let height = proto.heights.get(at).copied().unwrap_or(0);
    let row = proto.positions.get(at).map_or(0, |position| position.line);
    write!(f, "  {at:4} {row:4} {height:2}  {:<18}", op.name())?;
    let fields = [instr.a(), instr.b(), instr.c(), usize::from(instr.d())];
    let next = at as i64 + 1;
    for (place, (letter, field)) in op.format().bytes().zip(fields).enumerate() {
        match letter {
            b'w' | b'r' | b'x' => write!(f, " r{field}")?,
            b's' => {
                f.write_char(' ')?;
                let index = proto.sites.get(field).copied().unwrap_or(u16::MAX);
                value(f, proto.consts.get(usize::from(index)))?;
            }
            b'k' => {
                f.write_char(' ')?;
                value(f, proto.consts.get(field))?;
            }
            b'K' => {
                f.write_char(' ')?;
                value(f, proto.consts.get(instr.bx() as u32 as usize))?;
            }
            b'p' => {
                let name = chunk.protos.get(field).map_or("?", |proto| &proto.qualname);
                write!(f, " proto {field} {name}")?;
            }
            b'i' => write!(f, " #{}", if place == 1 { instr.sb() } else { instr.sc() })?,
            b'u' if place == 3 && field == 0 => {}
            b'u' if place == 3 => write!(f, " d{field}")?,
            b'u' => write!(f, " {field}")?,
            b'j' => write!(f, " -> {}", next + instr.sc())?,
            b'J' => write!(f, " -> {}", next + i64::from(instr.bx()))?,
            b'I' => write!(f, " #{}", instr.bx())?,
            _ => {}
        }
    }
    f.write_char('\n')
}

fn value(f: &mut Formatter<'_>, value: Option<&Const>) -> fmt::Result {
    match value {
        None => f.write_str("?"),
        Some(Const::None) => f.write_str("None"),
        Some(Const::Bool(true)) => f.write_str("True"),
        Some(Const::Bool(false)) => f.write_str("False"),
        Some(Const::Ellipsis) => f.write_str("..."),
        Some(Const::Int(number)) => write!(f, "{number}"),
        Some(Const::Big(digits)) => {
            f.write_str("0x")?;
            digits
                .iter()
                .rev()
                .try_for_each(|digit| write!(f, "{digit:08x}"))
        }
        Some(Const::Float(number)) => write!(f, "{number:?}"),
        Some(Const::Imaginary(number)) => write!(f, "{number:?}j"),
        Some(Const::Str(text)) => {
            f.write_char('\'')?;
            for part in text.utf8_chunks() {
                write!(f, "{}", part.valid().escape_debug())?;
                part.invalid()
                    .iter()
                    .try_for_each(|byte| write!(f, "\\x{byte:02x}"))?;
            }
            f.write_char('\'')
        }
        Some(Const::Bytes(data)) => {
            write!(f, "b'")?;
            data.iter()
                .try_for_each(|byte| write!(f, "{}", byte.escape_ascii()))?;
            f.write_char('\'')
        }
        Some(Const::Tuple(items)) => {
            f.write_char('(')?;
            for item in items {
                value_in_tuple(f, item)?;
            }
            f.write_char(')')
        }
    }
}

fn value_in_tuple(f: &mut Formatter<'_>, item: &Const) -> fmt::Result {
    value(f, Some(item))?;
    f.write_char(',')
}
