// Planned, required or done: a cue reaches the figures after it until the text says otherwise.
#include <algorithm>
#include <array>

#include "figures/fields.hpp"
#include "text/characters.hpp"
#include "text/search.hpp"

namespace tallybook::figures {
namespace {

/// Whether the last word before the clause's closing mark is 目标.
bool ends_with_target(std::string_view words) {
  static constexpr std::string_view kTarget = "目标";
  const std::size_t at = text::find_last(words, kTarget);
  return at != words.npos && text::count_code_points(words.substr(at + kTarget.size())) <= 1;
}

class StatusReader {
 public:
  StatusReader(const SentenceContext& context, const Lexicon::Tables& tables)
      : context_(context),
        tables_(tables),
        base_(context.future_section ? Status::planned : context.carried),
        current_(base_) {
    if (context.future_section) {
      base_why_ = {Way::heading, {}};
    } else if (context.carried != Status::actual) {
      base_why_ = {Way::sentence, {}};
    }
    why_ = base_why_;
  }

  Status read(std::span<Figure> figures, std::span<const Quantity> quantities) {
    std::uint32_t read_to = context_.sentence.span.begin;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      Figure& figure = figures[i];
      // 将超过1600亿: the approximator belongs to the cue as well as to the figure.
      pass(context_.between(read_to, quantities[i].numeral.begin));
      figure.status = current_;
      Evidence why = why_;
      if (current_ == Status::actual) {
        const std::string_view plan = plan_of(figure);
        if (!plan.empty()) {
          figure.status = Status::planned;
          why = {Way::words, context_.place_of(plan)};
        }
      }
      if (!context_.traces.empty()) context_.traces[i].status = why;
      read_to = figure.span.end;
    }
    return current_;
  }

 private:
  void pass(std::string_view words);
  [[nodiscard]] std::string_view plan_of(const Figure& figure) const;
  [[nodiscard]] bool in_quotes(std::size_t offset) const;
  void set(Status status, const Evidence& why) {
    current_ = status;
    why_ = why;
  }
  [[nodiscard]] Evidence words_at(std::string_view words, const Cue& cue) const {
    return {Way::words, context_.place_of(words.substr(cue.offset, cue.size))};
  }
  [[nodiscard]] bool names_plan(std::string_view words, const Cue& cue) const;

  const SentenceContext& context_;
  const Lexicon::Tables& tables_;
  Status base_;
  Status current_;
  Evidence base_why_;
  Evidence why_;             ///< of `current_`
  bool opens_list_ = false;  ///< 计划：… carries over the semicolons of its list
};

/// “春蕾计划” plans nothing.
bool StatusReader::in_quotes(std::size_t offset) const {
  const std::uint32_t begin = context_.sentence.span.begin;
  const std::string_view before = context_.before(begin, static_cast<std::uint32_t>(offset));
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs = {
      std::pair<std::string_view, std::string_view>{"“", "”"}, {"《", "》"}};
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
    const std::size_t open = text::find_last(before, pair.first);
    return open != before.npos && text::find(before, pair.second, open) == before.npos;
  });
}

/// 人才培养计划京剧专场4台: a 计划 or 目标 that a noun follows is the name of a programme.
bool StatusReader::names_plan(std::string_view words, const Cue& cue) const {
  if (!tables_.planned_subjects.match_at(words, cue.offset)) return false;
  const char32_t before = text::code_point_before(words, cue.offset).value;
  const char32_t after = text::code_point_at(words, cue.end()).value;
  if (!text::is_han(before) || !text::is_han(after)) return false;
  return !tables_.verbs.match_at(words, cue.end()) && !tables_.done_cues.match_at(words, cue.end()) &&
         !tables_.change_verbs.match_at(words, cue.end()) &&
         !tables_.subject_links.match_at(words, cue.end());
}

/// Takes in the words between two figures.
void StatusReader::pass(std::string_view words) {
  const auto offset_of = [&](std::size_t at) {
    return static_cast<std::size_t>(words.data() - context_.text.data()) + at;
  };
  const std::size_t semicolon =
      std::max(text::find_last(words, "；") + 1, words.rfind(';') + 1);  // npos + 1 is 0
  // What is required is required of one thing.
  const bool ends =
      (semicolon != 0 && !opens_list_) || (current_ == Status::required && text::contains(words, "，"));
  if (ends) set(base_, base_why_);

  const Cue cue = context_.last_cue(words, tables_.status_cues, &tables_.status_masks);
  const Cue done = context_.last_cue(words, tables_.done_cues, &tables_.status_masks);
  // 预计完成, 将实现: what is done only then.
  const bool then = cue && done.offset >= cue.offset && done.offset <= cue.end() &&
                    tables_.achieving_verbs.match_at(words, done.offset);
  if (done && !then && (!cue || done.offset > cue.offset)) {
    if (!context_.future_section) set(Status::actual, words_at(words, done));
    return;
  }
  if (!cue || cue.offset + 1 < semicolon || in_quotes(offset_of(cue.offset))) return;
  // 年度目标；…, 按照计划，…: a noun that closes its clause says nothing of the next one; 明年，… does.
  const char32_t next = text::code_point_at(words, cue.end()).value;
  const bool mark = next == U'，' || next == U'；' || next == U',' || next == U';' || next == U'、';
  const bool closes = mark && tables_.future_times.match_at(words, cue.offset).size != cue.size;
  if (closes || names_plan(words, cue)) return;
  const std::string_view behind = words.substr(cue.end());
  opens_list_ = text::contains(behind, "：") || behind.find(':') != behind.npos;
  set(static_cast<Status>(cue.value), words_at(words, cue));
}

/// The words by which a figure is planned where no cue before it says so: 年内撤并小学20所的目标;
/// 年度投资计划2.9亿元.
std::string_view StatusReader::plan_of(const Figure& figure) const {
  const Span clause = context_.clause_of(figure);
  const std::string_view behind = context_.behind(figure.span.end, clause.end);
  if (const Cue cue = context_.last_cue(behind, tables_.status_after_cues))
    return behind.substr(cue.offset, cue.size);
  // 削减10%的控制目标: what a target names is still to come.
  if (behind.starts_with("的") && ends_with_target(behind)) return behind.substr(behind.rfind("目标"), 6);
  const bool ratio = figure.role == Role::rate || figure.role == Role::share;
  if (!figure.subject || ratio || figure.kind == FigureKind::count) return {};  // 两个规划 exist
  const std::string_view subject = slice(context_.text, *figure.subject);
  const auto plan = tables_.planned_subjects.match_before(subject, subject.size());
  return plan && !in_quotes(figure.subject->end - 1) ? subject.substr(subject.size() - plan.size)
                                                     : std::string_view();
}

}  // namespace

Status set_status(const SentenceContext& context, std::span<Figure> figures,
                  std::span<const Quantity> quantities, const Lexicon::Tables& tables) {
  return StatusReader(context, tables).read(figures, quantities);
}

}  // namespace tallybook::figures
