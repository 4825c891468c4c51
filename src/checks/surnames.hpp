// The family names that most Chinese bear, to tell a masked person (张××) from a masked place.
#pragma once

#include <string_view>

namespace tallybook::checks {

/// One-character family names; most of them are ordinary words too, so this only ever keeps a rule
/// silent.
[[nodiscard]] constexpr bool is_surname(char32_t c) {
  constexpr std::u32string_view kSurnames =
      U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
      U"姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
  return kSurnames.find(c) != std::u32string_view::npos;
}

}  // namespace tallybook::checks
