//! Templates of `str.format`.

use miniscript_core::text::format::{
    AutoNumber, First, FormatError, MAX_DEPTH, Step, Template, split_name,
};
use miniscript_core::text::spec::{self, Subject};

use crate::oracle::{Random, compare, error, hex, written};

fn message(failure: FormatError) -> String {
    error("ValueError", &written(|out| failure.write_message(out)))
}

fn templates(seed: u64, pieces: &[&str]) -> Vec<String> {
    let mut random = Random::new(seed);
    (0..30_000).map(|_| random.text(pieces, 9)).collect()
}

#[test]
fn pieces() {
    const PIECES: [&str; 17] = [
        "{", "{", "}", "}", "{{", "}}", "{}", "a", "0", "\u{e9}", ":", "!", "!r", "[", "]", ".",
        "{0:{1}}",
    ];
    let script = "import _string
def one(t):
    def f():
        out = []
        for literal, name, spec, conversion in _string.formatter_parser(text(t)):
            out.append(enc(literal))
            if name is not None:
                out.append(','.join([enc(name), enc(spec), enc(conversion or '')]))
        return ' '.join(out)
    return answer(f)";
    compare(
        "pieces",
        script,
        &templates(41, &PIECES),
        |case| hex(case.as_bytes()),
        |template| {
            let mut words = Vec::new();
            for piece in Template::new(template.as_bytes()) {
                let piece = match piece {
                    Ok(piece) => piece,
                    Err(failure) => return message(failure),
                };
                words.push(hex(piece.literal));
                if let Some(field) = piece.field {
                    let conversion = field
                        .raw_conversion
                        .map(|x| char::from_u32(x).expect("a char"));
                    let conversion = conversion.map(String::from).unwrap_or_default();
                    let parts = [field.name, field.spec, conversion.as_bytes()];
                    words.push(parts.map(hex).join(","));
                }
            }
            words.join(" ")
        },
    );
}

#[test]
fn names() {
    const PIECES: [&str; 13] = [
        "a",
        "0",
        "12",
        "\u{663}",
        ".",
        ".b",
        "[",
        "]",
        "[0]",
        "[k]",
        "[-1]",
        "99999999999999999999",
        "[99999999999999999999",
    ];
    let script = "import _string
def one(t):
    def f():
        first, rest = _string.formatter_field_name_split(text(t))
        out = [enc(first) if type(first) is str else str(first)]
        for is_attribute, key in rest:
            out.append(('.' if is_attribute else '') + (enc(key) if type(key) is str else str(key)))
        return ' '.join(out)
    return answer(f)";
    compare(
        "names",
        script,
        &templates(42, &PIECES),
        |case| hex(case.as_bytes()),
        |name| {
            let split = || -> Result<String, FormatError> {
                let (first, index, path) = split_name(name.as_bytes())?;
                let mut out = index.map_or_else(|| hex(first), |index| index.to_string());
                for step in path {
                    out += &match step? {
                        Step::Attribute(name) => format!(" .{}", hex(name)),
                        Step::Index(index) => format!(" {index}"),
                        Step::Key(key) => format!(" {}", hex(key)),
                    };
                }
                Ok(out)
            };
            split().unwrap_or_else(message)
        },
    );
}

/// `template.format(10, 11, 12)`.
fn format(template: &[u8], auto: &mut AutoNumber, depth: usize) -> Result<Vec<u8>, String> {
    let depth = depth
        .checked_sub(1)
        .ok_or_else(|| message(FormatError::TOO_DEEP))?;
    let mut out = Vec::new();
    for piece in Template::new(template) {
        let piece = piece.map_err(message)?;
        out.extend_from_slice(piece.literal);
        let Some(field) = piece.field else {
            continue;
        };
        let value = match auto.split(field.name).map_err(message)?.0 {
            First::Index(index @ 0..3) => index as i64 + 10,
            First::Index(index) => {
                let text =
                    format!("Replacement index {index} out of range for positional args tuple");
                return Err(error("IndexError", text.as_bytes()));
            }
            First::Name(name) => {
                let quoted = written(|out| miniscript_core::text::repr::write_str(name, out));
                return Err(error("KeyError", &quoted));
            }
        };
        let converted = field.conversion().map_err(message)?.is_some();
        let expanded;
        let text = if field.spec_is_template {
            expanded = format(field.spec, auto, depth)?;
            &expanded
        } else {
            field.spec
        };
        let (subject, type_name) = if converted {
            (Subject::Str, "str")
        } else {
            (Subject::Int, "int")
        };
        let formatted = spec::parse(text, subject).and_then(|spec| match subject {
            Subject::Str => spec::write_str(value.to_string().as_bytes(), &spec, &mut out),
            _ => spec::write_i64(value, &spec, &mut out),
        });
        formatted.map_err(|failure| {
            let text = written(|out| failure.write_message(text, type_name, out));
            error(
                if failure.is_overflow() {
                    "OverflowError"
                } else {
                    "ValueError"
                },
                &text,
            )
        })?;
    }
    Ok(out)
}

#[test]
fn whole_calls() {
    const PIECES: [&str; 22] = [
        "{}",
        "{0}",
        "{1}",
        "{2:>{}}",
        "{:{}}",
        "{:{:{}}}",
        "{0:{1}}",
        "{!r}",
        "{0!s:>5}",
        "{!x}",
        "{!\u{1}}",
        "{3}",
        "{k}",
        "{:x}",
        "{:q}",
        "{:5",
        "}",
        "{",
        "a",
        "\u{661}",
        "{\u{662}}",
        "{:{0:{1}}}",
    ];
    let script = "def one(t): return answer(lambda: enc(text(t).format(10, 11, 12)))";
    compare(
        "str.format",
        script,
        &templates(43, &PIECES),
        |case| hex(case.as_bytes()),
        |template| {
            format(template.as_bytes(), &mut AutoNumber::default(), MAX_DEPTH)
                .map(|out| hex(&out))
                .unwrap_or_else(|message| message)
        },
    );
}
