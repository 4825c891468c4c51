#include "figures/moment.hpp"

#include <algorithm>

#include "figures/moment_days.hpp"
#include "figures/moment_eras.hpp"
#include "figures/moment_lengths.hpp"
#include "figures/moment_numbers.hpp"
#include "figures/moment_starts.hpp"
#include "figures/moment_weeks.hpp"
#include "figures/traditional.hpp"
#include "text/calendar.hpp"

namespace tallybook::figures {
namespace {

/// Reads the moments of one text from left to right.
class Scanner {
 public:
  Scanner(std::string_view text, Span span, const MomentReference& reference)
      : cursor_{text.substr(0, span.end), span.begin}, reference_(reference), as_of_(reference.as_of()) {}

  /// Empty where a time may be named in traditional characters: its words are known in simplified ones.
  std::optional<std::vector<Moment>> run() {
    const auto end = static_cast<std::uint32_t>(cursor_.text.size());
    while (cursor_.at < end) {
      cursor_.at = find_time_start(cursor_.text, cursor_.at);
      const auto c = text::code_point_at(cursor_.text, cursor_.at);
      if (ends_sentence(c.value)) leave(c.value);
      if (may_name_time(cursor_)) {
        if (holds_traditional()) return {};
        if (read()) continue;
      }
      cursor_.at += c.size;
    }
    return std::move(moments_);
  }

 private:
  /// Looks as far as a time's first words reach.
  [[nodiscard]] bool holds_traditional() const {
    constexpr int kMostCharacters = 12;
    Cursor ahead = cursor_;
    for (int i = 0; i < kMostCharacters; ++i) {
      const auto c = text::code_point_at(ahead.text, ahead.at);
      if (is_traditional(c.value)) return true;
      ahead.at += c.size;
    }
    return false;
  }

  /// A year is carried on within its sentence, a month within its paragraph.
  void leave(char32_t end) {
    context_.year = 0;
    context_.period.reset();
    if (end == U'\n' || end == U'\r') context_.month = 0;
  }

  bool read() {
    begin_ = cursor_.at;
    return read_up_to_now() || read_recurring() || read_era() || read_written() || read_relative_length() ||
           read_length();
  }

  bool finish(Moment moment) {
    moment.span = {begin_, cursor_.at};
    moment.comparison |= is_base_of_comparison();
    moments_.push_back(moment);
    return true;
  }

  /// 截至6月30日, 截至目前.
  bool read_up_to_now() {
    const Attempt attempt{cursor_};
    if (!cursor_.take_any({"截至", "截止到", "截止至", "截止"})) return false;
    cursor_.take("到");
    if (cursor_.take_any({"目前", "现在", "当前", "今"})) {
      Moment moment;
      moment.from = moment.to = as_of_;
      moment.resolved = as_of_ != Date{};
      return finish(moment);
    }
    return read_written() || attempt.fail();
  }

  /// 每周五, 每年6月, 每月5日.
  bool read_recurring() {
    const Attempt attempt{cursor_};
    if (!cursor_.take("每")) return false;
    cursor_.take("个");
    Moment moment;
    moment.kind = MomentKind::recurring;
    moment.resolved = false;
    const int weekday = take_weekday(cursor_);
    moment.weekday = static_cast<std::uint8_t>(weekday);
    if (weekday != 0) {
      moment.length.weeks = Decimal{1};
      return finish(moment);
    }
    const bool yearly = cursor_.take("年");
    if (!yearly && !cursor_.take("月")) return attempt.fail();
    cursor_.take("的");
    const auto part = take_written(cursor_);
    const bool fits = part && !part->has_year() && (yearly ? part->has_month() : part->days.told());
    if (!fits) return attempt.fail();
    (yearly ? moment.length.years : moment.length.months) = Decimal{1};
    return finish(moment);
  }

  bool read_era() {
    Written written;
    written.year_origin = Origin::told;
    auto years = take_plan(cursor_);
    if (!years) {
      years = take_century(cursor_, as_of_.year);
    } else if (cursor_.take("末")) {
      years->first = years->last;
      written.month_origin = Origin::told;
      written.months = {12, 12};
      written.days = {kMonthEnd, kMonthEnd};
    }
    if (!years) return false;
    written.years = *years;
    Moment moment = resolve(written, reference_, context_);
    take_since(moment);
    return finish(moment);
  }

