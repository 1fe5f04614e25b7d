//! `strftime` by the rules of the C library in the locale "C": flags, widths and all
//! conversions.

use super::civil::{self, Civil, Shown};
use alloc::vec::Vec;

pub(super) const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a field's value; out of its range it has none.
pub(super) fn name(names: &'static [&'static str], value: i64) -> &'static str {
    usize::try_from(value)
        .ok()
        .and_then(|value| names.get(value).copied())
        .unwrap_or("?")
}

/// The text, as long as it stays below `limit` bytes.
pub(super) struct Text {
    pub(super) out: Vec<u8>,
    limit: usize,
}

/// That a text has grown too long.
pub(super) struct TooLong;

impl Text {
    pub(super) fn new(limit: usize) -> Text {
        Text {
            out: Vec::new(),
            limit,
        }
    }

    fn fill(&mut self, byte: u8, count: usize) -> Result<(), TooLong> {
        if count >= self.limit.saturating_sub(self.out.len()) {
            return Err(TooLong);
        }
        self.out.resize(self.out.len() + count, byte);
        Ok(())
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), TooLong> {
        if bytes.len() >= self.limit.saturating_sub(self.out.len()) {
            return Err(TooLong);
        }
        self.out.extend_from_slice(bytes);
        Ok(())
    }
}

/// What stands between `%` and the conversion.
#[derive(Clone, Copy, Default)]
struct Flags {
    pad: Option<u8>,
    upper: bool,
    change: bool,
    width: usize,
}

impl Flags {
    /// Writes what is no number: spaces (or zeros, when asked for) fill it up.
    fn put(self, text: &mut Text, bytes: &[u8]) -> Result<(), TooLong> {
        let shown = match self.pad {
            Some(b'0') => b'0',
            _ => b' ',
        };
        text.fill(shown, self.width.saturating_sub(bytes.len()))?;
        text.push(bytes)
    }

    fn word(self, text: &mut Text, word: &[u8]) -> Result<(), TooLong> {
        match self.upper {
            true => self.put(text, &word.to_ascii_uppercase()),
            false => self.put(text, word),
        }
    }

    /// Writes a number of at least so many digits.
    fn number(mut self, text: &mut Text, digits: usize, value: i64) -> Result<(), TooLong> {
        let mut shown = Vec::new();
        let mut rest = value.unsigned_abs();
        while rest > 0 || shown.is_empty() {
            shown.push(b'0' + u8::try_from(rest % 10).unwrap_or(0));
            rest /= 10;
        }
        let sign = usize::from(value < 0);
        let digits = digits.max(self.width);
        let missing = digits.saturating_sub(shown.len() + sign);
        match self.pad {
            Some(b'-') => {}
            Some(b'_') => {
                text.fill(b' ', missing)?;
                self.width = self.width.saturating_sub(missing);
            }
            _ => {
                if missing >= text.limit {
                    return Err(TooLong);
                }
                shown.resize(shown.len() + missing, b'0');
            }
        }
        if value < 0 {
            shown.push(b'-');
        }
        shown.reverse();
        self.put(text, &shown)
    }

    fn spaced(mut self, text: &mut Text, digits: usize, value: i64) -> Result<(), TooLong> {
        self.pad = self.pad.or(Some(b'_'));
        self.number(text, digits, value)
    }

    /// Writes what another format gives.
    fn nested(
        self,
        text: &mut Text,
        format: &[u8],
        at: &Civil,
        zone: &mut Zone<'_>,
    ) -> Result<(), TooLong> {
        let mut inner = Text::new(text.limit);
        strftime(&mut inner, format, at, zone)?;
        self.word(text, &inner.out)
    }
}

/// What clocks of the host's zone show at a moment.
pub(super) type Zone<'a> = dyn FnMut(i64) -> Shown + 'a;

/// The week of the year whose first day is the first `start` (0: Sunday, 1: Monday).
fn week(at: &Civil, start: i64) -> i64 {
    (at.yearday - 1 + 7 - (at.weekday + 1 - start).rem_euclid(7)) / 7
}

/// The year and week of ISO 8601.
fn iso(at: &Civil) -> (i64, i64) {
    // Days since the Monday of the week of the fourth of January.
    let into = |yearday: i64| {
        let weekday = (at.weekday + 1) % 7;
        yearday - (yearday - weekday + 382) % 7 + 3
    };
    let yearday = at.yearday - 1;
    let mut year = at.year;
    let mut days = into(yearday);
    if days < 0 {
        year -= 1;
        days = into(yearday + 365 + i64::from(civil::is_leap(year)));
    } else {
        let next = into(yearday - 365 - i64::from(civil::is_leap(year)));
        if next >= 0 {
            year += 1;
            days = next;
        }
    }
    (year, days / 7 + 1)
}

