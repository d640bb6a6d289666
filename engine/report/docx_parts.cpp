#include "report/docx_parts.hpp"

#include "base/text.hpp"
#include "report/document_parts.hpp"
#include "report/html.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* k_office = "http://schemas.openxmlformats.org/officeDocument/2006/";
constexpr const char* k_package = "http://schemas.openxmlformats.org/package/2006/";
constexpr int k_long_side = 16838, k_short_side = 11906;  // A4
constexpr int k_margin = 720;

std::string style(const std::string& id, const std::string& name, const std::string& paragraph,
                  const std::string& run) {
  const std::string based = id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>";
  const char* as_default = id == "Normal" ? " w:default=\"1\"" : "";
  return "<w:style w:type=\"paragraph\"" + std::string(as_default) + " w:styleId=\"" + id +
         "\"><w:name w:val=\"" + name + "\"/>" + based + "<w:qFormat/><w:pPr>" + paragraph +
         "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>\n";
}

std::string space(int before, int after) {
  return "<w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" +
         std::to_string(after) + "\"/>";
}

std::string size(int half_points) {
  const std::string n = std::to_string(half_points);
  return "<w:sz w:val=\"" + n + "\"/><w:szCs w:val=\"" + n + "\"/>";
}

std::string heading_style(int level, int half_points, const std::string& colour,
                          const std::string& spacing) {
  const std::string n = std::to_string(level);
  return style("Heading" + n, "heading " + n,
               "<w:keepNext/><w:keepLines/>" + spacing + "<w:outlineLvl w:val=\"" +
                   std::to_string(level - 1) + "\"/>",
               "<w:b/><w:color w:val=\"" + colour + "\"/>" + size(half_points));
}

std::string field(const char* code) {
  return "<w:fldSimple w:instr=\" " + std::string(code) +
         " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
}

// Left words, a tab to the right margin, right words.
std::string along(const Document& document, const std::string& left, const std::string& right) {
  return "<w:p><w:pPr><w:pStyle w:val=\"Running\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"" +
         std::to_string(docx_text_width(document)) + "\"/></w:tabs></w:pPr>" + left +
         "<w:r><w:tab/></w:r>" + right + "</w:p>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>\n";
}

}  // namespace

std::string docx_namespaces() {
  return "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" +
         std::string(k_office) +
         "relationships\" "
         "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
         "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
         "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
}

std::string docx_run(const std::string& words, const std::string& properties) {
  std::string out;
  const std::string about = properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
  for (const std::string_view line : split(words, '\n')) {
    out += "<w:r>" + about + (out.empty() ? "" : "<w:br/>") + "<w:t xml:space=\"preserve\">" +
           text(line).html + "</w:t></w:r>";
  }
  return out;
}

std::string docx_styles(const Document& document) {
  const std::string colour = colour_of(document.house).substr(1);
  const bool small = document.one_page;
  const std::string apart = small ? space(110, 30) : space(240, 80);
  const std::string box = "w:val=\"single\" w:sz=\"6\" w:space=\"4\" w:color=\"auto\"/>";
  return k_xml + ("<w:styles " + docx_namespaces() + ">") +
         "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
         "w:cs=\"Arial\" w:eastAsia=\"Arial\"/>" +
         size(20) + "<w:lang w:val=\"" + text(document.language).html +
         "\"/></w:rPr></w:rPrDefault></w:docDefaults>\n" +
         style("Normal", "Normal", space(0, small ? 30 : 80), small ? size(18) : "") +
         style("Title", "Title", "<w:keepNext/>" + space(0, 60),
               "<w:b/><w:color w:val=\"" + colour + "\"/>" + size(small ? 30 : 38)) +
         style("Subtitle", "Subtitle", space(0, small ? 20 : 60), size(small ? 18 : 24)) +
         heading_style(1, small ? 22 : 28, colour, apart) + heading_style(2, 23, colour, apart) +
         heading_style(3, 20, colour, apart) + style("Lead", "Lead", space(0, 80), size(23)) +
         style("Small", "Small", small ? space(10, 10) : space(60, 60), size(small ? 14 : 16)) +
         style("Warning", "Warning",
               "<w:pBdr><w:top " + box +
                   "<w:left w:val=\"single\" w:sz=\"36\" w:space=\"4\" "
                   "w:color=\"auto\"/><w:bottom " +
                   box + "<w:right " + box + "</w:pBdr>" + space(80, 120),
               "") +
         style("Caption", "caption", "<w:keepNext/>" + (small ? space(60, 20) : space(160, 60)),
               "<w:b/>") +
         style("Bullet", "List Bullet",
               "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" + space(0, 40),
               "") +
         style("Cell", "Table Text", small ? space(5, 5) : space(20, 20), size(small ? 16 : 17)) +
         style("Running", "Running", space(0, 0), size(16)) + "</w:styles>";
}

