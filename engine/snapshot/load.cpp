#include "snapshot/load.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "snapshot/collection_year.hpp"
#include "snapshot/file_notes.hpp"
#include "snapshot/file_reading.hpp"
#include "snapshot/latest_answers.hpp"
#include "snapshot/row_checks.hpp"
#include "snapshot/row_order.hpp"
#include "snapshot/same_rows.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_most_files = std::numeric_limits<std::uint16_t>::max();

bool lists_children(const SourceTable& table) {
  return std::any_of(table.feeds.begin(), table.feeds.end(),
                     [](const Feed& feed) { return feed.case_table == 0 && !feed.partial; });
}

// The column with the day before which nothing can have happened to a child; -1: none.
int birth_column_of(const SourceTable& table, int birth_field) {
  for (const Feed& feed : table.feeds) {
    if (feed.case_table != 0 || feed.partial || birth_field < 0) continue;
    for (const FieldFeed& field : feed.fields) {
      if (field.field == birth_field) return field.column;
    }
  }
  return -1;
}

class Loading {
 public:
  Loading(const Sources& sources, const LoadOptions& options)
      : sources_(sources), progress_{options}, join_(snapshot_, sources, books_) {
    snapshot_.tables.resize(sources.tables.size());
    for (std::size_t t = 0; t < sources.tables.size(); ++t) {
      snapshot_.tables[t].column_supplied.resize(sources.tables[t].columns.size());
      snapshot_.tables[t].columns.resize(sources.tables[t].columns.size());
    }
  }

  Result<Snapshot> load(const FoundFiles& found) {
    const Status looked = look_at_all(found);
    if (!looked.ok()) return looked.error();
    const Status read = read_all();
    if (!read.ok()) return read.error();
    if (snapshot_.children.size() == 0) return no_children(found);
    note_empty_tables();
    infer_years(snapshot_, sources_);
    set_cover(snapshot_, sources_);
    settle_tables();
    note_years();
    gather_notes(found);
    return std::move(snapshot_);
  }

 private:
  Status look_at_all(const FoundFiles& found) {
    if (found.files.size() > k_most_files) return too_many(found);
    for (const FoundFile& each : found.files) {
      Result<std::vector<ClaimedFile>> looked = look_at(each, found.name, sources_);
      if (!looked.ok()) return looked.error();
      for (ClaimedFile& file : looked.value()) {
        if (!file.claim.refused.empty()) return wrong_dataset(file);
        take_file(std::move(file));
      }
    }
    if (files_.size() > k_most_files) return too_many(found);
    const bool any = std::any_of(files_.begin(), files_.end(),
                                 [](const ClaimedFile& file) { return file.claim.table >= 0; });
    if (!any) return nothing_claimed(found);
    return Done{};
  }

  void take_file(ClaimedFile&& file) {
    NoteBook book(file.shown());
    SourceFile source;
    source.path = file.shown();
    source.on_disk = file.found.shown;
    source.column_names = file.claim.names;
    source.bytes = file.bytes;
    source.table = file.claim.table;
    if (file.claim.table < 0) {
      note_not_claimed(file, book);
    } else {
      const auto t = static_cast<std::size_t>(file.claim.table);
      if (comes_by_year(sources_, file.claim.table)) source.collection_year = file.collection_year;
      source.dropped = file.claim.dropped;
      note_how_it_is_written(file, sources_.tables[t], book);
      note_second_file(source, snapshot_.files, sources_.tables[t], book);
      RecordTable& table = snapshot_.tables[t];
      table.supplied = true;
      for (std::size_t i = 0; i < file.claim.position.size(); ++i) {
        if (file.claim.position[i] >= 0) table.column_supplied[i] = true;
      }
      progress_.all += file.bytes;
    }
    snapshot_.files.push_back(std::move(source));
    books_.push_back(std::move(book));
    files_.push_back(std::move(file));
  }

  // Lists of children first: whoever else is named is an orphan, and nothing can happen to a child
  // before the birth that they give.
  Status read_all() {
    std::vector<std::size_t> others;
    for (std::size_t t = 0; t < sources_.tables.size(); ++t) {
      if (!lists_children(sources_.tables[t])) continue;
      known_.birth_column = birth_column_of(sources_.tables[t], sources_.birth_field);
      Status read = read_these(files_of(static_cast<int>(t)), false);
      if (!read.ok()) return read;
      learn_births(t);
      known_.index = snapshot_.children;
    }
    known_.birth_column = -1;
    known_.reached.resize(sources_.tables.size());
    std::vector<std::size_t> through;
    for (std::size_t f = 0; f < files_.size(); ++f) {
      const int t = files_[f].claim.table;
      if (t < 0 || lists_children(sources_.tables[static_cast<std::size_t>(t)])) continue;
      (names_child(files_[f]) ? others : through).push_back(f);
    }
    Status read = read_these(others, known_.index.size() > 0);
    if (!read.ok() || through.empty()) return read;
    return read_through(through);
  }

