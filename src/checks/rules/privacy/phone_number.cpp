#include <optional>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "联系人手机⟦13800001234⟧。", .good = "联系人手机138****1234。"},
    {.bad = "咨询电话⟦138-0000-1234⟧。", .good = "咨询电话0791-86660000。"},
};

constexpr std::uint32_t kDigits = 11;

/// 1 and the second digit of a mobile network.
bool begins_as_mobile(std::string_view number) {
  return number[0] == '1' && number[1] >= '3' && number[1] <= '9';
}

/// The number goes on, or is a decimal, a code or a masked number.
bool goes_on(char32_t c) {
  return text::is_ascii_letter(c) || text::is_digit(c) || c == U'.' || c == U'*' || c == U'_' || c == U'/' ||
         c == U'-' || c == U'%' || c == U'＊' || c == U'×';
}

/// 13800001234元 is an amount.
bool counts_something(char32_t after) {
  constexpr std::u32string_view kUnits = U"元人万亿个件次吨亩户册条字立平公千";
  return kUnits.find(after) != std::u32string_view::npos;
}

bool stands_alone(std::string_view text, Span block, Span number) {
  const char32_t after = char_at(text, block, number.end);
  return !goes_on(char_before(text, block, number.begin)) && !goes_on(after) &&
         (after == U'\0' || !counts_something(after));
}

/// 138-0000-1234 and 138 0000 1234: the group at `index` and the two behind it.
std::optional<Span> grouped_number(std::string_view text, std::span<const Span> digits, std::size_t index) {
  constexpr std::uint32_t kGroups[] = {3, 4, 4};
  if (index + std::size(kGroups) > digits.size()) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kGroups); ++i) {
    if (digits[index + i].size() != kGroups[i]) return std::nullopt;
    if (i == 0) continue;
    const Span joint = {digits[index + i - 1].end, digits[index + i].begin};
    if (slice(text, joint) != "-" && slice(text, joint) != " ") return std::nullopt;
  }
  return Span{digits[index].begin, digits[index + 2].end};
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  for (const BlockMarks& block : report.marks.blocks()) {
    for (std::size_t i = 0; i < block.digits.size(); ++i) {
      const Span digits = block.digits[i];
      if (digits.size() != kDigits && digits.size() != 3) continue;
      if (!begins_as_mobile(slice(text, digits))) continue;
      const std::optional<Span> number =
          digits.size() == kDigits ? std::optional(digits) : grouped_number(text, block.digits, i);
      if (!number || !stands_alone(text, block.span, *number)) continue;
      findings.add(*number,
                   {"手机号码是个人信息，公开前隐去中间四位，或者改用单位电话。",
                    "A mobile number is personal: hide its middle digits or give an office number."});
    }
  }
}

}  // namespace

extern constinit const Rule phone_number{
    .code = "PII002",
    .name = "phone-number",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"完整的手机号码。", "A complete mobile telephone number."},
    .why = {"材料一经公开，号码就收不回来；公开的联系方式应当是单位电话。",
            "Once published it cannot be called back; an office number serves as well."},
    .source = "中华人民共和国个人信息保护法, 第四条; 电信网编号计划（2017年版）",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
