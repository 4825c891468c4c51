#include "figures/filter.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/search.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;
using text::code_point_before;

/// A quotation up to this many bytes is a name or a slogan; a longer one is speech and asserts.
constexpr std::size_t kLongestSlogan = 75;

/// The last of 县、乡、村三级 is this many bytes at most, with its separator.
constexpr std::size_t kLongestLevelName = 18;

/// 每 is looked for in so many bytes before 一: no clause of prose is longer.
constexpr std::size_t kLongestClause = 600;

constexpr std::int64_t kFirstYear = 1000;

struct Pair {
  std::string_view open;
  std::string_view close;
  std::size_t reach;  ///< a title holds no figures however long; quotes only while short
};
constexpr std::size_t kLongestTitle = 300;
constexpr std::array kPairs = {Pair{"《", "》", kLongestTitle}, Pair{"“", "”", kLongestSlogan},
                               Pair{"‘", "’", kLongestSlogan}, Pair{"「", "」", kLongestSlogan},
                               Pair{"〔", "〕", kLongestTitle}};

constexpr text::Sieve kOpenings = {U"《“‘「〔"};

void add_quotation(std::string_view body, std::size_t at, const Pair& pair, std::vector<Span>& zones) {
  const std::string_view reach = body.substr(at, pair.reach);
  const std::size_t close = text::find(reach, pair.close);
  if (close == std::string_view::npos) return;
  const std::string_view inside = reach.substr(0, close);
  const bool speech = text::contains(inside, "。") || inside.find('\n') != std::string_view::npos;
  const auto begin = static_cast<std::uint32_t>(at);
  if (!speech) zones.push_back({begin, begin + static_cast<std::uint32_t>(close + pair.close.size())});
}

void add_quotations(std::string_view text, Span report, std::vector<Span>& zones) {
  const std::string_view body = text.substr(0, report.end);
  for (std::uint32_t at = report.begin;; at += text::size_at(body, at)) {
    at = kOpenings.find(body, at, report.end);
    if (at >= report.end) return;
    const auto* pair = std::find_if(kPairs.begin(), kPairs.end(),
                                    [&](const Pair& p) { return text::stands_at(body, at, p.open); });
    if (pair != kPairs.end()) add_quotation(body, at, *pair, zones);
  }
}

void add_addresses(std::string_view text, Span report, std::vector<Span>& zones) {
  const std::string_view body = text.substr(0, report.end);
  for (const std::string_view opening : {"http://", "https://", "www."}) {
    for (std::size_t at = body.find(opening, report.begin); at != std::string_view::npos;) {
      std::size_t end = at;
      while (end < body.size() && body[end] > ' ' && body[end] < '\x7f') ++end;
      zones.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = body.find(opening, end);
    }
  }
}

std::vector<Span> merged(std::vector<Span> zones) {
  std::sort(zones.begin(), zones.end());
  std::vector<Span> result;
  for (const Span zone : zones) {
    if (!result.empty() && zone.begin < result.back().end) {
      result.back().end = std::max(result.back().end, zone.end);
    } else if (!zone.empty()) {
      result.push_back(zone);
    }
  }
  return result;
}

class Filter {
 public:
  Filter(std::string_view text, Span sentence, const Quantity& quantity, const Lexicon::Tables& tables)
      : before_(text.substr(sentence.begin, quantity.numeral.begin - sentence.begin)),
        after_(text.substr(quantity.span.end, sentence.end - quantity.span.end)),
        numeral_(slice(text, quantity.numeral)),
        text_(text.substr(0, sentence.end)),
        quantity_(quantity),
        tables_(tables) {}

  [[nodiscard]] bool accepts() const {
    if (glued_to_name() || is_in_phrase(text_, quantity_.numeral, tables_) || is_ordinal()) return false;
    if (quantity_.ratio) return true;
    if (quantity_.bare_scale && !asserts_bare_scale()) return false;
    switch (quantity_.kind) {
      case FigureKind::percent:
      case FigureKind::permille:
      case FigureKind::per_100k:
      case FigureKind::points:
      case FigureKind::fraction:
        return true;
      case FigureKind::duration:
        return is_duration();
      default:
        break;
    }
    if (quantity_.unit.empty()) return is_bare_count();
    return asserts_count();
  }

 private:
  [[nodiscard]] char32_t previous() const { return code_point_before(before_, before_.size()).value; }
  [[nodiscard]] char32_t next() const { return code_point_at(after_, 0).value; }
  [[nodiscard]] bool touches_approximator() const { return quantity_.bound != Bound::exact; }

  [[nodiscard]] bool glued_to_name() const;
  [[nodiscard]] bool is_ordinal() const;
  [[nodiscard]] bool asserts_bare_scale() const;
  [[nodiscard]] bool is_duration() const;
  [[nodiscard]] bool is_bare_count() const;
  [[nodiscard]] bool asserts_count() const;
  [[nodiscard]] bool counts_levels() const;
  [[nodiscard]] bool asserts_one() const;
  [[nodiscard]] bool stands_in_each_clause() const;

