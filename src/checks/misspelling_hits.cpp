#include "checks/misspelling_hits.hpp"

#include "checks/text_search.hpp"

namespace tallybook::checks {
namespace {

constexpr std::size_t kHan = 3;  // bytes

char16_t in_plane(char32_t c) {
  return c < 0x10000 ? static_cast<char16_t>(c) : u'\0';
}

}  // namespace

bool is_made_by_neighbours(const ReportView& report, Span wrong, const Misspelling& row) {
  const std::string_view text = report.document.text;
  const SpellingLexicon& lexicon = report.vocabulary.spelling;
  const char16_t first = in_plane(char_at(text, wrong, wrong.begin));
  const char16_t last = in_plane(char_before(text, wrong, wrong.end));
  const bool joins_before =
      lexicon.is_word(in_plane(char_before(text, report.report.span, wrong.begin)), first);
  const bool joins_behind = lexicon.is_word(last, in_plane(char_at(text, report.report.span, wrong.end)));
  if (joins_before && joins_behind) return true;
  if (row.dropped) {
    // 行政服务中心: only one character stands before the place where one of 政务服务中心 would be missing.
    const bool near_begin = row.wrong.compare(kHan, row.wrong.size(), row.right, 2 * kHan) == 0;
    const bool near_end =
        row.right.compare(0, row.wrong.size() - kHan, row.wrong, 0, row.wrong.size() - kHan) == 0;
    return (joins_before && near_begin) || (joins_behind && near_end);
  }
  return wrong.size() == 2 * kHan && joins_before && lexicon.stands_alone(last);
}

}  // namespace tallybook::checks
