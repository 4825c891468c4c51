"""The JSON output holds to the schemas of docs/reference/, and its offsets to the text.

    schemas.py build/release/tallybook
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)  # ctest counts this as skipped

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv.pop(1)).resolve()

# Wide characters, a character outside the basic plane, quotes, a range, a flow that does not add up,
# a document number with a fix, a list with an item missing, an enumeration.
TEXT = """青澜县卫生局2026年上半年工作总结
一、主要工作
（一）医疗服务。门诊诊疗82.4万人(次)，同比增长13%～15%；𠮷祥乡“光明行动”救治患者原有79名，新增11名，现有89名。
（二）宣传。印发《通知》（青卫[2026]46号）；一是培训骨干20名。三是发放资料1500余份。
二、存在的问题
"""


def schema(name):
    return json.loads((ROOT / "docs/reference" / f"{name}.schema.json").read_text(encoding="utf-8"))


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def places(value):
    """Every object that has a place and its words, however deep."""
    if isinstance(value, dict):
        if {"begin", "end", "text"} <= value.keys():
            yield value
        for child in value.values():
            yield from places(child)
    elif isinstance(value, list):
        for child in value:
            yield from places(child)


class Schemas(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = Path(self.folder.name) / "总结.txt"
        self.file.write_text(TEXT, encoding="utf-8")

    def hold(self, name, *arguments):
        validator = Draft202012Validator(schema(name))
        objects = run(*arguments)
        for value in objects:
            problems = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(value)]
            self.assertEqual(problems, [], name)
            for place in places(value):
                self.assertEqual(TEXT[place["begin"]:place["end"]], place["text"])
        return objects

    def test_schemas_are_schemas(self):
        for name in ("figure", "check", "statistics", "outline", "rules"):
            Draft202012Validator.check_schema(schema(name))

    def test_figures(self):
        self.assertGreater(len(self.hold("figure", "figures", "--format", "jsonl", self.file)), 3)

    def test_check(self):
        [root] = self.hold("check", "check", "--format", "json", self.file)
        self.assertTrue(root["findings"])
        self.assertIn(("flow", "fail", "79 + 11 = 90 ≠ 89"),
                      [(r["kind"], r["verdict"], r["arithmetic"]) for r in root["relations"]])

    def test_check_with_accepted_findings(self):
        settings = Path(self.folder.name) / "tallybook.toml"
        settings.write_text("[[dismiss]]\nrule = 'PUN008'\ntext = '46号'\nreason = '原文如此'\n", encoding="utf-8")
        [root] = self.hold("check", "check", "--format", "json", self.file)
        self.assertEqual([(f["rule"], f["accepted"]["by"]) for f in root["accepted"]], [("PUN008", "setting")])

    def test_statistics(self):
        [root] = self.hold("statistics", "check", "--statistics", "--format", "json", self.file)
        self.assertEqual(sum(rule["findings"] for rule in root["rules"]),
                         len(run("check", "--format", "json", self.file)[0]["findings"]))

    def test_outline(self):
        [root] = self.hold("outline", "outline", "--format", "json", self.file)
        self.assertTrue(root["reports"][0]["sections"])

    def test_rules(self):
        self.hold("rules", "rules", "--format", "json")

    def test_own_rules(self):
        rules = ("--rules", ROOT / "examples/rules/county-office.toml")
        [root] = self.hold("rules", "rules", "--format", "json", *rules)
        self.assertTrue([rule for rule in root["rules"] if "file" in rule])
        [root] = self.hold("check", "check", "--format", "json", "--select", "QLZF", *rules, self.file)
        self.assertIn("没有下步打算", [finding["name"] for finding in root["findings"]])


if __name__ == "__main__":
    unittest.main()
