// History: one invented child's time in care, drawn from that child's own random numbers. Values
// only.
#pragma once

#include <optional>
#include <vector>

#include "calendar/day.hpp"
#include "random.hpp"

namespace tidemark::bench {

struct Episode {
  Day from = 0;
  Day to = 0;  // also when it is still open: then the day up to which anything is drawn
  char reason = 'S';
  const char* status = "";
  const char* kind = "";
  const char* ended_by = "";  // REC
};

struct History {
  Day born = 0;
  Day last_day = 0;
  bool open = false;  // the last episode has not ended
  std::vector<Episode> episodes;
};

[[nodiscard]] History draw_history(Random& random, Day as_at);

}  // namespace tidemark::bench
