// From UTF-8 back to the bytes of another encoding.
#pragma once

#include <string>
#include <string_view>

#include <tallybook/result.hpp>

namespace tallybook::text {

/// `text` in `encoding` (an IANA name that decode() gave), without a byte order mark.
/// Errors: invalid_argument, for an unknown encoding or a character that it does not have.
[[nodiscard]] Result<std::string> encode(std::string_view text, std::string_view encoding);

}  // namespace tallybook::text
