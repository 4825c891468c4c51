"""The checkout as the tools see it: which files belong to it, and what they include."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CPP_SUFFIXES = {".cpp", ".hpp"}
_INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def files(suffixes=None):
    """Files of the project, committed or about to be, relative to the root and sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    else:  # an unpacked release has no repository
        names = [path.relative_to(ROOT) for path in ROOT.rglob("*") if "build" not in path.parts]
    return sorted(name for name in set(names)
                  if (suffixes is None or name.suffix in suffixes) and (ROOT / name).is_file())


def cpp_files(*folders):
    """C++ sources and headers, of the whole project or of some of its folders."""
    return [path for path in files(CPP_SUFFIXES) if not folders or path.parts[0] in folders]


def includes(path):
    """The (delimiter, name) pairs of a file's #include lines."""
    return _INCLUDE.findall((ROOT / path).read_text(encoding="utf-8"))


def resolve_include(includer, name):
    """The project's file that `name` means, or None for a library's header."""
    for folder in (includer.parent, Path("include"), Path("src")):
        candidate = folder / name
        if (ROOT / candidate).is_file():
            return candidate
    return None


def with_included_files(path):
    """`path` and every file of the project that it includes, however deep."""
    seen = {path}
    open_ends = [path]
    while open_ends:
        current = open_ends.pop()
        for _, name in includes(current):
            included = resolve_include(current, name)
            if included is not None and included not in seen:
                seen.add(included)
                open_ends.append(included)
    return sorted(seen)
