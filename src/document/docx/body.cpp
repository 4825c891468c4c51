#include "document/docx/body.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "document/docx/xml.hpp"
#include "text/characters.hpp"

namespace tallybook::document::docx {
namespace {

/// How a node takes part in the text, by its local name.
enum class Part : std::uint8_t { skipped, container, paragraph, table, run, alternatives };

Part part_of(std::string_view name) {
  struct Entry {
    std::string_view name;
    Part part;
  };
  // Deletions (del, moveFrom), properties and everything unknown are skipped.
  static constexpr Entry kEntries[] = {
      {"p", Part::paragraph},         {"r", Part::run},
      {"tbl", Part::table},           {"AlternateContent", Part::alternatives},
      {"ins", Part::container},       {"moveTo", Part::container},
      {"sdt", Part::container},       {"sdtContent", Part::container},
      {"customXml", Part::container}, {"smartTag", Part::container},
      {"hyperlink", Part::container}, {"fldSimple", Part::container},
      {"dir", Part::container},       {"bdo", Part::container},
      {"oMathPara", Part::container}, {"oMath", Part::container},
  };
  for (const Entry& entry : kEntries) {
    if (entry.name == name) return entry.part;
  }
  return Part::skipped;
}

/// The text of shapes in DrawingML has paragraphs and runs of its own kind: <a:p>, <a:r>.
constexpr std::string_view kDrawingText = "txBody";

struct Count {
  std::uint32_t paragraphs = 0;
  std::uint32_t runs = 0;  ///< outside of those paragraphs
};

/// What is passed over still counts: see BodyReader on places.
void count(const pugi::xml_node& node, bool in_paragraph, Count& sum) {
  const std::string_view name = local_name(node);
  if (name == kDrawingText) return;
  if (name == "p") {
    ++sum.paragraphs;
    in_paragraph = true;
  } else if (name == "r" && !in_paragraph) {
    ++sum.runs;
  }
  for (const pugi::xml_node& below : node.children()) count(below, in_paragraph, sum);
}

/// The branch of mc:AlternateContent to read: every reader of today knows what the first choice
/// needs; the fallback repeats its content for older ones.
pugi::xml_node chosen_branch(const pugi::xml_node& alternatives) {
  const pugi::xml_node choice = child(alternatives, "Choice");
  return choice ? choice : child(alternatives, "Fallback");
}

bool is_table_of_contents(const pugi::xml_node& content_control) {
  const pugi::xml_node gallery =
      child(child(child(content_control, "sdtPr"), "docPartObj"), "docPartGallery");
  return attribute(gallery, "val") == "Table of Contents";
}

/// The character of <w:sym w:char="F0B7"/>.
std::string symbol(const pugi::xml_node& node) {
  const std::string_view digits = attribute(node, "char");
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  // Symbol fonts put their characters at F000 and up, where they mean nothing without the font:
  // nearly all of them are ticks and bullets.
  const bool is_character = value >= 0x20 && value < 0xFFFE && !(value >= 0xD800 && value < 0xF900);
  std::string text;
  text::append_utf8(text, is_character ? static_cast<char32_t>(value) : U'•');
  return text;
}

/// The elements of this name in `container`, through content controls and the like.
void collect(const pugi::xml_node& container, std::string_view name, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view found_name = local_name(node);
    if (found_name == name) {
      found.push_back(node);
    } else if (part_of(found_name) == Part::container) {
      collect(node, name, found);
    }
  }
}

std::vector<pugi::xml_node> collect(const pugi::xml_node& container, std::string_view name) {
  std::vector<pugi::xml_node> found;
  collect(container, name, found);
  return found;
}

/// A frame drawn around text is a table of one cell; its text is no table.
bool is_frame(const std::vector<pugi::xml_node>& rows) {
  return rows.size() == 1 && collect(rows.front(), "tc").size() == 1;
}

std::uint32_t grid_columns(const pugi::xml_node& property, int least) {
  constexpr int kMostColumns = 1000;
  return static_cast<std::uint32_t>(std::clamp(integer(property).value_or(least), least, kMostColumns));
}

}  // namespace

std::uint32_t count_paragraphs(const pugi::xml_node& node) {
  Count sum;
  count(node, false, sum);
  return sum.paragraphs;
}

void BodyReader::read(const pugi::xml_node& container, std::uint32_t part, std::uint32_t first_paragraph,
                      BlockKind kind) {
  part_ = part;
  kind_ = kind;
  next_paragraph_ = first_paragraph;
  fields_.clear();
  fields_before_result_ = 0;
  mark_deleted_ = false;
  read_blocks(container);
  builder_.close();
}

