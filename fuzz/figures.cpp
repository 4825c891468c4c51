// Any text: its figures and relations keep their invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "../tests/figures/invariants.hpp"
#include "document/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tallybook::figures::Lexicon lexicon = tallybook::figures::Lexicon::load().value();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = tallybook::document::read(bytes, "fuzz.txt");
  if (document && !tallybook::figures_tests::broken_invariant(*document, lexicon).empty()) std::abort();
  return 0;
}
