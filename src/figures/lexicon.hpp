// The vocabulary of quantities, compiled from data once.
#pragma once

#include <memory>

#include <tallybook/result.hpp>

namespace tallybook::figures {

/// Measure units, scale words, approximators and the cue words of role, direction, basis and status.
/// Immutable; shared by threads.
class Lexicon {
 public:
  /// Compiles the shipped data files.
  [[nodiscard]] static Result<Lexicon> load();

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  struct Tables;
  [[nodiscard]] const Tables& tables() const { return *tables_; }

 private:
  explicit Lexicon(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace tallybook::figures
