#include "report/paper_finish.hpp"

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "report/document_parts.hpp"
#include "report/html.hpp"
#include "report/paper_artifacts.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

QPDFObjectHandle name(const char* value) {
  return QPDFObjectHandle::newName(value);
}
QPDFObjectHandle words(const std::string& value) {
  return QPDFObjectHandle::newUnicodeString(printable_utf8(value));
}

// "2022-04-05T09:30:00Z" as "D:20220405093000Z"; "" where it is not such a moment.
std::string pdf_date(const std::string& moment) {
  if (moment.size() < 19 || (moment[10] != 'T' && moment[10] != ' ')) return "";
  std::string digits;
  for (const char c : moment.substr(0, 19)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.size() == 14 ? "D:" + digits + "Z" : "";
}

// Elements of the structure from the top down.
class StructureWalk {
 public:
  StructureWalk(QPDF& pdf, const std::vector<std::string>& alternatives)
      : alternatives_(alternatives),
        column_(scope_of(pdf, "/Column")),
        row_(scope_of(pdf, "/Row")) {}

  void walk(const QPDFObjectHandle& element) { walk(element, column_); }

 private:
  void walk(QPDFObjectHandle element, const QPDFObjectHandle& scope) {
    if (!element.isDictionary()) return;
    QPDFObjectHandle kind = element.getKey("/S");
    const std::string tag = kind.isName() ? kind.getName() : "";
    if (tag == "/Figure") give_alternative(element);
    if (tag == "/TH") element.replaceKey("/A", scope);
    const QPDFObjectHandle& inner = tag == "/TBody" ? row_ : tag == "/THead" ? column_ : scope;
    QPDFObjectHandle inside = element.getKey("/K");
    if (inside.isArray()) {
      const int count = inside.getArrayNItems();
      for (int i = 0; i < count; ++i) walk(inside.getArrayItem(i), inner);
    } else if (inside.isDictionary() && inside.hasKey("/S")) {
      walk(inside, inner);
    }
  }

  void give_alternative(QPDFObjectHandle& figure) {
    if (next_ < alternatives_.size()) figure.replaceKey("/Alt", words(alternatives_[next_++]));
  }
  // One for the whole file, which every heading refers to.
  static QPDFObjectHandle scope_of(QPDF& pdf, const char* scope) {
    QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
    attributes.replaceKey("/O", name("/Table"));
    attributes.replaceKey("/Scope", name(scope));
    return pdf.makeIndirectObject(attributes);
  }

  const std::vector<std::string>& alternatives_;
  QPDFObjectHandle column_, row_;
  std::size_t next_ = 0;
};

std::string xmp_of(const Document& document) {
  const std::string language = text(document.language).html;
  std::string about;
  const auto alternative = [&](const char* tag, const std::string& value) {
    if (value.empty()) return;
    about += "<" + std::string(tag) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
             text(value).html + "</rdf:li></rdf:Alt></" + tag + ">\n";
  };
  alternative("dc:title", running_head(document));
  alternative("dc:description", document.subtitle);
  if (!document.house.council.empty()) {
    about += "<dc:creator><rdf:Seq><rdf:li>" + text(document.house.council).html +
             "</rdf:li></rdf:Seq></dc:creator>\n";
  }
  if (!pdf_date(document.made_at).empty()) {
    const std::string moment =
        document.made_at.substr(0, 10) + "T" + document.made_at.substr(11, 8) + "Z";
    about += "<xmp:CreateDate>" + moment + "</xmp:CreateDate>\n";
  }
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
         "<dc:format>application/pdf</dc:format>\n<dc:language><rdf:Bag><rdf:li>" +
         language + "</rdf:li></rdf:Bag></dc:language>\n" + about +
         "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

void describe(QPDF& pdf, const Document& document) {
  QPDFObjectHandle root = pdf.getRoot();
  root.replaceKey("/Lang", words(document.language));
  QPDFObjectHandle window = QPDFObjectHandle::newDictionary();
  window.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
  root.replaceKey("/ViewerPreferences", window);
  QPDFObjectHandle marked = QPDFObjectHandle::newDictionary();
  marked.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
  root.replaceKey("/MarkInfo", marked);
  QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, xmp_of(document));
  metadata.getDict().replaceKey("/Type", name("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", name("/XML"));
  root.replaceKey("/Metadata", metadata);
}

// Cairo writes the moment of drawing, which no two runs share.
void fix_facts(QPDF& pdf, const Document& document) {
  QPDFObjectHandle facts = QPDFObjectHandle::newDictionary();
  facts.replaceKey("/Title", words(running_head(document)));
  if (!document.house.council.empty()) facts.replaceKey("/Author", words(document.house.council));
  if (!document.subtitle.empty()) facts.replaceKey("/Subject", words(document.subtitle));
  facts.replaceKey("/Creator", words("Tidemark"));
  const std::string date = pdf_date(document.made_at);
  if (!date.empty()) {
    facts.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    facts.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
  }
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(facts));
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setStreamDataMode(qpdf_s_compress);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  const std::string_view bytes(reinterpret_cast<const char*>(buffer->getBuffer()),
                               buffer->getSize());
  return std::string(bytes);
}

}  // namespace

Result<std::string> finish_paper(const std::string& drawn, const Document& document,
                                 const std::vector<std::string>& alternatives) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("paper", drawn.data(), drawn.size());
    describe(pdf, document);
    fix_facts(pdf, document);
    StructureWalk(pdf, alternatives).walk(pdf.getRoot().getKey("/StructTreeRoot"));
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      page.getObjectHandle().replaceKey("/Tabs", name("/S"));
      mark_artifacts(page);
    }
    std::string out = written(pdf);
    if (!pdf.anyWarnings()) return out;
    return Error{ErrorKind::input,
                 "the PDF could not be finished: " + std::string(pdf.getWarnings().front().what())};
  } catch (const std::exception& failure) {
    return Error{ErrorKind::input, "the PDF could not be finished: " + std::string(failure.what())};
  }
}

}  // namespace tidemark::report
