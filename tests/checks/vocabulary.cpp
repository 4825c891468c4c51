#include "checks/vocabulary.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "properties.hpp"
#include "support.hpp"

namespace tallybook::checks {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary instance = Vocabulary::load().value();
  return instance;
}

TEST(Vocabulary, HasATableOfFormsWithoutRepeats) {
  EXPECT_GE(vocabulary().forms.size(), 120U);
  std::set<std::string> forms;
  for (const DiscouragedForm& form : vocabulary().forms) {
    EXPECT_TRUE(forms.insert(form.form).second) << form.form << " stands twice";
  }
}

TEST(Vocabulary, NamesASourceForEveryForm) {
  for (const DiscouragedForm& form : vocabulary().forms) {
    ASSERT_LT(form.source, vocabulary().sources.size());
    EXPECT_FALSE(vocabulary().sources[form.source].empty());
  }
}

/// Every row's example is a test: the form is found once, and its fix leaves nothing to find.
TEST(Vocabulary, FindsAndMendsEveryFormInItsExample) {
  for (const DiscouragedForm& form : vocabulary().forms) {
    SCOPED_TRACE(form.form);
    const Analysis analysis = testing::analyse(form.example);
    const std::vector<Finding> findings = testing::findings_of(analysis, "STY001");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(slice(form.example, findings[0].span), form.form);
    const std::string fixed = testing::fixed_text(form.example, findings[0].fix.value());
    EXPECT_TRUE(testing::findings_of(testing::analyse(fixed), "STY001").empty()) << fixed;
  }
}

TEST(Vocabulary, LeavesTheExceptionsOfEveryFormAlone) {
  for (const DiscouragedForm& form : vocabulary().forms) {
    for (const std::string& exception : form.except) {
      const std::string ending = form.before.empty() ? "" : form.before.front();
      std::string text = "全县";
      text.append(exception).append(ending).append("。");
      EXPECT_TRUE(testing::findings_of(testing::analyse(text), "STY001").empty()) << text;
    }
  }
}

}  // namespace
}  // namespace tallybook::checks
