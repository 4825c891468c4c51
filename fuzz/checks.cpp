// Any text: its findings keep the laws of tests/checks/properties.hpp.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <tallybook/engine.hpp>

#include "../tests/checks/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tallybook::Engine engine = tallybook::Engine::create().value();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto analysis = engine.analyse(bytes, "fuzz.txt");
  if (analysis && !tallybook::testing::broken_property(engine, *analysis).empty()) std::abort();
  return 0;
}