std::string docx_numbering() {
  return k_xml + ("<w:numbering " + docx_namespaces() + ">") +
         "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
         "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
         "<w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"284\" "
         "w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>"
         "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
}

std::string docx_header(const Document& document) {
  return k_xml + ("<w:hdr " + docx_namespaces() + ">") +
         along(document, docx_run(running_head(document)),
               docx_run(document.house.marking, "<w:b/>")) +
         "</w:hdr>";
}

std::string docx_footer(const Document& document) {
  return k_xml + ("<w:ftr " + docx_namespaces() + ">") +
         along(document, docx_run(document.running_foot),
               docx_run("Page ") + field("PAGE") + docx_run(" of ") + field("NUMPAGES")) +
         "</w:ftr>";
}

std::string docx_settings() {
  return k_xml + ("<w:settings " + docx_namespaces() + ">") +
         "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
         "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
         "</w:settings>";
}

std::string docx_properties(const Document& document) {
  std::string moment;
  if (document.made_at.size() >= 19)
    moment = document.made_at.substr(0, 10) + "T" + document.made_at.substr(11, 8) + "Z";
  const auto dated = [&](const char* tag) {
    return "<dcterms:" + std::string(tag) + " xsi:type=\"dcterms:W3CDTF\">" + text(moment).html +
           "</dcterms:" + tag + ">";
  };
  return k_xml +
         ("<cp:coreProperties xmlns:cp=\"" + std::string(k_package) +
          "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
          "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">") +
         "<dc:title>" + text(running_head(document)).html + "</dc:title><dc:subject>" +
         text(document.subtitle).html + "</dc:subject><dc:creator>" +
         text(document.house.council.empty() ? "Tidemark" : document.house.council).html +
         "</dc:creator><dc:language>" + text(document.language).html + "</dc:language>" +
         (moment.empty() ? "" : dated("created") + dated("modified")) + "</cp:coreProperties>";
}

std::string docx_content_types() {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string parts;
  for (const char* part : {"styles", "numbering", "header", "footer", "settings"}) {
    parts += "<Override PartName=\"/word/" + std::string(part) + ".xml\" ContentType=\"" + word +
             part + "+xml\"/>\n";
  }
  return k_xml + ("<Types xmlns=\"" + std::string(k_package) + "content-types\">") +
         "<Default Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Default Extension=\"png\" ContentType=\"image/png\"/>\n" +
         "<Override PartName=\"/word/document.xml\" ContentType=\"" + word +
         "document.main+xml\"/>\n" + parts +
         "<Override PartName=\"/docProps/core.xml\" "
         "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string docx_package_relations() {
  return k_xml + ("<Relationships xmlns=\"" + std::string(k_package) + "relationships\">\n") +
         relation("rId1", std::string(k_office) + "relationships/officeDocument",
                  "word/document.xml") +
         relation("rId2", std::string(k_package) + "relationships/metadata/core-properties",
                  "docProps/core.xml") +
         "</Relationships>";
}

std::string docx_relations(std::size_t pictures) {
  const std::string type = std::string(k_office) + "relationships/";
  std::string out =
      k_xml + ("<Relationships xmlns=\"" + std::string(k_package) + "relationships\">\n");
  for (const char* part : {"styles", "numbering", "header", "footer", "settings"}) {
    out += relation(part, type + part, std::string(part) + ".xml");
  }
  for (std::size_t i = 1; i <= pictures; ++i) {
    const std::string n = std::to_string(i);
    out += relation("picture" + n, type + "image", "media/picture" + n + ".png");
  }
  return out + "</Relationships>";
}

int docx_text_width(const Document& document) {
  return (document.wide ? k_long_side : k_short_side) - 2 * k_margin;
}

std::string docx_section(const Document& document) {
  const int width = document.wide ? k_long_side : k_short_side;
  const int height = document.wide ? k_short_side : k_long_side;
  const std::string margin = std::to_string(k_margin);
  return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>"
         "<w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"" +
         std::to_string(width) + "\" w:h=\"" + std::to_string(height) + "\"" +
         (document.wide ? " w:orient=\"landscape\"" : "") +
         "/><w:pgMar w:top=\"1020\" w:bottom=\"1020\" w:left=\"" + margin + "\" w:right=\"" +
         margin + "\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr>";
}

}  // namespace tidemark::report
