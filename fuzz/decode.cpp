// Any bytes decode to valid UTF-8 with a map that never runs backwards, or to an error within them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/characters.hpp"
#include "text/decode.hpp"
#include "text/line_index.hpp"

namespace {

void require(bool property) {
  if (!property) __builtin_trap();
}

void check_map(const tallybook::text::DecodedText& decoded, std::size_t source_size) {
  std::uint64_t last = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const std::uint64_t source = decoded.map.source_offset(static_cast<std::uint32_t>(at));
    require(source >= last && source < source_size);
    last = source;
    at += tallybook::text::code_point_at(decoded.text, at).size;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = tallybook::text::decode(bytes, "fuzz");
  if (!decoded) {
    require(!decoded.error().offset || *decoded.error().offset <= size);
    return 0;
  }
  require(tallybook::text::find_invalid_utf8(decoded->text) == std::string_view::npos);
  check_map(*decoded, size);
  const tallybook::text::LineIndex index(decoded->text);
  require(index.code_points(static_cast<std::uint32_t>(decoded->text.size())) ==
          tallybook::text::count_code_points(decoded->text));
  return 0;
}
