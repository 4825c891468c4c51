// Lists that stand behind the number that announces them.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/list_items.hpp"
#include "figures/lists.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::size_t kHanBytes = 3;

class ListBehind {
 public:
  ListBehind(const RelationContext& context, const Claim& claim) : context_(context), claim_(claim) {}

  [[nodiscard]] std::optional<Listed> read() const;
  [[nodiscard]] std::optional<Listed> told_in_turn() const;

 private:
  [[nodiscard]] std::optional<Listed> parallel_items() const;
  [[nodiscard]] std::vector<Span> statements_of(std::string_view kind, Span place) const;

  [[nodiscard]] std::string_view words(Span place) const { return context_.words(place.begin, place.end); }

  const RelationContext& context_;
  const Claim& claim_;
};

/// 四家医院（甲、乙、丙、丁）; 两项制度：《甲》《乙》; 三个断面分别是甲、乙、丙.
std::optional<Listed> ListBehind::read() const {
  if (!claim_.exact || !counts_named_things(context_, claim_)) return std::nullopt;
  if (auto parallel = parallel_items()) return parallel;
  const Span rest{claim_.beside.end, claim_.sentence.end};
  const auto opener =
      first_cue(words(clipped(context_.text, rest, kLongestLead)), context_.cues.list_openers);
  if (!opener || opener.offset > kLongestLead / 2) return std::nullopt;
  const std::string_view noun = words(rest).substr(0, opener.offset);
  for (const std::string_view stop : {"，", "。", "；", "、", ",", ";"}) {
    if (noun.find(stop) != noun.npos) return std::nullopt;
  }
  const std::uint32_t opened = rest.begin + static_cast<std::uint32_t>(opener.offset);
  Span place =
      clipped(context_.text, {opened + static_cast<std::uint32_t>(opener.size), rest.end}, kLongestList);
  const std::string_view mark = words({opened, place.begin});
  // 总数居三市之首，其中：… : a bare numeral announces only what follows at once.
  if (!claim_.figure && (opener.offset > 0 || mark.find("其中") != mark.npos)) return std::nullopt;
  if (mark.starts_with("（") || mark.starts_with("(")) {
    const std::size_t close = std::min(words(place).find("）"), words(place).find(')'));
    if (close == std::string_view::npos) return std::nullopt;
    place.end = place.begin + static_cast<std::uint32_t>(close);
  }
  Listed listed;
  listed.evidence = {opened, place.begin};
  listed.items = quoted_run_after(context_.text, place);
  if (listed.items.size() >= 2) {
    const std::string_view after = words({listed.items.back().end, place.end});
    listed.open = after.starts_with("等");
    listed.strength = Strength::strong;
    return listed;
  }
  const std::vector<Span> phrases = divide(context_.text, place, U'，');
  for (const char32_t separator : {U'；', U'、', U'，'}) {
    // 甲、乙、丙，丁 …: the list ends with its clause.
    const Span list = separator == U'、' && !phrases.empty() ? Span{place.begin, phrases.front().end} : place;
    auto pieces = divide(context_.text, list, separator);
    if (pieces.size() < 2) continue;
    listed.items = std::move(pieces);
    break;
  }
  if (listed.items.size() != claim_.count) return std::nullopt;
  return listed;
}

/// 六个“抓好”：抓好课程建设、抓好课堂教学、…: every item opens with the quoted word.
std::optional<Listed> ListBehind::parallel_items() const {
  static constexpr std::string_view kOpen = "“";
  static constexpr std::string_view kClose = "”";
  const std::uint32_t begin = claim_.beside.end;
  const std::string_view rest = words(clipped(context_.text, {begin, claim_.sentence.end}, kLongestList));
  if (!rest.starts_with(kOpen)) return std::nullopt;
  const std::size_t close = rest.find(kClose);
  if (close > kLongestLead) return std::nullopt;
  const std::string_view head = rest.substr(kOpen.size(), close - kOpen.size());
  std::size_t at = close + kClose.size();
  const auto mark = text::code_point_at(rest, at);
  if (head.empty() || (mark.value != U'：' && mark.value != U':' && mark.value != U'，')) return std::nullopt;
  at += mark.size;
  Listed listed;
  listed.strength = Strength::strong;
  while (at < rest.size()) {
    std::size_t end = at;
    while (end < rest.size()) {
      const auto c = text::code_point_at(rest, end);
      if (c.value == U'、' || c.value == U'；' || c.value == U'，' || c.value == U'。' || c.value == U';' ||
          c.value == U',') {
        break;
      }
      end += c.size;
    }
    const std::string_view item = rest.substr(at, end - at);
    if (!item.starts_with(head)) break;
    listed.open |= item.ends_with("等");
    listed.items.push_back({begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(end)});
    at = end + text::code_point_at(rest, end).size;
  }
  if (listed.items.size() < 2) return std::nullopt;
  return listed;
}

/// 四项指标，其中：水量指标，…；品质指标，…: the statements behind the claim that open with a thing of the
/// claimed kind, as far as the paragraph goes.
std::optional<Listed> ListBehind::told_in_turn() const {
  constexpr std::size_t kNoun = 2 * kHanBytes;
  constexpr std::uint32_t kFar = 4500;
  if (!claim_.exact || claim_.count < 3 || !counts_statements(context_, claim_)) return std::nullopt;
  const Span place =
      clipped(context_.text, {claim_.span.end, static_cast<std::uint32_t>(context_.text.size())}, kFar);
  const std::string_view rest = words(place);
  std::size_t noun = 0;
  while (text::is_han(text::code_point_at(rest, noun).value)) noun += text::code_point_at(rest, noun).size;
  if (noun < kNoun) return std::nullopt;
  // 七大攻坚…, 四项考核指标，: where the noun ends is marked only by what follows.
  for (const std::string_view head : {rest.substr(0, kNoun), rest.substr(noun - kNoun, kNoun)}) {
    Listed listed;
    listed.items = statements_of(head, place);
    if (listed.items.size() == claim_.count) return listed;
  }
  return std::nullopt;
}

/// The first words of those statements of the paragraph that name a thing of this kind.
std::vector<Span> ListBehind::statements_of(std::string_view kind, Span place) const {
  constexpr std::size_t kLongestHead = 60;
  const std::string_view rest = words(place);
  std::vector<Span> found;
  for (std::size_t at = 0; at < rest.size();) {
    const auto c = text::code_point_at(rest, at);
    at += c.size;
    if (c.value == U'\n') break;
    if (c.value != U'：' && c.value != U'；' && c.value != U'。' && c.value != U'）') continue;
    std::size_t end = std::min(rest.size(), at + kLongestHead);
    for (const std::string_view stop : {"，", "；", "。"}) end = std::min(end, rest.find(stop, at));
    const std::string_view opening = rest.substr(at, end - at);
    const std::size_t name = opening.find(kind);
    if (name == opening.npos || name == 0) continue;
    const auto begin = place.begin + static_cast<std::uint32_t>(at);
    found.push_back({begin, begin + static_cast<std::uint32_t>(name + kind.size())});
  }
  return found;
}

}  // namespace

std::optional<Listed> list_behind(const RelationContext& context, const Claim& claim) {
  return ListBehind(context, claim).read();
}

std::optional<Listed> told_in_turn(const RelationContext& context, const Claim& claim) {
  return ListBehind(context, claim).told_in_turn();
}

}  // namespace tallybook::figures
