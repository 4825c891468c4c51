// What figures say together: a short text, its relations, and those that only look like one.
#include <gtest/gtest.h>

#include <string>

#include "support.hpp"

namespace tallybook {
namespace {

/// `sum_of fail 79 + 11 = 90 ≠ 89`; the relations of the text, joined by `; `.
std::string relations_of(std::string_view text) {
  std::string all;
  for (const Relation& relation : figures_tests::ReadText(text).relations()) {
    if (relation.reason == Reason::missing_base) continue;  // every 新增 asks for last period's figure
    if (!all.empty()) all += "; ";
    all.append(name_of(relation.kind)).append(" ").append(name_of(relation.verdict));
    if (relation.verdict == Verdict::not_checkable) {
      all.append(" ").append(name_of(relation.reason));
    } else {
      all += " " + relation.arithmetic;
    }
  }
  return all;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

class RelationTest : public testing::TestWithParam<Case> {};

TEST_P(RelationTest, IsFoundAndDecided) {
  EXPECT_EQ(relations_of(GetParam().text), GetParam().expected) << GetParam().text;
}

// 青澜县 is no real county.
constexpr Case kCases[] = {
    {"全县现有幼儿园20所，其中公办12所、民办8所。", "sum_of pass 12 + 8 = 20"},
    {"全县共受理信访件120件，其中来信45件、来访60件、网上15件。", "sum_of pass 45 + 60 + 15 = 120"},
    {"全年发放宣传资料3000份，其中城镇1200份、农村1700份。", "sum_of fail 1200 + 1700 = 2900 ≠ 3000"},
    {"投入资金500万元，其中县级财政300万元。", "part_of pass 3000000 ≤ 5000000"},
    {"受理提案40件，其中已经办结52件。", "part_of fail 52 > 40"},
    {"共培训教师90人：小学教师50人、初中教师40人。", "sum_of pass 50 + 40 = 90"},
    {"共培训教师100人（男45人、女50人）。", "sum_of fail 45 + 50 = 95 ≠ 100"},
    {"举办培训班12期，主要有农技8期等。", ""},
    {"我局现有干部79名，新增11名，现共有89名。", "flow fail 79 + 11 = 90 ≠ 89"},
    {"原有在册人员35人，新增8人，减少3人，现有40人。", "flow pass 35 + 8 − 3 = 40"},
    {"原有在册人员35人，新增8人，减少3人，现有42人。", "flow fail 35 + 8 − 3 = 40 ≠ 42"},
    {"全年发放补助近300万元，其中低保150万元、救助140万元。",
     "sum_of not_checkable approximate; part_of not_checkable approximate; part_of not_checkable "
     "approximate"},
    {"收入增长8%，其中税收增长10%、非税增长5%。", ""},
    {"抓好四项工作：一是抓宣传。二是抓培训。", "count_of fail 4 ≠ 2"},
    {"抓好三项工作：一是抓宣传。二是抓培训。三是抓考核。", "count_of pass 3 = 3"},
    {"制定了《青澜县考核办法》《青澜县培训办法》两个办法。", "count_of pass 2 = 2"},
    {"制定了《青澜县考核办法》、《青澜县培训办法》三个办法。", "count_of fail 3 ≠ 2"},
    {"全县共有学校45所，教师2300人。", ""},
    {"新建道路30公里，其中县道12.4公里、乡道17.6公里。", "sum_of pass 12.4 + 17.6 = 30"},
    {"全年接待群众1200人次，办结850件。", ""},
    {"总投资8600万元，其中中央资金5000万元，省级资金2000万元，县级资金1600万元。",
     "sum_of pass 5000 + 2000 + 1600 = 8600（万元）"},
    {"总投资8600万元，其中中央资金5000万元，省级资金2000万元，县级资金2600万元。",
     "sum_of fail 5000 + 2000 + 2600 = 9600 ≠ 8600（万元）"},
    {"完成产值1.5亿元，其中工业1.0亿元、建筑业0.5亿元。", "sum_of pass 1 + 0.5 = 1.5（亿元）"},
    {"救助困难群众约200人，其中老人80人、儿童50人。",
     "sum_of not_checkable approximate; part_of not_checkable approximate; part_of not_checkable "
     "approximate"},
    {"建成示范村15个，包括青山村、白水村等。", ""},
};
INSTANTIATE_TEST_SUITE_P(All, RelationTest, testing::ValuesIn(kCases));

}  // namespace
}  // namespace tallybook
