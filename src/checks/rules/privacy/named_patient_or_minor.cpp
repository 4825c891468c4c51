#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "checks/surnames.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "看望留守儿童⟦林小禾⟧，送去书包和文具。", .good = "看望留守儿童林某某，送去书包和文具。"},
    {.bad = "转诊结核病患者⟦孙国强⟧，全程跟踪服药。", .good = "转诊结核病患者孙某，全程跟踪服药。"},
    {.bad = "⟦郑雨桐⟧（女，9岁）领到了助学金。", .good = "郑某某（女，9岁）领到了助学金。"},
};

/// Under 18 (未成年人保护法, 第二条).
constexpr int kOfAge = 18;
constexpr std::size_t kLongestName = 3;  ///< characters

/// Family names that begin so many other words that what follows must show where the name ends.
bool is_mostly_a_word(char32_t c) {
  constexpr std::u32string_view kWords = U"于向方万高金程余任严许曾白石田马黄江史段付武安钱雷龙温";
  return kWords.find(c) != std::u32string_view::npos;
}

/// 高小明， 高小明家: the name is at its end.
bool ends_name(char32_t after) {
  constexpr std::u32string_view kEnders = U"家的等和与";
  return !text::is_han(after) || kEnders.find(after) != std::u32string_view::npos;
}

/// What stands behind a family name where the given name is left out: 李某, 王女士, 张大爷.
bool withholds_name(std::string_view rest) {
  constexpr std::string_view kTitles[] = {"某",   "女士", "先生", "大爷", "大妈", "大娘", "阿姨",
                                          "奶奶", "爷爷", "老师", "同学", "师傅", "姓",   "氏",
                                          "家",   "××",   "XX",   "*",    "老人", "婆婆", "大姐"};
  for (const std::string_view title : kTitles) {
    if (rest.starts_with(title)) return true;
  }
  return false;
}

/// Characters that follow a name of two characters rather than end one of three.
bool follows_name(char32_t c) {
  constexpr std::u32string_view kFollowers =
      U"的家是在从被因患等同和与说也已一今现将到向由及为就把获有了能会可要才都还正来去上下这那先时";
  return !text::is_han(c) || kFollowers.find(c) != std::u32string_view::npos;
}

/// A person's full name that begins at `offset`: a family name and one or two characters.
std::optional<Span> name_at(const ReportView& report, Span block, std::uint32_t offset) {
  const std::string_view text = report.document.text;
  if (!is_surname(char_at(text, block, offset))) return std::nullopt;
  const std::string_view rest = slice(text, {offset, block.end});
  const auto& words = report.vocabulary.not_names;
  if (std::any_of(words.begin(), words.end(),
                  [&](const std::string& word) { return rest.starts_with(word); }) ||
      withholds_name(rest.substr(text::code_point_at(rest, 0).size))) {
    return std::nullopt;
  }
  std::uint32_t end = offset + text::code_point_at(text, offset).size;
  if (!text::is_han(char_at(text, block, end))) return std::nullopt;
  end += text::code_point_at(text, end).size;
  if (!follows_name(char_at(text, block, end))) end += text::code_point_at(text, end).size;
  return Span{offset, end};
}

std::string_view name_of_cue(PersonCue cue) {
  switch (cue) {
    case PersonCue::patient:
      return "患者";
    case PersonCue::minor:
      return "未成年人";
    case PersonCue::aided:
      return "受助对象";
  }
  return {};
}

void report_name(const ReportView& report, Span name, std::string_view whom, FindingSink& findings) {
  const std::string_view text = report.document.text;
  const Span given = {name.begin + text::code_point_at(text, name.begin).size, name.end};
  const std::string hidden = given.size() > 3 ? "某某" : "某";
  findings.add(name, {fmt::format("{}的姓名不宜公开：“{}”可写作“{}{}”。", whom, report.text(name),
                                  report.text({name.begin, given.begin}), hidden),
                      fmt::format("The name of a patient, a minor or a person aided should not be published: "
                                  "“{}”.",
                                  report.text(name))});
}

