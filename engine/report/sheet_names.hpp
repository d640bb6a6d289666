// Names for the sheets of a workbook: what Excel allows (31 letters, none of []:*?/\), unique
// without regard to case. One thread an object.
#pragma once

#include <set>
#include <string>

namespace tidemark::report {

class SheetNames {
 public:
  [[nodiscard]] std::string name_for(const std::string& id);

 private:
  std::set<std::string> taken_;  // in small letters
};

}  // namespace tidemark::report
