#include "snapshot/xml_record.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_most_names = 1000;  // of one kind of element; more are not remembered

}  // namespace

XmlGroup::XmlGroup(const Sources& sources, std::vector<std::size_t> tables)
    : sources_(sources), tables_(std::move(tables)) {
  for (const std::size_t t : tables_) {
    names_.emplace_back();
    for (const SourceColumn& column : sources.tables[t].columns) {
      names_.back().push_back({plain_heading(column.name)});
      for (const std::string& alias : column.aliases) {
        names_.back().back().push_back(plain_heading(alias));
      }
    }
  }
}

void XmlGroup::begin(std::uint64_t line) {
  texts_.clear();
  anything_came_ = false;
  line_ = line;
}

bool XmlGroup::take(const std::string& name, const std::string& text) {
  const std::string plain = plain_heading(name);
  anything_came_ = true;
  if (seen_.size() < k_most_names) seen_.emplace(plain, name);
  if (text.empty()) return true;
  return texts_.emplace(plain, text).second;
}

const std::string* XmlGroup::text_of(const std::string& plain) const {
  const auto found = texts_.find(plain);
  return found == texts_.end() ? nullptr : &found->second;
}

bool XmlGroup::makes_row(const XmlRows& rows) const {
  if (!anything_came_) return false;
  if (rows.row == k_any_element) {
    return std::all_of(rows.filled.begin(), rows.filled.end(), [this](const std::string& name) {
      return text_of(plain_heading(name)) != nullptr;
    });
  }
  if (rows.filled.empty() && rows.only.empty()) return true;
  const auto has_text = [this](const std::string& name) {
    return text_of(plain_heading(name)) != nullptr;
  };
  const auto says = [this](const auto& only) {
    const std::string* text = text_of(plain_heading(only.first));
    return text != nullptr && lower(*text) == lower(only.second);
  };
  return std::any_of(rows.filled.begin(), rows.filled.end(), has_text) ||
         std::any_of(rows.only.begin(), rows.only.end(), says);
}

void XmlGroup::end(std::vector<Row>& rows) const {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (!makes_row(sources_.tables[tables_[i]].xml)) continue;
    Row row{tables_[i], line_, {}};
    for (const PlainNames& names : names_[i]) {
      const std::string* text = nullptr;
      for (std::size_t n = 0; text == nullptr && n < names.size(); ++n) text = text_of(names[n]);
      row.cells.push_back(text == nullptr ? "" : *text);
    }
    rows.push_back(std::move(row));
  }
}

std::string XmlGroup::seen_as(const SourceColumn& column) const {
  auto found = seen_.find(plain_heading(column.name));
  for (std::size_t i = 0; found == seen_.end() && i < column.aliases.size(); ++i) {
    found = seen_.find(plain_heading(column.aliases[i]));
  }
  return found == seen_.end() ? "" : found->second;
}

std::vector<std::string> XmlGroup::unknown() const {
  std::set<std::string> known;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    for (const PlainNames& names : names_[i]) known.insert(names.begin(), names.end());
    for (const auto& [name, text] : sources_.tables[tables_[i]].xml.only) {
      known.insert(plain_heading(name));
    }
  }
  std::vector<std::string> names;
  for (const auto& [plain, name] : seen_) {
    if (!known.contains(plain)) names.push_back(name);
  }
  return names;
}

}  // namespace tidemark
