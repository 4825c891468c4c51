// The files below a folder, one after another.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace tallybook::cli {

/// Whether `fn(path)` is true of a file below `folder`; the path counts from there, with `/`. Hidden folders
/// are not searched: nothing that an office wrote lies there.
template <typename Fn>
bool find_file(const std::filesystem::path& folder, Fn fn) {
  namespace fs = std::filesystem;
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file(error) && fn(entry->path().lexically_relative(folder).generic_string())) {
      return true;
    }
  }
  return false;
}

}  // namespace tallybook::cli
