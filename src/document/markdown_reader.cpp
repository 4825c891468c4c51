// Markdown: CommonMark with tables, parsed by MD4C. HTML tags in it are left out, the text between
// them stays. Lines indented by four spaces are paragraphs, because writers indent those.
#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/builder.hpp"
#include "document/decoded_source.hpp"
#include "document/html/references.hpp"
#include "document/markdown/lines.hpp"
#include "document/readers.hpp"
#include "text/decode.hpp"

namespace tallybook::document {
namespace {

using markdown::Line;
using markdown::Piece;

bool is_line_break_tag(std::string_view tag) {
  return tag == "<br>" || tag == "<br/>" || tag == "<br />" || tag == "<BR>";
}

constexpr std::string_view kCommentOpening = "<!--";
constexpr std::string_view kCommentEnd = "-->";

/// What makes MD4C stop; it goes on after positive values.
constexpr int kAbort = -1;

/// Receives the parser's events and writes blocks. A block's lines are gathered first, because
/// whether a line break only wraps a long line shows in all of them.
class MarkdownReader {
 public:
  MarkdownReader(DocumentBuilder& builder, const text::DecodedText& source)
      : builder_(builder), source_(source) {}

  /// False where a limit was met.
  bool read();

 private:
  struct List {
    bool ordered = false;
    std::uint32_t next = 1;
    char delimiter = '.';
  };

  /// A comment, by the line of its block that it stands in.
  struct HeldComment {
    std::string_view text;
    std::size_t line = 0;
    std::size_t source_line = 0;
  };

  int enter(MD_BLOCKTYPE type, const void* detail);
  int leave(MD_BLOCKTYPE type);
  int begin_cell(bool header);
  int add_text(MD_TEXTTYPE type, std::string_view text);
  void add_piece(std::string_view text, std::string_view source);
  void add_label(std::size_t text_offset);
  void add_comment(std::string_view opening);
  void end_line(bool soft);

  void flush();
  void write_lines();
  void place_comments();
  void open_block();
  void divide(const Line& line, const Line& next, std::size_t widest);
  void write(const Piece& piece);
  void write_generated(std::string_view text);
  [[nodiscard]] std::optional<std::size_t> source_offset(std::string_view text) const;

  DocumentBuilder& builder_;
  const text::DecodedText& source_;
  html::ReferenceDecoder references_;
  std::vector<Line> lines_;  ///< of the block that the parser is in
  std::vector<HeldComment> comments_;
  std::size_t counted_to_ = 0;  ///< the offset up to which the source's lines are counted
  std::size_t source_line_ = 1;
  std::vector<List> lists_;
  std::uint8_t heading_level_ = 0;
  bool in_code_ = false;
  bool label_pending_ = false;   ///< a list item's number goes before its first text
  std::string generated_label_;  ///< where the source does not show the number
  TableCell place_;
  std::size_t cells_ = 0;
};

bool MarkdownReader::read() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    return static_cast<MarkdownReader*>(self)->leave(type);
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    return static_cast<MarkdownReader*>(self)->add_text(type, {text, size});
  };
  return md_parse(source_.text.data(), static_cast<MD_SIZE>(source_.text.size()), &parser, this) == 0;
}

int MarkdownReader::enter(MD_BLOCKTYPE type, const void* detail) {
  flush();
  switch (type) {
    case MD_BLOCK_H:
      heading_level_ = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_CODE:
      in_code_ = true;
      break;
    case MD_BLOCK_UL:
      lists_.push_back({});
      break;
    case MD_BLOCK_OL: {
      const auto* list = static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
      lists_.push_back({true, list->start, list->mark_delimiter});
      break;
    }
    case MD_BLOCK_LI:
      label_pending_ = lists_.back().ordered;
      break;
    case MD_BLOCK_TABLE:
      builder_.begin_table();
      place_ = {};
      break;
    case MD_BLOCK_TR:
      builder_.begin_row();
      place_.column = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return begin_cell(type == MD_BLOCK_TH);
    default:
      break;
  }
  return 0;
}

int MarkdownReader::leave(MD_BLOCKTYPE type) {
  flush();
  switch (type) {
    case MD_BLOCK_H:
      heading_level_ = 0;
      break;
    case MD_BLOCK_CODE:
      in_code_ = false;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_LI:
      label_pending_ = false;
      ++lists_.back().next;
      break;
    case MD_BLOCK_TABLE:
      builder_.end_table();
      break;
    case MD_BLOCK_TR:
      builder_.end_row();
      ++place_.row;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      builder_.end_cell();
      ++place_.column;
      break;
    default:
      break;
  }
  return 0;
}

/// MD4C fills every row up to the width of the first, which lets a few bytes stand for billions of
/// cells: there cannot be more true ones than bytes.
int MarkdownReader::begin_cell(bool header) {
  if (++cells_ > source_.text.size()) return kAbort;
  place_.header = header;
  builder_.begin_cell(place_);
  return 0;
}

int MarkdownReader::add_text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_HTML:
      if (is_line_break_tag(text)) end_line(false);
      if (text.starts_with(kCommentOpening)) add_comment(text);
      break;
    case MD_TEXT_BR:
      end_line(false);
      break;
    case MD_TEXT_SOFTBR:
      end_line(true);
      break;
    case MD_TEXT_ENTITY:
      add_piece(references_.decode(text), text);
      break;
    default:
      if (in_code_ && text == "\n") {
        end_line(false);
      } else {
        add_piece(text, text);
      }
      break;
  }
  return 0;
}

