// Title lines, lead sentences and closing parts: how reports begin and end.
#pragma once

#include <cstddef>
#include <string_view>

namespace tallybook::outline {

/// `line` is a whole paragraph without outer spaces in all of these.

/// `青澜县教育局2026年上半年工作总结`: short, without a final stop, named after a kind of report.
[[nodiscard]] bool is_title(std::string_view line);

/// The bytes of `篇一：`, `第2篇`, `范文三`, a compiled page's own numbering of its reports, at the start
/// of a short line; 0 where there is none.
[[nodiscard]] std::size_t sample_label_size(std::string_view line);

/// `2026年上半年，在县委的正确领导下，…`, `为深入贯彻…精神，…`, `会上，…`.
[[nodiscard]] bool is_lead(std::string_view line);

/// `三、存在的问题和下一步打算`: the words of a heading.
[[nodiscard]] bool names_closing_part(std::string_view heading);

/// `一、上半年主要工作`.
[[nodiscard]] bool names_opening_part(std::string_view heading);

}  // namespace tallybook::outline
