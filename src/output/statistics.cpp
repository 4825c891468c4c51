#include "output/statistics.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

#include "output/display.hpp"
#include "output/json_values.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/summary_lines.hpp"

namespace tallybook::output {
namespace {

constexpr std::size_t kSlowestShown = 10;
constexpr double kPerSecond = 1e9;
constexpr double kPerMillisecond = 1e6;
constexpr double kPerMegabyte = 1e6;

std::vector<RuleRow> most_first(const CheckTotals& totals) {
  std::vector<RuleRow> rows(totals.by_rule.begin(), totals.by_rule.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RuleRow& a, const RuleRow& b) { return a.second.findings > b.second.findings; });
  return rows;
}

double seconds(std::uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) / kPerSecond;
}

}  // namespace

std::string statistics_text(const CheckTotals& totals, const TerminalStyle& style) {
  const Painter paint(style.color);
  const bool zh = style.language == Language::zh;
  std::string out;
  for (const auto& [code, rule] : most_first(totals)) {
    const std::string severity =
        left_aligned(label(rule.severity, style.language), severity_columns(style.language));
    out += fmt::format("{:>8}  {}  {}  {}\n", rule.findings, code, paint(ink_of(rule.severity), severity),
                       rule.name);
  }
  if (!out.empty()) out += '\n';
  out += paint(Ink::bold, zh ? fmt::format("合计 {} 个文件、{} 篇报告：", totals.files, totals.reports)
                             : fmt::format("files: {}, reports: {}; ", totals.files, totals.reports));
  out += findings_line(totals, style.language) + '\n';
  for (const std::string& line :
       {checked_line(totals.coverage, style.language), unchecked_line(totals, style.language),
        accepted_line(totals, style.language)}) {
    if (!line.empty()) out += "  " + line + '\n';
  }
  return out;
}

std::string statistics_json(const CheckTotals& totals) {
  Json rules = Json::array();
  for (const auto& [code, rule] : most_first(totals)) {
    rules.push_back({{"rule", code},
                     {"name", rule.name},
                     {"severity", name_of(rule.severity)},
                     {"findings", rule.findings}});
  }
  Json accepted = Json::object();
  for (const AcceptedBy by : {AcceptedBy::comment, AcceptedBy::setting, AcceptedBy::baseline}) {
    accepted[std::string(name_of(by))] = totals.accepted.at(static_cast<std::size_t>(by));
  }
  return dumped({{"version", TALLYBOOK_VERSION},
                 {"files", totals.files},
                 {"reports", totals.reports},
                 {"rules", std::move(rules)},
                 {"accepted", std::move(accepted)},
                 {"coverage", json_coverage(totals)}}) +
         '\n';
}

std::string run_time_text(const RunTime& time, Language language) {
  const bool zh = language == Language::zh;
  std::vector<RuleTime> rules(time.rules.begin(), time.rules.end());
  std::stable_sort(rules.begin(), rules.end(),
                   [](const RuleTime& a, const RuleTime& b) { return a.nanoseconds > b.nanoseconds; });
  std::string out;
  for (std::size_t i = 0; i < std::min(kSlowestShown, rules.size()); ++i) {
    const double milliseconds = static_cast<double>(rules[i].nanoseconds) / kPerMillisecond;
    out += zh ? fmt::format("{:>10.1f} 毫秒  {}\n", milliseconds, rules[i].code)
              : fmt::format("{:>10.1f} ms  {}\n", milliseconds, rules[i].code);
  }
  const double megabytes = static_cast<double>(time.bytes) / kPerMegabyte;
  const double whole = std::max(seconds(time.nanoseconds), 1 / kPerSecond);
  out +=
      zh ? fmt::format("读 {:.1f} MB，用时 {:.2f} 秒，每秒 {:.1f} MB\n", megabytes, whole, megabytes / whole)
         : fmt::format("{:.1f} MB in {:.2f} s, {:.1f} MB/s\n", megabytes, whole, megabytes / whole);
  return out;
}

}  // namespace tallybook::output
