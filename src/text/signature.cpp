#include "text/signature.hpp"

namespace tallybook::text {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

// RTF is made of ASCII, yet its text is no text a reader could check.
constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "PDF"sv},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "OLE2 compound file"sv},
    {"PK\x03\x04"sv, "ZIP archive"sv},
    {"PK\x05\x06"sv, "ZIP archive"sv},
    {"{\\rtf"sv, "RTF"sv},
    {"\x89PNG\r\n\x1A\n"sv, "PNG image"sv},
    {"\xFF\xD8\xFF"sv, "JPEG image"sv},
    {"GIF87a"sv, "GIF image"sv},
    {"GIF89a"sv, "GIF image"sv},
    {"II*\0"sv, "TIFF image"sv},
    {"MM\0*"sv, "TIFF image"sv},
    {"Rar!\x1A\x07"sv, "RAR archive"sv},
    {"7z\xBC\xAF\x27\x1C"sv, "7z archive"sv},
    {"\x1F\x8B\x08"sv, "gzip file"sv},
    {"\x7F"
     "ELF"sv,
     "ELF binary"sv},
    {"SQLite format 3\0"sv, "SQLite database"sv},
};

}  // namespace

std::string_view binary_signature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.name;
  }
  return {};
}

}  // namespace tallybook::text
