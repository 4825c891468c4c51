#include "fix_files.hpp"

#include <fmt/format.h>

#include <tallybook/engine.hpp>

#include "errors.hpp"
#include "input.hpp"
#include "output/diff.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

Result<void> rewrite(const std::string& path, std::string_view bytes) {
  return Sink::open(path).and_then(
      [&](Sink sink) { return sink.write(bytes).and_then([&] { return sink.close(); }); });
}

/// One run over all inputs, one after another: files are rewritten.
class FixRun {
 public:
  FixRun(const CommonOptions& options, const Engine& engine, FixMode mode, Sink& sink)
      : options_(options), engine_(engine), mode_(mode), sink_(sink), language_(language_of(options)) {}

  void fix(const Input& input, const FilePlan& plan, const Acceptances& accepted) {
    if (input.standard_input && mode_ == FixMode::write) {
      fail(Error{ErrorCode::invalid_argument, input.name, {}, "standard input cannot be fixed in place"});
      return;
    }
    const auto bytes = input.error ? Result<std::string>(tl::unexpected(*input.error))
                                   : read_bytes(input, options_.max_size << 20);
    const auto fixed = bytes.and_then(
        [&](const std::string& b) { return engine_.fix(b, input.name, plan.rules, plan.own, accepted); });
    if (!fixed) {
      fail(fixed.error());
      return;
    }
    result_.fixes += fixed->fixes;
    if (mode_ == FixMode::show) {
      check(sink_.write(output::unified_diff(input.name, fixed->before, fixed->after)));
    } else if (fixed->fixes > 0) {
      check(rewrite(input.name, fixed->bytes));
    }
    tell(input.name, *fixed);
  }

  [[nodiscard]] const FixResult& result() const { return result_; }

 private:
  void fail(const Error& error) { result_.status = report(error, language_); }
  void check(const Result<void>& done) {
    if (!done) fail(done.error());
  }

  void tell(const std::string& name, const Fixed& fixed) const {
    if (options_.quiet || mode_ == FixMode::show) return;
    if (fixed.fixes > 0) {
      say({fmt::format("{}：已改正 {} 处", name, fixed.fixes),
           fmt::format("{}: {} fixed", name, fixed.fixes)},
          language_);
    }
    if (fixed.open > 0) {
      say({fmt::format("{}：有 {} 处可以改正，但这种文件不能直接改写", name, fixed.open),
           fmt::format("{}: {} could be fixed, but files of this kind are not rewritten", name, fixed.open)},
          language_);
    }
  }

  const CommonOptions& options_;
  const Engine& engine_;
  FixMode mode_;
  Sink& sink_;
  output::Language language_;
  FixResult result_;
};

}  // namespace

FixResult fix_files(const CommonOptions& options, const SettingsOptions& settings,
                    const BaselineOptions& baseline, FixMode mode) {
  const output::Language language = language_of(options);
  const std::vector<Input> inputs = expand(options.files, options.stdin_name);
  const Result<Engine> engine = Engine::create();
  if (!engine) return {report(engine.error(), language), 0};
  const auto accepted =
      settings_for(*engine, inputs, settings).and_then([&](std::vector<FileSettings>&& found) {
        return AcceptedFiles::load(inputs, std::move(found), baseline);
      });
  if (!accepted) return {report(accepted.error(), language), 0};
  Result<Sink> sink = Sink::open(mode == FixMode::show ? options.output : std::string());
  if (!sink) return {report(sink.error(), language), 0};
  FixRun run(options, *engine, mode, *sink);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    run.fix(inputs[i], *accepted->settings()[i].plan, accepted->of(i));
  }
  FixResult result = run.result();
  if (const Result<void> closed = sink->close(); !closed) result.status = report(closed.error(), language);
  return result;
}

}  // namespace tallybook::cli
