// Shares of a whole: 占全部的12.5%; 24家门诊中，数字化门诊16家，占66.7%.
#include <map>

#include "figures/context.hpp"
#include "figures/ratio.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::size_t kHanBytes = 3;

/// What a share is taken of. Only a whole that the text names is certain enough to disprove a share.
struct Whole {
  std::uint32_t figure = 0;
  bool certain = false;
};

class ShareFinder {
 public:
  ShareFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {
    for (const Relation& relation : relations) note(relation);
  }

  void read_sentence(std::uint32_t sentence) {
    const auto range = context_.figures_of(sentence);
    std::optional<Whole> last_whole;
    for (std::uint32_t share = range.first; share < range.last; ++share) {
      const Figure& figure = context_.figures[share];
      if (figure.role == Role::rate) read_rate(range, share);
      if (figure.role != Role::share || figure.kind != FigureKind::percent) continue;
      const std::string_view near = context_.near_words(share);
      const std::size_t takes = near.rfind("占");
      if (takes == near.npos) continue;
      const std::string_view own = name_in(near.substr(0, takes));
      const auto part = own.empty() ? part_before(range, share) : named_part(share, own);
      if (!part) continue;
      std::string_view name = near.substr(takes + kHanBytes);
      name = name_in(name.substr(0, name.find("的")));
      const bool bare = name.empty() || name == "比";
      const std::optional<Whole> whole =
          bare ? bare_whole(range, *part, last_whole) : named_whole(share, *part, name);
      add(share, *part, whole, near.find("分别") == near.npos && !in_list(*part));
      last_whole = whole;
      // What one share of a list proves to be the whole is that of the next share too, if only its part
      // stands between.
      if (last_whole) {
        last_whole->certain =
            relations_.back().verdict == Verdict::pass && one_level_until_share(range, share);
      }
    }
  }

 private:
  void read_rate(RelationContext::Range range, std::uint32_t rate);
  [[nodiscard]] bool one_level_until_share(RelationContext::Range range, std::uint32_t share) const;
  [[nodiscard]] std::optional<std::uint32_t> part_before(RelationContext::Range range,
                                                         std::uint32_t share) const;
  [[nodiscard]] std::optional<std::uint32_t> named_part(std::uint32_t share, std::string_view name) const;
  [[nodiscard]] bool in_list(std::uint32_t part) const;
  [[nodiscard]] std::string_view name_in(std::string_view words) const;
  [[nodiscard]] bool names(std::string_view name, std::string_view subject) const;
  [[nodiscard]] std::optional<Whole> named_whole(std::uint32_t share, std::uint32_t part,
                                                 std::string_view name) const;
  [[nodiscard]] std::optional<Whole> bare_whole(RelationContext::Range range, std::uint32_t part,
                                                std::optional<Whole> last_whole) const;
  [[nodiscard]] bool holds(std::uint32_t share, std::uint32_t part, std::uint32_t whole) const;
  void note(const Relation& relation);
  void add(std::uint32_t share, std::uint32_t part, const std::optional<Whole>& whole, bool alone);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
  std::map<std::uint32_t, std::uint32_t> whole_of_;  ///< of the parts that 其中 has tied to a whole
};

/// 受理40件，办结38件，办结率95%: the rate of what the figure before it has done, of what stands before that.
/// Most rates have definitions of their own (就业率, 利润率), and only agreement says something.
void ShareFinder::read_rate(RelationContext::Range range, std::uint32_t rate) {
  static constexpr std::string_view kRate = "率";
  constexpr std::size_t kVerb = 2 * kHanBytes;
  const std::string_view lead = strip_trailing(context_.near_words(rate), context_.tables.subject_links);
  if (context_.figures[rate].kind != FigureKind::percent || rate < range.first + 2) return;
  if (!lead.ends_with(kRate) || lead.size() < kVerb + kRate.size()) return;
  const std::string_view verb = lead.substr(lead.size() - kRate.size() - kVerb, kVerb);
  const std::uint32_t part = rate - 1;
  const std::uint32_t whole = rate - 2;
  const Figure& done = context_.figures[part];
  const Figure& all = context_.figures[whole];
  const bool counted = done.role == Role::level && all.role == Role::level && done.unit == all.unit &&
                       done.kind == all.kind && done.kind != FigureKind::percent;
  const auto does = [&](std::uint32_t i) {
    return strip_trailing(context_.near_words(i), context_.tables.subject_links).ends_with(verb);
  };
  if (!counted || !does(part) || does(whole) || done.value > all.value) return;
  const bool defined = bool{context_.cues.rates.match_before(verb, verb.size())};
  add(rate, part, Whole{whole, defined}, true);
}

/// Whether one level stands between a share and the next.
bool ShareFinder::one_level_until_share(RelationContext::Range range, std::uint32_t share) const {
  int levels = 0;
  for (std::uint32_t i = share + 1; i < range.last && context_.figures[i].role != Role::share; ++i) {
    levels += context_.figures[i].role == Role::level ? 1 : 0;
  }
  return levels == 1;
}

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
  if (part == 0) return false;
  const std::string_view gap =
      context_.words(context_.figures[part - 1].span.end, context_.figures[part].span.begin);
  return !gap.empty() && context_.cues.pair_joints.match_at(gap, 0).size == gap.size();
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

