#include "store/pack_table.hpp"

#include <catch2/catch.hpp>

#include "base/digest.hpp"
#include "invented_run.hpp"
#include "store/database.hpp"

using namespace tidemark;

namespace {

PackRecord of_run_1() {
  PackRecord pack;
  pack.kind = "panel";
  pack.held_on = "2021-10-14";
  pack.run = 1;
  pack.issued_at = "2021-10-12T09:30:00Z";
  pack.issued_by = "a.smith";
  return pack;
}

Result<std::vector<PackFile>> files_of(std::int64_t number) {
  return std::vector<PackFile>{{"pack.html", "pack " + std::to_string(number)},
                               {"tables/new.csv", "a,b\n"}};
}

}  // namespace

TEST_CASE("packs are numbered without gaps and given out byte for byte") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  PackTable table(store);
  REQUIRE(table.issue(of_run_1(), files_of).value().number == 1);
  REQUIRE(table.issue(of_run_1(), files_of).value().number == 2);
  REQUIRE(table.packs().value().size() == 2);
  const auto files = table.files(2);
  REQUIRE(files.ok());
  REQUIRE(files.value().size() == 2);
  CHECK(files.value()[0].path == "pack.html");
  CHECK(files.value()[0].bytes == "pack 2");
  CHECK(files.value()[1].bytes == "a,b\n");
}

TEST_CASE("a pack's digest is that of its listing") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  const auto pack = PackTable(store).issue(of_run_1(), files_of);
  REQUIRE(pack.ok());
  CHECK(pack.value().digest == sha256_hex(sha256_hex("pack 1") + "  pack.html\n" +
                                          sha256_hex("a,b\n") + "  tables/new.csv\n"));
}

TEST_CASE("what cannot be made leaves no number behind") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  PackTable table(store);
  const auto refused = table.issue(of_run_1(), [](std::int64_t) -> Result<std::vector<PackFile>> {
    return Error{ErrorKind::input, "no paper"};
  });
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "no paper");
  CHECK(table.packs().value().empty());
  CHECK(table.issue(of_run_1(), files_of).value().number == 1);
}

TEST_CASE("a paper is made without a lock, and again where another took its number meanwhile") {
  const OwnFolder folder;
  const Store store = Store::open(folder.file("a"), 0).value();
  const Store other = Store::open(folder.file("a"), 0).value();
  REQUIRE(record(store, invented_run(1)).ok());
  std::vector<std::int64_t> asked, certain;
  const auto issued = PackTable(store).issue(
      of_run_1(),
      [&](std::int64_t number) {
        asked.push_back(number);
        if (number == 1) REQUIRE(PackTable(other).issue(of_run_1(), files_of).ok());
        return files_of(number);
      },
      [&](std::int64_t number) -> Status {
        certain.push_back(number);
        return Done{};
      });
  REQUIRE(issued.ok());
  CHECK(issued.value().number == 2);
  CHECK(asked == std::vector<std::int64_t>{1, 2});
  CHECK(certain == std::vector<std::int64_t>{2});
  CHECK(PackTable(store).files(2).value()[0].bytes == "pack 2");
}

TEST_CASE("whoever lost the number three times makes the paper behind the lock") {
  const OwnFolder folder;
  const Store store = Store::open(folder.file("a"), 0).value();
  const Store other = Store::open(folder.file("a"), 0).value();
  REQUIRE(record(store, invented_run(1)).ok());
  int taken = 0;
  const auto issued = PackTable(store).issue(of_run_1(), [&](std::int64_t number) {
    if (PackTable(other).issue(of_run_1(), files_of).ok()) ++taken;
    return files_of(number);
  });
  REQUIRE(issued.ok());
  CHECK(issued.value().number == 4);
  CHECK(taken == 3);
}

TEST_CASE("what cannot be done before leaves nothing behind") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  const auto refused = PackTable(store).issue(of_run_1(), files_of, [](std::int64_t) -> Status {
    return Error{ErrorKind::store, "no key"};
  });
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "no key");
  CHECK(PackTable(store).packs().value().empty());
}

TEST_CASE("a pack of a run that is not there is refused") {
  Store store = Store::open(":memory:").value();
  CHECK(PackTable(store).issue(of_run_1(), files_of).error().kind == ErrorKind::store);
}

TEST_CASE("a pack whose file was exchanged is not given out") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  PackTable table(store);
  REQUIRE(table.issue(of_run_1(), files_of).ok());
  REQUIRE(table.issue(of_run_1(), files_of).ok());
  store.database().run(
      "UPDATE pack_file SET content = (SELECT content FROM pack_file WHERE pack = 2 AND path = "
      "'pack.html') WHERE pack = 1 AND path = 'pack.html'");
  CHECK(table.files(1).error().message.find("not those that were issued") != std::string::npos);
  CHECK(table.files(2).ok());
}

TEST_CASE("a pack that is not there is refused with the last that is") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  PackTable table(store);
  CHECK(table.files(1).error().message.find("none yet") != std::string::npos);
  REQUIRE(table.issue(of_run_1(), files_of).ok());
  CHECK(table.files(9).error().message.find("the last is pack 1") != std::string::npos);
}
