"""The workbook of `tallybook figures --format xlsx`, read back as any program would read it.

    workbook.py build/release/tallybook
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# A level with a scale word, a range, a plan, a percentage, a number of nineteen digits, a quotation that
# would be a formula.
REPORT = """青澜县卫生局2026年上半年工作总结
一、主要工作
门诊诊疗82.4万人(次)，同比增长13%～15%。落实资金1234567890.12345678万元。
=SUM(A1)培训20人。
二、下半年打算
计划培训医生120名。
"""


class Workbook:
    """The cells of every sheet, as (type, value, number format)."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.strings = ["".join(t.text or "" for t in item.iter(f"{MAIN}t"))
                        for item in self.xml("xl/sharedStrings.xml")]
        styles = self.xml("xl/styles.xml")
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{MAIN}numFmt")}
        self.formats = [codes.get(xf.get("numFmtId")) for xf in styles.find(f"{MAIN}cellXfs")]
        targets = {r.get("Id"): r.get("Target") for r in self.xml("xl/_rels/workbook.xml.rels")}
        self.sheets = {sheet.get("name"): self.xml("xl/" + targets[sheet.get(LINK)])
                       for sheet in self.xml("xl/workbook.xml").find(f"{MAIN}sheets")}

    def xml(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def cell(self, cell):
        kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
        if kind == "s":
            value = self.strings[int(value)]
        return kind, value, self.formats[int(cell.get("s", 0))]

    def rows(self, name):
        """Each row as a dictionary by the titles of the header."""
        rows = [{re.sub(r"\d", "", cell.get("r")): self.cell(cell) for cell in row}
                for row in self.sheets[name].iter(f"{MAIN}row")]
        titles = {column: value for column, (_, value, _) in rows[0].items()}
        return [{titles[column]: cell for column, cell in row.items()} for row in rows[1:]]


def values(row):
    return {title: value for title, (_, value, _) in row.items()}


class Workbooks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "总结.txt").write_text(REPORT, encoding="utf-8")

    def run_program(self, *arguments, **streams):
        return subprocess.run([PROGRAM, "figures", "--format", "xlsx", *arguments], cwd=self.folder,
                              env={"LC_ALL": "C"}, check=False,
                              **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams))

    def workbook(self, *arguments):
        done = self.run_program("-o", "out.xlsx", *arguments)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
        return Workbook(self.folder / "out.xlsx")

    def figures(self):
        return {row["text"][1]: row for row in self.workbook("总结.txt").rows("青澜县卫生局2026年上半年工作总结")}

    def test_summary_comes_first(self):
        book = self.workbook("总结.txt")
        self.assertEqual(list(book.sheets), ["Summary", "青澜县卫生局2026年上半年工作总结"])
        [row] = book.rows("Summary")
        shown = values(row)
        self.assertEqual((shown["file"], shown["report"], shown["organisation"]),
                         ("总结.txt", "青澜县卫生局2026年上半年工作总结", "青澜县卫生局"))
        self.assertEqual((shown["period from"], shown["figures"], shown["failed"]), ("46023", "5", "0"))
        self.assertEqual(row["period from"][2], "yyyy-mm-dd")
        self.assertEqual(row["figures"][0], "n")
        for title in ("with subject", "linked", "checkable", "checked", "passed"):
            self.assertIn(title, shown)

    def test_summary_leads_to_the_sheets(self):
        [link] = self.workbook("总结.txt").sheets["Summary"].iter(f"{MAIN}hyperlink")
        self.assertEqual(link.get("location"), "'青澜县卫生局2026年上半年工作总结'!A1")

    def test_numbers_are_numbers_that_show_their_unit(self):
        figures = self.figures()
        self.assertEqual(figures["82.4万人(次)"]["value"], ("n", "824000", '#,##0" 人(次)"'))
        growth = figures["13%～15%"]
        self.assertEqual((growth["value"], growth["high"]), (("n", "13", '#,##0"%"'), ("n", "15", '#,##0"%"')))
        self.assertNotIn("high", figures["82.4万人(次)"])

    def test_what_no_double_holds_is_text(self):
        [money] = [row for text, row in self.figures().items() if text.startswith("1234567890")]
        self.assertEqual(money["value"][:2], ("s", "12345678901234.5678"))

    def test_every_field_has_its_column(self):
        shown = values(self.figures()["120名"])
        self.assertEqual({title: shown.get(title) for title in
                          ("line", "unit", "kind", "bound", "role", "status", "subject", "sentence")},
                         {"line": "6", "unit": "名", "kind": "count", "bound": None, "role": "level",
                          "status": "planned", "subject": "医生", "sentence": "计划培训医生120名。"})
        growth = values(self.figures()["13%～15%"])
        self.assertEqual((growth["role"], growth["direction"], growth["basis"]),
                         ("change", "up", "year on year"))

    def test_the_figure_is_bold_in_its_sentence(self):
        text = self.workbook("总结.txt").archive.read("xl/sharedStrings.xml").decode()
        self.assertRegex(text, r"<r><t>计划培训医生</t></r><r><rPr><b/>[^\n]*?</rPr><t>120名</t></r>")

    def test_no_cell_is_a_formula(self):
        book = self.workbook("总结.txt")
        self.assertEqual(self.figures()["20人"]["sentence"][:2], ("s", "=SUM(A1)培训20人。"))
        for sheet in book.sheets.values():
            self.assertEqual(list(sheet.iter(f"{MAIN}f")), [])

    def test_header_stays_in_view_and_filters(self):
        for name, sheet in self.workbook("总结.txt").sheets.items():
            pane = next(sheet.iter(f"{MAIN}pane"))
            self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"), name)
            self.assertRegex(sheet.find(f"{MAIN}autoFilter").get("ref"), r"^A1:[LO]\d+$")

    def test_columns_are_as_wide_as_they_need(self):
        sheet = self.workbook("总结.txt").sheets["青澜县卫生局2026年上半年工作总结"]
        widths = [float(column.get("width")) for column in sheet.iter(f"{MAIN}col")]
        self.assertEqual(len(widths), 15)
        self.assertTrue(all(6 <= width <= 102 for width in widths), widths)
        self.assertGreater(widths[14], widths[0])

    def test_sheets_of_like_reports_are_told_apart(self):
        (self.folder / "乙").mkdir()
        (self.folder / "乙" / "总结.txt").write_text(REPORT, encoding="utf-8")
        names = list(self.workbook("总结.txt", "乙").sheets)
        self.assertEqual(names[2], "青澜县卫生局2026年上半年工作总结 (2)")
        self.assertEqual(len(names), 3)

    def test_same_files_give_the_same_bytes(self):
        book = self.workbook("总结.txt")
        self.assertEqual({entry.date_time for entry in book.archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        self.assertIn(b">2000-01-01T00:00:00Z<", book.archive.read("docProps/core.xml"))
        first = (self.folder / "out.xlsx").read_bytes()
        self.assertEqual(self.run_program("总结.txt", "--jobs", "3").stdout, first)

    def test_file_without_text_has_a_row_and_no_sheet(self):
        (self.folder / "空.txt").write_bytes(b"")
        book = self.workbook("空.txt")
        self.assertEqual(list(book.sheets), ["Summary"])
        self.assertEqual(values(book.rows("Summary")[0])["file"], "空.txt")

    def test_no_terminal_gets_a_workbook(self):
        master, terminal = os.openpty()
        try:
            done = self.run_program("总结.txt", stdout=terminal)
        finally:
            os.close(master)
            os.close(terminal)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no terminal shows this format; name a file with -o", done.stderr)

    def test_a_place_that_cannot_be_written_is_named(self):
        done = self.run_program("总结.txt", "-o", "无/out.xlsx")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.decode(),
                         "tallybook: 无/out.xlsx: cannot be written: No such file or directory\n")


if __name__ == "__main__":
    unittest.main()