/// Adds what a format says of a moment.
pub(super) fn strftime(
    text: &mut Text,
    format: &[u8],
    at: &Civil,
    zone: &mut Zone<'_>,
) -> Result<(), TooLong> {
    let mut rest = format;
    while let Some((&byte, tail)) = rest.split_first() {
        if byte != b'%' {
            text.push(&[byte])?;
            rest = tail;
            continue;
        }
        let whole = rest;
        rest = tail;
        let mut flags = Flags::default();
        while let Some((&byte, tail)) = rest.split_first() {
            match byte {
                b'_' | b'-' | b'0' => flags.pad = Some(byte),
                b'^' => flags.upper = true,
                b'#' => flags.change = true,
                _ => break,
            }
            rest = tail;
        }
        while let Some((&digit @ b'0'..=b'9', tail)) = rest.split_first() {
            flags.width = flags
                .width
                .saturating_mul(10)
                .saturating_add(usize::from(digit - b'0'));
            rest = tail;
        }
        let modifier = match rest.split_first() {
            Some((&byte @ (b'E' | b'O'), tail)) => {
                rest = tail;
                Some(byte)
            }
            _ => None,
        };
        let known = match rest.split_first() {
            Some((&conversion, _)) if fits(modifier, conversion) => {
                convert(text, flags, conversion, at, zone)?
            }
            _ => false,
        };
        rest = rest.get(1..).unwrap_or_default();
        if !known {
            let used = whole.len() - rest.len();
            flags.put(text, whole.get(..used).unwrap_or_default())?;
        }
    }
    Ok(())
}

/// Whether a conversion may have a modifier.
fn fits(modifier: Option<u8>, conversion: u8) -> bool {
    match modifier {
        None => true,
        Some(b'E') => b"cCyYxX".contains(&conversion),
        Some(_) => b"deHImMSuUVwWy".contains(&conversion),
    }
}

/// Whether there is such a conversion.
fn convert(
    text: &mut Text,
    mut flags: Flags,
    conversion: u8,
    at: &Civil,
    zone: &mut Zone<'_>,
) -> Result<bool, TooLong> {
    let half = match at.hour % 12 {
        0 => 12,
        hour => hour,
    };
    let weekday = name(&DAYS, at.weekday);
    let month = name(&MONTHS, at.month - 1);
    match conversion {
        b'a' | b'A' | b'b' | b'B' | b'h' => {
            flags.upper |= flags.change;
            let word = if conversion.eq_ignore_ascii_case(&b'a') {
                weekday
            } else {
                month
            };
            let short = if conversion.is_ascii_lowercase() {
                3
            } else {
                word.len()
            };
            flags.word(text, word.get(..short).unwrap_or(word).as_bytes())?;
        }
        b'c' => flags.nested(text, b"%a %b %e %H:%M:%S %Y", at, zone)?,
        b'C' => flags.number(text, 1, at.year.div_euclid(100))?,
        b'd' => flags.number(text, 2, at.day)?,
        b'D' | b'x' => flags.nested(text, b"%m/%d/%y", at, zone)?,
        b'e' => flags.spaced(text, 2, at.day)?,
        b'F' => flags.nested(text, b"%Y-%m-%d", at, zone)?,
        b'g' => flags.number(text, 2, iso(at).0.rem_euclid(100))?,
        b'G' => flags.number(text, 1, iso(at).0)?,
        b'H' => flags.number(text, 2, at.hour)?,
        b'I' => flags.number(text, 2, half)?,
        b'j' => flags.number(text, 3, at.yearday)?,
        b'k' => flags.spaced(text, 2, at.hour)?,
        b'l' => flags.spaced(text, 2, half)?,
        b'm' => flags.number(text, 2, at.month)?,
        b'M' => flags.number(text, 2, at.minute)?,
        b'n' => flags.put(text, b"\n")?,
        b'p' | b'P' => {
            let word: &[u8] = match (at.hour > 11, conversion == b'P' || flags.change) {
                (false, false) => b"AM",
                (false, true) => b"am",
                (true, false) => b"PM",
                (true, true) => b"pm",
            };
            flags.upper &= !flags.change;
            flags.word(text, word)?;
        }
        b'r' => flags.nested(text, b"%I:%M:%S %p", at, zone)?,
        b'R' => flags.nested(text, b"%H:%M", at, zone)?,
        b's' => {
            let moment = civil::moment(at, zone).unwrap_or(-1);
            flags.number(text, 1, moment)?;
        }
        b'S' => flags.number(text, 2, at.second)?,
        b't' => flags.put(text, b"\t")?,
        b'T' | b'X' => flags.nested(text, b"%H:%M:%S", at, zone)?,
        b'u' => flags.number(text, 1, at.weekday + 1)?,
        b'U' => flags.number(text, 2, week(at, 0))?,
        b'V' => flags.number(text, 2, iso(at).1)?,
        b'w' => flags.number(text, 1, (at.weekday + 1) % 7)?,
        b'W' => flags.number(text, 2, week(at, 1))?,
        b'y' => flags.number(text, 2, at.year.rem_euclid(100))?,
        b'Y' => flags.number(text, 1, at.year)?,
        b'z' if at.daylight < 0 => {}
        b'z' => {
            flags.put(text, if at.offset < 0 { b"-" } else { b"+" })?;
            let minutes = (at.offset / 60).abs();
            flags.number(text, 4, minutes / 60 * 100 + minutes % 60)?;
        }
        b'Z' => {
            let zone = at.zone.as_deref().unwrap_or_default();
            match flags.change {
                true => flags.put(text, &zone.to_ascii_lowercase())?,
                false => flags.word(text, zone)?,
            }
        }
        b'%' => flags.put(text, b"%")?,
        _ => return Ok(false),
    }
    Ok(true)
}
