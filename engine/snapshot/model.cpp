#include "snapshot/model.hpp"

namespace tidemark {

int CaseTable::field(std::string_view field_name) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == field_name) return static_cast<int>(i);
  }
  return -1;
}

int Model::table(std::string_view table_name) const {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].name == table_name) return static_cast<int>(i);
  }
  return -1;
}

int code_index(const Field& field, std::string_view value) {
  for (std::size_t i = 0; i < field.codes.size(); ++i) {
    if (field.codes[i].value == value) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace tidemark
