#include "own/rule.hpp"

namespace tallybook::own {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::existence:
      return "existence";
    case Kind::substitution:
      return "substitution";
    case Kind::occurrence:
      return "occurrence";
    case Kind::consistency:
      return "consistency";
    case Kind::sequence:
      return "sequence";
  }
  return "";
}

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::report:
      return "report";
    case Scope::title:
      return "title";
    case Scope::heading:
      return "heading";
    case Scope::paragraph:
      return "paragraph";
    case Scope::sentence:
      return "sentence";
    case Scope::list_item:
      return "list_item";
  }
  return "";
}

}  // namespace tallybook::own