  std::string_view before_;  ///< the sentence up to the numeral
  std::string_view after_;   ///< the sentence behind the quantity
  std::string_view numeral_;
  std::string_view text_;
  const Quantity& quantity_;
  const Lexicon::Tables& tables_;
};

/// A350, G20, 2+1, 3.5.1, 138****1234, 20__: part of a name, a version or a masked number.
bool Filter::glued_to_name() const {
  static constexpr std::u32string_view kBefore = U"_*.+#@&\\×xXNo№－/";
  static constexpr std::u32string_view kAfter = U"_*+#@&\\×";
  const char32_t left = text::to_halfwidth(previous());
  const char32_t right = text::to_halfwidth(next());
  if (!quantity_.arabic) return false;
  // GDP275.92亿元: an abbreviation may touch the amount of what it names, which no model number has.
  const bool amount = !quantity_.unit.empty() && (quantity_.scaled || quantity_.value.scale() > 0);
  if (text::is_ascii_letter(left) && amount) return false;
  if (text::is_ascii_letter(left) || text::is_ascii_digit(left) ||
      (left != 0 && kBefore.find(left) != kBefore.npos)) {
    return true;
  }
  if (quantity_.unit.empty() && !quantity_.scaled && text::is_ascii_letter(right)) return true;
  if (right != 0 && kAfter.find(right) != kAfter.npos) return true;
  return (right == U'-' || right == U'.') && text::is_digit(code_point_at(after_, 1).value) &&
         quantity_.unit.empty();
}

bool Filter::is_ordinal() const {
  if (quantity_.ordinal || before_.ends_with("农历")) return true;
  // 前10名 is a rank and 前三年 a period; 前7次 counts.
  const bool front = before_.ends_with("前") && !tables_.front_masks.match_before(before_, before_.size());
  if (front && (quantity_.kind == FigureKind::duration || quantity_.unit == "名" || quantity_.unit == "位"))
    return true;
  if (quantity_.unit == "期" && tables_.stage_after.match_at(after_, 0) && !quantity_.high &&
      quantity_.value <= Decimal{9}) {
    return true;
  }
  if (quantity_.unit == "位" && after_.starts_with("数")) return true;  // 两位数增长
  // 十三届六次全会, 四届人大七次会议
  if (quantity_.unit == "次" && !quantity_.arabic) {
    static constexpr std::array<std::string_view, 3> kBodies = {"届", "人大", "政协"};
    if (std::any_of(kBodies.begin(), kBodies.end(), [&](auto body) { return before_.ends_with(body); }))
      return true;
  }
  return after_.starts_with("号") || after_.starts_with("届");
}

/// 上万人, 突破千万标箱, 亿元以上企业; not 百日攻坚 or 万家灯火.
bool Filter::asserts_bare_scale() const {
  if (touches_approximator()) return true;
  if (tables_.approximating_verbs.match_before(before_, before_.size())) return true;
  return before_.ends_with("达") || before_.ends_with("破");
}

bool Filter::is_duration() const {
  const bool year = quantity_.unit == "年";
  if (year && quantity_.value >= Decimal{kFirstYear}) return false;      // a date
  if (year && quantity_.arabic && text::is_digit(next())) return false;  // 10年6月
  if (tables_.duration_after.match_at(after_, 0)) return false;
  static constexpr std::array<std::string_view, 8> kMoments = {"过去", "未来", "今后", "最近",
                                                               "近",   "前",   "后",   "这"};
  const std::string_view lead = text_.substr(0, quantity_.span.begin);
  const bool moment = std::any_of(kMoments.begin(), kMoments.end(),
                                  [&](std::string_view word) { return lead.ends_with(word); });
  if (moment && !lead.ends_with("提前") && !lead.ends_with("推后")) return false;
  const std::string_view span = slice(text_, quantity_.span);
  if (year && span.starts_with("近")) return false;  // 近3年: a period
  if (tables_.duration_before.match_before(lead, lead.size()) || span.size() > numeral_.size() + 9)
    return true;
  return quantity_.arabic;
}

/// 20万小学生, 400余疑似, 5方面: a number with no measure word that still counts.
bool Filter::is_bare_count() const {
  const char32_t right = next();
  // 近千万家庭, 上百学生
  if (quantity_.bare_scale) return touches_approximator() && text::is_han(right);
  if (!quantity_.arabic || quantity_.value.scale() > 0) return false;
  if (quantity_.scaled) return right != U'年' && right != U'月';
  if (tables_.not_unit.match_at(after_, 0)) {
    return bool{tables_.bare_nouns.match_at(after_, 0)};
  }
  if (touches_approximator()) return quantity_.value < Decimal{kFirstYear} || text::is_han(right);
  if (tables_.bare_nouns.match_at(after_, 0)) return true;
  const bool ends = right == 0 || right == U'，' || right == U'。' || right == U'；' || right == U',' ||
                    right == U';' || right == U'、';
  return ends && bool{tables_.bare_before.match_before(before_, before_.size())};
}

