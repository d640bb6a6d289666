// The files of a paper, one for each format that was asked for, and writing them to a folder.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/document.hpp"
#include "store/pack_table.hpp"

namespace tidemark::cli {

// `name`: "panel-pack-12". CSV tables lie in a folder of that name.
[[nodiscard]] Result<std::vector<PackFile>> paper_files(const report::Document& paper,
                                                        const std::string& name,
                                                        const std::vector<std::string>& formats);
// Each file whole or not at all; the folder is made.
[[nodiscard]] Status write_paper_files(const std::vector<PackFile>& files,
                                       const std::string& folder);

}  // namespace tidemark::cli
