#include "document/html/boilerplate.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/html/elements.hpp"

namespace tallybook::document::html {
namespace {

/// Words in a class or id by which web designers name the frame of a page.
constexpr std::string_view kFrameNames[] = {
    "banner",     "bdshare",    "breadcrumb", "breadcrumbs", "copyright", "crumb",   "crumbs",     "foot",
    "footer",     "friendlink", "login",      "menu",        "nav",       "navbar",  "navigation", "pager",
    "pagination", "search",     "share",      "sidebar",     "sitemap",   "toolbar", "topbar",
};

/// Text outside of links beyond which an element is prose: three or four Chinese sentences. Longer
/// than the imprint of a page.
constexpr std::size_t kProseBytes = 450;

struct Measure {
  std::size_t text = 0;   ///< bytes that are seen, without ASCII blanks
  std::size_t prose = 0;  ///< those outside of links
  bool has_main = false;

  Measure& operator+=(const Measure& other) {
    text += other.text;
    prose += other.prose;
    has_main = has_main || other.has_main;
    return *this;
  }
};

bool is_main(const GumboNode& node) {
  return tag_of(node) == GUMBO_TAG_MAIN || tag_of(node) == GUMBO_TAG_ARTICLE ||
         attribute(node, "role").value_or("") == "main";
}

constexpr bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether one of the words in `names` is a frame's: "nav" in "top-nav nav2", but not in "canvas".
bool names_frame(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    if (i < names.size() && is_word_letter(names[i])) {
      word += static_cast<char>(names[i] | 0x20);
      continue;
    }
    if (std::binary_search(std::begin(kFrameNames), std::end(kFrameNames), word)) return true;
    word.clear();
  }
  return false;
}

bool looks_like_frame(const GumboNode& node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
      return true;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
      return false;
    default:
      break;
  }
  const std::string_view role = attribute(node, "role").value_or("");
  if (role == "navigation" || role == "contentinfo" || role == "search") return true;
  return names_frame(attribute(node, "class").value_or("")) ||
         names_frame(attribute(node, "id").value_or(""));
}

class Search {
 public:
  Measure visit(const GumboNode& node, bool in_link, bool in_main) {
    if (!is_element(node)) return measure_text(node, in_link);
    if (kind_of(node) == ElementKind::unread || is_hidden(node)) return {};
    const bool main = in_main || is_main(node);
    const std::size_t found_before = found_.size();
    Measure measure;
    measure.has_main = main;
    for (const GumboNode* below : children(node)) {
      measure += visit(*below, in_link || tag_of(node) == GUMBO_TAG_A, main);
    }
    if (!main && !measure.has_main && measure.prose < kProseBytes && looks_like_frame(node)) {
      while (found_.size() > found_before) {  // the outermost stands for those within
        removed_ -= found_.back().text;
        found_.pop_back();
      }
      found_.push_back({&node, measure.text});
      removed_ += measure.text;
    }
    return measure;
  }

  [[nodiscard]] Elements result(std::size_t text) const {
    Elements elements;
    if (text - removed_ < text / 5) return elements;
    for (const Found& found : found_) elements.insert(found.node);
    return elements;
  }

 private:
  struct Found {
    const GumboNode* node;
    std::size_t text;
  };

  static Measure measure_text(const GumboNode& node, bool in_link) {
    if (node.type != GUMBO_NODE_TEXT) return {};
    const std::string_view text = node.v.text.text;
    const auto seen = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
    return {.text = seen, .prose = in_link ? 0 : seen, .has_main = false};
  }

  std::vector<Found> found_;
  std::size_t removed_ = 0;
};

}  // namespace

Elements find_boilerplate(const GumboNode& root) {
  Search search;
  const Measure page = search.visit(root, false, false);
  return search.result(page.text);
}

}  // namespace tallybook::document::html
