"""What the compiled library must not contain: it never prints, aborts or exits."""

import re
import subprocess

from tree import Law

# Undefined symbols that would print or end the program, demangled.
_FORBIDDEN = re.compile(r"""^(
    std::(cout|cerr|clog|wcout|wcerr|terminate\(\))
  | (v?f?printf|__v?f?printf_chk|puts|putchar|fputs|fputc|fwrite|perror|stdout|stderr)
  | (abort|exit|_Exit|quick_exit|_exit|__assert_fail)
  | (time|clock|gettimeofday|clock_gettime|std::chrono::_V2::\w+::now\(\))
  | (setlocale|getenv|secure_getenv|rand|srand|random|system|popen|socket|connect)
)(@.*)?$""", re.VERBOSE)

# Compilers call these from code that catches and rethrows; no statement of ours does.
_FROM_THE_COMPILER = {"std::terminate()"}


class Library(Law):
    def undefined_symbols(self):
        library = self.build_folder() / "libtallybook.a"
        listing = subprocess.run(["nm", "--undefined-only", "--demangle", "--print-file-name", library],
                                 capture_output=True, text=True, check=True).stdout
        for line in listing.splitlines():
            place, _, symbol = line.partition(" U ")
            if symbol:
                yield place.split(":")[-2] if place.count(":") > 1 else place, symbol.strip()

    def test_never_prints_aborts_exits_or_asks_the_world(self):
        offences = sorted({f"{place}: {symbol}" for place, symbol in self.undefined_symbols()
                           if _FORBIDDEN.match(symbol) and symbol not in _FROM_THE_COMPILER})
        self.hold("The library never prints, ends the program, or asks for time, locale or network:", offences)
