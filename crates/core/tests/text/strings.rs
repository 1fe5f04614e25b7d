//! repr, searching, splitting, stripping and slicing of strings.

use miniscript_core::text::repr;
use miniscript_core::text::wtf8::split::{
    Lines, Space, Words, trim, trim_end, trim_set, trim_set_end, trim_set_start, trim_start,
};
use miniscript_core::text::wtf8::{self, CodePoints};

use crate::oracle::{Random, compare, hex, written};

#[test]
fn repr_and_ascii() {
    let mut random = Random::new(61);
    let cases: Vec<Vec<u8>> = (0..20_000).map(|_| random.code_points(9)).collect();
    let script = "def one(a):
    s = text(a); b = bytes.fromhex(a[1:])
    return ' '.join(enc(x) for x in (repr(s), ascii(s), repr(b), ascii([s])))";
    compare(
        "repr",
        script,
        &cases,
        |text| hex(text),
        |text| {
            let mut list = b"[".to_vec();
            repr::write_str(text, &mut list).expect("a Vec takes all");
            list.push(b']');
            [
                written(|out| repr::write_str(text, out)),
                written(|out| repr::write_ascii(text, out)),
                written(|out| repr::write_bytes(text, out)),
                written(|out| repr::escape_non_ascii(&list, out)),
            ]
            .map(|out| hex(&out))
            .join(" ")
        },
    );
}

fn list<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    parts.map(hex).collect::<Vec<_>>().join(",")
}

#[test]
fn splitting() {
    const PIECES: [&str; 18] = [
        " ",
        "\t",
        "\r\n",
        "\n",
        "\r",
        "\u{b}",
        "\u{c}",
        "\u{1c}",
        "\u{1e}",
        "\u{85}",
        "\u{2028}",
        "\u{3000}",
        "a",
        "b",
        "\u{e9}",
        "word",
        "\u{1f600}",
        "\u{1f}",
    ];
    let mut random = Random::new(62);
    let cases: Vec<Vec<u8>> = (0..20_000)
        .map(|_| {
            if random.chance(4) {
                random.code_points(12)
            } else {
                random.text(&PIECES, 12).into()
            }
        })
        .collect();
    let script = "def lst(parts): return ','.join('x' + (p if type(p) is bytes else
        p.encode('utf-8', 'surrogatepass')).hex() for p in parts)
def one(a):
    s = text(a); b = bytes.fromhex(a[1:]); out = []
    for t in (s, b):
        out += [lst(t.split()), lst(t.rsplit()), lst(t.split(None, 1)), lst(t.rsplit(None, 1)),
            lst(t.splitlines()), lst(t.splitlines(True)), lst([t.strip(), t.lstrip(), t.rstrip()])]
    out.append(lst([s.strip('a\\u00e9 '), s.lstrip('a\\u00e9 '), s.rstrip('a\\u00e9 ')]))
    return ' '.join(out)";
    compare(
        "splitting",
        script,
        &cases,
        |text| hex(text),
        |text| {
            let mut out = Vec::new();
            for space in [Space::Str, Space::Bytes] {
                out.push(list(Words::new(text, space)));
                let mut backwards: Vec<&[u8]> = Words::new(text, space).rev().collect();
                backwards.reverse();
                out.push(list(backwards.into_iter()));
                let mut words = Words::new(text, space);
                let first = words.next();
                out.push(list(first.into_iter().chain(words.remainder_of(text))));
                let mut words = Words::new(text, space);
                let last = words.next_back();
                out.push(list(words.remainder_back_of(text).into_iter().chain(last)));
                out.push(list(Lines::new(text, space).map(|(line, _)| line)));
                let kept: Vec<Vec<u8>> = Lines::new(text, space)
                    .map(|(line, end)| [line, end].concat())
                    .collect();
                out.push(list(kept.iter().map(Vec::as_slice)));
                let trimmed = [
                    trim(text, space),
                    trim_start(text, space),
                    trim_end(text, space),
                ];
                out.push(list(trimmed.into_iter()));
            }
            let set = "a\u{e9} ".as_bytes();
            let trimmed = [
                trim_set(text, set),
                trim_set_start(text, set),
                trim_set_end(text, set),
            ];
            out.push(list(trimmed.into_iter()));
            out.join(" ")
        },
    );
}

#[test]
fn searching_and_slicing() {
    let mut random = Random::new(63);
    let cases: Vec<(Vec<u8>, Vec<u8>, usize, usize)> = (0..20_000)
        .map(|_| {
            let text = random.code_points(40);
            let needle = match random.below(3) {
                0 => random.code_points(2),
                _ => {
                    let start = random.below(40);
                    wtf8::slice(&text, start, start + random.below(4)).to_vec()
                }
            };
            (text, needle, random.below(45), random.below(45))
        })
        .collect();
    let script = "def one(a, n, i, j):
    s, n, i, j = text(a), text(n), int(i), int(j)
    return ' '.join([str(x) for x in (len(s), s.find(n), s.rfind(n), s.count(n), s.isascii(),
        any('\\ud800' <= c <= '\\udfff' for c in s))] + [enc(s[i:j]), enc(s[::-1])])";
    let line = |(text, needle, start, end): &(Vec<u8>, Vec<u8>, usize, usize)| {
        format!("{} {} {start} {end}", hex(text), hex(needle))
    };
    compare(
        "searching",
        script,
        &cases,
        line,
        |(text, needle, start, end)| {
            let index = |at: Option<usize>| {
                at.map_or_else(
                    || "-1".to_owned(),
                    |at| wtf8::count(&text[..at]).to_string(),
                )
            };
            let boolean = |is: bool| (if is { "True" } else { "False" }).to_owned();
            let mut reversed = Vec::new();
            for code_point in CodePoints::new(text).rev() {
                reversed.extend_from_slice(wtf8::Encoded::new(code_point).as_bytes());
            }
            [
                wtf8::count(text).to_string(),
                index(wtf8::find(text, needle)),
                index(wtf8::rfind(text, needle)),
                wtf8::occurrences(text, needle).to_string(),
                boolean(wtf8::is_ascii(text)),
                boolean(wtf8::has_surrogates(text)),
                hex(wtf8::slice(text, *start, *end)),
                hex(&reversed),
            ]
            .join(" ")
        },
    );
}
