#include "text/encode.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

namespace tallybook::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

tl::unexpected<Error> cannot(std::string_view text, std::string_view encoding) {
  return tl::unexpected(Error{
      ErrorCode::invalid_argument, {}, {}, std::string(encoding) + " has no bytes for " + std::string(text)});
}

}  // namespace

Result<std::string> encode(std::string_view text, std::string_view encoding) {
  if (encoding.empty() || encoding == "UTF-8") return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(std::string(encoding).c_str(), &status));
  if (U_FAILURE(status)) return cannot(text, encoding);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string bytes(static_cast<std::size_t>(
                        UCNV_GET_MAX_BYTES_FOR_STRING(wide.length(), ucnv_getMaxCharSize(converter.get()))),
                    '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status)) return cannot(text, encoding);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace tallybook::text
