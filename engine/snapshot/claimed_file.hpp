// ClaimedFile: one table of a snapshot after a look at the file that holds it: how it is written,
// which table it is, or why it is none. A list is a file of its own; a workbook, an XML file or a
// database holds several. Made by look_at, before any row goes on.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "snapshot/encoding.hpp"
#include "snapshot/found_files.hpp"
#include "snapshot/heading.hpp"
#include "snapshot/table_rows.hpp"

namespace tidemark {

struct ClaimedFile {
  FoundFile found;
  std::string inside;  // the sheet or the database's table; "": the file as a whole
  std::uint64_t bytes = 0;
  Encoding encoding = Encoding::utf8;
  Heading heading;
  Claim claim;
  std::uint64_t first_row = 0;  // place of the first row: in the file, or in its UTF-8 text
  int collection_year = 0;      // 0: it does not say
  bool hidden = false;          // a sheet that whoever opens the workbook does not see
  std::shared_ptr<const TableRows> rows;  // of what lies inside; none: the file is the list
  [[nodiscard]] std::string shown() const {
    return inside.empty() ? found.shown : found.shown + " [" + inside + "]";
  }
};

// `folder` is what was named, for the year that its name may hold. Refused when the file cannot be
// read or could hold lists but not in a form that is read.
[[nodiscard]] Result<std::vector<ClaimedFile>> look_at(const FoundFile& found,
                                                       const std::string& folder,
                                                       const Sources& sources);

}  // namespace tidemark
