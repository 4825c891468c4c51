// Reading figures asks for no memory figure by figure: only what holds them grows.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "figures/extract.hpp"
#include "figures/moment.hpp"
#include "support.hpp"

namespace {
std::atomic<std::size_t> allocations{0};
}  // namespace

// Every allocation of this program is counted. Inlined, these would look to gcc like a mismatch of malloc and
// delete.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  ++allocations;
  return std::malloc(size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace tallybook::figures {
namespace {

struct Count {
  std::size_t figures = 0;
  std::size_t allocations = 0;
};

/// Reads the figures of so many sentences, whose outline and moments are at hand.
Count count(std::size_t sentences) {
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) {
    text +=
        "全县新建学校12所，完成投资3.5亿元，同比增长7.8%；培训教师近1200人次，占总数的65%"
        "，其中骨干教师三百余名，"
        "人均课时40节。\n";
  }
  const figures_tests::ReadText read(text);
  const figures_tests::ReadReport& report = read.reports.front();
  const auto moments = read_moments(read.document, report.report);
  const std::size_t before = ::allocations;
  const auto figures =
      extract(read.document, report.report, report.outline, moments, figures_tests::lexicon());
  return {figures.size(), ::allocations - before};
}

TEST(Allocations, DoNotGrowWithTheFigures) {
  const Count once = count(1000);
  const Count twice = count(2000);
  EXPECT_GE(once.figures, 7000u);
  EXPECT_EQ(twice.figures, 2 * once.figures);
  // What holds results doubles its room now and then.
  constexpr std::size_t kDoublings = 8;
  EXPECT_LE(twice.allocations, once.allocations + kDoublings);
}

}  // namespace
}  // namespace tallybook::figures
