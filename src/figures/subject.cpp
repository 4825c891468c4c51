#include "figures/subject.hpp"

#include <algorithm>
#include <array>

#include "figures/phrase_marks.hpp"
#include "text/character_set.hpp"
#include "text/characters.hpp"
#include "text/search.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;
using text::code_point_before;

/// Longer noun phrases than this (24 characters) are clauses in truth.
constexpr std::uint32_t kLongestSubject = 72;
constexpr std::size_t kHanBytes = 3;
/// So many figures on either side may stand in one list with another; nobody names longer ones one by one.
constexpr std::size_t kLongestRun = 60;
/// A figure without a subject takes that of a clause before it, so many at most.
constexpr std::size_t kClausesBack = 8;

constexpr text::CharacterSet kPhraseEnds = {kPhraseBreaks, kInnerMarks, text::kSpaces};

bool is_phrase_end(char32_t c) {
  return c == 0 || kPhraseEnds.contains(c);
}

/// The last 的 that is a particle, not half of 目的 or 的确.
std::size_t last_of_particle(std::string_view phrase) {
  std::size_t at = text::find_last(phrase, "的");
  while (at != phrase.npos && phrase.substr(0, at).ends_with("目")) {
    at = text::find_last(phrase.substr(0, at), "的");
  }
  return at;
}

/// 增长到2023年的: when the level stood there names nothing.
std::string_view without_time_behind(std::string_view left) {
  static constexpr std::string_view kOf = "的";
  static constexpr std::u32string_view kOfTime = U"0123456789年月底末初前后";
  if (!left.ends_with(kOf)) return left;
  std::size_t begin = left.size() - kOf.size();
  bool digit = false;
  for (auto c = code_point_before(left, begin); c.size != 0 && kOfTime.find(c.value) != kOfTime.npos;
       c = code_point_before(left, begin)) {
    digit |= text::is_digit(c.value);
    begin -= c.size;
  }
  return digit ? left.substr(0, begin) : left;
}

/// The bytes of a year at the head of `words`: 2013年.
std::uint32_t year_ahead(std::string_view words) {
  constexpr std::size_t kDigits = 4;
  const bool digits = words.size() > kDigits &&
                      std::all_of(words.begin(), words.begin() + kDigits,
                                  [](char c) { return text::is_ascii_digit(static_cast<unsigned char>(c)); });
  return digits && words.substr(kDigits).starts_with("年") ? kDigits + kHanBytes : 0;
}

/// Whether 和 or a mark of its kind stands at `at`.
bool joins(std::string_view words, std::size_t at) {
  static constexpr std::string_view kJoins[] = {"和", "与", "及", "、"};
  return std::any_of(std::begin(kJoins), std::end(kJoins),
                     [&](std::string_view join) { return words.substr(at).starts_with(join); });
}

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, std::size_t index, const Lexicon::Tables& tables)
      : context_(context), figure_(context.figures[index]), index_(index), tables_(tables) {
    clause_ = context.clause_of(figure_);
    left_begin_ = clause_.begin;
    if (index > 0 && context.figures[index - 1].clause == figure_.clause) {
      left_begin_ = context.figures[index - 1].span.end;
      // 26公里供水、117公里供热: what stands before the 、 belongs to the figure before.
      const std::string_view gap = context.between(left_begin_, figure_.span.begin);
      if (const std::size_t comma = text::find(gap, "、"); comma != gap.npos) {
        left_begin_ += static_cast<std::uint32_t>(comma + kHanBytes);
      }
    }
  }

  [[nodiscard]] std::optional<Span> find() const {
    if (auto paired = paired_name()) return by(Way::paired, paired);
    // 110千伏变电站: a capacity stands before what has it.
    const bool counted = figure_.kind == FigureKind::count || figure_.kind == FigureKind::age ||
                         figure_.kind == FigureKind::other;
    if (counted || figure_.role == Role::share) {
      if (auto after = noun_after(); after && !is_grammar(*after)) return by(Way::after, after);
    }
    const auto own = noun_before();
    if (own && !names_nothing(*own)) return by(Way::before, own);
    if (!counted && figure_.role != Role::change) {
      if (auto after = noun_after(); after && !is_grammar(*after)) return by(Way::after, after);
    }
    return previous_subject();
  }

 private:
  [[nodiscard]] std::optional<Span> noun_after() const;
  [[nodiscard]] std::optional<Span> noun_before() const;
  [[nodiscard]] std::optional<Span> previous_subject() const;
  [[nodiscard]] std::optional<Span> trimmed(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::string_view words_before_change(std::string_view left) const;
  [[nodiscard]] std::size_t phrase_begin(std::string_view left) const;
  [[nodiscard]] bool is_grammar(Span span) const;
  [[nodiscard]] bool names_nothing(Span span) const;
  struct Run {
    std::size_t first;
    std::size_t last;
  };
  [[nodiscard]] Run run() const;
  [[nodiscard]] std::optional<Span> paired_name() const;
  [[nodiscard]] std::vector<Span> names_in(Span list) const;
  [[nodiscard]] std::string_view words_before_likeness(std::string_view left) const;

  /// The subject, with a note on how it was found.
  [[nodiscard]] std::optional<Span> by(Way way, std::optional<Span> subject) const {
    context_.note(index_, &FigureTrace::subject, way, slice(context_.text, *subject));
    return subject;
  }

  const SentenceContext& context_;
  const Figure& figure_;
  std::size_t index_;
  const Lexicon::Tables& tables_;
  Span clause_;
  std::uint32_t left_begin_ = 0;
};