void BodyReader::skip(const pugi::xml_node& node) {
  Count skipped;
  count(node, false, skipped);
  next_paragraph_ += skipped.paragraphs;
  next_run_ += skipped.runs;
}

void BodyReader::read_blocks(const pugi::xml_node& container) {
  for (const pugi::xml_node& node : container.children()) read_block(node);
}

void BodyReader::read_block(const pugi::xml_node& node) {
  switch (part_of(local_name(node))) {
    case Part::paragraph:
      return read_paragraph(node);
    case Part::table:
      return read_table(node);
    case Part::container:
      return is_table_of_contents(node) ? skip(node) : read_blocks(node);
    case Part::alternatives: {
      const pugi::xml_node branch = chosen_branch(node);
      for (const pugi::xml_node& other : node.children()) {
        if (other == branch)
          read_blocks(other);
        else
          skip(other);
      }
      return;
    }
    case Part::run:
    case Part::skipped:
      return skip(node);
  }
}

void BodyReader::read_text_boxes() {
  // A box may hold boxes, which its own paragraphs then read.
  const std::vector<TextBox> boxes = std::exchange(text_boxes_, {});
  const std::uint32_t next = next_paragraph_;
  for (const TextBox& box : boxes) {
    next_paragraph_ = box.first_paragraph;
    read_blocks(box.content);
    builder_.close();
  }
  next_paragraph_ = next;
}

void BodyReader::read_table(const pugi::xml_node& table) {
  builder_.close();
  mark_deleted_ = false;
  const std::vector<pugi::xml_node> rows = collect(table, "tr");
  if (is_frame(rows)) return read_blocks(collect(rows.front(), "tc").front());
  builder_.begin_table();
  std::uint32_t row = 0;
  for (const pugi::xml_node& node : rows) {
    if (child(child(node, "trPr"), "del")) {
      skip(node);
    } else {
      read_row(node, row++);
    }
  }
  builder_.end_table();
}

void BodyReader::read_row(const pugi::xml_node& node, std::uint32_t row) {
  const pugi::xml_node properties = child(node, "trPr");
  TableCell place;
  place.row = row;
  place.header = is_on(child(properties, "tblHeader"));
  place.column = grid_columns(child(properties, "gridBefore"), 0);
  builder_.begin_row();
  for (const pugi::xml_node& cell : collect(node, "tc")) {
    place.column_span = grid_columns(child(child(cell, "tcPr"), "gridSpan"), 1);
    read_cell(cell, place);
    place.column += place.column_span;
  }
  builder_.end_row();
}

void BodyReader::read_cell(const pugi::xml_node& node, const TableCell& place) {
  const pugi::xml_node merge = child(child(node, "tcPr"), "vMerge");
  if (merge && attribute(merge, "val") != "restart" && builder_.merge_with_cell_above(place.column)) {
    return skip(node);
  }
  builder_.begin_cell(place);
  read_blocks(node);
  builder_.end_cell();
  mark_deleted_ = false;
}

void BodyReader::read_paragraph(const pugi::xml_node& paragraph) {
  paragraph_ = next_paragraph_++;
  next_run_ = 0;
  const pugi::xml_node properties = child(paragraph, "pPr");
  const Style& style = styles_.find(attribute(child(properties, "pStyle"), "val"));
  const bool runs_on = std::exchange(mark_deleted_, is_on(child(child(properties, "rPr"), "del")));
  if (style.contents) {
    builder_.close();  // what is added while no block is open is dropped
  } else if (!runs_on || !builder_.is_open()) {
    open_block(properties, style);
  }
  read_inline(paragraph);
  if (!mark_deleted_ || text::trim(builder_.open_text()).empty() || !text_boxes_.empty()) builder_.close();
  if (!text_boxes_.empty()) read_text_boxes();
}

void BodyReader::open_block(const pugi::xml_node& properties, const Style& style) {
  constexpr int kBodyText = 9;
  std::optional<int> outline = integer(child(properties, "outlineLvl"));
  if (!outline) outline = style.outline_level;
  NumberingReference reference = numbering_reference(properties);
  if (!reference.numbering) reference.numbering = style.numbering.numbering;
  if (!reference.level) reference.level = style.numbering.level;
  const bool numbered = reference.numbering.value_or(0) > 0;

  block_kind_ = kind_;
  block_level_ = 0;
  if (outline && *outline >= 0 && *outline < kBodyText) {
    block_kind_ = BlockKind::heading;
    block_level_ = static_cast<std::uint8_t>(*outline + 1);
  } else if (style.title && !outline) {
    block_kind_ = BlockKind::heading;
  } else if (numbered) {
    block_kind_ = BlockKind::list_item;
    block_level_ = static_cast<std::uint8_t>(std::clamp(reference.level.value_or(0), 0, kListLevels - 1) + 1);
  }
  builder_.open(block_kind_, block_level_);
  if (!numbered) return;
  Origin label;
  label.part = part_;
  label.paragraph = paragraph_;
  label.generated = true;
  builder_.add(numbering_.next_label(reference, style.id), label);
}

