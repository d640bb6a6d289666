// The practical limit: hand-written C++ for these ten rules and these five files, nothing else.
//   limit FOLDER YYYY-MM-DD OUTFILE [THREADS]
// Loading does not depend on the as-at day, and nothing is assumed of the order of rows.
#include <unistd.h>

#include <chrono>

#include "calendar.hpp"
#include "output.hpp"
#include "threads.hpp"

namespace limit {
namespace {

std::int32_t parse_as_at(const char* text) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(text, "%d-%d-%d", &year, &month, &day) != 3) give_up("not a date:", text);
  char as_in_files[32];
  std::snprintf(as_in_files, sizeof as_in_files, "%02d/%02d/%04d", day, month, year);
  return parse_date(as_in_files);
}

std::vector<Exceptions> judge_all(const Tables& tables, std::int32_t as_at, int threads) {
  const std::int32_t year_ago = add_months(as_at, -12);
  const std::size_t children = tables.children.size(), n = static_cast<std::size_t>(threads);
  std::vector<Exceptions> found(n);
  in_threads(threads, [&](int thread) {
    const std::size_t t = static_cast<std::size_t>(thread);
    for (std::size_t child = children * t / n; child < children * (t + 1) / n; ++child) {
      judge(tables, static_cast<std::uint32_t>(child), as_at, year_ago, found[t]);
    }
  });
  return found;
}

void run(const std::string& folder, const char* as_at, const std::string& out, int threads) {
  using Clock = std::chrono::steady_clock;
  const auto seconds = [](Clock::duration d) { return std::chrono::duration<double>(d).count(); };
  make_calendar();
  const auto start = Clock::now();
  const Tables tables = read_tables(folder, threads);
  const auto loaded = Clock::now();
  std::vector<Exceptions> found = judge_all(tables, parse_as_at(as_at), threads);
  const auto judged = Clock::now();
  write_exceptions(out, tables.children, found);
  std::fprintf(stderr, "TIMES load=%.6f eval=%.6f write=%.6f\n", seconds(loaded - start),
               seconds(judged - loaded), seconds(Clock::now() - judged));
  std::fflush(stderr);
  _exit(0);  // the tables need not be given back one by one
}

}  // namespace
}  // namespace limit

int main(int argc, char** argv) {
  if (argc < 4) limit::give_up("usage: limit FOLDER YYYY-MM-DD OUTFILE [THREADS]");
  const int threads = argc > 4 ? std::atoi(argv[4]) : 1;
  if (threads < 1) limit::give_up("not a number of threads:", argv[4]);
  limit::run(argv[1], argv[2], argv[3], threads);
}
