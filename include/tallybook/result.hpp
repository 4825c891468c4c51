// What can go wrong outside the text itself: bytes, files, settings, storage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace tallybook {

/// Analysis of decoded text never fails; these are the failures on the way to it.
enum class ErrorCode : std::uint8_t {
  file_not_found,
  file_unreadable,
  file_too_large,
  binary_content,      ///< bytes that are no text in any supported encoding
  undecodable_text,    ///< a text encoding was recognised, yet some bytes are invalid in it
  unsupported_format,  ///< a known format that no reader exists for
  damaged_file,        ///< a container or markup that cannot be opened
  limit_exceeded,      ///< a guard against hostile input: entries, size, ratio, depth
  invalid_data,        ///< the project's own data or the user's settings break their schema
  invalid_argument,
  write_failed,
};

/// An error names the file and, where there is one, the byte offset in it.
struct Error {
  ErrorCode code{};
  std::string file;
  std::optional<std::uint64_t> offset;
  std::string detail;  ///< English, one clause, no trailing full stop
};

template <typename T>
using Result = tl::expected<T, Error>;

}  // namespace tallybook
