// One figure told twice: a heading or title line and the text under it, and words that come back.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// Two descriptions speak of one thing when this share of the shorter one's characters is in both.
constexpr std::size_t kAlikePercent = 60;
/// 近12万 may be 118791, and not 90000.
constexpr int kNearPercent = 10;
/// A title speaks of the text up to the next title, and of no more than so many figures.
constexpr std::uint32_t kMostBodyFigures = 200;
/// So many equal words beside two equal numbers are no chance: six characters.
constexpr std::size_t kTellingWords = 18;

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

/// 美国单日新增确诊病例 holds every character of 美单日新增, and there are enough of them to tell.
bool holds_all(std::string_view words, std::string_view characters) {
  constexpr std::size_t kTelling = 4;
  const auto all = han_of(words);
  const auto wanted = han_of(characters);
  return wanted.size() >= kTelling && std::includes(all.begin(), all.end(), wanted.begin(), wanted.end());
}

/// The digits without zeros at the end: 2844 for 28440000.
std::int64_t significant_digits(Decimal value) {
  std::int64_t digits = value.coefficient();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits;
}

/// The part of a report that a title or heading speaks of.
struct Titled {
  Span title;
  std::uint32_t body_end = 0;
  bool heading = false;
};

class RepeatFinder {
 public:
  RepeatFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void find() {
    for (const Titled& titled : titles()) read_title(titled);
    read_recurring_words();
    read_recurring_subjects();
  }

 private:
  [[nodiscard]] std::vector<Titled> titles() const;
  [[nodiscard]] bool is_title_line(std::uint32_t sentence) const;
  void read_title(const Titled& titled);
  void compare_with_body(std::uint32_t title, const Titled& titled);
  void read_recurring_words();
  void read_recurring_subjects();

