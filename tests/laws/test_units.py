"""data/units.toml keeps the schema of docs/reference/, and its pages name every key."""

import json
import tomllib
import unittest

from tree import ROOT, Law

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

SCHEMA = ROOT / "docs/reference/units.schema.json"


def schema():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


class Units(Law):
    @unittest.skipIf(Draft202012Validator is None, "python3-jsonschema is not installed")
    def test_the_file_keeps_its_schema(self):
        Draft202012Validator.check_schema(schema())
        file = tomllib.loads((ROOT / "data/units.toml").read_text(encoding="utf-8"))
        self.hold("data/units.toml breaks docs/reference/units.schema.json:", [
            f"{list(error.absolute_path)}: {error.message}"
            for error in Draft202012Validator(schema()).iter_errors(file)])

    @unittest.skipIf(Draft202012Validator is None, "python3-jsonschema is not installed")
    def test_the_schema_refuses_what_it_should(self):
        good = {"kind": "length", "dimension": "length", "base": "米", "units": ["米"], "examples": {"5米": "5"}}
        validator = Draft202012Validator(schema())
        self.assertTrue(validator.is_valid({"family": [good]}))
        accepted = [change for change in (
            {"kind": "size"}, {"factor": "1"}, {"units": []}, {"units": [{"text": "里", "factor": 500}]},
            {"units": [{"text": "里", "factor": "0"}]}, {"examples": {}}, {"final_only": ["米"]},
        ) if validator.is_valid({"family": [good | change]})]
        self.assertEqual(accepted, [])

    def test_every_key_is_explained(self):
        keys = schema()["$defs"]["family"]["properties"]
        page = (ROOT / "docs/reference/units.md").read_text(encoding="utf-8")
        comment = (ROOT / "data/units.toml").read_text(encoding="utf-8").split("\n[[family]]")[0]
        self.hold("No word on a key of data/units.toml:", [
            key for key in keys
            if f"`{key}`" not in page or f"#   {key} " not in comment])


if __name__ == "__main__":
    unittest.main()
