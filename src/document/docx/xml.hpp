// XML parts, guarded, and looked at by local name: producers differ in their prefixes.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include <tallybook/result.hpp>

namespace tallybook::document::docx {

/// Elements deeper than this are found in attacks only; all walks below may therefore recurse.
inline constexpr int kMaxXmlDepth = 256;

/// Parses a part. Errors: damaged_file with the part's name and the offset in it; limit_exceeded
/// for too deep a nesting; a document type declaration, which OPC forbids, is damage.
[[nodiscard]] Result<pugi::xml_document> parse_xml(std::string_view content, std::string_view part_name,
                                                   std::string_view file_name);

/// "p" for <w:p>.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);

/// The first child with this local name; a null node where there is none.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// The attribute with this local name; empty where there is none.
[[nodiscard]] std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// The number in an attribute; empty where there is none or it is no number.
[[nodiscard]] std::optional<int> integer(const pugi::xml_node& node, std::string_view name = "val");

/// An on/off property like <w:vanish/>: present and not switched off.
[[nodiscard]] bool is_on(const pugi::xml_node& property);

}  // namespace tallybook::document::docx