  bool read_written() {
    const auto first = take_written(cursor_);
    if (!first) return false;
    Moment moment = resolve(*first, reference_, context_);
    const Written last = take_range_end(*first, moment);
    moment.comparison = first->same_period;
    const bool since = take_since(moment);
    finish(moment);
    if (!since) note(last, moments_.back());
    return true;
  }

  /// What stands between the ends of a range, and what it asks for behind the second.
  enum class Join : std::uint8_t {
    none,
    to,     ///< 至
    with,   ///< 与 … 之间
    after,  ///< 之后 … 之前
  };
  Join take_join() {
    if (take_joiner(cursor_)) return Join::to;
    if (cursor_.take_any({"与", "和", "跟"})) return Join::with;
    if (!cursor_.take_any({"之后", "以后"})) return Join::none;
    cursor_.take_any({"，", "、", ","});
    return Join::after;
  }
  bool closes(Join join) {
    if (join == Join::with) return cursor_.sees_any({"之间", "间", "期间"});
    return join != Join::after || cursor_.take_any({"之前", "以前"});
  }
  /// Days of the week end what begins with one: 周一至周五.
  static bool closes_range(const Written& first, const Written& last) {
    if (last.lunar) return false;
    if (last.has_year() || last.has_month() || last.days.told()) return true;
    return (first.day_offset && last.day_offset) || (first.week_offset && last.week_offset);
  }

  /// The later end of 3月28日至4月2日 takes what it leaves out from the earlier.
  Written take_range_end(const Written& first, Moment& moment) {
    const bool joinable =
        moment.kind != MomentKind::time && !first.time && !first.same_period && !first.lunar;
    const Attempt attempt{cursor_};
    cursor_.skip_spaces();
    const Join join = joinable ? take_join() : Join::none;
    cursor_.skip_spaces();
    auto last = join == Join::none ? std::nullopt : take_written(cursor_);
    if (!last || !closes_range(first, *last) || !closes(join)) {
      attempt.fail();
      return first;
    }
    if (first.week_offset && last->week_offset && !last->week_told) last->week_offset = first.week_offset;
    const MomentContext context{moment.to.year, moment.to.month, std::nullopt};
    const Moment end = resolve(*last, reference_, context);
    moment.kind = MomentKind::period;
    const bool dated = end.resolved && end.valid;
    moment.to = join == Join::after && dated ? text::plus_days(end.from, -1) : end.to;
    moment.weekday = 0;
    moment.valid &= end.valid;
    moment.resolved &= end.resolved;
    Written both = *last;
    if (!both.has_year()) both.year_origin = first.year_origin;
    return both;
  }

  /// 今年以来, 2019年至今: up to the day of the report.
  bool take_since(Moment& moment) {
    constexpr std::u32string_view kToday = U"年天日后";  // 去年至今年
    const Attempt attempt{cursor_};
    if (!cursor_.take_any({"以来", "至今", "到现在", "到目前", "至目前", "到如今"}) ||
        cursor_.sees_one_of(kToday))
      return attempt.fail();
    moment.kind = MomentKind::period;
    moment.to = as_of_;
    moment.resolved &= as_of_ != Date{} && moment.valid;
    if (!moment.resolved && as_of_ == Date{}) moment.to = {};
    return true;
  }

  /// What later moments of the sentence leave out. The base of a comparison is a look aside.
  void note(const Written& written, const Moment& moment) {
    if (moment.comparison || !moment.valid || moment.lunar) return;
    const bool one_month = written.has_month() && moment.from.month == moment.to.month;
    if (one_month || written.days.told()) context_.month = moment.to.month;
    if (!moment.resolved) return;
    if (written.has_year() && moment.from.year == moment.to.year) context_.year = moment.to.year;
    if (written.has_month() && moment.kind == MomentKind::period) {
      context_.period = Period{moment.from, moment.to};
    }
  }

