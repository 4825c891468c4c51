// HTML parsed by Gumbo, guarded against input on which that takes too long or too much memory.
#pragma once

#include <gumbo.h>

#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tallybook::document::html {

/// Which limit of the parser the markup would break, or empty: elements nested too deeply, too many
/// attributes, too many unclosed formatting elements (which are repeated in every later block).
/// Cheap and on the safe side; a browser, too, stops nesting at 512.
[[nodiscard]] std::string find_broken_limit(std::string_view html);

/// A parsed page. All of it lives in one arena and goes at once: Gumbo's own clean-up recurses.
class Tree {
 public:
  /// `html` is valid UTF-8, keeps within the limits and outlives the tree.
  explicit Tree(std::string_view html);
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const GumboNode& root() const { return *output_->root; }

 private:
  std::pmr::monotonic_buffer_resource arena_;
  const GumboOutput* output_;
};

[[nodiscard]] bool is_element(const GumboNode& node);
[[nodiscard]] GumboTag tag_of(const GumboNode& node);
/// Children of an element; none of any other node.
[[nodiscard]] std::span<const GumboNode* const> children(const GumboNode& node);
/// An attribute's value; empty where the element lacks it.
[[nodiscard]] std::optional<std::string_view> attribute(const GumboNode& node, const char* name);

}  // namespace tallybook::document::html
