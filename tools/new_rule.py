"""Scaffolds a rule: its file, its line in rules.def, its cases.

    new_rule.py NUM004 orphan-level numbering

What it writes compiles and fails its own example, which is where the work begins.
"""

import argparse
import re
import sys

from source_tree import ROOT

CHECKS = ROOT / "src" / "checks"
RULES = CHECKS / "rules"
CASES = ROOT / "tests" / "rules"

SOURCE = '''\
#include "checks/view.hpp"

namespace tallybook::rules {{
namespace {{

constexpr Example kExamples[] = {{
    {{.bad = "全年工作圆满⟦完成完成⟧。", .good = "全年工作圆满完成。"}},
}};

void check(const ReportView& report, FindingSink& findings) {{
  for (const Sentence& sentence : report.outline.sentences) {{
    if (report.text(sentence.span).empty()) findings.add(sentence.span, {{.zh = "……", .en = "…"}});
  }}
}}

}}  // namespace

extern constinit const Rule {object}{{
    .code = "{code}",
    .name = "{name}",
    .severity = Severity::warning,
    .since = "{version}",
    .catches = {{"……", "…"}},
    .why = {{"……", "…"}},
    .source = "…",
    .examples = kExamples,
    .check = check,
}};

}}  // namespace tallybook::rules
'''

_LINE = re.compile(r"^RULE\((\w+)\)$")
_CODE = re.compile(r'\.code = "([A-Z]{3}\d{3})"')
_VERSION = re.compile(r"project\(tallybook VERSION (\S+)")


def codes():
    """Object name → code of every rule that is there."""
    found = {}
    for path in RULES.rglob("*.cpp"):
        code = _CODE.search(path.read_text(encoding="utf-8"))
        if code:
            found[path.stem] = code.group(1)
    return found


def list_rule(object_name, code):
    """Adds the line where the code order wants it."""
    known = codes()
    path = CHECKS / "rules.def"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = len(lines)
    for number, line in enumerate(lines):
        rule = _LINE.match(line)
        if rule and known.get(rule.group(1), "") > code:
            place = number
            break
    lines.insert(place, f"RULE({object_name})")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def complaint(code, name, group):
    """What is wrong with the arguments, or None."""
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        return "CODE is three capitals and three digits, as in the catalogue: CODE=NUM004"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        return "NAME is the defect in words with hyphens: NAME=orphan-level"
    known = codes()
    if code in known.values():
        return f"{code} is there already; codes are never reused"
    if name.replace("-", "_") in known:
        return f"{name} is there already"
    if not (RULES / group).is_dir() or not group:
        folders = ", ".join(sorted(path.name for path in RULES.iterdir() if path.is_dir()))
        return f"GROUP is a folder of src/checks/rules: {folders}"
    return None


def write_new(path, text):
    path.write_text(text, encoding="utf-8")
    print(f"  {path.relative_to(ROOT)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code")
    parser.add_argument("name")
    parser.add_argument("group")
    options = parser.parse_args()
    problem = complaint(options.code, options.name, options.group)
    if problem:
        sys.exit(f"new-rule: {problem}")

    object_name = options.name.replace("-", "_")
    version = _VERSION.search((ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    template = (ROOT / "tools" / "rule_cases.md").read_text(encoding="utf-8")
    list_rule(object_name, options.code)
    print("new-rule: wrote")
    write_new(RULES / options.group / f"{object_name}.cpp",
              SOURCE.format(object=object_name, code=options.code, name=options.name, version=version))
    write_new(CASES / f"{options.code}.md", template.format(code=options.code, name=options.name))
    print("  src/checks/rules.def (one line)\nNext: make the example true, then `make docs` and `make test`.")


if __name__ == "__main__":
    main()
