// Runs the built program in a temporary directory of its own.
#pragma once

#include <gtest/gtest.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tallybook::cli::testing {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

/// Each test has an empty folder as working directory, a fixed locale and no terminal.
class ProgramTest : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// `environment` is NAME=VALUE, in place of the fixed locale.
  Outcome run(const std::vector<std::string>& arguments, std::string_view standard_input = "",
              const std::vector<std::string>& environment = {"LC_ALL=zh_CN.UTF-8"});

  /// From now on the program's files may not grow past this.
  void limit_file_size(unsigned long bytes) { file_size_ = bytes; }

  void write(const std::string& name, std::string_view text);
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;   ///< the working directory
  std::filesystem::path streams_;  ///< standard input, output and error
  unsigned long file_size_ = 0;    ///< 0: no limit
};

}  // namespace tallybook::cli::testing
