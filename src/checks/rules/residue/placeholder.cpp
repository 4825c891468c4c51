#include <fmt/format.h>

#include <array>
#include <optional>
#include <vector>

#include "checks/brackets.hpp"
#include "checks/fillers.hpp"
#include "checks/surnames.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "⟦20__年⟧上半年，全县培训农民3200人次。", .good = "2026年上半年，全县培训农民3200人次。"},
    {.bad = "已于⟦20XX年⟧底完工。", .good = "已于2025年底完工。"},
    {.bad = "学习了⟦XX县⟧的做法。", .good = "学习了白沙县的做法。"},
    {.bad = "系统在⟦**年⟧6月建成。", .good = "系统在2025年6月建成。"},
    {.bad = "联系人：⟦×××⟧，电话138****1234。", .good = "联系人：林远，电话138****1234。"},
    {.bad = "全县共有农户⟦［填写户数］⟧。", .good = "全县共有农户3.2万户。"},
};

/// What a name or number that was never filled in stands before: dates, places and organisations,
/// things counted.
constexpr std::u32string_view kDateHeads = U"年月日";
constexpr std::u32string_view kDayHeads = U"月日";
constexpr std::u32string_view kPlaceHeads = U"省市县区州盟旗乡镇村";
constexpr std::u32string_view kOtherHeads = U"局委办部厅处科所院校司站会万亿元人名户个次件项条篇期％%";

