#include "document/docx/package.hpp"

#include <zip.h>

#include <utility>

namespace tallybook::document::docx {
namespace {

struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

std::string take_message(zip_error_t& error) {
  std::string message = zip_error_strerror(&error);
  zip_error_fini(&error);
  return message;
}

}  // namespace

void Package::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

tl::unexpected<Error> Package::fail(ErrorCode code, std::string detail) const {
  return tl::unexpected(Error{code, file_name_, std::nullopt, std::move(detail)});
}

Result<Package> Package::open(std::string_view bytes, std::string_view file_name,
                              const PackageLimits& limits) {
  Package package;
  package.file_name_ = file_name;
  package.limits_ = limits;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return package.fail(ErrorCode::damaged_file, take_message(error));
  package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!package.archive_) {
    zip_source_free(source);
    return package.fail(ErrorCode::damaged_file, "the ZIP archive cannot be opened: " + take_message(error));
  }
  zip_error_fini(&error);
  const auto entries = static_cast<std::uint64_t>(zip_get_num_entries(package.archive_.get(), 0));
  if (entries > limits.entries) {
    return package.fail(ErrorCode::limit_exceeded, "the archive has " + std::to_string(entries) +
                                                       " entries, more than " +
                                                       std::to_string(limits.entries));
  }
  return package;
}

std::string Package::broken_limit(std::uint64_t size, std::uint64_t packed_size) const {
  if (size > limits_.part_bytes)
    return "it unpacks to more than " + std::to_string(limits_.part_bytes) + " bytes";
  if (size > limits_.total_bytes - unpacked_bytes_) {
    return "the parts unpack to more than " + std::to_string(limits_.total_bytes) + " bytes";
  }
  if (size > limits_.ratio_from_bytes && size / limits_.ratio > packed_size) {
    return "it unpacks to more than " + std::to_string(limits_.ratio) + " times its size";
  }
  return {};
}

Result<std::optional<std::string>> Package::part(const std::string& part_name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), part_name.c_str(), 0, &stat) != 0) return std::nullopt;
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if ((stat.valid & kNeeded) != kNeeded) {
    return fail(ErrorCode::damaged_file, part_name + " does not tell its size");
  }
  if (const std::string limit = broken_limit(stat.size, stat.comp_size); !limit.empty()) {
    return fail(ErrorCode::limit_exceeded, part_name + ": " + limit);
  }
  const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(archive_.get(), stat.index, 0));
  if (!member) {
    return fail(ErrorCode::damaged_file, part_name + ": " + zip_strerror(archive_.get()));
  }
  std::string content(stat.size, '\0');
  // One byte more is asked for than the archive promises: libzip checks the sum only at the end.
  zip_int64_t got = zip_fread(member.get(), content.data(), content.size());
  char beyond = 0;
  const bool complete = std::cmp_equal(got, content.size()) && zip_fread(member.get(), &beyond, 1) == 0;
  if (!complete) {
    const std::string why = zip_file_strerror(member.get());
    return fail(ErrorCode::damaged_file, part_name + " cannot be unpacked: " + why);
  }
  unpacked_bytes_ += content.size();
  return content;
}

}  // namespace tallybook::document::docx
