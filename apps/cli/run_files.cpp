#include "run_files.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <numeric>

#include <tallybook/engine.hpp>

#include "errors.hpp"
#include "input.hpp"
#include "progress.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

/// Files in flight: enough that one slow file does not leave the other threads idle.
constexpr std::size_t kFilesPerThread = 4;

struct Done {
  const Input* input = nullptr;
  Result<Rendered> result;
};

Progress::Amount amount_of(const std::vector<Input>& inputs) {
  return {inputs.size(), std::accumulate(inputs.begin(), inputs.end(), std::uint64_t{0},
                                         [](std::uint64_t sum, const Input& i) { return sum + i.size; })};
}

/// Opening the output would empty a file that is still to be read.
bool overwrites_input(const std::string& output, const std::vector<Input>& inputs) {
  if (output.empty()) return false;
  return std::any_of(inputs.begin(), inputs.end(), [&](const Input& input) {
    std::error_code ignored;
    return !input.standard_input && std::filesystem::equivalent(output, input.name, ignored);
  });
}

Result<Sink> open_sink(const std::string& path, bool binary, const std::vector<Input>& inputs) {
  if (overwrites_input(path, inputs)) {
    return tl::unexpected(Error{ErrorCode::invalid_argument, path, {}, "the output is also an input"});
  }
  Result<Sink> sink = Sink::open(path);
  if (sink && binary && sink->is_terminal()) {
    return tl::unexpected(
        Error{ErrorCode::invalid_argument, path, {}, "no terminal shows this format; name a file with -o"});
  }
  return sink;
}

/// One run over all inputs: the stages of the pipeline and what they share.
class Run {
 public:
  Run(const CommonOptions& options, const FileCommand& command, const Engine& engine,
      const std::vector<Input>& inputs, const std::vector<SharedPlan>& plans, Sink& sink)
      : options_(options),
        command_(command),
        engine_(engine),
        inputs_(inputs),
        plans_(plans),
        sink_(sink),
        style_(style_of(options, sink.is_terminal())),
        progress_(amount_of(inputs), !options.quiet, style_.language) {}

  RunResult execute() {
    write(command_.before);
    pipeline();
    progress_.clear();
    if (command_.after) finish_all();
    if (!stopped_) check(sink_.close());
    return result_;
  }

 private:
  void pipeline() {
    using oneapi::tbb::filter_mode;
    using oneapi::tbb::make_filter;
    const std::size_t threads = options_.jobs > 0
                                    ? options_.jobs
                                    : static_cast<std::size_t>(oneapi::tbb::info::default_concurrency());
    const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism, threads);
    oneapi::tbb::task_arena arena(static_cast<int>(threads));
    const auto stages =
        make_filter<void, std::size_t>(filter_mode::serial_in_order,
                                       [this](oneapi::tbb::flow_control& flow) { return next(flow); }) &
        make_filter<std::size_t, Done>(filter_mode::parallel,
                                       [this](std::size_t index) { return process(index); }) &
        make_filter<Done, void>(filter_mode::serial_in_order, [this](const Done& done) { finish(done); });
    arena.execute([&] { oneapi::tbb::parallel_pipeline(threads * kFilesPerThread, stages); });
  }

  std::size_t next(oneapi::tbb::flow_control& flow) {
    if (stopped_ || next_ == inputs_.size()) {
      flow.stop();
      return 0;
    }
    return next_++;
  }

  [[nodiscard]] Done process(std::size_t index) const {
    const Input& input = inputs_[index];
    if (input.error) return {&input, tl::unexpected(*input.error)};
    const auto render = [&](const std::string& bytes) {
      return analyse(index, bytes).map([&](Analysis&& analysis) {
        if (command_.prepare) command_.prepare({index, bytes}, engine_, analysis);
        if (command_.file_of_source) return command_.file_of_source({index, bytes}, std::move(analysis));
        return command_.file(std::move(analysis), style_, engine_);
      });
    };
    return {&input, read_bytes(input, options_.max_size << 20).and_then(render)};
  }

  [[nodiscard]] Result<Analysis> analyse(std::size_t index, const std::string& bytes) const {
    if (command_.analyse) return command_.analyse({index, bytes}, inputs_[index], engine_);
    const std::string& name = inputs_[index].name;
    if (plans_.empty()) return engine_.analyse(bytes, name);
    return engine_.analyse(bytes, name, plans_[index]->rules, plans_[index]->own);
  }

  void finish(const Done& done) {
    if (!done.result) {
      tell(done.result.error());
    } else {
      result_.totals += done.result->totals;
      write_part(done.result->text);
      if (done.result->analysis) {
        const Result<void> collected = command_.collect(*done.result->analysis);
        if (!collected) tell(collected.error());
      }
    }
    progress_.advance(done.input->size);
  }

  void finish_all() {
    Result<std::string> text = command_.after(result_.totals, style_);
    if (text) return command_.closing ? write(*text) : write_part(*text);
    stopped_ = true;
    Error error = std::move(text.error());
    if (error.file.empty()) error.file = options_.output;
    tell(error);
  }

  void tell(const Error& error) {
    progress_.clear();
    result_.status = report(error, style_.language);
  }

  void write_part(const std::string& text) {
    if (text.empty()) return;
    if (parted_) write(command_.between);
    parted_ = true;
    write(text);
  }

  void write(std::string_view text) {
    if (text.empty() || stopped_) return;
    progress_.clear();
    check(sink_.write(text));
  }

  void check(const Result<void>& written) {
    if (written) return;
    stopped_ = true;
    result_.status =
        sink_.reader_gone() ? exit_status(written.error().code) : report(written.error(), style_.language);
  }

  const CommonOptions& options_;
  const FileCommand& command_;
  const Engine& engine_;
  const std::vector<Input>& inputs_;
  const std::vector<SharedPlan>& plans_;  ///< parallel to the inputs, or empty
  Sink& sink_;
  output::TerminalStyle style_;
  Progress progress_;
  RunResult result_;
  std::size_t next_ = 0;
  bool parted_ = false;                ///< something stands before the next part
  std::atomic<bool> stopped_ = false;  ///< nothing more can be written
};

}  // namespace

RunResult run_files(const CommonOptions& options, const FileCommand& command) {
  const output::Language language = language_of(options);
  const std::vector<Input> inputs = expand(options.files, options.stdin_name);
  const Result<Engine> engine = Engine::create();
  if (!engine) return {{}, report(engine.error(), language)};
  std::vector<SharedPlan> plans;
  if (command.plans) {
    auto found = command.plans(*engine, inputs);
    if (!found) return {{}, report(found.error(), language)};
    plans = *std::move(found);
  }
  Result<Sink> sink = open_sink(options.output, command.binary, inputs);
  if (!sink) return {{}, report(sink.error(), language)};
  return Run(options, command, *engine, inputs, plans, *sink).execute();
}

}  // namespace tallybook::cli
