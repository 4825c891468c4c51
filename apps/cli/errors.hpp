// What goes wrong, in the user's language, and the status the program ends with.
#pragma once

#include <string>

#include <tallybook/finding.hpp>
#include <tallybook/result.hpp>
#include <tallybook/settings.hpp>

#include "output/terminal.hpp"

namespace tallybook::cli {

inline constexpr int kClean = 0;     ///< nothing at or above the threshold
inline constexpr int kFindings = 1;  ///< findings at or above the threshold
inline constexpr int kError = 2;     ///< something could not be read, written or understood

/// The status that this error ends the program with.
[[nodiscard]] int exit_status(ErrorCode code);

/// `tallybook: a.txt: 第 12 字节：…（detail）`, one line with its end.
[[nodiscard]] std::string error_text(const Error& error, output::Language language);

/// Prints an error on standard error and returns its exit status.
int report(const Error& error, output::Language language);

/// The same for a setting: `tallybook: tallybook.toml:3: …`.
int report(const SettingProblem& problem, output::Language language);

/// Something worth knowing that is no error, on standard error.
void say(const Message& message, output::Language language);

/// The same for what the user asked wrongly.
int report_usage(const Message& problem, output::Language language);

}  // namespace tallybook::cli
