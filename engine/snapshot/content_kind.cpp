#include "snapshot/content_kind.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "snapshot/encoding.hpp"

namespace tidemark {
namespace {

using namespace std::string_view_literals;

KnownContent kind_of_text(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at);
  const std::string start = lower(text.substr(0, 20));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
    return {ContentKind::other, "a web page"};
  }
  if (text[0] == '<') return {ContentKind::xml, "an XML file"};
  const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
  const char after = next == std::string_view::npos ? '\0' : text[next];
  const bool object = text[0] == '{' && (after == '"' || after == '}');
  const bool array = text[0] == '[' && (after == '{' || after == '[' || after == '"');
  if (object || array) return {ContentKind::json, "a JSON file"};
  return {};
}

}  // namespace

KnownContent kind_of(std::string_view first_bytes) {
  constexpr std::array<std::pair<std::string_view, KnownContent>, 7> k_known{{
      {"PK\x03\x04"sv, {ContentKind::zip, "a zip file"}},
      {"PK\x05\x06"sv, {ContentKind::zip, "a zip file"}},
      {"\xd0\xcf\x11\xe0"sv, {ContentKind::old_xls, "an old or a locked workbook"}},
      {"SQLite format 3\0"sv, {ContentKind::database, "a database"}},
      {"%PDF"sv, {ContentKind::other, "a PDF"}},
      {"\x1f\x8b"sv, {ContentKind::other, "a compressed file"}},
      {"7z\xbc\xaf"sv, {ContentKind::other, "a compressed file"}},
  }};
  for (const auto& [start, known] : k_known) {
    if (first_bytes.starts_with(start)) return known;
  }
  const EncodingFound how = find_encoding(first_bytes);
  first_bytes.remove_prefix(how.mark_bytes);
  if (how.encoding == Encoding::utf8) return kind_of_text(first_bytes);
  const KnownContent known = kind_of_text(from_utf16(first_bytes.substr(0, 200), how.encoding));
  return known;
}

}  // namespace tidemark
