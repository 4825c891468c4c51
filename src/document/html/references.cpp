#include "document/html/references.hpp"

#include <charconv>
#include <utility>

#include "document/html/tree.hpp"
#include "text/characters.hpp"

namespace tallybook::document::html {
namespace {

/// HTML names 2231; beyond twice as many, names are made up.
constexpr std::size_t kMostReferences = 5000;

std::string decode_number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  const bool is_character = value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000);
  std::string text;
  text::append_utf8(text, is_character ? static_cast<char32_t>(value) : U'\uFFFD');
  return text;
}

const GumboNode* find_text(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return &node;
  for (const GumboNode* below : children(node)) {
    if (const GumboNode* text = find_text(*below)) return text;
  }
  return nullptr;
}

std::string decode_name(std::string_view reference) {
  const Tree tree(reference);
  const GumboNode* text = find_text(tree.root());
  return text == nullptr ? std::string(reference) : text->v.text.text;
}

}  // namespace

std::string_view ReferenceDecoder::decode(std::string_view reference) {
  const auto found = known_.find(reference);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostReferences) return reference;
  const bool numeric = reference.starts_with("&#") && reference.ends_with(';');
  std::string text =
      numeric ? decode_number(reference.substr(2, reference.size() - 3)) : decode_name(reference);
  return known_.emplace(reference, std::move(text)).first->second;
}

}  // namespace tallybook::document::html
