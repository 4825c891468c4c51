#include "figures/part_leads.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// A sentence that says 其中 more often than this is no prose.
constexpr std::size_t kMostLeads = 40;

/// 其中 anywhere; 包括 opens a list behind a comma or bracket, elsewhere (不含税, 包括但不限于) it is a verb.
void read_leads(const RelationContext& context, Span clause, std::uint32_t end,
                std::vector<PartLead>& leads) {
  const std::string_view words = slice(context.text, clause);
  const auto take = [&](std::size_t at, PartLead::Form form) {
    const auto cue = context.cues.part_leads.match_at(words, at);
    if (!cue) return;
    const auto begin = clause.begin + static_cast<std::uint32_t>(at);
    leads.push_back({{begin, begin + cue.size}, end, false, form});
  };
  if (!words.starts_with(kOfWhich)) take(0, PartLead::Form::including);
  for (const std::string_view bracket : {"（", "("}) {
    for (std::size_t at = words.find(bracket); at != words.npos; at = words.find(bracket, at + 1)) {
      const std::size_t inside = at + bracket.size();
      if (!words.substr(inside).starts_with(kOfWhich)) take(inside, PartLead::Form::including);
    }
  }
  for (std::size_t at = words.find(kOfWhich); at != words.npos; at = words.find(kOfWhich, at + 1)) {
    take(at, PartLead::Form::of_which);
  }
  std::sort(leads.begin(), leads.end(),
            [](const PartLead& a, const PartLead& b) { return a.words.begin < b.words.begin; });
}

/// A list ends with its bracket, 63家（其中省级30家）、…, or where the next list of the same rank begins.
void close_lists(const RelationContext& context, std::vector<PartLead>& leads) {
  for (std::size_t i = leads.size(); i-- > 0;) {
    PartLead& lead = leads[i];
    for (std::size_t next = i + 1; next < leads.size(); ++next) {
      if (leads[next].bracketed) continue;
      lead.end = leads[next].words.begin;
      break;
    }
    const auto before = text::code_point_before(context.text, lead.words.begin).value;
    if (before != U'（' && before != U'(') continue;
    const std::string_view inside = context.words(lead.words.end, lead.end);
    const std::size_t close = std::min(inside.find("）"), inside.find(')'));
    if (close == inside.npos) continue;
    lead.end = lead.words.end + static_cast<std::uint32_t>(close);
    lead.bracketed = true;
  }
}

}  // namespace

bool is_breakdown(const RelationContext& context, Span clause) {
  constexpr std::size_t kLongest = 60;
  std::string_view words = text::trim(slice(context.text, clause));
  if (words.size() > kLongest || words.empty()) return false;
  words.remove_suffix(text::code_point_before(words, words.size()).size);
  return context.cues.breakdown_heads.match_at(words, 0) &&
         context.cues.breakdown_tails.match_before(words, words.size());
}

std::vector<PartLead> part_leads(const RelationContext& context, std::uint32_t sentence) {
  const Sentence& read = context.outline.sentences[sentence];
  std::vector<PartLead> leads;
  for (std::uint32_t i = 0; i < read.clause_count; ++i) {
    const Span clause = context.outline.clauses[read.first_clause + i];
    if (is_breakdown(context, clause)) {
      leads.push_back({clause, read.span.end, false, PartLead::Form::breakdown});
      continue;
    }
    read_leads(context, clause, read.span.end, leads);
    if (leads.size() > kMostLeads) return {};
  }
  close_lists(context, leads);
  return leads;
}

}  // namespace tallybook::figures
