#include "figures/fields.hpp"

#include <algorithm>
#include <iterator>

#include "text/characters.hpp"
#include "text/search.hpp"

namespace tallybook::figures {
namespace {

bool is_ratio_kind(FigureKind kind) {
  return kind == FigureKind::percent || kind == FigureKind::permille || kind == FigureKind::fraction ||
         kind == FigureKind::per_100k;
}

/// 大幅度提高到: what may stand between the two ends of a change, in bytes.
constexpr std::size_t kLongestChangeWord = 24;

/// 至少建设3个: what may stand between bound and number, in bytes.
constexpr std::size_t kLongestVerb = 6;

class FieldReader {
 public:
  FieldReader(const SentenceContext& context, std::span<Figure> figures, std::span<const Quantity> quantities,
              std::size_t index, const Lexicon::Tables& tables)
      : figures_(figures),
        figure_(figures[index]),
        quantity_(quantities[index]),
        previous_(index > 0 ? &figures[index - 1] : nullptr),
        next_(index + 1 < figures.size() ? &figures[index + 1] : nullptr),
        tables_(tables),
        context_(context),
        index_(index) {
    clause_ = context.clause_of(figure_);
    left_ = context.before(clause_.begin, figure_.span.begin);
    right_ = context.between(figure_.span.end, clause_.end);
    const bool same_clause = previous_ != nullptr && previous_->clause == figure_.clause;
    near_ = same_clause ? context.between(previous_->span.end, figure_.span.begin) : left_;
    if (same_clause) previous_in_clause_ = previous_;
    if (next_ != nullptr && next_->clause != figure_.clause) next_ = nullptr;
  }

  void read() {
    read_bound();
    if (is_upper_end()) {
      figure_.role = previous_in_clause_->role;
      note(&FigureTrace::role, Way::figure, previous_words());
      return;
    }
    if (!read_change() && !carry_list()) {
      if (is_ratio_kind(figure_.kind)) {
        read_ratio_role();
      } else if (is_each()) {
        figure_.role = Role::each;
      }
    }
    if (figure_.role == Role::change) read_basis();
  }

 private:
  void read_bound();
  bool read_change();
  bool read_points_comparison();
  bool read_comparing_word(std::string_view before);
  bool read_change_behind();
  bool read_comparison();
  bool carry_list();
  void read_ratio_role();
  bool is_each() const;
  [[nodiscard]] bool names_average(const Cue& cue) const;
  void read_basis();
  bool is_lower_end() const;
  bool leads_to_next() const;
  bool is_upper_end() const;

  void note(Evidence FigureTrace::*field, Way way, std::string_view words = {}) const {
    context_.note(index_, field, way, words);
  }
  /// One word says that something changed, and whither.
  void note_change(std::string_view words) const {
    note(&FigureTrace::role, Way::words, words);
    note(&FigureTrace::direction, Way::words, words);
  }
  [[nodiscard]] std::string_view previous_words() const { return slice(context_.text, previous_->span); }

