"""What the laws share: the files of the checkout, and failing with a list of places."""

import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from source_tree import ROOT, cpp_files, files, includes  # noqa: E402  (found through the line above)

__all__ = ["ROOT", "Law", "cpp_files", "files", "includes", "numbered_lines"]


class Law(unittest.TestCase):
    """A law names every place that breaks it, not only the first."""

    def hold(self, law, offences):
        if offences:
            self.fail("\n".join([law, *(f"  {offence}" for offence in offences)]))

    def build_folder(self):
        """A release build, for the laws on what comes out of the compiler."""
        folder = os.environ.get("TALLYBOOK_BUILD")
        if not folder:
            self.skipTest("needs a release build; TALLYBOOK_BUILD names its folder")
        return Path(folder)


def numbered_lines(path):
    return enumerate((ROOT / path).read_text(encoding="utf-8").split("\n"), 1)
