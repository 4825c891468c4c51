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
     "sum_of not_checkable approximate; part_of pass 1500000 ≤ 3000000; part_of pass 1400000 ≤ 3000000"},
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
     "sum_of not_checkable approximate; part_of pass 80 ≤ 200; part_of pass 50 ≤ 200"},
    {"建成示范村15个，包括青山村、白水村等。", ""},
};
INSTANTIATE_TEST_SUITE_P(All, RelationTest, testing::ValuesIn(kCases));

constexpr Case kParts[] = {
    {"全县现有农家书屋63家（其中示范书屋30家，星级书屋5家）、文化广场45家。",
     "sum_of not_checkable open_list; part_of pass 30 ≤ 63; part_of pass 5 ≤ 63"},
    {"全年办理建议40件（含主办件12件），其中人大建议27件（含主办件9件）、政协提案13件（含主办件3件）。",
     "part_of pass 12 ≤ 40; sum_of pass 27 + 13 = 40; part_of pass 9 ≤ 27; part_of pass 3 ≤ 13"},
    {"培育基地114家，其中省级28家，市级51家；众创空间51家，其中省级22家。",
     "sum_of not_checkable open_list; part_of pass 28 ≤ 114; part_of pass 51 ≤ 114; part_of pass 22 ≤ 51"},
    {"完成邮电业务600亿元。其中，邮政业务400亿元；快递收入350亿元；电信业务200亿元。",
     "sum_of pass 400 + 200 = 600（亿元）"},
    {"全年社会消费品零售总额80亿元。分经营地看，城镇消费品零售额56亿元；乡村消费品零售额24亿元。",
     "sum_of pass 56 + 24 = 80（亿元）"},
    {"全年进出口总额21.35亿元。其中，出口15.12亿元，进口7.23亿元。",
     "sum_of fail 15.12 + 7.23 = 22.35 ≠ 21.35（亿元）"},
    {"共有3800万老年人享受补贴，其中高龄老人3000万人，护理补贴500万人，养老服务补贴300万人。",
     "sum_of pass 3000 + 500 + 300 = 3800（万）"},
    {"全县共有学校100所：小学3所、初中2所。", "sum_of not_checkable not_comparable"},
    {"全年上报信息28篇，其中省级9篇；另有9笔欠款共2.06万元，金额共计2.70万元。", "part_of pass 9 ≤ 28"},
    {"每10股转增2股，共计转增300万股。", "sum_of not_checkable open_list"},
    {"资产总额500亿元，贷款总额300亿元，负债总额450亿元。", ""},
};
INSTANTIATE_TEST_SUITE_P(Parts, RelationTest, testing::ValuesIn(kParts));

constexpr Case kPartsWithoutCue[] = {
    {"在工业41个行业中，33个行业实现增长。", "part_of pass 33 ≤ 41"},
    {"在全县41个行业中，43个行业实现增长。", "part_of fail 43 > 41"},
    {"在2个项目实施过程中，5个乡镇参加。", ""},
    {"实施示范工程项目258个、完工246个。", "part_of pass 246 ≤ 258"},
    {"全年开工项目390个、竣工437个。", "part_of not_checkable not_comparable"},
    {"12米以上150艘渔船已安装北斗设备142艘。", "part_of pass 142 ≤ 150"},
    {"新增上市公司14家、总数达60家。", "part_of pass 14 ≤ 60"},
    {"新增上市公司64家、总数达60家。", "part_of fail 64 > 60"},
    {"新增就业1200人，累计培训900人。", "part_of not_checkable not_comparable"},
    {"新开通航线6条，国内外航线达到25条。", "part_of pass 6 ≤ 25"},
    {"查处无证诊所317间，共606间次。", "part_of pass 317 ≤ 606"},
    {"入库项目总投资432亿元，完成投资28亿元。", "part_of pass 2800000000 ≤ 43200000000"},
    {"全社会固定资产投资完成120亿元。生产性投资完成60亿元。", "part_of pass 6000000000 ≤ 12000000000"},
};
INSTANTIATE_TEST_SUITE_P(PartsWithoutCue, RelationTest, testing::ValuesIn(kPartsWithoutCue));

