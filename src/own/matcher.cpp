#include "own/matcher.hpp"

#include <algorithm>
#include <tuple>

namespace tallybook::own {
namespace {

constexpr std::uint32_t kAnyCase = 0xFFFFFFFF;
/// Sorts behind every step of a rule.
constexpr std::uint32_t kException = 0xFFFFFFFF;

bool same_unit(const Hit& a, const Hit& b) {
  return a.rule == b.rule && a.unit == b.unit;
}

bool before(const Hit& a, const Hit& b) {
  return std::tie(a.rule, a.unit, a.step, a.span.begin, b.span.end, a.term) <
         std::tie(b.rule, b.unit, b.step, b.span.begin, a.span.end, b.term);
}

/// Appends what counts of the hits of one rule in one unit.
void settle(std::vector<Hit>::const_iterator first, std::vector<Hit>::const_iterator last,
            std::vector<Hit>& out) {
  const auto exceptions =
      std::partition_point(first, last, [](const Hit& hit) { return hit.step != kException; });
  auto exception = exceptions;
  std::uint32_t excepted_up_to = 0;
  std::uint32_t taken_up_to = 0;
  for (auto hit = first; hit != exceptions; ++hit) {
    if (hit == first || hit->step != std::prev(hit)->step) {
      exception = exceptions;
      excepted_up_to = taken_up_to = 0;
    }
    for (; exception != last && exception->span.begin <= hit->span.begin; ++exception) {
      excepted_up_to = std::max(excepted_up_to, exception->span.end);
    }
    if (hit->span.end <= excepted_up_to || hit->span.begin < taken_up_to) continue;
    taken_up_to = hit->span.end;
    out.push_back(*hit);
  }
}

std::vector<Hit> settled(std::vector<Hit> hits) {
  std::sort(hits.begin(), hits.end(), before);
  std::vector<Hit> out;
  for (auto first = hits.cbegin(); first != hits.cend();) {
    const auto last =
        std::find_if(first, hits.cend(), [&](const Hit& hit) { return !same_unit(hit, *first); });
    settle(first, last, out);
    first = last;
  }
  return out;
}

}  // namespace

void Matcher::add_word(const std::string& word, bool ignore_case, Entry entry) {
  entry.size = static_cast<std::uint32_t>(word.size());
  entry.exact = kAnyCase;
  const bool has_letters = std::any_of(
      word.begin(), word.end(), [](char c) { return text::is_ascii_letter(static_cast<unsigned char>(c)); });
  if (!ignore_case && has_letters) {
    entry.exact = static_cast<std::uint32_t>(exact_.size());
    exact_.push_back(word);
  }
  words_.add(word, static_cast<WordTrie::Id>(entries_.size()));
  entries_.push_back(entry);
}

void Matcher::add(std::uint32_t number, const OwnRule& rule, const std::vector<Pattern>& patterns) {
  auto pattern = patterns.begin();
  for (std::uint32_t step = 0; step < rule.steps.size(); ++step) {
    const std::vector<Term>& terms = rule.steps[step].terms;
    for (std::uint32_t term = 0; term < terms.size(); ++term) {
      const Entry entry{number, step, term, 0, kAnyCase};
      if (!terms[term].pattern) {
        add_word(terms[term].text, rule.ignore_case, entry);
        continue;
      }
      filter_.add(*pattern);
      patterns_.push_back(*pattern++);
      pattern_entries_.push_back(static_cast<std::uint32_t>(entries_.size()));
      entries_.push_back(entry);
    }
  }
  for (const Term& word : rule.exceptions) {
    add_word(word.text, rule.ignore_case, {number, kException, 0, 0, kAnyCase});
  }
}

void Matcher::compile() {
  filter_.compile();
}

/// One pass over the pieces of a scope.
class Matcher::Search {
 public:
  Search(const Matcher& matcher, std::string_view text, const std::vector<bool>& wanted, std::size_t most)
      : matcher_(matcher), text_(text), wanted_(wanted), most_(most), counts_(wanted.size()) {}

  void look_at(const Piece& piece) {
    find_words(piece);
    find_patterns(piece);
  }

  [[nodiscard]] std::vector<Hit> hits() && { return std::move(hits_); }

 private:
  /// An exception that is left out would make a finding, so they have no limit.
  bool full(const Entry& entry) { return entry.step != kException && ++counts_[entry.rule] > most_; }

  void add(const Entry& entry, const Piece& piece, std::size_t begin, std::size_t end) {
    hits_.push_back({entry.rule,
                     piece.unit,
                     entry.step,
                     entry.term,
                     {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  void find_words(const Piece& piece) {
    const std::string_view part = text_.substr(0, piece.span.end);
    for (std::size_t at = piece.span.begin; at < part.size(); at += text::size_at(part, at)) {
      matcher_.words_.find_at(part, at, [&](WordTrie::Id id, std::size_t end) {
        const Entry& entry = matcher_.entries_[id];
        if (entry.exact != kAnyCase && part.substr(at, end - at) != matcher_.exact_[entry.exact]) return;
        if (wanted_[entry.rule] && !full(entry)) add(entry, piece, at, end);
      });
    }
  }

  void find_patterns(const Piece& piece) {
    const std::string_view part = slice(text_, piece.span);
    matcher_.filter_.matching(part, matching_);
    for (const int index : matching_) {
      const auto i = static_cast<std::size_t>(index);
      const Entry& entry = matcher_.entries_[matcher_.pattern_entries_[i]];
      if (wanted_[entry.rule]) find_all(matcher_.patterns_[i], entry, piece, part);
    }
  }

  void find_all(const Pattern& pattern, const Entry& entry, const Piece& piece, std::string_view part) {
    for (std::size_t at = 0; at < part.size();) {
      const std::string_view match = pattern.find(part, at);
      const auto begin = static_cast<std::size_t>(match.data() - part.data());
      if (begin == part.size()) return;
      if (match.empty()) {
        at = begin + text::size_at(part, begin);
        continue;
      }
      if (full(entry)) return;
      at = begin + match.size();
      add(entry, piece, piece.span.begin + begin, piece.span.begin + at);
    }
  }

  const Matcher& matcher_;
  std::string_view text_;
  const std::vector<bool>& wanted_;
  std::size_t most_;
  std::vector<std::size_t> counts_;  ///< hits by rule
  std::vector<int> matching_;
  std::vector<Hit> hits_;
};

std::vector<Hit> Matcher::find(std::string_view text, const ScopeText& scope, const std::vector<bool>& wanted,
                               std::size_t most) const {
  Search search(*this, text, wanted, most);
  for (const Piece& piece : scope.pieces) search.look_at(piece);
  return settled(std::move(search).hits());
}

}  // namespace tallybook::own
