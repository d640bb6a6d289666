// A paper as a Word file, for committees that edit their papers: headings, paragraphs, tables with
// repeating heads, pictures with their alternatives.
#include <cmath>

#include "report/document_parts.hpp"
#include "report/docx_parts.hpp"
#include "report/formats.hpp"
#include "report/html.hpp"
#include "report/picture_png.hpp"
#include "report/zip_bytes.hpp"

namespace tidemark::report {

namespace {

std::string paragraph_of(const std::string& style, const std::string& runs,
                         const std::string& about = "") {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + about + "</w:pPr>" + runs + "</w:p>\n";
}

const char* style_of(Paragraph::Style style) {
  switch (style) {
    case Paragraph::Style::lead:
      return "Lead";
    case Paragraph::Style::small:
      return "Small";
    case Paragraph::Style::warning:
      return "Warning";
    case Paragraph::Style::plain:
      break;
  }
  return "Normal";
}

struct CellLook {
  bool number = false, bold = false, keep_with_next = false;
};

std::string cell_of(int width, const std::string& words, const CellLook& look) {
  std::string about = look.keep_with_next ? "<w:keepNext/>" : "";
  if (look.number) about += "<w:jc w:val=\"right\"/>";
  return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) +
         "\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>" + about + "</w:pPr>" +
         docx_run(words, look.bold ? "<w:b/>" : "") + "</w:p></w:tc>";
}

class Body {
 public:
  Body(const Document& document, PaperText& text) : document_(document), text_(text) {}

  void operator()(const Heading& heading) {
    const int level = std::min(std::max(heading.level, 1), 3);
    add("Heading" + std::to_string(level), docx_run(heading.text));
  }
  void operator()(const Paragraph& paragraph) {
    add(style_of(paragraph.style), docx_run(paragraph.text), paragraph.keep_with_next);
  }
  void operator()(const Bullets& bullets) {
    for (const std::string& item : bullets.items)
      add("Bullet", docx_run(item), bullets.keep_with_next);
  }
  void operator()(const TableBlock& table) {
    if (!table.caption.empty()) add("Caption", docx_run(table.caption));
    if (table.rows.empty() || printed_columns(table).empty()) {
      add("Normal", docx_run(words_when_empty(table)));
      return;
    }
    add_table(table);
    if (!table.says_left_off.empty()) add("Small", docx_run(table.says_left_off));
    for (const std::string& note : column_notes(table)) add("Small", docx_run(note));
    add("Small", "");  // two tables in a row would become one
  }
  void operator()(const Picture& picture) {
    if (!picture.title.empty()) add("Caption", docx_run(picture.title));
    Result<std::string> png = picture_png(picture, text_);
    if (!png) {
      failure = png.error().message;
      return;
    }
    pictures.push_back(std::move(png).value());
    add_picture(picture);
  }
  void operator()(const PageBreak&) { new_page_ = true; }

  std::string xml;
  std::vector<std::string> pictures;  // as PNG, in order
  std::string failure;

 private:
  void add(const std::string& style, const std::string& runs, bool keep_with_next = false) {
    const std::string kept = keep_with_next ? "<w:keepNext/>" : "";
    xml += paragraph_of(style, runs, kept + (new_page_ ? "<w:pageBreakBefore/>" : ""));
    new_page_ = false;
  }
  void add_table(const TableBlock& table);
  void add_picture(const Picture& picture);