/// What 其中 has already tied together.
void ShareFinder::note(const Relation& relation) {
  if (relation.verdict == Verdict::fail) return;
  if (relation.kind == RelationKind::part_of) {
    whole_of_.insert({relation.terms[0].figure, relation.terms[1].figure});
  } else if (relation.kind == RelationKind::sum_of && relation.verdict == Verdict::pass) {
    for (std::size_t i = 1; i < relation.terms.size(); ++i) {
      whole_of_.insert({relation.terms[i].figure, relation.terms[0].figure});
    }
  }
}

bool ShareFinder::holds(std::uint32_t share, std::uint32_t part, std::uint32_t whole) const {
  const auto part_interval = context_.interval(part);
  const auto whole_interval = context_.interval(whole);
  const auto percent = percent_interval(context_.figures[share]);
  return part_interval && whole_interval && percent && Decimal{0} < whole_interval->low &&
         ratio_holds(*part_interval, *whole_interval, *percent).value_or(false);
}

/// 全市全社会投资 names 全社会投资, 销售总额 names 医药商品销售总额: one name with more words before it.
bool ShareFinder::names(std::string_view name, std::string_view subject) const {
  constexpr std::size_t kTelling = 3 * kHanBytes;
  if (name.size() < kTelling || subject.size() < kTelling) return false;
  // 进出口总额 is no 出口总额.
  if (context_.cues.identity_masks.match_before(subject, subject.size()).size > name.size()) return false;
  if (subject.ends_with(name)) return true;
  if (!name.ends_with(subject)) return false;
  std::string_view before = name.substr(0, name.size() - subject.size());
  while (const auto word = context_.cues.whole_prefixes.match_at(before, 0)) before.remove_prefix(word.size);
  return before.empty();
}

/// The nearest earlier level whose subject is what the share names: in its section by the same words; or
/// anywhere before, where one name is the other with more words (占全市生产总值, 生产总值). That is certain
/// where nothing else goes by the name; a likeness (县域生产总值) counts only where the share agrees.
std::optional<Whole> ShareFinder::named_whole(std::uint32_t share, std::uint32_t part,
                                              std::string_view name) const {
  constexpr std::uint32_t kReach = 300;
  constexpr std::uint32_t kNear = 40;
  constexpr std::size_t kTelling = 3 * kHanBytes;
  const std::uint32_t first = part > kReach ? part - kReach : 0;
  // 床位总数 is the number of 床位.
  const auto bare = context_.tables.bare_heads.match_before(name, name.size());
  const std::string_view counted = name.substr(0, name.size() - bare.size);
  std::optional<Whole> similar;
  std::optional<std::uint32_t> named;
  bool alone = true;
  for (std::uint32_t i = part; i-- > first;) {
    const Figure& figure = context_.figures[i];
    if (figure.role != Role::level || !figure.subject || !context_.addable(figure, context_.figures[part]))
      continue;
    const std::string_view subject = slice(context_.text, *figure.subject);
    const bool ends = bare && figure.kind == FigureKind::count && counted.size() >= 2 * kHanBytes &&
                      subject.ends_with(counted);
    const bool same_section = figure.section == context_.figures[part].section;
    if ((subject == name || ends) && same_section) {
      const bool certain =
          figure.sentence == context_.figures[part].sentence ||
          (subject == name && part - i <= kNear && context_.may_share_period(figure, context_.figures[part]));
      return Whole{i, certain};
    }
    if (subject == name || names(name, subject)) {
      alone &= !named || context_.figures[*named].value == figure.value;
      if (!named) named = i;
    }
    const bool alike = (subject.size() >= kTelling && name.ends_with(subject)) ||
                       (name.size() >= kTelling && subject.ends_with(name));
    if (alike && !similar && holds(share, part, i)) similar = Whole{i, false};
  }
  if (similar || !named || !alone || part - *named > kNear) return similar;
  return context_.may_share_period(context_.figures[*named], context_.figures[part])
             ? std::optional(Whole{*named, true})
             : std::nullopt;
}

/// 24家门诊中，数字化门诊16家，占66.7%; or, in a list, the whole of the share before.
std::optional<Whole> ShareFinder::bare_whole(RelationContext::Range range, std::uint32_t part,
                                             std::optional<Whole> last_whole) const {
  if (last_whole) return last_whole;
  if (const auto known = whole_of_.find(part); known != whole_of_.end()) {
    return Whole{known->second, known->second + 1 == part};
  }
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
    // 比期初56万元占总资产的2.3%: that is a share of what there was then.
    if (relation.verdict == Verdict::fail &&
        (!alone || !whole->certain || context_.is_base(part) || part_interval->low > whole_interval->high)) {
      relation.verdict = Verdict::not_checkable;
      relation.reason = Reason::not_comparable;
    }
    relation.arithmetic = context_.quotient(part, whole->figure, share, relation.verdict);
  }
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_shares(const RelationContext& context, std::vector<Relation>& relations) {
  ShareFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures
