// Bytes to checked UTF-8, with the way back to the bytes.
#pragma once

#include <string>
#include <string_view>

#include <tallybook/result.hpp>

#include "text/offset_map.hpp"

namespace tallybook::text {

struct DecodedText {
  std::string text;      ///< valid UTF-8 without a byte order mark
  std::string encoding;  ///< IANA name: "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
  OffsetMap map;         ///< from `text` to the source bytes
};

/// Decodes `bytes` as UTF-8, UTF-16 or GB18030/GBK. A byte order mark decides; else valid UTF-8 is
/// UTF-8; else the detector proposes and the conversion must succeed on every byte.
/// Errors: binary_content, undecodable_text (both with the offset of the first offending byte).
[[nodiscard]] Result<DecodedText> decode(std::string_view bytes, std::string_view file_name);

/// As above, but in the encoding that the file itself names (an HTML meta tag, an HTTP header).
[[nodiscard]] Result<DecodedText> decode_as(std::string_view bytes, std::string_view file_name,
                                            std::string_view encoding);

/// The offset of the first byte that is no valid UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view bytes);

}  // namespace tallybook::text
