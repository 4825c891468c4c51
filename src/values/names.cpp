#include <array>

#include <tallybook/figure.hpp>
#include <tallybook/relation.hpp>
#include <tallybook/trace.hpp>

namespace tallybook {
namespace {

template <typename Enum, std::size_t N>
constexpr std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(FigureKind value) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "count",  "money", "percent", "points", "permille", "per_100k", "multiple", "fraction", "area",
      "length", "mass",  "volume",  "energy", "duration", "age",      "score",    "rank",     "other"};
  return pick(kNames, value);
}

std::string_view name_of(Bound value) {
  static constexpr std::array<std::string_view, 6> kNames = {"exact", "about",    "over",
                                                             "under", "at_least", "at_most"};
  return pick(kNames, value);
}

std::string_view name_of(Role value) {
  static constexpr std::array<std::string_view, 5> kNames = {"level", "change", "share", "rate", "each"};
  return pick(kNames, value);
}

std::string_view name_of(Direction value) {
  static constexpr std::array<std::string_view, 4> kNames = {"none", "up", "down", "flat"};
  return pick(kNames, value);
}

std::string_view name_of(Basis value) {
  static constexpr std::array<std::string_view, 4> kNames = {"none", "year_on_year", "period_on_period",
                                                             "since_base"};
  return pick(kNames, value);
}

std::string_view name_of(Status value) {
  static constexpr std::array<std::string_view, 3> kNames = {"actual", "planned", "required"};
  return pick(kNames, value);
}

std::string_view name_of(Way value) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "none",  "words",  "unit",   "figure", "heading", "sentence",  "before",
      "after", "paired", "clause", "header", "moment",  "paragraph", "report"};
  return pick(kNames, value);
}

std::string_view name_of(RelationKind value) {
  static constexpr std::array<std::string_view, 7> kNames = {"sum_of",   "part_of", "flow",    "change_of",
                                                             "share_of", "same_as", "count_of"};
  return pick(kNames, value);
}

std::string_view name_of(TermRole value) {
  static constexpr std::array<std::string_view, 12> kNames = {"total", "part",    "opening", "in",
                                                              "out",   "closing", "change",  "level",
                                                              "share", "whole",   "claim",   "same"};
  return pick(kNames, value);
}

std::string_view name_of(Verdict value) {
  static constexpr std::array<std::string_view, 3> kNames = {"pass", "fail", "not_checkable"};
  return pick(kNames, value);
}

std::string_view name_of(Reason value) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "none",         "open_list",       "approximate",    "different_units",
      "missing_base", "different_basis", "not_comparable", "overflow"};
  return pick(kNames, value);
}

}  // namespace tallybook
