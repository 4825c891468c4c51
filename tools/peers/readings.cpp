// What the readers of figures make of a text, without the filter that keeps only the figures of a work
// summary: numerals, quantities and moments, one JSON object a line for each line of standard input.
//
//     {"text": "10日元", "reference": "2026-07-03"}
//     {"numerals": […], "quantities": […], "moments": […]}
//
// Offsets are UTF-8 bytes. Only peer_cases.py reads this; it is no contract.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tallybook/moment.hpp>

#include "figures/filter.hpp"
#include "figures/lexicon.hpp"
#include "figures/moment.hpp"
#include "figures/quantity.hpp"
#include "figures/tables.hpp"
#include "text/calendar.hpp"
#include "text/characters.hpp"

namespace tallybook {
namespace {

using figures::Lexicon;
using figures::Quantity;
using nlohmann::json;

std::uint32_t size_of(std::string_view text) {
  return static_cast<std::uint32_t>(text.size());
}

json to_json(const std::optional<Decimal>& value) {
  return value ? json(value->to_string()) : json();
}

json to_json(Span span) {
  return json::array({span.begin, span.end});
}

json to_json(Date date) {
  return json::array({date.year, date.month, date.day});
}

json to_json(const TimeLength& length) {
  return {{"months", length.months.to_string()},  {"years", length.years.to_string()},
          {"weeks", length.weeks.to_string()},    {"days", length.days.to_string()},
          {"hours", length.hours.to_string()},    {"minutes", length.minutes.to_string()},
          {"seconds", length.seconds.to_string()}};
}

/// Calls `read` wherever a numeral may begin; it returns where to go on, or nothing where none stands.
template <typename Read>
void at_each_numeral(std::string_view text, Read read) {
  const auto addresses = figures::web_addresses(text);
  for (std::uint32_t at = 0; (at = figures::find_numeral_start(text, at, size_of(text))) < text.size();) {
    const auto zone =
        std::find_if(addresses.begin(), addresses.end(), [&](Span span) { return span.contains(at); });
    const std::optional<std::uint32_t> end = zone == addresses.end() ? read(at) : zone->end;
    at = end ? *end : at + text::code_point_at(text, at).size;
  }
}

json numerals_in(std::string_view text, const Lexicon::Tables& tables) {
  json all = json::array();
  std::uint32_t from = 0;
  at_each_numeral(text, [&](std::uint32_t at) -> std::optional<std::uint32_t> {
    const auto numeral = figures::read_numeral(text, at, size_of(text), tables.unit_words);
    if (!numeral) return {};
    const std::uint32_t sign = figures::find_sign(text, from, at, numeral->arabic);
    const Decimal value = sign == at ? numeral->value : numeral->value.negated();
    all.push_back({{"span", to_json(Span{sign, numeral->span.end})},
                   {"value", value.to_string()},
                   {"high", to_json(numeral->high)},
                   {"half", numeral->half},
                   {"rounded", numeral->fraction},
                   {"word", figures::is_in_phrase(text, numeral->span, tables)}});
    from = numeral->span.end;
    return from;
  });
  return all;
}

/// The bound that a verb before the quantity sets, and where it begins: 至少有, 突破.
json verb_before(std::string_view text, const Quantity& quantity, const Lexicon::Tables& tables) {
  const auto verb = tables.approximating_verbs.match_before(text, quantity.span.begin);
  if (!verb || quantity.bound != Bound::exact) return {};
  return {{"begin", quantity.span.begin - verb.size}, {"bound", name_of(static_cast<Bound>(verb.value))}};
}

json to_json(std::string_view text, const Quantity& quantity, const Lexicon::Tables& tables) {
  const Decimal factor = quantity.unit_entry == nullptr ? Decimal{1} : quantity.unit_entry->factor;
  return {{"span", to_json(quantity.span)},
          {"measure", to_json(quantity.measure)},
          {"numeral", to_json(quantity.numeral)},
          {"value", quantity.value.to_string()},
          {"high", to_json(quantity.high)},
          {"kind", name_of(quantity.kind)},
          {"unit", quantity.unit_entry == nullptr ? quantity.unit : quantity.unit_entry->text},
          {"factor", factor.to_string()},
          {"dimension",
           quantity.unit_entry == nullptr ? quantity.unit : std::to_string(quantity.unit_entry->dimension)},
          {"ordinal", quantity.ordinal},
          {"bound", name_of(quantity.bound)},
          {"verb", verb_before(text, quantity, tables)}};
}

/// 63% and 68% of 63%-68%, each read alone; none for 三四十, whose ends are one numeral.
json ends_of(std::string_view text, std::uint32_t from, std::uint32_t at, const Quantity& range,
             const Lexicon::Tables& tables) {
  json ends = json::array();
  if (range.second.empty()) return ends;
  const auto first = figures::read_quantity(text, from, at, range.second.begin, tables);
  const auto second =
      figures::read_quantity(text, range.second.begin, range.second.begin, range.second.end, tables);
  if (first) ends.push_back(to_json(text, *first, tables));
  if (second) ends.push_back(to_json(text, *second, tables));
  return ends;
}

json quantities_in(std::string_view text, const Lexicon::Tables& tables) {
  json all = json::array();
  std::uint32_t from = 0;
  at_each_numeral(text, [&](std::uint32_t at) -> std::optional<std::uint32_t> {
    const auto quantity = figures::read_quantity(text, from, at, size_of(text), tables);
    if (!quantity) return {};
    json entry = to_json(text, *quantity, tables);
    entry["ends"] = ends_of(text, from, at, *quantity, tables);
    all.push_back(std::move(entry));
    from = std::max(quantity->span.end, quantity->numeral.end);
    return from;
  });
  return all;
}

json moments_in(std::string_view text, std::optional<Date> reference) {
  json all = json::array();
  for (const Moment& moment : figures::read_moments(text, reference)) {
    all.push_back({{"span", to_json(moment.span)},
                   {"kind", name_of(moment.kind)},
                   {"from", to_json(moment.from)},
                   {"to", to_json(moment.to)},
                   {"length", to_json(moment.length)},
                   {"lunar", moment.lunar},
                   {"valid", moment.valid},
                   {"resolved", moment.resolved}});
  }
  return all;
}

std::optional<Date> reference_in(const json& request) {
  if (!request.contains("reference") || !request["reference"].is_string()) return {};
  const auto iso = request["reference"].get<std::string>();
  return text::make_date(std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)),
                         std::stoi(iso.substr(8, 2)));
}

}  // namespace
}  // namespace tallybook

namespace {

int run() {
  using namespace tallybook;
  const auto lexicon = figures::Lexicon::load();
  if (!lexicon) return 2;
  for (std::string line; std::getline(std::cin, line);) {
    const json request = json::parse(line);
    const auto text = request.at("text").get<std::string>();
    std::cout << json{{"numerals", numerals_in(text, lexicon->tables())},
                      {"quantities", quantities_in(text, lexicon->tables())},
                      {"moments", moments_in(text, reference_in(request))}}
              << '\n';
  }
  return 0;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& problem) {
    std::fputs(problem.what(), stderr);
    return 2;
  }
}
