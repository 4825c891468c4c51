#include "output/sarif.hpp"

#include <algorithm>

#include "output/json_values.hpp"
#include "output/sarif_values.hpp"
#include "text/sha256.hpp"

namespace tallybook::output {
namespace {

Json text_of(std::string_view text) {
  return {{"text", text}};
}

std::string_view in(const Bilingual& words, Language language) {
  return language == Language::zh ? words.zh : words.en;
}

Json json_of(const Rule& rule, Language language) {
  const std::string why(in(rule.why, language));
  const std::string page = "docs/rules/" + std::string(rule.code) + ".md";
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", text_of(in(rule.catches, language))},
          {"fullDescription", text_of(why)},
          {"help",
           {{"text", why + "\n" + std::string(rule.source)},
            {"markdown", why + "\n\n" + std::string(rule.source) + "\n\n[" + page + "](" + page + ")"}}},
          {"defaultConfiguration", {{"level", name_of(rule.severity)}, {"enabled", rule.enabled_by_default}}},
          {"properties", {{"since", rule.since}, {"page", page}}}};
}

std::string_view mime_type(Format format) {
  switch (format) {
    case Format::text:
      return "text/plain";
    case Format::markdown:
      return "text/markdown";
    case Format::html:
      return "text/html";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return "application/octet-stream";
}

}  // namespace

std::string sarif_head(std::span<const Rule* const> rules, Language language) {
  Json list = Json::array();
  for (const Rule* rule : rules) list.push_back(json_of(*rule, language));
  const Json driver = {{"name", "tallybook"},
                       {"version", TALLYBOOK_VERSION},
                       {"semanticVersion", TALLYBOOK_VERSION},
                       {"language", language_tag(language)},
                       {"rules", std::move(list)}};
  return "{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/"
         "sarif-2.1.0.json\",\"runs\":[{\"tool\":{"
         "\"driver\":" +
         dumped(driver) + "},\"language\":" + quoted_json(language_tag(language)) +
         ",\"columnKind\":\"utf16CodeUnits\",\"results\":[\n";
}

std::string sarif_artifact(const Document& document, std::string_view bytes) {
  Json artifact = {{"location", {{"uri", uri_of(document.name)}}},
                   {"length", bytes.size()},
                   {"roles", Json::array({"analysisTarget"})},
                   {"mimeType", mime_type(document.format)}};
  if (!document.encoding.empty()) artifact["encoding"] = document.encoding;
  artifact["hashes"] = {{"sha-256", text::hexadecimal(text::sha256(bytes))}};
  return dumped(artifact);
}

std::string sarif_tail(std::span<const std::string> artifacts) {
  std::string list;
  for (const std::string& artifact : artifacts) {
    if (artifact.empty()) continue;
    list += (list.empty() ? "\n" : ",\n") + artifact;
  }
  const bool all = std::none_of(artifacts.begin(), artifacts.end(),
                                [](const std::string& artifact) { return artifact.empty(); });
  return std::string("\n],\"artifacts\":[") + list +
         "\n],\"invocations\":[{\"executionSuccessful\":" + (all ? "true" : "false") + "}]}]}\n";
}

}  // namespace tallybook::output
