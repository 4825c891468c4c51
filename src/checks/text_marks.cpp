#include "checks/text_marks.hpp"

#include <array>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::checks {
namespace {

/// Whether a character that begins with this byte can be a bracket or a filler. 某 shares its first
/// byte with a quarter of all Chinese characters, so its other two are looked at before it is decoded.
constexpr std::array<bool, 256> interesting_leads() {
  std::array<bool, 256> leads{};
  for (const char lead : std::string_view("()[]_*Xx\xC3\xE2\xE3\xE6\xEF")) {
    leads[static_cast<unsigned char>(lead)] = true;
  }
  return leads;
}
constexpr std::array<bool, 256> kInteresting = interesting_leads();
constexpr std::string_view kSomebody = "某";

constexpr std::uint32_t size_by_lead(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Bracket>& brackets, std::vector<FillerRun>& fillers)
      : text_(text), brackets_(brackets), fillers_(fillers) {}

  void scan(Span block) {
    for (std::uint32_t at = block.begin; at < block.end;) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      at += kInteresting[lead] ? read(at, block.end) : size_by_lead(lead);
    }
  }

 private:
  /// Keeps what stands at `at` and returns its size.
  std::uint32_t read(std::uint32_t at, std::uint32_t end) {
    if (text_[at] == kSomebody[0] && text_.compare(at, kSomebody.size(), kSomebody) != 0) return 3;
    const text::CodePoint c = text::code_point_at(text_, at);
    if (const std::optional<Filler> filler = filler_of(c.value)) return add_run(*filler, at, end);
    if (const std::optional<Bracket> bracket = bracket_of(c.value, at, c.size)) brackets_.push_back(*bracket);
    return c.size;
  }

  std::uint32_t add_run(Filler filler, std::uint32_t at, std::uint32_t end) {
    FillerRun run{{at, at}, filler, 0};
    while (run.span.end < end) {
      const text::CodePoint c = text::code_point_at(text_, run.span.end);
      if (filler_of(c.value) != filler) break;
      run.span.end += c.size;
      ++run.length;
    }
    fillers_.push_back(run);
    return run.span.size();
  }

  std::string_view text_;
  std::vector<Bracket>& brackets_;
  std::vector<FillerRun>& fillers_;
};

/// Where a block's marks begin in the vectors of all marks.
struct Start {
  std::size_t bracket;
  std::size_t filler;
};

}  // namespace

TextMarks::TextMarks(const Document& document, const Report& report) {
  const std::span<const Block> blocks =
      std::span(document.blocks).subspan(report.first_block, report.block_count);
  std::vector<Start> starts;
  starts.reserve(blocks.size() + 1);
  Scanner scanner(document.text, brackets_, fillers_);
  for (const Block& block : blocks) {
    starts.push_back({brackets_.size(), fillers_.size()});
    scanner.scan(block.span);
  }
  starts.push_back({brackets_.size(), fillers_.size()});

  blocks_.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Start from = starts[i];
    const Start to = starts[i + 1];
    blocks_.push_back({blocks[i].span, std::span(brackets_).subspan(from.bracket, to.bracket - from.bracket),
                       std::span(fillers_).subspan(from.filler, to.filler - from.filler)});
  }
}

}  // namespace tallybook::checks
