// A DOCX file as the ZIP archive it is, guarded against hostile ones.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tallybook/result.hpp>

struct zip;

namespace tallybook::document::docx {

/// What a package may take. Word's own largest parts stay far below.
struct PackageLimits {
  std::uint64_t entries = 10'000;
  std::uint64_t part_bytes = 64u << 20;
  std::uint64_t total_bytes = 256u << 20;
  std::uint64_t ratio = 200;                 ///< unpacked to packed size,
  std::uint64_t ratio_from_bytes = 1 << 20;  ///< of parts larger than this
};

/// Reads parts by name. `bytes` must outlive it.
class Package {
 public:
  [[nodiscard]] static Result<Package> open(std::string_view bytes, std::string_view file_name,
                                            const PackageLimits& limits = {});

  /// The unpacked part; empty where the package has none of that name.
  /// Errors: damaged_file, limit_exceeded; both name the part.
  [[nodiscard]] Result<std::optional<std::string>> part(const std::string& part_name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  [[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, std::string detail) const;
  [[nodiscard]] std::string broken_limit(std::uint64_t size, std::uint64_t packed_size) const;

  std::unique_ptr<zip, Close> archive_;
  std::string file_name_;
  PackageLimits limits_;
  std::uint64_t unpacked_bytes_ = 0;
};

}  // namespace tallybook::document::docx
