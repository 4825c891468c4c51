"""The page of `tallybook check --format html`, laid out and printed by a browser.

    html_page.py build/release/tallybook

Where no Chromium is installed, it is skipped.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
COUNTY = Path(__file__).resolve().parents[2] / "examples" / "county" / "2026H1"

# Written into a copy of the page: it measures the layout and leaves the result in the page.
PROBE = """<script>
const box = e => e.getBoundingClientRect();
const shown = e => getComputedStyle(e).display !== 'none' && box(e).height > 0;
const notes = [...document.querySelectorAll('div.note')].map(note => {
  const row = note.closest('.row'), text = row.querySelector('p, table');
  return {beside: box(note).left >= box(text).right, level: Math.abs(box(row).top - box(note.parentNode).top),
          place: !!document.querySelector(note.querySelector('a').getAttribute('href').replace(/[.]/g, '\\\\.')),
          shown: shown(note)};
});
const result = {notes, marks: document.querySelectorAll('mark').length,
  sideways: document.documentElement.scrollWidth - innerWidth,
  summaryFirst: box(document.querySelector('.summary')).top < box(document.querySelector('.file')).top};
for (const severity of ['error', 'warning', 'note']) document.getElementById('show-' + severity).checked = false;
result.shownWithoutFilters = [...document.querySelectorAll('div.note')].filter(shown).length;
document.title = JSON.stringify(result);
</script>"""


@unittest.skipUnless(BROWSER, "no Chromium is installed")
class HtmlPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.page = Path(cls.folder.name) / "report.html"
        subprocess.run([PROGRAM, "check", "--lang", "zh", "--format", "html", "-o", cls.page, COUNTY], check=False)
        cls.text = cls.page.read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def browse(self, page, *options):
        return subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.folder.name}/profile",
             "--window-size=1280,900", *options, page.as_uri()],
            check=True, capture_output=True, text=True, timeout=120).stdout

    def test_layout(self):
        probed = self.page.with_name("probed.html")
        probed.write_text(self.text.replace("</body>", PROBE + "</body>"), encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", self.browse(probed, "--dump-dom"), re.DOTALL).group(1)
        measured = json.loads(title.replace("&gt;", ">").replace("&amp;", "&"))
        self.assertGreater(len(measured["notes"]), 20)
        for note in measured["notes"]:
            self.assertTrue(note["beside"], "a finding stands beside its text")
            self.assertLess(note["level"], 40, "and at its height")
            self.assertTrue(note["place"], "and links to its place")
            self.assertTrue(note["shown"])
        self.assertGreater(measured["marks"], 20)
        self.assertLessEqual(measured["sideways"], 0, "nothing runs out of the page")
        self.assertTrue(measured["summaryFirst"])
        self.assertEqual(measured["shownWithoutFilters"], 0, "the boxes hide what they name")

    @unittest.skipUnless(shutil.which("pdftotext"), "no pdftotext is installed")
    def test_paper(self):
        paper = self.page.with_name("report.pdf")
        self.browse(self.page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
        self.assertGreater(text.count("\f"), 5, "several pages")
        for note in set(re.findall(r"<b>(?:错误|警告|提示) ([A-Z]{3}\d{3})</b>", self.text)):
            self.assertIn(note, text, "every finding is on paper")


if __name__ == "__main__":
    if not BROWSER:
        print("skipped: no Chromium is installed")
        sys.exit(77)
    unittest.main()
