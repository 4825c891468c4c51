#include "checks/text_marks.hpp"

#include <array>
#include <string_view>

#include "text/characters.hpp"
#include "text/skim.hpp"

namespace tallybook::checks {
namespace {

/// What to do with a character by its first byte.
enum class Lead : std::uint8_t { plain, digit, symbol, somebody };

/// 某 shares its first byte with a quarter of all Chinese characters, so its other two are looked at
/// before it is decoded.
constexpr std::string_view kSomebody = "某";

constexpr std::array<Lead, 256> leads() {
  std::array<Lead, 256> leads{};
  for (unsigned char byte = 1; byte < 0x80; ++byte) {
    if (!text::is_ascii_letter(byte)) leads[byte] = Lead::symbol;
  }
  for (unsigned char byte = '0'; byte <= '9'; ++byte) leads[byte] = Lead::digit;
  for (const char lead : std::string_view("Xx\xC2\xC3\xE2\xE3\xEF")) {
    leads[static_cast<unsigned char>(lead)] = Lead::symbol;
  }
  leads[static_cast<unsigned char>(kSomebody[0])] = Lead::somebody;
  return leads;
}
constexpr std::array<Lead, 256> kLeads = leads();

constexpr std::uint32_t size_by_lead(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

class TextMarks::Scanner {
 public:
  Scanner(std::string_view text, TextMarks& marks) : text_(text), marks_(marks) {}

  void scan(Span block) {
    for (std::uint32_t at = block.begin; at < block.end;) {
      at = text::skip_han(text_, at, block.end, static_cast<std::uint8_t>(kSomebody.back()));
      if (at < block.end) at += read(at, block.end);
    }
  }

 private:
  /// Keeps what stands at `at` and returns its size.
  std::uint32_t read(std::uint32_t at, std::uint32_t end) {
    const auto lead = static_cast<unsigned char>(text_[at]);
    switch (kLeads[lead]) {
      case Lead::plain:
        break;
      case Lead::digit:
        return add_digits(at, end);
      case Lead::somebody:
        if (!text::stands_at(text_, at, kSomebody)) break;
        return add_run(Filler::somebody, at, end);
      case Lead::symbol:
        return read_symbol(at, end);
    }
    return size_by_lead(lead);
  }

  std::uint32_t read_symbol(std::uint32_t at, std::uint32_t end) {
    const text::CodePoint c = text::code_point_at(text_, at);
    if (is_stop(c.value)) {  // most symbols are
      marks_.signs_.push_back({at, c.value});
      return c.size;
    }
    if (const std::optional<Filler> filler = filler_of(c.value)) return add_run(*filler, at, end);
    if (const std::optional<Bracket> bracket = bracket_of(c.value, at, c.size)) {
      marks_.brackets_.push_back(*bracket);
    } else if (is_sign(c.value)) {
      marks_.signs_.push_back({at, c.value});
    }
    return c.size;
  }

  std::uint32_t add_digits(std::uint32_t at, std::uint32_t end) {
    std::uint32_t last = at + 1;
    while (last < end && text_[last] >= '0' && text_[last] <= '9') ++last;
    marks_.digits_.push_back({at, last});
    return last - at;
  }

  std::uint32_t add_run(Filler filler, std::uint32_t at, std::uint32_t end) {
    FillerRun run{{at, at}, filler, 0};
    while (run.span.end < end) {
      const text::CodePoint c = text::code_point_at(text_, run.span.end);
      if (filler_of(c.value) != filler) break;
      run.span.end += c.size;
      ++run.length;
    }
    marks_.fillers_.push_back(run);
    return run.span.size();
  }

  std::string_view text_;
  TextMarks& marks_;
};

namespace {

/// Where a block's marks begin in the vectors of all marks.
struct Start {
  std::size_t bracket;
  std::size_t filler;
  std::size_t sign;
  std::size_t digits;
};

template <typename T>
std::span<const T> between(const std::vector<T>& all, std::size_t from, std::size_t to) {
  return std::span(all).subspan(from, to - from);
}

}  // namespace

TextMarks::TextMarks(const Document& document, const Report& report) {
  const std::span<const Block> blocks =
      std::span(document.blocks).subspan(report.first_block, report.block_count);
  std::vector<Start> starts;
  starts.reserve(blocks.size() + 1);
  const auto start = [this] {
    return Start{brackets_.size(), fillers_.size(), signs_.size(), digits_.size()};
  };
  Scanner scanner(document.text, *this);
  for (const Block& block : blocks) {
    starts.push_back(start());
    scanner.scan(block.span);
  }
  starts.push_back(start());

  blocks_.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Start from = starts[i];
    const Start to = starts[i + 1];
    blocks_.push_back({blocks[i].span, between(brackets_, from.bracket, to.bracket),
                       between(fillers_, from.filler, to.filler), between(signs_, from.sign, to.sign),
                       between(digits_, from.digits, to.digits)});
  }
}

}  // namespace tallybook::checks
