//! Moments as fields and texts: `gmtime`, `localtime`, `mktime`, `strftime` and friends.

use super::c_int;
use super::civil::{self, Civil, Shown};
use super::clocks::{calendar, refused};
use super::format::{self, DAYS, MONTHS, Text};
use crate::support::Given;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Error, Exception, Local, Module, Res, closure, untyped};

pub(super) fn functions(module: Module) -> Module {
    module
        .function("gmtime(seconds=None, /)", gmtime)
        .function("localtime(seconds=None, /)", localtime)
        .function("ctime(seconds=None, /)", ctime)
        .function(
            "asctime(tuple=<unrepresentable>, /)",
            closure!(|cx, tuple: Given| asctime(cx, tuple)),
        )
        .function("mktime", mktime)
        .function(
            "strftime(format, tuple=<unrepresentable>, /)",
            closure!(|cx, format: Local<'_>, tuple: Given| strftime(cx, format, tuple)),
        )
        .function("strptime", untyped(strptime))
        .function("tzset", tzset)
        .constant("_STRUCT_TM_ITEMS", 11)
        .init(|cx, dict| {
            for name in ["struct_time", "get_clock_info"] {
                let value = cx.module_value("_structtime", name)?;
                cx.dict_set_str(dict, name, value)?;
            }
            set_zones(cx, dict)
        })
}

/// What the host's clocks show at a moment.
fn shown(cx: &mut Context<'_>, moment: i64) -> Shown {
    match cx.local_time(moment) {
        Some(local) => Shown {
            offset: i64::from(local.offset),
            daylight: local.daylight,
            name: local.name,
        },
        None => Shown {
            offset: 0,
            daylight: false,
            name: String::from("UTC"),
        },
    }
}

/// The names and offsets of the host's zone: in January and in July.
struct Zones {
    standard: Shown,
    summer: Shown,
}

fn zones(cx: &mut Context<'_>) -> Zones {
    const YEAR: i64 = (365 * 24 + 6) * 3600;
    let now = cx
        .calendar()
        .and_then(|time| i64::try_from(time.as_secs()).ok())
        .unwrap_or(0);
    let start = now / YEAR * YEAR;
    let (january, july) = (shown(cx, start), shown(cx, start + YEAR / 2));
    // South of the equator January is in summer.
    match january.offset > july.offset {
        true => Zones {
            standard: july,
            summer: january,
        },
        false => Zones {
            standard: january,
            summer: july,
        },
    }
}

fn set_zones<'f>(cx: &mut Context<'f>, dict: Local<'f>) -> Res<'f, ()> {
    let Zones { standard, summer } = zones(cx);
    let seconds = cx.int(-standard.offset)?;
    cx.dict_set_str(dict, "timezone", seconds)?;
    let seconds = cx.int(-summer.offset)?;
    cx.dict_set_str(dict, "altzone", seconds)?;
    let daylight = cx.int(i64::from(standard.offset != summer.offset))?;
    cx.dict_set_str(dict, "daylight", daylight)?;
    let names = [cx.str(&standard.name)?, cx.str(&summer.name)?];
    let names = cx.tuple(&names)?;
    cx.dict_set_str(dict, "tzname", names)
}

/// Takes over what the environment of the script says of the zone.
fn tzset<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    let variables = cx.with_system(|system| system.environment());
    let variables = match variables {
        Some(Ok(variables)) => variables,
        _ => Vec::new(),
    };
    let zone = variables.iter().find(|(name, _)| name == b"TZ");
    cx.set_local_zone(zone.map(|(_, value)| value.as_slice()));
    let modules = cx.modules();
    let Some(module) = cx.dict_get_str(modules, "time")? else {
        return Ok(());
    };
    let dict = cx.module_dict(module);
    set_zones(cx, dict)
}

#[cold]
fn out_of_range<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::OverflowError,
        format_args!("timestamp out of range for platform time_t"),
    )
}