/// 到2025年, 自2010年以来: when, not what.
bool is_time(std::string_view words) {
  static constexpr text::CharacterSet kOfTime = {
      U"0123456789０１２３４５６７８９到自从至截以来底末初前后的年月日间期在止"};
  bool digit = false;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = code_point_at(words, at);
    if (!kOfTime.contains(c.value)) return false;
    digit |= text::is_digit(c.value);
    at += c.size;
  }
  return digit;
}

/// 和, 的, 到2025年: words that join, not names.
bool SubjectFinder::is_grammar(Span span) const {
  const std::string_view words = slice(context_.text, span);
  return tables_.empty_names.match_at(words, 0).size == words.size() || is_time(words);
}

/// 转移2.5万人: nothing but a verb, a word of grammar or a time stands before the number.
bool SubjectFinder::names_nothing(Span span) const {
  const std::string_view words = slice(context_.text, span);
  if (is_grammar(span)) return true;
  if (tables_.bare_heads.match_at(words, 0).size == words.size()) return true;
  if (tables_.nominal_verbs.match_before(words, words.size())) return false;
  const auto verb = tables_.verbs.match_before(words, words.size());
  return verb.size == words.size() || (verb.size > kHanBytes && noun_after().has_value());
}

/// 450名骨干教师, 94%的初中生: up to the next mark, verb or figure.
std::optional<Span> SubjectFinder::noun_after() const {
  std::uint32_t limit = clause_.end;
  if (index_ + 1 < context_.figures.size()) limit = std::min(limit, context_.figures[index_ + 1].span.begin);
  std::uint32_t begin = figure_.span.end;
  if (context_.text.compare(begin, kHanBytes, "的") == 0) begin += kHanBytes;
  const bool clause_first = bool{tables_.clause_heads.match_at(context_.text, begin)};
  std::uint32_t at = begin;
  while (at < limit) {
    const auto c = code_point_at(context_.text, at);
    if (is_phrase_end(c.value)) break;
    if (!clause_first && tables_.verbs.match_at(context_.text, at).size > kHanBytes) {
      const auto modifier = tables_.modifying_verbs.match_at(context_.text, at);
      if (at != begin || !modifier || !text::is_han(code_point_at(context_.text, at + modifier.size).value))
        break;
      at += modifier.size;
      continue;
    }
    at += c.size;
  }
  const std::string_view phrase = context_.between(begin, at);
  if (const std::size_t of = last_of_particle(phrase); of != phrase.npos) {
    // 新的患者 and 由学校参加的培训班 name the noun behind 的, 村的试点工作 the one before.
    const bool behind = clause_first || of <= kHanBytes;
    if (behind && of + kHanBytes < phrase.size())
      begin += static_cast<std::uint32_t>(of + kHanBytes);
    else if (!clause_first)
      at = begin + static_cast<std::uint32_t>(text::find(phrase, "的"));
  } else if (clause_first) {
    return std::nullopt;
  }
  const std::string_view named = context_.between(begin, at);
  if (const std::size_t and_more = text::find(named, "等"); and_more != named.npos && and_more > 0) {
    at = begin + static_cast<std::uint32_t>(and_more);
  }
  return trimmed(begin, at);
}

/// 造林205万亩，是“十二五”的1.8倍; 达到18.2亿，相当于10年前的1.8倍: what is compared stands before the verb.
std::string_view SubjectFinder::words_before_likeness(std::string_view left) const {
  if (!left.ends_with("的")) return left;
  const Cue likeness = context_.last_cue(left, tables_.likeness_cues);
  return likeness ? strip_trailing(left.substr(0, likeness.offset), tables_.subject_links) : left;
}

