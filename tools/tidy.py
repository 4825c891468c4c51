"""clang-tidy over every source file, each only when something that it reads has changed.

A file that passed is remembered by a hash of the settings, the tool, its own text and the text of
every project header that it includes. The memory lies in the user's cache folder, so that a fresh
clone profits too; --no-cache forgets it for one run.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from source_tree import ROOT, with_included_files

CLANG_TIDY = "clang-tidy-14"


def cache_folder():
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tallybook" / "tidy"


def settings_hash():
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    digest.update(subprocess.run([CLANG_TIDY, "--version"], capture_output=True, check=True).stdout)
    return digest.digest()


def file_hash(source, command, settings):
    """Independent of where the checkout lies."""
    digest = hashlib.sha256(settings)
    digest.update(command.replace(str(ROOT), "").encode())
    for path in with_included_files(source):
        digest.update(str(path).encode())
        digest.update((ROOT / path).read_bytes())
    return digest.hexdigest()


def compile_commands(build):
    """(source relative to the root, command) of every file that is ours."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = Path(entry["file"])
        if source.is_relative_to(ROOT) and not source.is_relative_to(ROOT / "build"):
            yield source.relative_to(ROOT), entry["command"]


def check(build, source):
    run = subprocess.run([CLANG_TIDY, "--quiet", "-p", build, source],
                         cwd=ROOT, capture_output=True, text=True, check=False)
    return run.returncode == 0, run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path, help="a build folder with compile_commands.json")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--no-cache", action="store_true")
    options = parser.parse_args()

    settings = settings_hash()
    memory = cache_folder()
    memory.mkdir(parents=True, exist_ok=True)
    pending = {}
    total = 0
    for source, command in compile_commands(options.build.resolve()):
        total += 1
        marker = memory / file_hash(source, command, settings)
        if options.no_cache or not marker.exists():
            pending[source] = marker

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = {pool.submit(check, options.build, source): source for source in pending}
        for run in concurrent.futures.as_completed(runs):
            passed, output = run.result()
            if passed:
                pending[runs[run]].touch()
            else:
                failed += 1
                print(output, end="", flush=True)
    print(f"clang-tidy: {total} files, {len(pending)} looked at, {failed} with complaints")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
