// From what the user names to files and their bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tallybook/result.hpp>

namespace tallybook::cli {

/// One file to read, or why there is none.
struct Input {
  std::string name;  ///< as the user named it, or found below a folder so named
  bool standard_input = false;
  std::uint64_t size = 0;      ///< bytes where the file system tells
  std::optional<Error> error;  ///< found while searching
};

/// Names become files in the order given; a folder becomes the supported files in it and below, in
/// byte order of their paths, without hidden ones. Links to folders are not followed: they may lead
/// round in a circle.
[[nodiscard]] std::vector<Input> expand(const std::vector<std::string>& names, const std::string& stdin_name);

/// Errors: file_not_found, file_unreadable, file_too_large.
[[nodiscard]] Result<std::string> read_bytes(const Input& input, std::uint64_t max_bytes);

}  // namespace tallybook::cli