/// 旅游总收入同比增长 → 旅游总收入; 新增床位 stays whole.
std::string_view SubjectFinder::words_before_change(std::string_view left) const {
  const Cue verb = context_.last_cue(left, tables_.change_verbs, &tables_.change_masks);
  if (!verb || verb.end() != left.size()) return left;
  left = strip_trailing(left.substr(0, verb.offset), tables_.subject_links);
  if (const auto basis = context_.last_cue(left, tables_.basis_cues)) {
    left = strip_trailing(left.substr(0, basis.offset), tables_.subject_links);
  }
  // 浓度比2013年下降: so does a year.
  for (const std::string_view than : {"比", "较"}) {
    const std::size_t at = text::find_last(left, than);
    if (at != left.npos && text::is_digit(code_point_at(left, at + kHanBytes).value))
      left = left.substr(0, at);
  }
  // 增速高于全国1.8个百分点: what it is compared with names nothing.
  if (const std::size_t than = text::find_last(left, "比");
      than != left.npos && left.size() - than > kHanBytes && figure_.kind == FigureKind::points) {
    left = left.substr(0, than);
  }
  return left;
}

/// Where the noun phrase that ends `left` begins: behind the last verb that does not close it.
std::size_t SubjectFinder::phrase_begin(std::string_view left) const {
  std::size_t begin = 0;
  std::size_t last_verb = 0;
  WordIndex::Places places(
      context_.index, left,
      {&tables_.verbs, &tables_.change_masks, &tables_.compound_nouns, &tables_.phrase_breaks});
  while (places.next()) {
    const std::uint32_t verb = places.size_of(tables_.verbs);
    const std::uint32_t whole =
        std::max(places.size_of(tables_.change_masks), places.size_of(tables_.compound_nouns));
    const std::size_t end = places.offset() + verb;
    if (whole != 0 && whole >= verb) {
      places.pass(whole);
    } else if (verb > kHanBytes) {
      // 覆盖率, 服务业, 投资额: the verb is the first half of a noun.
      // So does a verb that is joined to a noun: 国土绿化和防沙治沙.
      const bool noun = tables_.noun_suffixes.match_at(left, end) || joins(left, end);
      if (end < left.size() && !noun) {
        last_verb = places.offset();
        begin = end;
      }
      places.pass(verb);
    } else if (const std::uint32_t mark = places.size_of(tables_.phrase_breaks)) {
      begin = last_verb = places.offset() + mark;
    }
  }
  // 捐款总额: a head that names nothing takes its verb along.
  if (tables_.bare_heads.match_at(left, begin).size == left.size() - begin) begin = last_verb;
  return begin;
}

/// 张贴各类标语, 婚检率达到, 发放…等宣传资料: the noun phrase that ends before the number.
std::optional<Span> SubjectFinder::noun_before() const {
  const std::string_view words = context_.between(left_begin_, figure_.span.begin);
  std::string_view left = strip_trailing(
      figure_.kind == FigureKind::multiple ? words_before_likeness(words) : without_time_behind(words),
      tables_.subject_links);
  if (figure_.role == Role::change) left = words_before_change(left);
  if (figure_.role == Role::share || figure_.role == Role::rate) {
    if (const std::size_t of = text::find_last(left, "占"); of != left.npos) {
      left = strip_trailing(left.substr(0, of), tables_.subject_links);
    }
  }
  std::size_t begin = phrase_begin(left);
  const std::string_view phrase = left.substr(begin);
  const std::size_t and_more = text::find_last(phrase, "等");
  if (and_more != phrase.npos && and_more + kHanBytes < phrase.size()) {
    begin += and_more + kHanBytes;
  }
  return trimmed(left_begin_ + static_cast<std::uint32_t>(begin),
                 left_begin_ + static_cast<std::uint32_t>(left.size()));
}

std::optional<Span> SubjectFinder::previous_subject() const {
  if (index_ > 0 && context_.figures[index_ - 1].subject) {
    return by(Way::figure, context_.figures[index_ - 1].subject);
  }
  const std::size_t first = std::max<std::size_t>(
      context_.sentence.first_clause, figure_.clause - std::min<std::size_t>(figure_.clause, kClausesBack));
  for (std::size_t clause = figure_.clause; clause > first; --clause) {
    const Span span = context_.outline.clauses[clause - 1];
    const auto words = trimmed(span.begin, span.end);
    if (!words) continue;
    const std::size_t begin = phrase_begin(slice(context_.text, *words));
    const auto found = trimmed(words->begin + static_cast<std::uint32_t>(begin), words->end);
    return by(Way::clause, found ? found : words);
  }
  return std::nullopt;
}