  [[nodiscard]] bool names_child(const ClaimedFile& file) const {
    const SourceTable& table = sources_.tables[static_cast<std::size_t>(file.claim.table)];
    return file.claim.position[static_cast<std::size_t>(table.child_column)] >= 0;
  }

  // Files whose rows reach their child through a table that is read by now.
  Status read_through(const std::vector<std::size_t>& which) {
    std::vector<std::size_t> reachable;
    for (const std::size_t f : which) {
      const auto t = static_cast<std::size_t>(files_[f].claim.table);
      const Through& through = sources_.tables[t].through;
      const auto parent = static_cast<std::size_t>(through.table);
      const std::string& parent_name = sources_.tables[parent].name;
      if (!snapshot_.tables[parent].column_supplied[static_cast<std::size_t>(through.key)]) {
        books_[f].add(
            Note::no_way_to_child, 0, "", "",
            "its rows name no child, and " + parent_name +
                ", through which they do, did not come with " +
                sources_.tables[parent].columns[static_cast<std::size_t>(through.key)].name +
                "; the file is not read");
        continue;
      }
      if (known_.reached[t].table.empty()) {
        known_.reached[t] =
            collect_keys(sources_.tables[parent], snapshot_.tables[parent], through.key,
                         join_.child_of(parent), snapshot_.pools.texts);
      }
      reachable.push_back(f);
    }
    return read_these(reachable, false);
  }

  [[nodiscard]] std::vector<std::size_t> files_of(int table) const {
    std::vector<std::size_t> which;
    for (std::size_t f = 0; f < files_.size(); ++f) {
      if (files_[f].claim.table == table) which.push_back(f);
    }
    return which;
  }

  Status read_these(const std::vector<std::size_t>& which, bool note_orphans) {
    Result<std::vector<ReadFile>> read = read_files(files_, which, sources_, known_, progress_);
    if (!read.ok()) return read.error();
    std::vector<std::size_t> rows(sources_.tables.size(), 0);
    for (const ReadFile& file : read.value()) {
      for (const auto& part : file.parts) {
        rows[static_cast<std::size_t>(files_[file.file].claim.table)] += part->line.size();
      }
    }
    for (ReadFile& file : read.value()) {
      const auto t = static_cast<std::size_t>(files_[file.file].claim.table);
      join_.append(std::move(file), rows[t], note_orphans);
    }
    return Done{};
  }

  // A birth counts where every row of the child that gives one gives the same day.
  void learn_births(std::size_t t) {
    known_.born.resize(snapshot_.children.size(), k_cell_plain);
    if (known_.birth_column < 0) return;
    const std::vector<Cell>& births =
        snapshot_.tables[t].columns[static_cast<std::size_t>(known_.birth_column)];
    const std::vector<std::uint32_t>& child = join_.child_of(t);
    std::vector<bool> disputed(known_.born.size(), false);
    for (std::size_t row = 0; row < births.size(); ++row) {
      Cell& born = known_.born[child[row]];
      if (!is_plain(births[row])) continue;
      if (born != k_cell_plain && born != births[row]) disputed[child[row]] = true;
      born = births[row];
    }
    for (std::size_t c = 0; c < disputed.size(); ++c) {
      if (disputed[c]) known_.born[c] = k_cell_plain;
    }
  }

  void settle_tables() {
    for (std::size_t t = 0; t < sources_.tables.size(); ++t) {
      RecordTable& table = snapshot_.tables[t];
      arrange_rows(sources_.tables[t], table, join_.child_of(t), snapshot_.children.size(),
                   snapshot_.pools);
      forget_unfilled(sources_.tables[t], table, books_);
      settle_same_rows(sources_.tables[t], table, snapshot_.files, snapshot_.pools, books_);
      forget_repeated_answers(sources_.tables[t], table, books_);
      check_rows(sources_.tables[t], table, known_.born, snapshot_.last_day, books_);
    }
  }

