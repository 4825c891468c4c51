// The content of a part (the body, the notes) into blocks.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "document/docx/numbering.hpp"
#include "document/docx/styles.hpp"

namespace tallybook::document::docx {

/// How many paragraphs start in `node`, itself included.
[[nodiscard]] std::uint32_t count_paragraphs(const pugi::xml_node& node);

enum class NoteKind : std::uint8_t { footnote, endnote };

struct NoteReference {
  NoteKind kind = NoteKind::footnote;
  std::string id;
};

/// Writes what a reader of the final document sees: insertions without deletions, results of fields
/// without their codes, no hidden text, no table of contents.
///
/// Places are counted so that another program finds them: paragraphs by their order of start tags
/// in the part, runs likewise in their paragraph (those of text boxes belong to the box's own
/// paragraphs), whether they are shown or not.
class BodyReader {
 public:
  BodyReader(DocumentBuilder& builder, const Styles& styles, Numbering& numbering)
      : builder_(builder), styles_(styles), numbering_(numbering) {}

  /// Reads the blocks in `container`, whose first paragraph has the number `first_paragraph`, as
  /// `kind` unless they are headings, list items or cells.
  void read(const pugi::xml_node& container, std::uint32_t part, std::uint32_t first_paragraph,
            BlockKind kind);

  /// The notes that the text refers to, in order of reference.
  [[nodiscard]] const std::vector<NoteReference>& notes() const { return notes_; }

 private:
  struct TextBox {
    pugi::xml_node content;
    std::uint32_t first_paragraph = 0;
  };

  // Blocks.
  void read_blocks(const pugi::xml_node& container);
  void read_block(const pugi::xml_node& node);
  void read_text_boxes();
  void skip(const pugi::xml_node& node);

  // Tables.
  void read_table(const pugi::xml_node& table);
  void read_row(const pugi::xml_node& node, std::uint32_t row);
  void read_cell(const pugi::xml_node& node, const TableCell& place);

  // Paragraphs and what is in them.
  void read_paragraph(const pugi::xml_node& paragraph);
  void open_block(const pugi::xml_node& properties, const Style& style);
  void read_inline(const pugi::xml_node& container);
  void read_run(const pugi::xml_node& run);
  void read_run_content(const pugi::xml_node& container);
  void read_run_node(const pugi::xml_node& node);
  void read_field_mark(const pugi::xml_node& mark);
  void find_text_boxes(const pugi::xml_node& node);
  void emit(std::string_view text);
  void end_line();
  void add_note(NoteKind kind, const pugi::xml_node& reference);

  [[nodiscard]] bool is_shown() const { return !run_hidden_ && fields_before_result_ == 0; }

  DocumentBuilder& builder_;
  const Styles& styles_;
  Numbering& numbering_;
  std::vector<NoteReference> notes_;

  std::uint32_t part_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint32_t next_paragraph_ = 0;
  std::uint32_t next_run_ = 0;

  // The open paragraph and run.
  std::uint32_t paragraph_ = 0;
  BlockKind block_kind_ = BlockKind::paragraph;
  std::uint8_t block_level_ = 0;
  bool mark_deleted_ = false;  ///< the last paragraph runs on into the next
  std::uint32_t run_ = 0;
  std::uint64_t run_offset_ = 0;
  bool run_hidden_ = false;

  std::vector<bool> fields_;  ///< for each open field: whether its result has begun
  std::uint32_t fields_before_result_ = 0;
  std::vector<TextBox> text_boxes_;  ///< met in the open paragraph, to be read after it
};

}  // namespace tallybook::document::docx
