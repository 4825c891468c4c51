// Each stage alone, then all together, on one core, over all documents of a folder. Speeds are in bytes of
// the documents' UTF-8 text, so that stages and formats compare.
//
//     tallybook_bench FOLDER TEXT.txt [--benchmark_…]
//
// TEXT.txt receives the text of all documents one after another, for other tools to run on.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <tallybook/engine.hpp>

#include "checks/run.hpp"
#include "document/read.hpp"
#include "figures/extract.hpp"
#include "figures/lexicon.hpp"
#include "figures/moment.hpp"
#include "figures/relate.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "output/json.hpp"

namespace {

using tallybook::Analysis;
using tallybook::Engine;
using tallybook::ReportAnalysis;
using tallybook::figures::Lexicon;

struct Source {
  std::string name;
  std::string bytes;
};

/// What a stage reads is made beforehand, so that it alone is timed.
struct Corpus {
  std::vector<Source> sources;
  std::vector<Analysis> analyses;  ///< one for each source
  std::int64_t text_bytes = 0;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Files that no reader takes are left out.
Corpus load(const Engine& engine, const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());

  Corpus corpus;
  for (const auto& path : paths) {
    Source source{path.string(), read_file(path)};
    auto analysis = engine.analyse(source.bytes, source.name);
    if (!analysis) continue;
    corpus.text_bytes += static_cast<std::int64_t>(analysis->document.text.size());
    corpus.analyses.push_back(std::move(*analysis));
    corpus.sources.push_back(std::move(source));
  }
  return corpus;
}

void read(const Corpus& corpus) {
  for (const Source& source : corpus.sources) {
    benchmark::DoNotOptimize(tallybook::document::read(source.bytes, source.name));
  }
}

void outline(const Corpus& corpus) {
  for (const Analysis& analysis : corpus.analyses) {
    const auto compilation = tallybook::outline::split(analysis.document);
    for (const tallybook::Report& report : compilation.reports) {
      benchmark::DoNotOptimize(tallybook::outline::parse(analysis.document, report));
    }
  }
}

template <typename Stage>
void for_each_report(const Corpus& corpus, const Stage& stage) {
  for (const Analysis& analysis : corpus.analyses) {
    for (const ReportAnalysis& report : analysis.reports) stage(analysis.document, report);
  }
}

void moments(const Corpus& corpus) {
  for_each_report(corpus, [](const tallybook::Document& document, const ReportAnalysis& report) {
    benchmark::DoNotOptimize(tallybook::figures::read_moments(document, report.report));
  });
}

void figures(const Corpus& corpus, const Lexicon& lexicon) {
  for_each_report(corpus, [&](const tallybook::Document& document, const ReportAnalysis& report) {
    benchmark::DoNotOptimize(
        tallybook::figures::extract(document, report.report, report.outline, report.moments, lexicon));
  });
}

void relations(const Corpus& corpus, const Lexicon& lexicon) {
  for_each_report(corpus, [&](const tallybook::Document& document, const ReportAnalysis& report) {
    benchmark::DoNotOptimize(tallybook::figures::relate(document, report.outline, report.figures, lexicon));
  });
}

void rules(const Corpus& corpus) {
  const auto plan = tallybook::checks::default_plan();
  const auto vocabulary = tallybook::checks::Vocabulary::load();
  for_each_report(corpus, [&](const tallybook::Document& document, const ReportAnalysis& report) {
    const tallybook::DocumentFacts facts{
        tallybook::checks::find_halfwidth(document), {}, {&report.report, 1}};
    benchmark::DoNotOptimize(tallybook::checks::run(
        {document, report.report, report.outline, report.figures, report.relations, report.moments, facts},
        *vocabulary, plan));
  });
}

void whole(const Corpus& corpus, const Engine& engine) {
  for (const Source& source : corpus.sources) {
    benchmark::DoNotOptimize(engine.analyse(source.bytes, source.name));
  }
}

/// What `tallybook check --format json` does with a file once it has its bytes.
void check(const Corpus& corpus, const Engine& engine) {
  for (const Source& source : corpus.sources) {
    const auto analysis = engine.analyse(source.bytes, source.name);
    benchmark::DoNotOptimize(tallybook::output::check_json(*analysis));
  }
}

void add(const char* name, const Corpus& corpus, std::function<void()> stage) {
  benchmark::RegisterBenchmark(name, [&corpus, stage = std::move(stage)](benchmark::State& state) {
    for (auto _ : state) stage();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus.text_bytes);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto engine = Engine::create();
  const auto lexicon = Lexicon::load();
  if (argc != 3 || !engine || !lexicon) {
    std::fputs("usage: tallybook_bench FOLDER TEXT.txt [--benchmark_…]\n", stderr);
    return 2;
  }
  const Corpus corpus = load(*engine, argv[1]);
  std::ofstream text(argv[2], std::ios::binary);
  for (const Analysis& analysis : corpus.analyses) text << analysis.document.text << '\n';
  text.close();

  add("read", corpus, [&] { read(corpus); });
  add("outline", corpus, [&] { outline(corpus); });
  add("moments", corpus, [&] { moments(corpus); });
  add("figures", corpus, [&] { figures(corpus, *lexicon); });
  add("relations", corpus, [&] { relations(corpus, *lexicon); });
  add("rules", corpus, [&] { rules(corpus); });
  add("analysis", corpus, [&] { whole(corpus, *engine); });
  add("check", corpus, [&] { check(corpus, *engine); });
  benchmark::AddCustomContext("documents", std::to_string(corpus.sources.size()));
  benchmark::AddCustomContext("text_bytes", std::to_string(corpus.text_bytes));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
