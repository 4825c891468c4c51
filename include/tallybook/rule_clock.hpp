// How long each rule takes. The library asks for no time of its own: whoever wants to know brings a clock.
#pragma once

#include <cstdint>
#include <vector>

namespace tallybook {

struct RuleClock {
  std::uint64_t (*now)() = nullptr;  ///< nanoseconds since any moment
  std::vector<std::uint64_t> spent;  ///< nanoseconds by rule, in the order of a RulePlan; added to
};

}  // namespace tallybook
