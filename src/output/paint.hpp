// Colour, only where it is wanted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tallybook/finding.hpp>

namespace tallybook::output {

enum class Ink : std::uint8_t { plain, bold, dim, red, yellow, cyan, blue, green };

/// Wraps text in ANSI colour sequences, or leaves it alone.
class Painter {
 public:
  explicit Painter(bool color) : color_(color) {}

  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool color_;
};

[[nodiscard]] Ink ink_of(Severity severity);

}  // namespace tallybook::output