bool Filter::asserts_count() const {
  if (quantity_.unit == "级") return counts_levels();
  if (quantity_.unit == "分" && before_.ends_with("时")) return false;
  if (quantity_.arabic || quantity_.scaled) return true;
  if (numeral_ == "二") return quantity_.kind != FigureKind::count;  // 二期, 二线: ordinals; 两 counts
  if (numeral_ == "一") return asserts_one();
  if (numeral_.starts_with("零")) return false;  // 零部件, 零距离
  if (quantity_.kind == FigureKind::money && quantity_.value < Decimal{10}) return false;  // 三元: a name
  // 二〇一〇 and other positional numerals are years and codes.
  const bool has_scale = numeral_.find("百") != numeral_.npos || numeral_.find("千") != numeral_.npos ||
                         numeral_.find("万") != numeral_.npos;
  if (numeral_.find("〇") != numeral_.npos && !has_scale) return false;
  if (quantity_.unit == "类" && text::is_han(next())) return false;  // 三类小学: a grade
  return true;
}

/// 市、区两级 counts its list; 三级医院 and 三级及以上 are grades.
bool Filter::counts_levels() const {
  if (quantity_.arabic || quantity_.value < Decimal{2} || quantity_.bound != Bound::exact) return false;
  // 省市县三级: one character a level.
  static constexpr std::u32string_view kLevels = U"国省市州县区旗乡镇街村组";
  std::size_t at = before_.size();
  std::int64_t levels = 0;
  for (auto c = code_point_before(before_, at); c.size != 0 && kLevels.find(c.value) != kLevels.npos;
       c = code_point_before(before_, at)) {
    ++levels;
    at -= c.size;
  }
  if (levels >= 2 && quantity_.value == Decimal{levels}) return true;
  const std::string_view name = before_.substr(before_.size() - std::min(before_.size(), kLongestLevelName));
  return text::contains(name, "、") && !before_.ends_with("、");
}

/// Whether 每 stands before, and no comma between.
bool Filter::stands_in_each_clause() const {
  const std::string_view before = before_.substr(before_.size() - std::min(before_.size(), kLongestClause));
  const std::size_t each = text::find_last(before, "每");
  if (each == before.npos) return false;
  const std::string_view between = before.substr(each);
  return between.find_first_of(",;") == between.npos && !text::contains(between, "，");
}

/// 一 counts after its noun (编写一期), with 至少, and distributively (每个乡镇确定一个).
bool Filter::asserts_one() const {
  if (quantity_.unit == "批" || quantity_.unit == "点" || quantity_.unit == "方" || quantity_.unit == "面")
    return false;
  const auto lead = text_.substr(0, quantity_.span.begin);
  if (touches_approximator()) return true;
  if (quantity_.unit == "番") return before_.ends_with("翻") || before_.ends_with("翻了");  // 经过一番努力
  const auto verb = tables_.approximating_verbs.match_before(lead, lead.size());
  if (verb && static_cast<Bound>(verb.value) == Bound::at_least) return true;
  if (tables_.one_before.match_before(before_, before_.size())) return false;
  if (stands_in_each_clause()) return true;
  const char32_t right = next();
  const bool ends = right == 0 || !text::is_han(right);
  if (!ends || right == U'“' || right == U'《') return false;
  // A title or a noun, not a verb, must stand before it.
  return before_.ends_with("》") || before_.ends_with("”");
}

}  // namespace

std::vector<Span> web_addresses(std::string_view text) {
  std::vector<Span> zones;
  add_addresses(text, {0, static_cast<std::uint32_t>(text.size())}, zones);
  return merged(std::move(zones));
}

std::vector<Span> excluded_zones(std::string_view text, Span report, const Outline& outline) {
  std::vector<Span> zones;
  for (const Section& section : outline.sections) zones.push_back(section.mark.span);
  for (const Enumeration& enumeration : outline.enumerations) {
    for (const EnumerationItem& item : enumeration.items) zones.push_back(item.mark.span);
  }
  add_quotations(text, report, zones);
  add_addresses(text, report, zones);
  return merged(std::move(zones));
}

bool is_in_phrase(std::string_view text, Span numeral, const Lexicon::Tables& tables) {
  constexpr int kMostBefore = 4;
  std::size_t at = numeral.begin;
  for (int back = 0; back < kMostBefore; ++back) {
    const auto match = tables.phrases.match_at(text, at);
    if (match && at + match.size >= numeral.end && at + match.size > numeral.begin) {
      return back > 0 || match.size > numeral.size();
    }
    const auto step = code_point_before(text, at);
    if (step.size == 0) break;
    at -= step.size;
  }
  return false;
}

bool is_figure(std::string_view text, Span sentence, const Quantity& quantity,
               const Lexicon::Tables& tables) {
  return Filter(text, sentence, quantity, tables).accepts();
}

}  // namespace tallybook::figures
