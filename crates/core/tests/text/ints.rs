//! Ints: parsing and bases.

use miniscript_core::text::float::hash;
use miniscript_core::text::int::{self, Base, ParseError, Parsed};
use miniscript_core::text::wtf8::split::Space;

use crate::oracle::{Random, compare, error, hex, written};

#[test]
fn parsing() {
    const PIECES: [&str; 30] = [
        "0",
        "1",
        "7",
        "9",
        "12",
        "345678901234",
        "9223372036854775807",
        "9223372036854775808",
        "_",
        "_",
        "0x",
        "0b",
        "0O",
        "0X1",
        "0b_1",
        "a",
        "Z",
        "ff",
        "+",
        "-",
        " ",
        "\t",
        "\u{2003}",
        "\u{660}",
        "\u{ff15}",
        "00",
        ".",
        "\0",
        "\u{b2}",
        "0_0",
    ];
    let mut random = Random::new(11);
    let cases: Vec<(String, u32)> = (0..40_000)
        .map(|_| {
            let text = match random.below(3) {
                0 => random.text(&PIECES[..8], 4),
                1 => random.text(&PIECES[..18], 5),
                _ => random.text(&PIECES, 5),
            };
            let base = random.pick(&[10, 10, 0, 0, 2, 8, 16, 36, 3, 1, 37]);
            (text, base)
        })
        .collect();
    let script = "def one(a, b):
    def f():
        n = int(text(a), int(b))
        return '%s %s' % (n, hash(n))
    return answer(f)";
    let line = |(text, base): &(String, u32)| format!("{} {base}", hex(text.as_bytes()));
    compare(
        "int()",
        script,
        &cases,
        line,
        |(text, base)| match int::parse(text.as_bytes(), *base, Space::Str) {
            Ok(Parsed::Small(value)) => format!("{value} {}", hash::hash_i64(value)),
            Ok(Parsed::Big(digits)) => {
                let ascii = written(|out| digits.write(out));
                assert_eq!(ascii.len(), digits.count);
                let big = num_bigint::BigUint::parse_bytes(&ascii, digits.base).expect("digits");
                let limbs = big.to_u64_digits();
                let hash = hash::hash_limbs(digits.negative, limbs.iter().rev().copied());
                format!("{}{big} {hash}", if digits.negative { "-" } else { "" })
            }
            Err(ParseError::BadBase) => error("ValueError", int::BASE_MESSAGE.as_bytes()),
            Err(ParseError::Invalid) => {
                let mut message: Vec<u8> =
                    format!("invalid literal for int() with base {base}: ").into();
                miniscript_core::text::repr::write_str(text.as_bytes(), &mut message)
                    .expect("a Vec takes all");
                error("ValueError", &message)
            }
        },
    );
}

#[test]
fn bases() {
    let mut random = Random::new(12);
    let cases: Vec<i64> = (0..5_000).map(|_| random.int()).collect();
    let script = "def one(a):
    n = int(a)
    return ' '.join([str(n), bin(n), oct(n), hex(n)])";
    compare("bases", script, &cases, i64::to_string, |value| {
        let mut out = written(|out| int::write_i64(*value, out));
        for base in [Base::Binary, Base::Octal, Base::Hex] {
            out.push(b' ');
            int::write_prefixed(*value, base, &mut out).expect("a Vec takes all");
        }
        String::from_utf8(out).expect("ASCII")
    });
}
