// The tables inside a file that holds several: sheets of a workbook, kinds of elements of an XML
// file, tables of a database. Each comes out like a file of its own, claimed by its columns.
#pragma once

#include <vector>

#include "snapshot/claimed_file.hpp"

namespace tidemark {

using ClaimedFiles = std::vector<ClaimedFile>;

[[nodiscard]] Result<ClaimedFiles> look_into_workbook(const FoundFile& found,
                                                      const Sources& sources);
[[nodiscard]] Result<ClaimedFiles> look_into_database(const FoundFile& found,
                                                      const Sources& sources);
[[nodiscard]] Result<ClaimedFiles> look_into_xml(const FoundFile& found, const Sources& sources);

}  // namespace tidemark
