// The same content, however it is written, gives the same snapshot.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "small_folder.hpp"
#include "snapshot/encoding.hpp"

using namespace tidemark;
using small::Folder;

namespace {

using Row = std::vector<std::string>;

std::string pick(std::mt19937& random, const std::vector<std::string>& from) {
  return from[random() % from.size()];
}

std::string a_date(std::mt19937& random) {
  if (random() % 40 == 0) return "31/02/2017";
  if (random() % 40 == 0) return "zz/05/2016";
  if (random() % 40 == 0) return "";
  const auto two = [](std::mt19937::result_type n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
  };
  return two(random() % 28 + 1) + "/" + two(random() % 12 + 1) + "/" +
         std::to_string(2013 + random() % 5);
}

// Children without a header row, blank cells, bad codes, duplicates: all of it on purpose.
std::vector<Row> some_episodes(std::size_t count) {
  std::mt19937 random(42);
  std::vector<Row> rows{{"CHILD", "DECOM", "RNE", "LS", "EXTRA", "PLACE", "DEC", "URN"}};
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back({"C" + std::to_string(1000 + random() % (count / 5)), a_date(random),
                    pick(random, {"S", "L", "P", "q", ""}), pick(random, {"C2", "E1", "e1", "XX"}),
                    "text " + std::to_string(random() % 9), pick(random, {"U6", "A5", "P1"}),
                    pick(random, {"", "", a_date(random)}),
                    pick(random, {"SC1", "sc1", "XXXXXXX", "", "Zoe"})});
    if (random() % 50 == 0) rows.push_back(rows.back());
  }
  return rows;
}

struct Writing {
  std::string line_end = "\n";
  char separator = ',';
  bool quoted = false;
  bool ends_last_line = true;
};

std::string write(const std::vector<Row>& rows, const Writing& how) {
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += how.separator;
      text += how.quoted ? "\"" + row[i] + "\"" : row[i];
    }
    text += how.line_end;
  }
  if (!how.ends_last_line) text.resize(text.size() - how.line_end.size());
  return text;
}

struct Loaded {
  std::vector<std::string> rows;
  std::vector<std::string> notes;  // without the lines, which may be others
  std::vector<std::uint32_t> lines;
};

Loaded load(const std::string& text, int threads = 1) {
  const Sources sources = small::sources();
  Folder folder;
  folder.write("header.csv", "CHILD,SEX,DOB,UPN\nC1000,1,01/01/2014,\nC1001,1,01/05/2016,\n")
      .write("episodes.csv", text);
  const Snapshot snapshot = folder.load(sources, threads);
  Loaded loaded{small::rows_of(snapshot, sources, small::k_episodes), {}, {}};
  for (const LoadNote& note : snapshot.notes) {
    if (note.kind == "text encoding" || note.kind == "duplicate row") continue;
    loaded.notes.push_back(note.column + " " + note.text + " " + note.kind);
  }
  std::sort(loaded.notes.begin(), loaded.notes.end());
  loaded.lines = snapshot.tables[small::k_episodes].line;
  return loaded;
}

std::string utf16(const std::string& ascii) {
  std::string text = "\xff\xfe";
  for (const char c : ascii) text += std::string{c, '\0'};
  return text;
}

}  // namespace

TEST_CASE("quotes, line ends, separators and encodings do not change what is read") {
  const std::vector<Row> rows = some_episodes(3000);
  const Loaded plain = load(write(rows, {}));
  REQUIRE(plain.rows.size() > 2500);
  REQUIRE(plain.notes.size() > 100);
  const auto same = [&](const std::string& text) {
    const Loaded other = load(text);
    INFO("the first row is written " << text.substr(0, 60));
    CHECK((other.rows == plain.rows));
    CHECK((other.notes == plain.notes));
    CHECK((other.lines == plain.lines));
  };
  same(write(rows, {"\r\n", ',', false, true}));
  same(write(rows, {"\r", ',', false, true}));
  same(write(rows, {"\n", ';', false, true}));
  same(write(rows, {"\n", '\t', true, true}));
  same(write(rows, {"\n", ',', true, true}));
  same(write(rows, {"\r\n", ';', true, false}));
  same(write(rows, {"\n", ',', false, false}));
  same("\xef\xbb\xbf" + write(rows, {}));
  same(utf16(write(rows, {"\r\n", '\t', false, true})));
}

TEST_CASE("one quote, one accent or mixed line ends late in a plain file change nothing else") {
  const std::vector<Row> rows = some_episodes(12000);
  const Loaded plain = load(write(rows, {}));
  const std::string text = write(rows, {});
  const std::size_t near_end = text.rfind("text ", text.size() - 5000);
  std::string quoted = text;
  quoted.insert(near_end, "\"").insert(near_end + 7, "\"");
  CHECK((load(quoted).rows == plain.rows));
  CHECK((load(quoted).lines == plain.lines));
  std::string accented = text;
  accented[near_end] = '\xe9';  // Windows-1252
  CHECK((load(accented).rows == plain.rows));
  std::string mixed = text;
  mixed.insert(mixed.find('\n', near_end), "\r");
  CHECK((load(mixed).rows == plain.rows));
  CHECK((load(mixed).notes == plain.notes));
}

TEST_CASE("any order of the rows gives the same table") {
  std::vector<Row> rows = some_episodes(3000);
  const Loaded plain = load(write(rows, {}));
  std::mt19937 random(3);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(rows.begin() + 1, rows.end(), random);
    const Loaded shuffled = load(write(rows, {}));
    CHECK((shuffled.rows == plain.rows));
  }
}

TEST_CASE("any number of threads gives the same table, lines and notes") {
  const std::vector<Row> rows = some_episodes(320000);  // over 4 MB a stretch
  const std::string text = write(rows, {});
  REQUIRE(text.size() > 12U * 1024 * 1024);
  const Loaded one = load(text);
  for (const int threads : {2, 3, 8}) {
    const Loaded many = load(text, threads);
    CHECK((many.rows == one.rows));
    CHECK((many.lines == one.lines));
    CHECK((many.notes == one.notes));
  }
  std::string quoted = text;
  const std::size_t late = quoted.rfind("text ", quoted.size() - 1000);
  quoted.insert(late, "\"").insert(late + 7, "\"");
  CHECK((load(quoted, 2).rows == one.rows));
}
