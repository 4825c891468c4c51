#include "figures/structure.hpp"

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::size_t kFewestParts = 3;
constexpr std::size_t kMostParts = 8;

std::uint32_t past_spaces(std::string_view text, std::uint32_t at) {
  for (auto c = text::code_point_at(text, at); c.size != 0 && text::is_space(c.value) && c.value != U'\n';
       c = text::code_point_at(text, at)) {
    at += c.size;
  }
  return at;
}

/// Behind a colon of any width and the spaces around it; `at` itself where none stands.
std::uint32_t past_colon(std::string_view text, std::uint32_t at) {
  const std::uint32_t sign = past_spaces(text, at);
  const auto c = text::code_point_at(text, sign);
  const bool colon = c.value == U':' || c.value == U'：' || c.value == U'∶';
  return colon ? past_spaces(text, sign + c.size) : at;
}

/// Rounded parts: each may miss by half of its last digit.
bool adds_up_to_hundred(const std::vector<Quantity>& parts) {
  Decimal sum;
  Decimal slack;
  for (const Quantity& part : parts) {
    const auto more = sum.plus(part.value);
    const auto wider = slack.plus(part.precision);
    if (!more || !wider) return false;
    sum = *more;
    slack = *wider;
  }
  const Decimal hundred{100};
  const auto low = hundred.minus(slack);
  const auto high = hundred.plus(slack);
  return low && high && *low <= sum && sum <= *high;
}

}  // namespace

std::vector<Quantity> read_structure(std::string_view text, const Quantity& first, std::uint32_t end,
                                     const Lexicon::Tables& tables) {
  std::vector<Quantity> parts;
  if (!first.arabic || !first.unit.empty() || first.ratio || first.scaled || first.high) return parts;
  const std::string_view sentence = text.substr(0, end);
  std::uint32_t next = past_colon(sentence, first.span.end);
  if (next == first.span.end) return parts;
  for (parts.push_back(first); parts.size() < kMostParts && next != parts.back().span.end;
       next = past_colon(sentence, next)) {
    const auto numeral = read_numeral(sentence, next, end, tables.unit_words);
    if (!numeral || !numeral->arabic || numeral->scaled) return {};
    Quantity part;
    part.span = part.numeral = numeral->span;
    part.value = numeral->value;
    part.precision = numeral->precision;
    part.arabic = true;
    parts.push_back(part);
    next = part.span.end;
  }
  if (parts.size() < kFewestParts || !adds_up_to_hundred(parts)) return {};
  for (Quantity& part : parts) part.kind = FigureKind::percent;
  return parts;
}

}  // namespace tallybook::figures
