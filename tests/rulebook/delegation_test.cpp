// Reading rules/delegation.lua: line managers, and what is said of one that cannot be read.
#include <catch2/catch.hpp>

#include "rulebook/delegation_reader.hpp"

namespace tidemark {
namespace {

Result<DelegationRules> reading(const std::string& inside) {
  RuleFile file;
  file.path = "delegation.lua";
  file.text = "return delegation {\n  may_exempt = { \"panel chair\" },\n" + inside + "\n}\n";
  return read_delegation({file});
}

std::string complaint(const std::string& inside) {
  const auto read = reading(inside);
  return read ? "read" : read.error().message;
}

TEST_CASE("a scheme of delegation may name the line managers of workers") {
  const auto read = reading("  line_managers = { [\"W7\"] = \"M. Leader\", W8 = \"N. Leader\" },");
  REQUIRE(read.ok());
  using Pair = std::pair<std::string, std::string>;
  CHECK(read.value().line_managers == std::vector<Pair>{{"W7", "M. Leader"}, {"W8", "N. Leader"}});
  REQUIRE(reading("").ok());
  CHECK(reading("").value().line_managers.empty());
}

TEST_CASE("line managers that cannot be read are named with file and line") {
  CHECK(complaint("  line_managers = \"M. Leader\",") ==
        "delegation.lua:3: line_managers must be a table of workers and their managers in braces");
  CHECK(complaint("  line_managers = {\n    W7 = \"M. Leader\",\n    W8 = 12,\n  },") ==
        "delegation.lua:5: line_managers: the manager of \"W8\" must be a name in quotes");
  CHECK(complaint("  line_managers = {\n    W7 = \"\",\n  },").find("delegation.lua:4: ") == 0);
  CHECK(complaint("  line_managers = { \"M. Leader\" },").find("delegation.lua:3: ") == 0);
  CHECK(complaint("  line_manager = { W7 = \"M. Leader\" },").find("line_managers") !=
        std::string::npos);
}

}  // namespace
}  // namespace tidemark
