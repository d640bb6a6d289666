// ZipFile: the parts of a zip file, unpacked in memory a piece at a time. Nothing is ever written
// to disk and no part's name is ever a path. Holds to limits on what is unpacked, so that a small
// file cannot fill the machine. One thread; open it again for another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tidemark {

class ZipFile {
 public:
  [[nodiscard]] static Result<ZipFile> open(const std::filesystem::path& path,
                                            const std::string& shown);
  ZipFile(ZipFile&&) noexcept;
  ZipFile& operator=(ZipFile&&) noexcept;
  ~ZipFile();

  [[nodiscard]] bool has(const std::string& part) const;
  // Hands over the part piece by piece, for as long as `take` says true.
  [[nodiscard]] Status unpack(const std::string& part,
                              const std::function<bool(std::string_view)>& take);
  [[nodiscard]] std::uint64_t unpacked_size(const std::string& part) const;  // as the file claims

  static constexpr std::uint64_t k_most_of_part = 1ULL << 30U;
  static constexpr std::uint64_t k_most_in_all = 4ULL << 30U;
  static constexpr std::uint64_t k_most_parts = 10000;
  // Lists compress to a tenth, forms full of blank rows to a hundredth; a bomb to a thousandth.
  static constexpr std::uint64_t k_most_ratio = 500;
  static constexpr std::uint64_t k_ratio_counts_from = 16ULL << 20U;

 private:
  struct Opened;
  explicit ZipFile(std::unique_ptr<Opened> opened);
  [[nodiscard]] Error broken(const std::string& part, const std::string& why) const;
  std::unique_ptr<Opened> opened_;
};

}  // namespace tidemark
