#include "figures/traditional.hpp"

#include <algorithm>
#include <array>

#include "text/character_set.hpp"

namespace tallybook::figures {
namespace {

/// A traditional character and its simplified one, by turns, in the order of code points.
constexpr std::u32string_view kPairs =
    U"亞亚佔占來来侖仑個个優优內内兩两冊册凈净別别則则劃划劑剂區区叄叁員员問问單单噸吨噹当國国圍围"
    U"園园圓圆圖图團团堅坚報报場场塊块壇坛壓压壟垄壯壮壺壶學学實实審审將将對对層层崗岗崙仑幀帧幣币"
    U"幾几庫库廠厂張张強强彆别後后從从慶庆戶户捲卷採采換换擔担攝摄攤摊數数於于昇升時时晝昼曆历會会"
    U"桿杆條条棟栋業业樁桩樂乐標标樣样橋桥機机檔档櫃柜權权歐欧歲岁歷历氣气淨净準准溝沟滿满澤泽濁浊"
    U"為为熱热營营爐炉爾尔現现產产畝亩畫画當当療疗發发盞盏盤盘碼码礦矿禎祯禮礼種种積积窩窝筆笔節节"
    U"紀纪約约納纳級级紮扎組组統统綑捆綫线綿绵緒绪線线緬缅縴纤總总績绩纖纤罈坛罎坛羅罗羣群聯联聲声"
    U"臘腊臨临臺台與与舉举舊旧舖铺華华萬万蘭兰處处號号虧亏裏里裝装裡里製制規规計计訓训訪访許许診诊"
    U"証证詞词誌志說说説说課课講讲謝谢證证豐丰豬猪貓猫貝贝財财貨货貳贰貼贴資资購购趕赶踰逾車车軌轨"
    U"較较載载輛辆輪轮輯辑轉转農农這这週周遊游過过達达違违邁迈邊边鄉乡鄰邻釐厘針针銖铢銷销鋪铺錢钱"
    U"鍾钟鎊镑鎮镇鐘钟長长門门開开間间闡阐陰阴陸陆隊队際际隻只雙双電电韓韩頁页頂顶頃顷項项順顺預预"
    U"頓顿頭头頻频顆颗題题類类颱台飛飞餅饼餘余館馆馬马點点齡龄";

/// Simplified characters that are traditional ones as well, with another sense: 公里 and 表裡.
constexpr std::u32string_view kShared = U"里台周只升卷余后占出采准于志布别当游扎";

struct Pair {
  char32_t traditional = 0;
  char32_t simplified = 0;
};

constexpr std::array<Pair, kPairs.size() / 2> kTable = [] {
  std::array<Pair, kPairs.size() / 2> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = {kPairs[2 * i], kPairs[2 * i + 1]};
  return table;
}();

constexpr text::CharacterSet kTraditional = [] {
  std::array<char32_t, kTable.size()> characters{};
  for (std::size_t i = 0; i < kTable.size(); ++i) characters[i] = kTable[i].traditional;
  return text::CharacterSet{std::u32string_view(characters.data(), characters.size())};
}();

char32_t simplified(char32_t c) {
  if (!kTraditional.contains(c)) return c;
  const auto* pair = std::lower_bound(kTable.begin(), kTable.end(), c, [](const Pair& entry, char32_t key) {
    return entry.traditional < key;
  });
  return pair->simplified;
}

/// What may stand for a simplified character in a traditional word.
std::vector<char32_t> spellings_of(char32_t c) {
  std::vector<char32_t> all;
  for (const Pair& pair : kTable) {
    if (pair.simplified == c) all.push_back(pair.traditional);
  }
  if (all.empty() || kShared.find(c) != kShared.npos) all.push_back(c);
  return all;
}

}  // namespace

bool is_traditional(char32_t c) {
  return kTraditional.contains(c);
}

std::string to_simplified(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::code_point_at(text, at);
    text::append_utf8(out, simplified(c.value));
    at += c.size;
  }
  return out;
}

std::vector<std::string> traditional_spellings(std::string_view word) {
  std::vector<std::string> all{""};
  for (std::size_t at = 0; at < word.size();) {
    const auto c = text::code_point_at(word, at);
    std::vector<std::string> longer;
    for (const char32_t spelling : spellings_of(c.value)) {
      for (const std::string& beginning : all) {
        longer.push_back(beginning);
        text::append_utf8(longer.back(), spelling);
      }
    }
    all = std::move(longer);
    at += c.size;
  }
  all.erase(std::remove(all.begin(), all.end(), word), all.end());
  return all;
}

}  // namespace tallybook::figures
