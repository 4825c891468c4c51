// The facade: from bytes to findings.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>
#include <tallybook/result.hpp>
#include <tallybook/rule.hpp>

namespace tallybook {

/// "0.1.0"
[[nodiscard]] std::string_view version();

/// All rules in code order.
[[nodiscard]] std::span<const Rule* const> rules();

/// The rule with this code or name (ASCII case does not matter); null where there is none.
[[nodiscard]] const Rule* find_rule(std::string_view code_or_name);

/// The compiled tables. Immutable: one Engine serves any number of threads.
class Engine {
 public:
  /// Compiles the shipped vocabulary. Fails only if that vocabulary breaks its own schema.
  [[nodiscard]] static Result<Engine> create();

  /// Reads and analyses a file's bytes. `name` is used in errors and, by its extension, as a hint
  /// for the format; the bytes have the last word.
  ///
  ///     auto engine = tallybook::Engine::create();
  ///     auto analysis = engine->analyse("一、主要工作\n新增11名。", "a.txt");
  [[nodiscard]] Result<Analysis> analyse(std::string_view bytes, std::string_view name) const;

  /// The single steps, for those who need one of them only.
  [[nodiscard]] static Result<Document> read(std::string_view bytes, std::string_view name);
  [[nodiscard]] Analysis analyse(Document document) const;

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

 private:
  struct Tables;
  explicit Engine(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace tallybook
