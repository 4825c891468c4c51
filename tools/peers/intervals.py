"""Ranges: quantities with bounds as the peer's intervals."""

import dataclasses
import re
from decimal import Decimal

from cases import simplified
from claims import claim

_LOWER = {"over": "(", "at_least": "["}
_UPPER = {"under": ")", "at_most": "]"}
_JOINS = re.compile(r"[\s,，、]*(的?同时|并且|而且|且|并|而|但|又|和)?[\s,，、]*(也|又|还)?")
_BEFORE = re.compile(r"(介于|在|从|由|自)\s*$")
_BEHIND = re.compile(r"\s*(之间|间)")


@dataclasses.dataclass
class Interval:
    begin: int
    ends: set
    low: Decimal | None = None
    high: Decimal | None = None
    opening: str = "("
    closing: str = ")"

    def says(self):
        shown = ["" if end is None else str(end) for end in (self.low, self.high)]
        return f"{self.opening}{shown[0]},{shown[1]}{self.closing}"


def ranges(case, readings):
    for interval in _joined(simplified(case.text), list(_intervals(simplified(case.text), readings["quantities"]))):
        begins = {interval.begin}
        ends = set(interval.ends)
        if before := _BEFORE.search(simplified(case.text)[:interval.begin]):
            begins.add(before.start())
        for end in interval.ends:
            if behind := _BEHIND.match(simplified(case.text)[end:]):
                ends.add(end + behind.end())
        yield claim(begins, ends, interval.says(),
                    lambda wanted, interval=interval: _parse(wanted.get("value")) == _parse(interval.says()))


def _parse(written):
    if not written:
        return None
    low, high = written[1:-1].split(",")
    return written[0], low and Decimal(low), high and Decimal(high), written[-1]


def _intervals(text, quantities):
    previous = None
    for quantity in quantities:
        interval = _interval(text, quantity)
        if interval is None and previous is not None and _goes_from_to(text, previous, quantity):
            yield Interval(previous["numeral"][0], _ends_of(quantity), previous["value"], quantity["value"], "[", ")")
        elif interval is not None:
            yield interval
        previous = quantity


def _ends_of(quantity):
    last = quantity["ends"][-1] if quantity.get("ends") else quantity
    return {last["numeral"][1], quantity["measure"][1], quantity["span"][1]}


def _interval(text, quantity):
    begin = quantity["span"][0]
    bound = quantity["bound"]
    if quantity["high"] is not None:
        return Interval(quantity["numeral"][0] - quantity["ordinal"], _ends_of(quantity), quantity["value"],
                        quantity["high"], "[", ")")
    if quantity["verb"]:
        begin, bound = quantity["verb"]["begin"], quantity["verb"]["bound"]
    if bound in _LOWER:
        return Interval(begin, _ends_of(quantity), low=quantity["value"], opening=_LOWER[bound])
    if bound in _UPPER:
        return Interval(begin, _ends_of(quantity), high=quantity["value"], closing=_UPPER[bound])
    if equal := re.search(r"等于\s*$", text[:begin]):
        return Interval(equal.start(), _ends_of(quantity), quantity["value"], quantity["value"], "[", "]")
    return None


def _goes_from_to(text, first, second):
    """从3到5"""
    between = text[first["measure"][1]:second["measure"][0]].strip()
    return between in ("到", "至") and re.search(r"(从|由|自)\s*$", text[:first["measure"][0]]) is not None


def _joined(text, intervals):
    """大于10并小于20 as one; the bounds must leave something between them."""
    done = []
    for interval in intervals:
        last = done[-1] if done else None
        if last is not None and _completes(text, last, interval):
            lower, upper = (last, interval) if last.low is not None else (interval, last)
            done[-1] = Interval(last.begin, interval.ends, lower.low, upper.high, lower.opening, upper.closing)
        else:
            done.append(interval)
    return done


def _completes(text, first, second):
    lower, upper = (first, second) if first.low is not None else (second, first)
    if lower.high is not None or upper.low is not None or lower.low is None or upper.high is None:
        return False
    touches = _JOINS.fullmatch(text[max(first.ends):second.begin]) is not None
    return touches and lower.low < upper.high
