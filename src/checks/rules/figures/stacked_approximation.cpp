#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "参加义务植树的干部群众⟦约300余人⟧。", .good = "参加义务植树的干部群众300余人。"},
    {.bad = "累计投入资金⟦近50万元左右⟧。", .good = "累计投入资金近50万元。"},
};

constexpr std::array<std::string_view, 14> kBefore = {"大约", "约",     "将近",   "近",    "超过",
                                                      "超",   "逾",     "不足",   "不到",  "至少",
                                                      "最多", "不低于", "不少于", "不超过"};
constexpr std::array<std::string_view, 8> kBehind = {"左右", "上下", "以上", "以下",
                                                     "以内", "有余", "之多", "多"};

/// 多 and 余 stand inside as well: 300余人, 50多万元.
bool approximates_behind(std::string_view rest) {
  return rest.find("余") != std::string_view::npos || rest.find("多") != std::string_view::npos ||
         std::any_of(kBehind.begin(), kBehind.end(),
                     [&](std::string_view word) { return rest.ends_with(word); });
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    if (figure.bound == Bound::exact) continue;
    const std::string_view written = report.text(figure.span);
    const auto word = std::find_if(kBefore.begin(), kBefore.end(),
                                   [&](std::string_view w) { return written.starts_with(w); });
    if (word == kBefore.end() || !approximates_behind(written.substr(word->size()))) continue;
    findings.add(figure.span, {fmt::format("“{}”前后都用了表示约数的词，留一个即可。", written),
                               fmt::format("“{}” is made approximate twice; once is enough.", written)});
  }
}

}  // namespace

extern constinit const Rule stacked_approximation{
    .code = "FIG015",
    .name = "stacked-approximation",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"一个数的前后都用了表示约数的词：约300余人、近50万元左右。",
                "One number is made approximate on both sides."},
    .why = {"意思重复，有时还互相矛盾（“近”是不到，“余”是多于）。",
            "It says one thing twice, or two that exclude each other."},
    .source = "GB/T 15835-2011, 4.2.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
