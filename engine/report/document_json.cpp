// One object; a block a line and a table's row a line, so that two papers can be compared.
#include <nlohmann/json.hpp>

#include "report/document_parts.hpp"
#include "report/formats.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

using Json = nlohmann::ordered_json;

Json words(const std::string& value) {
  return printable_utf8(value);
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string row_of(const TableBlock& table, const std::vector<std::size_t>& shown,
                   const std::vector<std::string>& row) {
  std::string out = "[";
  for (const std::size_t column : shown) {
    const std::string& cell = cell_at(row, column);
    // What has a point stays text: a reader that makes 0.0 of 0.00 has lost what was said.
    const bool number = table.columns[column].kind == TableColumn::Kind::number &&
                        is_plain_number(cell) && cell.find('.') == std::string::npos;
    if (out.size() > 1) out += ',';
    out += number ? cell : dumped(words(cell));
  }
  return out + "]";
}

std::string table_of(const TableBlock& table) {
  const std::vector<std::size_t> shown = printed_columns(table);
  Json columns = Json::array();
  for (const std::size_t i : shown) {
    Json column = {{"heading", words(table.columns[i].heading)},
                   {"kind", name_of(table.columns[i].kind)}};
    if (!table.columns[i].note.empty()) column["note"] = words(table.columns[i].note);
    columns.push_back(column);
  }
  std::string out = "{\"kind\":\"table\",\"id\":" + dumped(words(table.id)) +
                    ",\"caption\":" + dumped(words(table.caption)) +
                    ",\"columns\":" + dumped(columns) +
                    ",\"when_empty\":" + dumped(words(table.when_empty)) +
                    ",\"says_left_off\":" + dumped(words(table.says_left_off)) + ",\"rows\":[";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    out += (i == 0 ? "\n  " : ",\n  ") + row_of(table, shown, table.rows[i]);
  }
  return out + "]}";
}

struct BlockJson {
  std::string operator()(const Heading& heading) const {
    return dumped({{"kind", "heading"},
                   {"level", heading.level},
                   {"text", words(heading.text)},
                   {"id", words(heading.id)}});
  }
  std::string operator()(const Paragraph& paragraph) const {
    return dumped({{"kind", "paragraph"},
                   {"style", name_of(paragraph.style)},
                   {"text", words(paragraph.text)}});
  }
  std::string operator()(const Bullets& bullets) const {
    Json items = Json::array();
    for (const std::string& item : bullets.items) items.push_back(words(item));
    return dumped({{"kind", "bullets"}, {"items", items}});
  }
  std::string operator()(const TableBlock& table) const { return table_of(table); }
  std::string operator()(const Picture& picture) const {
    return dumped({{"kind", "picture"},
                   {"id", words(picture.id)},
                   {"title", words(picture.title)},
                   {"description", words(picture.description)}});
  }
  std::string operator()(const PageBreak&) const { return ""; }
};

}  // namespace

std::string document_json(const Document& document) {
  Json head;
  head["title"] = words(document.title);
  head["subtitle"] = words(document.subtitle);
  head["number"] = words(document.number);
  head["running_foot"] = words(document.running_foot);
  head["language"] = words(document.language);
  head["made_at"] = words(document.made_at);
  head["council"] = words(document.house.council);
  head["marking"] = words(document.house.marking);
  std::string out = dumped(head);
  out.back() = ',';
  out += "\n\"blocks\":[";
  const char* before = "\n ";
  for (const Block& block : document.blocks) {
    const std::string one = std::visit(BlockJson{}, block);
    if (one.empty()) continue;
    out += before + one;
    before = ",\n ";
  }
  return out + "\n]}\n";
}

}  // namespace tidemark::report
