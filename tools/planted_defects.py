"""Breaks one thing at a time in texts that are in order, and counts how often `check` sees it.

    planted_defects.py FILE-OR-FOLDER… [--binary build/release/tallybook] [--most 200] [--at-least PERCENT] [--show]

Only plain text is broken. Where figures are, a relation that held before it was broken is taken from
`check --format json`: one digit of its total, part, share, change or claim is changed. Elsewhere a mark of
a numbering moves on by one, a closing mark goes, a day leaves its month, a paragraph stands twice. A defect
counts as found where one of its family's rules says something new in the lines that were touched.

Of each family at most so many are planted, evenly over the texts. Exit status: 0, 1 where a family with at
least ten defects stays below the percentage (open lists are shown, but held to nothing), 2 where the program fails, 77 where there is no text.
"""

import argparse
import bisect
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from source_tree import ROOT

HAN = "〇一二三四五六七八九十"
DIGIT = re.compile(r"[0-9０-９]")
# A list behind 其中 need not be complete: that its parts add up is seen, that they do not proves nothing.
OPEN = re.compile("其中|包括|含")
RELATION_RULES = {
    "sum": {"FIG001", "FIG003"}, "open-sum": {"FIG001", "FIG003"}, "part": {"FIG003", "FIG001"}, "flow": {"FIG002"}, "share": {"FIG004"},
    "change": {"FIG005"}, "same": {"FIG007"}, "count": {"NUM006"}}
TEXT_RULES = {
    "numbering": {"NUM001", "NUM002", "NUM003"}, "pairing": {"PUN001"}, "punctuation": {"PUN002"},
    "date": {"DAT001"}, "range": {"FIG013", "DAT003"}, "repetition": {"DUP001", "DUP002"}, "doubled": {"DUP003"},
    "placeholder": {"RES001"}, "identity": {"PII001"}}
RULES = {**RELATION_RULES, **TEXT_RULES}
# What a relation is called, the parts in it that are broken, and the family.
BROKEN = {"sum_of": ("sum", ("total",)), "part_of": ("part", ("part",)), "flow": ("flow", ("closing",)),
          "share_of": ("share", ("share",)), "change_of": ("change", ("change",)), "same_as": ("same", ("second",)),
          "count_of": ("count", ("claim",))}


@dataclass
class Defect:
    family: str
    text: str
    begin: int
    end: int
    what: str


def check(binary, folder):
    """The analysis of every file in the folder, by name."""
    run = subprocess.run([binary, "check", "--no-config", "--format", "json", folder], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        print(run.stderr.decode("utf-8", "replace"), file=sys.stderr)
        sys.exit(2)
    analyses = map(json.loads, run.stdout.decode("utf-8").splitlines())
    return {Path(analysis["file"]).name: analysis for analysis in analyses}


def other_number(number):
    """A number that is written alike and means another: its first digit differs. None where there is none."""
    match = DIGIT.search(number)
    if match:
        digit = int(match.group())
        changed = digit - 2 if digit > 5 else digit + 2
        return number[:match.start()] + str(changed) + number[match.end():]
    match = re.search(f"[{HAN[2:]}]", number)
    if match and not re.search(f"[{HAN}百千万亿]", number[match.end():]):
        at = HAN.index(match.group())
        return number[:match.start()] + HAN[at - 1 if at > 5 else at + 1] + number[match.end():]
    return None


def nines(arithmetic):
    """Of `12 ≤ 3456`, what makes the left number the greater when written before it."""
    part, whole = (number.partition(".")[0] for number in arithmetic.split(" ≤ "))
    return "9" * (max(0, len(whole) - len(part)) + 1)


def of_relations(text, analysis):
    for relation in analysis["relations"]:
        if relation["verdict"] != "pass" or relation["kind"] not in BROKEN:
            continue
        family, roles = BROKEN[relation["kind"]]
        terms = relation["terms"]
        if family == "sum" and any(OPEN.search(place["text"]) for place in relation["evidence"]):
            family = "open-sum"
        if family == "change" and any(term["role"] == "part" for term in terms):
            continue  # between the changes of the parts there is room
        if family == "same":
            terms = [{**terms[-1], "role": "second"}] if len(terms) > 1 else []
        for term in terms:
            if term["role"] not in roles:
                continue
            number = other_number(term["text"])
            if family == "part" and number:
                number = re.sub(r"(?=[0-9０-９])", nines(relation["arithmetic"]), term["text"], count=1)
            if number and number != term["text"]:
                yield Defect(family, text[:term["begin"]] + number + text[term["end"]:], term["begin"],
                             term["begin"] + len(number), f"{term['text']} → {number}  {relation['arithmetic']}")


def of_marks(text):
    """一、 → 三、 where 二、 would come: every mark from the second on moves on by one."""
    for match in re.finditer(rf"(?m)^[ 　]*[（(]?([{HAN[2:-1]}])(?=[、）)])", text):
        moved = HAN[HAN.index(match.group(1)) + 1]
        yield Defect("numbering", text[:match.start(1)] + moved + text[match.end(1):], match.start(1), match.end(1),
                     f"{match.group().strip()} → {moved}")
    for match in re.finditer(rf"(?<=[。；，])([{HAN[2:-1]}])是", text):
        moved = HAN[HAN.index(match.group(1)) + 1]
        yield Defect("numbering", text[:match.start(1)] + moved + text[match.end(1):], match.start(1), match.end(1),
                     f"{match.group()} → {moved}是")


def of_writing(text):
    for match in re.finditer(r"《[^《》\n]{2,30}(》)|“[^“”\n]{2,30}(”)|（[^（）()\n]{2,30}(）)", text):
        at = max(match.start(i) for i in (1, 2, 3))
        yield Defect("pairing", text[:at] + text[at + 1:], match.start(), at, f"{match.group()} loses its end")
    for match in re.finditer(r"(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", text):
        yield Defect("punctuation", text[:match.start()] + "，。" + text[match.end():], match.start(), match.end() + 1,
                     "，→ ，。")
    for match in re.finditer(r"(?<![0-9])([1-9]|1[0-2])月([1-9]|[12][0-9])日", text):
        yield Defect("date", text[:match.start(2)] + "32" + text[match.end(2):], match.start(), match.end() + 1,
                     f"{match.group()} → 32日")
    for match in re.finditer(r"(?<![0-9.])([1-9][0-9]?)(?:至|—|～|-)([1-9][0-9]?)(?=[名个家人户次万亿元%月])", text):
        low, high = match.group(1), match.group(2)
        if int(low) < int(high):
            swapped = match.group().replace(low, "\0", 1).replace(high, low, 1).replace("\0", high, 1)
            yield Defect("range", text[:match.start()] + swapped + text[match.end():], match.start(), match.end(),
                         f"{match.group()} → {swapped}")
    for match in re.finditer(r"(?m)^[^\n]{60,}$", text):
        yield Defect("repetition", text[:match.end()] + "\n" + match.group() + text[match.end():], match.start(),
                     match.end() + 1 + len(match.group()), "a paragraph twice")
    for match in re.finditer(r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])(?!的)", text):
        yield Defect("doubled", text[:match.start()] + "的的" + text[match.end():], match.start(), match.end() + 1,
                     "的 → 的的")
    for match in re.finditer(r"20[0-9]{2}(?=年)", text):
        yield Defect("placeholder", text[:match.start()] + "20__" + text[match.end():], match.start(), match.end(),
                     f"{match.group()} → 20__")
    for match in re.finditer(r"(?<=[\u4e00-\u9fff])。", text):
        number = "11010519491231002X"  # the example of GB 11643
        added = f"（身份证号{number}）。"
        yield Defect("identity", text[:match.start()] + added + text[match.end():], match.start(),
                     match.start() + len(added), "an identity number")


