#include "report/formats.hpp"

namespace tidemark::report {

Result<std::string> document_pdf(const Document&) {
  return Error{ErrorKind::input, "PDF is not written by this version"};
}

}  // namespace tidemark::report
