#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "paper_reader.hpp"

namespace tidemark::made {

std::string qpdf_complaint(const std::string& bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("paper", bytes.data(), bytes.size());
    QPDFWriter writer(pdf);  // as qpdf --check does: every stream is decoded on the way
    writer.setOutputMemory();
    writer.setDecodeLevel(qpdf_dl_all);
    writer.write();
    return pdf.anyWarnings() ? pdf.getWarnings().front().what() : "";
  } catch (const std::exception& wrong) {
    return wrong.what();
  }
}

}  // namespace tidemark::made
