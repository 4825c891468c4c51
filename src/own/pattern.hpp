// Patterns in RE2's syntax: they match in time linear in the text, whatever they are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace re2 {
class RE2;
}  // namespace re2

namespace tallybook::own {

/// One compiled pattern.
class Pattern {
 public:
  /// What is wrong with it is said in RE2's words.
  [[nodiscard]] static tl::expected<Pattern, std::string> compile(const std::string& text, bool ignore_case);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool matches_nothing() const;  ///< whether it matches where no character stands
  [[nodiscard]] int size() const;              ///< of the compiled program, in instructions
  /// Whether \0 to \9 in `rewrite` are groups of this pattern; else what is wrong.
  [[nodiscard]] tl::expected<void, std::string> accepts(const std::string& rewrite) const;

  /// The first match at or behind `at`; empty and at the end where there is none.
  [[nodiscard]] std::string_view find(std::string_view text, std::size_t at) const;
  /// `rewrite` with the groups of the match that begins at `at`.
  [[nodiscard]] std::string rewritten(std::string_view text, std::size_t at,
                                      const std::string& rewrite) const;

 private:
  std::string text_;  ///< as RE2::Set takes it
  std::shared_ptr<const re2::RE2> compiled_;
};

/// Which of many patterns match a text at all, found in one pass.
class PatternFilter {
 public:
  PatternFilter();
  PatternFilter(PatternFilter&&) noexcept;
  PatternFilter& operator=(PatternFilter&&) noexcept;
  ~PatternFilter();

  void add(const Pattern& pattern);
  /// Called once after the last add().
  void compile();

  /// Indices in the order of add(), ascending. All of them where RE2 has not memory enough to tell.
  void matching(std::string_view text, std::vector<int>& indices) const;

 private:
  struct Set;
  std::unique_ptr<Set> set_;
};

}  // namespace tallybook::own
