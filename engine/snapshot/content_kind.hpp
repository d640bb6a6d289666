// What a file is, by its first bytes: the name that somebody gave it decides nothing. Pure
// function.
#pragma once

#include <string>
#include <string_view>

namespace tidemark {

enum class ContentKind {
  list,      // text: values between separators
  zip,       // a workbook, or something else that is packed
  old_xls,   // an old workbook, or one that is locked with a password: the same first bytes
  database,  // SQLite
  xml,
  json,
  other,  // nothing that can hold a list that is read
};

struct KnownContent {
  ContentKind kind = ContentKind::list;
  std::string_view what;  // "an XML file"; "" for a list
};

[[nodiscard]] KnownContent kind_of(std::string_view first_bytes);

}  // namespace tidemark
