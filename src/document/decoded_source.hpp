// Writing text of a decoded source (HTML, Markdown) with its places in the undecoded bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/builder.hpp"
#include "text/offset_map.hpp"

namespace tallybook::document {

/// Adds text that stands literally at `offset` of the decoded source.
void add_decoded(DocumentBuilder& builder, std::string_view text, std::size_t offset,
                 const text::OffsetMap& map);

/// Adds text that `size` bytes at `offset` of the decoded source stand for, such as `&nbsp;`.
void add_reference(DocumentBuilder& builder, std::string_view text, std::size_t offset, std::size_t size,
                   const text::OffsetMap& map);

}  // namespace tallybook::document
