// Where output goes: standard output or a file, with every failure told.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <tallybook/result.hpp>

namespace tallybook::cli {

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
  [[nodiscard]] Result<void> failure();

  std::unique_ptr<std::FILE, Closer> file_;
  std::string name_;
  bool reader_gone_ = false;
};

}  // namespace tallybook::cli
