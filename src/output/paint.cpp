#include "output/paint.hpp"

namespace tallybook::output {
namespace {

/// SGR parameters (ECMA-48, 8.3.117).
std::string_view parameters(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "1";
    case Ink::dim:
      return "2";
    case Ink::red:
      return "1;31";
    case Ink::yellow:
      return "1;33";
    case Ink::cyan:
      return "1;36";
    case Ink::blue:
      return "1;34";
    case Ink::green:
      return "1;32";
  }
  return "";
}

}  // namespace

std::string Painter::operator()(Ink ink, std::string_view text) const {
  if (!color_ || ink == Ink::plain || text.empty()) return std::string(text);
  std::string painted = "\x1b[";
  painted.append(parameters(ink)).append("m").append(text).append("\x1b[0m");
  return painted;
}

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Ink::red;
    case Severity::warning:
      return Ink::yellow;
    case Severity::note:
      return Ink::cyan;
  }
  return Ink::plain;
}

}  // namespace tallybook::output
