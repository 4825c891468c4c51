#include "text/encode.hpp"

#include <gtest/gtest.h>

#include "text/decode.hpp"

namespace tallybook::text {
namespace {

TEST(Encode, GivesBackWhatDecodeRead) {
  constexpr std::string_view kText = "青澜县2026年〔18〕号";
  for (const std::string_view encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
    const auto bytes = encode(kText, encoding);
    ASSERT_TRUE(bytes) << encoding;
    const auto decoded = decode_as(*bytes, "a.txt", encoding);
    ASSERT_TRUE(decoded) << encoding;
    EXPECT_EQ(decoded->text, kText) << encoding;
  }
}

TEST(Encode, RefusesWhatTheEncodingDoesNotHave) {
  EXPECT_FALSE(encode("〔", "ISO-8859-1"));
  EXPECT_FALSE(encode("a", "no such encoding"));
  EXPECT_EQ(encode("", "GB18030").value(), "");
}

}  // namespace
}  // namespace tallybook::text
