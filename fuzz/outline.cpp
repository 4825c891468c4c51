// Any text: its reports and their outlines keep their invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "../tests/outline/invariants.hpp"
#include "../tests/outline/support.hpp"
#include "text/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (tallybook::text::find_invalid_utf8(bytes) != std::string_view::npos) return 0;
  const auto document = tallybook::outline_tests::document_of(bytes);
  if (!tallybook::outline_tests::broken_invariant(document).empty()) std::abort();
  return 0;
}