/// The whole seconds of a time; now, without one.
fn whole<'f>(cx: &mut Context<'f>, seconds: Option<Local<'f>>) -> Res<'f, i64> {
    let Some(seconds) = seconds.filter(|&seconds| !cx.is_none(seconds)) else {
        let now = calendar(cx)?.as_secs();
        return i64::try_from(now).map_err(|_| out_of_range(cx));
    };
    if let Some(float) = cx.as_float(seconds) {
        if float.is_nan() {
            return Err(cx.value_error(format_args!("Invalid value NaN (not a number)")));
        }
        if !(-9.223_372_036_854_775e18..9.223_372_036_854_775e18).contains(&float) {
            return Err(out_of_range(cx));
        }
        let whole = float as i64;
        return Ok(whole - i64::from(whole as f64 > float));
    }
    let Some(int) = cx.to_index(seconds)? else {
        let found = cx.type_name(seconds);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    cx.as_int(int).ok_or_else(|| out_of_range(cx))
}

#[cold]
fn too_large<'f>(cx: &mut Context<'f>) -> Error<'f> {
    refused(cx, 75, "Value too large for defined data type")
}

fn in_utc<'f>(cx: &mut Context<'f>, moment: i64) -> Res<'f, Civil> {
    civil::civil(moment, 0).ok_or_else(|| too_large(cx))
}

fn in_zone<'f>(cx: &mut Context<'f>, moment: i64) -> Res<'f, Civil> {
    let local = shown(cx, moment);
    let Some(mut at) = civil::civil(moment, local.offset) else {
        return Err(too_large(cx));
    };
    at.daylight = i64::from(local.daylight);
    at.zone = Some(local.name.into_bytes());
    Ok(at)
}

/// A `time.struct_time`.
fn fields<'f>(cx: &mut Context<'f>, at: &Civil) -> Res<'f> {
    let mut items = [Local::NONE; 9];
    let values = [
        at.year,
        at.month,
        at.day,
        at.hour,
        at.minute,
        at.second,
        at.weekday,
        at.yearday,
        at.daylight,
    ];
    for (item, value) in items.iter_mut().zip(values) {
        *item = cx.int(value)?;
    }
    let items = cx.tuple(&items)?;
    let more = cx.dict()?;
    let zone = cx.str_from_wtf8(at.zone.as_deref().unwrap_or(b"GMT"))?;
    cx.dict_set_str(more, "tm_zone", zone)?;
    let offset = cx.int(at.offset)?;
    cx.dict_set_str(more, "tm_gmtoff", offset)?;
    let class = cx.module_value("_structtime", "struct_time")?;
    cx.call(class, &[items, more])
}

fn gmtime<'f>(cx: &mut Context<'f>, seconds: Option<Local<'f>>) -> Res<'f> {
    let moment = whole(cx, seconds)?;
    let at = in_utc(cx, moment)?;
    fields(cx, &at)
}

fn localtime<'f>(cx: &mut Context<'f>, seconds: Option<Local<'f>>) -> Res<'f> {
    let moment = whole(cx, seconds)?;
    let at = in_zone(cx, moment)?;
    fields(cx, &at)
}

/// An int that fits C's `long`.
fn c_long<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let Some(int) = cx.to_index(value)? else {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    cx.as_int(int).ok_or_else(|| {
        cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C long"),
        )
    })
}

/// The fields in a tuple, as C's `struct tm` takes them.
fn given<'f>(cx: &mut Context<'f>, tuple: Local<'f>, function: &str) -> Res<'f, Civil> {
    let empty = cx.tuple(&[])?;
    let tuples = cx.type_of(empty);
    if !cx.is_instance_of(tuple, tuples) {
        return Err(cx.type_error(format_args!("Tuple or struct_time argument required")));
    }
    if cx.tuple_len(tuple) != 9 {
        return Err(cx.type_error(format_args!("{function}(): illegal time tuple argument")));
    }
    let mut items = [0; 9];
    for (at, item) in items.iter_mut().enumerate() {
        let value = cx.tuple_get(tuple, at).unwrap_or(Local::NONE);
        *item = i64::from(c_int(cx, value)?);
    }
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        daylight,
    ] = items;
    if year < i64::from(i32::MIN) + 1900 {
        return Err(cx.raise_kind(Exception::OverflowError, format_args!("year out of range")));
    }
    let mut at = Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
        // Sunday is the last day; what is below -1 stays below it.
        weekday: match (weekday + 1) % 7 {
            0 => 6,
            below if below < 0 => below - 1,
            day => day - 1,
        },
        yearday,
        daylight,
        zone: None,
        offset: 0,
    };
    let class = cx.module_value("_structtime", "struct_time")?;
    if cx.is_instance_of(tuple, class) {
        let zone = cx.attribute(tuple, "tm_zone")?;
        if !cx.is_none(zone) {
            let Some(zone) = cx.as_wtf8(zone) else {
                return Err(cx.type_error(format_args!("bad argument type for built-in operation")));
            };
            at.zone = Some(zone.to_vec());
        }
        let offset = cx.attribute(tuple, "tm_gmtoff")?;
        if !cx.is_none(offset) {
            at.offset = c_long(cx, offset)?;
        }
    }
    Ok(at)
}

