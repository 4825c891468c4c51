#include "sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

int leave_open(std::FILE* file) {
  return std::fflush(file);
}

Error write_error(const std::string& name, int reason) {
  return {ErrorCode::write_failed, name, {}, std::generic_category().message(reason)};
}

/// The regular file that `path` names or will name, behind any links; empty for anything else, and for a
/// link that leads nowhere yet.
std::string regular_target(const std::string& path) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (fs::is_regular_file(status)) return fs::canonical(path, failure).string();
  return status.type() == fs::file_type::not_found && !fs::is_symlink(path, failure) ? path : std::string();
}

struct OpenFile {
  std::string path;
  int descriptor = -1;
};

/// A new file in the folder of `target`, hidden, under a name that nothing has.
OpenFile create_beside(const std::string& target) {
  constexpr int kMostNames = 100;
  const fs::path folder = fs::path(target).parent_path();
  OpenFile file;
  for (int i = 0; i < kMostNames; ++i) {
    file.path = (folder / fmt::format(".tallybook-{}-{}.tmp", getpid(), i)).string();
    file.descriptor = ::open(file.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file.descriptor >= 0 || errno != EEXIST) break;
  }
  return file;
}

/// What takes a file's place keeps its permissions.
void copy_mode(const std::string& from, int to) {
  struct stat status {};
  if (::stat(from.c_str(), &status) == 0) static_cast<void>(fchmod(to, status.st_mode & 07777U));
}

}  // namespace

PartialFile::~PartialFile() {
  if (exists()) static_cast<void>(unlink(path_.c_str()));
}

bool PartialFile::rename_to(const std::string& target) {
  if (std::rename(path_.c_str(), target.c_str()) != 0) return false;
  path_.clear();
  return true;
}

Result<Sink> Sink::open(const std::string& path) {
  if (path.empty()) return Sink(stdout, &leave_open, "<stdout>");
  const std::string target = regular_target(path);
  return target.empty() ? open_with(path, "wb") : open_beside(path, target);
}

Result<Sink> Sink::open_beside(const std::string& path, const std::string& target) {
  // A new name for the bytes would get round a file that must not be written to.
  const bool forbidden = access(target.c_str(), F_OK) == 0 && access(target.c_str(), W_OK) != 0;
  if (forbidden) return tl::unexpected(write_error(path, errno));
  const OpenFile created = create_beside(target);
  if (created.descriptor < 0) return tl::unexpected(write_error(path, errno));
  PartialFile partial(created.path);
  copy_mode(target, created.descriptor);
  std::FILE* file = fdopen(created.descriptor, "wb");
  if (file == nullptr) {
    const int reason = errno;
    ::close(created.descriptor);
    return tl::unexpected(write_error(path, reason));
  }
  Sink sink(file, &std::fclose, path);
  sink.partial_ = std::move(partial);
  sink.target_ = target;
  return sink;
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
  if (!file_) return {};
  // On the disk before it has its name, or a power cut could leave an empty file under that name.
  const bool partial = partial_.exists();
  if (partial && (std::fflush(file_.get()) != 0 || fsync(fileno(file_.get())) != 0)) return failure();
  if (file_.get_deleter()(file_.release()) != 0) return failure();
  if (partial && !partial_.rename_to(target_)) return failure();
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