  // A table without a single row for the whole authority was not supplied (domain/rules.md 0.3).
  // Nor was one that came with the list of children and is about none of them.
  void note_empty_tables() {
    for (std::size_t t = 0; t < sources_.tables.size(); ++t) {
      RecordTable& table = snapshot_.tables[t];
      if (!table.supplied) continue;
      const bool empty = rows_of(t) == 0;
      if (!empty && !is_about_strangers(t)) continue;
      table.supplied = false;
      for (const std::size_t f : files_of(static_cast<int>(t))) {
        books_[f].add(Note::no_rows, 0, "", "",
                      std::string(empty ? "a heading and no rows: nothing can be told of any child"
                                        : "no row is about a child of the list of children") +
                          ", so the list counts as not supplied");
      }
    }
  }

  [[nodiscard]] std::uint64_t rows_of(std::size_t t) const {
    std::uint64_t rows = 0;
    for (const SourceFile& file : snapshot_.files) {
      if (file.table == static_cast<int>(t)) rows += file.rows;
    }
    return rows;
  }

  // The children who are listed are numbered first.
  [[nodiscard]] bool is_about_strangers(std::size_t t) {
    const auto same_dataset = [&](const SourceTable& list) {
      return lists_children(list) && list.dataset == sources_.tables[t].dataset &&
             &list != &sources_.tables[t];
    };
    const std::size_t listed = known_.index.size();
    const std::vector<std::uint32_t>& children = join_.child_of(t);
    return listed > 0 && !children.empty() &&  // rows that nobody wants are not kept
           std::any_of(sources_.tables.begin(), sources_.tables.end(), same_dataset) &&
           std::none_of(children.begin(), children.end(),
                        [&](std::uint32_t child) { return child < listed; });
  }

  void note_years() {
    for (std::size_t f = 0; f < snapshot_.files.size(); ++f) {
      const SourceFile& file = snapshot_.files[f];
      if (file.table < 0 || file.collection_year != 0) continue;
      if (!sources_.tables[static_cast<std::size_t>(file.table)].covers_collection_year) continue;
      books_[f].add(Note::no_collection_year, 0, "", "",
                    "neither a column YEAR, nor the names of the file and its folders, nor its "
                    "days say which year it tells of");
    }
  }

  void gather_notes(const FoundFiles& found) {
    for (const std::string& other : found.passed_over) {
      NoteBook book(other);
      book.add(Note::file_not_read, 0, "", "",
               "only .csv, .txt, .xlsx, .xml and .sqlite files are read");
      books_.push_back(std::move(book));
    }
    for (NoteBook& book : books_) {
      std::vector<LoadNote> notes = std::move(book).finish();
      std::move(notes.begin(), notes.end(), std::back_inserter(snapshot_.notes));
    }
    std::stable_sort(snapshot_.notes.begin(), snapshot_.notes.end(),
                     [](const LoadNote& a, const LoadNote& b) { return a.file < b.file; });
  }

  static Error too_many(const FoundFiles& found) {
    return {ErrorKind::input, found.name + " holds more than 65,535 files and tables"};
  }

  [[nodiscard]] Error wrong_dataset(const ClaimedFile& file) const {
    return {ErrorKind::input, file.shown() + " is " + file.claim.refused +
                                  ", not what is expected here: " + sources_.expected};
  }

  [[nodiscard]] Error nothing_claimed(const FoundFiles& found) const {
    const ClaimedFile& first = files_.front();
    std::string message = found.name + " holds no list that is known; expected " +
                          sources_.expected + "; found " + first.shown() + ": " +
                          first.claim.why_not;
    if (files_.size() > 1) message += " (and " + std::to_string(files_.size() - 1) + " more files)";
    return {ErrorKind::input, message};
  }

  [[nodiscard]] Error no_children(const FoundFiles& found) const {
    std::vector<std::string> names;
    for (const SourceFile& file : snapshot_.files) {
      if (file.table >= 0) names.push_back(file.path);
    }
    return {ErrorKind::input, found.name + " names no child: found " + shorten(listed(names), 200) +
                                  " without a row that can be read; expected " + sources_.expected};
  }

  const Sources& sources_;
  Progress progress_;
  Snapshot snapshot_;
  std::vector<ClaimedFile> files_;  // parallel to Snapshot::files
  std::vector<NoteBook> books_;     // parallel to Snapshot::files
  KnownChildren known_;
  PartJoin join_;
};

}  // namespace

Result<Snapshot> load_snapshot(const std::string& path, const Sources& sources,
                               const LoadOptions& options) {
  const Result<FoundFiles> found = find_files(path);
  if (!found.ok()) return found.error();
  return load_snapshot(found.value(), sources, options);
}

Result<Snapshot> load_snapshot(const FoundFiles& found, const Sources& sources,
                               const LoadOptions& options) {
  return Loading(sources, options).load(found);
}

}  // namespace tidemark
