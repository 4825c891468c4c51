"""How many hand-checked statements about figures `tallybook check` decides, and whether rightly.

    measure_relations.py [FOLDER] [--binary build/release/tallybook] [--at-least PERCENT] [--show]

FOLDER, or else the folder that TALLYBOOK_EVAL names, holds NAME.txt with NAME.checks.tsv: `line  text
relation  verdict  arithmetic`, one row for each statement that a reader can recompute. A row counts as
decided when a relation of its kind has the verdict pass or fail that touches the row's text in its line,
and that rests on a number of the row's arithmetic where it rests on other figures too; any such relation
with the other verdict makes it wrong.

Exit status: 0, 1 where a row is decided wrongly or too few are decided, 2 where the program fails,
77 where no folder is named, or it does not exist or holds no rows (ctest counts that as skipped).
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from source_tree import ROOT

# The names of the rows, and the relations that state the same. A sum that holds also says of each part
# that it is no more than the whole.
KINDS = {
    "part-whole": ("part_of", "sum_of"),
    "sum": ("sum_of",),
    "flow": ("flow",),
    "share": ("share_of",),
    "growth": ("change_of",),
    "direction": ("change_of",),
    "same-figure": ("same_as",),
    "count-claim": ("count_of",),
}
# Statements of other kinds that some of our relations also reach. They are shown apart from the total:
# a mean within its parts' range and a mean per head follow from assumptions about the weights.
FURTHER = {
    "weighted-average": ("change_of",),
    "weighted-growth": ("change_of",),
    "pairing": ("count_of",),
    "rate": ("share_of",),
}
DECIDED = ("pass", "fail")


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["verdict"] in DECIDED and row["relation"] in {**KINDS, **FURTHER}:
                yield row


def occurrences(text, words, begin, end):
    at = text.find(words, begin, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def places_of(text, row):
    """Where the row's words stand in its line; the whole line where they are not quoted literally."""
    begin = 0
    for _ in range(int(row["line"]) - 1):
        begin = text.index("\n", begin) + 1
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    return list(occurrences(text, row["text"], begin, end)) or [(begin, end)]


def relations_of(binary, path):
    done = subprocess.run([binary, "check", "--format", "json", path], capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        print(done.stderr, file=sys.stderr)
        sys.exit(2)
    return json.loads(done.stdout)["relations"]


def overlaps(place, places):
    return any(place["begin"] < end and begin < place["end"] for begin, end in places)


def touches(relation, places):
    return any(overlaps(place, places) for part in ("terms", "items", "evidence") for place in relation[part])


def digits_in(words):
    """The significant digits of every number: 1.91万亿 and 19100 are both 191."""
    return {number.replace(".", "").strip("0") for number in re.findall(r"\d+(?:\.\d+)?", words)}


def rests_on(relation, places, arithmetic):
    """Whether it relates the row's figure to one that the row speaks of, and not to its neighbour."""
    others = [term["text"] for term in relation["terms"] if not overlaps(term, places)]
    known = digits_in(arithmetic)
    return not others or any(digits_in(words) & known or words in arithmetic for words in others)


def outcome(row, relations, kinds, places):
    verdicts = {r["verdict"] for r in relations
                if r["kind"] in kinds and touches(r, places)
                and (row["relation"] in FURTHER or rests_on(r, places, row["arithmetic"]))}
    if not verdicts & set(DECIDED):
        return "silent"
    if row["verdict"] == "fail":
        return "right" if "fail" in verdicts else "wrong"
    return "wrong" if "fail" in verdicts else "right"


def measure(folder, binary, show):
    """{kind: {outcome: count}} over all documents."""
    counts = {}
    for path in sorted(folder.glob("*.checks.tsv")):
        document = path.with_name(path.name.removesuffix(".checks.tsv") + ".txt")
        text = document.read_text(encoding="utf-8")
        relations = relations_of(binary, document)
        for row in read_rows(path):
            kinds = {**KINDS, **FURTHER}[row["relation"]]
            result = outcome(row, relations, kinds, places_of(text, row))
            of_kind = counts.setdefault(row["relation"], {"right": 0, "wrong": 0, "silent": 0})
            of_kind[result] += 1
            if show and result != "right":
                print(f"{result:6} {document.stem}:{row['line']} {row['relation']} {row['verdict']}: "
                      f"{row['text']} | {row['arithmetic']}")
    return counts


def print_line(name, counts):
    total = sum(counts.values())
    print(f"{name:18}{total:6}{counts['right']:8}{counts['wrong']:8}{counts['silent']:8}"
          f"{100 * (total - counts['silent']) / total:9.0f}%")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("TALLYBOOK_EVAL"))
    parser.add_argument("--binary", type=Path, default=ROOT / "build/release/tallybook")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--show", action="store_true", help="print the rows that are not decided rightly")
    options = parser.parse_args()
    if options.folder is None:
        print("no folder named, and TALLYBOOK_EVAL is not set: nothing measured")
        return 77
    folder = Path(options.folder)
    if not folder.is_dir():
        print(f"no folder {folder}: nothing measured")
        return 77
    counts = measure(folder, options.binary, options.show)
    if not counts:
        print(f"no rows in {folder}: nothing measured")
        return 77
    print(f"{'':18}{'rows':>6}{'right':>8}{'wrong':>8}{'silent':>8}{'decided':>10}")
    total = {"right": 0, "wrong": 0, "silent": 0}
    for name in filter(counts.get, KINDS):
        print_line(name, counts[name])
        total = {key: total[key] + counts[name][key] for key in total}
    print_line("all", total)
    print("apart:")
    for name in filter(counts.get, FURTHER):
        print_line(name, counts[name])
    rows = sum(total.values())
    decided = 100 * (rows - total["silent"]) / rows if rows else 0
    return 1 if total["wrong"] or decided < options.at_least else 0


if __name__ == "__main__":
    sys.exit(main())
