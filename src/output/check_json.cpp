#include "output/json.hpp"
#include "output/json_values.hpp"
#include "output/totals.hpp"

namespace tallybook::output {
namespace {

Json json_of(const Message& message) {
  return {{"zh", message.zh}, {"en", message.en}};
}

Json json_of(const Report& report, const JsonText& text) {
  return {{"index", report.index},
          {"begin", text.begin(report.span)},
          {"end", text.end(report.span)},
          {"title", text.words(report.title)},
          {"organisation", text.words(report.organisation)},
          {"area", text.words(report.area)},
          {"period", json_period(report.period)},
          {"date", report.date ? Json(iso_date(*report.date)) : Json(nullptr)}};
}

Json json_of(const std::vector<Span>& places, const JsonText& text) {
  Json list = Json::array();
  for (const Span place : places) {
    list.push_back({{"begin", text.begin(place)}, {"end", text.end(place)}, {"text", text.words(place)}});
  }
  return list;
}

Json json_of(const std::vector<Related>& related, const JsonText& text) {
  Json list = Json::array();
  for (const Related& place : related) {
    list.push_back({{"begin", text.begin(place.span)},
                    {"end", text.end(place.span)},
                    {"text", text.words(place.span)},
                    {"note", json_of(place.note)}});
  }
  return list;
}

Json json_of(const std::optional<Fix>& fix, const JsonText& text) {
  if (!fix) return nullptr;
  Json edits = Json::array();
  for (const Edit& edit : fix->edits) {
    edits.push_back(
        {{"begin", text.begin(edit.span)}, {"end", text.end(edit.span)}, {"replacement", edit.replacement}});
  }
  return {{"title", json_of(fix->title)}, {"edits", std::move(edits)}};
}

Json json_of(const Finding& finding, const JsonText& text) {
  return {{"report", finding.report},
          {"rule", finding.rule},
          {"name", finding.name},
          {"key", key_text(finding.key)},
          {"severity", name_of(finding.severity)},
          {"begin", text.begin(finding.span)},
          {"end", text.end(finding.span)},
          {"text", text.words(finding.span)},
          {"message", json_of(finding.message)},
          {"related", json_of(finding.related, text)},
          {"fix", json_of(finding.fix, text)}};
}

Json json_of(const AcceptedFinding& accepted, const JsonText& text) {
  Json json = json_of(accepted.finding, text);
  json["accepted"] = {{"by", name_of(accepted.by)},
                      {"reason", accepted.reason.empty() ? Json(nullptr) : Json(accepted.reason)}};
  return json;
}

/// Each term by the place of its figure, because that is how a figure is known elsewhere too.
Json json_of(const std::vector<Term>& terms, const std::vector<Figure>& figures, const JsonText& text) {
  Json list = Json::array();
  for (const Term& term : terms) {
    const Span place = figures[term.figure].span;
    list.push_back({{"begin", text.begin(place)},
                    {"end", text.end(place)},
                    {"text", text.words(place)},
                    {"role", name_of(term.role)}});
  }
  return list;
}

Json json_of(const Relation& relation, const ReportAnalysis& report, const JsonText& text) {
  return {{"report", report.report.index},          {"kind", name_of(relation.kind)},
          {"verdict", name_of(relation.verdict)},   {"reason", name_of(relation.reason)},
          {"arithmetic", relation.arithmetic},      {"terms", json_of(relation.terms, report.figures, text)},
          {"items", json_of(relation.items, text)}, {"evidence", json_of(relation.evidence, text)}};
}

/// The relations that no check could decide, by reason; reasons that do not occur are left out.
Json not_checkable(const CheckTotals& totals) {
  Json reasons = Json::object();
  for (std::size_t i = 0; i < totals.unchecked_by_reason.size(); ++i) {
    const std::size_t count = totals.unchecked_by_reason[i];
    if (count > 0) reasons[std::string(name_of(static_cast<Reason>(i)))] = count;
  }
  return reasons;
}

}  // namespace

Json json_coverage(const CheckTotals& totals) {
  const Coverage& coverage = totals.coverage;
  return {{"figures", coverage.figures}, {"with_subject", coverage.with_subject},
          {"linked", coverage.linked},   {"checkable", coverage.checkable},
          {"checked", coverage.checked}, {"passed", coverage.passed},
          {"failed", coverage.failed},   {"not_checkable", not_checkable(totals)}};
}

std::string check_json(const Analysis& analysis) {
  const JsonText text(analysis.document.text);
  Json reports = Json::array();
  Json findings = Json::array();
  Json accepted = Json::array();
  Json relations = Json::array();
  for (const ReportAnalysis& report : analysis.reports) {
    reports.push_back(json_of(report.report, text));
    for (const Finding& finding : report.findings) findings.push_back(json_of(finding, text));
    for (const AcceptedFinding& finding : report.accepted) accepted.push_back(json_of(finding, text));
    for (const Relation& relation : report.relations) relations.push_back(json_of(relation, report, text));
  }
  const Json root = {{"file", analysis.document.name},
                     {"version", TALLYBOOK_VERSION},
                     {"reports", std::move(reports)},
                     {"findings", std::move(findings)},
                     {"accepted", std::move(accepted)},
                     {"relations", std::move(relations)},
                     {"coverage", json_coverage(totals_of(analysis))}};
  return dumped(root) + '\n';
}

}  // namespace tallybook::output
