// Fuzz: any bytes as the XML of a sheet, beside a sheet of children. The reader must end with a
// snapshot that holds together or with a sentence.
#include <cstdint>

#include "../snapshot/small_workbook.hpp"
#include "loaded_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tidemark;
  static const Sources sources = small::sources();
  small::WorkbookText book;
  book.sheets = {{"children", small::row({"CHILD", "SEX", "DOB", "UPN"}) +
                                  small::row({"101", "1", "01/05/2010", "A"})},
                 {"fuzzed", "", ""}};
  book.shared = "<si><t>CHILD</t></si><si><t>REVIEW</t></si>";
  small::Zip zip = book.zip();
  zip.replace("xl/worksheets/sheet2.xml", std::string(bytes, bytes + size));
  zip.write((fuzz::folder() / "a.xlsx").string());
  fuzz::load_twice(sources);
  return 0;
}
