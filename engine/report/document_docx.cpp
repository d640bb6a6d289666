#include "report/formats.hpp"

namespace tidemark::report {

Result<std::string> document_docx(const Document&) {
  return Error{ErrorKind::input, "DOCX is not written by this version"};
}

}  // namespace tidemark::report
