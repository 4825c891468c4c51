#include <array>
#include <cstdint>

#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/calendar.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "受助人身份证号⟦539921198803124525⟧。", .good = "受助人身份证号5399**********4525。"},
    {.bad = "一代证号码⟦539921620715001⟧。", .good = "一代证号码5399*******5001。"},
};

constexpr std::size_t kLong = 18;
constexpr std::size_t kShort = 15;

/// The first two digits: GB/T 2260 numbers the provinces.
bool begins_with_province(std::string_view digits) {
  constexpr std::array<std::uint8_t, 35> kProvinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                                       35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                                       53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
  const int province = (digits[0] - '0') * 10 + (digits[1] - '0');
  return std::find(kProvinces.begin(), kProvinces.end(), province) != kProvinces.end();
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Of a birth: nobody in a report was born before 1880, and the number cannot say 2100.
bool is_birthday(int year, std::string_view month_and_day) {
  constexpr int kFirstYear = 1880;
  constexpr int kLastYear = 2099;
  return year >= kFirstYear && year <= kLastYear &&
         text::exists(text::make_date(year, number_of(month_and_day.substr(0, 2)),
                                      number_of(month_and_day.substr(2, 2))));
}

/// The check character by ISO 7064, MOD 11-2 (GB 11643-1999, 4.1.4, annex A).
char check_character(std::string_view seventeen) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCharacters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (seventeen[i] - '0') * kWeights[i];
  return kCharacters[static_cast<std::size_t>(sum) % kCharacters.size()];
}

bool is_identity_number(std::string_view number) {
  if (!begins_with_province(number)) return false;
  if (number.size() == kShort) {
    constexpr int kCentury = 1900;
    return is_birthday(kCentury + number_of(number.substr(6, 2)), number.substr(8, 4));
  }
  const char last = number.back() == 'x' ? 'X' : number.back();
  return is_birthday(number_of(number.substr(6, 4)), number.substr(10, 4)) && check_character(number) == last;
}

/// The run of digits with the X that may end it; nothing where letters or more digits touch it.
Span number_around(std::string_view text, Span block, Span digits) {
  Span number = digits;
  const char32_t next = char_at(text, block, number.end);
  if (number.size() + 1 == kLong && (next == U'X' || next == U'x')) ++number.end;
  const auto goes_on = [](char32_t c) {
    return text::is_ascii_letter(c) || text::is_digit(c) || c == U'.' || c == U'_' || c == U'/';
  };
  const bool alone =
      !goes_on(char_before(text, block, number.begin)) && !goes_on(char_at(text, block, number.end));
  return alone ? number : Span{digits.begin, digits.begin};
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for (const Span digits : block.digits) {
      if (digits.size() < kShort || digits.size() > kLong) continue;
      const Span number = number_around(report.document.text, block.span, digits);
      if (number.size() != kShort && number.size() != kLong) continue;
      if (!is_identity_number(report.text(number))) continue;
      findings.add(number, {"公民身份号码不能公开，应当隐去中间各位。",
                            "A citizen's identity number must not be published; hide its middle digits."});
    }
  }
}

}  // namespace

extern constinit const Rule identity_number{
    .code = "PII001",
    .name = "identity-number",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"公民身份号码：18位，出生日期存在、校验码相符；或者15位的旧号码。",
                "A citizen's identity number: 18 digits with a date of birth that exists and the right check "
                "character, or the old form of 15 digits."},
    .why = {"身份号码是敏感个人信息，公开即违法，也够别人冒名办事。",
            "It is sensitive personal information: publishing it breaks the law, and it is enough to act in "
            "another's name."},
    .source = "GB 11643-1999, 4; 中华人民共和国个人信息保护法, 第二十八条",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
