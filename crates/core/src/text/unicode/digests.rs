//! Checksums of what CPython 3.11 says about every code point, written by
//! `cargo xtask codegen unicode` (its `unicode.py` says of what): do not edit.

/// Property and CRC-32.
#[rustfmt::skip]
pub(super) static DIGESTS: [(&str, u32); 19] = [
    ("alpha", 0x83f2247c),("decimal", 0x7ef925d4),("digit", 0xc1687f40),("numeric", 0xc3338046),("space", 0x57327d3b),("printable", 0x215d1a43),("upper", 0x1a9dc2b1),("lower", 0x5986f661),("title", 0xa0b7b16c),("xid_start", 0xbc34638f),("xid_continue", 0x17307cec),("cased", 0xe3ac85bc),("case_ignorable", 0xd9dfc932),("wide", 0xede43a60),("to_upper", 0xe993b12e),("to_lower", 0xc308669c),("to_title", 0x565f1f8c),
    ("to_casefold", 0xb4a1cae5),("digit_value", 0xd3c47268),
];
