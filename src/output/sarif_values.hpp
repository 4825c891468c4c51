// How single values are written in SARIF.
#pragma once

#include <string>
#include <string_view>

#include "output/terminal.hpp"

namespace tallybook::output {

/// A file's name as a URI reference: relative as it is named, or file:///… where it is absolute.
[[nodiscard]] std::string uri_of(std::string_view name);

/// RFC 5646.
[[nodiscard]] inline std::string_view language_tag(Language language) {
  return language == Language::zh ? "zh-CN" : "en-US";
}

}  // namespace tallybook::output
