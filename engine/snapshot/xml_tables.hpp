// Reads an XML file of child records into tables, as the sources declare where each table lies in
// it (XmlRows). Read all at once, because what makes a row of one record may stand anywhere in it;
// a file that breaks off is refused as a whole. Free of state; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "snapshot/heading.hpp"
#include "snapshot/held_rows.hpp"
#include "snapshot/open_file.hpp"

namespace tidemark {

struct XmlTable {
  std::vector<std::string> headings;  // paths of elements: "CHILD/EPISODE/DECOM"
  Claim claim;
  std::shared_ptr<const HeldRows> rows;
};

struct XmlTables {
  std::string refused;                // another dataset, by its name
  std::string why_not;                // where nobody knows the file
  std::vector<XmlTable> tables;       // those with a row
  std::vector<std::string> not_read;  // elements with text that no table has a place for
};

[[nodiscard]] Result<XmlTables> read_xml_tables(const OpenFile& file, const std::string& shown,
                                                const Sources& sources);

}  // namespace tidemark
