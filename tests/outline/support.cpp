#include "support.hpp"

#include <algorithm>
#include <sstream>

#include "outline/blocks.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"

namespace tallybook::outline_tests {
namespace {

constexpr std::string_view kForms[] = {
    "",        "part",    "chinese", "chinese_bracketed", "arabic",     "arabic_bracketed",
    "circled", "ordinal", "item_is", "item_must",         "item_first", "dash"};

std::string_view name(MarkForm form) {
  return kForms[static_cast<std::size_t>(form)];
}

/// The beginning and the end of a long text.
std::string shorten(std::string_view text) {
  constexpr std::size_t kKept = 8;
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) starts.push_back(at);
  std::string whole(text);
  std::replace(whole.begin(), whole.end(), '\n', '|');
  if (starts.size() <= 2 * kKept + 1) return whole;
  return whole.substr(0, starts[kKept]) + "…" + whole.substr(starts[starts.size() - kKept]);
}

std::string_view trimmed_slice(const Document& document, Span span) {
  return slice(document.text, outline::trimmed(document.text, span));
}

class Dumper {
 public:
  Dumper(const Document& document, const Outline& outline, bool sentences)
      : document_(document), outline_(outline), sentences_(sentences) {}

  std::string run() {
    for (std::uint32_t i = 0; i < outline_.sections.size(); ++i) section(i);
    return out_.str();
  }

 private:
  void indent(std::size_t depth) { out_ << std::string(2 * depth, ' '); }

  void section(std::uint32_t index) {
    const Section& section = outline_.sections[index];
    if (index != 0) {
      indent(section.level - std::size_t{1});
      const auto mark = slice(document_.text, section.mark.span);
      out_ << "§" << mark << " [" << name(section.mark.form) << " " << section.mark.number << "]";
      if (!section.heading.empty()) out_ << " " << slice(document_.text, section.heading);
      if (section.run_on) out_ << " >";
      out_ << "\n";
    }
    const auto body = trimmed_slice(document_, section.body);
    if (!body.empty()) {
      indent(section.level);
      out_ << shorten(body) << "\n";
    }
    for (const Enumeration& list : outline_.enumerations) {
      if (list.section == index) enumeration(list, section.level);
    }
    if (!sentences_) return;
    for (const Sentence& s : outline_.sentences) {
      if (s.section == index) sentence(s, section.level);
    }
  }

  void enumeration(const Enumeration& list, std::size_t depth) {
    indent(depth);
    out_ << "* " << name(list.form) << ":";
    for (const auto& item : list.items) {
      out_ << " " << item.mark.number << "(" << shorten(slice(document_.text, item.span)) << ")";
    }
    out_ << "\n";
  }

  void sentence(const Sentence& s, std::size_t depth) {
    indent(depth);
    out_ << "=";
    for (std::uint32_t i = 0; i < s.clause_count; ++i) {
      out_ << " " << slice(document_.text, outline_.clauses[s.first_clause + i]) << " /";
    }
    out_ << "\n";
  }

  const Document& document_;
  const Outline& outline_;
  bool sentences_;
  std::ostringstream out_;
};

std::string date(const Date& value) {
  return std::to_string(value.year) + "-" + std::to_string(value.month) + "-" + std::to_string(value.day);
}

}  // namespace

Document document_of(std::string_view lines) {
  Document document;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    std::string_view line = lines.substr(begin, end - begin);
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const bool heading = level > 0 && line.substr(level).starts_with(' ');
    if (heading) line.remove_prefix(level + 1);
    const auto at = static_cast<std::uint32_t>(document.text.size());
    const Span span = {at, at + static_cast<std::uint32_t>(line.size())};
    if (!text::trim(line).empty()) {
      document.blocks.push_back({span, heading ? BlockKind::heading : BlockKind::paragraph,
                                 static_cast<std::uint8_t>(heading ? level : 0)});
    }
    document.text.append(line).append(end < lines.size() ? "\n" : "");
    begin = end + 1;
  }
  return document;
}

Report whole(const Document& document) {
  Report report;
  if (document.blocks.empty()) return report;
  report.span = {document.blocks.front().span.begin, document.blocks.back().span.end};
  report.block_count = static_cast<std::uint32_t>(document.blocks.size());
  return report;
}

std::string dump(const Document& document, const Outline& outline, bool sentences) {
  return Dumper(document, outline, sentences).run();
}

std::string dump_compilation(const Document& document, bool sentences) {
  const Compilation compilation = outline::split(document);
  std::ostringstream out;
  for (const Span span : compilation.boilerplate) {
    out << "~ " << shorten(trimmed_slice(document, span)) << "\n";
  }
  for (const Report& report : compilation.reports) {
    out << "== " << report.index;
    if (report.title) out << " title=" << slice(document.text, *report.title);
    if (report.organisation) out << " organisation=" << slice(document.text, *report.organisation);
    if (report.area) out << " area=" << slice(document.text, *report.area);
    if (report.period) out << " period=" << date(report.period->from) << ".." << date(report.period->to);
    if (report.date) out << " date=" << date(*report.date);
    out << "\n" << dump(document, outline::parse(document, report), sentences);
  }
  return out.str();
}

}  // namespace tallybook::outline_tests
