// XmlRecord: one child's record of an XML file while it is read: which elements make rows of which
// tables, and their texts, until the record ends and the child is known. One file, one thread.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "snapshot/xml_tables.hpp"

namespace tidemark {

// As XmlRows::row: whatever element holds all that is to be filled.
constexpr std::string_view k_any_element = "*";

// One kind of element that makes rows: of one table, or of several whose cells stand together.
class XmlGroup {
 public:
  XmlGroup(const Sources& sources, std::vector<std::size_t> tables);

  void begin(std::uint64_t line);
  // False: a text of that name has come already; the first is kept.
  bool take(const std::string& name, const std::string& text);

  struct Row {
    std::size_t table;
    std::uint64_t line;
    std::vector<std::string> cells;  // by column of the table
  };
  // The rows that the element made, to be finished with the child's id.
  void end(std::vector<Row>& rows) const;

  [[nodiscard]] const std::vector<std::size_t>& tables() const { return tables_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }
  // As the file writes the element of a column; "" where it never came.
  [[nodiscard]] std::string seen_as(const SourceColumn& column) const;
  // Names that came and that no table of the group has a column for.
  [[nodiscard]] std::vector<std::string> unknown() const;

 private:
  using PlainNames = std::vector<std::string>;  // of a column: its own, then the others
  [[nodiscard]] const std::string* text_of(const std::string& plain) const;
  [[nodiscard]] bool makes_row(const XmlRows& rows) const;

  const Sources& sources_;
  std::vector<std::size_t> tables_;
  std::vector<std::vector<PlainNames>> names_;  // by table of the group and its column
  std::map<std::string, std::string> seen_;     // plain name -> as written, of all elements so far
  std::map<std::string, std::string> texts_;    // of the element at hand
  // Empty elements too: that somebody left them empty is something that the file says.
  bool anything_came_ = false;
  std::uint64_t line_ = 0;
};

}  // namespace tidemark
