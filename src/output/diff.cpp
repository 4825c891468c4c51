#include "output/diff.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

namespace tallybook::output {
namespace {

constexpr std::size_t kContext = 3;

/// Each with its line break, except perhaps the last.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

void add_line(std::string& diff, char sign, std::string_view line) {
  diff += sign;
  diff += line;
  if (!line.ends_with('\n')) diff += "\n\\ No newline at end of file\n";
}

struct Hunk {
  std::size_t begin;  ///< its first line, context included
  std::size_t end;
};

std::vector<Hunk> hunks_of(const std::vector<std::string_view>& before,
                           const std::vector<std::string_view>& after) {
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const std::size_t begin = i > kContext ? i - kContext : 0;
    const std::size_t end = std::min(before.size(), i + 1 + kContext);
    if (!hunks.empty() && begin <= hunks.back().end) {
      hunks.back().end = end;
    } else {
      hunks.push_back({begin, end});
    }
  }
  return hunks;
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  if (before == after || old_lines.size() != new_lines.size()) return {};
  std::string diff = fmt::format("--- {}\n+++ {}\n", name, name);
  for (const Hunk hunk : hunks_of(old_lines, new_lines)) {
    const std::size_t count = hunk.end - hunk.begin;
    diff += fmt::format("@@ -{},{} +{},{} @@\n", hunk.begin + 1, count, hunk.begin + 1, count);
    for (std::size_t i = hunk.begin; i < hunk.end;) {
      std::size_t changed = i;
      while (changed < hunk.end && old_lines[changed] != new_lines[changed]) ++changed;
      for (std::size_t line = i; line < changed; ++line) add_line(diff, '-', old_lines[line]);
      for (std::size_t line = i; line < changed; ++line) add_line(diff, '+', new_lines[line]);
      if (changed == i) add_line(diff, ' ', old_lines[changed++]);
      i = changed;
    }
  }
  return diff;
}

}  // namespace tallybook::output
