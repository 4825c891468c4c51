"""The cases of a folder: one JSON file a model, each a list of inputs with the results expected."""

import dataclasses
import json

MODELS = ("NumberModel", "NumberRangeModel", "PercentModel", "OrdinalModel", "AgeModel", "CurrencyModel",
          "DimensionModel", "DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser",
          "DurationExtractor", "DurationParser")


@dataclasses.dataclass(frozen=True)
class Expected:
    text: str
    begin: int
    end: int
    value: dict
    """The resolution; empty where the case asks for the place alone."""


@dataclasses.dataclass(frozen=True)
class Case:
    model: str
    text: str
    reference: str | None
    """The day the text was written on, in ISO 8601."""
    results: tuple[Expected, ...]


def fold(text):
    """Full-width characters as half-width ones, one for one: the peer sees its input so."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text)


_TRADITIONAL = str.maketrans("從與間過於時後這個", "从与间过于时后这个")


def simplified(text):
    """The words that the mappings look for, in simplified characters."""
    return text.translate(_TRADITIONAL)


def load(path):
    with path.open(encoding="utf-8-sig") as file:
        return [read_case(path.stem, entry) for entry in json.load(file)]


def read_case(model, entry):
    text = entry["Input"]
    reference = (entry.get("Context") or {}).get("ReferenceDateTime")
    results = []
    after = 0
    for result in entry["Results"]:
        expected = read_result(text, result, after, bool(entry.get("IgnoreResolution")))
        after = expected.end
        results.append(expected)
    return Case(model, text, reference and reference[:10], tuple(results))


def read_result(text, result, after, place_only):
    """The text counts where the written offsets point elsewhere, or are missing."""
    wanted = fold(result["Text"])
    folded = fold(text)
    begin = result.get("Start", -1)
    if folded[begin:begin + len(wanted)].lower() != wanted.lower() or begin < 0:
        begin = folded.lower().find(wanted.lower(), after)
    value = {} if place_only else result.get("Resolution") or result.get("Value") or {}
    return Expected(wanted, begin, begin + len(wanted), value)
