"""Speed of each stage on one core, beside ripgrep on the same bytes in the same run.

    bench.py build/bench/tallybook_bench [FOLDER]

ripgrep only finds strings that look like figures; it is the yardstick for how fast the bytes can be
passed over at all, not a tool that does the same work.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from source_tree import ROOT

RUNS = 5
# ripgrep's start-up must not count: the text is repeated up to this size for it.
AT_LEAST = 64_000_000
FIGURE = (r"[0-9０-９]+([.．,][0-9０-９]+)*[余多几]?[十百千万亿]*[余多几]?"
          r"(%|％|‰|个百分点|元|人次|人|户|名|个|项|次|件|吨|亩|平方米|公里|家|所|倍|起|期|场|册|卷|份|条|天)")


def measure_stages(program, folder, text):
    output = subprocess.run(
        [program, folder, text, "--benchmark_format=json", "--benchmark_min_time=0.5",
         f"--benchmark_repetitions={RUNS}", "--benchmark_enable_random_interleaving=true"],
        check=True, capture_output=True, text=True).stdout
    result = json.loads(output)
    best = {}
    for run in result["benchmarks"]:
        if run["run_type"] == "iteration":
            name = run["name"].split("/")[0]
            best[name] = max(best.get(name, 0), run["bytes_per_second"])
    return result["context"], best


def measure_ripgrep(text, folder):
    """Bytes a second, and how many matches a pass found."""
    once = text.read_bytes()
    copies = max(1, -(-AT_LEAST // max(1, len(once))))
    repeated = folder / "repeated.txt"
    with repeated.open("wb") as file:
        for _ in range(copies):
            file.write(once)
    best = 0
    matches = 0
    for _ in range(RUNS):
        begin = time.perf_counter()
        output = subprocess.run(["rg", "-j1", "--no-config", "--text", "-o", FIGURE, repeated],
                                check=True, capture_output=True).stdout
        best = max(best, len(once) * copies / (time.perf_counter() - begin))
        matches = output.count(b"\n") // copies
    return best, matches


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        context, stages = measure_stages(options.program, options.folder, text)
        ripgrep, matches = measure_ripgrep(text, Path(folder))

    megabytes = int(context["text_bytes"]) / 1e6
    print(f"{processor()}, one core; {context['documents']} documents, {megabytes:.2f} MB of text; "
          f"best of {RUNS}\n")
    print(f"| {'stage':<10} | {'MB/s':>7} | {'ripgrep ÷ stage':>15} |")
    print("|------------|--------:|----------------:|")
    for name, speed in [*stages.items(), ("rg -j1 -o", ripgrep)]:
        print(f"| {name:<10} | {speed / 1e6:>7.1f} | {ripgrep / speed:>15.1f} |")
    print(f"\nripgrep found {matches} strings that look like figures.")


if __name__ == "__main__":
    sys.exit(main())
