#include "document/html/elements.hpp"

#include <algorithm>
#include <string>

namespace tallybook::document::html {
namespace {

/// What tells a table of data from one that lays out the page.
struct TableTraits {
  std::uint32_t cells = 0;
  std::uint32_t most_blocks = 0;  ///< paragraphs, headings and lists in one cell
  bool headed = false;
  bool nests = false;
};

constexpr std::uint32_t kBlocksOfAPassage = 4;

void survey(const GumboNode& node, TableTraits& traits, std::uint32_t& blocks_in_cell) {
  for (const GumboNode* below : children(node)) {
    if (traits.nests || traits.headed || traits.most_blocks >= kBlocksOfAPassage) return;
    const GumboTag tag = tag_of(*below);
    if (tag == GUMBO_TAG_TABLE) {
      traits.nests = true;
    } else if (tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION) {
      traits.headed = true;
    } else if (tag == GUMBO_TAG_TD) {
      ++traits.cells;
      std::uint32_t blocks = 0;
      survey(*below, traits, blocks);
    } else {
      const ElementKind kind = kind_of(*below);
      const bool block =
          kind == ElementKind::block || kind == ElementKind::heading || kind == ElementKind::list_item;
      if (block) traits.most_blocks = std::max(traits.most_blocks, ++blocks_in_cell);
      if (kind != ElementKind::unread) survey(*below, traits, blocks_in_cell);
    }
  }
}

/// CSS without its blanks, in lower case.
std::string squeezed(std::string_view css) {
  std::string text;
  for (const char c : css) {
    if (c != ' ' && c != '\t' && c != '\n')
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return text;
}

}  // namespace

ElementKind kind_of(const GumboNode& element) {  // NOLINT(readability-function-size): one table
  switch (tag_of(element)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
      return ElementKind::unread;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return ElementKind::heading;
    case GUMBO_TAG_LI:
      return ElementKind::list_item;
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      return ElementKind::list;
    case GUMBO_TAG_TABLE:
      return ElementKind::table;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_PLAINTEXT:
      return ElementKind::preformatted;
    case GUMBO_TAG_BR:
      return ElementKind::line_break;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
      return ElementKind::block;
    default:
      return ElementKind::inline_text;
  }
}

std::uint8_t heading_level(const GumboNode& heading) {
  return static_cast<std::uint8_t>(tag_of(heading) - GUMBO_TAG_H1 + 1);
}

bool is_hidden(const GumboNode& element) {
  if (attribute(element, "hidden")) return true;
  const auto style = attribute(element, "style");
  if (!style) return false;
  const std::string css = squeezed(*style);
  return css.find("display:none") != std::string::npos || css.find("visibility:hidden") != std::string::npos;
}

bool is_layout_table(const GumboNode& table) {
  const std::string_view role = attribute(table, "role").value_or("");
  if (role == "presentation" || role == "none") return true;
  TableTraits traits;
  std::uint32_t blocks_outside_cells = 0;
  survey(table, traits, blocks_outside_cells);
  if (traits.nests) return true;
  return !traits.headed && (traits.cells <= 1 || traits.most_blocks >= kBlocksOfAPassage);
}

}  // namespace tallybook::document::html
