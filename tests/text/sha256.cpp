#include "text/sha256.hpp"

#include <gtest/gtest.h>

namespace tallybook::text {
namespace {

/// The examples of FIPS 180-4 and of sha256sum.
TEST(Sha256, IsTheStandards) {
  EXPECT_EQ(hexadecimal(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace tallybook::text
