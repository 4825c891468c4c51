"""Runs every fuzzer of a build for some seconds each, from its seeds and the shipped examples."""

import argparse
import concurrent.futures
import os
import subprocess
import sys
from pathlib import Path

from source_tree import ROOT


def run(fuzzer, seconds, findings):
    """What libFuzzer adds to the corpus stays in the build folder; the seeds are read only."""
    name = fuzzer.name.removeprefix("fuzz_")
    grown = fuzzer.parent / "corpus" / name
    grown.mkdir(parents=True, exist_ok=True)
    seeds = [folder for folder in (ROOT / "fuzz" / "corpus" / name, ROOT / "examples") if folder.is_dir()]
    command = [fuzzer, f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=3000", "-max_len=16384",
               "-print_final_stats=1", f"-artifact_prefix={findings}/{name}-", grown, *seeds]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    return name, result.returncode, result.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    fuzzers = sorted(path for path in options.build.resolve().glob("fuzz_*") if os.access(path, os.X_OK))
    findings = options.build.resolve() / "findings"
    findings.mkdir(exist_ok=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, status, log in pool.map(lambda fuzzer: run(fuzzer, options.seconds, findings), fuzzers):
            runs = [line for line in log.splitlines() if "number_of_executed_units" in line]
            print(f"{name}: {'ok' if status == 0 else 'FAILED'} {' '.join(runs)}")
            if status != 0:
                failed += 1
                print(log[-6000:])
    print(f"{len(fuzzers) - failed} passed, {failed} failed")
    return 1 if failed or not fuzzers else 0


if __name__ == "__main__":
    sys.exit(main())
