#include "tables.hpp"

#include "calendar.hpp"
#include "read_rows.hpp"

namespace limit {
namespace {

using Columns = std::vector<std::size_t>;

inline std::int32_t date_in(const RowText& text, std::size_t column) {
  return parse_date(text.field(column));
}

inline TwoLetters code_in(const RowText& text, std::size_t column) {
  const std::string_view field = text.field(column);
  if (field.size() != 2) give_up("not a code:", std::string(field));
  return code(field.data());
}

// Lambdas, so that each becomes part of its own reading loop.
constexpr auto make_episode = [](const RowText& text, const Columns& columns, Episode& row) {
  row.from = date_in(text, columns[0]);
  row.to = date_in(text, columns[4]);
  const std::string_view reason = text.field(columns[1]);
  if (reason.size() != 1) give_up("not a code:", std::string(reason));
  row.reason = reason[0];
  row.status = code_in(text, columns[2]);
  row.kind = code_in(text, columns[3]);
  return true;
};

constexpr auto make_day = [](const RowText& text, const Columns& columns, std::int32_t& row) {
  row = date_in(text, columns[0]);
  return row != k_no_day;
};

constexpr auto make_decision = [](const RowText& text, const Columns& columns, Decision& row) {
  row = {date_in(text, columns[0]), date_in(text, columns[1])};
  return true;
};

void read_children(const std::string& path, Tables& tables) {
  const MappedFile file(path);
  const std::size_t child = file.column("CHILD"), born = file.column("DOB");
  for_each_row(file.body(), file.end(), file.columns(), [&](const RowText& text) {
    tables.children.add(key_of(text.field(child), file.end()));
    tables.born.push_back(date_in(text, born));
  });
  tables.children.build_index();
}

}  // namespace

void ChildKeys::build_index() {
  std::uint64_t capacity = 16;
  while (capacity < keys_.size() * 2) capacity *= 2;
  slots_.assign(capacity, k_empty);
  mask_ = capacity - 1;
  for (std::uint32_t child = 0; child < keys_.size(); ++child) {
    std::uint64_t slot = hash(keys_[child]) & mask_;
    while (slots_[slot] != k_empty) {
      if (keys_[slots_[slot]] == keys_[child]) give_up("a CHILD is in header.csv twice");
      slot = (slot + 1) & mask_;
    }
    slots_[slot] = child;
  }
}

Tables read_tables(const std::string& folder, int threads) {
  Tables t;
  read_children(folder + "/header.csv", t);
  read_rows(folder + "/episodes.csv", t.children, threads, {"DECOM", "RNE", "LS", "PLACE", "DEC"},
            t.episodes, make_episode);
  read_rows(folder + "/reviews.csv", t.children, threads, {"REVIEW"}, t.reviews, make_day);
  read_rows(folder + "/sbpfa.csv", t.children, threads, {"DATE_PLACED", "DATE_PLACED_CEASED"},
            t.decisions, make_decision);
  read_rows(folder + "/lifestory.csv", t.children, threads, {"COMPLETED"}, t.life_story_done,
            make_day);
  return t;
}

}  // namespace limit
