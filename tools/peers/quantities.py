"""Numbers, ranges, percentages, ordinals, ages, money and dimensions: from our readings to the peer's terms.

What the peer says otherwise, for every case alike:

- Its texts leave out approximators (近, 约, 多, 以上); ours hold them.
- It has one value for a quantity. Of 63%-68% it reads both ends; 二三十 it does not read at all.
- To it 百分之三十 is the number 三十; and percentages are 百分之, 千分之, 万分之, 折, 成 and 百分点 alike.
- A lone scale word (万, 百) is no number, nor is a numeral inside a word (一切, 四川).
- A fraction has four decimals with us (1/3 is 0.3333).
- A range has its lower end included and its upper one not. The unit is no part of a range's text; 在 … 之间
  and 从 are. From 大于10 and 小于20 side by side it makes one range, and one from 从3到5, which with us
  are two quantities with bounds of their own.
- The name of a currency before the amount (人民币50元) belongs to its text.
- Units have English names; 三千比特 is three kilobits.
"""

import re
from decimal import Decimal

from claims import claim
from unit_names import AGE_UNITS, CURRENCIES

_SCALES = {"十": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_PART_OF_SCALE = re.compile(r"([百佰千仟万萬亿億][百佰千仟万萬亿億\s]*)分\s*之\s*")
_MORE_BEHIND = re.compile(r"[\s多余餘馀几幾]+$")
_FOUR_DECIMALS = Decimal("0.00005")


def _scale(words):
    return Decimal(10) ** sum(_SCALES[word] for word in words if word in _SCALES)


def _same(found, written, tolerance=Decimal(0)):
    """The peer calculates in doubles and prints fifteen digits."""
    if written is None:
        return False
    wanted = Decimal(str(written).rstrip("%"))
    return abs(found - wanted) <= max(tolerance, abs(wanted) * Decimal("1e-14"))


def _ends(quantities):
    """Each end of a range by itself; what is one numeral and yet a range has no counterpart."""
    for quantity in quantities:
        if quantity["high"] is None:
            yield quantity
        else:
            yield from quantity["ends"]


def numbers(case, readings):
    for numeral in readings["numerals"]:
        begin, end = numeral["span"]
        text = case.text[begin:end]
        if numeral["word"] or numeral["half"] or numeral["high"] is not None or not text.strip("百佰千仟万萬亿億"):
            continue
        value = numeral["value"]
        if part := _PART_OF_SCALE.match(text):
            begin += part.end()
            value *= _scale(part[1]) if numeral["rounded"] else 1
        end -= len(text) - len(_MORE_BEHIND.sub("", text))
        tolerance = _FOUR_DECIMALS if numeral["rounded"] else Decimal(0)
        yield claim([begin], [end], str(value),
                    lambda wanted, value=value, tolerance=tolerance: _same(value, wanted.get("value"), tolerance))


def _percentage(text, quantity):
    kind = quantity["kind"]
    if kind in ("percent", "points"):
        return quantity["value"]
    if kind == "permille":
        return quantity["value"] / 10
    if kind == "fraction" and (_PART_OF_SCALE.match(text) or "成" in text or "折" in text):
        return quantity["value"] * 100
    return None


def percentages(case, readings):
    for quantity in _ends(readings["quantities"]):
        begin, end = quantity["measure"]
        value = _percentage(case.text[begin:end], quantity)
        if value is not None:
            # 11.1% for a 千分之一百一十一: three significant digits.
            yield claim([begin], [end], f"{value}%", lambda wanted, value=value: _same(value, wanted.get("value")))


def ordinals(case, readings):
    for quantity in _ends(readings["quantities"]):
        if quantity["ordinal"]:
            begin, end = quantity["numeral"]
            begin = case.text.rindex("第", 0, begin)
            yield claim([begin], [end], str(quantity["value"]),
                        lambda wanted, value=quantity["value"]: _same(value, wanted.get("value")))


def ages(_, readings):
    for quantity in _ends(readings["quantities"]):
        if quantity["kind"] == "age":
            yield claim([quantity["measure"][0]], [quantity["measure"][1]], f"{quantity['value']} {quantity['unit']}",
                        lambda wanted, quantity=quantity: quantity["unit"] in AGE_UNITS.get(wanted.get("unit"), ())
                        and _same(quantity["value"], wanted.get("value")))


def money(case, readings, units):
    """`units` has "1 unit" as we read it, by the peer's names."""
    for quantity in _ends(readings["quantities"]):
        if quantity["kind"] != "money":
            continue
        begin, end = quantity["measure"]
        before = re.search(r"人民币\s*$", case.text[:begin]) if quantity["unit"] in ("元", "￥", "¥") else None
        yield claim({begin, before.start() if before else begin}, [end], f"{quantity['value']} {quantity['unit']}",
                    lambda wanted, quantity=quantity: _same_money(quantity, wanted, units))


def _same_money(quantity, wanted, units):
    if quantity["unit"] in CURRENCIES.get(wanted.get("unit"), ()):
        return _same(quantity["value"], wanted.get("value"))
    return _same_measure(quantity, wanted, units)


def dimensions(_, readings, units):
    """`units` has "1 unit" as we read it, by the peer's names."""
    for quantity in _ends(readings["quantities"]):
        if quantity["kind"] not in ("area", "length", "mass", "volume", "energy", "other"):
            continue
        yield claim([quantity["measure"][0]], [quantity["measure"][1]], f"{quantity['value']} {quantity['unit']}",
                    lambda wanted, quantity=quantity: _same_measure(quantity, wanted, units))


def _same_measure(quantity, wanted, units):
    unit = units.get(wanted.get("unit"))
    if unit is None or wanted.get("value") is None or unit["dimension"] != quantity["dimension"]:
        return False
    base = Decimal(wanted["value"]) * unit["value"] * unit["factor"]
    return _same(quantity["value"] * quantity["factor"], base)
