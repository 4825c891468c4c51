#include "output/html_marks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "output/display.hpp"

namespace tallybook::output {
namespace {

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    const char c = text[at];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\t') {
      out += '\t';
    } else {
      out += glyph.shown;
    }
    at += glyph.size;
  }
  return out;
}

std::string html_id(std::string_view file, std::string_view what, std::size_t number) {
  std::string id(what);
  id += fmt::format("{}-", number);
  for (const char c : file) {
    id += is_plain(c) ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

HtmlMarks::HtmlMarks(std::string_view text, std::string_view file, std::vector<const Finding*> findings)
    : text_(text), file_(file), findings_(std::move(findings)) {
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    const Finding& finding = *findings_[i];
    places_.push_back({finding.span, i + 1, false, finding.severity});
    for (const Related& related : finding.related) {
      places_.push_back({related.span, i + 1, true, finding.severity});
    }
  }
  std::stable_sort(places_.begin(), places_.end(),
                   [](const Place& a, const Place& b) { return a.span.begin < b.span.begin; });
  std::uint32_t latest = 0;
  for (const Place& place : places_) {
    latest = std::max(latest, place.span.end);
    latest_end_.push_back(latest);
  }
}

std::vector<HtmlMarks::Numbered> HtmlMarks::findings_in(Span span) const {
  const auto first =
      std::lower_bound(findings_.begin(), findings_.end(), span.begin,
                       [](const Finding* finding, std::uint32_t at) { return finding->span.begin < at; });
  std::vector<Numbered> found;
  for (auto it = first; it != findings_.end() && (*it)->span.begin < span.end; ++it) {
    found.push_back({*it, static_cast<std::size_t>(it - findings_.begin()) + 1});
  }
  return found;
}

/// Empty places count where they stand inside.
std::vector<const HtmlMarks::Place*> HtmlMarks::places_in(Span span) const {
  const auto last =
      std::lower_bound(places_.begin(), places_.end(), span.end,
                       [](const Place& place, std::uint32_t at) { return place.span.begin < at; });
  std::vector<const Place*> found;
  for (auto i = static_cast<std::size_t>(last - places_.begin()); i-- > 0 && latest_end_[i] >= span.begin;) {
    const Place& place = places_[i];
    const bool empty_inside = place.span.empty() && span.begin <= place.span.begin;
    if (place.span.overlaps(span) || empty_inside) found.push_back(&place);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

/// The worst finding over a piece gives its colour; each that begins here is numbered before it.
void HtmlMarks::append_piece(std::string& out, Span piece, const std::vector<const Place*>& over) const {
  const std::string text = html_escaped(slice(text_, piece));
  std::string numbers;
  const Place* worst = nullptr;
  const Place* related = nullptr;
  for (const Place* place : over) {
    if (place->related) {
      related = place;
      continue;
    }
    if (worst == nullptr || place->severity > worst->severity) worst = place;
    if (place->span.begin != piece.begin) continue;
    numbers +=
        fmt::format(R"(<a class="ref {}" id="{}" href="#{}">{}</a>)", name_of(place->severity),
                    html_id(file_, "p", place->number), html_id(file_, "n", place->number), place->number);
  }
  out += numbers;
  if (worst != nullptr) {
    out += fmt::format(R"(<mark class="{}">{}</mark>)", name_of(worst->severity), text);
  } else if (related != nullptr) {
    out += fmt::format(R"(<u class="{}">{}</u>)", name_of(related->severity), text);
  } else {
    out += text;
  }
}

std::string HtmlMarks::marked(Span span) const {
  const std::vector<const Place*> here = places_in(span);
  std::vector<std::uint32_t> cuts = {span.begin, span.end};
  for (const Place* place : here) {
    cuts.push_back(std::clamp(place->span.begin, span.begin, span.end));
    cuts.push_back(std::clamp(place->span.end, span.begin, span.end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::string out;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span piece = {cuts[i], cuts[i + 1]};
    std::vector<const Place*> over;
    for (const Place* place : here) {
      const bool empty_at = place->span.empty() && place->span.begin == piece.begin;
      if (place->span.overlaps(piece) || empty_at) over.push_back(place);
    }
    append_piece(out, piece, over);
  }
  return out;
}

}  // namespace tallybook::output
