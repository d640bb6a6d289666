#include "golden_file.hpp"

#include <cstdlib>

#include "base/file.hpp"

namespace tidemark::made {

namespace {

std::string line_at(const std::string& text, std::size_t place) {
  const std::size_t before = text.rfind('\n', place == 0 ? 0 : place - 1);
  const std::size_t first = before == std::string::npos ? 0 : before + 1;
  return text.substr(first, text.find('\n', place) - first);
}

}  // namespace

std::string difference_from_golden(const std::string& name, const std::string& html,
                                   const std::string& extension) {
  const std::string path = TIDEMARK_SOURCE_DIR "/tests/report/golden/" + name + extension;
  if (std::getenv("TIDEMARK_ACCEPT") != nullptr) {
    const Status written = write_file(path, html);
    return written.ok() ? "" : written.error().message;
  }
  const Result<std::string> accepted = read_file(path);
  if (!accepted) return accepted.error().message;
  const std::string& golden = accepted.value();
  if (golden == html) return "";
  std::size_t place = 0;
  while (place < golden.size() && place < html.size() && golden[place] == html[place]) ++place;
  return name + extension + " has\n  " + line_at(golden, place) + "\nand the report now says\n  " +
         line_at(html, place) + "\nRun tests/report/accept if that is what it should say.";
}

}  // namespace tidemark::made