void BodyReader::read_inline(const pugi::xml_node& container) {
  for (const pugi::xml_node& node : container.children()) {
    switch (part_of(local_name(node))) {
      case Part::run:
        read_run(node);
        break;
      case Part::container:
        read_inline(node);
        break;
      case Part::alternatives:
        for (const pugi::xml_node& branch : node.children()) {
          branch == chosen_branch(node) ? read_inline(branch) : skip(branch);
        }
        break;
      case Part::paragraph:
      case Part::table:
      case Part::skipped:
        skip(node);
        break;
    }
  }
}

void BodyReader::read_run(const pugi::xml_node& run) {
  // Runs nest in each other within <w:ruby>.
  const auto outer_run = std::exchange(run_, next_run_++);
  const auto outer_offset = std::exchange(run_offset_, 0);
  const bool vanishes = is_on(child(child(run, "rPr"), "vanish"));
  const bool outer_hidden = std::exchange(run_hidden_, run_hidden_ || vanishes);
  read_run_content(run);
  run_ = outer_run;
  run_offset_ = outer_offset;
  run_hidden_ = outer_hidden;
}

void BodyReader::read_run_content(const pugi::xml_node& container) {
  for (const pugi::xml_node& node : container.children()) read_run_node(node);
}

void BodyReader::read_run_node(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "t") {
    emit(node.child_value());
  } else if (name == "tab" || name == "ptab") {
    emit("\t");
  } else if (name == "br" || name == "cr") {
    end_line();
  } else if (name == "noBreakHyphen") {
    emit("-");
  } else if (name == "sym") {
    emit(symbol(node));
  } else if (name == "fldChar") {
    read_field_mark(node);
  } else if (name == "footnoteReference") {
    add_note(NoteKind::footnote, node);
  } else if (name == "endnoteReference") {
    add_note(NoteKind::endnote, node);
  } else if (name == "ruby") {
    for (const pugi::xml_node& part : node.children()) {
      local_name(part) == "rubyBase" ? read_inline(part) : skip(part);
    }
  } else if (name == "AlternateContent") {
    for (const pugi::xml_node& branch : node.children()) {
      branch == chosen_branch(node) ? read_run_content(branch) : skip(branch);
    }
  } else {
    find_text_boxes(node);
  }
}

void BodyReader::read_field_mark(const pugi::xml_node& mark) {
  const std::string_view type = attribute(mark, "fldCharType");
  if (type == "begin") {
    fields_.push_back(false);
    ++fields_before_result_;
  } else if (type == "separate" && !fields_.empty() && !fields_.back()) {
    fields_.back() = true;
    --fields_before_result_;
  } else if (type == "end" && !fields_.empty()) {
    if (!fields_.back()) --fields_before_result_;
    fields_.pop_back();
  }
}

void BodyReader::find_text_boxes(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "txbxContent") {
    if (is_shown()) text_boxes_.push_back({node, next_paragraph_});
    skip(node);
    return;
  }
  const bool alternatives = name == "AlternateContent";
  const pugi::xml_node branch = alternatives ? chosen_branch(node) : pugi::xml_node();
  for (const pugi::xml_node& below : node.children()) {
    !alternatives || below == branch ? find_text_boxes(below) : skip(below);
  }
}

void BodyReader::emit(std::string_view text) {
  if (is_shown()) {
    Origin origin;
    origin.part = part_;
    origin.paragraph = paragraph_;
    origin.run = run_;
    origin.offset = run_offset_;
    if (text.find('\n') == std::string_view::npos) {
      builder_.add(text, origin);
    } else {  // Word shows a line break inside <w:t> as a space
      std::string line(text);
      std::replace(line.begin(), line.end(), '\n', ' ');
      builder_.add(line, origin);
    }
  }
  run_offset_ += text.size();
}

void BodyReader::end_line() {
  if (is_shown() && builder_.is_open()) builder_.open(block_kind_, block_level_);
  ++run_offset_;
}

void BodyReader::add_note(NoteKind kind, const pugi::xml_node& reference) {
  if (is_shown()) notes_.push_back({kind, std::string(attribute(reference, "id"))});
}

}  // namespace tallybook::document::docx
