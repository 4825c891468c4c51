"""Takes the pictures of the documentation anew, in a headless Chromium.

    tools/screenshots.py build/release/tallybook
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from source_tree import ROOT

IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1280, 1150


def take(page, image):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        raise SystemExit("no Chromium is installed; apt-get install chromium")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        f"--user-data-dir={profile}", f"--window-size={WIDTH},{HEIGHT}",
                        f"--screenshot={image}", page.as_uri()],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    program = parser.parse_args().program.resolve()
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        subprocess.run([program, "check", "--lang", "zh", "--format", "html", "-o", page,
                        "county/2026H1/disease-control.txt"], cwd=ROOT / "examples", check=False)
        take(page, IMAGES / "report.png")


if __name__ == "__main__":
    main()
