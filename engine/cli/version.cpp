#include <iostream>

#include "cli/verbs.hpp"

namespace tidemark::cli {

void add_version(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("version", "Print the version of the engine.");
  verb->footer("Example:\n  tidemark version");
  verb->callback([&exit_code] {
    std::cout << "tidemark " TIDEMARK_VERSION "\n";
    exit_code = 0;
  });
}

}  // namespace tidemark::cli
