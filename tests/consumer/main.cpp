// A small program on the installed library: analyse a text, with an own rule beside the others, and print
// the findings.
#include <cstdio>

#include <tallybook/engine.hpp>

int main() {
  const auto engine = tallybook::Engine::create();
  if (!engine) return 2;
  const tallybook::RuleFile file{"own.toml",
                                 "[[rule]]\ncode = 'XBG001'\nname = 'treatment'\nkind = 'existence'\n"
                                 "message = '不写入组。'\npatterns = ['入(组|群)']\n"};
  const auto own = tallybook::load_rules({&file, 1});
  if (!own) return 2;
  const auto plan = engine->plan({}, {}, "a.txt", *own);
  if (!plan) return 2;
  const auto analysis = engine->analyse("目前79名患者入组，又新增11名，现共有89名。", "a.txt", *plan, *own);
  if (!analysis) return 2;

  std::size_t findings = 0;
  for (const tallybook::ReportAnalysis& report : analysis->reports) {
    for (const tallybook::Finding& finding : report.findings) {
      const auto place = tallybook::slice(analysis->document.text, finding.span);
      std::printf("%.*s %.*s: %s\n", static_cast<int>(finding.rule.size()), finding.rule.data(),
                  static_cast<int>(place.size()), place.data(), finding.message.zh.c_str());
      ++findings;
    }
  }
  return findings == 2 ? 0 : 1;
}
