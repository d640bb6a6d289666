#include "report/formats.hpp"

namespace tidemark::report {

Result<std::string> document_xlsx(const Document&) {
  return Error{ErrorKind::input, "XLSX is not written by this version"};
}

}  // namespace tidemark::report
