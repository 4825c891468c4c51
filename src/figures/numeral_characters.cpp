#include "figures/numeral_characters.hpp"

#include <string_view>

namespace tallybook::figures {
namespace {

struct Row {
  NumeralPart part;
  std::uint8_t number;
  std::u32string_view characters;
};

constexpr Row kRows[] = {
    {NumeralPart::digit, 0, U"〇零○"},       {NumeralPart::digit, 1, U"一壹"},
    {NumeralPart::digit, 2, U"二两贰兩貳"},  {NumeralPart::digit, 3, U"三叁叄"},
    {NumeralPart::digit, 4, U"四肆"},        {NumeralPart::digit, 5, U"五伍"},
    {NumeralPart::digit, 6, U"六陆陸"},      {NumeralPart::digit, 7, U"七柒"},
    {NumeralPart::digit, 8, U"八捌"},        {NumeralPart::digit, 9, U"九玖"},
    {NumeralPart::scale, 1, U"十拾"},        {NumeralPart::scale, 2, U"百佰"},
    {NumeralPart::scale, 3, U"千仟"},        {NumeralPart::scale, 4, U"万萬"},
    {NumeralPart::scale, 8, U"亿億"},        {NumeralPart::scale, 12, U"兆"},
    {NumeralPart::tens, 2, U"廿"},           {NumeralPart::tens, 3, U"卅"},
    {NumeralPart::more, 0, U"多余馀餘几幾"},
};

}  // namespace

constexpr std::array<std::uint8_t, 0x10000> kNumeralParts = [] {
  std::array<std::uint8_t, 0x10000> parts{};
  for (const Row& row : kRows) {
    for (const char32_t c : row.characters) {
      parts[c] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(row.part) | row.number);
    }
  }
  return parts;
}();

}  // namespace tallybook::figures
