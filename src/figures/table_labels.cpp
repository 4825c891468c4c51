#include "figures/table_labels.hpp"

#include <array>

#include "figures/quantity.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;

/// A longer text in brackets is a remark.
constexpr std::size_t kLongestUnit = 40;
/// A longer cell is prose.
constexpr std::uint32_t kLongestLabel = 240;

std::string_view trimmed_view(std::string_view text) {
  return text::trim(text);
}

/// The brackets that close at the end of `words`, and what they hold.
struct Bracketed {
  std::size_t open = std::string_view::npos;
  std::string_view inside;
};

/// The last pair of brackets in `words`, full or half width.
Bracketed last_brackets(std::string_view words) {
  Bracketed found;
  const std::size_t close = std::max(words.rfind("）") + 1, words.rfind(')') + 1);  // npos + 1 is 0
  if (close == 0) return found;
  const std::string_view before = words.substr(0, close - 1);
  const std::size_t full = before.rfind("（");
  const std::size_t half = before.rfind('(');
  const bool is_full = full != before.npos && (half == before.npos || full > half);
  found.open = is_full ? full : half;
  if (found.open != before.npos) found.inside = before.substr(found.open + (is_full ? 3 : 1));
  return found;
}

std::string_view without_prefix(std::string_view words, std::string_view prefix) {
  return words.starts_with(prefix) ? words.substr(prefix.size()) : words;
}

class LabelReader {
 public:
  LabelReader(std::string_view text, Span cell, const Lexicon::Tables& tables)
      : words_(slice(text, cell)), begin_(cell.begin), tables_(tables) {}

  TableLabel read() {
    TableLabel label;
    name_ = words_;
    if (words_.size() <= kLongestLabel) {
      label.unit = whole_unit();
      if (!label.unit) label.unit = bracketed_unit();
      if (!label.unit) label.unit = trailing_unit();
    }
    if (const std::size_t line = name_.find('\n'); line != name_.npos) name_ = name_.substr(0, line);
    name_ = trimmed_view(name_);
    const auto offset = static_cast<std::uint32_t>(name_.empty() ? 0 : name_.data() - words_.data());
    label.name = {begin_ + offset, begin_ + offset + static_cast<std::uint32_t>(name_.size())};
    const std::string compact = without_blanks(name_);
    label.code = tables_.table_codes.match_at(compact, 0).size == compact.size() && !compact.empty();
    label.generic = is_generic(compact);
    label.counter = counter_of(compact);
    return label;
  }

 private:
  std::optional<LabelUnit> whole_unit() {
    auto unit = read_label_unit(words_, tables_);
    if (unit) name_ = {};
    return unit;
  }

  /// 产量（吨）, 完成投资（单位：万元）; a remark in other brackets stays with the name.
  std::optional<LabelUnit> bracketed_unit() {
    const Bracketed brackets = last_brackets(words_);
    if (brackets.open == std::string_view::npos || brackets.open == 0) return std::nullopt;
    std::string_view inside = trimmed_view(brackets.inside);
    if (const auto caption = tables_.table_captions.match_at(inside, 0)) inside.remove_prefix(caption.size);
    auto unit = read_label_unit(inside, tables_);
    if (unit) name_ = words_.substr(0, brackets.open);
    return unit;
  }

  /// 增长%, 产量/吨, 产量 吨: GB 3101 writes the quantity over its unit.
  std::optional<LabelUnit> trailing_unit() {
    for (const std::string_view sign : {"%", "％", "‰"}) {
      if (!words_.ends_with(sign)) continue;
      name_ = words_.substr(0, words_.size() - sign.size());
      return read_label_unit(sign, tables_);
    }
    const std::size_t slash = words_.rfind('/');
    const std::size_t blank = words_.find_last_of(" \n\t");
    for (const std::size_t cut : {slash, blank}) {
      if (cut == words_.npos || cut == 0) continue;
      auto unit = read_label_unit(words_.substr(cut + 1), tables_);
      if (!unit) continue;
      name_ = words_.substr(0, cut);
      return unit;
    }
    return std::nullopt;
  }

