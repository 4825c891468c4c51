"""All that must hold before a commit lands, step by step; `make test` and .ci/run call it.

A step that fails prints its output and the next one runs all the same. The last line sums up tests
and steps: `N passed, N failed`, with `, N skipped` where something was skipped.
"""

import argparse
import dataclasses
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

from source_tree import ROOT, cpp_files

LOGS = ROOT / "build" / "test-logs"
PYTHON = sys.executable


@dataclasses.dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self):
        line = f"{self.passed} passed, {self.failed} failed"
        return f"{line}, {self.skipped} skipped" if self.skipped else line


class Step:
    """A running step: commands write to its log, and the first that fails ends it."""

    def __init__(self, name, jobs):
        self.jobs = str(jobs)
        self.path = LOGS / f"{name}.log"
        self.log = self.path.open("w", encoding="utf-8")

    def run(self, *command, **environment):
        """True where the command succeeds."""
        self.log.write(f"$ {' '.join(map(str, command))}\n")
        self.log.flush()
        return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False,
                              stdin=subprocess.DEVNULL, stdout=self.log,
                              stderr=subprocess.STDOUT).returncode == 0

    def output(self):
        self.log.flush()
        return self.path.read_text(encoding="utf-8", errors="replace")


def one(succeeded):
    return Counts(passed=1) if succeeded else Counts(failed=1)


def check_format(step):
    return one(step.run("clang-format-14", "--dry-run", "-Werror", *cpp_files()))


def build_release(step):
    return one(step.run("tools/build.sh", "release", step.jobs))


def hold_laws(step):
    succeeded = step.run(PYTHON, "-m", "unittest", "discover", "-s", "tests/laws", "-v",
                         TALLYBOOK_BUILD=str(ROOT / "build" / "release"))
    output = step.output()
    ran = re.search(r"^Ran (\d+) test", output, re.MULTILINE)
    failed = sum(int(count) for count in re.findall(r"(?:failures|errors)=(\d+)", output))
    skipped = sum(int(count) for count in re.findall(r"skipped=(\d+)", output))
    if not ran or (not succeeded and not failed):
        return Counts(failed=1)
    return Counts(int(ran.group(1)) - failed - skipped, failed, skipped)


def use_package(step):
    return one(step.run(PYTHON, "tools/consumer_test.py", "build/release"))


def run_demo(step):
    return one(step.run("make", "--no-print-directory", "demo"))


def tidy(step):
    return one(step.run("cmake", "--preset", "clang")
               and step.run(PYTHON, "tools/tidy.py", "--jobs", step.jobs, "build/clang"))


def test_debug(step):
    if not step.run("tools/build.sh", "debug", step.jobs):
        return Counts(failed=1)
    report = LOGS / "debug.xml"
    report.unlink(missing_ok=True)
    succeeded = step.run("ctest", "--preset", "debug", "--output-junit", report, "--parallel", step.jobs)
    counts = junit_counts(report)
    return counts if succeeded or counts.failed else counts + Counts(failed=1)


def junit_counts(report):
    if not report.is_file():
        return Counts(failed=1)
    suite = ElementTree.parse(report).getroot()
    total, failed, skipped, disabled = (int(suite.get(name, 0))
                                        for name in ("tests", "failures", "skipped", "disabled"))
    return Counts(total - failed - skipped - disabled, failed, skipped + disabled)


def fuzz(step):
    if not step.run("tools/build.sh", "fuzz", step.jobs):
        return Counts(failed=1)
    succeeded = step.run(PYTHON, "tools/fuzz.py", "--jobs", step.jobs, "--seconds", "10", "build/fuzz")
    line = re.search(r"^(\d+) passed, (\d+) failed$", step.output(), re.MULTILINE)
    return Counts(int(line.group(1)), int(line.group(2))) if line else one(succeeded)


STEPS = {
    "format": check_format,
    "release": build_release,
    "laws": hold_laws,
    "package": use_package,
    "demo": run_demo,
    "debug": test_debug,
    "fuzz": fuzz,
    "tidy": tidy,
}


def run_step(name, jobs):
    print(f"{name:<10}", end="", flush=True)
    step = Step(name, jobs)
    begin = time.monotonic()
    counts = STEPS[name](step)
    print(f"{time.monotonic() - begin:7.1f} s   {counts}", flush=True)
    if counts.failed:
        print(step.output()[-30000:])
        print(f"{name} failed; the whole output is in {step.path.relative_to(ROOT)}", flush=True)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", help=f"some of {','.join(STEPS)}")
    options = parser.parse_args()

    names = options.only.split(",") if options.only else list(STEPS)
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        parser.error(f"no step {', '.join(unknown)}")

    LOGS.mkdir(parents=True, exist_ok=True)
    total = Counts()
    for name in names:
        total += run_step(name, options.jobs)
    print(total)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
