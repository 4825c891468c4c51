// DOCX: a package of XML parts (ECMA-376). The parts' names are those that Word, WPS and LibreOffice
// write; detect_format knows a DOCX by the first of them.
#include <map>
#include <set>
#include <utility>

#include "document/builder.hpp"
#include "document/docx/body.hpp"
#include "document/docx/package.hpp"
#include "document/docx/xml.hpp"
#include "document/readers.hpp"
#include "text/decode.hpp"

namespace tallybook::document {
namespace {

const std::string kDocumentPart = "word/document.xml";
const std::string kStylesPart = "word/styles.xml";
const std::string kNumberingPart = "word/numbering.xml";
const std::string kFootnotesPart = "word/footnotes.xml";
const std::string kEndnotesPart = "word/endnotes.xml";

constexpr std::uint32_t kBody = 0;
constexpr std::uint32_t kFootnotes = 1;
constexpr std::uint32_t kEndnotes = 2;

struct Parts {
  pugi::xml_document body;
  pugi::xml_document styles;
  pugi::xml_document numbering;
  pugi::xml_document footnotes;
  pugi::xml_document endnotes;
};

tl::unexpected<Error> damaged(std::string_view name, std::string detail) {
  return tl::unexpected(Error{ErrorCode::damaged_file, std::string(name), std::nullopt, std::move(detail)});
}

/// An empty document where the package lacks the part.
Result<pugi::xml_document> load_part(docx::Package& package, const std::string& part, std::string_view name) {
  const auto content = package.part(part);
  if (!content) return tl::unexpected(content.error());
  if (!*content) return pugi::xml_document();
  return docx::parse_xml(**content, part, name);
}

Result<Parts> load_parts(std::string_view bytes, std::string_view name) {
  Result<docx::Package> package = docx::Package::open(bytes, name);
  if (!package) return tl::unexpected(package.error());
  Parts parts;
  const std::pair<const std::string&, pugi::xml_document&> wanted[] = {{kDocumentPart, parts.body},
                                                                       {kStylesPart, parts.styles},
                                                                       {kNumberingPart, parts.numbering},
                                                                       {kFootnotesPart, parts.footnotes},
                                                                       {kEndnotesPart, parts.endnotes}};
  for (const auto& [part, target] : wanted) {
    Result<pugi::xml_document> loaded = load_part(*package, part, name);
    if (!loaded) return tl::unexpected(loaded.error());
    target = std::move(*loaded);
  }
  return parts;
}

struct Note {
  pugi::xml_node content;
  std::uint32_t first_paragraph = 0;
};
using Notes = std::map<std::string, Note, std::less<>>;

Notes index_notes(const pugi::xml_document& part) {
  Notes notes;
  std::uint32_t paragraph = 0;
  for (const pugi::xml_node& node : part.document_element().children()) {
    notes.emplace(docx::attribute(node, "id"), Note{node, paragraph});
    paragraph += docx::count_paragraphs(node);
  }
  return notes;
}

/// Writes the notes after the body, in the order in which the text refers to them. Notes may refer
/// to notes, even to themselves: each is written once.
void read_notes(docx::BodyReader& reader, const Parts& parts) {
  const Notes footnotes = index_notes(parts.footnotes);
  const Notes endnotes = index_notes(parts.endnotes);
  std::set<const Note*> written;
  for (std::size_t i = 0; i < reader.notes().size(); ++i) {
    const docx::NoteReference reference = reader.notes()[i];
    const bool is_footnote = reference.kind == docx::NoteKind::footnote;
    const Notes& notes = is_footnote ? footnotes : endnotes;
    const auto found = notes.find(reference.id);
    if (found == notes.end() || !written.insert(&found->second).second) continue;
    reader.read(found->second.content, is_footnote ? kFootnotes : kEndnotes, found->second.first_paragraph,
                BlockKind::footnote);
  }
}

}  // namespace

Result<Document> read_docx(std::string_view bytes, std::string_view name) {
  const Result<Parts> parts = load_parts(bytes, name);
  if (!parts) return tl::unexpected(parts.error());
  const pugi::xml_node body = docx::child(parts->body.document_element(), "body");
  if (!body) return damaged(name, kDocumentPart + " has no body");

  DocumentBuilder builder(name, Format::docx);
  builder.set_parts({kDocumentPart, kFootnotesPart, kEndnotesPart});
  const docx::Styles styles(parts->styles.document_element());
  docx::Numbering numbering(parts->numbering.document_element());
  docx::BodyReader reader(builder, styles, numbering);
  reader.read(body, kBody, 0, BlockKind::paragraph);
  read_notes(reader, *parts);

  Result<Document> document = std::move(builder).finish();
  // A numeric reference (&#xD800;) can name what is no character.
  if (document && text::find_invalid_utf8(document->text) != std::string_view::npos) {
    return damaged(name, kDocumentPart + " refers to a character that does not exist");
  }
  return document;
}

}  // namespace tallybook::document
