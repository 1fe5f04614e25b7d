"""Reading times: what `time.strptime` does.

A format is a row of matchers. Each says which beginnings of the rest of the text it takes, the
one that is preferred first; the first way to match the whole row counts.
"""

import time

__all__ = []

_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_MONTHS = [
    'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
    'october', 'november', 'december',
]
_COMPOSED = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_KNOWN = 'aAbBcdfGHIjmMpSuUVwWxXyYzZ%'

_ANY = None
_ONE = '123456789'
# The ways to write a number, that which is preferred first: what each character may be.
_NUMBERS = {
    'd': [('3', '01'), ('12', _ANY), ('0', _ONE), (_ONE,), (' ', _ONE)],
    'G': [(_ANY,) * 4],
    'H': [('2', '0123'), ('01', _ANY), (_ANY,)],
    'I': [('1', '012'), ('0', _ONE), (_ONE,)],
    'j': [
        ('3', '6', '0123456'), ('3', '012345', _ANY), ('12', _ANY, _ANY), ('0', _ONE, _ANY),
        ('0', '0', _ONE), (_ONE, _ANY), ('0', _ONE), (_ONE,),
    ],
    'm': [('1', '012'), ('0', _ONE), (_ONE,)],
    'M': [('012345', _ANY), (_ANY,)],
    'S': [('6', '01'), ('012345', _ANY), (_ANY,)],
    'u': [('1234567',)],
    'U': [('5', '0123'), ('01234', _ANY), (_ANY,)],
    'V': [('5', '0123'), ('0', _ONE), ('1234', _ANY), (_ANY,)],
    'w': [('0123456',)],
    'W': [('5', '0123'), ('01234', _ANY), (_ANY,)],
    'y': [(_ANY,) * 2],
    'Y': [(_ANY,) * 4],
}


def _fits(text, at, characters):
    part = text[at:at + len(characters)]
    return len(part) == len(characters) and all(
        found.isdecimal() if allowed is _ANY else found in allowed
        for found, allowed in zip(part, characters)
    )


def _number(kind):
    def ends(text, at):
        for characters in _NUMBERS[kind]:
            if _fits(text, at, characters):
                yield at + len(characters)

    return ends


def _one_of(words):
    words = sorted(words, key=len, reverse=True)

    def ends(text, at):
        for word in words:
            if text[at:at + len(word)].lower() == word:
                yield at + len(word)

    return ends


def _fraction(text, at):
    end = at
    while end < at + 6 and text[end:end + 1].isascii() and text[end:end + 1].isdecimal():
        end += 1
    yield from range(end, at, -1)


_SIXTY = ('012345', _ANY)


def _after_colon(text, at, characters):
    """Where a part of an offset ends, with a colon before it or without."""
    if text[at:at + 1] == ':' and _fits(text, at + 1, characters):
        yield at + 1 + len(characters)
    if _fits(text, at, characters):
        yield at + len(characters)


def _offset(text, at):
    if _fits(text, at, ('+-', _ANY, _ANY)):
        for minutes in _after_colon(text, at + 3, _SIXTY):
            for seconds in _after_colon(text, minutes, _SIXTY):
                if text[seconds:seconds + 1] == '.':
                    end = seconds + 1
                    while end < seconds + 7 and text[end:end + 1].isdecimal():
                        end += 1
                    yield from range(end, seconds + 1, -1)
                yield seconds
            yield minutes
    if text[at:at + 1] == 'Z':
        yield at + 1


def _spaces(text, at):
    end = at
    while end < len(text) and text[end].isspace():
        end += 1
    yield from range(end, at, -1)


def _same(one, other):
    return one == other or one.lower() == other.lower() or one.upper() == other.upper()


def _literal(character):
    def ends(text, at):
        if at < len(text) and _same(text[at], character):
            yield at + 1

    return ends


def _zones():
    zones = [['utc', 'gmt', time.tzname[0].lower()]]
    if time.daylight:
        zones.append([time.tzname[1].lower()])
    return zones


