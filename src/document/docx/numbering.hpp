// Automatic numbering: which label Word shows before a paragraph (ECMA-376-1, 17.9).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "document/docx/styles.hpp"
#include "document/number_format.hpp"

namespace tallybook::document::docx {

inline constexpr int kListLevels = 9;

struct ListLevel {
  NumberFormat format = NumberFormat::decimal;
  std::string text;  ///< `（%1）`: %1 to %9 stand for the numbers of the levels
  std::uint32_t start = 1;
  std::optional<int> restart;  ///< begin anew after this level (from 1) only; 0 never
  bool separated = true;       ///< a tab or a space follows the label
  bool decimal_only = false;   ///< w:isLgl: numbers of all levels stand in decimal
  std::string style;           ///< the paragraph style bound to this level
};

/// What is defined in word/numbering.xml. w:num elements of one abstract definition count on
/// together; an override makes a w:num start anew where it is first used.
class Numbering {
 public:
  explicit Numbering(const pugi::xml_node& root);

  /// Counts the next paragraph at this place and gives its label with what separates it from the
  /// text: `一、`, `1. `. Empty where nothing is shown.
  [[nodiscard]] std::string next_label(const NumberingReference& reference, std::string_view style_id);

 private:
  using Levels = std::array<ListLevel, kListLevels>;

  struct Counters {
    /// The last number used at each level; empty before the first and after a restart.
    std::array<std::optional<std::uint32_t>, kListLevels> last;
  };
  struct Instance {
    int definition = 0;
    Levels levels;
    std::array<std::optional<std::uint32_t>, kListLevels> start_overrides;
    bool used = false;
  };

  void add_definition(const pugi::xml_node& node);
  void add_instance(const pugi::xml_node& node);
  [[nodiscard]] int resolve_style_link(int definition) const;
  [[nodiscard]] static std::string render(const Levels& levels, const Counters& counters, std::size_t level);
  static void restart_below(const Levels& levels, Counters& counters, std::size_t level);

  std::map<int, Levels> definitions_;
  std::map<int, std::string> style_links_;               ///< definitions that only point to a list style
  std::map<std::string, int, std::less<>> list_styles_;  ///< list style → its definition
  std::map<int, Instance> instances_;
  std::map<int, Counters> counters_;  ///< by definition
};

}  // namespace tallybook::document::docx
