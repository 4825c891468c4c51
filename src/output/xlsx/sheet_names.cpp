#include "output/xlsx/sheet_names.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <algorithm>
#include <array>
#include <utility>

#include "output/display.hpp"
#include "output/xlsx/cells.hpp"
#include "text/characters.hpp"

namespace tallybook::output::xlsx {
namespace {

constexpr std::size_t kMostUnits = 31;

/// What no name may hold, and its double that it may.
constexpr std::array<std::pair<char, std::string_view>, 8> kDoubles = {{{'[', "［"},
                                                                        {']', "］"},
                                                                        {':', "："},
                                                                        {'*', "＊"},
                                                                        {'?', "？"},
                                                                        {'/', "／"},
                                                                        {'\\', "＼"},
                                                                        {'\'', "’"}}};

std::string with_doubles(std::string_view words) {
  std::string name;
  for (const char c : words) {
    const auto* const pair = std::find_if(kDoubles.begin(), kDoubles.end(),
                                          [c](const auto& candidate) { return candidate.first == c; });
    if (pair == kDoubles.end()) {
      name += c;
    } else {
      name += pair->second;
    }
  }
  return name;
}

/// The longest beginning of so many UTF-16 units, without spaces at its end.
std::string_view cut(std::string_view name, std::size_t units) {
  std::string_view begin = first_units(name, units);
  while (begin.ends_with(' ')) begin.remove_suffix(1);
  return begin;
}

/// Names that look alike to a spreadsheet have one form.
std::string folded(std::string_view name) {
  std::string form;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::code_point_at(name, at);
    const auto narrow = static_cast<UChar32>(text::to_halfwidth(c.value));
    text::append_utf8(form, static_cast<char32_t>(u_foldCase(narrow, U_FOLD_CASE_DEFAULT)));
    at += c.size;
  }
  return form;
}

}  // namespace

std::string SheetNames::take(std::string_view words, std::string_view otherwise) {
  std::string name = with_doubles(on_one_line(words));
  if (name.empty()) name = otherwise;
  name = cut(name, kMostUnits);
  unsigned& times = taken_[folded(name)];
  for (++times; times > 1; ++times) {
    const std::string number = fmt::format(" ({})", times);
    std::string candidate = std::string(cut(name, kMostUnits - number.size())) + number;
    if (taken_.try_emplace(folded(candidate), 1).second) return candidate;
  }
  return name;
}

}  // namespace tallybook::output::xlsx
