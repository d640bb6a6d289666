#include "report/timeline.hpp"

namespace tidemark::report {

Timeline by_months(Timeline timeline) {
  return timeline;
}

Picture timeline_picture(const Timeline& timeline) {
  return {timeline.id, timeline.title, "", timeline.width, 10, [](Canvas&) {}};
}

}  // namespace tidemark::report
