#include <algorithm>
#include <tallybook/engine.hpp>
#include <tuple>
#include <utility>

#include "acceptance/accept.hpp"
#include "acceptance/key.hpp"
#include "checks/run.hpp"
#include "document/read.hpp"
#include "engine/coverage.hpp"
#include "figures/extract.hpp"
#include "figures/lexicon.hpp"
#include "figures/moment.hpp"
#include "figures/relate.hpp"
#include "figures/units.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "own/load.hpp"
#include "own/program.hpp"
#include "settings/parse.hpp"
#include "settings/plan.hpp"

namespace tallybook {

std::string_view version() {
  return TALLYBOOK_VERSION;
}

std::span<const Rule* const> rules() {
  return checks::registry();
}

std::vector<const Rule*> rules(const RuleSet& own) {
  std::vector<const Rule*> all(rules().begin(), rules().end());
  all.insert(all.end(), own.rules().begin(), own.rules().end());
  return all;
}

const Rule* find_rule(std::string_view code_or_name, const RuleSet& own) {
  return checks::find(code_or_name, rules(own));
}

Message unknown_rule(std::string_view word, const RuleSet& own) {
  return settings::unknown_rule(rules(own), word);
}

SettingResult<RuleSet> load_rules(std::span<const RuleFile> files) {
  return own::load(files, rules());
}

SettingResult<Settings> parse_settings(std::string_view toml, std::string_view name) {
  return settings::parse(toml, name);
}

bool matches_path(const std::string& pattern, const std::string& path) {
  return settings::path_matches(pattern, path);
}

struct Engine::Tables {
  figures::Lexicon lexicon;
  checks::Vocabulary vocabulary;
  std::vector<Profile> profiles;
  RulePlan default_plan;
};

namespace {

/// The rules that one analysis runs.
struct ChosenRules {
  const checks::Vocabulary& vocabulary;
  const RulePlan& plan;
  const RuleSet& own;
  RuleClock* clock;
};

/// Findings of the office's own rules among those of the others, in the order of them all.
void add_own(std::vector<Finding>& findings, const own::ReportParts& parts, const ChosenRules& chosen) {
  const own::Program* program = chosen.own.program();
  if (program == nullptr || chosen.plan.size() <= rules().size()) return;
  std::vector<Finding> added = program->run(parts, std::span(chosen.plan).subspan(rules().size()));
  const auto middle = static_cast<std::ptrdiff_t>(findings.size());
  findings.insert(findings.end(), std::make_move_iterator(added.begin()),
                  std::make_move_iterator(added.end()));
  std::inplace_merge(
      findings.begin(), findings.begin() + middle, findings.end(),
      [](const Finding& a, const Finding& b) { return std::tie(a.span, a.rule) < std::tie(b.span, b.rule); });
}

ReportAnalysis analyse_report(const Document& document, const Report& report, const DocumentFacts& facts,
                              const figures::Lexicon& lexicon, const ChosenRules& chosen) {
  ReportAnalysis analysis;
  analysis.report = report;
  analysis.outline = outline::parse(document, analysis.report);
  analysis.moments = figures::read_moments(document, analysis.report);
  analysis.figures = figures::extract(document, analysis.report, analysis.outline, analysis.moments, lexicon);
  analysis.relations = figures::relate(document, analysis.outline, analysis.figures, lexicon);
  analysis.findings = checks::run({document, analysis.report, analysis.outline, analysis.figures,
                                   analysis.relations, analysis.moments, facts},
                                  chosen.vocabulary, chosen.plan, chosen.clock);
  add_own(analysis.findings, {document, analysis.report, analysis.outline}, chosen);
  acceptance::set_keys(document, analysis.outline, analysis.findings);
  analysis.coverage = engine::measure_coverage(analysis.figures, analysis.relations);
  return analysis;
}

}  // namespace

Engine::Engine(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create() {
  auto profiles = settings::shipped_profiles();
  if (!profiles) {
    const SettingProblem& problem = profiles.error();
    return tl::unexpected(Error{ErrorCode::invalid_data, problem.file, std::nullopt,
                                "line " + std::to_string(problem.line) + ": " + problem.message.en});
  }
  auto vocabulary = checks::Vocabulary::load();
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  return figures::Lexicon::load().map([&](figures::Lexicon&& lexicon) {
    return Engine(std::make_unique<const Tables>(
        Tables{std::move(lexicon), *std::move(vocabulary), *std::move(profiles), checks::default_plan()}));
  });
}

Result<Document> Engine::read(std::string_view bytes, std::string_view name) {
  return document::read(bytes, name);
}

SettingResult<RulePlan> Engine::plan(const Settings& settings, const RuleSelection& asked,
                                     std::string_view path, const RuleSet& own) const {
  RulePlan defaults = tables_->default_plan;
  for (const Rule* rule : own.rules()) defaults.push_back({rule->enabled_by_default, rule->severity});
  return settings::plan_for(rules(own), std::move(defaults), tables_->profiles, settings, asked, path);
}

std::span<const Profile> Engine::profiles() const {
  return tables_->profiles;
}

Result<Analysis> Engine::analyse(std::string_view bytes, std::string_view name) const {
  return analyse(bytes, name, tables_->default_plan);
}

Result<Analysis> Engine::analyse(std::string_view bytes, std::string_view name, const RulePlan& plan,
                                 const RuleSet& own, RuleClock* clock) const {
  return read(bytes, name).map([&](Document&& document) {
    return analyse(std::move(document), plan, own, clock);
  });
}

Analysis Engine::analyse(Document document) const {
  return analyse(std::move(document), tables_->default_plan);
}

Analysis Engine::analyse(Document document, const RulePlan& plan, const RuleSet& own,
                         RuleClock* clock) const {
  Analysis analysis;
  analysis.own_rules = own;
  Compilation compilation = outline::split(document);
  const DocumentFacts facts{checks::find_halfwidth(document), compilation.boilerplate, compilation.reports};
  analysis.reports.reserve(compilation.reports.size());
  for (const Report& report : compilation.reports) {
    analysis.reports.push_back(
        analyse_report(document, report, facts, tables_->lexicon, {tables_->vocabulary, plan, own, clock}));
  }
  analysis.boilerplate = std::move(compilation.boilerplate);
  analysis.document = std::move(document);
  return analysis;
}

AcceptanceUse Engine::accept(Analysis& analysis, const RulePlan& plan, const Acceptances& accepted) const {
  return acceptance::accept(analysis, rules(analysis.own_rules), plan, accepted);
}

std::optional<MeasureUnit> Engine::unit(std::string_view text) const {
  return figures::find_measure_unit(text, tables_->lexicon.tables());
}

std::vector<FigureTrace> Engine::explain(const Document& document, const ReportAnalysis& report) const {
  return figures::extract_traced(document, report.report, report.outline, report.moments, tables_->lexicon)
      .traces;
}

}  // namespace tallybook