/// Refuses fields that are out of their ranges. Zero counts as the first month, day of
/// the month or day of the year.
fn checked<'f>(cx: &mut Context<'f>, mut at: Civil) -> Res<'f, Civil> {
    for first in [&mut at.month, &mut at.day, &mut at.yearday] {
        if *first == 0 {
            *first = 1;
        }
    }
    let wrong = [
        (at.month, 1, 12, "month"),
        (at.day, 1, 31, "day of month"),
        (at.hour, 0, 23, "hour"),
        (at.minute, 0, 59, "minute"),
        (at.second, 0, 61, "seconds"),
        (at.weekday, 0, 6, "day of week"),
        (at.yearday, 1, 366, "day of year"),
    ];
    for (value, least, most, what) in wrong {
        if value < least || value > most {
            return Err(cx.value_error(format_args!("{what} out of range")));
        }
    }
    Ok(at)
}

/// The fields that a function was given; those of now, without any.
fn fields_of<'f>(cx: &mut Context<'f>, tuple: Option<Local<'f>>, function: &str) -> Res<'f, Civil> {
    match tuple {
        Some(tuple) => {
            let at = given(cx, tuple, function)?;
            checked(cx, at)
        }
        None => {
            let now = whole(cx, None)?;
            in_zone(cx, now)
        }
    }
}

/// A moment in the words of C's `asctime`, without its line's end.
fn words(at: &Civil) -> String {
    let weekday = format::name(&DAYS, at.weekday);
    let month = format::name(&MONTHS, at.month - 1);
    format!(
        "{} {}{:3} {:02}:{:02}:{:02} {}",
        weekday.get(..3).unwrap_or(weekday),
        month.get(..3).unwrap_or(month),
        at.day,
        at.hour,
        at.minute,
        at.second,
        at.year
    )
}

fn asctime<'f>(cx: &mut Context<'f>, tuple: Option<Local<'f>>) -> Res<'f> {
    let at = fields_of(cx, tuple, "asctime")?;
    cx.str(&words(&at))
}

fn ctime<'f>(cx: &mut Context<'f>, seconds: Option<Local<'f>>) -> Res<'f, String> {
    let moment = whole(cx, seconds)?;
    in_zone(cx, moment).map(|at| words(&at))
}

fn mktime<'f>(cx: &mut Context<'f>, tuple: Local<'f>) -> Res<'f, f64> {
    let at = given(cx, tuple, "mktime")?;
    match civil::moment(&at, |moment| shown(cx, moment)) {
        Some(moment) => Ok(moment as f64),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("mktime argument out of range"),
        )),
    }
}

fn strftime<'f>(cx: &mut Context<'f>, format: Local<'f>, tuple: Option<Local<'f>>) -> Res<'f> {
    let Some(format) = cx.as_wtf8(format) else {
        let found = cx.type_name(format);
        return Err(cx.type_error(format_args!(
            "strftime() argument 1 must be str, not {found}"
        )));
    };
    let mut at = fields_of(cx, tuple, "strftime")?;
    if format.contains(&0) {
        return Err(cx.value_error(format_args!("embedded null character")));
    }
    if at.zone.is_none() && at.daylight >= 0 {
        let Zones { standard, summer } = zones(cx);
        let zone = if at.daylight > 0 { summer } else { standard };
        at.zone = Some(zone.name.into_bytes());
    }
    // As much as CPython makes room for: what is longer is empty.
    let characters = format.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    let wanted = characters.saturating_mul(256);
    let mut limit: usize = 1024;
    while limit < wanted {
        limit = limit.saturating_mul(2);
    }
    let mut text = Text::new(limit);
    let done = format::strftime(&mut text, format, &at, &mut |moment| shown(cx, moment));
    match done {
        Ok(()) => {
            cx.charge(text.out.len() / 8)?;
            cx.str_from_wtf8(&text.out)
        }
        Err(_) => cx.str(""),
    }
}

/// The work is done by a module of its own, so that most programs need not load it.
fn strptime<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = cx.module_value("_strptime", "_strptime_time")?;
    let args: Vec<Local<'f>> = (0..args.len()).map(|at| args.at(at)).collect();
    cx.call(function, &args)
}
