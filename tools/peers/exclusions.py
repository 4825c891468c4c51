"""The classes of cases that measure nothing here. Each is a predicate on the case, never on our reading."""

import calendar
import dataclasses
import re
from collections.abc import Callable

from cases import Case, fold


@dataclasses.dataclass(frozen=True)
class Exclusion:
    name: str
    reason: str
    holds: Callable[[Case], bool]


_NUMBERS = ("NumberModel", "NumberRangeModel", "PercentModel", "CurrencyModel", "DimensionModel")
_DATES = ("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser")

_WEB_ADDRESS = re.compile(r"https?://\S+")
_POWER = re.compile(r"\d\s*[kK](?![A-Za-z])|\d[eE][+-]?\d|\d\s*\^")
_MONEY_BEHIND_DIGIT = re.compile(r"[一二两兩三四五六七八九](美元|美刀|美金|欧元|日元|英镑|港元|港币|元)")


def _any_text(case, pattern):
    return any(re.search(pattern, result.text) for result in case.results)


def _computer_notation(case):
    return case.model in _NUMBERS and _POWER.search(_WEB_ADDRESS.sub("", fold(case.text))) is not None


def _too_long(case):
    return re.search(r"\d{19}", fold(case.text)) is not None


def _unit_alone(case):
    return case.model in ("CurrencyModel", "DimensionModel") and any(
        "value" in result.value and result.value["value"] is None for result in case.results)


def _speech(case):
    if case.model == "CurrencyModel":
        return _any_text(case, r"[块毛](?!钱)")
    if case.model == "NumberModel":
        return _any_text(case, r"打$")
    return case.model == "DimensionModel" and _any_text(case, r"位$")


def _left_to_other_model(case):
    return case.model == "NumberModel" and not case.results and _MONEY_BEHIND_DIGIT.search(case.text) is not None


def _ambiguous_order(case):
    short = r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(\d{1,2}|\d{4})(?!\d)"
    return case.model in _DATES and _any_text(case, short)


def _bare_year(case):
    return case.model in _DATES and any(
        re.fullmatch(r"[从自由在]?\s*\d{4}(\s*[到至-]\s*\d{4})?", result.text) for result in case.results)


def _vague(case):
    return case.model in _DATES and _any_text(case, r"^(最近|近期|近来|目前|现在|将来|未来|过去)$")


def _leap_day(case):
    if case.model not in _DATES or case.reference is None or calendar.isleap(int(case.reference[:4])):
        return False
    return _any_text(case, r"^(2|02|二)月(29|二十九|廿九)")


EXCLUSIONS = (
    Exclusion("computer notation", "40k, 2e5 and 2^-1 stand in no official prose", _computer_notation),
    Exclusion("more than 18 digits", "beyond exact decimals of 18 digits, and beyond any budget", _too_long),
    Exclusion("a unit without a number", "人民币 alone is no quantity", _unit_alone),
    Exclusion("words of speech",
              "块 and 毛 for 元 and 角, 打 for twelve and 位 for bit: in official prose 块 and 位 count things and "
              "persons, and 打 is a verb", _speech),
    Exclusion("left to another model",
              "the peer keeps a digit before a currency's name for its currency model, which reads the same words",
              _left_to_other_model),
    Exclusion("order of day, month and year unknown",
              "3-7-07 and 10/1/2018 name different days to different readers; official dates begin with a year of "
              "four digits", _ambiguous_order),
    Exclusion("a bare number as a year", "in a work summary 2100 without 年 is a number", _bare_year),
    Exclusion("no day on the calendar", "最近 names none", _vague),
    Exclusion("29 February of a common year",
              "it is reported as a slip of the year at hand; the peer looks for another year", _leap_day),
)


def exclusion_of(case):
    """The first class that holds the case, or None."""
    return next((exclusion for exclusion in EXCLUSIONS if exclusion.holds(case)), None)