def _matchers(format):
    """Pairs of a directive (or '') and what it takes."""
    made = []
    at = 0
    while at < len(format):
        character = format[at]
        at += 1
        if character.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            made.append(('', _spaces))
            continue
        if character != '%':
            made.append(('', _literal(character)))
            continue
        kind = format[at]
        at += 1
        if kind == '%':
            made.append(('', _literal('%')))
        elif kind in _COMPOSED:
            made.extend(_matchers(_COMPOSED[kind]))
        elif kind in _NUMBERS:
            made.append((kind, _number(kind)))
        elif kind == 'f':
            made.append((kind, _fraction))
        elif kind == 'z':
            made.append((kind, _offset))
        elif kind == 'Z':
            made.append((kind, _one_of({zone for zones in _zones() for zone in zones})))
        else:
            words = {
                'A': _DAYS, 'B': _MONTHS, 'p': ['am', 'pm'],
                'a': [day[:3] for day in _DAYS], 'b': [month[:3] for month in _MONTHS],
            }
            made.append((kind, _one_of(words[kind])))
    return made


def _check(format):
    """Refuses directives that there are not."""
    at = 0
    while (at := format.find('%', at)) >= 0:
        kind = format[at + 1:at + 2]
        if not kind:
            raise ValueError(f"stray % in format '{format}'")
        if kind not in _KNOWN:
            if kind.isspace() or kind in '\\.^$*+?(){}[]|':
                kind = '%'
            raise ValueError(f"'{kind}' is a bad directive in format '{format}'")
        at += 2


def _check_once(matchers, format):
    seen = set()
    for kind, _ in matchers:
        if kind in seen:
            raise ValueError(f"directive '%{kind}' occurs twice in format '{format}'")
        if kind:
            seen.add(kind)


def _match(text, matchers):
    """The parts that the directives took and where the match ends, or None."""
    # One iterator of ends for each matcher that has matched.
    open_ends = []
    starts = [0]
    while len(open_ends) < len(matchers):
        open_ends.append(matchers[len(open_ends)][1](text, starts[-1]))
        while open_ends:
            end = next(open_ends[-1], None)
            if end is not None:
                starts.append(end)
                break
            open_ends.pop()
            if not open_ends:
                return None
            starts.pop()
        else:
            return None
    parts = {}
    for (kind, _), start, end in zip(matchers, starts, starts[1:]):
        if kind:
            parts[kind] = text[start:end]
    return parts, starts[-1]


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _ordinal(year, month, day):
    """Days from the first of January of the year 1, which counts as 1."""
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    length = _LENGTHS[month - 1] + (month == 2 and _leap(year))
    if not 1 <= day <= length:
        raise ValueError('day is out of range for month')
    years = year - 1
    days = years * 365 + years // 4 - years // 100 + years // 400
    return days + sum(_LENGTHS[:month - 1]) + (month > 2 and _leap(year)) + day


def _date(ordinal):
    """The year, month and day of an ordinal."""
    if ordinal < 1:
        raise ValueError('ordinal must be >= 1')
    year = ordinal // 366 + 1
    while ordinal >= _first(year + 1):
        year += 1
    if year > 9999:
        raise ValueError(f'year {year} is out of range')
    rest = ordinal - _first(year)
    month = 1
    while rest >= (length := _LENGTHS[month - 1] + (month == 2 and _leap(year))):
        rest -= length
        month += 1
    return year, month, rest + 1


def _first(year):
    years = year - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + 1


def _of_week(year, week, weekday, monday):
    """The day of the year, by the number of its week; weeks begin on Monday or Sunday."""
    first = (_ordinal(year, 1, 1) + 6) % 7
    if not monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    ahead = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + ahead + 7 * (week - 1) + weekday


def _of_iso_week(year, week, weekday):
    """The year and the day of the year, by the week of ISO 8601; Monday is 0."""
    fourth = _ordinal(year, 1, 4)
    ordinal = fourth - (fourth + 6) % 7 + (week - 1) * 7 + weekday
    if ordinal < _ordinal(year, 1, 1):
        year -= 1
    return year, ordinal - _first(year) + 1


