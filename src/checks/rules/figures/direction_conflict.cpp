#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全县刑事案件立案数同比下降⟦-5.2%⟧。", .good = "全县刑事案件立案数同比下降5.2%。"},
    {.bad = "来信来访同比增加减少⟦12件⟧。", .good = "来信来访同比减少12件。"},
};

constexpr std::array<std::string_view, 4> kUp = {"增加", "增长", "上升", "提高"};
constexpr std::array<std::string_view, 3> kDown = {"减少", "下降", "降低"};

/// `words` without the verb it ends in, 了 included; unchanged where it ends in none of them.
template <std::size_t N>
std::string_view without(std::string_view words, const std::array<std::string_view, N>& verbs) {
  constexpr std::string_view kDone = "了";
  const std::string_view bare = words.substr(0, words.size() - (words.ends_with(kDone) ? kDone.size() : 0));
  const auto verb =
      std::find_if(verbs.begin(), verbs.end(), [&](std::string_view v) { return bare.ends_with(v); });
  return verb == verbs.end() ? words : bare.substr(0, bare.size() - verb->size());
}

/// 增加减少12件. 增长下降2个百分点 says that growth fell, and is no conflict.
bool has_both_verbs(const ReportView& report, const Figure& figure) {
  if (figure.kind == FigureKind::points) return false;
  const Span clause = report.outline.clauses[figure.clause];
  const std::string_view words = report.text({clause.begin, figure.span.begin});
  const std::string_view down = without(words, kDown);
  const std::string_view up = without(words, kUp);
  return (down.size() < words.size() && without(down, kUp).size() < down.size()) ||
         (up.size() < words.size() && without(up, kDown).size() < up.size());
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    if (figure.role != Role::change) continue;
    const std::string_view written = report.text(figure.span);
    if (figure.direction == Direction::down && figure.value.is_negative()) {
      findings.add(figure.span, {fmt::format("下降的幅度已是负数：{}，负负得正。", written),
                                 fmt::format("A fall by a negative number is a rise: {}.", written)});
    } else if (has_both_verbs(report, figure)) {
      findings.add(figure.span, {fmt::format("“{}”前面既说增加又说减少。", written),
                                 fmt::format("“{}” is said to rise and to fall.", written)});
    }
  }
}

}  // namespace

extern constinit const Rule direction_conflict{
    .code = "FIG009",
    .name = "direction-conflict",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"“下降”后面又是负数，或者一个数前面既说增加又说减少。",
                "A fall by a negative number, or one figure that is said to rise and to fall."},
    .why = {"读者不知道究竟是增是减。", "Readers cannot tell whether it rose or fell."},
    .source = "降幅以正数表示：下降 x% 即 −x%",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
