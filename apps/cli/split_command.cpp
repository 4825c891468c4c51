#include <fmt/format.h>
#include <filesystem>
#include <memory>
#include <optional>

#include <tallybook/engine.hpp>

#include "commands.hpp"
#include "errors.hpp"
#include "input.hpp"
#include "options.hpp"
#include "output/display.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

struct SplitOptions {
  CommonOptions common;
  std::string directory;
  bool force = false;
};

/// Long enough to know a report by, short enough for every file system (255 bytes).
constexpr int kNameColumns = 60;

/// A name that every file system takes: no separators, no characters that Windows forbids.
std::string safe_name(std::string_view words) {
  std::string name = output::cut_to(output::on_one_line(words), kNameColumns);
  for (char& c : name) {
    if (std::string_view(R"(/\:*?"<>|)").find(c) != std::string_view::npos) c = '_';
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  return name;
}

/// `01-标题.txt`; the source's own name goes before it where there are several sources.
std::string file_name(const Analysis& analysis, const Report& report, std::string_view prefix) {
  std::string name = fmt::format("{}{:02}", prefix, report.index + 1);
  const std::optional<Span> title = report.title ? report.title : report.organisation;
  if (title) name += '-' + safe_name(slice(analysis.document.text, *title));
  return name + ".txt";
}

Result<void> write_report(const std::string& path, std::string_view text, bool force) {
  Result<Sink> sink = force ? Sink::open(path) : Sink::create(path);
  if (!sink) return tl::unexpected(sink.error());
  const std::string_view end = text.ends_with('\n') ? "" : "\n";
  return sink->write(text).and_then([&] { return sink->write(end); }).and_then([&] { return sink->close(); });
}

class Splitter {
 public:
  Splitter(const SplitOptions& options, const Engine& engine, Sink& sink)
      : options_(options), engine_(engine), sink_(sink) {}

  Result<void> split(const Input& input, bool several) {
    if (input.error) return tl::unexpected(*input.error);
    return read_bytes(input, options_.common.max_size << 20)
        .and_then([&](const std::string& bytes) { return engine_.analyse(bytes, input.name); })
        .and_then([&](const Analysis& analysis) { return write_reports(analysis, several); });
  }

 private:
  Result<void> write_reports(const Analysis& analysis, bool several) {
    const std::string prefix = several ? prefix_of(analysis.document.name) : std::string();
    for (const ReportAnalysis& report : analysis.reports) {
      const std::string path =
          (fs::path(options_.directory) / file_name(analysis, report.report, prefix)).string();
      const std::string_view text = slice(analysis.document.text, report.report.span);
      Result<void> written = write_report(path, text, options_.force).and_then([&] {
        return options_.common.quiet ? Result<void>() : sink_.write(output::as_shown(path) + '\n');
      });
      if (!written) return written;
    }
    return {};
  }

  /// `总结-`, and `总结(2)-` for a second source of that name.
  std::string prefix_of(const std::string& source) {
    std::string name = safe_name(output::as_shown(fs::path(source).stem().string()));
    const int times = ++sources_[name];
    if (times > 1) name += fmt::format("({})", times);
    return name + '-';
  }

  const SplitOptions& options_;
  const Engine& engine_;
  Sink& sink_;
  std::map<std::string, int> sources_;  ///< how often each name has come
};

Result<void> make_directory(const std::string& path) {
  std::error_code failure;
  fs::create_directories(path, failure);
  if (!failure) return {};
  return tl::unexpected(Error{ErrorCode::write_failed, path, {}, failure.message()});
}

int split(const SplitOptions& options) {
  const output::Language language = language_of(options.common);
  const Result<Engine> engine = Engine::create();
  if (!engine) return report(engine.error(), language);
  const Result<void> directory = make_directory(options.directory);
  if (!directory) return report(directory.error(), language);
  Result<Sink> sink = Sink::open("");
  if (!sink) return report(sink.error(), language);

  const std::vector<Input> inputs = expand(options.common.files, options.common.stdin_name);
  Splitter splitter(options, *engine, *sink);
  int status = kClean;
  for (const Input& input : inputs) {
    const Result<void> done = splitter.split(input, inputs.size() > 1);
    if (!done) status = report(done.error(), language);
  }
  const Result<void> closed = sink->close();
  return closed ? status : report(closed.error(), language);
}

}  // namespace

void add_split_command(CLI::App& app, int& status) {
  auto options = std::make_shared<SplitOptions>();
  CLI::App* command =
      app.add_subcommand("split", "Write each report of a compiled page to a file of its own (拆分合订文档)");
  add_input_options(*command, options->common);
  command
      ->add_option("-d,--directory", options->directory, "The folder to write to; made where there is none")
      ->required()
      ->type_name("DIR");
  command->add_flag("--force", options->force, "Write over files that are already there");
  command->add_flag("-q,--quiet", options->common.quiet, "Do not list the files written");
  add_language_option(*command, options->common);
  command->callback([options, &status] { status = split(*options); });
}

}  // namespace tallybook::cli
