"""Speed of each stage and of all together on one core, beside ripgrep and other extractors on the same
bytes in the same run.

    bench.py build/bench/tallybook_bench [FOLDER]

Without a folder the shipped examples are read. ripgrep only finds strings that look like figures; it is the
yardstick for how fast the bytes can be passed over at all, not a tool that does the same work. The Python
packages that bench_peers.py knows are run where they are installed (for the interpreter that runs this), and
named where they are not.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_peers import NOT_INSTALLED, PEERS
from source_tree import ROOT

RUNS = 5
# ripgrep's start-up must not count: the text is repeated up to this size for it.
AT_LEAST = 64_000_000
# The peers are slow: they read the beginning of the text for so long.
PEER_SECONDS = 2
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
    order = ["read", "outline", "moments", "figures", "relations", "rules", "analysis", "check"]
    return result["context"], {name: best[name] for name in order}


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


def measure_peers(text):
    """Bytes a second and results by name; None for what is not installed."""
    script = Path(__file__).with_name("bench_peers.py")
    peers = {}
    for name in PEERS:
        run = subprocess.run([sys.executable, script, name, text, str(PEER_SECONDS)], capture_output=True,
                             text=True, timeout=60 + 10 * PEER_SECONDS)
        if run.returncode == NOT_INSTALLED:
            peers[name] = None
        elif run.returncode == 0:
            result = json.loads(run.stdout.splitlines()[-1])
            peers[name] = result["bytes"] / result["seconds"]
        else:
            print(f"{name} failed: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    return peers


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
        peers = measure_peers(text)

    megabytes = int(context["text_bytes"]) / 1e6
    print(f"{processor()}, one core; {context['documents']} documents, {megabytes:.2f} MB of text; "
          f"best of {RUNS}\n")
    print(f"| {'':<16} | {'MB/s':>7} | {'ripgrep ÷ it':>12} | {'figures ÷ it':>12} |")
    print("|------------------|--------:|-------------:|-------------:|")
    rows = [*stages.items(), ("rg -j1 -o", ripgrep)]
    rows += [(name, speed) for name, speed in peers.items() if speed is not None]
    for name, speed in rows:
        print(f"| {name:<16} | {speed / 1e6:>7.{1 if speed >= 1e6 else 3}f} | {ripgrep / speed:>12.1f} | "
              f"{stages['figures'] / speed:>12.1f} |")
    print(f"\nripgrep found {matches} strings that look like figures.")
    for name, speed in peers.items():
        if speed is None:
            print(f"{name}: not installed (pip install {PEERS[name][1]})")


if __name__ == "__main__":
    sys.exit(main())
