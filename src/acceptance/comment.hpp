// What a comment in the text asks for: `<!-- tallybook: ignore FIG001 reason -->`.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include <tallybook/finding.hpp>

#include "settings/plan.hpp"

namespace tallybook::acceptance {

struct Request {
  std::vector<const Rule*> rules;
  std::string reason;
};

/// `words` are those behind `tallybook`. The mistake is one clause.
[[nodiscard]] tl::expected<Request, Message> parse_request(std::string_view words, settings::Rules rules);

/// Whether a text that takes no comments holds one all the same.
[[nodiscard]] bool looks_like_request(std::string_view block);

}  // namespace tallybook::acceptance
