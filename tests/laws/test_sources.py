"""How a source file looks: encoding, size, language, nothing left over."""

import re
import unicodedata

from tree import ROOT, Law, cpp_files, files, numbered_lines

LONGEST_FILE = 450
BINARY = {".docx", ".xlsx", ".pdf", ".zip", ".png"}
# Files whose bytes are the point: other encodings, damaged text.
RAW_BYTES = ("examples", "fuzz/corpus")
CODE = {".cpp", ".hpp", ".py", ".sh", ".cmake"}

_LITERAL_OR_COMMENT = re.compile(
    r'R"(?P<tag>\w*)\(.*?\)(?P=tag)"'      # raw string
    r'|"(?:\\.|[^"\\\n])*"'                # string
    r"|'(?:\\.|[^'\\\n])+'"                # character
    r"|//[^\n]*"
    r"|/\*.*?\*/", re.DOTALL)
_LEFT_OVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X:|HA" r"CK)\b")
# Words of one particular machine or office, spelt so that this file does not hold them.
_FOREIGN = re.compile("/wo" r"rk/|/ho" r"me/\w|before" r"-stop|steering re" "po")


def is_text(path):
    return (path.suffix not in BINARY and not str(path).startswith(RAW_BYTES)
            and "data" not in path.parts[1:-1])


def without_literals_and_comments(code):
    """Same lines, so that a place can be named."""
    return _LITERAL_OR_COMMENT.sub(lambda match: "\n" * match.group().count("\n"), code)


class Sources(Law):
    def test_text_files_are_utf8_with_lf(self):
        offences = []
        for path in filter(is_text, files()):
            data = (ROOT / path).read_bytes()
            try:
                data.decode("utf-8")
            except UnicodeDecodeError as error:
                offences.append(f"{path}: {error}")
            if data.startswith(b"\xef\xbb\xbf"):
                offences.append(f"{path}: a byte order mark")
            if b"\r" in data:
                offences.append(f"{path}: a carriage return")
            if data and not data.endswith(b"\n"):
                offences.append(f"{path}: no line break at the end")
        self.hold("Text files are UTF-8 without a mark, with LF line ends:", offences)

    def test_code_outside_literals_and_comments_is_ascii(self):
        offences = []
        for path in cpp_files():
            code = without_literals_and_comments((ROOT / path).read_text(encoding="utf-8"))
            offences += [f"{path}:{number}" for number, line in enumerate(code.split("\n"), 1)
                         if not line.isascii()]
        self.hold("Identifiers are ASCII; Chinese stands in literals, comments and data:", offences)

    def test_no_invisible_characters(self):
        offences = [f"{path}:{number}: U+{ord(char):04X}"
                    for path in files(CODE | {".md", ".toml"})
                    if is_text(path)
                    for number, line in numbered_lines(path)
                    for char in line if unicodedata.category(char) == "Cf"]
        self.hold("Invisible characters are written as escapes:", offences)

    def test_files_are_short(self):
        offences = []
        for path in cpp_files() + files({".py"}):
            length = (ROOT / path).read_bytes().count(b"\n")
            if length > LONGEST_FILE:
                offences.append(f"{path}: {length} lines")
        self.hold(f"One idea a file, so at most {LONGEST_FILE} lines:", offences)

    def test_headers_open_with_what_they_are(self):
        offences = []
        for path in cpp_files("include", "src"):
            if path.suffix != ".hpp":
                continue
            lines = (ROOT / path).read_text(encoding="utf-8").split("\n")
            if not lines[0].startswith("// "):
                offences.append(f"{path}: the first line is no comment that says what it holds")
            if "#pragma once" not in lines:
                offences.append(f"{path}: no #pragma once")
        self.hold("A header's first comment says which one idea it holds:", offences)

    def test_nothing_is_left_over(self):
        offences = [f"{path}:{number}: {line.strip()}"
                    for path in files(CODE | {".md", ".toml", ".txt"}) if is_text(path)
                    for number, line in numbered_lines(path)
                    if _LEFT_OVER.search(line) or _FOREIGN.search(line)]
        self.hold("No reminders to oneself, no paths of one's own machine:", offences)
