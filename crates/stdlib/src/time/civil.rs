//! Moments as years, months and days, and back: the proleptic Gregorian calendar.
//!
//! Plain arithmetic for `time`; nothing here knows of scripts.

use alloc::string::String;

/// A moment's fields. Their ranges are those of `time.struct_time`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Civil {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    /// Days since Monday.
    pub(super) weekday: i64,
    /// From 1.
    pub(super) yearday: i64,
    /// Whether daylight-saving time holds; negative: unknown.
    pub(super) daylight: i64,
    /// The name of the time zone, as WTF-8.
    pub(super) zone: Option<alloc::vec::Vec<u8>>,
    /// Seconds east of UTC.
    pub(super) offset: i64,
}

/// What a zone's clocks show.
pub(super) struct Shown {
    pub(super) offset: i64,
    pub(super) daylight: bool,
    pub(super) name: String,
}

pub(super) const DAY: i64 = 86_400;

/// Days from 1970-01-01 to a date; the month may lie outside of its year.
pub(super) fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let months = month.checked_sub(1)?;
    let year = year.checked_add(months.div_euclid(12))?;
    let month = months.rem_euclid(12);
    // Years begin in March here, so that a leap day is the last one.
    let (year, month) = match month {
        0 | 1 => (year.checked_sub(1)?, month + 10),
        _ => (year, month - 2),
    };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5;
    let of_era = year * 365 + year / 4 - year / 100 + of_year;
    era.checked_mul(146_097)?
        .checked_add(of_era - 719_468)?
        .checked_add(day.checked_sub(1)?)
}

pub(super) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The fields of the second that is `moment` after 1970, as clocks show it that are
/// `offset` seconds ahead; None where the year is none that C can hold.
pub(super) fn civil(moment: i64, offset: i64) -> Option<Civil> {
    let shown = moment.checked_add(offset)?;
    let (day, second) = (shown.div_euclid(DAY), shown.rem_euclid(DAY));
    let weekday = (day + 3).rem_euclid(7);
    let since = day.checked_add(719_468)?;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let part = (5 * of_year + 2) / 153;
    let month = if part < 10 { part + 3 } else { part - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    if i32::try_from(year - 1900).is_err() {
        return None;
    }
    Some(Civil {
        year,
        month,
        day: of_year - (153 * part + 2) / 5 + 1,
        hour: second / 3600,
        minute: second / 60 % 60,
        second: second % 60,
        weekday,
        yearday: day - days(year, 1, 1)? + 1,
        daylight: 0,
        zone: None,
        offset,
    })
}

/// Seconds since 1970 at which clocks without an offset show these fields, which may lie
/// outside of their ranges.
pub(super) fn seconds(at: &Civil) -> Option<i64> {
    days(at.year, at.month, 1)?
        .checked_add(at.day)?
        .checked_sub(1)?
        .checked_mul(DAY)?
        .checked_add(at.hour.checked_mul(3600)?)?
        .checked_add(at.minute.checked_mul(60)?)?
        .checked_add(at.second)
}

/// How far a search goes for a time of the year with the wanted kind of time.
const SEARCH: i64 = 6;

/// The moment at which a zone's clocks show these fields. Where two do, that without
/// daylight-saving time counts unless the fields ask for it; where none does, clocks count
/// as not yet set.
pub(super) fn moment(at: &Civil, mut zone: impl FnMut(i64) -> Shown) -> Option<i64> {
    let plain = seconds(at)?;
    let before = zone(plain.checked_sub(DAY)?).offset;
    let after = zone(plain.checked_add(DAY)?).offset;
    let mut found: Option<(i64, bool)> = None;
    for offset in [before, after] {
        let moment = plain.checked_sub(offset)?;
        let shown = zone(moment);
        let better = match found {
            None => true,
            Some((_, daylight)) => {
                daylight != shown.daylight && shown.daylight == (at.daylight > 0)
            }
        };
        if shown.offset == offset && better {
            found = Some((moment, shown.daylight));
        }
    }
    let (moment, daylight) = match found {
        Some(found) => found,
        None => {
            let moment = plain.checked_sub(before)?;
            (moment, zone(moment).daylight)
        }
    };
    let wanted = at.daylight > 0;
    if at.daylight < 0 || wanted == daylight {
        return Some(moment);
    }
    // The fields speak of the other kind of time: that of the nearest months that have it.
    for step in 1..=SEARCH {
        for way in [-1, 1] {
            let shown = zone(moment.checked_add(way * step * 61 * DAY)?);
            if shown.daylight == wanted {
                return plain.checked_sub(shown.offset);
            }
        }
    }
    moment.checked_add(if wanted { -3600 } else { 3600 })
}
