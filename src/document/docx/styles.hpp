// Paragraph styles: what a paragraph inherits that matters to its text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tallybook::document::docx {

/// A reference to a level of a numbering, each half of which may be inherited.
struct NumberingReference {
  std::optional<int> numbering;  ///< w:numId; 0 switches numbering off
  std::optional<int> level;      ///< w:ilvl
};

[[nodiscard]] NumberingReference numbering_reference(const pugi::xml_node& paragraph_properties);

/// A style with all that it inherits.
struct Style {
  std::string id;
  std::string name;                  ///< its own, in lower case: "heading 1", "标题 1"
  std::optional<int> outline_level;  ///< from 0; 9 is body text
  NumberingReference numbering;
  std::string numbering_owner;  ///< the style in the chain that names the numbering
  bool title = false;           ///< the document's own title
  bool contents = false;        ///< a line of a table of contents
};

class Styles {
 public:
  /// From word/styles.xml; a null node gives no styles.
  explicit Styles(const pugi::xml_node& root);

  /// The paragraph style of this id, or the document's default one.
  [[nodiscard]] const Style& find(std::string_view id) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
  Style default_;
};

}  // namespace tallybook::document::docx
