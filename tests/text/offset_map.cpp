#include "text/offset_map.hpp"

#include <gtest/gtest.h>

namespace tallybook::text {
namespace {

TEST(OffsetMap, IsTheIdentityWhenEmpty) {
  EXPECT_EQ(OffsetMap().source_offset(7), 7u);
}

TEST(OffsetMap, KeepsOnePieceForEachRatio) {
  OffsetMap map;
  map.add(0, 0, 1, 1);  // 20县级
  map.add(1, 1, 1, 1);
  map.add(2, 2, 3, 2);
  map.add(5, 4, 3, 2);
  EXPECT_EQ(map.pieces().size(), 2u);
  EXPECT_EQ(map.source_offset(1), 1u);
  EXPECT_EQ(map.source_offset(2), 2u);
  EXPECT_EQ(map.source_offset(4), 2u);
  EXPECT_EQ(map.source_offset(5), 4u);
  EXPECT_EQ(map.source_offset(8), 6u);
}

}  // namespace
}  // namespace tallybook::text
