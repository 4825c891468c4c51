#include <tallybook/finding.hpp>

namespace tallybook {

std::string_view name_of(Severity value) {
  switch (value) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

Coverage& Coverage::operator+=(const Coverage& other) {
  figures += other.figures;
  with_subject += other.with_subject;
  linked += other.linked;
  checkable += other.checkable;
  checked += other.checked;
  passed += other.passed;
  failed += other.failed;
  return *this;
}

}  // namespace tallybook
