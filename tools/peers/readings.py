"""What the readers of the library make of a text, with places in characters."""

import json
import subprocess
from decimal import Decimal

_NUMBERS = ("value", "high", "factor")
_PLACES = ("span", "measure", "numeral")


def read_all(program, requests):
    """The readings of each (text, reference) pair, in order."""
    lines = "".join(json.dumps({"text": text, "reference": reference}) + "\n" for text, reference in requests)
    done = subprocess.run([program], input=lines, capture_output=True, text=True, encoding="utf-8", check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [_Places(text).convert(answer) for (text, _), answer in zip(requests, answers, strict=True)]


class _Places:
    """From bytes to characters of one text."""

    def __init__(self, text):
        self._characters = {}
        size = 0
        for index, character in enumerate(text):
            self._characters[size] = index
            size += len(character.encode("utf-8"))
        self._characters[size] = len(text)

    def convert(self, node):
        if isinstance(node, list):
            return [self.convert(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        return {key: self._convert_field(key, value) for key, value in node.items()}

    def _convert_field(self, key, value):
        if key in _PLACES:
            return [self._characters[byte] for byte in value]
        if key == "begin":
            return self._characters[value]
        if key in _NUMBERS and value is not None:
            return Decimal(value)
        return self.convert(value)
