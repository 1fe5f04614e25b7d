//! `format(value, spec)` with random specifications, right and wrong ones.

use miniscript_core::text::spec::{self, IntKind, SpecError, Subject};
use num_bigint::BigInt;

use crate::oracle::{Random, compare, error, hex};

#[derive(Debug, Clone)]
pub(crate) enum Subjected {
    Str(Vec<u8>),
    Int(BigInt),
    Float(f64),
}

impl Subjected {
    pub(crate) fn random(random: &mut Random) -> Self {
        match random.below(5) {
            0 => Subjected::Str(random.code_points(12)),
            1 => Subjected::Int((BigInt::from(random.int()) << random.below(120)) + random.int()),
            2 => Subjected::Int(random.int().into()),
            _ => Subjected::Float(random.float()),
        }
    }

    /// The value as two words of the line.
    pub(crate) fn words(&self) -> String {
        match self {
            Subjected::Str(text) => format!("s {}", hex(text)),
            Subjected::Int(value) => format!("i {value}"),
            Subjected::Float(value) => format!("f {:016x}", value.to_bits()),
        }
    }

    fn type_name(&self) -> &'static str {
        match self {
            Subjected::Str(_) => "str",
            Subjected::Int(_) => "int",
            Subjected::Float(_) => "float",
        }
    }

    fn format(&self, text: &[u8]) -> Result<Vec<u8>, SpecError> {
        let mut out = Vec::new();
        match self {
            Subjected::Str(value) => {
                spec::write_str(value, &spec::parse(text, Subject::Str)?, &mut out)?;
            }
            Subjected::Float(value) => {
                spec::write_f64(*value, &spec::parse(text, Subject::Float)?, &mut out)?;
            }
            Subjected::Int(value) => {
                let spec = spec::parse(text, Subject::Int)?;
                if let Ok(value) = i64::try_from(value) {
                    spec::write_i64(value, &spec, &mut out)?;
                    return Ok(out);
                }
                match spec::int_kind(&spec)? {
                    IntKind::Float => {
                        let value: f64 = value.to_string().parse().expect("digits");
                        spec::write_f64(value, &spec, &mut out)?;
                    }
                    kind => {
                        let radix = if let IntKind::Digits(base) = kind {
                            base.radix()
                        } else {
                            10
                        };
                        let mut digits = value.magnitude().to_str_radix(radix);
                        if spec.code == u32::from(b'X') {
                            digits.make_ascii_uppercase();
                        }
                        let negative = value.sign() == num_bigint::Sign::Minus;
                        spec::write_big(negative, digits.as_bytes(), &spec, &mut out)?;
                    }
                }
            }
        }
        Ok(out)
    }
}

/// Mostly well-formed.
fn random_spec(random: &mut Random) -> String {
    const WRONG: [&str; 14] = [
        ",",
        "_",
        "=",
        ".",
        "z",
        "0",
        "99999999999999999999",
        ".2147483648f",
        "\u{20ac}",
        "\0",
        "\u{7f}",
        "{",
        "s",
        "c",
    ];
    let mut spec = String::new();
    if random.chance(3) {
        spec += random.pick(&["", "*", "0", "\u{e9}", "\u{1f600}", "<", " "]);
        spec += random.pick(&["<", ">", "=", "^"]);
    }
    if random.chance(3) {
        spec += random.pick(&["+", "-", " "]);
    }
    for (option, one_in) in [("z", 6), ("#", 4), ("0", 3)] {
        if random.chance(one_in) {
            spec += option;
        }
    }
    if random.chance(2) {
        spec += &random.below(40).to_string();
    }
    if random.chance(40) {
        spec += "\u{661}\u{ff12}";
    }
    if random.chance(3) {
        spec += random.pick(&[",", "_"]);
    }
    if random.chance(3) {
        let digits = if random.chance(20) { 1200 } else { 30 };
        spec += &format!(".{}", random.below(digits));
    }
    if random.chance(12) {
        spec += random.pick(&WRONG);
    }
    const CODES: [&str; 19] = [
        "", "", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "f", "d",
    ];
    spec + random.pick(&CODES)
}

#[test]
fn fields() {
    let mut random = Random::new(21);
    let cases: Vec<(Subjected, String)> = (0..60_000)
        .map(|_| (Subjected::random(&mut random), random_spec(&mut random)))
        // Without a specification, str() of the value is asked.
        .filter(|(_, spec)| !spec.is_empty())
        .collect();
    let script = "def one(kind, a, s):
    v = text(a) if kind == 's' else int(a) if kind == 'i' else flt(a)
    return answer(lambda: enc(format(v, text(s))))";
    let line =
        |(value, spec): &(Subjected, String)| format!("{} {}", value.words(), hex(spec.as_bytes()));
    compare(
        "format()",
        script,
        &cases,
        line,
        |(value, text)| match value.format(text.as_bytes()) {
            Ok(out) => hex(&out),
            Err(failure) => {
                let mut message = Vec::new();
                failure
                    .write_message(text.as_bytes(), value.type_name(), &mut message)
                    .expect("a Vec takes all");
                error(
                    if failure.is_overflow() {
                        "OverflowError"
                    } else {
                        "ValueError"
                    },
                    &message,
                )
            }
        },
    );
}
