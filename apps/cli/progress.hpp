// A progress bar on a terminal's standard error, once the work takes over a second.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "output/terminal.hpp"

namespace tallybook::cli {

class Progress {
 public:
  struct Amount {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
  };

  /// Draws only where standard error is a terminal and `wanted`.
  Progress(Amount total, bool wanted, output::Language language);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more file is done.
  void advance(std::uint64_t bytes);
  /// Takes the bar away, so that other output starts on an empty line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);

  Amount total_;
  Amount done_;
  bool enabled_;
  output::Language language_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_ = started_;
  bool visible_ = false;
};

}  // namespace tallybook::cli
