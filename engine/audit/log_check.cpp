#include "audit/log_check.hpp"

#include <algorithm>
#include <charconv>

namespace tidemark {

namespace {

struct NotedSeal {
  std::int64_t number = 0;
  std::string seal, at;
};

std::string name_of(const NotedSeal& noted) {
  return "seal " + std::to_string(noted.number) + ", which the access log noted on " +
         noted.at.substr(0, 10);
}

std::vector<NotedSeal> noted_in(const AccessChain& log) {
  constexpr std::string_view k_before = "seal ";
  std::vector<NotedSeal> noted;
  for (const AccessLine& line : log.lines) {
    const AccessEntry& entry = line.entry;
    if (entry.what != Access::sealed || !entry.about.starts_with(k_before)) continue;
    NotedSeal seal{0, entry.why, entry.at};
    const char* end = entry.about.data() + entry.about.size();
    std::from_chars(entry.about.data() + k_before.size(), end, seal.number);
    noted.push_back(std::move(seal));
  }
  return noted;
}

// The first that the store has no longer, or has otherwise.
void compare(const std::vector<NotedSeal>& noted, const std::vector<StoreSeal>& seals,
             std::vector<std::string>& faults) {
  for (const NotedSeal& each : noted) {
    const auto found = std::find_if(seals.begin(), seals.end(), [&](const StoreSeal& seal) {
      return seal.number == each.number;
    });
    if (found != seals.end() && found->seal == each.seal) continue;
    const std::string what =
        found == seals.end()
            ? " is not in the store: what was recorded last has been taken off, or an older copy "
              "was put in its place"
            : " is another in the store: what was recorded from there on has been made anew";
    faults.push_back(name_of(each) + "," + what);
    return;
  }
}

}  // namespace

LogCheck check_log(const std::optional<AccessChain>& log, const std::string& why_no_log,
                   const std::vector<StoreSeal>& seals) {
  LogCheck check;
  const std::int64_t last = seals.empty() ? 0 : seals.back().number;
  if (!log) {
    check.notes.push_back(
        (why_no_log.empty() ? "no access log lies beside the store" : why_no_log) +
        ": what was taken off the end of the store would not be seen");
    return check;
  }
  if (log->check.first_broken != 0) {
    check.faults.push_back("line " + std::to_string(log->check.first_broken) +
                           " of the access log does not follow from those before it");
  }
  const std::vector<NotedSeal> noted = noted_in(*log);
  compare(noted, seals, check.faults);
  std::int64_t newest = 0;
  for (const NotedSeal& each : noted) newest = std::max(newest, each.number);
  if (newest < last) {
    check.notes.push_back(
        "the access log notes the seals up to " + std::to_string(newest) + " of " +
        std::to_string(last) +
        " (a program was stopped before it noted its own, or the log is older than the store): "
        "what was taken off after that would not be seen");
  }
  return check;
}

}  // namespace tidemark