constexpr Case kFlows[] = {
    {"原有在册人员35人，新增8人，减少3人，现有60人。", "flow fail 35 + 8 − 3 = 40 ≠ 60"},
    {"培训人员35人，新增8人，现有60人。", "flow not_checkable not_comparable"},
    {"出生率为10.5‰；死亡率为4.25‰；人口自然增长率为6.25‰。", "flow pass 10.5 − 4.25 = 6.25"},
    {"出生率为10.5‰；死亡率为4.25‰；人口自然增长率为7.25‰。", "flow fail 10.5 − 4.25 = 6.25 ≠ 7.25"},
    {"出口15亿元，进口6亿元，贸易顺差9亿元。", "flow pass 15 − 6 = 9（亿元）"},
    {"进出口21亿元，进口6亿元，贸易顺差9亿元。", ""},
    {"年末常住人口100万人，其中城镇常住人口60万人。城镇化率为60%。",
     "part_of pass 600000 ≤ 1000000; share_of pass 60万 ÷ 100万 = 60% ≈ 60%"},
    {"年末常住人口100万人，其中城镇常住人口60万人。城镇化率为66%。",
     "part_of pass 600000 ≤ 1000000; share_of fail 60万 ÷ 100万 = 60% ≠ 66%"},
};
INSTANTIATE_TEST_SUITE_P(Flows, RelationTest, testing::ValuesIn(kFlows));

constexpr Case kChanges[] = {
    {"监管证件由86种减至48种。", "change_of pass 86 > 48"},
    {"失业率由5.3%降到5.5%。", "change_of fail 5.3% < 5.5%"},
    {"综合排名由51位上升到36位。", ""},
    {"增速由-3%提高到1%。", "change_of pass -3% < 1%"},
    {"县城学校由18所增加到21所，增加3所。", "change_of pass 18 < 21; change_of pass 21 − 18 = 3所"},
    {"县城学校由18所增加到21所，增加4所。", "change_of pass 18 < 21; change_of fail 21 − 18 = 3 ≠ 4所"},
    {"覆盖率由82.6%提高到86.0%，提高4.3个百分点。",
     "change_of pass 82.6% < 86%; change_of fail 86% − 82.6% = 3.4 ≠ 4.3个百分点"},
    {"地区生产总值由80亿元增加到96亿元，增长6.1%。",
     "change_of pass 80亿 < 96亿; change_of not_checkable different_basis"},
    {"全年收入由80亿元增加到96亿元，增长20%。",
     "change_of pass 80亿 < 96亿; change_of pass (96亿 − 80亿) ÷ 80亿 = 20% ≈ 20%"},
};
INSTANTIATE_TEST_SUITE_P(Changes, RelationTest, testing::ValuesIn(kChanges));

constexpr Case kShares[] = {
    {"受理建议40件，办结38件，办结率95%。", "part_of pass 38 ≤ 40; share_of pass 38 ÷ 40 = 95% ≈ 95%"},
    {"受理建议40件，办结38件，办结率100%。", "part_of pass 38 ≤ 40; share_of fail 38 ÷ 40 = 95% ≠ 100%"},
    {"本届毕业生40人，就业38人，就业率100%。", "share_of not_checkable not_comparable"},
    {"全县生产总值418亿元。青山镇生产总值275亿元，占全县生产总值的66%。",
     "share_of pass 275亿 ÷ 418亿 = 66% ≈ 66%"},
    {"从业人员6.1万人。其中，高级职称0.8万人，占13.0%。",
     "part_of pass 8000 ≤ 61000; share_of pass 0.8万 ÷ 6.1万 = 13.1% ≈ 13%"},
    {"重点项目115个，其中数字项目65个，占比达到55.62%。",
     "part_of pass 65 ≤ 115; share_of fail 65 ÷ 115 = 56.52% ≠ 55.62%"},
};
INSTANTIATE_TEST_SUITE_P(Shares, RelationTest, testing::ValuesIn(kShares));

constexpr Case kListsBefore[] = {
    {"城区、青山镇等10个乡镇通了公路。", "count_of pass 10 > 2"},
    {"青山、白水、石桥等3个乡镇通了公路。", "count_of pass 3 = 3"},
    {"投资9600万元实施的青山幼儿园等6个项目完工。", "count_of pass 6 > 1"},
    {"干部、职工等1200人参加。", ""},
    {"完成对胜利路、学府路和贝尔街3条道路的改造。", "count_of pass 3 = 3"},
    {"青山镇、白水镇两个镇通了公路。", "count_of pass 2 = 2"},
    {"围绕“消防、交通、饮食、校园、校舍”五大安全开展整治。", "count_of pass 5 = 5"},
    {"树立服务、创新、争先、效益“四个理念”。", "count_of pass 4 = 4"},
    {"印发《青澜县妇女规划》和《青澜县儿童规划》(以下简称“两个规划”)。", "count_of pass 2 = 2"},
    {"印发《青澜县妇女规划》和《青澜县儿童规划》“三个规划”。", "count_of fail 3 ≠ 2"},
    {"坚持马列主义、毛泽东思想、邓小平理论、“三个代表”重要思想。", ""},
    {"落实《甲规》《乙规》“两免一补”政策。", ""},
    {"通过市、区两级验收。", "count_of pass 2 = 2"},
    {"健全县乡村三级网络。", "count_of pass 3 = 3"},
    {"坚持正反两方面教育。", "count_of pass 2 = 2"},
    {"学校、医院各两所。", ""},
    {"街道、社区建成两个中心。", ""},
    {"一、将青山、白水、石桥等3家企业列入名单。", "count_of pass 3 = 3"},
};
INSTANTIATE_TEST_SUITE_P(ListsBefore, RelationTest, testing::ValuesIn(kListsBefore));