  [[nodiscard]] bool same_measure(std::uint32_t title, std::uint32_t body) const;
  [[nodiscard]] bool agree(std::uint32_t title, std::uint32_t body) const;
  [[nodiscard]] bool shortens(std::uint32_t title, std::uint32_t body) const;
  [[nodiscard]] bool telling(std::uint32_t title, std::uint32_t body) const;
  [[nodiscard]] bool same_thing(std::uint32_t title, std::uint32_t body) const;
  [[nodiscard]] bool may_contradict(std::uint32_t title, std::uint32_t body, const Titled& titled) const;
  [[nodiscard]] bool same_words_behind(std::uint32_t a, std::uint32_t b) const;
  void add(std::uint32_t a, std::uint32_t b, Verdict verdict, Reason reason);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// A line of its own without a full stop: the headline of a piece of news.
bool RepeatFinder::is_title_line(std::uint32_t sentence) const {
  constexpr std::uint32_t kLongest = 150;
  const auto& sentences = context_.outline.sentences;
  const Sentence& here = sentences[sentence];
  if (here.span.size() > kLongest || sentence + 1 >= sentences.size()) return false;
  if (context_.blocks[here.block].kind == BlockKind::table_cell) return false;
  if (sentences[sentence + 1].block == here.block) return false;
  if (sentence > 0 && sentences[sentence - 1].block == here.block) return false;
  const std::string_view words = text::trim(slice(context_.text, here.span));
  const auto last = text::code_point_before(words, words.size()).value;
  static constexpr std::u32string_view kStops = U"。！？；：，、.!?;:,|";
  return kStops.find(last) == kStops.npos && words.find('|') == words.npos;
}

std::vector<Titled> RepeatFinder::titles() const {
  std::vector<Titled> titles;
  for (std::uint32_t i = 1; i < context_.outline.sections.size(); ++i) {
    const Section& section = context_.outline.sections[i];
    // A heading that runs on into its text is too easily a sentence of that text.
    if (!section.run_on) titles.push_back({section.heading, section.span.end, true});
  }
  const auto& sentences = context_.outline.sentences;
  std::uint32_t end = sentences.empty() ? 0 : sentences.back().span.end;
  for (std::uint32_t i = static_cast<std::uint32_t>(sentences.size()); i-- > 0;) {
    if (!is_title_line(i)) continue;
    const Section& section = context_.outline.sections[sentences[i].section];
    const bool is_heading = sentences[i].section != 0 && section.heading.overlaps(sentences[i].span);
    if (!is_heading) titles.push_back({sentences[i].span, std::min(end, section.span.end), false});
    end = sentences[i].span.begin;
  }
  return titles;
}

void RepeatFinder::read_title(const Titled& titled) {
  const auto first =
      std::lower_bound(context_.figures.begin(), context_.figures.end(), titled.title.begin,
                       [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  for (auto figure = first; figure != context_.figures.end() && figure->span.end <= titled.title.end;
       ++figure) {
    if (titled.heading && figure->role != Role::level) continue;
    compare_with_body(static_cast<std::uint32_t>(figure - context_.figures.begin()), titled);
  }
}

/// A headline drops measure words: 新增近12万, 新增118791例; 降成本超1800亿, 1840亿元.
bool RepeatFinder::same_measure(std::uint32_t title, std::uint32_t body) const {
  const Figure& a = context_.figures[title];
  const Figure& b = context_.figures[body];
  if (a.unit.empty() && a.kind == FigureKind::count) {
    return b.kind == FigureKind::count || b.kind == FigureKind::money;
  }
  return a.kind == b.kind && (a.unit == b.unit || a.unit.empty() || b.unit.empty());
}

/// 2844万 for 28441986, 22% for 22.16%: rounded or cut off to the digits that the headline has.
bool RepeatFinder::shortens(std::uint32_t title, std::uint32_t body) const {
  const Figure& a = context_.figures[title];
  const Figure& b = context_.figures[body];
  if (a.high || b.high) return false;
  const auto distance = a.value.minus(b.value);
  const Decimal place = lowest_place(a.value);
  return distance && *distance < place && distance->negated() < place;
}

bool RepeatFinder::agree(std::uint32_t title, std::uint32_t body) const {
  const Figure& a = context_.figures[title];
  const Figure& b = context_.figures[body];
  if (a.high || b.high) return a.high && b.high && a.value == b.value && *a.high == *b.high;
  if (a.value == b.value) return true;
  const bool in_bound = a.bound == Bound::over    ? a.value <= b.value
                        : a.bound == Bound::under ? a.value >= b.value
                                                  : true;
  if (shortens(title, body)) return in_bound;
  const auto stated = context_.interval(title);
  const auto told = context_.interval(body);
  if (stated && told) return stated->overlaps(*told);
  return a.bound != b.bound && in_bound && within_percent(a.value, b.value, kNearPercent);
}

/// Whether equal digits alone are proof enough: with the measure unit, or with three digits or more.
bool RepeatFinder::telling(std::uint32_t title, std::uint32_t body) const {
  constexpr std::int64_t kTwoDigits = 10;
  constexpr std::int64_t kThreeDigits = 100;
  const Figure& a = context_.figures[title];
  if (!shortens(title, body)) return false;
  const std::int64_t digits = significant_digits(a.value);
  if (a.unit.empty()) return digits >= kThreeDigits;
  return a.value == context_.figures[body].value || digits >= kTwoDigits;
}

bool RepeatFinder::same_thing(std::uint32_t title, std::uint32_t body) const {
  const Figure& a = context_.figures[title];
  const Figure& b = context_.figures[body];
  const bool same_subject =
      a.subject && b.subject && alike(slice(context_.text, *a.subject), slice(context_.text, *b.subject));
  return same_subject || holds_all(context_.near_words(body), context_.near_words(title));
}

/// Only a body with a single figure of that kind can contradict the heading; where it has several, one
/// that agrees is enough.
void RepeatFinder::compare_with_body(std::uint32_t title, const Titled& titled) {
  std::vector<std::uint32_t> measured;
  for (std::uint32_t i = title + 1; i < context_.figures.size() && i - title < kMostBodyFigures; ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.span.begin >= titled.body_end) break;
    if (!titled.title.contains(figure.span) && same_measure(title, i)) measured.push_back(i);
  }
  const auto agreeing = std::find_if(measured.begin(), measured.end(), [&](std::uint32_t i) {
    return agree(title, i) && ((!titled.heading && telling(title, i)) || same_thing(title, i));
  });
  if (agreeing != measured.end()) {
    add(title, *agreeing, Verdict::pass, Reason::none);
    return;
  }
  // The total comes first; its parts (其中) follow with the same unit.
  const auto of_role = [&](std::uint32_t i) {
    return context_.figures[i].role == context_.figures[title].role &&
           context_.figures[i].unit == context_.figures[title].unit;
  };
  measured.erase(std::remove_if(measured.begin(), measured.end(), [&](auto i) { return !of_role(i); }),
                 measured.end());
  if (measured.empty() || !same_thing(title, measured.front()) || !context_.interval(title)) return;
  const std::uint32_t first = measured.front();
  const bool others = std::any_of(measured.begin() + 1, measured.end(), [&](std::uint32_t i) {
    return context_.figures[i].value > context_.figures[first].value || same_thing(title, i);
  });
  if (others || !may_contradict(title, first, titled)) {
    add(title, first, Verdict::not_checkable, Reason::not_comparable);
  } else if (!context_.interval(first)) {
    add(title, first, Verdict::not_checkable, Reason::approximate);
  } else {
    add(title, first, Verdict::fail, Reason::none);
  }
}

/// A headline is shortened: 880亿 for 882亿, and what it counts may be told further down. It is
/// contradicted by the first sentence under it alone, and not by small numbers.
bool RepeatFinder::may_contradict(std::uint32_t title, std::uint32_t body, const Titled& titled) const {
  const Figure& a = context_.figures[title];
  const Figure& b = context_.figures[body];
  if (shortens(title, body)) return false;
  return titled.heading || (b.sentence == a.sentence + 1 && Decimal{10} <= a.value && Decimal{10} <= b.value);
}

/// Six equal characters stand behind both numbers.
bool RepeatFinder::same_words_behind(std::uint32_t a, std::uint32_t b) const {
  const std::uint32_t left = context_.figures[a].span.end;
  const std::uint32_t right = context_.figures[b].span.end;
  std::size_t same = 0;
  while (same < kTellingWords) {
    const auto x = text::code_point_at(context_.text, left + same);
    const auto y = text::code_point_at(context_.text, right + same);
    if (x.value != y.value || !text::is_han(x.value)) return false;
    same += x.size;
  }
  return true;
}

/// 对20个新农村建设试点村…; 这20个新农村建设试点村…. Two values with one name are of two places or periods
/// more often than not, so only agreement is noted.
void RepeatFinder::read_recurring_words() {
  constexpr std::size_t kLatest = 4;
  std::map<std::pair<Decimal, std::string_view>, std::vector<std::uint32_t>> seen;
  for (std::uint32_t i = 0; i < context_.figures.size(); ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.role != Role::level || figure.bound != Bound::exact || figure.unit.empty() || figure.high)
      continue;
    auto& earlier = seen[{figure.value, figure.unit}];
    const std::size_t from = earlier.size() > kLatest ? earlier.size() - kLatest : 0;
    for (std::size_t k = earlier.size(); k-- > from;) {
      if (context_.figures[earlier[k]].clause == figure.clause || !same_words_behind(earlier[k], i)) continue;
      add(earlier[k], i, Verdict::pass, Reason::none);
      break;
    }
    earlier.push_back(i);
  }
}

/// 全社会固定资产投资121.6亿元, told in the summary and again in its section: a subject of six characters or
/// more that has one value wherever it is told. With two values it is of two places or periods.
void RepeatFinder::read_recurring_subjects() {
  struct Told {
    std::vector<std::uint32_t> figures;
    bool one_value = true;
  };
  std::map<std::pair<std::string_view, std::string_view>, Told> told;
  for (std::uint32_t i = 0; i < context_.figures.size(); ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.role != Role::level || figure.bound != Bound::exact || figure.unit.empty() || figure.high)
      continue;
    if (!figure.subject || figure.subject->size() < kTellingWords || figure.status != Status::actual)
      continue;
    Told& same = told[{slice(context_.text, *figure.subject), figure.unit}];
    same.one_value &= same.figures.empty() || context_.figures[same.figures.front()].value == figure.value;
    same.figures.push_back(i);
  }
  for (const auto& [name, same] : told) {
    if (!same.one_value) continue;
    for (std::size_t k = 1; k < same.figures.size(); ++k) {
      const Figure& before = context_.figures[same.figures[k - 1]];
      if (before.sentence != context_.figures[same.figures[k]].sentence) {
        add(same.figures[k - 1], same.figures[k], Verdict::pass, Reason::none);
      }
    }
  }
}

void RepeatFinder::add(std::uint32_t a, std::uint32_t b, Verdict verdict, Reason reason) {
  const auto written = [&](std::uint32_t i) {
    return std::string(slice(context_.text, context_.figures[i].span));
  };
  const bool exact = context_.figures[a].value == context_.figures[b].value;
  Relation relation;
  relation.kind = RelationKind::same_as;
  relation.terms = {{a, TermRole::same}, {b, TermRole::same}};
  relation.verdict = verdict;
  relation.reason = reason;
  relation.arithmetic = written(a) + (verdict != Verdict::pass ? " ≠ " : exact ? " = " : " ≈ ") + written(b);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_repeats(const RelationContext& context, std::vector<Relation>& relations) {
  RepeatFinder(context, relations).find();
}

}  // namespace tallybook::figures
