#include "report/sections.hpp"

#include <catch2/catch.hpp>

#include "golden_file.hpp"
#include "made_run.hpp"

using namespace tidemark;

TEST_CASE("each section prints what was last accepted") {
  const AuditRun run = made::run();
  const report::Pack pack(run, "exports/2018");
  for (const report::Section& section : report::sections()) {
    std::string page;
    section.write(page, pack);
    CHECK(made::difference_from_golden(std::string(section.id), page) == "");
  }
}

TEST_CASE("the first page prints what was last accepted") {
  const AuditRun run = made::run();
  std::string page;
  report::write_summary(page, report::Pack(run, "exports/2018"));
  CHECK(made::difference_from_golden("summary", page) == "");
}

TEST_CASE("a run that found nothing says so in every section, and never that a child complies") {
  const AuditRun run = made::quiet_run();
  const report::Pack pack(run, "exports/2018");
  std::string page;
  report::write_summary(page, pack);
  for (const report::Section& section : report::sections()) {
    std::string own;
    section.write(own, pack);
    CHECK(own.find("<p") != std::string::npos);
    page += own;
  }
  CHECK(page.find("ompliant") == std::string::npos);
  CHECK(page.find("There was no earlier run to compare with") != std::string::npos);
  CHECK(page.find("Every rule loaded, and none failed for any child.") != std::string::npos);
}

TEST_CASE("a missing table is one line, however many children wait for it") {
  AuditRun run = made::run();
  const Finding waiting = run.findings[4];
  REQUIRE(waiting.reason == "no court list was supplied");
  for (int i = 0; i < 500; ++i) static_cast<void>(run.undecided.take(waiting));
  std::string page;
  report::write_undecided(page, report::Pack(run, "x"));
  std::size_t said = 0;
  for (std::size_t at = page.find("no court list"); at != std::string::npos;
       at = page.find("no court list", at + 1)) {
    ++said;
  }
  CHECK(said == 1);
  CHECK(page.find(">501<") != std::string::npos);
}

TEST_CASE("a long table ends at a stated number, the most days over first") {
  const AuditRun run = made::long_run(1500);
  std::string page;
  report::write_breaches(page, report::Pack(run, "x"));
  CHECK(page.find("100 of 1,500 are listed here, the most days over first; the other 1,400 are in "
                  "findings.csv.") != std::string::npos);
  CHECK(page.find("1,499 days") != std::string::npos);
  CHECK(page.find(">1,399 days<") == std::string::npos);
}
