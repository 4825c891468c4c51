// The elements of a page into blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "document/html/boilerplate.hpp"
#include "document/html/source_text.hpp"
#include "document/html/tree.hpp"
#include "document/number_format.hpp"
#include "text/offset_map.hpp"

namespace tallybook::document::html {

/// Writes what a browser shows: white space collapsed, list items with their numbers, tables as
/// rows of cells. Full-width and no-break spaces stay.
class PageReader {
 public:
  PageReader(DocumentBuilder& builder, std::string_view html, const text::OffsetMap& map,
             const Elements& left_out)
      : builder_(builder), html_(html), map_(map), left_out_(left_out) {}

  void read(const GumboNode& root);

 private:
  /// The kind of block that text belongs to where it stands.
  struct Context {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;
    bool preformatted = false;
  };
  struct OpenList {
    bool ordered = false;
    std::uint32_t next = 1;
    NumberFormat format = NumberFormat::decimal;
  };
  /// White space that becomes a space once a character follows it.
  struct PendingSpace {
    std::size_t source = 0;
    bool has_line_break = false;
  };
  /// For each column of a table, how many rows the cell above still reaches down.
  using Coverage = std::vector<std::uint32_t>;

  void visit(const GumboNode& node);
  void visit_children(const GumboNode& node);
  void visit_within(const GumboNode& node, Context context);
  void visit_list(const GumboNode& list);
  void visit_list_item(const GumboNode& item);
  void visit_table(const GumboNode& table);
  void visit_row(const GumboNode& row, TableCell& place, Coverage& coverage);
  void read_text(const GumboText& node);
  void read_prose(const Piece& piece);
  void read_preformatted(const Piece& piece);

  void end_block();
  void write(std::string_view text, std::size_t source, std::size_t source_size);
  void write_pending_space(char32_t next);
  void open_block();

  DocumentBuilder& builder_;
  std::string_view html_;
  const text::OffsetMap& map_;
  const Elements& left_out_;
  Context context_;
  std::vector<OpenList> lists_;
  std::string label_;  ///< a list item's number, until its text begins
  std::optional<PendingSpace> space_;
};

}  // namespace tallybook::document::html
