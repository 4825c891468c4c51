// A file with its safe fixes made.
#pragma once

#include <cstddef>
#include <string>

namespace tallybook {

struct Fixed {
  std::string bytes;      ///< the file as it should be written; the same bytes where nothing was fixed
  std::string before;     ///< its text, UTF-8
  std::string after;      ///< its text with the fixes
  std::size_t fixes = 0;  ///< findings that were fixed
  std::size_t open = 0;   ///< findings with a fix that could not be made in this file
};

}  // namespace tallybook
