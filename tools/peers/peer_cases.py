"""Holds the readers of numerals, quantities and time to the test cases of another recogniser.

    tools/peer_cases FOLDER [--show]

FOLDER holds JSON files of Microsoft Recognizers-Text's Chinese specifications: NumberModel.json and so on.
For every file the number of cases passed, failed and excluded is printed; --show adds what was read instead
and the reason of every exclusion. A case passes when exactly the expected results are read, each with the
expected text and the expected value.

Two recognisers that are both right still differ in convention. That is met in two ways, and both are general:

- A mapping turns our reading into the peer's terms, the same way for all cases of a model. quantities.py,
  intervals.py and times.py each open with the list of theirs.
- An exclusion is a class of cases that cannot measure this program: a predicate on the case, decided without
  looking at what we read, with its reason beside it in exclusions.py. A class belongs there only if a reader
  of official prose would not want the expected result, or if our values cannot hold it by design. Whatever
  is read wrongly and could be read rightly is a failure. No input is excluded by being named.

Exit status: 0 when every case passed or is excluded, 1 when some failed, 2 when nothing could be read.
"""

import argparse
import collections
import pathlib
import sys

import intervals
import quantities
import times
from cases import MODELS, load
from claims import difference
from exclusions import exclusion_of
from readings import read_all
from unit_names import CURRENCIES, DIMENSIONS


def one_of_each(program, units):
    """One of each unit that the peer has a name for, as we read it."""
    readings = read_all(program, [(f"1{unit}", None) for unit in units.values()])
    return {name: reading["quantities"][0] for name, reading in zip(units, readings, strict=True)}


def mappings(program):
    moneys = one_of_each(program, {name: spellings[0] for name, spellings in CURRENCIES.items()})
    units = one_of_each(program, DIMENSIONS)
    return {
        "NumberModel": quantities.numbers,
        "NumberRangeModel": intervals.ranges,
        "PercentModel": quantities.percentages,
        "OrdinalModel": quantities.ordinals,
        "AgeModel": quantities.ages,
        "CurrencyModel": lambda case, readings: quantities.money(case, readings, moneys),
        "DimensionModel": lambda case, readings: quantities.dimensions(case, readings, units),
        "DateExtractor": times.dates,
        "DateParser": times.dates,
        "DatePeriodExtractor": times.periods,
        "DatePeriodParser": times.periods,
        "DurationExtractor": times.durations,
        "DurationParser": times.durations,
    }


def show_failure(case, read):
    expected = "; ".join(f"{result.text} = {result.value or 'anything'}" for result in case.results) or "nothing"
    print(f"  failed    {case.text}" + (f"  [{case.reference}]" if case.reference else ""))
    print(f"            expected {expected}")
    print(f"            read     {read}")


def measure(path, program, mapping, show):
    counts = collections.Counter()
    cases = load(path)
    readings = read_all(program, [(case.text, case.reference) for case in cases])
    for case, reading in zip(cases, readings, strict=True):
        exclusion = exclusion_of(case)
        if exclusion is not None:
            counts["excluded"] += 1
            if show:
                print(f"  excluded  {case.text}: {exclusion.name} ({exclusion.reason})")
            continue
        read = difference(case, list(mapping(case, reading)))
        counts["failed" if read else "passed"] += 1
        if read and show:
            show_failure(case, read)
    return counts


def describe(name, counts):
    applicable = counts["passed"] + counts["failed"]
    share = f"{100 * counts['passed'] / applicable:5.1f}%" if applicable else "    –"
    return (f"{name:<22} {counts['passed']:4} passed {counts['failed']:4} failed {counts['excluded']:4} excluded"
            f"  {share} of {applicable}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--show", action="store_true", help="print failures, and the reason of each exclusion")
    parser.add_argument("--readings", required=True, help="the program tallybook_readings")
    options = parser.parse_args()

    by_model = mappings(options.readings)
    total = collections.Counter()
    for path in sorted(options.folder.glob("*.json")):
        if path.stem not in MODELS:
            print(f"{path.stem:<22} not measured: no reader of figures or time")
            continue
        counts = measure(path, options.readings, by_model[path.stem], options.show)
        print(describe(path.stem, counts), flush=True)
        total += counts
    if not total:
        print(f"{options.folder} holds no cases", file=sys.stderr)
        return 2
    print(describe("total", total))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
