#include "figures/list_items.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::array<std::string_view, 4> kJoints = {"以及", "和", "与", "及"};

bool opens(char32_t c) {
  return c == U'“' || c == U'‘' || c == U'《' || c == U'（' || c == U'(' || c == U'〈';
}

bool closes(char32_t c) {
  return c == U'”' || c == U'’' || c == U'》' || c == U'）' || c == U')' || c == U'〉';
}

/// The first joint of the item that has words on both sides.
Span joint_in(std::string_view text, Span item) {
  const std::string_view words = slice(text, item);
  Span first;
  for (const std::string_view joint : kJoints) {
    const std::size_t at = words.find(joint);
    if (at == words.npos || at == 0 || at + joint.size() == words.size()) continue;
    const auto begin = item.begin + static_cast<std::uint32_t>(at);
    if (first.empty() || begin < first.begin)
      first = {begin, begin + static_cast<std::uint32_t>(joint.size())};
  }
  return first;
}

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Quotes, 2> kQuotes = {Quotes{"《", "》"}, Quotes{"“", "”"}};
constexpr std::array<std::string_view, 6> kSeparators = {"、", "以及", "和", "及", "与", "，"};

std::vector<Span> run_before(std::string_view text, Span place, const Quotes& quotes) {
  std::vector<Span> run;
  std::uint32_t end = place.end;
  while (end > place.begin) {
    std::string_view rest = slice(text, {place.begin, end});
    const auto* const separator =
        std::find_if(kSeparators.begin(), kSeparators.end(),
                     [&](std::string_view words) { return !run.empty() && rest.ends_with(words); });
    if (separator != kSeparators.end()) rest.remove_suffix(separator->size());
    const std::size_t open = rest.ends_with(quotes.close) ? rest.rfind(quotes.open) : rest.npos;
    if (open == rest.npos) break;
    const auto begin = place.begin + static_cast<std::uint32_t>(open);
    run.push_back({begin, place.begin + static_cast<std::uint32_t>(rest.size())});
    end = begin;
  }
  std::reverse(run.begin(), run.end());
  return run;
}

std::vector<Span> run_after(std::string_view text, Span place, const Quotes& quotes) {
  std::vector<Span> run;
  std::uint32_t begin = place.begin;
  while (begin < place.end) {
    std::string_view rest = slice(text, {begin, place.end});
    const auto* const separator =
        std::find_if(kSeparators.begin(), kSeparators.end(),
                     [&](std::string_view words) { return !run.empty() && rest.starts_with(words); });
    if (separator != kSeparators.end()) rest.remove_prefix(separator->size());
    const std::size_t close = rest.starts_with(quotes.open) ? rest.find(quotes.close) : rest.npos;
    if (close == rest.npos) break;
    const auto first = place.end - static_cast<std::uint32_t>(rest.size());
    begin = first + static_cast<std::uint32_t>(close + quotes.close.size());
    run.push_back({first, begin});
  }
  return run;
}

std::vector<Span> longer(std::vector<Span> a, std::vector<Span> b) {
  return a.size() >= b.size() ? std::move(a) : std::move(b);
}

}  // namespace

void ItemList::divide_last() {
  if (joint.empty()) return;
  const std::uint32_t end = items.back().end;
  items.back().end = joint.begin;
  items.push_back({joint.end, end});
  joint = {};
}

std::vector<Span> divide(std::string_view text, Span place, char32_t separator) {
  std::vector<Span> pieces;
  int depth = 0;
  std::uint32_t begin = place.begin;
  const auto take = [&](std::uint32_t end) {
    const Span piece = trimmed(text, {begin, end});
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (std::uint32_t at = place.begin; at < place.end;) {
    const auto c = text::code_point_at(text, at);
    if (opens(c.value)) ++depth;
    if (closes(c.value)) depth = std::max(0, depth - 1);
    if (c.value == separator && depth == 0) {
      take(at);
      begin = at + c.size;
    }
    at += c.size;
  }
  take(place.end);
  return pieces;
}

ItemList read_items(std::string_view text, Span place, const WordSet& closed_words) {
  static constexpr std::string_view kMore = "等";
  ItemList list;
  place = trimmed(text, place);
  const std::string_view words = slice(text, place);
  if (words.ends_with(kMore) && !closed_words.match_before(words, words.size())) {
    list.open = true;
    place.end -= static_cast<std::uint32_t>(kMore.size());
  }
  list.items = divide(text, place, U'、');
  if (!list.items.empty()) list.joint = joint_in(text, list.items.back());
  return list;
}

std::vector<Span> quoted_run_before(std::string_view text, Span place) {
  return longer(run_before(text, place, kQuotes[0]), run_before(text, place, kQuotes[1]));
}

std::vector<Span> quoted_run_after(std::string_view text, Span place) {
  return longer(run_after(text, place, kQuotes[0]), run_after(text, place, kQuotes[1]));
}

bool end_alike(std::string_view text, const std::vector<Span>& items) {
  constexpr std::size_t kSuffix = 2 * kHanBytes;
  if (items.empty() || items.front().size() <= kSuffix) return false;
  const std::string_view first = slice(text, items.front());
  const std::string_view suffix = first.substr(first.size() - kSuffix);
  return std::all_of(items.begin(), items.end(),
                     [&](Span item) { return slice(text, item).ends_with(suffix); });
}

Span clipped(std::string_view text, Span place, std::uint32_t limit) {
  const auto size = static_cast<std::uint32_t>(text::opening_of(slice(text, place), limit).size());
  return {place.begin, place.begin + size};
}

Span trimmed(std::string_view text, Span place) {
  while (!place.empty()) {
    const auto first = text::code_point_at(text, place.begin);
    if (!text::is_space(first.value)) break;
    place.begin += first.size;
  }
  while (!place.empty()) {
    const auto last = text::code_point_before(text, place.end);
    if (!text::is_space(last.value)) break;
    place.end -= last.size;
  }
  return place;
}

}  // namespace tallybook::figures
