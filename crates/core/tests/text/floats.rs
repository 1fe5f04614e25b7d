//! Floats: text, parsing, arithmetic, hashes.

use std::cmp::Ordering;

use miniscript_core::text::float::arith::{self, ArithError};
use miniscript_core::text::float::{self, hash, hex, parse};
use miniscript_core::text::wtf8::split::Space;

use crate::oracle::{Random, bits, compare, error, hex as encode, written};

fn floats(seed: u64, count: usize) -> Vec<f64> {
    let mut random = Random::new(seed);
    (0..count).map(|_| random.float()).collect()
}

#[test]
fn text_hash_and_parts() {
    let script = "def one(a):
    x = flt(a)
    if x != x: return repr(x) + ' ' + x.hex()
    h = hash(x)
    if x in (float('inf'), float('-inf')): return ' '.join([repr(x), x.hex(), str(h)])
    n, d = x.as_integer_ratio()
    return ' '.join([repr(x), x.hex(), str(h), str(n), str(d), str(x.is_integer()), str(int(x))])";
    compare(
        "repr",
        script,
        &floats(1, 30_000),
        |x| format!("{:016x}", x.to_bits()),
        |x| {
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("ASCII");
            let mut out = text(written(|out| float::write_repr(*x, out)));
            out += " ";
            out += &text(written(|out| hex::write_hex(*x, out)));
            let Some(hash) = hash::hash_f64(*x) else {
                return out;
            };
            out += &format!(" {hash}");
            let Some((mantissa, exponent)) = arith::decompose(*x) else {
                return out;
            };
            let mantissa = num_bigint::BigInt::from(mantissa);
            let power = num_bigint::BigInt::from(1) << exponent.unsigned_abs();
            let (numerator, denominator) = match (exponent >= 0, mantissa == 0.into()) {
                (_, true) => (mantissa, 1.into()),
                (true, _) => (mantissa * power, 1.into()),
                (false, _) => (mantissa, power),
            };
            let whole = arith::to_i64(*x).map_or_else(|| &numerator / &denominator, Into::into);
            let integer = if arith::is_integer(*x) {
                "True"
            } else {
                "False"
            };
            out + &format!(" {numerator} {denominator} {integer} {whole}")
        },
    );
}