def _offset_of(text):
    """Seconds and microseconds east of UTC."""
    if text == 'Z':
        return 0, 0
    if text[3] == ':':
        plain = text[:3] + text[4:]
        if len(plain) > 5:
            if plain[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            plain = plain[:5] + plain[6:]
        text = plain
    seconds = int(text[1:3]) * 3600 + int(text[3:5]) * 60 + int(text[5:7] or 0)
    fraction = int(text[8:].ljust(6, '0') or 0)
    if text[0] == '-':
        return -seconds, -fraction
    return seconds, fraction


def _weekday(parts):
    """The day of the week that was read, Monday as 0."""
    found = None
    for kind, part in parts.items():
        if kind == 'A':
            found = _DAYS.index(part.lower())
        elif kind == 'a':
            found = [day[:3] for day in _DAYS].index(part.lower())
        elif kind == 'w':
            found = (int(part) - 1) % 7
        elif kind == 'u':
            found = int(part) - 1
    return found


def _refuse_weeks(parts, weekday, year):
    days = "a weekday directive ('%A', '%a', '%w', or '%u')"
    if year is None and 'G' in parts:
        if 'V' not in parts or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and "
                f"{days}.")
        if 'j' in parts:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                "Use '%Y' instead.")
    elif 'V' in parts and 'U' not in parts and 'W' not in parts:
        if weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and "
                f"{days}.")
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO "
            "year '%G' instead.")


def _hour(parts):
    hour = int(parts.get('H', 0))
    for kind, part in parts.items():
        if kind == 'H':
            hour = int(part)
        elif kind == 'I':
            hour = int(part)
            half = parts.get('p', '').lower()
            if half in ('', 'am'):
                hour = 0 if hour == 12 else hour
            elif hour != 12:
                hour += 12
    return hour


def _month(parts):
    month = 1
    for kind, part in parts.items():
        if kind == 'm':
            month = int(part)
        elif kind == 'B':
            month = _MONTHS.index(part.lower()) + 1
        elif kind == 'b':
            month = [name[:3] for name in _MONTHS].index(part.lower()) + 1
    return month


def _year(parts):
    year = None
    for kind, part in parts.items():
        if kind == 'y':
            year = int(part)
            year += 2000 if year <= 68 else 1900
        elif kind == 'Y':
            year = int(part)
    return year


def _strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    """The fields of a time, its microseconds and those of its offset."""
    for at, given in enumerate((data_string, format)):
        if not isinstance(given, str):
            raise TypeError(f'strptime() argument {at} must be str, not {type(given)}')
    _check(format)
    matchers = _matchers(format)
    _check_once(matchers, format)
    found = _match(data_string, matchers)
    if found is None:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')
    parts, end = found
    if end != len(data_string):
        raise ValueError(f'unconverted data remains: {data_string[end:]}')
    weekday = _weekday(parts)
    year = _year(parts)
    _refuse_weeks(parts, weekday, year)
    month, day = _month(parts), int(parts.get('d', 1))
    leap = year is None and month == 2 and day == 29
    if leap:
        year = 1904
    elif year is None:
        year = 1900
    julian = int(parts['j']) if 'j' in parts else None
    if julian is None and weekday is not None:
        if 'U' in parts or 'W' in parts:
            last = [kind for kind in parts if kind in 'UW'][-1]
            julian = _of_week(year, int(parts[last]), weekday, last == 'W')
        elif 'G' in parts and 'V' in parts:
            year, julian = _of_iso_week(int(parts['G']), int(parts['V']), weekday)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _leap(year) else 365
    if julian is None:
        julian = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
    else:
        year, month, day = _date(julian - 1 + _ordinal(year, 1, 1))
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    zone, daylight = parts.get('Z'), -1
    if zone is not None:
        for at, zones in enumerate(_zones()):
            if zone.lower() in zones:
                # A zone without times of its own says nothing about them.
                if time.tzname[0] == time.tzname[1] and time.daylight and zone.lower() not in (
                        'utc', 'gmt'):
                    break
                daylight = at
                break
    offset, micros = None, 0
    if 'z' in parts:
        offset, micros = _offset_of(parts['z'])
    if leap:
        year = 1900
    fraction = int(parts['f'].ljust(6, '0')) if 'f' in parts else 0
    fields = (
        year, month, day, _hour(parts), int(parts.get('M', 0)), int(parts.get('S', 0)), weekday,
        julian, daylight, zone, offset,
    )
    return fields, fraction, micros


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    return time.struct_time(_strptime(data_string, format)[0])
