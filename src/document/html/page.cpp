#include "document/html/page.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/decoded_source.hpp"
#include "document/html/elements.hpp"
#include "document/prose.hpp"
#include "text/characters.hpp"

namespace tallybook::document::html {
namespace {

/// HTML's own bounds for colspan and rowspan.
constexpr std::uint32_t kMostColumns = 1000;
constexpr std::uint32_t kMostRows = 65534;

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::optional<std::uint32_t> number(const GumboNode& element, const char* name) {
  const std::string_view digits = attribute(element, name).value_or("");
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{}) return std::nullopt;
  return value;
}

std::uint32_t span_of(const GumboNode& cell, const char* name, std::uint32_t most) {
  return std::clamp(number(cell, name).value_or(1), 1u, most);
}

NumberFormat list_format(std::string_view type) {
  if (type == "a") return NumberFormat::lower_letter;
  if (type == "A") return NumberFormat::upper_letter;
  if (type == "i") return NumberFormat::lower_roman;
  if (type == "I") return NumberFormat::upper_roman;
  return NumberFormat::decimal;
}

/// The rows of a table, with the comments between them, through its sections but not those of tables within.
void collect_rows(const GumboNode& node, std::vector<const GumboNode*>& rows) {
  for (const GumboNode* below : children(node)) {
    const GumboTag tag = tag_of(*below);
    if (below->type == GUMBO_NODE_COMMENT) {
      rows.push_back(below);
    } else if (tag == GUMBO_TAG_TR) {
      if (!is_hidden(*below)) rows.push_back(below);
    } else if (tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT) {
      collect_rows(*below, rows);
    }
  }
}

}  // namespace

void PageReader::read(const GumboNode& root) {
  visit(root);
  end_block();
}

void PageReader::visit(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    return read_text(node.v.text);
  }
  if (node.type == GUMBO_NODE_COMMENT) {
    return builder_.add_comment(node.v.text.text, node.v.text.start_pos.line);
  }
  if (!is_element(node) || is_hidden(node) || left_out_.count(&node) > 0) return;
  switch (kind_of(node)) {
    case ElementKind::inline_text:
      return visit_children(node);
    case ElementKind::block:
      return visit_within(node, context_);
    case ElementKind::heading:
      return visit_within(node, {BlockKind::heading, heading_level(node), false});
    case ElementKind::preformatted:
      return visit_within(node, {context_.kind, context_.level, true});
    case ElementKind::list:
      return visit_list(node);
    case ElementKind::list_item:
      return visit_list_item(node);
    case ElementKind::table:
      return visit_table(node);
    case ElementKind::line_break:
      return end_block();
    case ElementKind::unread:
      return;
  }
}

void PageReader::visit_children(const GumboNode& node) {
  for (const GumboNode* below : children(node)) visit(*below);
}

void PageReader::visit_within(const GumboNode& node, Context context) {
  end_block();
  const Context outer = std::exchange(context_, context);
  visit_children(node);
  end_block();
  context_ = outer;
}

void PageReader::visit_list(const GumboNode& list) {
  OpenList open;
  open.ordered = tag_of(list) == GUMBO_TAG_OL;
  open.next = number(list, "start").value_or(1);
  open.format = list_format(attribute(list, "type").value_or("1"));
  lists_.push_back(open);
  visit_within(list, context_);
  lists_.pop_back();
}

void PageReader::visit_list_item(const GumboNode& item) {
  const auto level =
      static_cast<std::uint8_t>(std::min<std::size_t>(std::max<std::size_t>(lists_.size(), 1), 255));
  end_block();
  if (!lists_.empty() && lists_.back().ordered) {
    OpenList& list = lists_.back();
    list.next = number(item, "value").value_or(list.next);
    label_ = format_number(list.next++, list.format) + ". ";
  }
  visit_within(item, {BlockKind::list_item, level, false});
  label_.clear();
}