Span block_at(const ReportView& report, std::uint32_t offset) {
  const std::span<const BlockMarks> blocks = report.marks.blocks();
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), offset,
                       [](std::uint32_t value, const BlockMarks& block) { return value < block.span.begin; });
  return after == blocks.begin() ? Span{offset, offset} : std::prev(after)->span;
}

/// 患者孙国强, 贫困户李大山.
void check_cues(const ReportView& report, FindingSink& findings) {
  for (const WordHit& hit : report.words) {
    if (hit.list != WordList::person_cue) continue;
    const Span block = block_at(report, hit.span.end);
    const std::string_view text = report.document.text;
    const std::optional<Span> name = name_at(report, block, hit.span.end);
    if (!name) continue;
    const bool certain =
        !is_mostly_a_word(char_at(text, block, hit.span.end)) || ends_name(char_at(text, block, name->end));
    if (certain) report_name(report, *name, name_of_cue(static_cast<PersonCue>(hit.row)), findings);
  }
}

/// Words and marks between a name and the age: 今年, （女，.
std::uint32_t skip_back(std::string_view text, Span block, std::uint32_t offset) {
  constexpr std::string_view kBetween[] = {"今年", "现年", "年仅", "刚满", "才", "已", "，", "、",
                                           "（",   "(",    ",",    "女",   "男", "生", "孩"};
  for (bool skipped = true; skipped;) {
    skipped = false;
    for (const std::string_view word : kBetween) {
      const bool fits = offset >= block.begin + word.size();
      if (!fits || text.substr(offset - word.size(), word.size()) != word) continue;
      offset -= static_cast<std::uint32_t>(word.size());
      skipped = true;
    }
  }
  return offset;
}

/// The full name that ends at `end`, with no character of another word before it.
std::optional<Span> name_before(const ReportView& report, Span block, std::uint32_t end) {
  const std::string_view text = report.document.text;
  std::uint32_t begin = end;
  for (std::size_t size = 1; size <= kLongestName && begin > block.begin; ++size) {
    begin -= text::code_point_before(text, begin).size;
    if (size == 1 || text::is_han(char_before(text, block, begin))) continue;
    const std::optional<Span> name = name_at(report, block, begin);
    if (name && name->end == end) return name;
  }
  return std::nullopt;
}

/// 郑雨桐（女，9岁） and 9岁的郑雨桐.
void check_ages(const ReportView& report, FindingSink& findings) {
  constexpr std::string_view kOf = "的";
  const std::string_view text = report.document.text;
  for (const Figure& figure : report.figures) {
    if (figure.kind != FigureKind::age || figure.high || !(figure.value < Decimal{kOfAge})) continue;
    const Span block = block_at(report, figure.span.begin);
    const std::uint32_t before = skip_back(text, block, figure.span.begin);
    std::optional<Span> name;
    if (before != figure.span.begin) name = name_before(report, block, before);
    const std::uint32_t after = figure.span.end + static_cast<std::uint32_t>(kOf.size());
    if (!name && slice(text, {figure.span.end, block.end}).starts_with(kOf))
      name = name_at(report, block, after);
    if (name) report_name(report, *name, name_of_cue(PersonCue::minor), findings);
  }
}

void check(const ReportView& report, FindingSink& findings) {
  check_cues(report, findings);
  check_ages(report, findings);
}

}  // namespace

extern constinit const Rule named_patient_or_minor{
    .code = "PII004",
    .name = "named-patient-or-minor",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"写出了患者、未成年人、受助对象的全名。",
                "The full name of a patient, a minor or a person who is aided."},
    .why =
        {"病情、困境与姓名连在一起就是敏感个人信息；公开材料里应当隐去名字。",
         "Illness or hardship joined to a name is sensitive personal information; published texts withhold "
         "it."},
    .source = "中华人民共和国个人信息保护法, 第二十八条; 中华人民共和国未成年人保护法, 第一百零三条",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