def texts_of(paths):
    for path in map(Path, paths):
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            try:
                yield file, file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            except (OSError, UnicodeDecodeError) as error:
                print(f"{file}: left out: {error}", file=sys.stderr)


def evenly(defects, most):
    """At most so many, from all over the list."""
    step = max(1, -(-len(defects) // most))
    return defects[::step]


def plant(binary, paths, most):
    texts = list(texts_of(paths))
    if not texts:
        print("skipped: no text to break")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        for i, (_, text) in enumerate(texts):
            (Path(folder) / f"{i:06}.txt").write_text(text, encoding="utf-8", newline="")
        clean = check(binary, folder)
    by_family = defaultdict(list)
    for i, (file, text) in enumerate(texts):
        analysis = clean.get(f"{i:06}.txt")
        if analysis is None:
            continue
        for defects in (of_relations(text, analysis), of_marks(text), of_writing(text)):
            for defect in defects:
                by_family[defect.family].append((file, len(text), analysis, defect))
    return {family: evenly(by_family[family], most) for family in RULES if by_family[family]}


def lines_of(text, begin, end):
    starts = [match.end() for match in re.finditer("\n", text)]
    return bisect.bisect_right(starts, begin), bisect.bisect_right(starts, max(begin, end - 1))


def is_found(analysis, clean, defect, shift):
    """Whether a rule of the family says more than before, at the lines that were touched."""
    rules = RULES[defect.family]
    known = {(f["rule"], f["begin"]) for f in clean["findings"]}

    def is_new(finding):
        begin = finding["begin"]
        before = begin if begin < defect.begin else begin - shift if begin >= defect.end else None
        return before is None or (finding["rule"], before) not in known

    first, last = lines_of(defect.text, defect.begin, defect.end)
    for finding in analysis["findings"]:
        if finding["rule"] not in rules or not is_new(finding):
            continue
        if defect.family == "numbering":
            return True  # often faulted at the mark behind, a paragraph away
        for place in [finding, *finding["related"]]:
            begin, end = lines_of(defect.text, place["begin"], place["end"])
            if begin <= last and first <= end:
                return True
    return False


def measure(binary, planted, show):
    results = {}
    for family, defects in planted.items():
        with tempfile.TemporaryDirectory() as folder:
            for i, (*_, defect) in enumerate(defects):
                (Path(folder) / f"{i:06}.txt").write_text(defect.text, encoding="utf-8", newline="")
            broken = check(binary, folder)
        found = 0
        for i, (file, length, clean, defect) in enumerate(defects):
            if is_found(broken[f"{i:06}.txt"], clean, defect, len(defect.text) - length):
                found += 1
            elif show:
                line = lines_of(defect.text, defect.begin, defect.end)[0]
                context = defect.text[max(0, defect.begin - 30):defect.end + 30].replace("\n", "⏎")
                print(f"{family}: {file}:{line + 1}: {defect.what}\n    {context}")
        results[family] = (len(defects), found)
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="FILE-OR-FOLDER")
    parser.add_argument("--binary", default=str(ROOT / "build" / "release" / "tallybook"))
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--at-least", type=float, default=0)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--family", help="only this one")
    options = parser.parse_args()
    planted = plant(options.binary, options.paths, options.most)
    if options.family:
        planted = {options.family: planted.get(options.family, [])}
    results = measure(options.binary, planted, options.show)
    print(f"{'family':<12}{'planted':>9}{'found':>7}{'recall':>8}")
    for family, (count, found) in results.items():
        print(f"{family:<12}{count:>9}{found:>7}{found / max(1, count):>8.1%}")
    low = [f for f, (count, found) in results.items()
           if f != "open-sum" and count >= 10 and 100 * found < options.at_least * count]
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
