#include "text/decode.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/convert.hpp"
#include "text/guess.hpp"
#include "text/search.hpp"
#include "text/signature.hpp"

namespace tallybook::text {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr ByteOrderMark kMarks[] = {
    {"\xEF\xBB\xBF"sv, "UTF-8"sv}, {"\xFF\xFE"sv, "UTF-16LE"sv}, {"\xFE\xFF"sv, "UTF-16BE"sv}};

tl::unexpected<Error> fail(ErrorCode code, std::string_view file, std::uint64_t offset, std::string detail) {
  return tl::unexpected(Error{code, std::string(file), offset, std::move(detail)});
}

/// Text files do hold white space, the end mark of old DOS files, and escape.
constexpr bool is_binary_control(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1A && c != 0x1B;
}

std::size_t count_controls(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); at += EightBytes::kSize) {
    const std::string_view part = bytes.substr(at, EightBytes::kSize);
    if (part.size() == EightBytes::kSize && !EightBytes(part.data()).any_below(' ')) continue;
    count += static_cast<std::size_t>(std::count_if(part.begin(), part.end(), is_binary_control));
  }
  return count;
}

/// The offset of what makes `bytes` no text: a zero byte, or the first control byte where there is
/// one in ten. In every encoding but UTF-16 these bytes mean what they mean in ASCII.
std::optional<std::size_t> find_binary(std::string_view bytes) {
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) return zero;
  if (count_controls(bytes) * 10 <= bytes.size()) return std::nullopt;
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_binary_control) -
                                  bytes.begin());
}

tl::unexpected<Error> binary(std::string_view file, std::uint64_t offset) {
  return fail(ErrorCode::binary_content, file, offset, "the bytes here are no text");
}

DecodedText as_utf8(std::string_view bytes, std::size_t begin) {
  DecodedText decoded{.text = std::string(bytes.substr(begin)), .encoding = "UTF-8", .map = {}};
  decoded.map.add(0, begin, 1, 1);
  return decoded;
}

/// `begin` is the length of the byte order mark.
Result<DecodedText> decode_utf8(std::string_view bytes, std::size_t begin, std::string_view file_name) {
  const std::string_view content = bytes.substr(begin);
  if (const auto at = find_binary(content)) return binary(file_name, begin + *at);
  if (const auto at = find_invalid_utf8(content); at != std::string_view::npos) {
    return fail(ErrorCode::undecodable_text, file_name, begin + at, "the bytes here are not valid UTF-8");
  }
  return as_utf8(bytes, begin);
}

Result<DecodedText> decode_utf16(std::string_view bytes, std::size_t begin, std::string_view file_name,
                                 std::string_view encoding) {
  Result<DecodedText> decoded = convert(bytes, begin, file_name, encoding);
  if (!decoded) return decoded;
  if (const auto at = find_binary(decoded->text)) {
    return binary(file_name, decoded->map.source_offset(static_cast<std::uint32_t>(*at)));
  }
  return decoded;
}

Result<DecodedText> decode_from(std::string_view bytes, std::size_t begin, std::string_view file_name,
                                std::string_view encoding) {
  if (encoding == "UTF-8") return decode_utf8(bytes, begin, file_name);
  if (encoding.starts_with("UTF-16")) return decode_utf16(bytes, begin, file_name, encoding);
  if (const auto at = find_binary(bytes.substr(begin))) return binary(file_name, begin + *at);
  return convert(bytes, begin, file_name, encoding);
}

/// The mark that `bytes` begin with, or null.
const ByteOrderMark* find_mark(std::string_view bytes) {
  const auto* mark =
      std::find_if(std::begin(kMarks), std::end(kMarks),
                   [bytes](const ByteOrderMark& candidate) { return bytes.starts_with(candidate.bytes); });
  return mark == std::end(kMarks) ? nullptr : mark;
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, std::string_view file_name) {
  if (const std::string_view signature = binary_signature(bytes); !signature.empty()) {
    return fail(ErrorCode::binary_content, file_name, 0, "not a text but a " + std::string(signature));
  }
  if (const auto* mark = find_mark(bytes)) {
    return decode_from(bytes, mark->bytes.size(), file_name, mark->encoding);
  }
  if (const std::string_view utf16 = guess_utf16(bytes); !utf16.empty()) {
    return decode_utf16(bytes, 0, file_name, utf16);
  }
  if (const auto at = find_binary(bytes)) return binary(file_name, *at);
  if (find_invalid_utf8(bytes) == std::string_view::npos) return as_utf8(bytes, 0);
  return decode_from(bytes, 0, file_name, guess_legacy(bytes));
}

Result<DecodedText> decode_as(std::string_view bytes, std::string_view file_name, std::string_view encoding) {
  if (const auto* mark = find_mark(bytes)) {
    return decode_from(bytes, mark->bytes.size(), file_name, mark->encoding);
  }
  const std::string name = canonical_encoding(encoding);
  if (name.empty()) {
    return tl::unexpected(Error{ErrorCode::invalid_argument, std::string(file_name), std::nullopt,
                                "unknown encoding " + std::string(encoding)});
  }
  return decode_from(bytes, 0, file_name, name);
}

}  // namespace tallybook::text
