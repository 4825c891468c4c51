"""Every rule has its file, its line in rules.def, its cases and its page."""

import re
import subprocess
import sys

from tree import ROOT, Law

_CODE = re.compile(r'\.code = "([A-Z]{3}\d{3})"')
_LINE = re.compile(r"^RULE\((\w+)\)$", re.MULTILINE)


def rule_sources():
    """Name of the object → (file, code)."""
    rules = {}
    for path in sorted((ROOT / "src" / "checks" / "rules").rglob("*.cpp")):
        code = _CODE.search(path.read_text(encoding="utf-8"))
        if code:
            rules[path.stem] = (path.relative_to(ROOT), code.group(1))
    return rules


class Rules(Law):
    def test_each_file_has_its_line_and_each_line_its_file(self):
        listed = _LINE.findall((ROOT / "src/checks/rules.def").read_text(encoding="utf-8"))
        self.assertEqual(set(listed), set(rule_sources()), "rules.def and src/checks/rules/ differ")

    def test_the_list_is_in_code_order(self):
        rules = rule_sources()
        listed = _LINE.findall((ROOT / "src/checks/rules.def").read_text(encoding="utf-8"))
        codes = [rules[name][1] for name in listed if name in rules]
        self.assertEqual(codes, sorted(codes))

    def test_each_rule_has_cases(self):
        offences = [f"{path} has no tests/rules/{code}.md" for path, code in rule_sources().values()
                    if not (ROOT / "tests" / "rules" / f"{code}.md").is_file()]
        self.hold("Each rule has a file of further cases:", offences)

    def test_pages_are_fresh(self):
        program = self.build_folder() / "tallybook"
        check = subprocess.run([sys.executable, ROOT / "tools" / "gen_docs.py", "--check", program],
                               capture_output=True, text=True, check=False)
        self.assertEqual(check.returncode, 0, f"{check.stdout}{check.stderr}\nrun: make docs")
