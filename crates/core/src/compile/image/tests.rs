//! Images: written and read again, refused where they are not whole, and never believed.

extern crate std;

use super::*;
use crate::compile::{Chunk, Options, compile};
use crate::syntax::Mode;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::boxed::Box;

const SOURCE: &str = "\
'doc'
import a.b as c
from d import *
def f(x, /, y=1, *z, k=2, **w):
    'inner'
    try:
        return [i * 2.5 for i in z if i] + [y, 1j, 10 ** 20, b'\\0\\xff', '\\udc80\u{e9}', ...]
    except (ValueError, KeyError) as e:
        raise e from None
    finally:
        w.update(a=1, b=(1, ('x', None, True, -5)))
class C(f, metaclass=type):
    def g(self):
        return super().g(lambda: x) + self.v
async def h():
    async with c as d:
        yield await d(*z, **w)
with f(1) as x, f(2):
    print(f'{x!r:>{5}}')
";

fn chunk(source: &str) -> Chunk {
    let compiled = compile(
        source.as_bytes(),
        "dir/p.py",
        Mode::Module,
        &Options::default(),
    );
    Chunk::clone(&compiled.unwrap())
}

fn image() -> Vec<u8> {
    chunk(SOURCE).to_bytes(Detail::Columns).unwrap()
}

fn shown(chunk: &Chunk) -> String {
    let mut text = alloc::format!("{chunk:?}");
    text.push_str(&chunk.disassembly().to_string());
    text
}

/// With the checksum that it should have.
fn sealed(mut image: Vec<u8>) -> Vec<u8> {
    seal(&mut image);
    image
}

fn refused(image: &[u8]) -> String {
    Chunk::from_bytes(image, usize::MAX)
        .unwrap_err()
        .to_string()
}

#[test]
fn what_is_written_is_read() {
    let made = chunk(SOURCE);
    let image = made.to_bytes(Detail::Columns).unwrap();
    let read = Chunk::from_bytes(&image, usize::MAX).unwrap();
    assert_eq!(shown(&read), shown(&made));
    assert_eq!(read.filename(), "dir/p.py");
    assert_eq!(filename(&image).unwrap(), "dir/p.py");
    assert_eq!(read.to_bytes(Detail::Columns).unwrap(), image);
}

#[test]
fn lines_stay_when_columns_go() {
    let made = chunk(SOURCE);
    for detail in [Detail::Lines, Detail::Nothing] {
        let image = made.to_bytes(detail).unwrap();
        let read = Chunk::from_bytes(&image, usize::MAX).unwrap();
        for (a, b) in made.protos.iter().zip(&read.protos) {
            for at in 0..a.code.len() {
                let line = b.positions.get(at).map(|position| position.line);
                let known = a.positions.get(at).map(|position| position.line);
                assert_eq!(line, known.filter(|_| detail == Detail::Lines));
            }
        }
    }
}

#[test]
fn static_images_are_used_in_place_and_others_copied() {
    // Room for every alignment: a vector of words, leaked as read-only memory is for ever.
    let image = image();
    for shift in 0..8 {
        let words = Box::leak(alloc::vec![0_u64; image.len() / 8 + 2].into_boxed_slice());
        let bytes: &'static mut [u8] = bytemuck::cast_slice_mut(words);
        bytes[shift..shift + image.len()].copy_from_slice(&image);
        let bytes: &'static [u8] = bytes;
        let range = bytes.as_ptr_range();
        let read = Chunk::from_static(&bytes[shift..shift + image.len()], usize::MAX).unwrap();
        assert_eq!(shown(&read), shown(&chunk(SOURCE)));
        let code = read.protos[0].code.as_ptr().cast::<u8>();
        let in_place = shift == 0 && cfg!(target_endian = "little");
        assert_eq!(range.contains(&code), in_place, "at {shift}");
        assert!(range.contains(&read.protos[0].name.as_ptr()));
    }
}

