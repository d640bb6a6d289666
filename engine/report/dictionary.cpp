#include <map>

#include "base/text.hpp"
#include "report/catalogue.hpp"
#include "report/catalogue_parts.hpp"
#include "report/dictionary_parts.hpp"

namespace tidemark::report {

namespace {

// A list of codes stands in full where it is first met; `met` says where.
std::string codes_once(const CaseTable& table, const Field& field,
                       std::map<std::string, std::string>& met) {
  const std::string codes = codes_of(field);
  if (codes.empty()) return "";
  const auto [place, is_new] = met.emplace(codes, table.name + "." + field.name);
  return is_new ? codes : "as " + place->second;
}

void write_fields(std::string& out, const Rulebook& rulebook, int index,
                  std::map<std::string, std::string>& met) {
  const CaseTable& table = rulebook.model.tables[static_cast<std::size_t>(index)];
  out +=
      "\n| field | kind | what it is | a blank means | codes | fed by "
      "|\n|---|---|---|---|---|---|\n";
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    const Field& field = table.fields[f];
    out += "| `" + field.name + "` | " + name_of(field.kind);
    for (const std::string& cell : {field.label, blank_of(table, f), codes_once(table, field, met),
                                    joined(fed_by(rulebook, index, static_cast<int>(f)), "; ")}) {
      out += " | " + md_cell(cell);
    }
    out += " |\n";
  }
}

void write_table(std::string& out, const Rulebook& rulebook, int index, const AskedBy& asked,
                 std::map<std::string, std::string>& met) {
  const CaseTable& table = rulebook.model.tables[static_cast<std::size_t>(index)];
  out += "\n## " + table.name + "\n\n";
  out += "- **What it is:** " + md(table.label) + "; " + words_of(table.shape) + "\n";
  out += "- **Called on a report:** " + md(table.list) + "\n";
  out += "- **Who can put it right:** " + md(table.owner) + "\n";
  std::vector<std::string> key;
  for (const int field : table.key) {
    key.push_back(table.fields[static_cast<std::size_t>(field)].name);
  }
  if (!key.empty()) out += "- **A row is named by:** " + joined(key, ", ") + "\n";
  const std::vector<std::string> sources = sources_of(rulebook, index);
  out +=
      "- **Comes from:** " + (sources.empty() ? "no source yet" : md(joined(sources, "; "))) + "\n";
  const auto rules = asked.tables.find(index);
  out += "- **Asked by:** " +
         (rules == asked.tables.end() ? std::string("no rule") : joined(rules->second, ", ")) +
         "\n";
  write_fields(out, rulebook, index, met);
}

}  // namespace

std::string dictionary_md(const Rulebook& rulebook, const Rulebook& measures) {
  std::string out =
      "# The dictionary of case tables\n\n"
      "Made by `tidemark dictionary` from `rules/model.lua`, `rules/sources/` and the rules. Do "
      "not "
      "edit it; run `tools/docs`.\n\nA table of a snapshot that was not supplied is not an empty "
      "table: what rests on it cannot be decided. A cell that is blank means what its kind says.\n";
  const AskedBy asked = asked_by(rulebook, measures);
  std::map<std::string, std::string> met;
  for (std::size_t t = 0; t < rulebook.model.tables.size(); ++t) {
    write_table(out, rulebook, static_cast<int>(t), asked, met);
  }
  return out;
}

std::string dictionary_csv(const Rulebook& rulebook, const Rulebook& measures) {
  std::string out = "table,shape,list,field,kind,label,blank,owner,codes,fed_by,asked_by\n";
  const AskedBy asked = asked_by(rulebook, measures);
  for (std::size_t t = 0; t < rulebook.model.tables.size(); ++t) {
    const CaseTable& table = rulebook.model.tables[t];
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
      const Field& field = table.fields[f];
      const auto place = std::make_pair(static_cast<int>(t), static_cast<int>(f));
      const auto rules = asked.fields.find(place);
      std::string shape = words_of(table.shape);
      shape.resize(shape.find(':'));
      const std::vector<std::string> cells = {
          table.name,
          shape,
          table.list,
          field.name,
          name_of(field.kind),
          field.label,
          blank_of(table, f),
          field.owner.empty() ? table.owner : field.owner,
          codes_of(field),
          joined(fed_by(rulebook, place.first, place.second), "; "),
          rules == asked.fields.end() ? "" : joined(rules->second, ", ")};
      for (std::size_t i = 0; i < cells.size(); ++i)
        out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
      out += '\n';
    }
  }
  return out;
}

}  // namespace tidemark::report
