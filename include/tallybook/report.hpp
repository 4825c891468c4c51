// One work summary inside a document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook {

/// Proleptic Gregorian; a month or day of 0 is not told.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// Both ends included.
struct Period {
  Date from;
  Date to;
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

/// One report: a compiled page holds several, any other document one.
struct Report {
  std::uint32_t index = 0;
  Span span;
  std::uint32_t first_block = 0;
  std::uint32_t block_count = 0;
  std::optional<Span> title;
  std::optional<Span> organisation;
  std::optional<Span> area;
  std::optional<Period> period;
  std::optional<Date> date;
};

/// What splitting a document yields. Reports are in order and never overlap; boilerplate is what
/// lies outside them (a web page's time stamp, the site's introduction).
struct Compilation {
  std::vector<Report> reports;
  std::vector<Span> boilerplate;
};

}  // namespace tallybook
