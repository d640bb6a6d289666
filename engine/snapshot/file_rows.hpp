// Reads the rows of one file, or of a stretch of it, in blocks. A plain stretch (ASCII, no quotes)
// is streamed through a small buffer and split by vectors; from the first row that is not plain,
// the rest of the file goes through GeneralRows. Both give the same rows for the same content.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "snapshot/encoding.hpp"
#include "snapshot/note_book.hpp"
#include "snapshot/open_file.hpp"
#include "snapshot/row_block.hpp"

namespace tidemark {

struct RowStretch {
  std::uint64_t begin = 0;  // a row begins here; a place in the UTF-8 text for UTF-16 files
  std::uint64_t end = 0;
  std::uint64_t first_line = 1;
  bool only_plain = false;  // a stretch that is not the whole file can only be read plainly
};

struct StretchRead {
  bool plain = true;  // false: with only_plain set, the reading was given up
  std::uint64_t lines = 0;
};

[[nodiscard]] Result<StretchRead> read_rows(const OpenFile& file, Encoding encoding,
                                            const RowLayout& layout, const RowStretch& stretch,
                                            NoteBook& notes, const RowSink& sink);

// Bytes from `offset` to the end as UTF-8. Bytes that are not UTF-8 are taken as Windows-1252,
// which `windows_1252` then says.
[[nodiscard]] Result<std::string> read_text(const OpenFile& file, Encoding encoding,
                                            std::uint64_t offset, bool& windows_1252);

}  // namespace tidemark
