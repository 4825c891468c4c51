#include "acceptance/comment.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/nearest.hpp"

namespace tallybook::acceptance {
namespace {

constexpr std::array<std::string_view, 2> kIgnore = {"ignore", "忽略"};
constexpr std::array<std::string_view, 2> kColons = {":", "："};
constexpr std::array<std::string_view, 3> kCommas = {",", "，", "、"};

Message usage() {
  return {"应写作 <!-- tallybook: ignore 规则 理由 -->", "write <!-- tallybook: ignore RULE REASON -->"};
}

/// Takes one of the words off the front.
template <std::size_t N>
bool take(std::string_view& text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

/// Up to the next blank.
std::string_view take_word(std::string_view& text) {
  text = text::trim(text);
  std::size_t end = 0;
  while (end < text.size()) {
    const text::CodePoint character = text::code_point_at(text, end);
    if (text::is_space(character.value)) break;
    end += character.size;
  }
  const std::string_view word = text.substr(0, end);
  text = text::trim(text.substr(end));
  return word;
}

std::vector<std::string_view> parted(std::string_view list) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < list.size();) {
    std::string_view rest = list.substr(at);
    if (take(rest, kCommas)) {
      words.push_back(list.substr(begin, at - begin));
      at = begin = list.size() - rest.size();
    } else {
      at += text::size_at(list, at);
    }
  }
  words.push_back(list.substr(begin));
  return words;
}

}  // namespace

tl::expected<Request, Message> parse_request(std::string_view words, settings::Rules rules) {
  if (!take(words, kColons)) return tl::unexpected(usage());
  const std::string_view verb = take_word(words);
  if (std::find(kIgnore.begin(), kIgnore.end(), verb) == kIgnore.end()) {
    if (text::nearest(verb, kIgnore).empty()) return tl::unexpected(usage());
    return tl::unexpected(Message{fmt::format("不认识“{}”；是否指 ignore？", verb),
                                  fmt::format("there is no '{}'; did you mean 'ignore'?", verb)});
  }
  const std::string_view list = take_word(words);
  if (list.empty()) return tl::unexpected(usage());
  Request request;
  for (const std::string_view word : parted(list)) {
    const Rule* rule = settings::rule_called(rules, word);
    if (rule == nullptr) return tl::unexpected(settings::unknown_rule(rules, word));
    request.rules.push_back(rule);
  }
  request.reason = words;
  if (request.reason.empty()) {
    return tl::unexpected(
        Message{fmt::format("忽略 {} 须写明理由", list), fmt::format("ignoring {} needs a reason", list)});
  }
  return request;
}

bool looks_like_request(std::string_view block) {
  constexpr std::array<std::string_view, 3> kOpenings = {"<!--", "#", "//"};
  block = text::trim(block);
  if (!take(block, kOpenings)) return false;
  block = text::trim(block);
  constexpr std::array<std::string_view, 1> kName = {"tallybook"};
  if (!take(block, kName)) return false;
  block = text::trim(block);
  return take(block, kColons);
}

}  // namespace tallybook::acceptance
