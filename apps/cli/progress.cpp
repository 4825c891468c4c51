#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <algorithm>
#include <cstdio>

namespace tallybook::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 1s;
constexpr auto kInterval = 100ms;
constexpr std::size_t kBarColumns = 24;

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kBarColumns);
  return '[' + std::string(filled, '#') + std::string(kBarColumns - filled, '-') + ']';
}

}  // namespace

Progress::Progress(Amount total, bool wanted, output::Language language)
    : total_(total), enabled_(wanted && isatty(STDERR_FILENO) == 1), language_(language) {}

void Progress::advance(std::uint64_t bytes) {
  ++done_.files;
  done_.bytes += bytes;
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now - started_ >= kPatience && now - drawn_ >= kInterval) draw(now);
}

void Progress::clear() {
  if (visible_) print("\r\x1b[K");
  visible_ = false;
}

void Progress::draw(Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double share = total_.bytes > 0
                           ? static_cast<double>(done_.bytes) / static_cast<double>(total_.bytes)
                           : static_cast<double>(done_.files) / static_cast<double>(total_.files);
  const double left = share > 0 ? seconds / share - seconds : 0;
  const double speed = static_cast<double>(done_.bytes) / 1e6 / seconds;
  const bool zh = language_ == output::Language::zh;
  print(fmt::format("\r\x1b[K{} {}/{} {}  {:.1f} MB/s  {} {:.0f} s", bar(share), done_.files, total_.files,
                    zh ? "个文件" : "files", speed, zh ? "还需" : "left", std::max(left, 0.0)));
  drawn_ = now;
  visible_ = true;
}

}  // namespace tallybook::cli
