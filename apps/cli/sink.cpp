#include "sink.hpp"

#include <unistd.h>
#include <cerrno>
#include <system_error>

namespace tallybook::cli {
namespace {

int leave_open(std::FILE* file) {
  return std::fflush(file);
}

Error write_error(const std::string& name, int reason) {
  return {ErrorCode::write_failed, name, {}, std::generic_category().message(reason)};
}

}  // namespace

Result<Sink> Sink::open(const std::string& path) {
  if (path.empty()) return Sink(stdout, &leave_open, "<stdout>");
  return open_with(path, "wb");
}

Result<Sink> Sink::create(const std::string& path) {
  return open_with(path, "wbx");
}

Result<Sink> Sink::open_with(const std::string& path, const char* mode) {
  std::FILE* file = std::fopen(path.c_str(), mode);
  if (file == nullptr) return tl::unexpected(write_error(path, errno));
  return Sink(file, &std::fclose, path);
}

Result<void> Sink::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) return failure();
  return {};
}

Result<void> Sink::close() {
  std::FILE* file = file_.release();
  if (file != nullptr && file_.get_deleter()(file) != 0) return failure();
  return {};
}

Result<void> Sink::failure() {
  reader_gone_ = errno == EPIPE;
  return tl::unexpected(write_error(name_, errno));
}

bool Sink::is_terminal() const {
  return file_ && isatty(fileno(file_.get())) == 1;
}

}  // namespace tallybook::cli
