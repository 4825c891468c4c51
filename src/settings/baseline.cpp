// Baseline files: a table a file, in it an array a rule, in it a line an entry.
//
//     ["卫生局/总结.docx"]
//     FIG001 = [
//       {key = "00c0ffee12345678", count = 2, text = "…"},
//     ]
#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <tallybook/acceptance.hpp>
#include <tuple>

#include "settings/toml_text.hpp"

namespace tallybook {
namespace settings {
namespace {

constexpr std::string_view kVersionKey = "tallybook_baseline";
constexpr std::int64_t kVersion = 1;

auto place_of(const BaselineEntry& entry) {
  return std::tie(entry.file, entry.rule, entry.key);
}

bool by_place(const BaselineEntry& a, const BaselineEntry& b) {
  return place_of(a) < place_of(b);
}

/// In order, the same words once with the sum of their counts.
std::vector<BaselineEntry> merged(std::vector<BaselineEntry> entries) {
  std::stable_sort(entries.begin(), entries.end(), by_place);
  std::vector<BaselineEntry> sums;
  for (BaselineEntry& entry : entries) {
    if (!sums.empty() && place_of(sums.back()) == place_of(entry)) {
      sums.back().count += entry.count;
    } else {
      sums.push_back(std::move(entry));
    }
  }
  return sums;
}

/// Reads one table after another; keeps the first mistake.
class BaselineReader {
 public:
  explicit BaselineReader(std::string_view name) { baseline_.name = name; }

  void read(const toml::table& root) {
    const auto version = root[kVersionKey].value<std::int64_t>();
    if (version != kVersion) {
      fail(version ? line_of(*root.get(kVersionKey)) : 0,
           {"这不是本程序能读的基线：应有 tallybook_baseline = 1",
            "this is no baseline that can be read: it needs tallybook_baseline = 1"});
    }
    for (const auto& [file, node] : root) {
      if (file.str() == kVersionKey) continue;
      const toml::table* rules = node.as_table();
      if (rules == nullptr) {
        fail(line_of(node), {fmt::format("“{}”应是一个文件的表", file.str()),
                             fmt::format("'{}' must be the table of a file", file.str())});
        continue;
      }
      for (const auto& [rule, entries] : *rules) read_rule(file.str(), rule.str(), entries);
    }
  }

  [[nodiscard]] SettingResult<Baseline> result() && {
    if (problem_) return tl::unexpected(*std::move(problem_));
    baseline_.entries = merged(std::move(baseline_.entries));
    return std::move(baseline_);
  }

 private:
  void read_rule(std::string_view file, std::string_view rule, const toml::node& node) {
    const toml::array* entries = node.as_array();
    if (entries == nullptr) {
      fail(line_of(node), {fmt::format("“{}”应是数组", rule), fmt::format("'{}' must be an array", rule)});
      return;
    }
    for (const toml::node& entry : *entries) read_entry(file, rule, entry);
  }

  void read_entry(std::string_view file, std::string_view rule, const toml::node& node) {
    const toml::table* table = node.as_table();
    const auto key =
        table == nullptr ? std::nullopt : parse_key((*table)["key"].value_or(std::string_view{}));
    if (!key) {
      fail(line_of(node),
           {"须有 key = \"…\"，16 位十六进制数字", "this needs key = \"…\", 16 hexadecimal digits"});
      return;
    }
    const std::int64_t count = table->contains("count") ? (*table)["count"].value_or(std::int64_t{0}) : 1;
    if (count < 1 || count > std::numeric_limits<std::uint32_t>::max()) {
      fail(line_of(node), {"count 应是正整数", "count must be a positive integer"});
      return;
    }
    baseline_.entries.push_back({.file = std::string(file),
                                 .rule = std::string(rule),
                                 .key = *key,
                                 .count = static_cast<std::uint32_t>(count),
                                 .text = (*table)["text"].value_or(std::string{}),
                                 .line = line_of(node)});
  }

  void fail(std::uint32_t line, Message message) {
    if (!problem_) problem_ = SettingProblem{baseline_.name, line, std::move(message)};
  }

  Baseline baseline_;
  std::optional<SettingProblem> problem_;
};

/// A basic string of TOML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace
}  // namespace settings

std::span<const BaselineEntry> Baseline::of(std::string_view file) const {
  const auto begin = std::partition_point(entries.begin(), entries.end(),
                                          [&](const BaselineEntry& entry) { return entry.file < file; });
  const auto end = std::partition_point(begin, entries.end(),
                                        [&](const BaselineEntry& entry) { return entry.file == file; });
  return {begin, end};
}

SettingResult<Baseline> parse_baseline(std::string_view toml, std::string_view name) {
  const auto root = settings::parse_table(toml, name);
  if (!root) return tl::unexpected(root.error());
  settings::BaselineReader reader(name);
  reader.read(*root);
  return std::move(reader).result();
}

std::string baseline_toml(std::vector<BaselineEntry> entries) {
  entries = settings::merged(std::move(entries));
  std::string out =
      "# 已经接受的问题，由 tallybook check --write-baseline 写出；检查时加 --baseline 就只列出新的问题。\n"
      "tallybook_baseline = 1\n";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const BaselineEntry& entry = entries[i];
    const bool new_file = i == 0 || entries[i - 1].file != entry.file;
    if (new_file) out += fmt::format("\n[{}]\n", settings::quoted(entry.file));
    if (new_file || entries[i - 1].rule != entry.rule) out += fmt::format("{} = [\n", entry.rule);
    out += fmt::format("  {{key = \"{}\", count = {}, text = {}}},\n", key_text(entry.key), entry.count,
                       settings::quoted(entry.text));
    const bool last = i + 1 == entries.size() || entries[i + 1].file != entry.file;
    if (last || entries[i + 1].rule != entry.rule) out += "]\n";
  }
  return out;
}

}  // namespace tallybook
