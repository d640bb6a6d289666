#include "council.hpp"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "evaluate/judge.hpp"
#include "snapshot/date_text.hpp"

namespace tidemark::tests {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<Rulebook> the_rules() {
  static const std::shared_ptr<Rulebook> k_rules = [] {
    const std::string folder = std::string(TIDEMARK_SOURCE_DIR) + "/rules";
    Result<Rulebook> book = load_rulebook(read_rule_files(folder).value(), folder);
    INFO((book.ok() ? "" : book.error().message));
    REQUIRE(book.ok());
    WantedFields all;
    for (const CaseTable& table : book.value().model.tables) {
      all.emplace_back(table.fields.size(), true);
    }
    mark_wanted(book.value().sources, book.value().model, all);
    return std::make_shared<Rulebook>(std::move(book).value());
  }();
  return k_rules;
}

Day day_of(const std::string& text) {
  const auto date = parse_date(text);
  REQUIRE(date.has_value());
  return date->lo;
}

// "" where there is nothing to say.
std::string text_of_cell(const ChildCase& child, const Field& field, int table, int index,
                         std::uint32_t row) {
  if (child.tables[static_cast<std::size_t>(table)].columns[index] == nullptr) return "";
  if (is_date(field.kind)) {
    const Date date = child.date_at(table, index, row);
    if (date.is_absent()) return "";
    return date.is_unknown() ? "?" : text_of(date) + (date.may_be_absent ? " or none" : "");
  }
  const auto value = [&](Cell cell) {
    const auto code = static_cast<std::size_t>(cell);
    if (field.kind == FieldKind::code || field.kind == FieldKind::flag) {
      return field.codes[code].value;
    }
    if (field.kind == FieldKind::number) return std::to_string(cell / 1000);
    if (field.kind != FieldKind::code_set) return child.texts->text(cell);
    std::string all;
    for (std::size_t i = 0; i < field.codes.size(); ++i) {
      if (((code >> i) & 1U) != 0) all += (all.empty() ? "" : "+") + field.codes[i].value;
    }
    return all.empty() ? std::string("nothing") : all;
  };
  const Cell cell = child.cell(table, index, row);
  if (cell == k_cell_absent) return "";
  if (is_plain(cell)) return value(cell);
  if (!is_side(cell)) return "?";
  const auto& [a, b] = child.pools->either[static_cast<std::size_t>(cell - k_cell_side)];
  return value(a) + "|" + value(b);
}

}  // namespace

Council::Council(const Files& files) : rulebook_(the_rules()) {
  static std::atomic<int> count{0};
  const fs::path folder =
      fs::temp_directory_path() /
      ("tidemark-council-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  fs::create_directories(folder);
  for (const auto& [name, text] : files) std::ofstream(folder / name, std::ios::binary) << text;
  Result<Snapshot> loaded = load_snapshot(folder.string(), rulebook_->sources, {});
  fs::remove_all(folder);
  INFO((loaded.ok() ? "" : loaded.error().message));
  REQUIRE(loaded.ok());
  snapshot_ = std::move(loaded).value();
}

std::vector<std::string> Council::rows(const std::string& table, const std::string& child,
                                       const std::string& as_at) const {
  CaseView view(snapshot_, rulebook_->model, rulebook_->sources, day_of(as_at));
  const std::uint32_t number = snapshot_.children.find(child);
  REQUIRE(number != ChildIndex::k_none);
  const ChildCase& seen = view.open(number);
  const int t = rulebook_->model.table(table);
  REQUIRE(t >= 0);
  const CaseSlice& slice = seen.tables[static_cast<std::size_t>(t)];
  const CaseTable& named = rulebook_->model.tables[static_cast<std::size_t>(t)];
  std::vector<std::string> all;
  for (std::uint32_t row = 0; row < slice.count; ++row) {
    std::string text = slice.maybe != nullptr && slice.maybe[row] != 0 ? "maybe" : "";
    for (std::size_t f = 0; f < named.fields.size(); ++f) {
      const std::string value = text_of_cell(seen, named.fields[f], t, static_cast<int>(f), row);
      if (!value.empty()) text += (text.empty() ? "" : " ") + named.fields[f].name + "=" + value;
    }
    all.push_back(text);
  }
  if (slice.supply == Supply::none) all.emplace_back("none");
  if (slice.supply == Supply::partial) all.emplace_back("partial");
  return all;
}

std::vector<std::string> Council::origins(const std::string& table, const std::string& field,
                                          std::size_t row, const std::string& child,
                                          const std::string& as_at) const {
  CaseView view(snapshot_, rulebook_->model, rulebook_->sources, day_of(as_at));
  static_cast<void>(view.open(snapshot_.children.find(child)));
  const int t = rulebook_->model.table(table);
  REQUIRE(t >= 0);
  const int f = rulebook_->model.tables[static_cast<std::size_t>(t)].field(field);
  std::vector<std::string> all;
  for (const Origin& origin : view.origins(t, f, static_cast<std::uint32_t>(row))) {
    all.push_back(origin.file + ":" + std::to_string(origin.line) + " " + origin.column);
  }
  return all;
}

std::vector<std::string> Council::notes(const std::string& kind) const {
  std::vector<std::string> found;
  for (const LoadNote& note : snapshot_.notes) {
    if (note.kind != kind) continue;
    found.push_back(note.file + ":" + std::to_string(note.line) + " " + note.column + " \"" +
                    note.text + "\": " + note.what_was_done);
  }
  return found;
}

std::string Council::verdict(const std::string& rule, const std::string& child,
                             const std::string& as_at) const {
  for (std::size_t i = 0; i < rulebook_->rules.size(); ++i) {
    if (rulebook_->rules[i].id != rule) continue;
    const std::vector<Explanation> all = explain(
        *rulebook_, snapshot_, day_of(as_at), snapshot_.children.find(child), static_cast<int>(i));
    REQUIRE(all.size() == 1);
    return name_of(all[0].finding.judgement.verdict);
  }
  FAIL("there is no rule " << rule);
  return "";
}

}  // namespace tidemark::tests
