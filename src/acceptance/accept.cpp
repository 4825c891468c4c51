#include "acceptance/accept.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

#include "acceptance/comment.hpp"
#include "acceptance/context.hpp"
#include "acceptance/dismissal.hpp"
#include "text/line_index.hpp"

namespace tallybook::acceptance {
namespace {

/// A comment, and which of its rules accepted something.
struct OpenRequest {
  std::uint32_t block = 0;
  std::uint32_t line = 0;
  Request request;
  std::vector<bool> used;
};

struct Verdict {
  AcceptedBy by = AcceptedBy::comment;
  std::string reason;
};

class Acceptor {
 public:
  Acceptor(Analysis& analysis, settings::Rules rules, const RulePlan& plan, const Acceptances& accepted)
      : analysis_(analysis), rules_(rules), plan_(plan), baseline_(accepted.baseline) {
    for (const BaselineEntry& entry : baseline_) left_.push_back(entry.count);
    for (const Dismissal* row : accepted.dismissals) {
      const Rule* rule = settings::rule_called(rules, row->rule.text);
      if (rule != nullptr) rows_.emplace_back(*row, *rule);
    }
    used_.assign(rows_.size(), false);
  }

  AcceptanceUse run() {
    read_comments();
    for (ReportAnalysis& report : analysis_.reports) sort_out(report);
    tell_unused_comments();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (used_[i]) use_.used.push_back(&rows_[i].row());
    }
    for (std::size_t i = 0; i < baseline_.size(); ++i) {
      if (left_[i] == 0 || !could_find(baseline_[i].rule)) continue;
      use_.stale.push_back(baseline_[i]);
      use_.stale.back().count = left_[i];
    }
    return std::move(use_);
  }

 private:
  void sort_out(ReportAnalysis& report) {
    std::vector<Finding> open;
    for (Finding& finding : report.findings) {
      if (auto verdict = judge(report, finding)) {
        report.accepted.push_back({std::move(finding), verdict->by, std::move(verdict->reason)});
      } else {
        open.push_back(std::move(finding));
      }
    }
    report.findings = std::move(open);
  }

  std::optional<Verdict> judge(const ReportAnalysis& report, const Finding& finding) {
    if (auto verdict = by_comment(finding)) return verdict;
    if (auto verdict = by_row(report, finding)) return verdict;
    return by_baseline(finding);
  }

  std::optional<Verdict> by_comment(const Finding& finding) {
    if (requests_.empty()) return std::nullopt;
    const std::uint32_t block = block_around(analysis_.document, finding.span);
    auto request = std::lower_bound(requests_.begin(), requests_.end(), block,
                                    [](const OpenRequest& r, std::uint32_t b) { return r.block < b; });
    std::optional<Verdict> verdict;
    for (; request != requests_.end() && request->block == block; ++request) {
      for (std::size_t i = 0; i < request->request.rules.size(); ++i) {
        if (request->request.rules[i]->code != finding.rule) continue;
        request->used[i] = true;
        verdict = Verdict{AcceptedBy::comment, request->request.reason};
      }
    }
    return verdict;
  }

  /// Every row that takes the finding in counts as used: two that say the same are no mistake.
  std::optional<Verdict> by_row(const ReportAnalysis& report, const Finding& finding) {
    std::optional<Verdict> verdict;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i].accepts(analysis_.document, report.outline, finding)) continue;
      used_[i] = true;
      if (!verdict) verdict = Verdict{AcceptedBy::setting, rows_[i].row().reason};
    }
    return verdict;
  }

  std::optional<Verdict> by_baseline(const Finding& finding) {
    const auto place = std::pair(finding.rule, finding.key);
    const auto entry = std::lower_bound(
        baseline_.begin(), baseline_.end(), place,
        [](const BaselineEntry& e, const auto& p) { return std::pair(std::string_view(e.rule), e.key) < p; });
    if (entry == baseline_.end() || entry->rule != finding.rule || entry->key != finding.key)
      return std::nullopt;
    std::uint32_t& left = left_[static_cast<std::size_t>(entry - baseline_.begin())];
    if (left == 0) return std::nullopt;
    --left;
    return Verdict{AcceptedBy::baseline, {}};
  }

  void read_comments() {
    for (const SourceComment& comment : analysis_.document.comments) {
      auto request = parse_request(comment.text, rules_);
      if (!request) {
        fail(comment.line, std::move(request.error()));
        continue;
      }
      std::vector<bool> used(request->rules.size(), false);
      requests_.push_back({comment.block, comment.line, *std::move(request), std::move(used)});
    }
    const Format format = analysis_.document.format;
    if (format == Format::text || format == Format::docx) tell_comments_in_text();
  }

  /// Whoever reads the file would read them too.
  void tell_comments_in_text() {
    const std::string_view text = analysis_.document.text;
    std::optional<text::LineIndex> lines;
    for (const Block& block : analysis_.document.blocks) {
      if (!looks_like_request(slice(text, block.span))) continue;
      if (!lines) lines.emplace(text);
      fail(lines->position(block.span.begin).line,
           {"这种文件里不能写忽略：它会留在正文里；请在 tallybook.toml 里写 [[dismiss]]",
            "nothing can be ignored inside such a file, for it would stay in the text; use [[dismiss]] in "
            "tallybook.toml"});
    }
  }

  void tell_unused_comments() {
    for (const OpenRequest& request : requests_) {
      for (std::size_t i = 0; i < request.used.size(); ++i) {
        const std::string_view code = request.request.rules[i]->code;
        if (request.used[i] || !could_find(code)) continue;
        fail(request.line, {fmt::format("这一段没有 {} 的问题，不必忽略", code),
                            fmt::format("this paragraph has no finding of {} to ignore", code)});
      }
    }
  }

  /// Whether the rule ran, or is none that ever will.
  [[nodiscard]] bool could_find(std::string_view code) const {
    for (std::size_t i = 0; i < rules_.size() && i < plan_.size(); ++i) {
      if (rules_[i]->code == code) return plan_[i].enabled;
    }
    return true;
  }

  void fail(std::uint32_t line, Message message) {
    use_.problems.push_back({analysis_.document.name, line, std::move(message)});
  }

  Analysis& analysis_;
  settings::Rules rules_;
  const RulePlan& plan_;
  std::span<const BaselineEntry> baseline_;
  std::vector<std::uint32_t> left_;  ///< of each entry's count
  std::vector<DismissalRow> rows_;
  std::vector<bool> used_;
  std::vector<OpenRequest> requests_;  ///< ascending by block
  AcceptanceUse use_;
};

}  // namespace

AcceptanceUse accept(Analysis& analysis, settings::Rules rules, const RulePlan& plan,
                     const Acceptances& accepted) {
  return Acceptor(analysis, rules, plan, accepted).run();
}

}  // namespace tallybook::acceptance
