#include <charconv>
#include <tallybook/analysis.hpp>

namespace tallybook {
namespace {

constexpr std::size_t kKeyDigits = 16;

}  // namespace

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

std::string_view name_of(AcceptedBy value) {
  switch (value) {
    case AcceptedBy::comment:
      return "comment";
    case AcceptedBy::setting:
      return "setting";
    case AcceptedBy::baseline:
      return "baseline";
  }
  return "";
}

std::string key_text(std::uint64_t key) {
  std::string text(kKeyDigits, '0');
  for (auto digit = text.rbegin(); key != 0; ++digit, key >>= 4U) *digit = "0123456789abcdef"[key & 0xFU];
  return text;
}

std::optional<std::uint64_t> parse_key(std::string_view text) {
  const bool digits =
      text.size() == kKeyDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!digits) return std::nullopt;
  std::uint64_t key = 0;
  std::from_chars(text.data(), text.data() + text.size(), key, 16);
  return key;
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
