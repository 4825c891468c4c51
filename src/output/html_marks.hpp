// The places of findings in a text, as HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/finding.hpp>

namespace tallybook::output {

/// `text` harmless in HTML text and in quoted attributes.
[[nodiscard]] std::string html_escaped(std::string_view text);

/// The id of something in a file's part of the page, and a link to it: no two files share one.
[[nodiscard]] std::string html_id(std::string_view file, std::string_view what, std::size_t number);

/// The findings of one file, by number from 1, and where they are marked.
class HtmlMarks {
 public:
  /// The findings come in the order of their places.
  HtmlMarks(std::string_view text, std::string_view file, std::vector<const Finding*> findings);

  /// A stretch of the text: what findings are about is marked and numbered, what they rest on underlined.
  [[nodiscard]] std::string marked(Span span) const;

  struct Numbered {
    const Finding* finding = nullptr;
    std::size_t number = 0;
  };
  /// The findings whose place begins in the span.
  [[nodiscard]] std::vector<Numbered> findings_in(Span span) const;

 private:
  struct Place {
    Span span;
    std::size_t number = 0;
    bool related = false;
    Severity severity = Severity::note;
  };
  [[nodiscard]] std::vector<const Place*> places_in(Span span) const;
  void append_piece(std::string& out, Span piece, const std::vector<const Place*>& over) const;

  std::string_view text_;
  std::string_view file_;
  std::vector<const Finding*> findings_;
  std::vector<Place> places_;              ///< ascending by begin
  std::vector<std::uint32_t> latest_end_;  ///< of the places up to each, so that a search knows where to stop
};

}  // namespace tallybook::output
