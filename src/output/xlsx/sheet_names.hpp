// Names that a spreadsheet takes for its sheets.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tallybook::output::xlsx {

/// A name has at most 31 UTF-16 units and none of []:*?/\, neither begins nor ends with an apostrophe, and
/// differs from all others by more than case and width. `History` is a name that Excel keeps for itself.
class SheetNames {
 public:
  /// `words` as a name that no sheet has yet; where there is nothing in them, `otherwise`.
  [[nodiscard]] std::string take(std::string_view words, std::string_view otherwise);

 private:
  /// How often each name has come, by its folded form.
  std::map<std::string, unsigned, std::less<>> taken_ = {{"history", 1}};
};

}  // namespace tallybook::output::xlsx