bool is_one_of(char32_t c, std::u32string_view set) {
  return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

/// `***` is the strongest emphasis that light markup knows.
constexpr std::uint32_t kLongestEmphasis = 3;

/// Words over the Latin letters and digits on both sides.
bool is_latin(char32_t c) {
  return text::is_ascii_letter(c) || text::is_digit(c);
}

/// Which fillers the report hides numbers with (6659XXXX). A report that does withholds names in the
/// same way and on purpose.
class Maskings {
 public:
  explicit Maskings(const ReportView& report) {
    for (const BlockMarks& block : report.marks.blocks()) {
      for (const FillerRun& run : block.fillers) {
        if (hides_digits(report.document.text, block.span, run))
          used_[static_cast<std::size_t>(run.filler)] = true;
      }
    }
  }

  bool uses(Filler filler) const { return used_[static_cast<std::size_t>(filler)]; }

 private:
  static constexpr std::uint32_t kShortestMask = 3;

  static bool hides_digits(std::string_view text, Span block, const FillerRun& run) {
    return run.length >= kShortestMask && text::is_digit(char_before(text, block, run.span.begin)) &&
           char_at(text, block, run.span.end) != U'年';
  }

  std::array<bool, kFillers> used_{};
};

class PlaceholderFinder {
 public:
  PlaceholderFinder(std::string_view text, Span block, const Maskings& maskings)
      : text_(text), block_(block), maskings_(maskings) {}

  std::vector<Span> run(std::span<const FillerRun> fillers) {
    for (const FillerRun& filler : fillers) read(filler);
    return std::move(found_);
  }

 private:
  char32_t before(std::uint32_t offset) const { return char_before(text_, block_, offset); }
  char32_t after(std::uint32_t offset) const { return char_at(text_, block_, offset); }

  void read(const FillerRun& run) {
    if (const std::optional<Span> year = masked_year(run)) return add(*year);
    if (run.length >= 2 ? stands_for_words(run) : is_blank_day(run)) add(with_head(run.span));
  }

  /// `*月*日`, `×月×日`.
  bool is_blank_day(const FillerRun& run) const {
    const char32_t left = before(run.span.begin);
    return (run.filler == Filler::star || is_cross(run)) && is_one_of(after(run.span.end), kDayHeads) &&
           !is_latin(left);
  }

  /// `20__年`, `202X年`, `20**年`: the century written, the rest not.
  std::optional<Span> masked_year(const FillerRun& run) const {
    std::uint32_t begin = run.span.begin;
    std::uint32_t digits = 0;
    while (digits < 4 && text::is_ascii_digit(before(begin))) {
      --begin;
      ++digits;
    }
    const std::string_view century = text_.substr(begin, 2);
    if (digits < 2 || digits == 4 || (century != "20" && century != "19")) return std::nullopt;
    const bool right_length =
        digits + run.length == 4 || (run.filler == Filler::underscore && run.length >= 2);
    if (!right_length || after(run.span.end) != U'年') return std::nullopt;
    return with_head({begin, run.span.end});
  }

  bool stands_for_words(const FillerRun& run) const {
    const char32_t left = before(run.span.begin);
    const char32_t right = after(run.span.end);
    if (run.filler == Filler::underscore) return is_blank(left, right);
    // 138****1234, 2×35, XXL: masks, products, words.
    if (is_latin(left) || is_latin(right) || is_zero(run, left)) return false;
    if (is_one_of(right, kDateHeads) || is_one_of(right, kPlaceHeads)) return true;
    if (is_surname(left) || run.filler == Filler::somebody)
      return false;  // 张××, 李某某: a person's name withheld
    if (is_one_of(right, kOtherHeads)) return run.filler != Filler::star || !is_emphasis(run);
    return is_cross(run) && run.length >= 3 && left != U'第' && right != U'@' && !maskings_.uses(run.filler);
  }

  /// 二○○○年: circles typed for the zero of a year.
  static bool is_zero(const FillerRun& run, char32_t left) {
    return run.filler == Filler::circle && is_one_of(left, U"一二三四五六七八九");
  }

  static bool is_cross(const FillerRun& run) {
    return run.filler == Filler::cross || run.filler == Filler::latin_cross;
  }

  /// A blank to be filled in touches Chinese text; a line of underscores alone is a rule.
  static bool is_blank(char32_t left, char32_t right) {
    if (text::is_ascii_letter(left) || text::is_ascii_letter(right)) return false;
    return text::is_han(left) || text::is_han(right) || text::is_digit(left) || text::is_digit(right);
  }

  /// `**重点工作**`: markup that a plain text kept. The closing run has no word glued to its right.
  bool is_emphasis(const FillerRun& run) const {
    if (run.length > kLongestEmphasis) return false;
    const std::string_view marks = slice(text_, run.span);
    const std::string_view rest = slice(text_, {run.span.end, block_.end});
    const std::size_t close = rest.find(marks);
    if (close == std::string_view::npos) return false;
    const auto end = static_cast<std::uint32_t>(run.span.end + close + marks.size());
    return !text::is_han(after(end)) && !is_latin(after(end));
  }

  Span with_head(Span span) const {
    const char32_t right = after(span.end);
    if (is_one_of(right, kDateHeads) || is_one_of(right, kPlaceHeads)) {
      span.end += text::code_point_at(text_, span.end).size;
    }
    return span;
  }

  /// Blanks in a row (`**年**月`, `XXX、XXX`) are one placeholder; named ones (`XX县、XX乡`) are many.
  void add(Span span) {
    if (found_.empty()) return found_.push_back(span);
    const std::string_view between = slice(text_, {found_.back().end, span.begin});
    const bool bare = filler_of(before(found_.back().end)) && filler_of(before(span.end));
    if (between.empty() || (between == "、" && bare)) {
      found_.back().end = span.end;
    } else {
      found_.push_back(span);
    }
  }

  std::string_view text_;
  Span block_;
  const Maskings& maskings_;
  std::vector<Span> found_;
};

/// `[填写单位]`, `（此处插入数据）`, `【待补充】`: a bracket that tells the writer what to write.
bool is_instruction(std::string_view inside) {
  constexpr std::string_view kOpenings[] = {"请填",   "请输入", "请补充", "此处填",
                                            "此处插", "此处补", "此处写", "此处输"};
  constexpr std::string_view kWhole[] = {"填写",   "待填",   "待填写",   "待补",
                                         "待补充", "待核实", "数据待核", "数据待补"};
  constexpr std::size_t kLongest = 60;  // bytes: an instruction is a phrase
  inside = text::trim(inside);
  if (inside.empty() || inside.size() > kLongest) return false;
  for (const std::string_view opening : kOpenings) {
    if (inside.starts_with(opening)) return true;
  }
  for (const std::string_view whole : kWhole) {
    if (inside == whole) return true;
  }
  return false;
}

/// In square brackets, which Chinese prose does not use, 填写 alone begins an instruction.
bool is_fill_in(const Bracket& opening, std::string_view inside) {
  const bool drawn = opening.kind == BracketKind::square || opening.kind == BracketKind::lenticular;
  return is_instruction(inside) || (drawn && inside.starts_with("填写"));
}

void report_placeholder(const ReportView& report, Span span, FindingSink& findings) {
  findings.add(span, {fmt::format("“{}”是没有填写的占位内容。", report.text(span)),
                      fmt::format("“{}” is a placeholder that was never filled in.", report.text(span))});
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  const Maskings maskings(report);
  for (const BlockMarks& block : report.marks.blocks()) {
    for (const Span span : PlaceholderFinder(text, block.span, maskings).run(block.fillers)) {
      report_placeholder(report, span, findings);
    }
    for_each_innermost_pair(block.brackets, [&](const Bracket& opening, const Bracket& closing) {
      if (!is_fill_in(opening, slice(text, {opening.span.end, closing.span.begin}))) return;
      report_placeholder(report, {opening.span.begin, closing.span.end}, findings);
    });
  }
}

}  // namespace

extern constinit const Rule placeholder{
    .code = "RES001",
    .name = "placeholder",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"模板里的占位内容没有填写：20__年、XX县、×××、［填写单位］。依法隐去的号码（138****1234）和"
                "人名（张某某）不报。",
                "A template's placeholder left in the text: 20__年, XX县, ×××. Numbers and names withheld by "
                "law (138****1234, 张某某) are not reported."},
    .why = {"报送的材料里留着空白，说明没有逐句核对；数字无从引用。",
            "A blank in a filed report shows that it was not read through, and its figure cannot be cited."},
    .source = "GB/T 9704-2012, 7.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
