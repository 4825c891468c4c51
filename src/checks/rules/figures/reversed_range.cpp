#include <fmt/format.h>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "每期培训⟦60～30人⟧。", .good = "每期培训30～60人。"},
};

/// Ends further apart than a thousand times are two numbers that a lost table cell has joined.
constexpr int kPlausiblePower = 3;

/// A hyphen also joins codes and scores; only the signs of a range, and 至, say that one was meant.
bool says_range(std::string_view written) {
  for (const std::string_view mark : {"～", "~", "—", "–", "至"}) {
    if (written.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

/// 气温-5～3℃, 零下5至3度
bool follows_minus(const ReportView& report, const Figure& figure) {
  const std::string_view before = report.text({report.report.span.begin, figure.span.begin});
  for (const std::string_view minus : {"-", "−", "－", "负", "零下"}) {
    if (before.ends_with(minus)) return true;
  }
  return false;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    if (!figure.high || *figure.high >= figure.value || figure.unit.empty() || figure.value.is_negative())
      continue;
    // 亏损15亿元～21亿元，减少57.9%～41.1%: in the order of the range that it goes with.
    if (figure.role == Role::change) continue;
    if (figure.value > figure.high->shifted(kPlausiblePower).value_or(figure.value)) continue;
    const std::string_view written = report.text(figure.span);
    if (!says_range(written) || follows_minus(report, figure)) continue;
    findings.add(figure.span, {fmt::format("区间的下限大于上限：{} > {}。", figure.value.to_string(),
                                           figure.high->to_string()),
                               fmt::format("The range begins above its end: {} > {}.",
                                           figure.value.to_string(), figure.high->to_string())});
  }
}

}  // namespace

extern constinit const Rule reversed_range{
    .code = "FIG013",
    .name = "reversed-range",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"区间的下限写得比上限大。", "The lower end of a range is larger than its upper end."},
    .why = {"两端必有一个写错，或者次序颠倒。", "One of the ends is wrong, or they are in the wrong order."},
    .source = "GB/T 15835-2011, 5.2.4；下限 ≤ 上限",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
