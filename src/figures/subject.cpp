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

bool is_phrase_end(char32_t c) {
  static constexpr std::u32string_view kMarks = U"，。；：、！？,;:!?()（）[]【】…—\n\t";
  return c == 0 || text::is_space(c) || kMarks.find(c) != std::u32string_view::npos;
}

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, std::size_t index, const Lexicon::Tables& tables)
      : context_(context), figure_(context.figures[index]), index_(index), tables_(tables) {
    clause_ = context.clause_of(figure_);
    const bool same_clause = index > 0 && context.figures[index - 1].clause == figure_.clause;
    left_begin_ = same_clause ? context.figures[index - 1].span.end : clause_.begin;
  }

  std::optional<Span> find() const {
    const bool counted = figure_.kind == FigureKind::count || figure_.kind == FigureKind::age;
    if (figure_.role == Role::change) {
      if (counted) {
        if (auto after = noun_after()) return after;
      }
      if (auto own = noun_before()) return own;
      return previous_subject();
    }
    if (figure_.role == Role::share) {
      if (auto after = noun_after()) return after;
    }
    if (counted) {
      if (auto after = noun_after()) return after;
    }
    if (auto own = noun_before()) return own;
    if (!counted) {
      if (auto after = noun_after()) return after;
    }
    return previous_subject();
  }

 private:
  [[nodiscard]] std::optional<Span> noun_after() const;
  [[nodiscard]] std::optional<Span> noun_before() const;
  [[nodiscard]] std::optional<Span> previous_subject() const;
  [[nodiscard]] std::optional<Span> trimmed(std::uint32_t begin, std::uint32_t end) const;

  const SentenceContext& context_;
  const Figure& figure_;
  std::size_t index_;
  const Lexicon::Tables& tables_;
  Span clause_;
  std::uint32_t left_begin_ = 0;
};

/// 450名骨干教师, 94%的初中生: up to the next mark, verb or figure.
std::optional<Span> SubjectFinder::noun_after() const {
  std::uint32_t limit = clause_.end;
  if (index_ + 1 < context_.figures.size()) limit = std::min(limit, context_.figures[index_ + 1].span.begin);
  std::uint32_t begin = figure_.span.end;
  if (context_.text.compare(begin, 3, "的") == 0) begin += 3;
  std::uint32_t at = begin;
  while (at < limit) {
    const auto c = code_point_at(context_.text, at);
    if (is_phrase_end(c.value)) break;
    if (at > begin || figure_.kind != FigureKind::count) {
      const auto verb = tables_.verbs.match_at(context_.text, at);
      if (verb.size > 3) break;
    } else if (tables_.verbs.match_at(context_.text, at).size > 3) {
      return std::nullopt;
    }
    at += c.size;
  }
  std::string_view phrase = context_.between(begin, at);
  // 新的患者: the head stands behind the last 的.
  if (const std::size_t of = phrase.rfind("的"); of != std::string_view::npos) {
    if (of + 3 < phrase.size())
      begin += static_cast<std::uint32_t>(of + 3);
    else
      at = begin + static_cast<std::uint32_t>(of);
  }
  if (const std::size_t and_more = context_.between(begin, at).find("等");
      and_more != std::string_view::npos && and_more > 0) {
    at = begin + static_cast<std::uint32_t>(and_more);
  }
  return trimmed(begin, at);
}

/// 张贴各类标语, 婚检率达到, 发放…等宣传资料: the noun phrase that ends before the number.
std::optional<Span> SubjectFinder::noun_before() const {
  std::string_view left = context_.between(left_begin_, figure_.span.begin);
  left = strip_trailing(left, tables_.subject_links);
  if (figure_.role == Role::change) {
    if (const Cue verb = last_cue(left, tables_.change_verbs, &tables_.change_masks); verb) {
      const std::string_view object = left.substr(verb.end());
      left = object.empty() ? strip_trailing(left.substr(0, verb.offset), tables_.subject_links) : left;
    }
  }
  if (figure_.role == Role::share) {
    if (const std::size_t of = left.rfind("占"); of != std::string_view::npos) left = left.substr(0, of);
  }
  // The phrase begins behind the last verb that does not close it.
  std::size_t begin = 0;
  for (std::size_t at = 0; at < left.size();) {
    const auto verb = tables_.verbs.match_at(left, at);
    if (verb.size > 3 && at + verb.size < left.size()) {
      at += verb.size;
      begin = at;
      continue;
    }
    const auto c = code_point_at(left, at);
    if (is_phrase_end(c.value) && c.value != U'、' && c.value != U'（' && c.value != U'）' &&
        c.value != U'(' && c.value != U')')
      begin = at + c.size;
    at += verb.size > 3 ? verb.size : c.size;
  }
  const std::string_view phrase = left.substr(begin);
  if (const std::size_t and_more = phrase.rfind("等");
      and_more != std::string_view::npos && and_more + 3 < phrase.size()) {
    begin += and_more + 3;
  }
  return trimmed(left_begin_ + static_cast<std::uint32_t>(begin),
                 left_begin_ + static_cast<std::uint32_t>(left.size()));
}

std::optional<Span> SubjectFinder::previous_subject() const {
  if (index_ > 0 && context_.figures[index_ - 1].subject) return context_.figures[index_ - 1].subject;
  // The clause before: 新高中占地……，总数已达
  for (std::size_t clause = figure_.clause; clause > context_.sentence.first_clause; --clause) {
    const Span span = context_.outline.clauses[clause - 1];
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
    if (!is_phrase_end(last.value)) break;
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
