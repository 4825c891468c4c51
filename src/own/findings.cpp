#include "own/findings.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::own {
namespace {

Message title_of_fix(const std::string& instead) {
  if (instead.empty()) return {"删去", "leave it out"};
  return {"改为“" + instead + "”", "write “" + instead + "”"};
}

std::vector<Remark> existing(const RuleHits& found) {
  std::vector<Remark> remarks;
  for (const Hit& hit : found.hits) {
    remarks.push_back({hit.span, message_of(found.rule.rule, {{"match", quoted(found.text, hit.span)}})});
  }
  return remarks;
}

/// What may stand instead of what was found.
std::vector<std::string> instead_of(const RuleHits& found, const Hit& hit) {
  std::vector<std::string> choices = found.rule.rule.instead[hit.term];
  if (const Pattern* pattern = found.rule.pattern_of(hit.term)) {
    // The hit's own piece: what stands around it may decide what its groups are.
    const auto piece =
        std::find_if(found.scope.pieces.begin(), found.scope.pieces.end(),
                     [&](const Piece& p) { return p.unit == hit.unit && p.span.contains(hit.span); });
    if (piece == found.scope.pieces.end()) return choices;
    for (std::string& choice : choices) {
      choice = pattern->rewritten(slice(found.text, piece->span), hit.span.begin - piece->span.begin, choice);
    }
  }
  return choices;
}

/// Whether what was found is part of what should stand: 县府办 in 县府办公室, 3号令 in 第3号令.
bool stands_already(std::string_view text, Span found, std::string_view wanted) {
  const std::string_view words = slice(text, found);
  for (std::size_t at = wanted.find(words); at != std::string_view::npos; at = wanted.find(words, at + 1)) {
    if (at <= found.begin && text.substr(found.begin - at).starts_with(wanted)) return true;
  }
  return false;
}

std::vector<Remark> substituted(const RuleHits& found) {
  std::vector<Remark> remarks;
  for (const Hit& hit : found.hits) {
    const std::vector<std::string> choices = instead_of(found, hit);
    const bool right = std::any_of(choices.begin(), choices.end(), [&](const std::string& choice) {
      return stands_already(found.text, hit.span, choice);
    });
    if (right) continue;
    Remark remark{hit.span,
                  message_of(found.rule.rule, {{"match", quoted(found.text, hit.span)},
                                               {"instead", fmt::format("{}", fmt::join(choices, "／"))}})};
    if (found.rule.rule.fix && choices.size() == 1) {
      remark.fix = Fix{title_of_fix(choices.front()), {{hit.span, choices.front()}}};
    }
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

Remark counted(const RuleHits& found, Span span, std::size_t count, std::uint32_t limit) {
  return {span,
          message_of(found.rule.rule, {{"count", std::to_string(count)}, {"limit", std::to_string(limit)}})};
}

std::vector<Remark> too_many(const RuleHits& found) {
  std::vector<Remark> remarks;
  const std::uint32_t most = *found.rule.rule.most;
  for_each_unit(found.hits, [&](std::span<const Hit> hits) {
    if (hits.size() <= most) return;
    Remark remark = counted(found, hits[most].span, hits.size(), most);
    if (most > 0) remark.related.push_back({hits.front().span, {"第一处", "the first"}});
    remarks.push_back(std::move(remark));
  });
  return remarks;
}

std::vector<Remark> too_few(const RuleHits& found) {
  std::vector<std::uint32_t> counts(found.scope.units.size());
  for (const Hit& hit : found.hits) ++counts[hit.unit];
  std::vector<Remark> remarks;
  for (std::size_t unit = 0; unit < counts.size(); ++unit) {
    if (counts[unit] >= *found.rule.rule.least) continue;
    remarks.push_back(counted(found, found.scope.units[unit], counts[unit], *found.rule.rule.least));
  }
  return remarks;
}

std::vector<Remark> occurring(const RuleHits& found) {
  std::vector<Remark> remarks;
  if (found.rule.rule.most) remarks = too_many(found);
  if (found.rule.rule.least) {
    for (Remark& remark : too_few(found)) remarks.push_back(std::move(remark));
  }
  return remarks;
}

/// The two spellings of one pair within a unit: the terms 2n and 2n + 1.
struct Spellings {
  std::vector<const Hit*> hits[2];
};

void contrast(const RuleHits& found, const Spellings& pair, std::vector<Remark>& remarks) {
  const auto& [first, second] = pair.hits;
  if (first.empty() || second.empty()) return;
  // The rarer spelling is the odd one; of two as frequent, the one that came later.
  const bool first_is_odd = first.size() != second.size()
                                ? first.size() < second.size()
                                : second.front()->span.begin < first.front()->span.begin;
  const auto& odd = first_is_odd ? first : second;
  const auto& usual = first_is_odd ? second : first;
  for (const Hit* hit : odd) {
    const std::string other = quoted(found.text, usual.front()->span);
    remarks.push_back(
        {hit->span,
         message_of(found.rule.rule, {{"match", quoted(found.text, hit->span)}, {"other", other}}),
         {{usual.front()->span, {"此处写作“" + other + "”", "“" + other + "” here"}}}});
  }
}

std::vector<Remark> inconsistent(const RuleHits& found) {
  std::vector<Remark> remarks;
  for_each_unit(found.hits, [&](std::span<const Hit> hits) {
    std::vector<Spellings> pairs(found.rule.rule.steps.front().terms.size() / 2);
    for (const Hit& hit : hits) pairs[hit.term / 2].hits[hit.term % 2].push_back(&hit);
    for (const Spellings& pair : pairs) contrast(found, pair, remarks);
  });
  return remarks;
}

}  // namespace

Message message_of(const OwnRule& rule, Values values) {
  return {filled(rule.message.zh, values), filled(rule.message.en, values)};
}

std::string quoted(std::string_view text, Span span) {
  constexpr std::size_t kLongest = 120;
  const std::string_view words = slice(text, span);
  const std::string_view opening = text::opening_of(words, kLongest);
  std::string quote(opening);
  if (opening.size() < words.size()) quote += "……";
  return quote;
}

std::vector<Remark> remarks_of(const RuleHits& found) {
  switch (found.rule.rule.kind) {
    case Kind::existence:
      return existing(found);
    case Kind::substitution:
      return substituted(found);
    case Kind::occurrence:
      return occurring(found);
    case Kind::consistency:
      return inconsistent(found);
    case Kind::sequence:
      return sequences_of(found);
  }
  return {};
}

}  // namespace tallybook::own
