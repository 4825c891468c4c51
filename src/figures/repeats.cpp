// One figure told twice: a heading and the text under it.
#include <algorithm>

#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// Two descriptions speak of one thing when this share of the shorter one's characters is in both.
constexpr std::size_t kAlikePercent = 60;

std::vector<char32_t> han_of(std::string_view words) {
  std::vector<char32_t> characters;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = text::code_point_at(words, at);
    if (text::is_han(c.value)) characters.push_back(c.value);
    at += c.size;
  }
  std::sort(characters.begin(), characters.end());
  return characters;
}

bool alike(std::string_view a, std::string_view b) {
  const auto left = han_of(a);
  const auto right = han_of(b);
  std::vector<char32_t> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  const std::size_t shorter = std::min(left.size(), right.size());
  return shorter >= 2 && shared.size() * 100 >= kAlikePercent * shorter;
}

class RepeatFinder {
 public:
  RepeatFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void find() {
    for (std::uint32_t i = 0; i < context_.figures.size(); ++i) {
      const Figure& figure = context_.figures[i];
      const Section& section = context_.outline.sections[figure.section];
      // A heading that runs on into its text is too easily a sentence of that text.
      const bool in_heading = figure.section != 0 && section.heading.contains(figure.span) && !section.run_on;
      if (in_heading && figure.role == Role::level) compare_with_body(i, section);
    }
  }

 private:
  void compare_with_body(std::uint32_t heading, const Section& section);
  [[nodiscard]] bool comparable(std::uint32_t heading, std::uint32_t body) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

bool RepeatFinder::comparable(std::uint32_t heading, std::uint32_t body) const {
  const Figure& a = context_.figures[heading];
  const Figure& b = context_.figures[body];
  if (a.kind != b.kind || a.unit != b.unit || a.role != b.role) return false;
  if (!a.subject || !b.subject) return false;
  return alike(slice(context_.text, *a.subject), slice(context_.text, *b.subject));
}

/// Only a body with a single figure of that kind can contradict the heading; where it has several, one
/// that agrees is enough.
void RepeatFinder::compare_with_body(std::uint32_t heading, const Section& section) {
  std::vector<std::uint32_t> same_unit;
  for (std::uint32_t i = heading + 1; i < context_.figures.size(); ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.span.begin >= section.span.end) break;
    if (section.heading.contains(figure.span)) continue;
    if (figure.unit == context_.figures[heading].unit && figure.role == context_.figures[heading].role) {
      same_unit.push_back(i);
    }
  }
  const auto stated = context_.interval(heading);
  if (!stated) return;
  const auto agreeing = std::find_if(same_unit.begin(), same_unit.end(), [&](std::uint32_t i) {
    const auto interval = context_.interval(i);
    return interval && interval->overlaps(*stated) && comparable(heading, i);
  });
  Relation relation;
  relation.kind = RelationKind::same_as;
  if (agreeing != same_unit.end()) {
    relation.terms = {{heading, TermRole::same}, {*agreeing, TermRole::same}};
    relation.verdict = Verdict::pass;
    relation.arithmetic =
        context_.figures[heading].value.to_string() + " = " + context_.figures[*agreeing].value.to_string();
  } else {
    // The total comes first; its parts (其中) follow with the same unit.
    const auto first = std::find_if(same_unit.begin(), same_unit.end(),
                                    [&](std::uint32_t i) { return comparable(heading, i); });
    if (first == same_unit.end() || first != same_unit.begin()) return;
    const bool others = std::any_of(first + 1, same_unit.end(), [&](std::uint32_t i) {
      return context_.figures[i].value > context_.figures[*first].value || comparable(heading, i);
    });
    const auto interval = context_.interval(*first);
    relation.terms = {{heading, TermRole::same}, {*first, TermRole::same}};
    relation.verdict = others || !interval ? Verdict::not_checkable : Verdict::fail;
    relation.reason = others ? Reason::not_comparable : interval ? Reason::none : Reason::approximate;
    relation.arithmetic = std::string(slice(context_.text, context_.figures[heading].span)) + " ≠ " +
                          std::string(slice(context_.text, context_.figures[*first].span));
  }
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_repeats(const RelationContext& context, std::vector<Relation>& relations) {
  RepeatFinder(context, relations).find();
}

}  // namespace tallybook::figures