constexpr Case kListsBehind[] = {
    {"以“四防”(防拐、防盗窃、防抢劫、防隐患)为内容。", "count_of pass 4 = 4"},
    {"现有3个监测断面：旗岭、樟村、沙田，另有2处泵站。", "count_of pass 3 = 3"},
    {"三个断面分别是旗岭、樟村、沙田。", "count_of pass 3 = 3"},
    {"从五方面入手，推进青山乡、白水乡两项建设：一是抓宣传；二是抓培训；三是抓考核；四是抓督查；五是抓服务。",
     "count_of pass 2 = 2; count_of pass 5 = 5"},
    {"今年重点做好以下两项工作。一是抓宣传。二是抓培训。", "count_of pass 2 = 2"},
    {"今年要完成六大任务：一是抓宣传。二是抓培训。三是抓考核。四是抓督查。五是抓服务。",
     "count_of fail 6 ≠ 5"},
    {"今年要完成六大任务：一是抓宣传。二是抓培训。三是抓考核。四是抓督查。五是抓服务。42六是抓落实。",
     "count_of not_checkable not_comparable"},
    {"共牵头3项考核指标，其中：用水指标，居全市第一。目前正在对接；品质指标，居全市第二；振兴指标，居全市末位"
     "。",
     "count_of pass 3 = 3"},
    {"实施“三项工程”\n——经费保障工程。\n全面完成。\n——薄弱学校工程。\n稳步推进。\n——信息化工程。\n力度加大。",
     "count_of pass 3 = 3"},
    {"总数居三市之首，其中：甲厂产值突破10亿元，乙厂产值突破8亿元，丙厂产值突破5亿元。", ""},
};
INSTANTIATE_TEST_SUITE_P(ListsBehind, RelationTest, testing::ValuesIn(kListsBehind));

constexpr Case kPairings[] = {
    {"甲乡、乙乡、丙乡收入分别增长4.2%、5%、5.4%。", "count_of pass 3 = 3"},
    {"城乡居民收入分别增长6%和7.4%。", "count_of pass 2 = 2"},
    {"接待游客480万人次，旅游收入50亿元，分别增长24%和32%。", "count_of pass 2 = 2"},
    {"医疗废物、生活垃圾处理能力不断提高，处理率分别达到95%、85%。", "count_of pass 2 = 2"},
    {"交通运输、仓储业和批发业分别增长5%和6%。", "count_of pass 2 = 2"},
};
INSTANTIATE_TEST_SUITE_P(Pairings, RelationTest, testing::ValuesIn(kPairings));

constexpr Case kRepeats[] = {
    {"青澜县新增病例近12万\n今天，青澜县卫生局公布，全县新增病例118791例。",
     "same_as pass 近12万 ≈ 118791例"},
    {"青澜县新增病例1629例\n今天，青澜县卫生局公布，全县新增病例1692例。", "same_as fail 1629例 ≠ 1692例"},
    {"青澜县新增病例1629例\n今天，青澜县卫生局公布，全县新增病例1629例。", "same_as pass 1629例 = 1629例"},
    {"青澜县重建资金需要880亿元\n青澜县估计，重建资金需要882亿元。", "same_as pass 880亿元 ≈ 882亿元"},
    {"一、接待来县采访记者60多人次\n上半年，共接待来县采访记者80多人次。",
     "same_as fail 60多人次 ≠ 80多人次"},
    {"对20个新农村建设试点村进行了调查。通过调查，20个新农村建设试点村已经达标。",
     "same_as pass 20个 = 20个"},
    {"由海事机构处1万元以上的罚款。造成后果的，由海事机构处1万元以上的罚款。", ""},
};
INSTANTIATE_TEST_SUITE_P(Repeats, RelationTest, testing::ValuesIn(kRepeats));

}  // namespace
}  // namespace tallybook
