#include "document/html/tree.hpp"

#include <cstddef>

namespace tallybook::document::html {
namespace {

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size, alignof(std::max_align_t));
}

void keep(void*, void*) {}

}  // namespace

Tree::Tree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena_;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::span<const GumboNode* const> children(const GumboNode& node) {
  if (!is_element(node)) return {};
  const GumboVector& vector = node.v.element.children;
  return {reinterpret_cast<const GumboNode* const*>(vector.data), vector.length};
}

std::optional<std::string_view> attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return std::nullopt;
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  if (found == nullptr) return std::nullopt;
  return found->value;
}

}  // namespace tallybook::document::html
