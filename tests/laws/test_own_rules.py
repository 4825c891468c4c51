"""The shipped files of own rules keep the schema of docs/reference/, and the guide names every key."""

import json
import tomllib
import unittest

from tree import ROOT, Law

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

SCHEMA = ROOT / "docs/reference/own-rules.schema.json"
FOLDER = ROOT / "examples/rules"

BASE = {"code": "QLZF001", "name": "空话", "message": "不用。"}
KINDS = {
    "existence": {"words": ["甲"]},
    "substitution": {"swap": {"甲": "乙"}},
    "occurrence": {"patterns": ["甲+"], "max": 3},
    "consistency": {"either": {"甲": "乙"}},
    "sequence": {"steps": [{"words": ["甲"]}, {"words": ["乙"], "gap": 3}]},
}


def schema():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


@unittest.skipIf(Draft202012Validator is None, "python3-jsonschema is not installed")
class Schema(Law):
    def accepts(self, rule):
        return Draft202012Validator(schema()).is_valid({"rule": [rule]})

    def test_the_shipped_files_keep_it(self):
        Draft202012Validator.check_schema(schema())
        offences = [f"{path.name}: {list(error.absolute_path)}: {error.message}"
                    for path in sorted(FOLDER.glob("*.toml"))
                    for error in Draft202012Validator(schema()).iter_errors(
                        tomllib.loads(path.read_text(encoding="utf-8")))]
        self.hold("A shipped file of rules breaks docs/reference/own-rules.schema.json:", offences)

    def test_each_kind_takes_its_own_keys_only(self):
        for kind, keys in KINDS.items():
            self.assertTrue(self.accepts(BASE | {"kind": kind} | keys), kind)
            self.assertFalse(self.accepts(BASE | {"kind": kind}), kind)
            accepted = [other for other, more in KINDS.items()
                        if other != kind and not set(more) <= set(keys)
                        and self.accepts(BASE | {"kind": kind} | more | keys)]
            # An occurrence may have words too, as an existence may have patterns.
            self.assertEqual(accepted, {"occurrence": ["existence"]}.get(kind, []), kind)

    def test_it_refuses_what_the_program_refuses(self):
        good = BASE | {"kind": "existence", "words": ["甲"]}
        accepted = [change for change in (
            {"code": "X1"}, {"name": "Big Name"}, {"message": ""}, {"message": {"en": "x"}}, {"words": []},
            {"words": [""]}, {"scope": "page"}, {"level": "warning"}, {"examples": []}, {"examples": [{}]},
            {"examples": [{"bad": "甲"}]}, {"examples": [{"good": "⟦甲⟧"}]}, {"severity": "suggestion"},
        ) if self.accepts(good | change)]
        self.assertEqual(accepted, [])


class Guide(Law):
    def test_every_key_is_explained(self):
        keys = schema()["properties"]["rule"]["items"]["properties"]
        steps = keys["steps"]["items"]["properties"]
        page = (ROOT / "docs/guide/own-rules.md").read_text(encoding="utf-8")
        self.hold("docs/guide/own-rules.md says nothing of these keys:",
                  [key for key in (*keys, *steps) if f"`{key}`" not in page])


if __name__ == "__main__":
    unittest.main()
