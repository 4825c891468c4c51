#include "own/scope.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::own {
namespace {

class Collector {
 public:
  explicit Collector(const ReportParts& parts)
      : parts_(parts),
        blocks_(
            std::span(parts.document.blocks).subspan(parts.report.first_block, parts.report.block_count)) {}

  ScopeText collect(Scope scope) && {
    switch (scope) {
      case Scope::report:
        add_report();
        break;
      case Scope::title:
        if (parts_.report.title) add_unit(*parts_.report.title);
        break;
      case Scope::heading:
        for (const Section& section : parts_.outline.sections) add_unit(section.heading);
        break;
      case Scope::paragraph:
        add_paragraphs();
        break;
      case Scope::sentence:
        for (const Sentence& sentence : parts_.outline.sentences) add_unit(sentence.span);
        break;
      case Scope::list_item:
        add_list_items();
        break;
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return parts_.document.text; }

  void add_report() {
    if (blocks_.empty()) return;
    text_.units.push_back(parts_.report.title.value_or(blocks_.front().span));
    for (const Block& block : blocks_) add_pieces(block.span);
  }

  void add_unit(Span span) {
    if (span.empty()) return;
    text_.units.push_back(span);
    const auto first = std::partition_point(blocks_.begin(), blocks_.end(),
                                            [&](const Block& block) { return block.span.end <= span.begin; });
    for (auto block = first; block != blocks_.end() && block->span.begin < span.end; ++block) {
      add_pieces({std::max(span.begin, block->span.begin), std::min(span.end, block->span.end)});
    }
  }

  /// A paragraph is a block that is more than the title or a heading.
  void add_paragraphs() {
    auto section = parts_.outline.sections.begin();
    for (const Block& block : blocks_) {
      if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
      while (section != parts_.outline.sections.end() &&
             (section->heading.empty() || section->heading.begin < block.span.begin)) {
        ++section;
      }
      const bool heading = section != parts_.outline.sections.end() && !section->run_on &&
                           block.span.contains(section->heading.begin);
      const bool title = parts_.report.title && parts_.report.title->overlaps(block.span);
      if (!heading && !title) add_unit(block.span);
    }
  }

  void add_list_items() {
    for (const Enumeration& enumeration : parts_.outline.enumerations) {
      for (const EnumerationItem& item : enumeration.items) add_unit(item.span);
    }
    for (const Block& block : blocks_) {
      if (block.kind == BlockKind::list_item) add_unit(block.span);
    }
  }

  void add_pieces(Span span) {
    const auto unit = static_cast<std::uint32_t>(text_.units.size() - 1);
    while (span.size() > kLongestPiece) {
      const std::uint32_t cut = cut_before(span.begin, span.begin + kLongestPiece);
      text_.pieces.push_back({{span.begin, cut}, unit});
      span.begin = cut;
    }
    if (!span.empty()) text_.pieces.push_back({span, unit});
  }

  /// Behind the last full stop before `limit`, or else between two characters.
  [[nodiscard]] std::uint32_t cut_before(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::string_view kStop = "。";
    const std::size_t stop = text().substr(begin, limit - begin).rfind(kStop);
    if (stop != std::string_view::npos) return begin + static_cast<std::uint32_t>(stop + kStop.size());
    while (!text::is_code_point_start(text()[limit])) --limit;
    return limit;
  }

  const ReportParts& parts_;
  std::span<const Block> blocks_;
  ScopeText text_;
};

}  // namespace

ScopeText text_of(Scope scope, const ReportParts& parts) {
  return Collector(parts).collect(scope);
}

}  // namespace tallybook::own
