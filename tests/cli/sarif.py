"""check --format sarif holds to SARIF 2.1.0, and its places to the files.

    sarif.py build/release/tallybook

TALLYBOOK_SARIF_SCHEMA may name the standard's own JSON schema; the log is then held to that too. What is checked
here without it are the properties that the standard requires of what the program writes.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote

PROGRAM = Path(sys.argv.pop(1)).resolve()
LEVELS = {"error", "warning", "note"}

# A character outside the basic plane before the places, a fix, related places, an accepted finding.
LINES = ["𠮷祥乡年中工作总结", "印发《通知》（青卫[2026]46号），原有79名，新增11名，现有89名。", "𠮷祥乡认真开展工作,成效明显。"]
MARKDOWN = "\n\n".join(LINES) + "<!-- tallybook: ignore PUN004 照原件 -->\n"
HTML = ("<html><head><meta charset='{}'></head><body>\n<p>" + "</p>\n<p>".join(LINES[1:]) +
        "</p>\n<p>认真<b>开展</b>工作&amp;宣传,好。</p></body></html>\n")


def utf16(text):
    """The text as a list of code units, each of which stands for itself."""
    data = text.encode("utf-16-le")
    return [data[i:i + 2] for i in range(0, len(data), 2)]


def words_at(text, region):
    return b"".join(utf16(text)[region["charOffset"]:region["charOffset"] + region["charLength"]]).decode("utf-16-le")


def place_by_lines(text, region):
    lines = text.split("\n")
    units = utf16(lines[region["startLine"] - 1])
    if region["startLine"] != region["endLine"]:
        return None
    return b"".join(units[region["startColumn"] - 1:region["endColumn"] - 1]).decode("utf-16-le")


class Sarif(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text, encoding="utf-8"):
        (self.folder / name).write_bytes(text.encode(encoding))
        return name

    def check(self, *arguments, status=(0, 1)):
        done = subprocess.run([PROGRAM, "check", "--format", "sarif", *arguments], cwd=self.folder, check=False,
                              capture_output=True, env={"LC_ALL": "zh_CN.UTF-8"})
        self.assertIn(done.returncode, status, done.stderr.decode())
        log = json.loads(done.stdout)
        self.hold(log)
        return log["runs"][0]

    def hold(self, log):
        """What the standard requires (OASIS SARIF 2.1.0, sections 3.13 to 3.55)."""
        self.assertEqual(log["version"], "2.1.0")
        [run] = log["runs"]
        driver = run["tool"]["driver"]
        self.assertTrue(driver["name"])
        codes = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(len(codes), len(set(codes)))
        for rule in driver["rules"]:
            self.assertTrue(rule["shortDescription"]["text"] and rule["help"]["text"])
            self.assertIn(rule["defaultConfiguration"]["level"], LEVELS)
        artifacts = [artifact["location"]["uri"] for artifact in run["artifacts"]]
        for result in run["results"]:
            self.assertIn(result["ruleId"], codes)
            self.assertIn(result["level"], LEVELS)
            self.assertTrue(result["message"]["text"])
            for location in result["locations"] + result.get("relatedLocations", []):
                self.assertIn(location["physicalLocation"]["artifactLocation"]["uri"], artifacts)
            for fix in result.get("fixes", []):
                for change in fix["artifactChanges"]:
                    self.assertTrue(change["artifactLocation"] and change["replacements"])
        self.assertEqual(len(run["invocations"]), 1)
        official = os.environ.get("TALLYBOOK_SARIF_SCHEMA")
        if official:
            import jsonschema
            schema = json.loads(Path(official).read_text(encoding="utf-8"))
            checker = jsonschema.FormatChecker()
            validator = jsonschema.validators.validator_for(schema)(schema, format_checker=checker)
            self.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(log)], [])

    def hold_places(self, run, text):
        """Every place with columns holds the words that it says."""
        found = 0
        for result in run["results"]:
            for location in result["locations"] + result.get("relatedLocations", []):
                region = location["physicalLocation"]["region"]
                self.assertEqual(words_at(text, region), region["snippet"]["text"])
                self.assertEqual(place_by_lines(text, region), region["snippet"]["text"])
                found += 1
        self.assertGreater(found, 4)

    def test_plain_text(self):
        text = "\n".join(LINES) + "\n"
        run = self.check(self.write("总结 一.txt", text))
        self.hold_places(run, text)
        self.assertEqual(unquote(run["artifacts"][0]["location"]["uri"]), "总结 一.txt")
        digest = hashlib.sha256((self.folder / "总结 一.txt").read_bytes()).hexdigest()
        self.assertEqual(run["artifacts"][0]["hashes"]["sha-256"], digest)
        self.assertEqual(run["columnKind"], "utf16CodeUnits")

    def test_text_in_another_encoding_counts_characters(self):
        text = "\n".join(LINES) + "\n"
        self.hold_places(self.check(self.write("a.txt", text, "gb18030")), text)

    def test_markdown(self):
        self.hold_places(self.check(self.write("a.md", MARKDOWN)), MARKDOWN)

    def test_markdown_with_a_byte_order_mark(self):
        self.hold_places(self.check(self.write("a.md", MARKDOWN, "utf-8-sig")), MARKDOWN)

    def test_html(self):
        text = HTML.format("utf-8")
        self.hold_places(self.check(self.write("a.html", text)), text)

    def test_html_in_another_encoding_counts_lines(self):
        run = self.check(self.write("a.html", HTML.format("gb18030"), "gb18030"))
        regions = [r["locations"][0]["physicalLocation"]["region"] for r in run["results"]]
        self.assertEqual({region["startLine"] for region in regions}, {2, 3, 4})
        self.assertFalse(any("startColumn" in region for region in regions))

    def test_fixes_can_be_made(self):
        text = "\n".join(LINES) + "\n"
        run = self.check(self.write("a.txt", text))
        edits = [replacement for result in run["results"] for fix in result.get("fixes", [])
                 for change in fix["artifactChanges"] for replacement in change["replacements"]]
        units = utf16(text)
        for edit in sorted(edits, key=lambda e: -e["deletedRegion"]["charOffset"]):
            region = edit["deletedRegion"]
            units[region["charOffset"]:region["charOffset"] + region["charLength"]] = utf16(
                edit["insertedContent"]["text"])
        fixed = b"".join(units).decode("utf-16-le")
        self.assertIn("青卫〔2026〕46号", fixed)
        self.assertIn("工作，成效", fixed)

    def test_accepted_findings_are_suppressed(self):
        self.write("a.md", MARKDOWN)
        subprocess.run([PROGRAM, "check", "--write-baseline", "b.toml", "--select", "FIG", "a.md"],
                       cwd=self.folder, check=True, capture_output=True)
        run = self.check("--baseline", "b.toml", "a.md")
        kinds = {result["ruleId"]: [s["kind"] for s in result["suppressions"]] for result in run["results"]}
        self.assertEqual(kinds["PUN004"], ["inSource"])
        self.assertEqual(kinds["FIG002"], ["external"])
        self.assertEqual(kinds["PUN008"], [])

    def test_fingerprints_are_the_keys(self):
        name = self.write("a.txt", "\n".join(LINES) + "\n")
        run = self.check(name)
        plain = subprocess.run([PROGRAM, "check", "--format", "json", name], cwd=self.folder, check=False,
                               capture_output=True)
        self.assertEqual([r["partialFingerprints"]["tallybookKey/v1"] for r in run["results"]],
                         [f["key"] for f in json.loads(plain.stdout)["findings"]])

    def test_a_word_file_has_paragraphs_in_place_of_lines(self):
        file = Path(__file__).resolve().parents[2] / "examples/county/2026H1/education.docx"
        run = self.check(str(file))
        for result in run["results"]:
            location = result["locations"][0]
            self.assertNotIn("region", location["physicalLocation"])
            self.assertTrue(location["logicalLocations"][0]["fullyQualifiedName"].startswith("word/document.xml#"))
            self.assertNotIn("fixes", result)
        self.assertTrue(run["results"])

    def test_several_files_are_one_run(self):
        names = [self.write(f"{i}.txt", LINES[1] if i != 1 else "青澜县认真开展工作。\n") for i in range(4)]
        run = self.check(*names)
        self.assertEqual([a["location"]["uri"] for a in run["artifacts"]], names)
        self.assertEqual(self.check("1.txt")["results"], [])
        self.assertTrue(run["invocations"][0]["executionSuccessful"])

    def test_a_file_that_cannot_be_read_is_no_success(self):
        run = self.check(self.write("a.txt", LINES[1]), "missing.txt", status=(2,))
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertEqual(len(run["artifacts"]), 1)


if __name__ == "__main__":
    unittest.main()
