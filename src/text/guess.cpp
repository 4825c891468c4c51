#include "text/guess.hpp"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/convert.hpp"
#include "text/decode.hpp"

namespace tallybook::text {
namespace {

/// Enough text to tell an encoding by; looking at more only costs time.
constexpr std::size_t kSample = 1 << 16;

constexpr unsigned byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

/// ASCII text, general and CJK punctuation, kana, Han, full-width forms: the units of Chinese prose.
constexpr bool is_usual_unit(unsigned unit) {
  return (unit >= 0x20 && unit < 0x7F) || (unit >= '\t' && unit <= '\r') ||
         (unit >= 0x2000 && unit < 0x2700) || (unit >= 0x3000 && unit < 0xA000) ||
         (unit >= 0xFF00 && unit < 0xFFF0);
}

/// How many of the sample's units are usual in Chinese prose, in the given byte order.
std::size_t count_usual_units(std::string_view sample, bool little_endian) {
  std::size_t usual = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
    const unsigned first = byte_at(sample, i);
    const unsigned second = byte_at(sample, i + 1);
    if (is_usual_unit(little_endian ? second << 8 | first : first << 8 | second)) ++usual;
  }
  return usual;
}

/// Most of the bytes beyond ASCII stand in three-byte sequences of UTF-8, the form of Chinese. In
/// GB18030 text such sequences are accidents.
bool mostly_utf8(std::string_view bytes) {
  std::size_t beyond_ascii = 0;
  std::size_t in_sequences = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte_at(bytes, i) >= 0xE0 && i + 3 <= bytes.size() &&
        find_invalid_utf8(bytes.substr(i, 3)) == std::string_view::npos) {
      in_sequences += 3;
      beyond_ascii += 3;
      i += 3;
    } else {
      if (byte_at(bytes, i) >= 0x80) ++beyond_ascii;
      ++i;
    }
  }
  return in_sequences * 2 > beyond_ascii;
}

/// Most pairs lie in the rows of GB2312 that hold punctuation and the 3755 everyday characters.
/// Big5 spreads over other rows and has ASCII second bytes.
bool mostly_everyday_gb(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t everyday = 0;
  for (std::size_t i = 0; i + 1 < bytes.size();) {
    const unsigned first = byte_at(bytes, i);
    if (first < 0x81) {
      ++i;
      continue;
    }
    ++pairs;
    const bool row = (first >= 0xA1 && first <= 0xA3) || (first >= 0xB0 && first <= 0xD7);
    if (row && byte_at(bytes, i + 1) >= 0xA1) ++everyday;
    i += 2;
  }
  return everyday * 10 >= pairs * 8;
}

/// Encodings of East Asian text that some bytes are invalid in. A single-byte encoding takes any
/// bytes, so accepting one would turn a damaged file into gibberish instead of an error.
bool is_multibyte(std::string_view encoding) {
  constexpr std::array<std::string_view, 8> kMultibyte = {"GB18030", "Big5",   "EUC-TW",      "Shift_JIS",
                                                          "EUC-JP",  "EUC-KR", "ISO-2022-JP", "HZ-GB-2312"};
  return std::find(kMultibyte.begin(), kMultibyte.end(), encoding) != kMultibyte.end();
}

std::string proposed_by_detector(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return canonical_encoding(uchardet_get_charset(detector.get()));
}

}  // namespace

std::string_view guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.find('\0') == std::string_view::npos || sample.size() < 2) return {};
  const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
  // Valid UTF-8 with zero bytes is UTF-16 only where it is English, every other byte a zero.
  if (zeros * 4 < sample.size() && find_invalid_utf8(sample) == std::string_view::npos) return {};
  const std::size_t little = count_usual_units(sample, true);
  const std::size_t big = count_usual_units(sample, false);
  if (std::max(little, big) * 10 < sample.size() / 2 * 9) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

std::string guess_legacy(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (mostly_utf8(sample)) return "UTF-8";
  if (mostly_everyday_gb(sample)) return "GB18030";
  const std::string proposed = proposed_by_detector(sample);
  return is_multibyte(proposed) ? proposed : "GB18030";
}

}  // namespace tallybook::text
