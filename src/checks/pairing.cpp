#include "checks/pairing.hpp"

#include <algorithm>
#include <array>

#include "checks/numerals.hpp"
#include "checks/text_search.hpp"

namespace tallybook::checks {
namespace {

constexpr std::size_t kLongestListNumber = 3;

bool is_latin(char32_t c) {
  return text::is_ascii_letter(c) || text::is_ascii_digit(c);
}

/// `’` in “Women’s” and ‘ typed for it: a single mark inside a Latin word.
bool is_apostrophe(std::string_view text, Span paragraph, const Bracket& bracket) {
  if (bracket.kind != BracketKind::single_quote) return false;
  const char32_t before = char_before(text, paragraph, bracket.span.begin);
  const char32_t after = char_at(text, paragraph, bracket.span.end);
  return bracket.opens ? is_latin(before) && is_latin(after) : is_latin(before) || is_latin(after);
}

/// How much of the text around a closing bracket belongs to an open one.
enum class Around : std::uint8_t { nothing, other_brackets, round_bracket };

/// `1)` or `二）` where an item begins; where nothing is open and line breaks were lost, `情况1）` too.
/// Inside an open round bracket a number after a comma belongs to the bracket's own text,
/// （表一、二）, so only a full stop or semicolon may stand before it there.
bool is_list_mark(std::string_view text, Span paragraph, const Bracket& bracket, Around around) {
  if (bracket.kind != BracketKind::round || bracket.opens) return false;
  std::uint32_t at = bracket.span.begin;
  std::size_t length = 0;
  while (length < kLongestListNumber && numbers_items(char_before(text, paragraph, at))) {
    at -= text::code_point_before(text, at).size;
    ++length;
  }
  if (length == 0) return false;
  const char32_t before = char_before(text, paragraph, at);
  if (around == Around::round_bracket) return before == U'。' || before == U'；' || before == U';';
  const bool letter = text::is_ascii_letter(char_before(text, paragraph, bracket.span.begin));
  if (around == Around::nothing && !letter) return true;
  return ends_clause(before) || before == U'、' || before == U'“';
}

class Pairing {
 public:
  Pairing(std::string_view text, Span paragraph) : text_(text), paragraph_(paragraph) {}

  std::vector<UnpairedBracket> run(std::span<const Bracket> brackets) {
    for (const Bracket& bracket : brackets) read(bracket);
    for (const Bracket& bracket : open_) add(bracket, Mispairing::unclosed);
    for (const std::vector<Bracket>& kind : dropped_) {
      for (const Bracket& bracket : kind) add(bracket, Mispairing::unclosed);
    }
    std::sort(unpaired_.begin(), unpaired_.end(), [](const UnpairedBracket& a, const UnpairedBracket& b) {
      return a.bracket.span < b.bracket.span;
    });
    return join_slips();
  }

 private:
  static std::size_t index(const Bracket& bracket) { return static_cast<std::size_t>(bracket.kind); }

  void add(const Bracket& bracket, Mispairing mispairing, std::optional<Span> other = {}) {
    unpaired_.push_back({bracket, mispairing, other});
  }

  void read(const Bracket& bracket) {
    if (is_apostrophe(text_, paragraph_, bracket)) return;
    std::uint32_t& open_of_kind = open_count_[index(bracket)];
    if (bracket.opens) {
      if (open_of_kind > 0 && reopens(bracket)) return;
      open_.push_back(bracket);
      ++open_of_kind;
    } else if (!is_list_mark(text_, paragraph_, bracket, around(bracket))) {
      open_of_kind > 0 ? close(bracket) : close_nothing(bracket);
    }
  }

  Around around(const Bracket& bracket) const {
    if (open_count_[index(bracket)] > 0) return Around::round_bracket;
    return open_.empty() ? Around::nothing : Around::other_brackets;
  }

  /// A quotation of several paragraphs opens each of them again (GB/T 15834-2011, 4.8.3), also where
  /// the line breaks between them were lost. It is introduced by a colon, or goes on from a paragraph before.
  bool reopens(const Bracket& bracket) const {
    if (!is_quote(bracket) || !quotes_speech(bracket.kind)) return false;
    const char32_t before = char_before(text_, paragraph_, bracket.span.begin);
    return before == U'。' || before == U'；' || before == U'：' || before == U'！' || before == U'？';
  }

