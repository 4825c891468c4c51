#include "figures/subject.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;
using text::code_point_before;

/// Longer noun phrases than this (24 characters) are clauses in truth.
constexpr std::uint32_t kLongestSubject = 72;
constexpr std::size_t kHanBytes = 3;

bool is_phrase_end(char32_t c) {
  static constexpr std::u32string_view kMarks = U"，。；：、！？,;:!?()（）[]【】…—\n\t";
  return c == 0 || text::is_space(c) || kMarks.find(c) != std::u32string_view::npos;
}

/// Marks that a noun phrase may run over: A、B, 村（社区）.
bool is_inner_mark(char32_t c) {
  static constexpr std::u32string_view kMarks = U"、（）()";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// The last 的 that is a particle, not half of 目的 or 的确.
std::size_t last_of_particle(std::string_view phrase) {
  std::size_t at = phrase.rfind("的");
  while (at != phrase.npos && at > 0 && phrase.substr(0, at).ends_with("目")) at = phrase.rfind("的", at - 1);
  return at;
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
      if (const std::size_t comma = gap.find("、"); comma != gap.npos) {
        left_begin_ += static_cast<std::uint32_t>(comma + kHanBytes);
      }
    }
  }

  [[nodiscard]] std::optional<Span> find() const {
    const bool counted = figure_.kind == FigureKind::count || figure_.kind == FigureKind::age;
    if (counted || figure_.role == Role::share) {
      if (auto after = noun_after()) return after;
    }
    const auto own = noun_before();
    if (own && !is_bare_verb(*own)) return own;
    if (!counted && figure_.role != Role::change) {
      if (auto after = noun_after()) return after;
    }
    if (auto before = previous_subject()) return before;
    return own;
  }

 private:
  [[nodiscard]] std::optional<Span> noun_after() const;
  [[nodiscard]] std::optional<Span> noun_before() const;
  [[nodiscard]] std::optional<Span> previous_subject() const;
  [[nodiscard]] std::optional<Span> trimmed(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::string_view words_before_change(std::string_view left) const;
  [[nodiscard]] std::size_t phrase_begin(std::string_view left) const;
  [[nodiscard]] bool is_bare_verb(Span span) const;

  const SentenceContext& context_;
  const Figure& figure_;
  std::size_t index_;
  const Lexicon::Tables& tables_;
  Span clause_;
  std::uint32_t left_begin_ = 0;
};

/// 转移2.5万人: nothing but a verb stands before the number.
bool SubjectFinder::is_bare_verb(Span span) const {
  const std::string_view words = slice(context_.text, span);
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
    if (!clause_first && tables_.verbs.match_at(context_.text, at).size > kHanBytes) break;
    at += c.size;
  }
  const std::string_view phrase = context_.between(begin, at);
  if (const std::size_t of = last_of_particle(phrase); of != phrase.npos) {
    // 新的患者 and 由学校参加的培训班 name the noun behind 的, 村的试点工作 the one before.
    const bool behind = clause_first || of <= kHanBytes;
    if (behind && of + kHanBytes < phrase.size())
      begin += static_cast<std::uint32_t>(of + kHanBytes);
    else if (!clause_first)
      at = begin + static_cast<std::uint32_t>(phrase.find("的"));
  } else if (clause_first) {
    return std::nullopt;
  }
  const std::string_view named = context_.between(begin, at);
  if (const std::size_t and_more = named.find("等"); and_more != named.npos && and_more > 0) {
    at = begin + static_cast<std::uint32_t>(and_more);
  }
  return trimmed(begin, at);
}

