// A rule file and, behind a line of dashes, a report: any file is refused with a reason or gives rules whose
// findings lie in the text, and whose examples can be run.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <tallybook/engine.hpp>

#include "../tests/checks/properties.hpp"

namespace {

using namespace tallybook;

constexpr std::string_view kDivider = "\n---\n";

bool keeps_the_laws(const Analysis& analysis) {
  for (const ReportAnalysis& report : analysis.reports) {
    if (!testing::broken_order(report).empty()) return false;
    for (const Finding& finding : report.findings) {
      if (!testing::broken_place(analysis.document.text, finding).empty()) return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Engine engine = Engine::create().value();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = bytes.find(kDivider);
  const RuleFile file{"fuzz.toml", std::string(bytes.substr(0, cut))};
  const auto own = load_rules({&file, 1});
  if (!own) {
    if (own.error().message.zh.empty() || own.error().message.en.empty()) std::abort();
    return 0;
  }
  const std::string_view text = cut == std::string_view::npos ? "" : bytes.substr(cut + kDivider.size());
  const auto plan = engine.plan({}, {}, "fuzz.txt", *own);
  const auto analysis = engine.analyse(text, "fuzz.txt", *plan, *own);
  if (analysis && !keeps_the_laws(*analysis)) std::abort();
  if (engine.try_examples(*own).size() != own->rules().size()) std::abort();
  return 0;
}
