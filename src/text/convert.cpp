#include "text/convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <utility>

namespace tallybook::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_strict(std::string_view encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(encoding).c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// Appends UTF-16 as UTF-8 and records for each character how many source bytes it came from. A
/// character's source length is known only when the next one begins, so one is always held back.
class Utf8Writer {
 public:
  Utf8Writer(std::string& text, OffsetMap& map) : text_(text), map_(map) {}

  void unit(char16_t unit, std::uint64_t source) {
    if (U16_IS_TRAIL(unit) && U16_IS_LEAD(held_)) {
      held_ = U16_GET_SUPPLEMENTARY(held_, unit);
      return;
    }
    flush(source);
    held_ = unit;
    held_source_ = source;
  }

  void flush(std::uint64_t source_end) {
    if (held_ < 0) return;
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, held_);
    map_.add(static_cast<std::uint32_t>(text_.size()), held_source_, static_cast<std::uint8_t>(size),
             static_cast<std::uint8_t>(source_end - held_source_));
    text_.append(reinterpret_cast<const char*>(bytes.data()), size);
    held_ = -1;
  }

 private:
  std::string& text_;
  OffsetMap& map_;
  UChar32 held_ = -1;
  std::uint64_t held_source_ = 0;
};

tl::unexpected<Error> undecodable(std::string_view file, std::string_view encoding, std::uint64_t offset) {
  return tl::unexpected(Error{.code = ErrorCode::undecodable_text,
                              .file = std::string(file),
                              .offset = offset,
                              .detail = "the bytes here are not valid " + std::string(encoding)});
}

/// Bytes of the incomplete or illegal sequence that made the converter stop.
std::uint64_t rejected_bytes(const UConverter* converter) {
  std::array<char, 32> bytes{};
  auto size = static_cast<std::int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes.data(), &size, &status);
  return U_SUCCESS(status) && size > 0 ? static_cast<std::uint64_t>(size) : 0;
}

}  // namespace

std::string canonical_encoding(std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name(label);
  if (const char* iana = ucnv_getStandardName(name.c_str(), "IANA", &status); iana != nullptr) {
    const std::string_view found = iana;
    return found == "GB2312" || found == "GBK" ? "GB18030" : std::string(found);
  }
  status = U_ZERO_ERROR;
  const char* canonical = ucnv_getAlias(name.c_str(), 0, &status);
  return U_SUCCESS(status) && canonical != nullptr ? canonical : "";
}

Result<DecodedText> convert(std::string_view bytes, std::size_t begin, std::string_view file_name,
                            std::string_view encoding) {
  const Converter converter = open_strict(encoding);
  if (!converter) {
    return tl::unexpected(Error{ErrorCode::invalid_argument, std::string(file_name), std::nullopt,
                                "unknown encoding " + std::string(encoding)});
  }
  DecodedText decoded;
  decoded.encoding = encoding;
  decoded.text.reserve((bytes.size() - begin) / 2 * 3);
  Utf8Writer writer(decoded.text, decoded.map);

  constexpr std::size_t kUnits = 4096;
  std::array<char16_t, kUnits> units;
  std::array<std::int32_t, kUnits> offsets;
  const char* source = bytes.data() + begin;
  const char* const source_end = bytes.data() + bytes.size();
  for (bool more = true; more;) {
    const auto call_begin = static_cast<std::uint64_t>(source - bytes.data());
    char16_t* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + kUnits, &source, source_end, offsets.data(), true,
                   &status);
    const auto consumed = static_cast<std::uint64_t>(source - bytes.data());
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      // A unit that was held over from the last call has offset -1: it belongs to the character before.
      writer.unit(units[i],
                  offsets[i] < 0 ? call_begin : call_begin + static_cast<std::uint64_t>(offsets[i]));
    }
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      return undecodable(file_name, encoding, consumed - rejected_bytes(converter.get()));
    }
    more = status == U_BUFFER_OVERFLOW_ERROR;
  }
  writer.flush(bytes.size());
  return decoded;
}

}  // namespace tallybook::text
