"""Other extractors of numbers in Chinese text, for bench.py: each runs in a process of its own.

    bench_peers.py NAME TEXT SECONDS

Reads lines of TEXT for about so many seconds and prints one JSON object: bytes read, seconds, results. Exits
with 3 where the package is not installed.
"""

import json
import sys
import time
from pathlib import Path


def cn2an():
    """Turns the Chinese numerals of a sentence into Arabic ones."""
    import cn2an
    return lambda line: 1 if cn2an.transform(line, "cn2an") != line else 0


def recognizers():
    """Numbers of Microsoft Recognizers-Text, without units."""
    from recognizers_number import Culture, recognize_number
    return lambda line: len(recognize_number(line, Culture.Chinese))


def jionlp():
    """Amounts of money."""
    import jionlp
    return lambda line: len(jionlp.ner.extract_money(line) or [])


def quantulum3():
    """Quantities of English text: the Arabic ones of Chinese."""
    from quantulum3 import parser
    return lambda line: len(parser.parse(line))


# The reader, and what pip calls it.
PEERS = {
    "cn2an": (cn2an, "cn2an"),
    "recognizers-text": (recognizers, "recognizers-text-number 'emoji<2'"),
    "jionlp": (jionlp, "jionlp"),
    "quantulum3": (quantulum3, "quantulum3"),
}
NOT_INSTALLED = 3


def main():
    name, text, seconds = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    try:
        read = PEERS[name][0]()
    except ImportError:
        return NOT_INSTALLED
    lines = [line for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]
    read("全县新建学校三所，增长5%。")  # some load their data only now
    size = 0
    results = 0
    begin = time.perf_counter()
    for line in lines:
        results += read(line)
        size += len(line.encode()) + 1
        if time.perf_counter() - begin > seconds:
            break
    json.dump({"bytes": size, "seconds": time.perf_counter() - begin, "results": results}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
