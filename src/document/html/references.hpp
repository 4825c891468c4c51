// Character references outside of HTML pages: `&nbsp;`, `&#12289;`.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tallybook::document::html {

/// Decodes and remembers. Views stay valid as long as the decoder lives.
class ReferenceDecoder {
 public:
  /// The characters that `reference` stands for, or itself where it is none.
  [[nodiscard]] std::string_view decode(std::string_view reference);

 private:
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace tallybook::document::html
