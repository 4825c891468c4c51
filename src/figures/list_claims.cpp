#include "figures/list_claims.hpp"

#include <algorithm>

#include "figures/numeral_characters.hpp"
#include "text/characters.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

/// Nobody spells out more things than this within a sentence.
constexpr std::int64_t kMostItems = 100;
/// “四个理念” has a name of so many characters at most.
constexpr int kLongestName = 10;

std::uint32_t small_numeral(char32_t c) {
  static constexpr std::u32string_view kNumerals = U"两二三四五六七八九十";
  const std::size_t at = kNumerals.find(c);
  return at == kNumerals.npos ? 0 : at == 0 ? 2 : static_cast<std::uint32_t>(at) + 1;
}

/// A quotation, or what small_numeral() knows.
constexpr text::Sieve kMayBegin = {U"“两二三四五六七八九十"};

bool is_numeral(char32_t c) {
  return chinese_digit(c) != kNoDigit || scale_of(c) != 0 || text::is_digit(c);
}

class ClaimFinder {
 public:
  explicit ClaimFinder(const RelationContext& context) : context_(context) {}

  std::vector<Claim> find() {
    for (std::uint32_t i = 0; i < context_.figures.size(); ++i) read_figure(i);
    const auto by_span = [](const Claim& a, const Claim& b) { return a.span < b.span; };
    const std::vector<Claim> counted = claims_;
    for (const Sentence& sentence : context_.outline.sentences) {
      for (std::uint32_t i = 0; i < sentence.clause_count; ++i) {
        read_words(sentence.span, context_.outline.clauses[sentence.first_clause + i], counted);
      }
    }
    std::sort(claims_.begin(), claims_.end(), by_span);
    return std::move(claims_);
  }

 private:
  void read_figure(std::uint32_t index);
  void read_words(Span sentence, Span clause, const std::vector<Claim>& counted);
  [[nodiscard]] std::optional<Claim> quoted_name(std::uint32_t quote, std::uint32_t end) const;
  [[nodiscard]] std::optional<Claim> bare_numeral(std::uint32_t at, Span clause) const;

  const RelationContext& context_;
  std::vector<Claim> claims_;
};

void ClaimFinder::read_figure(std::uint32_t index) {
  const Figure& figure = context_.figures[index];
  if (figure.kind != FigureKind::count || figure.high || figure.value.scale() != 0) return;
  if (figure.role != Role::level && figure.role != Role::change) return;
  if (figure.value < Decimal{2} || figure.value > Decimal{kMostItems}) return;
  Claim claim;
  claim.figure = index;
  claim.count = static_cast<std::uint32_t>(figure.value.coefficient());
  claim.exact = figure.bound == Bound::exact;
  claim.span = claim.beside = figure.span;
  claim.clause = context_.outline.clauses[figure.clause];
  claim.sentence = context_.outline.sentences[figure.sentence].span;
  claims_.push_back(claim);
}

/// “四个理念”, “四防”: a name that opens with a numeral and holds no second one (两免一补).
std::optional<Claim> ClaimFinder::quoted_name(std::uint32_t quote, std::uint32_t end) const {
  const std::uint32_t begin = quote + text::code_point_at(context_.text, quote).size;
  const auto numeral = text::code_point_at(context_.text, begin);
  Claim claim;
  claim.count = small_numeral(numeral.value);
  if (claim.count == 0) return std::nullopt;
  claim.span = {begin, begin + numeral.size};
  std::uint32_t at = claim.span.end;
  for (int length = 0; length < kLongestName && at < end; ++length) {
    const auto c = text::code_point_at(context_.text, at);
    at += c.size;
    if (c.value == U'”') {
      claim.beside = {quote, at};
      return length > 0 ? std::optional(claim) : std::nullopt;
    }
    if (!text::is_han(c.value) || is_numeral(c.value) || c.value == U'双') return std::nullopt;
  }
  return std::nullopt;
}

/// 县、中两院; 正反两方面: a numeral that is no figure, before a noun that can be counted without a measure
/// word, behind another noun.
std::optional<Claim> ClaimFinder::bare_numeral(std::uint32_t at, Span clause) const {
  const auto numeral = text::code_point_at(context_.text, at);
  const auto before = text::code_point_before(context_.text, at);
  Claim claim;
  claim.count = small_numeral(numeral.value);
  const bool behind_noun = (text::is_han(before.value) && !is_numeral(before.value)) || before.value == U'”';
  if (claim.count == 0 || at == clause.begin || !behind_noun || before.value == U'第') return std::nullopt;
  const auto noun =
      context_.cues.claim_bare_nouns.match_at(context_.text.substr(0, clause.end), at + numeral.size);
  if (!noun) return std::nullopt;
  claim.span = claim.beside = {at, at + numeral.size + noun.size};
  return claim;
}

void ClaimFinder::read_words(Span sentence, Span clause, const std::vector<Claim>& counted) {
  for (std::uint32_t at = clause.begin;;) {
    at = kMayBegin.find(context_.text, at, clause.end);
    if (at >= clause.end) return;
    const auto c = text::code_point_at(context_.text, at);
    auto claim = c.value == U'“' ? quoted_name(at, clause.end) : bare_numeral(at, clause);
    at += c.size;
    if (!claim) continue;
    const auto next =
        std::upper_bound(counted.begin(), counted.end(), claim->span.begin,
                         [](std::uint32_t begin, const Claim& figure) { return begin < figure.span.end; });
    if (next != counted.end() && next->span.overlaps(claim->span)) continue;
    claim->clause = clause;
    claim->sentence = sentence;
    at = claim->span.end;
    claims_.push_back(*claim);
  }
}

}  // namespace

std::vector<Claim> find_claims(const RelationContext& context) {
  return ClaimFinder(context).find();
}

bool counts_named_things(const RelationContext& context, const Claim& claim) {
  if (!claim.figure) return true;
  const std::string& unit = context.figures[*claim.figure].unit;
  return unit.empty() || context.cues.claim_units.match_at(unit, 0).size == unit.size() ||
         context.cues.claim_named_units.match_at(unit, 0).size == unit.size();
}

bool counts_statements(const RelationContext& context, const Claim& claim) {
  if (!claim.figure) return true;
  const std::string& unit = context.figures[*claim.figure].unit;
  return unit.empty() || context.cues.claim_units.match_at(unit, 0).size == unit.size();
}

}  // namespace tallybook::figures
