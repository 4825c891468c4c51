"""The pages show what the program does, and lead where they say."""

import re
import subprocess
import sys

from tree import ROOT, Law, files

_LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


class Docs(Law):
    def test_transcripts_are_fresh(self):
        program = self.build_folder() / "tallybook"
        check = subprocess.run([sys.executable, ROOT / "tools" / "transcripts.py", "--check", program],
                               capture_output=True, text=True, check=False)
        self.assertEqual(check.returncode, 0, f"{check.stdout}{check.stderr}\nrun: make docs")

    def test_links_lead_somewhere(self):
        offences = [f"{path}: {target}"
                    for path in files({".md"})
                    for target in _LINK.findall(_CODE.sub("", (ROOT / path).read_text(encoding="utf-8")))
                    if "://" not in target and not target.startswith("mailto:")
                    and not (ROOT / path.parent / target).exists()]
        self.hold("A link leads to a file of the project:", offences)