/// The nearest figures around this one with nothing but 、 or 和 between them.
SubjectFinder::Run SubjectFinder::run() const {
  const auto joined = [&](std::size_t left) {
    const Figure& a = context_.figures[left];
    const Figure& b = context_.figures[left + 1];
    return a.clause == b.clause && a.kind == b.kind && only_joins(context_.between(a.span.end, b.span.begin));
  };
  Run run{index_, index_ + 1};
  while (run.first > 0 && index_ - run.first < kLongestRun && joined(run.first - 1)) --run.first;
  while (run.last < context_.figures.size() && run.last - index_ < kLongestRun && joined(run.last - 1)) {
    ++run.last;
  }
  return run;
}

/// A、B分别为a、b: the first figure is of the first name. Empty where names and figures are not as many.
std::optional<Span> SubjectFinder::paired_name() const {
  static constexpr std::string_view kEach = "分别";
  const Run figures = run();
  const std::size_t count = figures.last - figures.first;
  if (count < 2 || count > kLongestRun) return std::nullopt;
  const std::uint32_t end = context_.figures[figures.first].span.begin;
  std::uint32_t begin = clause_.begin;
  if (figures.first > 0) begin = std::max(begin, context_.figures[figures.first - 1].span.end);
  const std::string_view words = context_.before(begin, end);
  begin = end - static_cast<std::uint32_t>(words.size());
  const std::size_t each = text::find_last(words, kEach);
  std::string_view left;
  if (each != words.npos) {
    left = strip_trailing(words.substr(0, each), tables_.subject_links);
  } else if (figure_.kind == FigureKind::multiple) {
    left = words_before_likeness(words);
  } else if (figure_.kind == FigureKind::percent) {
    left = words_before_change(strip_trailing(words, tables_.subject_links));
  } else {
    return std::nullopt;
  }
  const std::size_t place = index_ - figures.first;
  if (trimmed(begin, begin + static_cast<std::uint32_t>(left.size()))) {
    const auto names = names_in({begin, begin + static_cast<std::uint32_t>(left.size())});
    return names.size() == count ? std::optional<Span>(names[place]) : std::nullopt;
  }
  // 分别达到18.2亿和10.3亿，相当于10年前的1.8倍和2倍: as in the clause before.
  if (figures.first < count) return std::nullopt;
  return context_.figures[figures.first - count + place].subject;
}

/// The names of a list A、B和C; of the first, what stands behind its verb.
std::vector<Span> SubjectFinder::names_in(Span list) const {
  static constexpr std::string_view kSeparators[] = {"、", "以及", "和", "与", "及"};
  std::vector<Span> names;
  std::uint32_t begin = list.begin + static_cast<std::uint32_t>(phrase_begin(slice(context_.text, list)));
  for (std::uint32_t at = begin; at <= list.end;) {
    std::uint32_t separator = 0;
    for (const std::string_view word : kSeparators) {
      if (separator == 0 && context_.between(at, list.end).starts_with(word)) {
        separator = static_cast<std::uint32_t>(word.size());
      }
    }
    if (separator != 0 || at == list.end) {
      if (const auto name = trimmed(begin, at)) names.push_back(*name);
      begin = at + separator;
    }
    if (at == list.end) break;
    at += std::max(separator, code_point_at(context_.text, at).size);
  }
  return names;
}

/// Without stop words at its head and marks at either end; empty where nothing is left.
std::optional<Span> SubjectFinder::trimmed(std::uint32_t begin, std::uint32_t end) const {
  bool changed = true;
  while (begin < end && changed) {
    changed = false;
    const auto first = code_point_at(context_.text, begin);
    if (is_phrase_end(first.value)) {
      begin += first.size;
      changed = true;
    } else if (const std::uint32_t year = year_ahead(context_.between(begin, end)); year != 0) {
      begin += year;
      changed = true;
    } else if (const auto stop = tables_.stop_words.match_at(context_.text, begin);
               stop && begin + stop.size < end) {
      begin += stop.size;
      changed = true;
    }
  }
  while (begin < end) {
    const auto last = code_point_before(context_.text, end);
    if (!is_phrase_end(last.value) || last.value == U'）' || last.value == U')') break;
    end -= last.size;
  }
  if (begin >= end) return std::nullopt;
  if (end - begin > kLongestSubject) {
    begin = end - kLongestSubject;
    while ((static_cast<unsigned char>(context_.text[begin]) & 0xC0u) == 0x80u) ++begin;
  }
  return Span{begin, end};
}

}  // namespace

std::optional<Span> find_subject(const SentenceContext& context, std::size_t index,
                                 const Lexicon::Tables& tables) {
  return SubjectFinder(context, index, tables).find();
}

}  // namespace tallybook::figures
