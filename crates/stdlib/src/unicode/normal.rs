//! Normal forms (UAX 15) of texts in generalised UTF-8.

use super::data::{composed, decomposition, record};
use alloc::vec::Vec;
use miniscript_core::text::wtf8::CodePoints;

/// A normal form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// Characters are composed again.
    pub(super) composed: bool,
    /// What only looks alike is replaced as well.
    pub(super) compatible: bool,
}

impl Form {
    pub(super) fn named(name: &str) -> Option<Form> {
        let (composed, compatible) = match name {
            "NFC" => (true, false),
            "NFD" => (false, false),
            "NFKC" => (true, true),
            "NFKD" => (false, true),
            _ => return None,
        };
        Some(Form {
            composed,
            compatible,
        })
    }
}

// Hangul syllables are composed by arithmetic.
const SYLLABLES: u32 = 0xAC00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TAILS: u32 = 0x11A7;
const VOWEL_COUNT: u32 = 21;
const TAIL_COUNT: u32 = 28;
const SYLLABLE_COUNT: u32 = 11172;

/// A character and its combining class.
type Piece = (u32, u8);

/// The code points of a text in a normal form.
pub(super) fn normalize(text: &[u8], form: Form) -> Vec<u32> {
    let mut pieces: Vec<Piece> = Vec::new();
    for code in CodePoints::new(text) {
        decompose(code, form.compatible, &mut pieces, 0);
    }
    order(&mut pieces);
    if form.composed {
        compose(&mut pieces);
    }
    pieces.into_iter().map(|(code, _)| code).collect()
}

fn decompose(code: u32, compatible: bool, out: &mut Vec<Piece>, depth: u32) {
    if code < 0x80 {
        out.push((code, 0));
        return;
    }
    let index = code.wrapping_sub(SYLLABLES);
    if index < SYLLABLE_COUNT {
        let per_lead = VOWEL_COUNT * TAIL_COUNT;
        out.push((LEADS + index / per_lead, 0));
        out.push((VOWELS + index % per_lead / TAIL_COUNT, 0));
        if !index.is_multiple_of(TAIL_COUNT) {
            out.push((TAILS + index % TAIL_COUNT, 0));
        }
        return;
    }
    // Decompositions go a few steps deep at most.
    match decomposition(code) {
        Some((tag, parts)) if (tag == 0 || compatible) && depth < 16 => {
            for part in parts {
                decompose(part, compatible, out, depth + 1);
            }
        }
        _ => out.push((code, record(code).combining)),
    }
}

/// Sorts runs of combining characters by their classes; equals keep their order.
fn order(pieces: &mut [Piece]) {
    for run in pieces.chunk_by_mut(|_, b| b.1 != 0) {
        let marks = match run.split_first_mut() {
            Some((first, rest)) if first.1 == 0 => rest,
            _ => run,
        };
        if marks.len() > 1 {
            marks.sort_by_key(|&(_, class)| class);
        }
    }
}

fn compose(pieces: &mut Vec<Piece>) {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    // The last character that others may join, and the class of the last one kept behind.
    let mut starter: Option<usize> = None;
    let mut last = 0;
    for &(code, class) in pieces.iter() {
        if let Some(at) = starter
            && let Some(&(first, _)) = kept.get(at)
            && (last < class || (last == 0 && at + 1 == kept.len()))
            && let Some(joined) = join(first, code)
        {
            if let Some(place) = kept.get_mut(at) {
                place.0 = joined;
            }
            continue;
        }
        if class == 0 {
            starter = Some(kept.len());
            last = 0;
        } else {
            last = class;
        }
        kept.push((code, class));
    }
    *pieces = kept;
}

fn join(first: u32, second: u32) -> Option<u32> {
    let (lead, vowel) = (first.wrapping_sub(LEADS), second.wrapping_sub(VOWELS));
    if lead < 19 && vowel < VOWEL_COUNT {
        return Some(SYLLABLES + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT);
    }
    let (syllable, tail) = (first.wrapping_sub(SYLLABLES), second.wrapping_sub(TAILS));
    if syllable < SYLLABLE_COUNT && syllable % TAIL_COUNT == 0 && (1..TAIL_COUNT).contains(&tail) {
        return Some(first + tail);
    }
    composed(first, second)
}

/// Whether a text surely has the form already: ASCII is in every form, Latin-1 in NFC.
pub(super) fn is_plain(text: &[u8], form: Form) -> bool {
    text.is_ascii()
        || form
            == Form {
                composed: true,
                compatible: false,
            }
            && CodePoints::new(text).all(|code| code < 0x300)
}
