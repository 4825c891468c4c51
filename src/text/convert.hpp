// Strict conversion from any encoding that ICU knows.
#pragma once

#include <string_view>

#include "text/decode.hpp"

namespace tallybook::text {

/// The name ICU gives to an encoding label ("gb2312" → "GBK"), in IANA's spelling where there is
/// one. Labels of GB2312 and GBK are widened to GB18030, their superset: files labelled so use its
/// further characters, and no valid byte changes its meaning. Empty for an unknown label.
[[nodiscard]] std::string canonical_encoding(std::string_view label);

/// Converts `bytes` from its offset `begin` on; stops at the first sequence that is invalid in
/// `encoding`. The map speaks of offsets into the whole of `bytes`.
/// Errors: undecodable_text (with the offset), invalid_argument (unknown encoding).
[[nodiscard]] Result<DecodedText> convert(std::string_view bytes, std::size_t begin,
                                          std::string_view file_name, std::string_view encoding);

}  // namespace tallybook::text