#[test]
fn numbers_are_little_endian() {
    let image = image();
    assert_eq!(image[..12], *b"\x89MSB\r\n\x1A\n\x01\x00\x02\x00");
    let length = u32::from_le_bytes([image[24], image[25], image[26], image[27]]);
    assert_eq!(length as usize, image.len());
    // The first instruction of the unit, behind the functions: `Enter`, the second opcode.
    let count = chunk(SOURCE).protos.len();
    let code = HEADER + count * FUNCTION;
    assert_eq!(image[code..code + 8], [1, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn refusals_say_what_is_wrong() {
    let good = image();
    assert_eq!(refused(b""), "not compiled by MiniScript (byte 0)");
    assert_eq!(refused(b"print(1)"), "not compiled by MiniScript (byte 0)");
    assert_eq!(
        refused(b"\x89MSB\n\x1A\n"),
        "not compiled by MiniScript (byte 4)"
    );
    assert_eq!(
        refused(&MAGIC),
        "bad bytecode at byte 8: the end of the image"
    );
    let mut other = good.clone();
    other[8] = 7;
    assert_eq!(
        refused(&other),
        "compiled by another version of MiniScript (format 7, this is format 1): compile the source again"
    );
    let mut other = good.clone();
    other[12] ^= 1;
    assert_eq!(
        refused(&other),
        "compiled by another version of MiniScript (its instructions are others): compile the source again"
    );
    let length = good.len();
    assert_eq!(
        refused(&good[..length - 1]),
        alloc::format!(
            "the bytecode is {} bytes long instead of {length}: it was cut or added to",
            length - 1
        )
    );
    let mut other = good.clone();
    other[length - 9] ^= 4;
    assert_eq!(
        refused(&other),
        "the bytecode has been changed (its checksum is wrong)"
    );
    // The first opcode.
    let code = HEADER + chunk(SOURCE).protos.len() * FUNCTION;
    let mut other = good.clone();
    other[code] = 0xFF;
    assert_eq!(
        refused(&sealed(other)),
        alloc::format!("bad bytecode at byte {code} (function 0, instruction 0): opcode")
    );
    let mut other = good.clone();
    other[10] = 9;
    assert_eq!(
        refused(&sealed(other)),
        "bad bytecode at byte 10: kind of positions"
    );
    let error = Chunk::from_bytes(&good, 1000).unwrap_err();
    assert_eq!(error.reason, Reason::Memory);
}

#[test]
fn quickened_instructions_are_refused() {
    for op in FIRST_QUICKENED..=u8::MAX {
        let mut image = image();
        let code = HEADER + chunk(SOURCE).protos.len() * FUNCTION + 8;
        image[code] = op;
        assert!(
            refused(&sealed(image)).ends_with("instruction 1): opcode"),
            "{op}"
        );
    }
}

#[test]
fn code_that_no_compiler_makes_is_refused() {
    let code = |source: &str, edit: fn(&mut Vec<u64>), what: &str| {
        let mut chunk = chunk(source);
        let proto = chunk.protos.last_mut().unwrap();
        let mut words = proto.code.to_vec();
        edit(&mut words);
        proto.code = words.into_boxed_slice().into();
        let error = refused(&chunk.to_bytes(Detail::Columns).unwrap());
        assert!(error.ends_with(what), "{error}");
    };
    // Without the first write: a register is read that nobody has filled.
    let nop = |words: &mut Vec<u64>| words[1] = Op::Nop as u64;
    code("def f():\n  return g(1)", nop, "register that may be empty");
    code(
        "def f():\n  return [1, 2]",
        nop,
        "register that may be empty",
    );
    // The names of keywords are another constant.
    let names = |words: &mut Vec<u64>| {
        let last = words.len() - 3;
        words[last] &= 0xFFFF_FFFF;
    };
    code(
        "def f():\n  return g('s', k=1)",
        names,
        "names of keyword arguments",
    );
}

/// A deep tuple is no deep recursion.
#[test]
fn constants_nest_within_bounds() {
    let mut chunk = chunk("x = (1, 'a')");
    let mut value = crate::compile::chunk::Const::None;
    for _ in 0..2000 {
        value = crate::compile::chunk::Const::Tuple(Box::new([value]));
    }
    chunk.protos[0].consts = Box::new([value]);
    let image = chunk.to_bytes(Detail::Lines).unwrap();
    assert!(refused(&image).ends_with("number of constants"));
}
