// Writes the reference data: invented children in the shape of the SSDA903 return.
//   generate FOLDER CHILDREN [--seed N] [--as-at YYYY-MM-DD] [--shuffle] [--lists FOLDER]
// With --lists, also the lists that a council adds to its return, in a folder of their own.
// Each child is drawn from its own random numbers, so child k is the same however many there are.
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "council_lists.hpp"
#include "return_files.hpp"

namespace tidemark::bench {
namespace {

struct Options {
  std::string folder;
  std::uint64_t children = 0;
  std::uint64_t seed = 903;
  Day as_at = day_of(2026, 3, 31);
  bool shuffled = false;
  std::string lists;  // folder; empty: none
};

[[noreturn]] void usage() {
  std::fputs(
      "usage: generate FOLDER CHILDREN [--seed N] [--as-at YYYY-MM-DD] [--shuffle] "
      "[--lists FOLDER]\n",
      stderr);
  std::exit(2);
}

Options read_options(int argc, char** argv) {
  if (argc < 3) usage();
  Options options;
  options.folder = argv[1];
  options.children = std::strtoull(argv[2], nullptr, 10);
  for (int i = 3; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--shuffle") {
      options.shuffled = true;
    } else if (word == "--lists" && i + 1 < argc) {
      options.lists = argv[++i];
    } else if (word == "--seed" && i + 1 < argc) {
      options.seed = std::strtoull(argv[++i], nullptr, 10);
    } else if (word == "--as-at" && i + 1 < argc) {
      const std::optional<Day> day = parse_iso(argv[++i]);
      if (!day) usage();
      options.as_at = *day;
    } else {
      usage();
    }
  }
  return options;
}

// Spread over the ids so that children do not come in sorted order.
std::string child_id(std::uint64_t k) {
  char text[16];
  const std::uint64_t number = (k * 38835977U + 90312345U) % 100000000U;
  std::snprintf(text, sizeof text, "C%08u", static_cast<unsigned>(number));
  return text;
}

void generate(const Options& options) {
  ReturnFiles files(options.folder, options.shuffled);
  std::optional<CouncilLists> lists;
  if (!options.lists.empty()) lists.emplace(options.lists, options.shuffled);
  for (std::uint64_t k = 0; k < options.children; ++k) {
    Random random(options.seed * 0x2545F4914F6CDD1DU + k * 0xD1342543DE82EF95U);
    random.next();
    const History history = draw_history(random, options.as_at);
    files.write(child_id(k), history, random);
    if (!lists) continue;
    Random of_lists(options.seed * 0x9E3779B97F4A7C15U + k * 0xD1342543DE82EF95U);
    lists->write(child_id(k), history, of_lists);
  }
  files.close(options.seed);
  if (lists) lists->close(options.seed);
}

}  // namespace
}  // namespace tidemark::bench

int main(int argc, char** argv) {
  tidemark::bench::generate(tidemark::bench::read_options(argc, argv));
}
