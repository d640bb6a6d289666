#include "snapshot/general_rows.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;

namespace {

struct Read {
  std::vector<std::string> rows;   // "line: cell|cell|cell", an unread cell as "#"
  std::vector<std::string> notes;  // "line kind"
};

Read read(std::string_view text, std::size_t columns = 3) {
  RowLayout layout;
  for (std::size_t i = 0; i < columns; ++i) layout.headings.push_back("H" + std::to_string(i));
  NoteBook book("f.csv");
  GeneralRows rows(text, layout, 2, true, book);
  RowBlock block;
  Read read;
  while (rows.next(block)) {
    for (std::size_t row = 0; row < block.rows; ++row) {
      std::string shown = std::to_string(block.line(row)) + ":";
      for (std::size_t k = 0; k < columns; ++k) {
        const std::string_view cell = block.cell(row, k);
        shown += (k == 0 ? " " : "|") + std::string(cell == k_unread_cell ? "#" : cell);
      }
      read.rows.push_back(shown);
    }
  }
  for (const LoadNote& note : std::move(book).finish()) {
    read.notes.push_back(std::to_string(note.line) + " " + note.kind);
  }
  return read;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("LF, CRLF and CR end a row, and blank lines are passed over") {
  CHECK(read("a,b,c\nd,e,f\n").rows == Lines{"2: a|b|c", "3: d|e|f"});
  CHECK(read("a,b,c\r\nd,e,f\r\n").rows == Lines{"2: a|b|c", "3: d|e|f"});
  CHECK(read("a,b,c\rd,e,f\r").rows == Lines{"2: a|b|c", "3: d|e|f"});
  CHECK(read("a,b,c\n\n,,\n  \nd,e,f").rows == Lines{"2: a|b|c", "6: d|e|f"});
  CHECK(read("a,b,c\n\n,,\n  \nd,e,f").notes.empty());
}

TEST_CASE("quotes hold separators, line ends and doubled quotes") {
  CHECK(read("\"a,1\",\"b\"\"2\",\"c\n3\"\nd,e,f\n").rows == Lines{"2: a,1|b\"2|c\n3", "4: d|e|f"});
  CHECK(read("\"a\" ,b,c\n").rows == Lines{"2: a|b|c"});
  CHECK(read("a\"x\",b,c\n").rows == Lines{"2: a\"x\"|b|c"});
  CHECK(read("\"say \"hi\" now\",b,c\n").rows == Lines{"2: say \"hi\" now|b|c"});
}

TEST_CASE("a quote that is never closed costs its own row only") {
  const Read at_start = read("a,b,c\n\"d,e,f\ng,h,i\n");
  CHECK(at_start.rows == Lines{"2: a|b|c", "3: d|e|f", "4: g|h|i"});
  CHECK(at_start.notes == Lines{"3 quote not closed"});
  // Every cell quoted: the open quote would find its end in the next row.
  const Read quoted = read("\"a\",\"b\",\"c\"\n\"d\",\"e,\"f\"\n\"g\",\"h\",\"i\"\n");
  CHECK(quoted.rows.back() == "4: g|h|i");
  CHECK(quoted.rows.size() == 3);
  CHECK(quoted.notes == Lines{"3 ragged row"});
  // The same at the end of the row, where the next one would be swallowed.
  const Read last = read("\"a\",\"b\",\"c\n\"d\",\"e\",\"f\"\n\"g\",\"h\",\"i\"\n");
  CHECK(last.rows == Lines{"2: a|b|c", "3: d|e|f", "4: g|h|i"});
  CHECK(last.notes == Lines{"2 quote not closed"});
}

TEST_CASE("ragged rows keep what aligns and say so") {
  const Read read_rows = read("a,b\nc,d,e,,\nf,g,h,i\nj,k,l\n");
  CHECK(read_rows.rows == Lines{"2: a|b|#", "3: c|d|e", "4: f|g|h", "5: j|k|l"});
  CHECK(read_rows.notes == Lines{"2 ragged row", "4 ragged row"});
}

TEST_CASE("a file that ends in the middle of a row loses the cell it was cut in") {
  const Read cut = read("a,b,c\nd,12/03/20");
  CHECK(cut.rows == Lines{"2: a|b|c", "3: d|#|#"});
  CHECK(cut.notes == Lines{"3 ends in the middle of a row"});
  CHECK(read("a,b,c\nd,e,f").notes.empty());
}

TEST_CASE("NUL bytes and cells over 64 KiB are not read, and their rows are") {
  const std::string nul = std::string("a,b") + '\0' + "x,c\nd,e,f\n";
  CHECK(read(nul).rows == Lines{"2: a|#|c", "3: d|e|f"});
  CHECK(read(nul).notes == Lines{"2 NUL byte"});
  const std::string big(10 * 1024 * 1024, 'x');
  for (const std::string& text : {"a," + big + ",c\nd,e,f\n", "a,\"" + big + "\",c\nd,e,f\n"}) {
    const Read read_big = read(text);
    CHECK(read_big.rows == Lines{"2: a|#|c", "3: d|e|f"});
    CHECK(read_big.notes == Lines{"2 field too long"});
  }
  const std::string just(64 * 1024, 'x');
  CHECK(read("a," + just + ",c\n").notes.empty());
}

TEST_CASE("thousands of open quotes do not make reading quadratic") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "a,\"b,c\n";
  CHECK(read(text).rows.size() == 200000);
}
