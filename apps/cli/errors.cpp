#include "errors.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "output/display.hpp"

namespace tallybook::cli {
namespace {

struct ErrorRow {
  ErrorCode code;
  std::string_view zh;
  std::string_view en;
  int status;
};

constexpr std::array kErrors = {
    ErrorRow{ErrorCode::file_not_found, "找不到文件", "no such file", kError},
    ErrorRow{ErrorCode::file_unreadable, "无法读取", "cannot be read", kError},
    ErrorRow{ErrorCode::file_too_large, "文件过大", "the file is too large", kError},
    ErrorRow{ErrorCode::binary_content, "不是文本文件", "this is no text", kError},
    ErrorRow{ErrorCode::undecodable_text, "文字编码有误，无法解码", "the text cannot be decoded", kError},
    ErrorRow{ErrorCode::unsupported_format, "不支持这种格式", "this format is not supported", kError},
    ErrorRow{ErrorCode::damaged_file, "文件已损坏", "the file is damaged", kError},
    ErrorRow{ErrorCode::limit_exceeded, "超出安全限制", "a safety limit is exceeded", kError},
    ErrorRow{ErrorCode::invalid_data, "数据或设置有误", "invalid data or settings", kError},
    ErrorRow{ErrorCode::invalid_argument, "参数有误", "invalid argument", kError},
    ErrorRow{ErrorCode::write_failed, "无法写入", "cannot be written", kError},
};

/// Details are English, for logs; the ones that users meet most are said in Chinese too.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kDetails = {{
    {"no supported file in this folder", "文件夹中没有可读的文件"},
    {"the output is also an input", "输出文件同时也是输入文件"},
    {"no terminal shows this format; name a file with -o", "终端不能显示这种格式，请用 -o 写入文件"},
    {"more figures than a sheet has rows", "数字多于工作表的行数"},
    {"Permission denied", "没有权限"},
    {"Is a directory", "这是文件夹"},
    {"File exists", "文件已存在，加 --force 可覆盖"},
    {"No such file or directory", "没有这个文件夹"},
    {"No space left on device", "磁盘已满"},
    {"standard input cannot be fixed in place", "标准输入不能就地改正，可用 --diff"},
    {"File too large", "文件超过系统允许的大小"},
}};

std::string detail_in(std::string_view detail, output::Language language) {
  const auto row =
      std::find_if(kDetails.begin(), kDetails.end(), [&](const auto& r) { return r.first == detail; });
  const bool known = language == output::Language::zh && row != kDetails.end();
  return output::as_shown(known ? row->second : detail);
}

const ErrorRow& row_of(ErrorCode code) {
  const auto row =
      std::find_if(kErrors.begin(), kErrors.end(), [code](const ErrorRow& r) { return r.code == code; });
  return row == kErrors.end() ? kErrors.front() : *row;
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

int exit_status(ErrorCode code) {
  return row_of(code).status;
}

std::string error_text(const Error& error, output::Language language) {
  const bool zh = language == output::Language::zh;
  std::string line = "tallybook: ";
  if (!error.file.empty()) line += output::as_shown(error.file) + ": ";
  if (error.offset) line += fmt::format(fmt::runtime(zh ? "第 {} 字节：" : "byte {}: "), *error.offset);
  line += zh ? row_of(error.code).zh : row_of(error.code).en;
  if (!error.detail.empty()) {
    const std::string detail = detail_in(error.detail, language);
    line += zh ? "（" + detail + "）" : ": " + detail;
  }
  return line + '\n';
}

int report(const Error& error, output::Language language) {
  print(error_text(error, language));
  return exit_status(error.code);
}

int report(const SettingProblem& problem, output::Language language) {
  std::string place = problem.file;
  if (problem.line > 0) place += fmt::format(":{}", problem.line);
  if (!place.empty()) place += ": ";
  return report_usage({place + problem.message.zh, place + problem.message.en}, language);
}

void say(const Message& message, output::Language language) {
  print(output::as_shown(language == output::Language::zh ? message.zh : message.en) + '\n');
}

int report_usage(const Message& problem, output::Language language) {
  print("tallybook: " + output::as_shown(language == output::Language::zh ? problem.zh : problem.en) + '\n');
  return kError;
}

}  // namespace tallybook::cli
