#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "亩产稻谷⟦900斤⟧。", .good = "亩产稻谷450千克。"},
    {.bad = "流转土地⟦1200亩⟧。", .good = "流转土地80公顷。"},
};

const NonLegalUnit* unit_of(const ReportView& report, const Figure& figure) {
  const std::vector<NonLegalUnit>& units = report.vocabulary.non_legal_units;
  const auto found = std::find_if(units.begin(), units.end(),
                                  [&](const NonLegalUnit& unit) { return unit.unit == figure.unit; });
  return found == units.end() ? nullptr : &*found;
}

/// 1亩 = 1/15公顷
std::string conversion(const NonLegalUnit& unit) {
  const std::string numerator = std::to_string(unit.numerator);
  const std::string factor =
      unit.denominator == 1 ? numerator : fmt::format("{}/{}", numerator, unit.denominator);
  return fmt::format("1{}={}{}", unit.unit, factor, unit.legal);
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    const NonLegalUnit* unit = unit_of(report, figure);
    if (unit == nullptr) continue;
    findings.add(figure.span, {fmt::format("“{}”不是法定计量单位，用“{}”（{}）。", unit->unit, unit->legal,
                                           conversion(*unit)),
                               fmt::format("“{}” is no legal unit of measurement; use {} ({}).", unit->unit,
                                           unit->legal, conversion(*unit))});
  }
}

}  // namespace

extern constinit const Rule non_legal_unit{
    .code = "STY005",
    .name = "non-legal-unit",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"用了非法定计量单位：斤、亩、里、尺。",
                "A measure unit that is not a legal one: 斤, 亩, 里, 尺."},
    .why = {"法律要求公文使用法定计量单位；基层材料习惯用亩和斤，所以这条默认不开。",
            "The law asks official texts for legal units. Local reports speak of 亩 and 斤 by custom, so the "
            "rule is off by default."},
    .source = "中华人民共和国计量法, 第三条; GB 3100-1993",
    .examples = kExamples,
    .check = check,
    .enabled_by_default = false,
};

}  // namespace tallybook::rules
