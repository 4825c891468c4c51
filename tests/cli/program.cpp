#include "program.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace tallybook::cli::testing {
namespace {

namespace fs = std::filesystem;

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void store(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

/// In the child, between fork and exec.
bool redirect(int descriptor, const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags, 0600);
  return file >= 0 && dup2(file, descriptor) >= 0;
}

bool limit_files(unsigned long bytes) {
  const rlimit limit{bytes, bytes};
  return bytes == 0 || setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

}  // namespace

void ProgramTest::SetUp() {
  std::string pattern = (fs::temp_directory_path() / "tallybook-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  streams_ = pattern;
  folder_ = streams_ / "work";
  fs::create_directory(folder_);
}

void ProgramTest::TearDown() {
  std::error_code ignored;
  fs::remove_all(streams_, ignored);
}

Outcome ProgramTest::run(const std::vector<std::string>& arguments, std::string_view standard_input,
                         const std::vector<std::string>& environment) {
  store(streams_ / "in", standard_input);
  std::vector<std::string> words = {TALLYBOOK_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  const auto argv = pointers(words);
  const auto envp = pointers(variables);

  const pid_t child = fork();
  if (child == 0) {
    const bool ready = redirect(STDIN_FILENO, streams_ / "in", O_RDONLY) &&
                       redirect(STDOUT_FILENO, streams_ / "out", O_WRONLY | O_CREAT | O_TRUNC) &&
                       redirect(STDERR_FILENO, streams_ / "err", O_WRONLY | O_CREAT | O_TRUNC) &&
                       chdir(folder_.c_str()) == 0 && limit_files(file_size_);
    if (ready) execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, contents(streams_ / "out"),
          contents(streams_ / "err")};
}

void ProgramTest::write(const std::string& name, std::string_view text) {
  store(folder_ / name, text);
}

std::string ProgramTest::read(const std::string& name) const {
  return contents(folder_ / name);
}

}  // namespace tallybook::cli::testing
