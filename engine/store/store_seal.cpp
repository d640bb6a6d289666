#include "store/store_seal.hpp"

#include "base/digest.hpp"
#include "store/guarded.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

constexpr const char* k_select =
    "SELECT number, what, record, digest, event, event_seal, seal FROM sealed ";

StoreSeal row_of(const Statement& list) {
  const auto text = [&](int column) { return std::string(list.text(column)); };
  return {list.number(0), text(1), list.number(2), text(3), list.number(4), text(5), text(6)};
}

StoreSeal read_last(Database& database) {
  Statement last(database, std::string(k_select) + "ORDER BY number DESC LIMIT 1");
  return last.step() ? row_of(last) : StoreSeal();
}

}  // namespace

// No part can hold a line end: numbers, digests, and a word that the program chose.
std::string seal_of(const StoreSeal& sealed, std::string_view previous_seal) {
  std::string text = "tidemark store 1\n";
  text += "number " + std::to_string(sealed.number) + "\n";
  text += "what " + sealed.what + "\n";
  text += "record " + std::to_string(sealed.record) + "\n";
  text += "digest " + sealed.digest + "\n";
  text += "event " + std::to_string(sealed.event) + "\n";
  text += "event_seal " + sealed.event_seal + "\n";
  text += "previous_seal " + std::string(previous_seal) + "\n";
  return sha256_hex(text);
}

std::string seal_of_beginning(Database& database) {
  Statement list(database, "SELECT what, last FROM unsealed ORDER BY what");
  std::string text = "tidemark store begins 1\n";
  while (list.step()) {
    text += std::string(list.text(0)) + " " + std::to_string(list.number(1)) + "\n";
  }
  return sha256_hex(text);
}

void add_seal(Database& database, Sealed what, std::int64_t record) {
  const StoreSeal before = read_last(database);
  StoreSeal sealed;
  sealed.number = before.number + 1;
  sealed.what = name_of(what);
  sealed.record = record;
  sealed.digest = digest_of_rows(database, what, record).value_or("");
  Statement event(database, "SELECT number, seal FROM event ORDER BY number DESC LIMIT 1");
  if (event.step()) {
    sealed.event = event.number(0);
    sealed.event_seal = event.text(1);
  }
  sealed.seal = seal_of(sealed, before.number == 0 ? seal_of_beginning(database) : before.seal);
  Statement add(database,
                "INSERT INTO sealed (number, what, record, digest, event, event_seal, seal) "
                "VALUES (?,?,?,?,?,?,?)");
  add.bind(1, sealed.number).bind(2, sealed.what).bind(3, sealed.record).bind(4, sealed.digest);
  add.bind(5, sealed.event).bind(6, sealed.event_seal).bind(7, sealed.seal).run();
}

void add_seal_of_deed(Database& database) {
  const auto event = database.number("SELECT coalesce(max(number), 0) FROM event");
  const auto sealed = database.number(
      "SELECT coalesce((SELECT event FROM sealed ORDER BY number DESC LIMIT 1), "
      "(SELECT last FROM unsealed WHERE what = 'event'), 0)");
  if (event != sealed) add_seal(database, Sealed::deed, event);
}

std::vector<StoreSeal> read_seals(Database& database) {
  Statement list(database, std::string(k_select) + "ORDER BY number");
  std::vector<StoreSeal> seals;
  while (list.step()) seals.push_back(row_of(list));
  return seals;
}

Result<StoreSeal> last_seal(const Store& store) {
  return guarded([&] { return read_last(store.database()); });
}

}  // namespace tidemark
