#include "checks/brackets.hpp"

#include <array>

namespace tallybook::checks {
namespace {

struct Shape {
  BracketKind kind;
  bool opens;
};

std::optional<Shape> shape_of(char32_t c) {
  switch (c) {
    case U'(':
    case U'（':
      return Shape{BracketKind::round, true};
    case U')':
    case U'）':
      return Shape{BracketKind::round, false};
    case U'[':
    case U'［':
      return Shape{BracketKind::square, true};
    case U']':
    case U'］':
      return Shape{BracketKind::square, false};
    case U'〔':
      return Shape{BracketKind::tortoise, true};
    case U'〕':
      return Shape{BracketKind::tortoise, false};
    case U'【':
      return Shape{BracketKind::lenticular, true};
    case U'】':
      return Shape{BracketKind::lenticular, false};
    case U'《':
      return Shape{BracketKind::title, true};
    case U'》':
      return Shape{BracketKind::title, false};
    case U'〈':
      return Shape{BracketKind::inner_title, true};
    case U'〉':
      return Shape{BracketKind::inner_title, false};
    case U'“':
      return Shape{BracketKind::double_quote, true};
    case U'”':
      return Shape{BracketKind::double_quote, false};
    case U'‘':
      return Shape{BracketKind::single_quote, true};
    case U'’':
      return Shape{BracketKind::single_quote, false};
    case U'「':
      return Shape{BracketKind::corner, true};
    case U'」':
      return Shape{BracketKind::corner, false};
    case U'『':
      return Shape{BracketKind::inner_corner, true};
    case U'』':
      return Shape{BracketKind::inner_corner, false};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Bracket> bracket_of(char32_t c, std::uint32_t offset, std::uint32_t size) {
  const std::optional<Shape> shape = shape_of(c);
  if (!shape) return std::nullopt;
  return Bracket{{offset, offset + size}, shape->kind, shape->opens};
}

std::string_view pair_name(BracketKind kind) {
  constexpr std::array<std::string_view, kBracketKinds> kNames = {"（）", "[]", "〔〕", "【】", "《》",
                                                                  "〈〉", "“”", "‘’",   "「」", "『』"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace tallybook::checks
