//! Time of the calendar. Core has no time zones: `localtime` is `gmtime`.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use alloc::vec::Vec;
use miniscript_core::text::Sink;
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("clock", |eval| {
        let now = eval.joy.host.clock();
        let stack = eval.stack();
        eval.push_int(now, stack)
    }),
    word("time", |eval| {
        let now = eval.joy.host.time();
        let stack = eval.stack();
        eval.push_int(now, stack)
    }),
    word("localtime", broken_down),
    word("gmtime", broken_down),
    word("mktime", |eval| {
        let ([list], rest) = eval.args()?;
        let parts = parts(eval, list)?;
        let [year, month, day, hour, minute, second, ..] = parts;
        let days = days_from_civil(year, month, day);
        let seconds = days
            .wrapping_mul(86_400)
            .wrapping_add(hour.wrapping_mul(3600))
            .wrapping_add(minute.wrapping_mul(60))
            .wrapping_add(second);
        eval.push_int(seconds, rest)
    }),
    word("strftime", |eval| {
        let ([format, list], rest) = eval.args()?;
        if eval.cx.datum(format) != Datum::Str {
            return eval.fail("string");
        }
        if !eval.is_list(list) {
            return eval.fail("list as second parameter");
        }
        let parts = parts(eval, list)?;
        let format = eval.cx.str_as_bytes(format)?.unwrap_or_default();
        let text = formatted(&format, parts);
        let text = eval.cx.byte_str(&text)?;
        eval.push_on(text, rest)
    }),
];

/// Year, month, day, hour, minute, second, daylight saving, day of the year, day of
/// the week (1 is Monday).
type Parts = [i64; 9];

/// Times further away than this from 1970 have no calendar.
const FARTHEST: i64 = 1 << 50;

fn broken_down<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([time], rest) = eval.args()?;
    let Datum::Int(time) = eval.cx.datum(time) else {
        return eval.fail("integer");
    };
    let time = time.clamp(-FARTHEST, FARTHEST);
    let days = time.div_euclid(86_400);
    let seconds = time.rem_euclid(86_400);
    let (year, month, day) = civil_from_days(days);
    let year_day = days - days_from_civil(year, 1, 1);
    let week_day = (days + 3).rem_euclid(7) + 1;
    let items = eval.cx.list(&[])?;
    for part in [
        year,
        month,
        day,
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
    ] {
        let part = eval.cx.int(part)?;
        eval.cx.list_push(items, part)?;
    }
    eval.cx.list_push(items, Local::FALSE)?;
    for part in [year_day, week_day] {
        let part = eval.cx.int(part)?;
        eval.cx.list_push(items, part)?;
    }
    let nil = eval.cx.nil();
    let list = eval.cx.cons_build(items, 0, nil)?;
    eval.push_on(list, rest)
}

/// The parts of a list; missing ones are zero, wild ones are cut.
fn parts<'s>(eval: &mut Eval<'_, 's>, list: Local<'s>) -> Step<'s, Parts> {
    if !eval.is_list(list) {
        return eval.fail("list");
    }
    let mut parts = [0; 9];
    let mut rest = list;
    for part in &mut parts {
        let Some((first, others)) = eval.cx.uncons(rest) else {
            break;
        };
        match super::arithmetic::numeric(eval.cx.datum(first)) {
            Some(value) => *part = value.clamp(-FARTHEST, FARTHEST),
            None => return eval.fail("numeric list"),
        }
        rest = others;
    }
    Ok(parts)
}

/// Days since 1970-01-01 of a day of the proleptic Gregorian calendar; months and
/// days beyond their range count on.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era.wrapping_mul(146_097)
        .wrapping_add(day_of_era)
        .wrapping_add(day - 1)
        .wrapping_sub(719_468)
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
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

/// What `strftime` may give.
const LONGEST: usize = 99;

/// C's `strftime` in the "C" locale; empty if the text would be too long.
fn formatted(format: &[u8], parts: Parts) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = format.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
        } else if let Some(letter) = bytes.next() {
            conversion(letter, parts, &mut out);
        }
        if out.len() > LONGEST {
            return Vec::new();
        }
    }
    out
}

fn conversion(letter: u8, parts: Parts, out: &mut Vec<u8>) {
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        _,
        year_day,
        week_day,
    ] = parts;
    let name = |names: &'static [&'static str], at: i64| {
        usize::try_from(at - 1)
            .ok()
            .and_then(|at| names.get(at).copied())
            .unwrap_or("?")
    };
    let hour12 = (hour + 11).rem_euclid(12) + 1;
    let sunday = week_day.rem_euclid(7);
    let text = match letter {
        b'a' => alloc::format!("{:.3}", name(&DAYS, week_day)),
        b'A' => name(&DAYS, week_day).into(),
        b'b' | b'h' => alloc::format!("{:.3}", name(&MONTHS, month)),
        b'B' => name(&MONTHS, month).into(),
        b'C' => alloc::format!("{:02}", year.div_euclid(100)),
        b'd' => alloc::format!("{day:02}"),
        b'D' => alloc::format!("{month:02}/{day:02}/{:02}", year.rem_euclid(100)),
        b'e' => alloc::format!("{day:2}"),
        b'F' => alloc::format!("{year}-{month:02}-{day:02}"),
        b'H' => alloc::format!("{hour:02}"),
        b'I' => alloc::format!("{hour12:02}"),
        b'j' => alloc::format!("{:03}", year_day + 1),
        b'm' => alloc::format!("{month:02}"),
        b'M' => alloc::format!("{minute:02}"),
        b'n' => "\n".into(),
        b'p' => if hour < 12 { "AM" } else { "PM" }.into(),
        b'R' => alloc::format!("{hour:02}:{minute:02}"),
        b'S' => alloc::format!("{second:02}"),
        b't' => "\t".into(),
        b'T' | b'X' => alloc::format!("{hour:02}:{minute:02}:{second:02}"),
        b'u' => alloc::format!("{week_day}"),
        b'U' => alloc::format!("{:02}", (year_day + 7 - sunday).div_euclid(7)),
        b'w' => alloc::format!("{sunday}"),
        b'W' => alloc::format!("{:02}", (year_day + 7 - (week_day - 1)).div_euclid(7)),
        b'x' => alloc::format!("{month:02}/{day:02}/{:02}", year.rem_euclid(100)),
        b'y' => alloc::format!("{:02}", year.rem_euclid(100)),
        b'Y' => alloc::format!("{year}"),
        b'c' => alloc::format!(
            "{:.3} {:.3} {day:2} {hour:02}:{minute:02}:{second:02} {year}",
            name(&DAYS, week_day),
            name(&MONTHS, month)
        ),
        b'z' => "+0000".into(),
        b'Z' => "UTC".into(),
        b'%' => "%".into(),
        other => alloc::format!("%{}", char::from(other)),
    };
    let _ = out.write(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_goes_round() {
        for days in (-1_000_000..1_000_000).step_by(997) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
        assert_eq!(civil_from_days(0), (1970, 1, 1));
        assert_eq!(civil_from_days(11_016), (2000, 2, 29));
    }

    #[test]
    fn dates_are_formatted_as_c_formats_them() {
        let parts = [2024, 2, 29, 13, 5, 9, 0, 59, 4];
        let text = formatted(b"%Y-%m-%d %H:%M:%S %a %b %j %I%p %%", parts);
        assert_eq!(text, b"2024-02-29 13:05:09 Thu Feb 060 01PM %");
    }
}
