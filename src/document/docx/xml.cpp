#include "document/docx/xml.hpp"

#include <charconv>
#include <utility>

#include "text/decode.hpp"

namespace tallybook::document::docx {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

tl::unexpected<Error> damaged(std::string_view file, std::string_view part, std::string_view what,
                              std::uint64_t offset) {
  return tl::unexpected(
      Error{ErrorCode::damaged_file, std::string(file), std::nullopt,
            std::string(part) + ", byte " + std::to_string(offset) + ": " + std::string(what)});
}

/// Walks without recursion, because it is what makes recursion safe.
bool deeper_than(const pugi::xml_document& document, int limit) {
  int depth = 0;
  pugi::xml_node node = document.first_child();
  while (node) {
    if (node.first_child()) {
      if (++depth > limit) return true;
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    node = node ? node.next_sibling() : node;
  }
  return false;
}

bool has_document_type(const pugi::xml_document& document) {
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_doctype) return true;
  }
  return false;
}

}  // namespace

Result<pugi::xml_document> parse_xml(std::string_view content, std::string_view part_name,
                                     std::string_view file_name) {
  const bool utf16 = content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");
  if (!utf16) {
    const std::size_t invalid = text::find_invalid_utf8(content);
    if (invalid != std::string_view::npos) return damaged(file_name, part_name, "invalid UTF-8", invalid);
  }
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(content.data(), content.size(),
                           pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
                           utf16 ? pugi::encoding_auto : pugi::encoding_utf8);
  if (!parsed) {
    return damaged(file_name, part_name, parsed.description(), static_cast<std::uint64_t>(parsed.offset));
  }
  if (has_document_type(document)) {
    return damaged(file_name, part_name, "a document type declaration is not allowed", 0);
  }
  if (deeper_than(document, kMaxXmlDepth)) {
    return tl::unexpected(
        Error{ErrorCode::limit_exceeded, std::string(file_name), std::nullopt,
              std::string(part_name) + ": elements nest deeper than " + std::to_string(kMaxXmlDepth)});
  }
  return document;
}

std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& candidate : node.children()) {
    if (local_name(candidate) == name) return candidate;
  }
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& candidate : node.attributes()) {
    if (without_prefix(candidate.name()) == name) return candidate.value();
  }
  return {};
}

std::optional<int> integer(const pugi::xml_node& node, std::string_view name) {
  const std::string_view digits = attribute(node, name);
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || digits.empty()) return std::nullopt;
  return value;
}

bool is_on(const pugi::xml_node& property) {
  if (!property) return false;
  const std::string_view value = attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace tallybook::document::docx