  const Document& document_;
  PaperText& text_;
  bool new_page_ = false;  // begins with the next paragraph
};

void Body::add_table(const TableBlock& table) {
  if (new_page_) add("Small", "");
  const std::vector<std::size_t> shown = printed_columns(table);
  std::vector<int> widths;
  for (const double share : width_shares(table, docx_text_width(document_) / 20.0))
    widths.push_back(static_cast<int>(share * docx_text_width(document_)));
  const std::string line = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
  xml += "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(docx_text_width(document_)) +
         "\" w:type=\"dxa\"/><w:tblBorders><w:top" + line + "<w:bottom" + line + "<w:insideH" +
         line + (table.by_hand ? "<w:insideV" + line : "") +
         "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"40\" "
         "w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook "
         "w:val=\"00A0\" w:firstRow=\"1\" w:firstColumn=\"1\"/><w:tblCaption w:val=\"" +
         text(table.caption).html + "\"/></w:tblPr><w:tblGrid>";
  for (const int width : widths) xml += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  xml += "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  const auto is_number = [&](std::size_t i) {
    return table.columns[shown[i]].kind == TableColumn::Kind::number;
  };
  for (std::size_t i = 0; i < shown.size(); ++i)
    xml += cell_of(widths[i], table.columns[shown[i]].heading, {is_number(i), true, true});
  xml += "</w:tr>\n";
  const std::string height =
      table.by_hand ? "<w:trHeight w:val=\"454\" w:hRule=\"atLeast\"/>" : "";  // 8 mm
  for (std::size_t r = 0; r < table.printed_rows(); ++r) {
    const std::vector<std::string>& row = table.rows[r];
    const bool kept = r + 1 < table.printed_rows() && (r == 0 || r + 2 == table.printed_rows());
    xml += "<w:tr><w:trPr><w:cantSplit/>" + height + "</w:trPr>";
    for (std::size_t i = 0; i < shown.size(); ++i)
      xml += cell_of(widths[i], cell_at(row, shown[i]), {is_number(i), false, kept});
    xml += "</w:tr>\n";
  }
  xml += "</w:tbl>\n";
}

void Body::add_picture(const Picture& picture) {
  constexpr double k_emu = 12700;  // to a point
  const double room = docx_text_width(document_) / 20.0;
  const double scale = picture.width > 0 ? std::min(1.0, room / picture.width) : 1;
  const std::string n = std::to_string(pictures.size());
  const std::string size = "cx=\"" + std::to_string(std::llround(picture.width * scale * k_emu)) +
                           "\" cy=\"" +
                           std::to_string(std::llround(picture.height * scale * k_emu)) + "\"";
  const std::string name = " name=\"" + text(picture.title).html + "\"";
  const char* const kept = picture.keep_with_next ? "<w:pPr><w:keepNext/></w:pPr>" : "";
  xml += "<w:p>" + std::string(kept) +
         "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
         "<wp:extent " +
         size + "/><wp:docPr id=\"" + n + "\"" + name + " descr=\"" +
         text(picture.description).html +
         "\"/><a:graphic><a:graphicData "
         "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
         "<pic:cNvPr id=\"" +
         n + "\"" + name +
         "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture" + n +
         "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
         "<a:off x=\"0\" y=\"0\"/><a:ext " +
         size +
         "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
         "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n";
}

void add_title(std::string& xml, const Document& document) {
  xml += paragraph_of("Title", docx_run(document.title));
  if (!document.subtitle.empty()) xml += paragraph_of("Subtitle", docx_run(document.subtitle));
  const std::string under = title_line(document);
  if (!under.empty()) xml += paragraph_of("Normal", docx_run(under));
}

void add_parts(ZipBytes& zip, const Document& document, const Body& body) {
  zip.add("[Content_Types].xml", docx_content_types());
  zip.add("_rels/.rels", docx_package_relations());
  zip.add("docProps/core.xml", docx_properties(document));
  zip.add("word/document.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          "<w:document " +
              docx_namespaces() + "><w:body>\n" + body.xml + docx_section(document) +
              "</w:body></w:document>");
  zip.add("word/_rels/document.xml.rels", docx_relations(body.pictures.size()));
  zip.add("word/styles.xml", docx_styles(document));
  zip.add("word/numbering.xml", docx_numbering());
  zip.add("word/header.xml", docx_header(document));
  zip.add("word/footer.xml", docx_footer(document));
  zip.add("word/settings.xml", docx_settings());
  for (std::size_t i = 0; i < body.pictures.size(); ++i)
    zip.add("word/media/picture" + std::to_string(i + 1) + ".png", body.pictures[i]);
}

}  // namespace

Result<std::string> document_docx(const Document& document) {
  PaperText text;
  const Status font = text.has_font();
  if (!font) return font.error();
  Body body(document, text);
  add_title(body.xml, document);
  for (const Block& block : document.blocks) std::visit(body, block);
  if (!body.failure.empty()) return Error{ErrorKind::input, body.failure};
  ZipBytes zip;
  add_parts(zip, document, body);
  return zip.finish();
}

}  // namespace tidemark::report
