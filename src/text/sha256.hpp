// SHA-256 (FIPS 180-4), for names of content that stay the same on any machine and in any program.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tallybook::text {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// 64 hexadecimal digits in lower case, as sha256sum prints them.
[[nodiscard]] std::string hexadecimal(const Sha256& digest);

}  // namespace tallybook::text
