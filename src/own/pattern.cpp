#include "own/pattern.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace tallybook::own {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{4} << 20;
constexpr std::int64_t kMostMemoryOfAll = std::int64_t{64} << 20;

RE2::Options options_with(std::int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

}  // namespace

tl::expected<Pattern, std::string> Pattern::compile(const std::string& text, bool ignore_case) {
  RE2::Options options = options_with(kMostMemory);
  options.set_case_sensitive(!ignore_case);
  Pattern pattern;
  pattern.text_ = ignore_case ? "(?i:" + text + ")" : text;
  pattern.compiled_ = std::make_shared<const re2::RE2>(text, options);
  if (pattern.compiled_->ok()) return pattern;
  return tl::unexpected(pattern.compiled_->error());
}

bool Pattern::matches_nothing() const {
  return RE2::PartialMatch("", *compiled_);
}

int Pattern::size() const {
  return compiled_->ProgramSize() + compiled_->ReverseProgramSize();
}

tl::expected<void, std::string> Pattern::accepts(const std::string& rewrite) const {
  std::string problem;
  if (compiled_->CheckRewriteString(rewrite, &problem)) return {};
  return tl::unexpected(problem);
}

std::string_view Pattern::find(std::string_view text, std::size_t at) const {
  re2::StringPiece match;
  if (!compiled_->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) return text.substr(text.size());
  return text.substr(static_cast<std::size_t>(match.data() - text.data()), match.size());
}

std::string Pattern::rewritten(std::string_view text, std::size_t at, const std::string& rewrite) const {
  constexpr int kGroups = 10;
  std::array<re2::StringPiece, kGroups> groups;
  const int wanted = 1 + std::min(kGroups - 1, compiled_->NumberOfCapturingGroups());
  std::string out;
  if (compiled_->Match(text, at, text.size(), RE2::ANCHOR_START, groups.data(), wanted)) {
    compiled_->Rewrite(&out, rewrite, groups.data(), wanted);
  }
  return out;
}

struct PatternFilter::Set {
  RE2::Set set{options_with(kMostMemoryOfAll), RE2::UNANCHORED};
  int count = 0;
  bool whole = true;  ///< it holds all patterns
  bool compiled = false;
};

PatternFilter::PatternFilter() : set_(std::make_unique<Set>()) {}
PatternFilter::PatternFilter(PatternFilter&&) noexcept = default;
PatternFilter& PatternFilter::operator=(PatternFilter&&) noexcept = default;
PatternFilter::~PatternFilter() = default;

void PatternFilter::add(const Pattern& pattern) {
  set_->whole = set_->set.Add(pattern.text(), nullptr) == set_->count && set_->whole;
  ++set_->count;
}

void PatternFilter::compile() {
  set_->compiled = set_->count > 0 && set_->whole && set_->set.Compile();
}

void PatternFilter::matching(std::string_view text, std::vector<int>& indices) const {
  indices.clear();
  if (set_->count == 0) return;
  RE2::Set::ErrorInfo error{RE2::Set::kNotCompiled};
  if (set_->compiled && set_->set.Match(text, &indices, &error)) {
    std::sort(indices.begin(), indices.end());
    return;
  }
  if (error.kind == RE2::Set::kNoError) return;
  indices.resize(static_cast<std::size_t>(set_->count));
  std::iota(indices.begin(), indices.end(), 0);
}

}  // namespace tallybook::own
