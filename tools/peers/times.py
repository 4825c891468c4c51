"""Dates, periods and durations: from our moments to the peer's terms.

What the peer says otherwise, for every case alike:

- It resolves a date without a year to the next one and to the last one; either may be ours.
- It takes month and day of the traditional calendar as they are.
- A period ends with the day after its last; from A to B it ends where B begins. A stretch counted back from
  today ends with yesterday, ours with today.
- A day that no calendar has is the first of year 1 to it, and no valid date to us.
- 从 and 在 before a period and 之间 behind it belong to its text.
- Its Timex is no ISO 8601: P3.5Y is our P3Y6M. Lengths are compared in months, days and seconds.
- A season has a name and no days; ours has the months that meteorology gives it.
"""

import datetime
import re
from decimal import Decimal

from cases import simplified
from claims import claim

_BEFORE = re.compile(r"(从|由|自|在)\s*$")
_BEHIND = re.compile(r"\s*(之间|间|期间)")
_RANGE = re.compile(r"[-—–~～至到与和]|之后|以后")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NO_DATE = "0001-01-01"


def dates(_, readings):
    for moment in readings["moments"]:
        if moment["kind"] == "date":
            begin, end = moment["span"]
            yield claim([begin], [end], _iso(moment["from"]), lambda value, moment=moment: _same_date(moment, value))


def _iso(date):
    return "{:04}-{:02}-{:02}".format(*date)


def _resolutions(value):
    for key in ("FutureResolution", "PastResolution"):
        yield value.get(key) or {}


def _same_date(moment, value):
    for resolution in _resolutions(value):
        if resolution.get("date") == (_iso(moment["from"]) if moment["valid"] else _NO_DATE):
            return True
    return False


def periods(case, readings):
    for moment in readings["moments"]:
        if moment["kind"] != "period":
            continue
        begin, end = moment["span"]
        before = _BEFORE.search(simplified(case.text)[:begin])
        behind = _BEHIND.match(simplified(case.text)[end:])
        yield claim({begin, before.start() if before else begin}, {end, end + behind.end() if behind else end},
                    f"{_iso(moment['from'])}/{_iso(moment['to'])}",
                    lambda value, moment=moment, written=simplified(case.text)[begin:end]: _same_period(moment, value, written))


def _day(date):
    try:
        return datetime.date(*date)
    except ValueError:
        return None


def _same_period(moment, value, written):
    first, last = _day(moment["from"]), _day(moment["to"])
    if first is None or last is None:
        return False
    if season := re.search(r"(SP|SU|FA|WI)$", value.get("Timex", "")):
        return first.month == _SEASONS[season[1]] and str(first.year) == value["Timex"][:4]
    days = [(first, end) for end in _ends(last, _RANGE.search(written) is not None)]
    if _is_counted(moment):
        days.append((first - datetime.timedelta(1), last))
    wanted = [(resolution.get("startDate"), resolution.get("endDate")) for resolution in _resolutions(value)]
    return any((begin.isoformat(), end.isoformat()) in wanted for begin, end in days)


def _is_counted(moment):
    return any(Decimal(part) for part in moment["length"].values())


def _ends(last, is_range):
    """The day after the last; of a range also the first day of its last day, month or year."""
    yield last + datetime.timedelta(1)
    if is_range:
        yield last
        yield last.replace(day=1)
        yield last.replace(month=1, day=1)


def durations(_, readings):
    for moment in readings["moments"]:
        if moment["kind"] == "duration":
            begin, end = moment["span"]
            length = _length({key: Decimal(part) for key, part in moment["length"].items()})
            yield claim([begin], [end], "{} months {} days {} seconds".format(*length),
                        lambda value, length=length: _parse(value.get("Timex", "")) == length)


def _length(parts):
    part = {key: parts.get(key) or Decimal(0)
            for key in ("years", "months", "weeks", "days", "hours", "minutes", "seconds")}
    return (part["years"] * 12 + part["months"], part["weeks"] * 7 + part["days"],
            part["hours"] * 3600 + part["minutes"] * 60 + part["seconds"])


def _parse(timex):
    date, _, time = timex.removeprefix("P").partition("T")
    units = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
    clock = {"H": "hours", "M": "minutes", "S": "seconds"}
    parts = {units[unit]: Decimal(number) for number, unit in re.findall(r"([\d.]+)([YMWD])", date)}
    parts |= {clock[unit]: Decimal(number) for number, unit in re.findall(r"([\d.]+)([HMS])", time)}
    return _length(parts)