#[test]
fn arithmetic() {
    let script = "inf = float('inf')
def one(a, b, n, ours):
    x, y, n = flt(a), flt(b), int(n)
    def power():
        if x < 0 and abs(x) != inf and abs(y) != inf and y == y and y % 1: return 'complex'
        r = x ** y
        o = flt(ours)
        return 'same' if abs(o - r) <= abs(r) * 4e-16 + 1e-323 or o == r or o != o and r != r else repr(r)
    return ' '.join(answer(f) for f in (
        lambda: bits(x / y), lambda: bits(x // y), lambda: bits(x % y),
        lambda: '%s,%s' % tuple(map(bits, divmod(x, y))), power, lambda: bits(round(x, n)),
        lambda: ','.join(str(r) for r in (n < x, n == x, n > x)), lambda: str(hash(n)),
        lambda: bits(float(round(x)))))";
    let mut random = Random::new(2);
    let cases: Vec<(f64, f64, i64)> = (0..30_000)
        .map(|_| {
            let n = if random.chance(3) {
                random.int()
            } else {
                random.below(40) as i64 - 20
            };
            let x = random.float();
            (
                x,
                if random.chance(6) {
                    n as f64
                } else {
                    random.float()
                },
                n,
            )
        })
        .chain((-330..330).map(|n| (1.7e308, -2.5, n)))
        .chain((-330..330).map(|n| (55.5, 2.0, n)))
        .collect();
    let line = |(x, y, n): &(f64, f64, i64)| {
        let power = arith::float_pow(*x, *y).unwrap_or(0.0);
        format!(
            "{:016x} {:016x} {n} {:016x}",
            x.to_bits(),
            y.to_bits(),
            power.to_bits()
        )
    };
    compare("arithmetic", script, &cases, line, |(x, y, n)| {
        let (x, y, n) = (*x, *y, *n);
        let shown = |result: Result<f64, ArithError>| result.map(bits).unwrap_or_else(failed);
        let power = match arith::float_pow(x, y) {
            Err(ArithError::ComplexPower) => "complex".to_owned(),
            // The last digit is the C library's: the script has compared it.
            Ok(_) => "same".to_owned(),
            Err(other) => failed(other),
        };
        let rounded = float::round_to(x, n)
            .map(bits)
            .unwrap_or_else(|_| error("OverflowError", float::RoundError::MESSAGE.as_bytes()));
        let order = hash::cmp_i64_f64(n, x);
        let boolean = |order: bool| if order { "True" } else { "False" };
        let orders = [Ordering::Less, Ordering::Equal, Ordering::Greater]
            .map(|wanted| boolean(order == Some(wanted)))
            .join(",");
        let whole = match float::round_half_even(x) {
            whole if whole.is_nan() => error("ValueError", b"cannot convert float NaN to integer"),
            whole if whole.is_infinite() => {
                error("OverflowError", b"cannot convert float infinity to integer")
            }
            // An int has no minus zero.
            whole => bits(whole + 0.0),
        };
        [
            shown(arith::float_div(x, y)),
            shown(arith::float_floordiv(x, y)),
            shown(arith::float_mod(x, y)),
            arith::float_divmod(x, y)
                .map(|(quotient, modulo)| bits(quotient) + "," + &bits(modulo))
                .unwrap_or_else(failed),
            power,
            rounded,
            orders,
            hash::hash_i64(n).to_string(),
            whole,
        ]
        .join(" ")
    });
}

fn failed(failure: ArithError) -> String {
    let kind = match failure {
        ArithError::PowOverflow => {
            return error("OverflowError", b"(34, 'Numerical result out of range')");
        }
        _ => "ZeroDivisionError",
    };
    error(kind, failure.message().as_bytes())
}

#[test]
fn parsing() {
    const PIECES: [&str; 30] = [
        "0",
        "1",
        "9",
        "5",
        "12345",
        "000",
        "_",
        ".",
        "e",
        "E",
        "+",
        "-",
        "e-",
        "e+5",
        "inf",
        "nan",
        "Infinity",
        " ",
        "\t",
        "\u{a0}",
        "\u{2003}",
        "\u{661}",
        "\u{ff19}",
        "x",
        "1e400",
        "1e-320",
        "\0",
        "\u{1c}",
        "9007199254740993",
        "4503599627370497.5",
    ];
    let mut random = Random::new(3);
    let mut cases: Vec<String> = (0..30_000)
        .map(|_| match random.below(4) {
            0 => random.text(&PIECES, 7),
            1 => format!("{:e}", random.float()).replace("NaN", "nan"),
            2 => {
                random.text(&PIECES[..8], 9)
                    + &random.text(&PIECES[8..14], 1)
                    + random.pick(&PIECES[..5])
            }
            _ => format!("{:.*}", random.below(30), random.float()).replace("NaN", "nan"),
        })
        .collect();
    for digits in [700, 780, 790, 1200, 100_000] {
        cases.push(format!("0.{}1e{}", "0".repeat(digits), digits + 1));
        cases.push(format!("1{}e-{digits}", "0".repeat(digits)));
        // Just above, and exactly at, the middle between two floats.
        let tail = "0".repeat(digits);
        cases.push(format!("9007199254740993.{tail}1"));
        cases.push(format!("9007199254740993.{tail}"));
        cases.push(format!(
            "{}9007_199254740993.{tail}e-{digits}",
            "0".repeat(digits)
        ));
        cases.push(format!("9{}", "9".repeat(digits)));
    }
    let script = "def one(a): return answer(lambda: bits(float(text(a))))";
    compare(
        "float()",
        script,
        &cases,
        |case| encode(case.as_bytes()),
        |case| {
            parse::parse(case.as_bytes(), Space::Str)
                .map(bits)
                .unwrap_or_else(|| {
                    let quoted =
                        written(|out| miniscript_core::text::repr::write_str(case.as_bytes(), out));
                    error(
                        "ValueError",
                        &[&b"could not convert string to float: "[..], &quoted].concat(),
                    )
                })
        },
    );
}

#[test]
fn parsing_hexadecimal() {
    const PIECES: [&str; 18] = [
        "0x",
        "0",
        "1",
        "f",
        "8",
        "000",
        ".",
        "p",
        "p-",
        "p+",
        "1022",
        "53",
        "inf",
        "nan",
        " ",
        "-",
        "ffffffffffffffffffff",
        "_",
    ];
    let mut random = Random::new(4);
    let cases: Vec<String> = (0..20_000)
        .map(|_| match random.below(3) {
            0 => random.text(&PIECES, 8),
            1 => format!(
                "0x{:x}{}p{}",
                random.next(),
                random.text(&PIECES[1..7], 3),
                random.below(2600) as i64 - 1400
            ),
            _ => format!(
                "0x0.{:x}{:x}p-{}",
                random.next(),
                random.next(),
                random.below(1100)
            ),
        })
        .collect();
    let script = "def one(a): return answer(lambda: bits(float.fromhex(text(a))))";
    compare(
        "fromhex",
        script,
        &cases,
        |case| encode(case.as_bytes()),
        |case| {
            hex::from_hex(case.as_bytes())
                .map(bits)
                .unwrap_or_else(|failure| {
                    let kind = match failure {
                        hex::FromHexError::Invalid => "ValueError",
                        hex::FromHexError::TooLarge => "OverflowError",
                    };
                    error(kind, failure.message().as_bytes())
                })
        },
    );
}
