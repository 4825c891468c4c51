#include "input.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

Error system_error(const std::string& name, std::error_code reason) {
  const bool missing = reason == std::errc::no_such_file_or_directory;
  return {missing ? ErrorCode::file_not_found : ErrorCode::file_unreadable,
          name,
          {},
          missing ? "" : reason.message()};
}

std::error_code last_error() {
  return {errno, std::generic_category()};
}

bool is_supported(const fs::path& path) {
  static constexpr std::array<std::string_view, 6> kExtensions = {".txt",  ".md",  ".markdown",
                                                                  ".html", ".htm", ".docx"};
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

/// Hidden by name, or the lock that a word processor leaves beside an open file (~$总结.docx).
bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

Input file_at(const fs::path& path) {
  Input input;
  input.name = path.string();
  std::error_code failure;
  const std::uintmax_t size = fs::file_size(path, failure);
  if (!failure) input.size = size;
  return input;
}

Input failed(const std::string& name, Error error) {
  Input input;
  input.name = name;
  input.error = std::move(error);
  return input;
}

/// The entries that count, last path first, so that a stack yields them in order.
Result<std::vector<fs::directory_entry>> entries_from_last(const fs::path& folder) {
  std::vector<fs::directory_entry> entries;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (!is_hidden(entry->path())) entries.push_back(*entry);
  }
  if (failure) return tl::unexpected(system_error(folder.string(), failure));
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() > b.path().native(); });
  return entries;
}

/// Walks a folder with its own stack: folders may be nested more deeply than calls.
class FolderWalk {
 public:
  explicit FolderWalk(std::vector<Input>& found) : found_(found) {}

  void walk(const fs::path& folder) {
    const std::size_t before = found_.size();
    open(folder);
    while (!pending_.empty()) {
      const fs::directory_entry entry = std::move(pending_.back());
      pending_.pop_back();
      visit(entry);
    }
    if (found_.size() > before) return;
    found_.push_back(
        failed(folder.string(),
               {ErrorCode::file_not_found, folder.string(), {}, "no supported file in this folder"}));
  }

 private:
  void open(const fs::path& folder) {
    auto entries = entries_from_last(folder);
    if (!entries) {
      found_.push_back(failed(folder.string(), std::move(entries.error())));
      return;
    }
    std::move(entries->begin(), entries->end(), std::back_inserter(pending_));
  }

  void visit(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      if (!entry.is_symlink(ignored)) open(entry.path());
    } else if (is_supported(entry.path())) {
      found_.push_back(file_at(entry.path()));
    }
  }

  std::vector<Input>& found_;
  std::vector<fs::directory_entry> pending_;
};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

Error too_large(const Input& input, std::uint64_t max_bytes) {
  return {ErrorCode::file_too_large,
          input.name,
          {},
          fmt::format("more than {} MB; --max-size raises the limit", max_bytes >> 20)};
}

Result<std::string> read_all(std::FILE* file, const Input& input, std::uint64_t max_bytes) {
  constexpr std::size_t kChunk = 1 << 16;
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::min(input.size, max_bytes)) + 1);
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const std::size_t got = std::fread(bytes.data() + before, 1, kChunk, file);
    bytes.resize(before + got);
    if (bytes.size() > max_bytes) return tl::unexpected(too_large(input, max_bytes));
    if (got == kChunk) continue;
    if (std::ferror(file) != 0) return tl::unexpected(system_error(input.name, last_error()));
    return bytes;
  }
}

}  // namespace

std::vector<Input> expand(const std::vector<std::string>& names, const std::string& stdin_name) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name == "-") {
      inputs.push_back({stdin_name, true, 0, {}});
    } else if (fs::is_directory(name, ignored)) {
      FolderWalk(inputs).walk(name);
    } else {
      inputs.push_back(file_at(name));
    }
  }
  return inputs;
}

Result<std::string> read_bytes(const Input& input, std::uint64_t max_bytes) {
  if (input.standard_input) return read_all(stdin, input, max_bytes);
  if (input.size > max_bytes) return tl::unexpected(too_large(input, max_bytes));
  const File file(std::fopen(input.name.c_str(), "rb"), &std::fclose);
  if (!file) return tl::unexpected(system_error(input.name, last_error()));
  return read_all(file.get(), input, max_bytes);
}

}  // namespace tallybook::cli