void PageReader::visit_table(const GumboNode& table) {
  if (is_layout_table(table)) return visit_within(table, context_);
  end_block();
  const Context outer = std::exchange(context_, {});
  std::vector<const GumboNode*> rows;
  for (const GumboNode* below : children(table)) {
    if (tag_of(*below) == GUMBO_TAG_CAPTION) visit(*below);
  }
  collect_rows(table, rows);
  builder_.begin_table();
  TableCell place;
  Coverage coverage;
  for (const GumboNode* row : rows) {
    if (row->type == GUMBO_NODE_COMMENT) {
      visit(*row);
      continue;
    }
    visit_row(*row, place, coverage);
    ++place.row;
  }
  builder_.end_table();
  context_ = outer;
}

void PageReader::visit_row(const GumboNode& row, TableCell& place, Coverage& coverage) {
  builder_.begin_row();
  place.column = 0;
  const auto pass_covered = [this, &place, &coverage] {
    for (; place.column < coverage.size() && coverage[place.column] > 0; ++place.column) {
      --coverage[place.column];
      builder_.pass_covered_place();
    }
  };
  for (const GumboNode* cell : children(row)) {
    const GumboTag tag = tag_of(*cell);
    if (cell->type == GUMBO_NODE_COMMENT) visit(*cell);
    if ((tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) || is_hidden(*cell)) continue;
    pass_covered();
    place.header = tag == GUMBO_TAG_TH;
    place.column_span = span_of(*cell, "colspan", kMostColumns);
    place.row_span = span_of(*cell, "rowspan", kMostRows);
    builder_.begin_cell(place);
    visit_within(*cell, {});
    builder_.end_cell();
    if (place.row_span > 1 && place.column < kMostColumns) {
      const std::size_t end = std::min(place.column + place.column_span, kMostColumns);
      if (coverage.size() < end) coverage.resize(end, 0);
      std::fill(coverage.begin() + place.column, coverage.begin() + static_cast<std::ptrdiff_t>(end),
                place.row_span - 1);
    }
    place.column += place.column_span;
  }
  pass_covered();
  builder_.end_row();
}

void PageReader::read_text(const GumboText& node) {
  for (const Piece& piece : align_text(node, html_)) {
    context_.preformatted ? read_preformatted(piece) : read_prose(piece);
  }
}

void PageReader::read_prose(const Piece& piece) {
  std::size_t at = 0;
  while (at < piece.text.size()) {
    if (is_blank(piece.text[at])) {
      if (!space_) space_ = PendingSpace{piece.source + at, false};
      space_->has_line_break = space_->has_line_break || piece.text[at] == '\n';
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < piece.text.size() && !is_blank(piece.text[end])) ++end;
    write_pending_space(text::code_point_at(piece.text, at).value);
    const std::size_t size = end - at;
    write(piece.text.substr(at, size), piece.source + at, piece.is_reference() ? piece.source_size : size);
    at = end;
  }
}

void PageReader::read_preformatted(const Piece& piece) {
  std::size_t begin = 0;
  while (begin <= piece.text.size()) {
    const std::size_t end = std::min(piece.text.find('\n', begin), piece.text.size());
    const std::size_t size = end - begin;
    write(piece.text.substr(begin, size), piece.source + begin,
          piece.is_reference() ? piece.source_size : size);
    if (end < piece.text.size()) end_block();
    begin = end + 1;
  }
}

void PageReader::end_block() {
  builder_.close();
  space_.reset();
}

void PageReader::open_block() {
  builder_.open(context_.kind, context_.level);
  if (label_.empty()) return;
  Origin generated;
  generated.generated = true;
  builder_.add(std::exchange(label_, {}), generated);
}

void PageReader::write_pending_space(char32_t next) {
  const std::optional<PendingSpace> space = std::exchange(space_, std::nullopt);
  if (!space || !builder_.is_open()) return;
  const std::string_view before = builder_.open_text();
  const char32_t last = text::code_point_before(before, before.size()).value;
  if (last == U' ' || (space->has_line_break && joins_without_space(last, next))) return;
  write(" ", space->source, 1);
}

void PageReader::write(std::string_view text, std::size_t source, std::size_t source_size) {
  if (text.empty()) return;
  if (!builder_.is_open()) open_block();
  if (source_size != text.size()) {
    add_reference(builder_, text, source, source_size, map_);
  } else {
    add_decoded(builder_, text, source, map_);
  }
}

}  // namespace tallybook::document::html
