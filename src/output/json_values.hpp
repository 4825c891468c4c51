// How the values of a document are written in JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include <tallybook/report.hpp>
#include <tallybook/span.hpp>

#include "text/line_index.hpp"

namespace tallybook::output {

using Json = nlohmann::ordered_json;

/// A JSON string with its quotes. Bytes that are no UTF-8 (a file's name may hold any) become U+FFFD.
[[nodiscard]] std::string quoted_json(std::string_view text);

/// On one line, and never throws: see quoted_json.
[[nodiscard]] std::string dumped(const Json& json);

/// "2010", "2010-06" or "2010-06-30", as far as the text tells.
[[nodiscard]] std::string iso_date(Date date);

[[nodiscard]] Json json_period(const std::optional<Period>& period);

struct CheckTotals;

/// The member `coverage` of the check's contract.
[[nodiscard]] Json json_coverage(const CheckTotals& totals);

/// The text of a document with its index: makes spans into code points and words.
class JsonText {
 public:
  explicit JsonText(std::string_view text) : text_(text), lines_(text) {}

  [[nodiscard]] std::uint32_t begin(Span span) const { return lines_.code_points(span.begin); }
  [[nodiscard]] std::uint32_t end(Span span) const { return lines_.code_points(span.end); }
  [[nodiscard]] std::string_view words(Span span) const { return slice(text_, span); }
  /// The words, or null.
  [[nodiscard]] Json words(const std::optional<Span>& span) const;

 private:
  std::string_view text_;
  text::LineIndex lines_;
};

}  // namespace tallybook::output
