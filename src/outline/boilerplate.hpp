// What a web page adds to a text: time stamps, sources, recommendations, a site's introduction.
#pragma once

#include <cstdint>
#include <string_view>

namespace tallybook::outline {

/// Whether the paragraph is a page's and not a report's. Judged by the paragraph alone; only at the
/// edges of a document or between its reports may it be set aside.
[[nodiscard]] bool is_page_line(std::string_view line);

/// A site's introduction to samples: `…网为您精选了8篇…工作总结，欢迎阅读`.
[[nodiscard]] bool is_introduction(std::string_view line);

}  // namespace tallybook::outline