  /// 近三年, 过去五年, 三年来; 今后三年.
  bool read_relative_length() {
    const Attempt attempt{cursor_};
    const bool near = cursor_.take("近");
    const bool past = near || cursor_.take_any({"最近", "过去", "前", "上"});
    const bool future = !past && cursor_.take_any({"今后", "未来", "接下来", "后", "下"});
    if (past || future) cursor_.take("的");
    cursor_.skip_spaces();
    const auto length = take_length(cursor_);
    if (!length || !counts_days(*length)) return attempt.fail();
    if (near && !length->days.is_zero()) return attempt.fail();  // 近20天 is a length of nearly 20 days
    const bool up_to_now = take_up_to_now();
    if (!past && !future && !up_to_now) return attempt.fail();
    Moment moment;
    moment.kind = MomentKind::period;
    moment.length = *length;
    moment.resolved = as_of_ != Date{};
    if (moment.resolved) count_from_now(moment, future);
    return finish(moment);
  }

  bool take_up_to_now() {
    const Attempt attempt{cursor_};
    if (cursor_.take("以来")) return true;
    if (!cursor_.take("来")) return false;
    constexpr std::u32string_view kVerbs = U"到自看说往访临";  // 三天来到
    return !cursor_.sees_one_of(kVerbs) || attempt.fail();
  }

  void count_from_now(Moment& moment, bool future) const {
    const Date tomorrow = text::plus_days(as_of_, 1);
    moment.from = future ? tomorrow : advance(tomorrow, moment.length, -1);
    moment.to = future ? text::plus_days(advance(tomorrow, moment.length, 1), -1) : as_of_;
  }

  bool read_length() {
    const auto length = take_length(cursor_);
    if (!length) return false;
    Moment moment;
    moment.kind = MomentKind::duration;
    moment.length = *length;
    return finish(moment);
  }

  /// 比去年同期, 较上年末, 高于2020年, 与2025年相比, 是去年的2.3倍.
  [[nodiscard]] bool is_base_of_comparison() const {
    const std::string_view before = cursor_.text.substr(0, begin_);
    if (before.ends_with("于")) return compares_with_yu(before);
    if (ends_with_any(before, {"比", "较"})) return true;
    if (ends_with_any(before, {"与", "同", "跟", "和"})) {
      return cursor_.sees_any({"相比", "比较", "对比", "持平", "相当", "水平持平"});
    }
    Cursor ahead = cursor_;
    return ends_with_any(before, {"是", "为", "相当于"}) && ahead.take("的") && take_length_number(ahead);
  }
  static bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return word.size() <= text.size() && text::stands_at(text, text.size() - word.size(), word);
    });
  }
  static bool compares_with_yu(std::string_view before) {
    constexpr std::u32string_view kVerbs = U"高低好多快慢少优大小强";
    before.remove_suffix(std::string_view("于").size());
    return kVerbs.find(text::code_point_before(before, before.size()).value) != std::u32string_view::npos;
  }

  Cursor cursor_;
  const MomentReference& reference_;
  Date as_of_;
  MomentContext context_;
  std::uint32_t begin_ = 0;
  std::vector<Moment> moments_;
};

}  // namespace

std::vector<Moment> read_moments(std::string_view text, Span span, const MomentReference& reference) {
  if (auto moments = Scanner(text, span, reference).run()) return *std::move(moments);
  const std::string simplified = to_simplified(slice(text, span));
  auto moments = Scanner(simplified, {0, span.size()}, reference).run().value_or(std::vector<Moment>{});
  for (Moment& moment : moments) moment.span = {moment.span.begin + span.begin, moment.span.end + span.begin};
  return moments;
}

std::vector<Moment> read_moments(const Document& document, const Report& report) {
  return read_moments(document.text, report.span, {report.period, report.date});
}

std::vector<Moment> read_moments(std::string_view text, std::optional<Date> date) {
  const MomentReference reference{std::nullopt, date};
  return read_moments(text, {0, static_cast<std::uint32_t>(text.size())}, reference);
}

}  // namespace tallybook::figures
