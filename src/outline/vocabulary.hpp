// The words by which reports, their titles and web pages are known: data, in the order of use.
#pragma once

#include <string_view>

namespace tallybook::outline::vocabulary {

/// What a work summary's title ends with.
inline constexpr std::string_view kTitleEndings[] = {
    "总结",     "汇报",     "报告",     "述职", "工作情况", "情况通报",
    "总结报告", "情况汇报", "情况报告", "小结", "自查报告", "完成情况",
};

/// A page that compiles reports numbers them: 篇一, 第2篇, 范文三.
inline constexpr std::string_view kSampleWords[] = {"篇", "范文", "样本", "例文"};

/// A report's first paragraph begins with a time …
inline constexpr std::string_view kLeadTimes[] = {
    "今年以来", "今年", "半年来", "上半年", "一年来", "去年以来", "近年来", "年初以来", "本年度",
};
/// … or with a purpose, …
inline constexpr std::string_view kLeadPurposes[] = {
    "为深入贯彻", "为贯彻", "为认真贯彻", "为全面贯彻", "为进一步贯彻", "为深入学习",
    "为全面落实", "为落实", "为切实",     "按照",       "根据",         "在",
};
/// … and says one of these.
inline constexpr std::string_view kLeadPhrases[] = {
    "领导下",   "支持下",   "指导下", "关心下", "为指导", "总结如下", "汇报如下",
    "报告如下", "情况如下", "精神",   "为契机", "为目标", "为宗旨",
};
/// News of the meeting at which the report was given.
inline constexpr std::string_view kMeetingLeads[] = {"会上，", "会上,"};

/// Headings of the parts with which reports end.
inline constexpr std::string_view kClosingParts[] = {
    "问题", "困难", "不足", "打算", "下一步",   "下半年",
    "下步", "建议", "体会", "设想", "努力方向", "工作计划",
};

/// Headings of the part with which reports begin.
inline constexpr std::string_view kOpeningParts[] = {
    "主要工作", "工作回顾", "基本情况", "开展情况", "完成情况",
    "工作情况", "主要做法", "主要成效", "主要成绩",
};

/// Lines that a web page adds at its edges, by how they begin.
inline constexpr std::string_view kPageLabels[] = {
    "时间",     "发布时间", "发布日期", "更新时间", "日期",     "来源",     "信息来源",
    "稿件来源", "文章来源", "作者",     "责任编辑", "编辑",     "责编",     "浏览次数",
    "浏览量",   "阅读次数", "阅读量",   "点击数",   "点击量",   "点击率",   "字号",
    "字体",     "上一篇",   "下一篇",   "上一条",   "下一条",   "本文网址", "本文链接",
    "原文链接", "文章链接", "网址",     "版权声明", "免责声明",
};
/// Such lines in full, or as their beginning where they are short.
inline constexpr std::string_view kPageWords[] = {
    "点击下载", "下载文档", "相关推荐", "相关阅读", "相关文章", "推荐阅读",
    "延伸阅读", "猜你喜欢", "热门推荐", "分享到",   "打印本页", "关闭窗口",
    "返回顶部", "返回列表", "扫一扫",   "加载更多", "查看更多",
};
/// A site's introduction to its samples holds several of these.
inline constexpr std::string_view kIntroductionWords[] = {
    "精选", "整理", "收集", "搜集", "范文", "写作", "小编",   "为您",   "为大家", "欢迎", "阅读", "分享",
    "参考", "借鉴", "希望", "启迪", "灵感", "网为", "下面是", "以下是", "绪论",   "导语", "篇",
};

/// What an organ's own name may end with.
inline constexpr std::string_view kOrganEndings[] = {
    "局",     "委",   "委员会", "办公室", "办",   "中心", "馆",   "部",   "院",   "厅",   "处", "站", "所",
    "联合会", "妇联", "总工会", "协会",   "公司", "学校", "政府", "集团", "大队", "支队", "社", "联", "会",
};
/// Before 县 and the like these characters make no name: 我县, 各县, 全市.
inline constexpr std::string_view kNoNames =
    "我全各本该外邻两多个每一二三四五六七八九十几数省市县区乡镇村先进贫困示范的和在与到及";

inline constexpr std::string_view kAreaEndings[] = {"自治县", "县", "自治州", "市", "区",
                                                    "旗",     "州", "省",     "镇", "乡"};

/// Organs of a county by the field they work in: the stems under which one organ goes.
struct Organ {
  std::string_view stem;
  int field;  ///< stems of one field name one organ
};
inline constexpr Organ kOrgans[] = {
    {"教育局", 1},    {"教体局", 1},      {"教育系统", 1},    {"教育主管", 1},  {"教委", 1},
    {"卫生局", 2},    {"卫生系统", 2},    {"卫健", 2},        {"卫计", 2},      {"卫生主管", 2},
    {"疾控中心", 2},  {"卫生院", 2},      {"宣传中心", 3},    {"宣传部", 3},    {"新闻中心", 3},
    {"广播电视", 3},  {"融媒体", 3},      {"团县委", 4},      {"团市委", 4},    {"团区委", 4},
    {"共青团", 4},    {"团委", 4},        {"妇联", 5},        {"妇儿工委", 5},  {"妇女儿童工作委员会", 5},
    {"发改委", 6},    {"发改局", 6},      {"发展和改革", 6},  {"发展改革", 6},  {"档案馆", 7},
    {"档案局", 7},    {"公安局", 8},      {"派出所", 8},      {"民政局", 9},    {"司法局", 10},
    {"司法所", 10},   {"财政局", 11},     {"财政所", 11},     {"农业局", 12},   {"农业农村局", 12},
    {"农牧局", 12},   {"农委", 12},       {"林业局", 13},     {"水利局", 14},   {"水务局", 14},
    {"交通局", 15},   {"交通运输局", 15}, {"住建局", 16},     {"建设局", 16},   {"城管", 16},
    {"环保局", 17},   {"生态环境局", 17}, {"国土局", 18},     {"国土资源", 18}, {"自然资源局", 18},
    {"人社局", 19},   {"人事局", 19},     {"劳动局", 19},     {"审计局", 20},   {"统计局", 21},
    {"安监局", 22},   {"应急局", 22},     {"应急管理局", 22}, {"工商局", 23},   {"市场监管", 23},
    {"国税局", 24},   {"地税局", 24},     {"税务局", 24},     {"质监局", 25},   {"药监局", 25},
    {"计生委", 26},   {"计生局", 26},     {"计生办", 26},     {"文化局", 27},   {"文广", 27},
    {"文旅", 27},     {"旅游局", 27},     {"体育局", 28},     {"商务局", 29},   {"经信局", 30},
    {"经贸局", 30},   {"工信局", 30},     {"科技局", 31},     {"扶贫办", 32},   {"乡村振兴局", 32},
    {"信访局", 33},   {"信访办", 33},     {"法院", 34},       {"检察院", 35},   {"总工会", 36},
    {"残联", 37},     {"红十字会", 38},   {"科协", 39},       {"文联", 40},     {"组织部", 41},
    {"统战部", 42},   {"政法委", 43},     {"综治办", 43},     {"纪委", 44},     {"监察局", 44},
    {"粮食局", 45},   {"供销社", 46},     {"气象局", 47},     {"物价局", 48},   {"机关事务", 49},
    {"政务中心", 50}, {"政务服务", 50},   {"招商局", 51},     {"图书馆", 52},   {"消防", 53},
};
inline constexpr int kOrganFields = 54;

/// What a report calls its own unit by: 我县, 我局.
inline constexpr std::string_view kSelfWords[] = {
    "我省", "我市", "我州", "我县", "我区", "我旗", "我乡", "我镇", "我局",   "我委",   "我馆",  "我办",
    "我院", "我校", "我站", "我所", "我部", "我会", "我社", "我村", "我街道", "我公司", "我中心"};

}  // namespace tallybook::outline::vocabulary