  std::span<Figure> figures_;
  Figure& figure_;
  const Quantity& quantity_;
  const Figure* previous_;
  const Figure* next_;  ///< in the same clause, or null
  const Figure* previous_in_clause_ = nullptr;
  const Lexicon::Tables& tables_;
  const SentenceContext& context_;
  std::size_t index_;
  Span clause_;
  std::string_view left_;   ///< the clause before the figure
  std::string_view near_;   ///< the same, but only from the figure before on
  std::string_view right_;  ///< the clause behind the figure
};

void FieldReader::read_bound() {
  if (figure_.bound != Bound::exact) return;
  const auto verb = tables_.approximating_verbs.match_before(near_, near_.size());
  if (verb) {
    figure_.bound = static_cast<Bound>(verb.value);
    note(&FigureTrace::bound, Way::words, near_.substr(near_.size() - verb.size));
  }
  if (figure_.bound != Bound::exact) return;
  // 至少建设3个: the bound stands before the verb.
  const Cue cue = context_.last_cue(near_, tables_.approximating_verbs);
  const bool limits = cue && (static_cast<Bound>(cue.value) == Bound::at_least ||
                              static_cast<Bound>(cue.value) == Bound::at_most);
  if (!limits) return;
  const std::string_view verb_between = near_.substr(cue.end());  // none in 最多的五个
  if (verb_between.size() > kLongestVerb || text::contains(verb_between, "的")) return;
  figure_.bound = static_cast<Bound>(cue.value);
  note(&FigureTrace::bound, Way::words, near_.substr(cue.offset, cue.size));
}

/// 由12%提高到15%, 由162个整合为123个: both ends keep a role of their own.
bool FieldReader::is_lower_end() const {
  static constexpr std::string_view kFrom[] = {"从", "由", "自"};
  const bool from = std::any_of(std::begin(kFrom), std::end(kFrom),
                                [&](std::string_view word) { return text::contains(near_, word); });
  if (!from) return false;
  return tables_.to_endings.match_at(right_, 0) || tables_.change_verbs.match_at(right_, 0) ||
         tables_.change_masks.match_at(right_, 0) || leads_to_next();
}

/// Whether a verb that ends in 到 or 为 stands between this figure and the next of its kind.
bool FieldReader::leads_to_next() const {
  if (next_ == nullptr || next_->kind != figure_.kind || next_->unit != figure_.unit) return false;
  const std::string_view gap = right_.substr(0, next_->span.begin - figure_.span.end);
  return gap.size() <= kLongestChangeWord && bool{tables_.to_endings.match_before(gap, gap.size())};
}

bool FieldReader::is_upper_end() const {
  if (previous_in_clause_ == nullptr || previous_in_clause_->kind != figure_.kind) return false;
  if (!tables_.to_endings.match_before(near_, near_.size())) return false;
  return near_.size() <= kLongestChangeWord && previous_in_clause_->role != Role::change;
}

bool FieldReader::read_points_comparison() {
  if (figure_.kind != FigureKind::points) return false;
  figure_.role = Role::change;
  note(&FigureTrace::role, Way::unit);
  if (read_comparing_word(strip_trailing(near_, tables_.change_links))) return true;
  if (const Cue cue = context_.last_cue(left_, tables_.change_verbs)) {
    figure_.direction = static_cast<Direction>(cue.value);
    note(&FigureTrace::direction, Way::words, left_.substr(cue.offset, cue.size));
  }
  return true;
}

/// 高, 多, 低, 少: the word that ends `before` tells the direction.
bool FieldReader::read_comparing_word(std::string_view before) {
  const auto more = tables_.comparing_more.match_before(before, before.size());
  const auto less = more ? WordSet::Match{} : tables_.comparing_less.match_before(before, before.size());
  if (!more && !less) return false;
  figure_.direction = more ? Direction::up : Direction::down;
  note(&FigureTrace::direction, Way::words, before.substr(before.size() - std::max(more.size, less.size)));
  return true;
}

bool FieldReader::read_change() {
  if (is_lower_end()) return false;
  if (figure_.kind == FigureKind::age || quantity_.ratio) return false;
  const std::string_view before = strip_trailing(near_, tables_.change_links);
  const Cue verb = context_.last_cue(near_, tables_.change_verbs, &tables_.change_masks);
  if (verb) {
    const std::string_view object =
        before.size() > verb.end() ? before.substr(verb.end()) : std::string_view{};
    const bool adjacent = object.empty();
    const bool transitive =
        !is_ratio_kind(figure_.kind) && bool{tables_.change_transitive.match_at(near_, verb.offset)} &&
        tables_.change_transitive.match_at(near_, verb.offset).size == verb.size &&
        !text::contains(object, "的") && !tables_.to_endings.match_before(near_, near_.size());
    if (adjacent || transitive) {
      figure_.role = Role::change;
      figure_.direction = static_cast<Direction>(verb.value);
      note_change(near_.substr(verb.offset, verb.size));
      return true;
    }
  }
  return read_change_behind() || read_points_comparison() || read_comparison();
}

/// 比2012年多了319元, 较上年少3起
bool FieldReader::read_comparison() {
  const std::string_view before = strip_trailing(near_, tables_.change_links);
  const std::size_t than = std::min(text::find(near_, "比"), text::find(near_, "较"));
  constexpr std::size_t kWithBase = 9;  // 比, something, and the adjective: 较多 compares with nothing
  if (than == near_.npos || than + kWithBase > before.size()) return false;
  if (!read_comparing_word(before)) return false;
  figure_.role = Role::change;
  note(&FigureTrace::role, Way::words, before.substr(than));
  return true;
}

/// 实现8%的增长, 15%的降幅
bool FieldReader::read_change_behind() {
  static constexpr std::string_view kOf = "的";
  if (!is_ratio_kind(figure_.kind) || !right_.starts_with(kOf)) return false;
  const auto verb = tables_.change_verbs.match_at(right_, kOf.size());
  if (!verb || tables_.change_masks.match_at(right_, kOf.size()).size >= verb.size) return false;
  figure_.role = Role::change;
  figure_.direction = static_cast<Direction>(verb.value);
  note_change(right_.substr(kOf.size(), verb.size));
  return true;
}

/// 分别增长4.2%、5%、5.4%; 新增城市园林绿化55公顷、绿道20多公里.
bool FieldReader::carry_list() {
  if (previous_in_clause_ == nullptr) return false;
  const bool joined = only_joins(near_);
  const bool listed = near_.starts_with("、") && previous_in_clause_->role == Role::change &&
                      !is_ratio_kind(figure_.kind) && !is_ratio_kind(previous_in_clause_->kind) &&
                      !context_.last_cue(near_, tables_.list_breakers);
  if (!joined && !listed) return false;
  if (previous_in_clause_->role == Role::level && !joined) return false;
  if (joined && is_ratio_kind(figure_.kind) != is_ratio_kind(previous_in_clause_->kind)) return false;
  figure_.role = previous_in_clause_->role;
  figure_.direction = previous_in_clause_->direction;
  figure_.basis = previous_in_clause_->basis;
  if (figure_.role == Role::level) return false;
  note(&FigureTrace::role, Way::figure, previous_words());
  if (figure_.direction != Direction::none) note(&FigureTrace::direction, Way::figure, previous_words());
  if (figure_.basis != Basis::none) note(&FigureTrace::basis, Way::figure, previous_words());
  return true;
}

void FieldReader::read_ratio_role() {
  figure_.role = Role::share;
  if (figure_.kind == FigureKind::permille || figure_.kind == FigureKind::per_100k || quantity_.ratio) {
    figure_.role = Role::rate;
    note(&FigureTrace::role, Way::unit);
    return;
  }
  const std::string_view before = strip_trailing(near_, tables_.change_links);
  const Cue share = context_.last_cue(before, tables_.share_cues);
  const Cue rate = context_.last_cue(before, tables_.rate_nouns);
  if (share && (!rate || share.offset > rate.offset)) {
    note(&FigureTrace::role, Way::words, before.substr(share.offset, share.size));
    return;
  }
  if (rate) {
    note(&FigureTrace::role, Way::words, before.substr(rate.offset, rate.size));
    // 完成工程总量的65% is a share of the whole, 完成年度预算的113% a rate.
    const bool of_whole =
        before.ends_with("总量的") || before.ends_with("总投资的") || before.ends_with("工程量的");
    if (!of_whole) figure_.role = Role::rate;
    return;
  }
}

/// 平均年龄37.6岁 is the level of something average; 平均下乡25天 spreads something.
bool FieldReader::names_average(const Cue& cue) const {
  static constexpr std::string_view kAverage = "平均";
  const bool bare = near_.substr(cue.offset, cue.size) == kAverage;
  if (!bare || cue.end() == near_.size()) return false;
  return !tables_.verbs.match_at(near_, cue.end()) && !tables_.subject_links.match_at(near_, cue.end());
}

bool FieldReader::is_each() const {
  if (quantity_.compound_unit) {
    note(&FigureTrace::role, Way::unit);
    return true;
  }
  const Cue cue = context_.last_cue(near_, tables_.each_cues);
  if (cue && !names_average(cue)) {
    note(&FigureTrace::role, Way::words, near_.substr(cue.offset, cue.size));
    return true;
  }
  // 平均每人下乡达40天，听课70节: the next bare clause goes on.
  if (previous_ == nullptr || previous_->role != Role::each || previous_->clause + 1 != figure_.clause)
    return false;
  if (previous_->kind == FigureKind::money || is_ratio_kind(previous_->kind)) return false;
  if (text::count_code_points(left_) > 4 || context_.last_cue(left_, tables_.done_cues) || left_.empty())
    return false;
  note(&FigureTrace::role, Way::figure, previous_words());
  return true;
}

void FieldReader::read_basis() {
  const Cue cue = context_.last_cue(left_, tables_.basis_cues);
  if (cue) {
    figure_.basis = static_cast<Basis>(cue.value);
    note(&FigureTrace::basis, Way::words, left_.substr(cue.offset, cue.size));
    return;
  }
  // 比上年增加633万人，增长2.4%: the verb alone goes on with what the clause before it said.
  if (previous_ == nullptr || previous_->clause + 1 != figure_.clause) return;
  const std::string_view words = strip_trailing(left_, tables_.change_links);
  const auto verb = tables_.change_verbs.match_at(words, 0);
  const bool alone = verb && verb.size == words.size() && figure_.kind != FigureKind::points;
  if (previous_->role == Role::change && alone && previous_->direction == figure_.direction) {
    figure_.basis = previous_->basis;
    if (figure_.basis != Basis::none) note(&FigureTrace::basis, Way::figure, previous_words());
  }
}

}  // namespace

void set_fields(const SentenceContext& context, std::span<Figure> figures,
                std::span<const Quantity> quantities, std::size_t index, const Lexicon::Tables& tables) {
  FieldReader(context, figures, quantities, index, tables).read();
}

}  // namespace tallybook::figures
