// Whole files, in and out. A file that is written is either the old one or the new one, never half
// of it. Pure apart from the disk; any thread may call these on different files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tidemark {

[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);
// The folder must exist.
[[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace tidemark