  bool quotes_speech(BracketKind kind) const {
    const auto open = std::find_if(open_.rbegin(), open_.rend(),
                                   [kind](const Bracket& bracket) { return bracket.kind == kind; });
    if (open == open_.rend()) return false;
    const char32_t before = char_before(text_, paragraph_, open->span.begin);
    return before == 0 || before == U'：' || before == U':' || before == U'\u3000' || before == U' ';
  }

  /// Pops down to the opening mark; what was opened inside and not closed is set aside, because it
  /// may yet be closed too late.
  void close(const Bracket& bracket) {
    while (open_.back().kind != bracket.kind) {
      --open_count_[index(open_.back())];
      dropped_[index(open_.back())].push_back(open_.back());
      open_.pop_back();
    }
    open_.pop_back();
    --open_count_[index(bracket)];
  }

  void close_nothing(const Bracket& bracket) {
    std::vector<Bracket>& dropped = dropped_[index(bracket)];
    if (dropped.empty()) return add(bracket, Mispairing::unopened);
    add(bracket, Mispairing::crossed, dropped.back().span);
    dropped.pop_back();
  }

  /// Two marks that were meant as one pair are one slip, not two.
  std::vector<UnpairedBracket> join_slips() const {
    std::vector<UnpairedBracket> joined;
    for (std::size_t i = 0; i < unpaired_.size(); ++i) {
      const UnpairedBracket& first = unpaired_[i];
      const bool last = i + 1 == unpaired_.size();
      if (!last && is_reversed_pair(first, unpaired_[i + 1])) {
        const bool second = first.bracket.opens;
        joined.push_back({unpaired_[second ? i + 1 : i].bracket, Mispairing::reversed,
                          unpaired_[second ? i : i + 1].bracket.span});
        ++i;
      } else if (!last && is_mixed_pair(first, unpaired_[i + 1])) {
        joined.push_back({unpaired_[i + 1].bracket, Mispairing::mixed, first.bracket.span});
        ++i;
      } else {
        joined.push_back(first);
      }
    }
    return joined;
  }

  static bool is_quote(const Bracket& bracket) {
    return bracket.kind == BracketKind::double_quote || bracket.kind == BracketKind::single_quote;
  }

  bool stand_within(const UnpairedBracket& a, const UnpairedBracket& b, std::string_view stop) const {
    const Span between = {a.bracket.span.end, b.bracket.span.begin};
    return slice(text_, between).find(stop) == std::string_view::npos;
  }

  /// “四风“, ”四风” or ”四风“.
  bool is_reversed_pair(const UnpairedBracket& a, const UnpairedBracket& b) const {
    if (!is_quote(a.bracket) || a.bracket.kind != b.bracket.kind) return false;
    if (a.mispairing == b.mispairing) return a.mispairing != Mispairing::crossed && stand_within(a, b, "。");
    return a.mispairing == Mispairing::unopened && b.mispairing == Mispairing::unclosed &&
           stand_within(a, b, "，") && stand_within(a, b, "。");
  }

  /// 《条例）, 〔2026]; quotation marks are no part of such slips.
  bool is_mixed_pair(const UnpairedBracket& a, const UnpairedBracket& b) const {
    return a.mispairing == Mispairing::unclosed && b.mispairing == Mispairing::unopened &&
           !is_quote(a.bracket) && !is_quote(b.bracket) && stand_within(a, b, "。");
  }

  std::string_view text_;
  Span paragraph_;
  std::vector<Bracket> open_;
  std::array<std::uint32_t, kBracketKinds> open_count_{};
  std::array<std::vector<Bracket>, kBracketKinds> dropped_;
  std::vector<UnpairedBracket> unpaired_;
};

}  // namespace

std::vector<UnpairedBracket> find_unpaired(std::string_view text, Span paragraph,
                                           std::span<const Bracket> brackets) {
  return Pairing(text, paragraph).run(brackets);
}

}  // namespace tallybook::checks