/// 旅游总收入同比增长 → 旅游总收入; 新增床位 stays whole.
std::string_view SubjectFinder::words_before_change(std::string_view left) const {
  const Cue verb = last_cue(left, tables_.change_verbs, &tables_.change_masks);
  if (!verb || verb.end() != left.size()) return left;
  left = strip_trailing(left.substr(0, verb.offset), tables_.subject_links);
  if (const auto basis = last_cue(left, tables_.basis_cues)) {
    left = strip_trailing(left.substr(0, basis.offset), tables_.subject_links);
  }
  // 浓度比2013年下降: so does a year.
  for (const std::string_view than : {"比", "较"}) {
    const std::size_t at = left.rfind(than);
    if (at != left.npos && text::is_digit(code_point_at(left, at + kHanBytes).value))
      left = left.substr(0, at);
  }
  // 增速高于全国1.8个百分点: what it is compared with names nothing.
  if (const std::size_t than = left.rfind("比");
      than != left.npos && left.size() - than > kHanBytes && figure_.kind == FigureKind::points) {
    left = left.substr(0, than);
  }
  return left;
}

/// Where the noun phrase that ends `left` begins: behind the last verb that does not close it.
std::size_t SubjectFinder::phrase_begin(std::string_view left) const {
  std::size_t begin = 0;
  std::size_t last_verb = 0;
  for (std::size_t at = 0; at < left.size();) {
    const auto mask = tables_.change_masks.match_at(left, at);
    const auto noun_here = tables_.compound_nouns.match_at(left, at);
    const auto verb = tables_.verbs.match_at(left, at);
    if (const auto whole = std::max(mask.size, noun_here.size); whole != 0 && whole >= verb.size) {
      at += whole;
    } else if (verb.size > kHanBytes) {
      // 覆盖率, 服务业, 投资额: the verb is the first half of a noun.
      const bool noun = bool{tables_.noun_suffixes.match_at(left, at + verb.size)};
      if (at + verb.size < left.size() && !noun) {
        last_verb = at;
        begin = at + verb.size;
      }
      at += verb.size;
    } else {
      const auto c = code_point_at(left, at);
      at += c.size;
      if (is_phrase_end(c.value) && !is_inner_mark(c.value)) begin = last_verb = at;
    }
  }
  // 捐款总额: a head that names nothing takes its verb along.
  if (tables_.bare_heads.match_at(left, begin).size == left.size() - begin) begin = last_verb;
  return begin;
}

/// 张贴各类标语, 婚检率达到, 发放…等宣传资料: the noun phrase that ends before the number.
std::optional<Span> SubjectFinder::noun_before() const {
  std::string_view left =
      strip_trailing(context_.between(left_begin_, figure_.span.begin), tables_.subject_links);
  if (figure_.role == Role::change) left = words_before_change(left);
  if (figure_.role == Role::share || figure_.role == Role::rate) {
    if (const std::size_t of = left.rfind("占"); of != left.npos) {
      left = strip_trailing(left.substr(0, of), tables_.subject_links);
    }
  }
  std::size_t begin = phrase_begin(left);
  const std::string_view phrase = left.substr(begin);
  const std::size_t and_more = phrase.rfind("等");
  if (and_more != phrase.npos && and_more + kHanBytes < phrase.size()) {
    begin += and_more + kHanBytes;
  }
  return trimmed(left_begin_ + static_cast<std::uint32_t>(begin),
                 left_begin_ + static_cast<std::uint32_t>(left.size()));
}

std::optional<Span> SubjectFinder::previous_subject() const {
  if (index_ > 0 && context_.figures[index_ - 1].subject) return context_.figures[index_ - 1].subject;
  for (std::size_t clause = figure_.clause; clause > context_.sentence.first_clause; --clause) {
    const Span span = context_.outline.clauses[clause - 1];
    const std::string_view words = slice(context_.text, span);
    const std::size_t begin = phrase_begin(words.substr(0, words.find_last_not_of(",;:") + 1));
    if (auto found = trimmed(span.begin + static_cast<std::uint32_t>(begin), span.end)) return found;
    if (auto found = trimmed(span.begin, span.end)) return found;
  }
  return std::nullopt;
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
