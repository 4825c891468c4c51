// Which encoding bytes without a byte order mark are in.
#pragma once

#include <string>
#include <string_view>

namespace tallybook::text {

/// "UTF-16LE" or "UTF-16BE" where there are zero bytes and, taken in pairs, nearly all bytes are
/// characters of ordinary prose; else empty.
[[nodiscard]] std::string_view guess_utf16(std::string_view bytes);

/// The encoding of bytes that are neither valid UTF-8 nor UTF-16: what the detector proposes, unless
/// the bytes speak for GB18030. "UTF-8" means: UTF-8 with damaged places.
[[nodiscard]] std::string guess_legacy(std::string_view bytes);

}  // namespace tallybook::text
