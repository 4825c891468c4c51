// Files that are no text, told by their first bytes.
#pragma once

#include <string_view>

namespace tallybook::text {

/// The name of the binary format that `bytes` begins as ("PDF", "OLE2 compound file"), or empty.
[[nodiscard]] std::string_view binary_signature(std::string_view bytes);

}  // namespace tallybook::text
