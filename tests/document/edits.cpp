#include "document/edits.hpp"

#include <gtest/gtest.h>

#include "document/read.hpp"
#include "text/encode.hpp"

namespace tallybook::document {
namespace {

/// The file with the first `from` of its text replaced.
std::string replaced(const std::string& bytes, std::string_view name, std::string_view from,
                     const std::string& to) {
  const auto document = read(bytes, name);
  if (!document) return "unreadable";
  const std::size_t at = document->text.find(from);
  const Span span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + from.size())};
  const std::vector<Edit> edits = {{span, to}};
  const auto result = apply_edits(*document, bytes, edits);
  EXPECT_EQ(can_edit(*document, edits), result.has_value());
  return result ? *result : result.error().detail;
}

TEST(Edits, ChangeTheNamedBytesOnly) {
  EXPECT_EQ(replaced("\xEF\xBB\xBF一，。二\r\n三", "a.txt", "，。", "。"), "\xEF\xBB\xBF一。二\r\n三");
}

TEST(Edits, KeepTheEncoding) {
  const std::string before =
      text::encode("县级，。报告。乡级汇总，村级上报，以上均已办结。", "GB18030").value();
  const std::string after = text::encode("县级。报告。乡级汇总，村级上报，以上均已办结。", "GB18030").value();
  EXPECT_EQ(replaced(before, "a.txt", "，。", "。"), after);
}

TEST(Edits, WriteReferencesIntoHtml) {
  EXPECT_EQ(replaced("<p>甲&amp;乙</p>", "a.html", "&", "<和>"), "<p>甲&lt;和&gt;乙</p>");
}

TEST(Edits, AreRefusedAcrossATag) {
  EXPECT_EQ(replaced("<p>甲，<b>。</b>乙</p>", "a.html", "，。", "。"),
            "this text does not stand in the file as such");
}

TEST(Edits, InsertWhereNothingStood) {
  const std::string bytes = "甲乙";
  const auto document = read(bytes, "a.txt");
  ASSERT_TRUE(document);
  EXPECT_EQ(apply_edits(*document, bytes, std::vector<Edit>{{{3, 3}, "、"}}).value(), "甲、乙");
}

}  // namespace
}  // namespace tallybook::document
