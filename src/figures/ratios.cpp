// Shares and changes: 占全部的12.5%; 由18家增加到21家，增长16.7%.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::size_t kHanBytes = 3;

/// A published ratio may be rounded or cut off: one unit of its last digit either way.
std::optional<Interval> percent_interval(const Figure& figure) {
  if (figure.kind != FigureKind::percent || figure.bound != Bound::exact || figure.high) return std::nullopt;
  const auto low = figure.value.minus(figure.precision);
  const auto high = figure.value.plus(figure.precision);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

/// Whether part / whole can be `percent`: percent × whole and 100 × part overlap. Whole is positive.
std::optional<bool> ratio_holds(const Interval& part, const Interval& whole, const Interval& percent) {
  const auto least = percent.low.times(percent.low.is_negative() ? whole.high : whole.low);
  const auto most = percent.high.times(percent.high.is_negative() ? whole.low : whole.high);
  const auto part_low = part.low.times(Decimal{100});
  const auto part_high = part.high.times(Decimal{100});
  if (!least || !most || !part_low || !part_high) return std::nullopt;
  return *least <= *part_high && *part_low <= *most;
}

/// part / whole in percent, with `scale` decimals, rounded: what the reader should have found.
std::string percent_text(Decimal part, Decimal whole, std::uint8_t scale) {
  const auto scaled_part = part.times(Decimal{100});
  if (!scaled_part || whole.is_zero()) return "?";
  __extension__ using Wide = __int128;
  Wide numerator = scaled_part->coefficient();
  Wide denominator = whole.coefficient();
  for (int i = scaled_part->scale(); i < whole.scale() + scale; ++i) numerator *= 10;
  for (int i = whole.scale() + scale; i < scaled_part->scale(); ++i) denominator *= 10;
  const bool negative = (numerator < 0) != (denominator < 0);
  if (numerator < 0) numerator = -numerator;
  if (denominator < 0) denominator = -denominator;
  const auto rounded = static_cast<std::int64_t>((numerator + denominator / 2) / denominator);
  return Decimal{negative ? -rounded : rounded, scale}.to_string() + "%";
}

void settle(Relation& relation, std::optional<bool> holds) {
  if (!holds) {
    relation.reason = Reason::overflow;
  } else {
    relation.verdict = *holds ? Verdict::pass : Verdict::fail;
  }
}

/// What a share is taken of. Only a whole that the text names is certain enough to disprove a share.
struct Whole {
  std::uint32_t figure = 0;
  bool certain = false;
};

class ShareFinder {
 public:
  ShareFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void read_sentence(std::uint32_t sentence) {
    const auto range = context_.figures_of(sentence);
    std::optional<Whole> last_whole;
    for (std::uint32_t share = range.first; share < range.last; ++share) {
      const Figure& figure = context_.figures[share];
      if (figure.role != Role::share || figure.kind != FigureKind::percent) continue;
      const std::string_view near = context_.near_words(share);
      const std::size_t takes = near.rfind("占");
      if (takes == near.npos) continue;
      const std::string_view own = name_in(near.substr(0, takes));
      const auto part = own.empty() ? part_before(range, share) : named_part(share, own);
      if (!part) continue;
      std::string_view name = near.substr(takes + kHanBytes);
      name = name_in(name.substr(0, name.find("的")));
      const std::optional<Whole> whole =
          name.empty() ? bare_whole(range, *part, last_whole) : named_whole(*part, name);
      add(share, *part, whole, near.find("分别") == near.npos && !in_list(*part));
      last_whole = whole;
      if (last_whole) last_whole->certain = false;
    }
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> part_before(RelationContext::Range range,
                                                         std::uint32_t share) const;
  [[nodiscard]] std::optional<std::uint32_t> named_part(std::uint32_t share, std::string_view name) const;
  [[nodiscard]] bool in_list(std::uint32_t part) const;
  [[nodiscard]] std::string_view name_in(std::string_view words) const;
  [[nodiscard]] std::optional<Whole> named_whole(std::uint32_t part, std::string_view name) const;
  [[nodiscard]] std::optional<Whole> bare_whole(RelationContext::Range range, std::uint32_t part,
                                                std::optional<Whole> last_whole) const;
  void add(std::uint32_t share, std::uint32_t part, const std::optional<Whole>& whole, bool alone);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// The level the share is said of: the last one before it, with only changes between.
std::optional<std::uint32_t> ShareFinder::part_before(RelationContext::Range range,
                                                      std::uint32_t share) const {
  for (std::uint32_t i = share; i-- > range.first;) {
    const Figure& figure = context_.figures[i];
    if (figure.role == Role::level && figure.kind != FigureKind::percent) return i;
    if (figure.role != Role::change) return std::nullopt;
  }
  return std::nullopt;
}

/// 甲乡、乙乡分别受理30件、20件，占总量的50%: the share is of both.
bool ShareFinder::in_list(std::uint32_t part) const {
  return part > 0 &&
         context_.words(context_.figures[part - 1].span.end, context_.figures[part].span.begin) == "、";
}

/// The bare noun in `words`: 占农林牧渔业总产值 → 农林牧渔业总产值, 占GDP的比重 → GDP, 占 → nothing.
std::string_view ShareFinder::name_in(std::string_view words) const {
  words = strip_trailing(words, context_.tables.subject_links);
  while (!words.empty()) {
    const auto first = text::code_point_at(words, 0);
    const auto stop = context_.tables.stop_words.match_at(words, 0);
    if (stop && stop.size < words.size()) {
      words.remove_prefix(stop.size);
    } else if (!text::is_han(first.value) && !text::is_ascii_letter(first.value) && first.value != U'“') {
      words.remove_prefix(first.size);
    } else {
      break;
    }
  }
  return words;
}

/// 乡镇卫生院床位占床位总数的31.6%: the part is an earlier figure of 乡镇卫生院.
std::optional<std::uint32_t> ShareFinder::named_part(std::uint32_t share, std::string_view name) const {
  const auto& sentences = context_.outline.sentences;
  const std::uint32_t block = sentences[context_.figures[share].sentence].block;
  for (std::uint32_t i = share; i-- > 0;) {
    const Figure& figure = context_.figures[i];
    if (sentences[figure.sentence].block != block) break;
    if (figure.role != Role::level || !figure.subject || figure.kind == FigureKind::percent) continue;
    const std::string_view subject = slice(context_.text, *figure.subject);
    if (subject.size() >= 2 * kHanBytes && name.starts_with(subject)) return i;
  }
  return std::nullopt;
}

/// The nearest earlier level whose subject is what the share names.
std::optional<Whole> ShareFinder::named_whole(std::uint32_t part, std::string_view name) const {
  constexpr std::uint32_t kReach = 40;
  const std::uint32_t first = part > kReach ? part - kReach : 0;
  // 床位总数 is the number of 床位.
  const auto bare = context_.tables.bare_heads.match_before(name, name.size());
  const std::string_view counted = name.substr(0, name.size() - bare.size);
  for (std::uint32_t i = part; i-- > first;) {
    const Figure& figure = context_.figures[i];
    if (figure.role != Role::level || !figure.subject || !context_.addable(figure, context_.figures[part]))
      continue;
    if (figure.section != context_.figures[part].section) break;
    const std::string_view subject = slice(context_.text, *figure.subject);
    const bool ends = bare && figure.kind == FigureKind::count && counted.size() >= 2 * kHanBytes &&
                      subject.ends_with(counted);
    if (subject == name || ends) return Whole{i, figure.sentence == context_.figures[part].sentence};
  }
  return std::nullopt;
}

/// 24家门诊中，数字化门诊16家，占66.7%; or, in a list, the whole of the share before.
std::optional<Whole> ShareFinder::bare_whole(RelationContext::Range range, std::uint32_t part,
                                             std::optional<Whole> last_whole) const {
  if (last_whole) return last_whole;
  for (std::uint32_t i = range.first; i < part; ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.role != Role::level || figure.unit != context_.figures[part].unit) continue;
    const std::string_view between = context_.words(figure.span.end, context_.figures[part].span.begin);
    const bool within = between.find("中，") != between.npos || between.find("中,") != between.npos ||
                        between.find("其中") != between.npos;
    if (within && i + 1 == part) return Whole{i, true};
  }
  return std::nullopt;
}

/// `alone`: not one of 分别占a%和b%, whose parts stand in a list of their own.
void ShareFinder::add(std::uint32_t share, std::uint32_t part, const std::optional<Whole>& whole,
                      bool alone) {
  Relation relation;
  relation.kind = RelationKind::share_of;
  relation.terms = {{share, TermRole::share}, {part, TermRole::part}};
  if (!whole) {
    relation.reason = Reason::missing_base;
    relations_.push_back(std::move(relation));
    return;
  }
  relation.terms.push_back({whole->figure, TermRole::whole});
  const auto part_interval = context_.interval(part);
  const auto whole_interval = context_.interval(whole->figure);
  const auto percent = percent_interval(context_.figures[share]);
  if (!part_interval || !whole_interval || !percent) {
    relation.reason = Reason::approximate;
  } else if (whole_interval->low.is_zero() || whole_interval->low.is_negative()) {
    relation.reason = Reason::not_comparable;
  } else {
    settle(relation, ratio_holds(*part_interval, *whole_interval, *percent));
    if (relation.verdict == Verdict::fail &&
        (!alone || !whole->certain || part_interval->low > whole_interval->high)) {
      relation.verdict = Verdict::not_checkable;
      relation.reason = Reason::not_comparable;
    }
    const Figure& stated = context_.figures[share];
    relation.arithmetic =
        context_.written_number(part) + " ÷ " + context_.written_number(whole->figure) + " = " +
        percent_text(context_.figures[part].value, context_.figures[whole->figure].value,
                     stated.value.scale()) +
        (relation.verdict == Verdict::fail ? " ≠ " : " ≈ ") + stated.value.to_string() + "%";
  }
  relations_.push_back(std::move(relation));
}

class ChangeFinder {
 public:
  ChangeFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void read_sentence(std::uint32_t sentence) {
    const auto range = context_.figures_of(sentence);
    for (std::uint32_t change = range.first; change < range.last; ++change) {
      if (context_.figures[change].role == Role::change) relate(range, change);
    }
  }

 private:
  void relate(RelationContext::Range range, std::uint32_t change);
  [[nodiscard]] bool is_other_basis(std::uint32_t level, std::uint32_t change) const;
  [[nodiscard]] bool states_one_change(std::uint32_t level, std::uint32_t absolute,
                                       std::uint32_t change) const;
  [[nodiscard]] bool says_of(std::uint32_t level, std::uint32_t change) const;
  [[nodiscard]] bool pairs_up(std::uint32_t from, std::uint32_t to) const;
  void decide_between(Relation& relation, std::uint32_t from, std::uint32_t to, std::uint32_t change) const;
  void decide_absolute(Relation& relation, std::uint32_t level, std::uint32_t absolute,
                       std::uint32_t change) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// 由A增加到B: A is opened by 由 or 从 and B closed by 到, 至.
bool ChangeFinder::pairs_up(std::uint32_t from, std::uint32_t to) const {
  const Figure& a = context_.figures[from];
  const Figure& b = context_.figures[to];
  if (a.kind != b.kind || a.unit != b.unit || a.clause != b.clause) return false;
  const std::string_view before = context_.near_words(from);
  const std::string_view between = context_.words(a.span.end, b.span.begin);
  const bool opened = before.find("由") != before.npos || before.find("从") != before.npos;
  return opened && bool{context_.tables.to_endings.match_before(between, between.size())};
}

/// 12起，减少4起，下降25%: one level, its change in its own unit and in percent, with nothing but the
/// verbs between.
bool ChangeFinder::states_one_change(std::uint32_t level, std::uint32_t absolute,
                                     std::uint32_t change) const {
  constexpr std::size_t kVerb = 30;
  const Figure& figure = context_.figures[change];
  const Figure& by = context_.figures[absolute];
  if (figure.kind != FigureKind::percent || by.direction != figure.direction) return false;
  if (!context_.addable(by, context_.figures[level])) return false;
  return context_.words(context_.figures[level].span.end, by.span.begin).size() <= kVerb &&
         context_.words(by.span.end, figure.span.begin).size() <= kVerb / 2;
}

void ChangeFinder::relate(RelationContext::Range range, std::uint32_t change) {
  std::optional<std::uint32_t> level;
  for (std::uint32_t i = change; i-- > range.first && !level;) {
    if (context_.figures[i].role != Role::change) level = i;
  }
  if (!level) return;
  Relation relation;
  relation.kind = RelationKind::change_of;
  relation.terms = {{change, TermRole::change}, {*level, TermRole::level}};
  relation.reason = Reason::missing_base;
  if (*level > range.first && *level + 1 == change && pairs_up(*level - 1, *level) &&
      says_of(*level - 1, change)) {
    relation.terms.push_back({*level - 1, TermRole::opening});
    decide_between(relation, *level - 1, *level, change);
  } else if (*level + 2 == change && states_one_change(*level, change - 1, change)) {
    relation.terms.push_back({change - 1, TermRole::same});
    decide_absolute(relation, *level, change - 1, change);
  }
  relations_.push_back(std::move(relation));
}

/// Whether the change has no subject of its own: the words that name it stand before the level.
bool ChangeFinder::says_of(std::uint32_t level, std::uint32_t change) const {
  const auto& subject = context_.figures[change].subject;
  return subject && subject->end <= context_.figures[level].span.begin;
}

/// 年均增长 spreads over years; output and income grow in real terms, at constant prices.
bool ChangeFinder::is_other_basis(std::uint32_t level, std::uint32_t change) const {
  if (context_.tables.spread_cues.found_in(context_.near_words(change))) return true;
  const auto& subject = context_.figures[level].subject;
  return subject && context_.tables.real_terms.found_in(slice(context_.text, *subject));
}

/// (B − A) ÷ A against x%, or B − A against x个百分点.
void ChangeFinder::decide_between(Relation& relation, std::uint32_t from, std::uint32_t to,
                                  std::uint32_t change) const {
  const Figure& figure = context_.figures[change];
  const auto a = context_.interval(from);
  const auto b = context_.interval(to);
  if (!a || !b || figure.bound != Bound::exact) {
    relation.reason = Reason::approximate;
    return;
  }
  const bool down = context_.figures[from].value > context_.figures[to].value;
  if (down != (figure.direction == Direction::down)) {
    relation.reason = Reason::not_comparable;
    return;
  }
  const auto difference = down ? a->minus(*b) : b->minus(*a);
  const auto written = down ? context_.figures[from].value.minus(context_.figures[to].value)
                            : context_.figures[to].value.minus(context_.figures[from].value);
  if (!difference || !written) return;
  if (is_other_basis(from, change)) {
    relation.reason = Reason::different_basis;
    return;
  }
  const bool ratio_levels = context_.figures[from].kind == FigureKind::percent;
  if (figure.kind == FigureKind::points && ratio_levels) {
    const auto stated = interval_of(context_.text, figure);
    if (!stated) return;
    settle(relation, difference->overlaps(*stated));
  } else if (figure.kind == FigureKind::percent && !ratio_levels && !a->low.is_zero() &&
             !a->low.is_negative()) {
    const auto stated = percent_interval(figure);
    if (!stated) return;
    settle(relation, ratio_holds(*difference, *a, *stated));
  } else {
    relation.reason = Reason::not_comparable;
    return;
  }
  relation.reason = Reason::none;
  const std::string left =
      context_.written_number(down ? from : to) + " − " + context_.written_number(down ? to : from);
  const std::string sign = relation.verdict == Verdict::fail ? " ≠ " : " ≈ ";
  relation.arithmetic =
      figure.kind == FigureKind::points
          ? left + " = " + written->to_string() + sign + figure.value.to_string() + "个百分点"
          : "(" + left + ") ÷ " + context_.written_number(from) + " = " +
                percent_text(*written, context_.figures[from].value, figure.value.scale()) + sign +
                figure.value.to_string() + "%";
}

/// 12起，减少4起，下降25%: the base is 12 + 4; 较去年同期352例减少28例，下降8%: the base is 352 itself.
void ChangeFinder::decide_absolute(Relation& relation, std::uint32_t level, std::uint32_t absolute,
                                   std::uint32_t change) const {
  const Figure& figure = context_.figures[change];
  const auto stated_level = context_.interval(level);
  const auto by = context_.interval(absolute);
  const auto stated = percent_interval(figure);
  if (!stated_level || !by || !stated) {
    relation.reason = Reason::approximate;
    return;
  }
  const bool down = figure.direction == Direction::down;
  const auto base = down ? stated_level->plus(*by) : stated_level->minus(*by);
  const Decimal written_level = context_.figures[level].value;
  const Decimal written_change = context_.figures[absolute].value;
  const auto written_base = down ? written_level.plus(written_change) : written_level.minus(written_change);
  const auto positive = [](const Interval& interval) {
    return !interval.low.is_zero() && !interval.low.is_negative();
  };
  if (!base || !written_base || !positive(*base) || !positive(*stated_level)) return;
  const bool from_base = ratio_holds(*by, *base, *stated).value_or(true);
  const bool level_is_base = !from_base && ratio_holds(*by, *stated_level, *stated).value_or(true);
  relation.reason = Reason::none;
  if (from_base || level_is_base) {
    relation.verdict = Verdict::pass;
  } else if (context_.figures[level].kind == FigureKind::money) {
    relation.reason = Reason::different_basis;  // growth in real terms is no ratio of what was paid
  } else {
    relation.verdict = Verdict::fail;
  }
  const Decimal shown_base = level_is_base ? written_level : *written_base;
  relation.arithmetic = context_.written_number(absolute) + " ÷ " + shown_base.to_string() + " = " +
                        percent_text(written_change, shown_base, figure.value.scale()) +
                        (relation.verdict == Verdict::pass ? " ≈ " : " ≠ ") + figure.value.to_string() + "%";
}

}  // namespace

void find_shares(const RelationContext& context, std::vector<Relation>& relations) {
  ShareFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

void find_changes(const RelationContext& context, std::vector<Relation>& relations) {
  ChangeFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures
