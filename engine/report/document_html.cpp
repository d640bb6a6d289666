// A paper as one page without script: what is read on the screen is what the browser prints.

#include "report/document_parts.hpp"
#include "report/document_style.hpp"
#include "report/formats.hpp"
#include "report/html.hpp"

namespace tidemark::report {

namespace {

// Words and choices are set as everything else is.
const char* class_of(TableColumn::Kind kind) {
  using Kind = TableColumn::Kind;
  return kind == Kind::number || kind == Kind::date ? name_of(kind) : "";
}

const char* class_of(Paragraph::Style style) {
  using Style = Paragraph::Style;
  if (style == Style::warning) return "notice";
  return style == Style::plain ? "" : name_of(style);
}

void write_rows(std::string& page, const TableBlock& block, double width) {
  const std::vector<std::size_t> shown = printed_columns(block);
  const std::vector<int> percents = width_percents(block, width);
  std::vector<Column> columns;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const TableColumn& column = block.columns[shown[i]];
    columns.push_back({column.heading, class_of(column.kind), percents[i]});
  }
  Table table(page, block.caption, columns, block.by_hand ? "by-hand" : "");
  std::vector<Markup> cells(shown.size());
  for (std::size_t r = 0; r < block.printed_rows(); ++r) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      cells[i] = text(cell_at(block.rows[r], shown[i]));
    }
    table.row(cells);
  }
}

class PageWriter {
 public:
  PageWriter(std::string& page, double width) : page_(page), width_(width) {}

  void operator()(const Heading& block) {
    heading(page_, html_level(block.level), anchor("s", block.id), block.text);
  }
  void operator()(const Paragraph& block) {
    std::string css_class = class_of(block.style);
    if (block.keep_with_next) css_class += css_class.empty() ? "keep" : " keep";
    paragraph(page_, block.text, css_class);
  }
  void operator()(const Bullets& block) {
    page_ += block.keep_with_next ? "<ul class=\"keep\">\n" : "<ul>\n";
    for (const std::string& item : block.items) page_ += element("li", item).html + "\n";
    page_ += "</ul>\n";
  }
  void operator()(const TableBlock& block) {
    if (block.rows.empty()) {
      if (!block.caption.empty()) paragraph(page_, element("strong", block.caption));
      paragraph(page_, words_when_empty(block));
      return;
    }
    write_rows(page_, block, width_);
    if (!block.says_left_off.empty()) paragraph(page_, block.says_left_off, "left-off");
    for (const std::string& note : column_notes(block)) paragraph(page_, note, "small");
  }
  void operator()(const Picture& block) {
    page_ += block.keep_with_next ? "<figure class=\"keep\">\n" : "<figure>\n";
    if (!block.title.empty()) page_ += element("figcaption", block.title).html + "\n";
    page_ += picture_svg(block) + "</figure>\n";
  }
  void operator()(const PageBreak&) { page_ += "<div class=\"page-break\"></div>\n"; }

 private:
  static int html_level(int level) { return std::min(std::max(level, 1), 3) + 1; }
  std::string& page_;
  double width_;
};

void write_head(std::string& page, const Document& document) {
  page += "<!DOCTYPE html>\n<html lang=\"" + text(document.language).html +
          "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
          text(running_head(document)).html + "</title>\n<style>" + document_style(document) +
          "</style>\n</head>\n<body class=\"paper" + (document.one_page ? " one-page" : "") +
          "\">\n"
          "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n";
  if (!document.house.marking.empty()) paragraph(page, document.house.marking, "marking");
  heading(page, 1, "title", document.title);
  if (!document.subtitle.empty()) paragraph(page, document.subtitle, "subtitle");
  const std::string under = title_line(document);
  if (!under.empty()) paragraph(page, under);
  if (!document.running_foot.empty()) paragraph(page, document.running_foot, "small");
  page += "</header>\n";
}

void write_contents(std::string& page, const Document& document) {
  std::string items;
  int sections = 0;
  for (const Block& block : document.blocks) {
    const auto* found = std::get_if<Heading>(&block);
    if (found == nullptr || found->level > 1) continue;
    items += element("li", link_to(anchor("s", found->id), found->text)).html + "\n";
    ++sections;
  }
  if (sections < 2 || document.one_page) return;
  page +=
      "<nav class=\"contents\" aria-label=\"Contents\">\n<p><strong>Contents</strong></p>\n"
      "<ul>\n" +
      items + "</ul>\n</nav>\n";
}

}  // namespace

std::string document_html(const Document& document) {
  std::string page;
  write_head(page, document);
  write_contents(page, document);
  page += "<main id=\"main\">\n";
  PageWriter writer(page, text_width_of(document));
  for (const Block& block : document.blocks) std::visit(writer, block);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace tidemark::report
