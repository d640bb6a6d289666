// What is to be said of a file or table as a whole, once it is known what it is. Free of state.
#pragma once

#include <string>
#include <vector>

#include "snapshot/claimed_file.hpp"
#include "snapshot/note_book.hpp"

namespace tidemark {

// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

void note_not_claimed(const ClaimedFile& file, NoteBook& book);
void note_how_it_is_written(const ClaimedFile& file, const SourceTable& table, NoteBook& book);
// `others`: what came before it. Two files may tell of one table and year.
void note_second_file(const SourceFile& file, const std::vector<SourceFile>& others,
                      const SourceTable& table, NoteBook& book);

}  // namespace tidemark
