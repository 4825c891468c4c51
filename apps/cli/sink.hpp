// Where output goes: standard output or a file, with every failure told.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <tallybook/result.hpp>

namespace tallybook::cli {

/// A file beside the one that is to be written; gone again unless it takes that one's place.
class PartialFile {
 public:
  PartialFile() = default;
  explicit PartialFile(std::string path) : path_(std::move(path)) {}
  PartialFile(PartialFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PartialFile& operator=(PartialFile&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~PartialFile();

  [[nodiscard]] bool exists() const { return !path_.empty(); }
  /// Whether it now stands where `target` says.
  [[nodiscard]] bool rename_to(const std::string& target);

 private:
  std::string path_;
};

/// A file appears whole or not at all: its name is given to what was written when that is closed. A
/// device or a pipe is written to as it is.
class Sink {
 public:
  /// Standard output for an empty path.
  [[nodiscard]] static Result<Sink> open(const std::string& path);
  /// Fails where the file is already there.
  [[nodiscard]] static Result<Sink> create(const std::string& path);

  [[nodiscard]] Result<void> write(std::string_view text);
  /// Flushes: a full disk may show only here.
  [[nodiscard]] Result<void> close();

  [[nodiscard]] bool is_terminal() const;
  /// The reader of a pipe has seen enough (`| head`): nothing to complain about.
  [[nodiscard]] bool reader_gone() const { return reader_gone_; }

 private:
  using Closer = int (*)(std::FILE*);
  Sink(std::FILE* file, Closer closer, std::string name) : file_(file, closer), name_(std::move(name)) {}
  [[nodiscard]] static Result<Sink> open_with(const std::string& path, const char* mode);
  [[nodiscard]] static Result<Sink> open_beside(const std::string& path, const std::string& target);
  [[nodiscard]] Result<void> failure();

  PartialFile partial_;  ///< destroyed behind the open file
  std::unique_ptr<std::FILE, Closer> file_;
  std::string name_;
  std::string target_;  ///< what `partial_` is to become: the name without links
  bool reader_gone_ = false;
};

}  // namespace tallybook::cli
