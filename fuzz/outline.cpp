// Any text: its reports and their outlines keep their invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "../tests/outline/invariants.hpp"
#include "document/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = tallybook::document::read(bytes, "fuzz.txt");
  if (document && !tallybook::outline_tests::broken_invariant(*document).empty()) std::abort();
  return 0;
}
