#include <gtest/gtest.h>

#include "document/read.hpp"
#include "support.hpp"

namespace tallybook::document {
namespace {

Format detected(std::string_view bytes, std::string_view name) {
  const Result<Format> format = detect_format(bytes, name);
  EXPECT_TRUE(format.has_value());
  return format.value_or(Format::text);
}

TEST(DetectFormat, TrustsTheContentBeforeTheName) {
  EXPECT_EQ(detected(docx_of(""), "总结.txt"), Format::docx);
  EXPECT_EQ(detected("\xEF\xBB\xBF \n<!DOCTYPE HTML><html>", "总结.txt"), Format::html);
  EXPECT_EQ(detected("<!-- x --><html>", "-"), Format::html);
  EXPECT_EQ(detected("# 总结", "总结.MD"), Format::markdown);
  EXPECT_EQ(detected("<p>总结", "总结.htm"), Format::html);
  EXPECT_EQ(detected("总结 <html>", "总结"), Format::text);
  EXPECT_EQ(detected("", "a.b/总结"), Format::text);
}

TEST(DetectFormat, NamesWhatCannotBeRead) {
  struct Case {
    std::string bytes;
    std::string name;
    std::string detail;
  };
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest";
  const Case cases[] = {
      {"%PDF-1.4", "a", "a PDF cannot be read"},
      {ole, "a.doc", "an old Word document (.doc) cannot be read; save it as .docx"},
      {ole, "a.wps", "an old WPS document (.wps) cannot be read; save it as .docx"},
      {zip_of({{"xl/workbook.xml", "x"}}), "a.docx", "an XLSX workbook cannot be read"},
      {zip_of({{"OFD.xml", "x"}}), "a.ofd", "an OFD document cannot be read"},
      {zip_of({{"a.txt", "x"}}), "a.zip", "a ZIP archive without word/document.xml cannot be read"},
      {"{\\rtf1", "a.rtf", "a RTF cannot be read"},
  };
  for (const Case& unsupported : cases) {
    const Error error = read_error(unsupported.bytes, unsupported.name);
    EXPECT_EQ(error.code, ErrorCode::unsupported_format) << unsupported.name;
    EXPECT_EQ(error.detail, unsupported.detail);
    EXPECT_EQ(error.file, unsupported.name);
  }
}

}  // namespace
}  // namespace tallybook::document
