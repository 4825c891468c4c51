#include <tallybook/engine.hpp>
#include <utility>

#include "checks/run.hpp"
#include "document/read.hpp"
#include "engine/coverage.hpp"
#include "figures/extract.hpp"
#include "figures/lexicon.hpp"
#include "figures/moment.hpp"
#include "figures/relate.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"

namespace tallybook {

std::string_view version() {
  return TALLYBOOK_VERSION;
}

std::span<const Rule* const> rules() {
  return checks::registry();
}

const Rule* find_rule(std::string_view code_or_name) {
  return checks::find(code_or_name);
}

struct Engine::Tables {
  figures::Lexicon lexicon;
};

namespace {

ReportAnalysis analyse_report(const Document& document, const Report& report,
                              const figures::Lexicon& lexicon) {
  ReportAnalysis analysis;
  analysis.report = report;
  analysis.outline = outline::parse(document, analysis.report);
  analysis.moments = figures::read_moments(document, analysis.report);
  analysis.figures = figures::extract(document, analysis.report, analysis.outline, analysis.moments, lexicon);
  analysis.relations = figures::relate(document, analysis.outline, analysis.figures, lexicon);
  analysis.findings = checks::run(
      {document, analysis.report, analysis.outline, analysis.figures, analysis.relations, analysis.moments});
  analysis.coverage = engine::measure_coverage(analysis.figures, analysis.relations);
  return analysis;
}

}  // namespace

Engine::Engine(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create() {
  return figures::Lexicon::load().map([](figures::Lexicon&& lexicon) {
    return Engine(std::make_unique<const Tables>(Tables{std::move(lexicon)}));
  });
}

Result<Document> Engine::read(std::string_view bytes, std::string_view name) {
  return document::read(bytes, name);
}

Result<Analysis> Engine::analyse(std::string_view bytes, std::string_view name) const {
  return read(bytes, name).map([this](Document&& document) { return analyse(std::move(document)); });
}

Analysis Engine::analyse(Document document) const {
  Analysis analysis;
  Compilation compilation = outline::split(document);
  analysis.boilerplate = std::move(compilation.boilerplate);
  analysis.reports.reserve(compilation.reports.size());
  for (const Report& report : compilation.reports) {
    analysis.reports.push_back(analyse_report(document, report, tables_->lexicon));
  }
  analysis.document = std::move(document);
  return analysis;
}

}  // namespace tallybook