  /// Whether nothing is left of the name without its generic words and marks.
  [[nodiscard]] bool is_generic(std::string_view name) const {
    for (std::size_t at = 0; at < name.size();) {
      const auto c = code_point_at(name, at);
      const auto match = tables_.table_generic.match_at(name, at);
      if (!match && (text::is_han(c.value) || text::is_ascii_letter(c.value))) return false;
      at += match ? match.size : c.size;
    }
    return true;
  }

  [[nodiscard]] std::optional<LabelUnit> counter_of(std::string_view name) const {
    static constexpr std::string_view kNumber = "数";
    const auto counter = tables_.table_counters.match_before(name, name.size());
    if (!counter) return std::nullopt;
    name = name.substr(name.size() - counter.size);
    name.remove_suffix(kNumber.size());
    return read_label_unit(name, tables_);
  }

  std::string_view words_;
  std::string_view name_;
  std::uint32_t begin_;
  const Lexicon::Tables& tables_;
};

}  // namespace

bool LabelUnit::is_ratio() const {
  return kind == FigureKind::percent || kind == FigureKind::permille || kind == FigureKind::points ||
         kind == FigureKind::per_100k || kind == FigureKind::multiple;
}

std::string without_blanks(std::string_view text) {
  std::string compact;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = code_point_at(text, at);
    if (!text::is_space(c.value)) compact += text.substr(at, c.size);
    at += c.size;
  }
  return compact;
}

std::optional<LabelUnit> read_label_unit(std::string_view words, const Lexicon::Tables& tables) {
  words = without_prefix(trimmed_view(words), "人民币");
  const char32_t first = code_point_at(words, 0).value;
  if (words.empty() || words.size() > kLongestUnit || text::is_digit(first)) return std::nullopt;
  // One of it, read as in a sentence: 1.0万元 is 10000 元. The fraction keeps 点 from being an hour.
  const std::string one = "1.0" + std::string(words);
  const auto end = static_cast<std::uint32_t>(one.size());
  auto quantity = read_quantity(one, 0, 0, end, tables);
  if (!quantity || quantity->unit.empty() || quantity->span.end != end || quantity->high) return std::nullopt;
  if (quantity->bound != Bound::exact || quantity->value <= Decimal{0}) return std::nullopt;
  return LabelUnit{std::move(quantity->unit), quantity->kind, quantity->value, quantity->unit_entry,
                   quantity->compound_unit};
}

TableLabel read_table_label(std::string_view text, Span cell, const Lexicon::Tables& tables) {
  TableLabel label = LabelReader(text, cell, tables).read();
  if (label.unit) label.unit->place = cell;
  if (label.counter) label.counter->place = cell;
  return label;
}

std::vector<LabelUnit> read_table_caption(std::string_view words, const Lexicon::Tables& tables) {
  static constexpr std::array<std::string_view, 6> kSeparators = {"、", "，", ",", "；", ";", "和"};
  std::vector<LabelUnit> units;
  const auto found = tables.table_captions.find_last(words);
  if (!found.match) return units;
  std::string_view rest = words.substr(found.offset + found.match.size);
  rest = trimmed_view(rest.substr(0, std::min(rest.find("）"), rest.find(')'))));
  if (auto unit = read_label_unit(rest, tables)) return {*std::move(unit)};
  while (!rest.empty()) {
    std::size_t cut = rest.size();
    std::size_t size = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = rest.find(separator);
      if (at >= cut) continue;
      cut = at;
      size = separator.size();
    }
    auto unit = read_label_unit(rest.substr(0, cut), tables);
    if (!unit) return {};
    units.push_back(*std::move(unit));
    rest = rest.substr(cut + size);
  }
  return units;
}

}  // namespace tallybook::figures
