#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "补助打入银行卡⟦6222021001116245702⟧。", .good = "补助打入银行卡6222***********5702。"},
    {.bad = "收款账户⟦6222 0210 0111 6245 702⟧。", .good = "收款账户6222 **** **** **** 702。"},
};

constexpr std::size_t kFewestDigits = 16;
constexpr std::size_t kMostDigits = 19;

/// The check digit of ISO/IEC 7812-1, annex B: every second digit from the right is doubled.
bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (std::size_t i = digits.size(); i-- > 0; doubled = !doubled) {
    const int digit = digits[i] - '0';
    const int weighted = doubled ? 2 * digit : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 == 0;
}

/// How the issuers of bank cards begin their numbers: 62 UnionPay, 4 Visa, 51 to 55 Mastercard, 35 JCB,
/// 9558 the first cards of a Chinese bank. One number in ten passes the check digit by chance.
bool begins_as_card(std::string_view digits) {
  if (digits.starts_with("62") || digits.starts_with("9558") || digits.starts_with("35")) return true;
  return digits[0] == '4' || (digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5');
}

/// The words that tell an account from an order number. Only UnionPay's numbers go without.
bool speaks_of_account(std::string_view before) {
  constexpr std::string_view kWords[] = {"卡号", "账号", "帐号", "账户", "帐户", "银行", "信用卡", "开户"};
  for (const std::string_view word : kWords) {
    if (before.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// Digits in groups of four with single spaces or hyphens between, as cards print them.
struct Number {
  Span span;
  std::string digits;
  std::size_t groups = 1;
};

Number number_at(std::string_view text, std::span<const Span> runs, std::size_t index) {
  constexpr std::uint32_t kGroup = 4;
  Number number{runs[index], std::string(slice(text, runs[index])), 1};
  if (runs[index].size() != kGroup) return number;
  while (index + number.groups < runs.size() && number.digits.size() < kMostDigits) {
    const Span next = runs[index + number.groups];
    const std::string_view joint = slice(text, {number.span.end, next.begin});
    if ((joint != " " && joint != "-") || next.size() > kGroup) break;
    number.digits += slice(text, next);
    number.span.end = next.end;
    ++number.groups;
  }
  return number;
}

bool is_card(std::string_view text, Span block, const Number& number) {
  if (number.digits.size() < kFewestDigits || number.digits.size() > kMostDigits) return false;
  if (!begins_as_card(number.digits) || !passes_luhn(number.digits)) return false;
  const auto goes_on = [](char32_t c) {
    return text::is_ascii_letter(c) || text::is_digit(c) || c == U'.' || c == U'*' || c == U'_' || c == U'/';
  };
  if (goes_on(char_before(text, block, number.span.begin)) ||
      goes_on(char_at(text, block, number.span.end))) {
    return false;
  }
  constexpr std::uint32_t kReach = 60;  // bytes
  const std::uint32_t from = number.span.begin - std::min(kReach, number.span.begin - block.begin);
  return number.digits.starts_with("62") || speaks_of_account(slice(text, {from, number.span.begin}));
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  for (const BlockMarks& block : report.marks.blocks()) {
    for (std::size_t i = 0; i < block.digits.size();) {
      const bool may_begin = block.digits[i].size() == 4 || block.digits[i].size() >= kFewestDigits;
      if (!may_begin || !begins_as_card(slice(text, block.digits[i]))) {
        ++i;
        continue;
      }
      const Number number = number_at(text, block.digits, i);
      i += number.groups;
      if (!is_card(text, block.span, number)) continue;
      findings.add(number.span, {"银行卡号是敏感个人信息，应当隐去中间各位。",
                                 "A bank card's number is sensitive; hide its middle digits."});
    }
  }
}

}  // namespace

extern constinit const Rule bank_card{
    .code = "PII003",
    .name = "bank-card",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"16至19位、校验位相符的银行卡号。",
                "A bank card's number: 16 to 19 digits with the right check digit."},
    .why = {"账户信息公开以后，可能被用来盗刷和诈骗。", "A published account invites fraud."},
    .source = "ISO/IEC 7812-1:2017, annex B; 中华人民共和国个人信息保护法, 第二十八条",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
