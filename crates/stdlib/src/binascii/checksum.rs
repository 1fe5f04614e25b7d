//! Checksums: `crc32`, `crc_hqx`.

use crate::support::{Data, index, low_bits};
use miniscript_ext::{Context, FromArg, Local, Mismatch, Module, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .function(
            "crc32(data, crc=0, /)",
            closure!(|cx, data: Data, crc: Bits| {
                cx.charge(data.len() / 256)?;
                let mut hasher = crc32fast::Hasher::new_with_initial(crc);
                hasher.update(data);
                cx.int(i64::from(hasher.finalize()))
            }),
        )
        .function(
            "crc_hqx(data, crc, /)",
            closure!(|cx, data: Data, crc: Bits| {
                cx.charge(data.len() / 32)?;
                let sum = data.iter().fold(crc as u16, |sum, &byte| {
                    let row = usize::from((sum >> 8) as u8 ^ byte);
                    sum << 8 ^ CCITT.get(row).copied().unwrap_or(0)
                });
                cx.int(i64::from(sum))
            }),
        )
}

/// The low 32 bits of an int of any size.
struct Bits;

impl FromArg for Bits {
    type Out<'f> = u32;

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<u32, Mismatch<'f>> {
        let int = index(cx, value)?;
        Ok(low_bits(cx, int) as u32)
    }
}

/// The polynomial x^16 + x^12 + x^5 + 1, a byte at a time.
const CCITT: [u16; 256] = {
    let mut table = [0; 256];
    let mut row = 0;
    while row < 256 {
        let mut sum = (row as u16) << 8;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 0x8000 != 0 {
                sum << 1 ^ 0x1021
            } else {
                sum << 1
            };
            bit += 1;
        }
        table[row] = sum;
        row += 1;
    }
    table
};
