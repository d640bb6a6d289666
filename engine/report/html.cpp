#include "report/html.hpp"

#include <cassert>

#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

std::string class_attribute(std::string_view css_class) {
  if (css_class.empty()) return {};
  return " class=\"" + std::string(css_class) + "\"";
}

void append_escaped(std::string& out, std::string_view plain) {
  for (const char c : plain) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string widths(const std::vector<Column>& columns) {
  std::string out;
  for (const Column& column : columns) {
    if (column.percent > 0) out += "<col class=\"w" + std::to_string(column.percent) + "\">";
  }
  return out.empty() ? out : "<colgroup>" + out + "</colgroup>\n";
}

}  // namespace

Markup text(std::string_view plain) {
  Markup out;
  append_escaped(out.html, printable_utf8(plain));
  return out;
}

Markup element(std::string_view tag, const Markup& inside, std::string_view css_class) {
  const std::string name(tag);
  return {"<" + name + class_attribute(css_class) + ">" + inside.html + "</" + name + ">"};
}

Markup element(std::string_view tag, std::string_view plain, std::string_view css_class) {
  return element(tag, text(plain), css_class);
}

Markup link_to(std::string_view id, std::string_view plain) {
  return {"<a href=\"#" + std::string(id) + "\">" + text(plain).html + "</a>"};
}

Markup operator+(Markup a, const Markup& b) {
  a.html += b.html;
  return a;
}

std::string anchor(std::string_view prefix, std::string_view name) {
  std::string id(prefix);
  id += '-';
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    id += plain ? c : '-';
  }
  return id;
}

void paragraph(std::string& page, const Markup& inside, std::string_view css_class) {
  page += element("p", inside, css_class).html + "\n";
}

void paragraph(std::string& page, std::string_view plain, std::string_view css_class) {
  paragraph(page, text(plain), css_class);
}

void heading(std::string& page, int level, std::string_view id, std::string_view plain) {
  const std::string tag = "h" + std::to_string(level);
  page += "<" + tag + " id=\"" + std::string(id) + "\">" + text(plain).html + "</" + tag + ">\n";
}

Table::Table(std::string& page, std::string_view caption, std::vector<Column> columns,
             std::string_view css_class)
    : page_(page), columns_(std::move(columns)) {
  page_ += "<table" + class_attribute(css_class) + ">\n<caption>" + text(caption).html +
           "</caption>\n" + widths(columns_) + "<thead><tr>";
  for (const Column& column : columns_) {
    page_ += "<th scope=\"col\"" + class_attribute(column.css_class) + ">" +
             text(column.heading).html + "</th>";
  }
  page_ += "</tr></thead>\n<tbody>\n";
}

Table::~Table() {
  page_ += "</tbody>\n</table>\n";
}

void Table::row(const std::vector<Markup>& cells) {
  assert(cells.size() == columns_.size());
  page_ += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string kind = class_attribute(columns_[i].css_class);
    page_ += i == 0 ? "<th scope=\"row\"" + kind + ">" + cells[i].html + "</th>"
                    : "<td" + kind + ">" + cells[i].html + "</td>";
  }
  page_ += "</tr>\n";
}

}  // namespace tidemark::report