/// Empty for text that MD4C keeps itself.
std::optional<std::size_t> MarkdownReader::source_offset(std::string_view text) const {
  const char* const begin = source_.text.data();
  const std::less<const char*> before;
  if (before(text.data(), begin) || !before(text.data(), begin + source_.text.size())) return std::nullopt;
  return static_cast<std::size_t>(text.data() - begin);
}

void MarkdownReader::add_piece(std::string_view text, std::string_view source) {
  if (lines_.empty()) lines_.emplace_back();
  const std::optional<std::size_t> offset = source_offset(source);
  if (label_pending_ && offset) add_label(*offset);
  lines_.back().pieces.push_back({text, offset, source.size()});
}

/// The number as it stands in the source: MD4C counts on by itself, which would hide a gap.
void MarkdownReader::add_label(std::size_t text_offset) {
  label_pending_ = false;
  const std::string_view label = markdown::find_list_number(source_.text, text_offset);
  if (!label.empty()) {
    lines_.back().pieces.push_back({label, source_offset(label), label.size()});
  } else {
    generated_label_ = std::to_string(lists_.back().next) + lists_.back().delimiter + ' ';
  }
}

/// MD4C hands a comment over in pieces, a line each: the whole is in the source.
void MarkdownReader::add_comment(std::string_view opening) {
  const auto offset = source_offset(opening);
  if (!offset) return;
  const std::string_view source = source_.text;
  const std::size_t begin = *offset + kCommentOpening.size();
  const std::size_t end = std::min(source.find(kCommentEnd, begin), source.size());
  if (*offset < counted_to_) return;
  source_line_ +=
      static_cast<std::size_t>(std::count(source.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                                          source.begin() + static_cast<std::ptrdiff_t>(*offset), '\n'));
  counted_to_ = *offset;
  comments_.push_back(
      {source.substr(begin, end - begin), lines_.empty() ? 0 : lines_.size() - 1, source_line_});
}

void MarkdownReader::end_line(bool soft) {
  if (lines_.empty()) return;
  lines_.back().ends_softly = soft;
  lines_.emplace_back();
}

void MarkdownReader::flush() {
  while (!lines_.empty() && lines_.back().pieces.empty()) lines_.pop_back();
  if (!lines_.empty()) write_lines();
  for (const HeldComment& comment : comments_) builder_.add_comment(comment.text, comment.source_line);
  comments_.clear();
  lines_.clear();
}

void MarkdownReader::write_lines() {
  place_comments();
  auto comment = comments_.begin();
  open_block();
  write_generated(std::exchange(generated_label_, {}));
  std::size_t widest = 0;
  for (const Line& line : lines_) widest = std::max(widest, markdown::width(line));
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (; comment != comments_.end() && comment->line == i; ++comment) {
      builder_.add_comment(comment->text, comment->source_line);
    }
    for (const Piece& piece : lines_[i].pieces) write(piece);
    if (i + 1 < lines_.size()) divide(lines_[i], lines_[i + 1], widest);
  }
  builder_.close();
  comments_.clear();
}

/// A comment alone on its line belongs to the next line of words, or where none follows to the last.
void MarkdownReader::place_comments() {
  std::size_t line = lines_.size();
  std::size_t next_words = lines_.size() - 1;
  for (auto comment = comments_.rbegin(); comment != comments_.rend(); ++comment) {
    while (line > comment->line) {
      if (!lines_[--line].pieces.empty()) next_words = line;
    }
    comment->line = next_words;
  }
}

void MarkdownReader::open_block() {
  if (heading_level_ > 0) {
    builder_.open(BlockKind::heading, heading_level_);
  } else if (!lists_.empty()) {
    constexpr std::size_t kDeepest = 255;
    builder_.open(BlockKind::list_item, static_cast<std::uint8_t>(std::min(lists_.size(), kDeepest)));
  } else {
    builder_.open(BlockKind::paragraph);
  }
}

void MarkdownReader::divide(const Line& line, const Line& next, std::size_t widest) {
  const bool one_paragraph = heading_level_ > 0 || markdown::is_wrapped(line, widest);
  if (!one_paragraph) {
    open_block();
  } else if (!markdown::joins_without_space(line, next)) {
    write_generated(" ");
  }
}

void MarkdownReader::write(const Piece& piece) {
  if (!piece.source) {
    write_generated(piece.text);
  } else if (piece.source_size == piece.text.size()) {
    add_decoded(builder_, piece.text, *piece.source, source_.map);
  } else {
    add_reference(builder_, piece.text, *piece.source, piece.source_size, source_.map);
  }
}

void MarkdownReader::write_generated(std::string_view text) {
  Origin origin;
  origin.generated = true;
  builder_.add(text, origin);
}

}  // namespace

Result<Document> read_markdown(std::string_view bytes, std::string_view name) {
  const Result<text::DecodedText> decoded = text::decode(bytes, name);
  if (!decoded) return tl::unexpected(decoded.error());
  DocumentBuilder builder(name, Format::markdown);
  builder.set_encoding(decoded->encoding);
  if (!MarkdownReader(builder, *decoded).read()) {
    return tl::unexpected(Error{ErrorCode::limit_exceeded, std::string(name), std::nullopt,
                                "a table has more cells than the file has bytes"});
  }
  return std::move(builder).finish();
}

}  // namespace tallybook::document
