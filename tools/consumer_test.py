"""Installs a build to a throw-away prefix and builds and runs tests/consumer against it.

The C++ snippets of the README files are built there too, as a newcomer would paste them.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from source_tree import ROOT

_SNIPPET = re.compile(r"^```cpp\n(.*?)^```", re.MULTILINE | re.DOTALL)


def write_snippets(folder):
    for readme in sorted(ROOT.glob("README*.md")):
        for number, code in enumerate(_SNIPPET.findall(readme.read_text(encoding="utf-8")), 1):
            name = f"{readme.stem}_{number}".lower().replace(".", "_").replace("-", "_")
            (folder / f"{name}.cpp").write_text(code, encoding="utf-8")


def run(*command):
    print("$", *command, flush=True)
    subprocess.run(command, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        snippets = work / "snippets"
        snippets.mkdir()
        write_snippets(snippets)
        run("cmake", "--install", options.build, "--prefix", work / "prefix")
        run("cmake", "-S", ROOT / "tests" / "consumer", "-B", work / "build", "-G", "Ninja",
            f"-DCMAKE_PREFIX_PATH={work / 'prefix'}", f"-DSNIPPETS={snippets}")
        run("cmake", "--build", work / "build")
        for program in sorted((work / "build").glob("consumer_*")):
            run(program)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"consumer: {error}")
