"""The transcripts in README files and docs/: what the program prints for the commands shown.

    transcripts.py build/release/tallybook            writes the output below each command anew
    transcripts.py --check build/release/tallybook    writes nothing; fails where a transcript is stale

A transcript is a block of code in the language `console`: lines that begin with `$ ` are commands, run by
the shell at the root of the project, and what follows each is its output. Pages in Chinese are run in a
Chinese locale.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from source_tree import ROOT, files

CHINESE_PAGES = ("README.zh-CN.md", "docs/guide/", "docs/reference/")

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def pages():
    """Every page that may hold transcripts."""
    return [path for path in files({".md"})
            if path.name.startswith("README") and len(path.parts) == 1 or path.parts[0] == "docs"]


def output_of(command, program, chinese):
    """What the command prints, without spaces at the ends of lines."""
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8" if chinese else "C",
                   "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return "".join(line.rstrip() + "\n" for line in done.stdout.decode().splitlines())


def refreshed(text, program, chinese):
    """The page with the output of every command as it is now."""
    def block(match):
        transcripts = [f"$ {command}\n{output_of(command, program, chinese)}"
                       for command in _COMMAND.findall(match.group(1))]
        return "```console\n" + "\n".join(transcripts) + "```"
    return _BLOCK.sub(block, text)


def stale_pages(program):
    """Each page whose transcripts are not what the program prints, with its text as it should be."""
    stale = {}
    for path in pages():
        text = (ROOT / path).read_text(encoding="utf-8")
        fresh = refreshed(text, program, str(path).startswith(CHINESE_PAGES))
        if fresh != text:
            stale[path] = fresh
    return stale


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()

    stale = stale_pages(options.program.resolve())
    for path, text in stale.items():
        if options.check:
            print(f"{path} shows what the program no longer prints")
        else:
            (ROOT / path).write_text(text, encoding="utf-8")
            print(f"{path}: transcripts changed")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
