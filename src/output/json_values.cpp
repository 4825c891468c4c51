#include "output/json_values.hpp"

#include <fmt/format.h>

namespace tallybook::output {

std::string quoted_json(std::string_view text) {
  return dumped(Json(text));
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string iso_date(Date date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Json json_period(const std::optional<Period>& period) {
  if (!period) return nullptr;
  return {{"from", iso_date(period->from)}, {"to", iso_date(period->to)}};
}

Json JsonText::words(const std::optional<Span>& span) const {
  return span ? Json(words(*span)) : Json(nullptr);
}

}  // namespace tallybook::output
