// A look over the tags before the parser sees them. The parser's work for one tag grows with the
// depth of the open elements, and for an attribute with the number of those before it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "document/html/tree.hpp"

namespace tallybook::document::html {
namespace {

constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMaxAttributes = 256;
/// Copies of unclosed formatting elements: so many in all, and so many more for each tag.
constexpr std::uint64_t kFreeCopies = 1'000'000;
constexpr std::uint64_t kCopiesPerTag = 4;

struct TagSpan {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool closing = false;
  bool self_closing = false;
  std::size_t attributes = 0;
  std::size_t end = 0;  ///< after its '>'
};

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool is_void(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_KEYGEN:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

/// Elements that a sibling closes, so that they nest only through others, which are counted.
bool closes_itself(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_COLGROUP:
      return true;
    default:
      return false;
  }
}

bool is_formatting(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
      return true;
    default:
      return false;
  }
}

/// The end tag that ends this element's content, which holds no tags; empty for other elements.
std::string_view raw_text_end(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
      return "</script";
    case GUMBO_TAG_STYLE:
      return "</style";
    case GUMBO_TAG_TITLE:
      return "</title";
    case GUMBO_TAG_TEXTAREA:
      return "</textarea";
    case GUMBO_TAG_XMP:
      return "</xmp";
    case GUMBO_TAG_IFRAME:
      return "</iframe";
    case GUMBO_TAG_NOEMBED:
      return "</noembed";
    case GUMBO_TAG_NOFRAMES:
      return "</noframes";
    default:
      return {};
  }
}

/// Within these nothing closes itself, and there is no raw text.
bool is_foreign(GumboTag tag) {
  return tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH;
}

/// Within these, too, there is no raw text.
bool knows_no_raw_text(GumboTag tag) {
  return is_foreign(tag) || tag == GUMBO_TAG_SELECT || tag == GUMBO_TAG_FRAMESET;
}

/// `html[at]` is '<' before a letter, or before '/' and a letter.
TagSpan read_tag(std::string_view html, std::size_t at) {
  TagSpan tag;
  ++at;
  tag.closing = html[at] == '/';
  if (tag.closing) ++at;
  const std::size_t name = at;
  while (at < html.size() && !is_blank(html[at]) && html[at] != '/' && html[at] != '>') ++at;
  tag.tag = gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(at - name));
  char quote = 0;
  bool in_word = false;
  bool after_equals = false;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>') break;
    const bool separator = is_blank(c) || c == '/';
    if (after_equals && (c == '"' || c == '\'')) quote = c;
    if (!separator && !in_word && c != '=') ++tag.attributes;
    after_equals = c == '=' || (after_equals && is_blank(c));
    in_word = !separator && quote == 0;
  }
  tag.self_closing = at > name && at <= html.size() && html[at - 1] == '/';
  tag.end = at < html.size() ? at + 1 : at;
  return tag;
}

/// The end of the comment, declaration or instruction that begins at `at`.
std::size_t skip_declaration(std::string_view html, std::size_t at, bool foreign) {
  const std::string_view rest = html.substr(at);
  std::string_view end = ">";
  if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
    end = ">";
  } else if (rest.starts_with("<!--")) {
    end = "-->";
  } else if (foreign && rest.starts_with("<![CDATA[")) {
    end = "]]>";
  }
  const std::size_t found = html.find(end, at + 2);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

/// What is open where the look has come to.
class OpenElements {
 public:
  [[nodiscard]] std::string broken_limit(const TagSpan& tag) {
    ++tags_;
    if (tag.closing)
      close(tag.tag);
    else
      open(tag);
    copies_ += formatting_;
    if (stack_.size() + formatting_ > kMaxDepth) {
      return "elements nest deeper than " + std::to_string(kMaxDepth);
    }
    if (tag.attributes > kMaxAttributes)
      return "a tag has more than " + std::to_string(kMaxAttributes) + " attributes";
    if (copies_ > kFreeCopies + kCopiesPerTag * tags_) return "too many formatting elements are not closed";
    return {};
  }

  [[nodiscard]] bool in_foreign() const { return foreign_ > 0; }
  [[nodiscard]] bool without_raw_text() const { return without_raw_text_ > 0; }

 private:
  void open(const TagSpan& tag) {
    if (is_void(tag.tag) || (closes_itself(tag.tag) && foreign_ == 0)) return;
    if (tag.self_closing && foreign_ > 0) return;
    if (is_formatting(tag.tag) && foreign_ == 0) {
      ++formatting_by_tag_[tag.tag];
      ++formatting_;
      return;
    }
    stack_.push_back(tag.tag);
    ++on_stack_[tag.tag];
    if (is_foreign(tag.tag)) ++foreign_;
    if (knows_no_raw_text(tag.tag)) ++without_raw_text_;
  }

  void close(GumboTag tag) {
    if (formatting_by_tag_[tag] > 0) {
      --formatting_by_tag_[tag];
      --formatting_;
      return;
    }
    if (on_stack_[tag] == 0) return;
    GumboTag popped = GUMBO_TAG_LAST;
    do {
      popped = stack_.back();
      stack_.pop_back();
      --on_stack_[popped];
      if (is_foreign(popped)) --foreign_;
      if (knows_no_raw_text(popped)) --without_raw_text_;
    } while (popped != tag);
  }

  std::vector<GumboTag> stack_;
  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> on_stack_{};
  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> formatting_by_tag_{};
  std::size_t formatting_ = 0;
  std::uint32_t foreign_ = 0;           ///< how many of the open ones are
  std::uint32_t without_raw_text_ = 0;  ///< likewise
  std::uint64_t copies_ = 0;
  std::uint64_t tags_ = 0;
};

/// Where the search for tags goes on after `tag`.
std::size_t after_tag(std::string_view html, const TagSpan& tag) {
  if (tag.closing) return tag.end;
  if (tag.tag == GUMBO_TAG_PLAINTEXT) return html.size();
  const std::string_view end = raw_text_end(tag.tag);
  if (end.empty()) return tag.end;
  for (std::size_t at = html.find("</", tag.end); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    const bool same =
        std::equal(end.begin(), end.end(), html.begin() + static_cast<std::ptrdiff_t>(at),
                   html.begin() + static_cast<std::ptrdiff_t>(std::min(at + end.size(), html.size())),
                   [](char a, char b) { return a == (is_letter(b) ? (b | 0x20) : b); });
    if (same) return at;
  }
  return html.size();
}

}  // namespace

std::string find_broken_limit(std::string_view html) {
  OpenElements open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    const bool closing = next == '/' && at + 2 < html.size() && is_letter(html[at + 2]);
    if (next == '!' || next == '?' || (next == '/' && !closing)) {
      at = skip_declaration(html, at, open.in_foreign());
    } else if (is_letter(next) || closing) {
      const bool raw_text = !open.without_raw_text();
      const TagSpan tag = read_tag(html, at);
      if (std::string limit = open.broken_limit(tag); !limit.empty()) return limit;
      at = raw_text ? after_tag(html, tag) : tag.end;
    } else {
      ++at;
    }
  }
  return {};
}

}  // namespace tallybook::document::html
