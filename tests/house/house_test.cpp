#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "house_rules.hpp"

using namespace tidemark;
namespace fs = std::filesystem;
using Complaints = std::vector<std::string>;

namespace {

// An invented engine of one or a few files, to be complained about.
class InventedEngine {
 public:
  InventedEngine()
      : root_(fs::temp_directory_path() / ("tidemark-house-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  ~InventedEngine() { fs::remove_all(root_); }
  InventedEngine(const InventedEngine&) = delete;
  InventedEngine& operator=(const InventedEngine&) = delete;

  void has(const std::string& name, const std::string& content) const {
    fs::create_directories((root_ / name).parent_path());
    REQUIRE(write_file(root_ / name, content).ok());
  }
  [[nodiscard]] Complaints complaints() const { return house::complaints(root_); }

 private:
  fs::path root_;
};

}  // namespace

TEST_CASE("the engine keeps the rules of the house") {
  for (const std::string& complaint : house::complaints(fs::path(TIDEMARK_SOURCE_DIR) / "engine")) {
    FAIL_CHECK("engine/" << complaint);
  }
  SUCCEED();
}

TEST_CASE("the checker reads the engine and does not pass for want of files") {
  std::size_t files = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(TIDEMARK_SOURCE_DIR) / "engine")) {
    if (entry.path().extension() == ".cpp") ++files;
  }
  CHECK(files > 5);
}

TEST_CASE("an include that runs backwards is a complaint") {
  const InventedEngine engine;
  engine.has("base/a.cpp", "#include \"base/text.hpp\"\n#include \"calendar/day.hpp\"\n");
  engine.has("snapshot/b.cpp", "  #  include <rulebook/rule.hpp>\n");
  engine.has("casework/c.cpp", "#include \"snapshot/cell.hpp\"\n");
  engine.has("store/d.cpp", "#include \"evaluate/judge.hpp\"\n");
  engine.has("evaluate/e.cpp", "#include \"store/store.hpp\"\n");
  CHECK(engine.complaints() ==
        Complaints{"base/a.cpp:2: includes calendar/, which base/ does not stand on",
                   "casework/c.cpp:1: includes snapshot/, which casework/ does not stand on",
                   "evaluate/e.cpp:1: includes store/, which evaluate/ does not stand on",
                   "snapshot/b.cpp:1: includes rulebook/, which snapshot/ does not stand on",
                   "store/d.cpp:1: includes evaluate/, which store/ does not stand on"});
}

TEST_CASE("includes that run forwards are no complaint, over any number of folders") {
  const InventedEngine engine;
  engine.has("cli/a.cpp", "#include \"base/log.hpp\"\n#include \"store/store.hpp\"\n");
  engine.has("audit/b.cpp",
             "#include \"casework/exception.hpp\"\n#include \"snapshot/cell.hpp\"\n");
  engine.has("report/c.cpp",
             "#include <string>\n#include <sys/stat.h>\n#include \"report/html.hpp\"\n");
  engine.has("base/log.cpp", "#include <spdlog/spdlog.h>\n");
  CHECK(engine.complaints().empty());
}

TEST_CASE("a file of more than 500 lines is a complaint and one of 500 is not") {
  const InventedEngine engine;
  std::string lines;
  for (int i = 0; i < 500; ++i) lines += "int x;\n";
  engine.has("base/long.cpp", lines);
  engine.has("base/longer.cpp", lines + "int y;\n");
  CHECK(engine.complaints() ==
        Complaints{"base/longer.cpp:501: the file is longer than 500 lines"});
}

TEST_CASE("only the log file logs, only cli looks at the clock, and headers say what they are") {
  const InventedEngine engine;
  engine.has("audit/a.cpp", "#include <spdlog/spdlog.h>\nauto now = time(nullptr);\n");
  engine.has("cli/b.cpp", "auto now = std::chrono::system_clock::now();\n");
  engine.has("base/c.hpp", "#pragma once\n");
  engine.has("base/d.cpp", "#include \"../calendar/day.hpp\"\n");
  engine.has("utils/e.cpp", "int x;\n");
  CHECK(engine.complaints() ==
        Complaints{
            "audit/a.cpp:1: includes spdlog; use base/log.hpp",
            "audit/a.cpp:2: looks at the clock; the date is a parameter everywhere but in cli/",
            "base/c.hpp:1: the header does not open with what it is",
            "base/d.cpp:1: includes a relative path; write \"folder/file.hpp\"",
            "utils/e.cpp:1: the folder is not in the diagram of the house"});
}
