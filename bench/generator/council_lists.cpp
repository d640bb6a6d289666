#include "council_lists.hpp"

#include <algorithm>
#include <string_view>

namespace tidemark::bench {
namespace {

constexpr const char* k_plans[] = {"LTFOST18", "LTFOST18",         "LTFOST18", "ADOPTION",
                                   "RETURN6M", "RETURNEV",         "LTRELFR",  "RESPLMT",
                                   "SUPPLIV",  "ADOPTION+LTFOST18"};

bool is(const char* code, std::string_view wanted) {
  return code == wanted;
}

Day end_of(const History& history) {
  return history.open ? history.last_day : history.episodes.back().to;
}

std::string worker_id(Random& random) {
  return "SW" + std::to_string(random.between(1000, 9000));
}

}  // namespace

CouncilLists::CouncilLists(const std::string& folder, bool shuffled)
    : plans_(folder + "/x_care_plan.csv", "CHILD,FROM,TO,PLAN,REVIEWED_AT", shuffled),
      court_(folder + "/x_court.csv",
             "CHILD,APPLICATION_TYPE,ISSUED,NEXT_HEARING,ORDER_MADE,OUTCOME", shuffled),
      matches_(folder + "/x_match.csv",
               "CHILD,TYPE,PANEL_DATE,DECISION_DATE,NOT_YET_MATCHED_REASON", shuffled),
      searches_(folder + "/x_family_finding.csv", "CHILD,STARTED,STATUS,LINK_DATE,LINK_ENDED",
                shuffled),
      visits_(folder + "/x_visit.csv", "CHILD,VISIT,SEEN", shuffled),
      checks_(folder + "/x_health.csv", "CHILD,CHECKED,TYPE,STATUS", shuffled),
      workers_(folder + "/sw_episodes.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", shuffled),
      notes_(folder + "/x_tracker.csv", "CHILD,PANEL,SEEN,NEXT", shuffled),
      actions_(folder + "/x_action.csv", "CHILD,ACTION,OWNER,RAISED,DUE,DONE", shuffled) {}

void CouncilLists::write(const std::string& child, const History& history, Random& random) {
  write_plans(child, history, random);
  write_court(child, history, random);
  write_search(child, history, random);
  write_contacts(child, history, random);
  write_workers(child, history, random);
  write_panel(child, history, random);
}

// A first plan some days after coming into care, and often a second one.
void CouncilLists::write_plans(const std::string& child, const History& history, Random& random) {
  const Day first = history.episodes.front().from + random.between(3, 60);
  const Day second = first + random.duration(300);
  const bool changes = second < end_of(history);
  plans_.begin_row(child);
  plans_.date(first);
  if (changes) {
    plans_.date(second);
  } else {
    plans_.cell("");
  }
  plans_.cell(random.pick(k_plans)).date(first + 20);
  plans_.end_row();
  if (!changes) return;
  plans_.begin_row(child);
  plans_.date(second).cell("").cell(random.pick(k_plans)).date(second);
  plans_.end_row();
}

// A care application for each interim order, a placement application for each placement order.
void CouncilLists::write_court(const std::string& child, const History& history, Random& random) {
  const char* before = "";
  for (const Episode& e : history.episodes) {
    const bool begins = !is(before, e.status) && (is(e.status, "C1") || is(e.status, "E1"));
    before = e.status;
    if (!begins) continue;
    const bool interim = is(e.status, "C1");
    const Day issued = e.from - random.between(0, interim ? 10 : 120);
    const bool over = !interim || e.to < history.last_day || !history.open;
    court_.begin_row(child);
    court_.cell(interim ? "care" : "placement").date(issued);
    if (over) {
      court_.cell("").date(interim ? e.to : e.from).cell("granted");
    } else {
      court_.date(history.last_day + random.between(-20, 60)).cell("").cell("");
    }
    court_.end_row();
  }
}

void CouncilLists::write_search(const std::string& child, const History& history, Random& random) {
  for (const Episode& e : history.episodes) {
    if (is(e.kind, "U4") && random.chance(.5)) {
      matches_.begin_row(child);
      matches_.cell("LTF").cell("").date(e.from + random.between(30, 300)).cell("");
      matches_.end_row();
    }
    if (!is(e.status, "E1") || !random.chance(.6)) continue;
    const Day started = e.from + random.between(-60, 60);
    searches_.begin_row(child);
    searches_.date(started).cell("open");
    if (random.chance(.6)) {
      searches_.date(started + random.between(30, 200)).cell("");
    } else {
      searches_.cell("").cell("");
    }
    searches_.end_row();
  }
}

// Visits every six weeks or so in the last year of care, health assessments once a year.
void CouncilLists::write_contacts(const std::string& child, const History& history,
                                  Random& random) {
  const Day last = end_of(history);
  const Day first = history.episodes.front().from;
  for (Day day = std::max(first, last - 365) + random.between(1, 10); day < last;
       day += random.between(25, 50)) {
    visits_.begin_row(child);
    visits_.date(day).cell(random.chance(.95) ? "Y" : "N");
    visits_.end_row();
  }
  const char* type = "INITIAL";
  for (Day day = first + random.between(5, 40); day < last; day += random.between(300, 420)) {
    checks_.begin_row(child);
    checks_.date(day).cell(type).cell("COMPLETED");
    checks_.end_row();
    type = "REVIEW";
  }
}

void CouncilLists::write_workers(const std::string& child, const History& history, Random& random) {
  Day from = history.episodes.front().from;
  const Day last = end_of(history);
  while (from < last) {
    const Day to = from + random.duration(400);
    workers_.begin_row(child);
    workers_.date(history.born).cell(worker_id(random)).date(from);
    if (to < last || !history.open) {
      workers_.date(std::min(to, last));
    } else {
      workers_.cell("");
    }
    workers_.cell("MANAGE");
    workers_.end_row();
    from = to;
  }
}

void CouncilLists::write_panel(const std::string& child, const History& history, Random& random) {
  const Day last = end_of(history);
  for (Day day = last - random.between(10, 80); day > last - 200; day -= 90) {
    notes_.begin_row(child);
    notes_.cell("Permanence").date(day).date(day + 90);
    notes_.end_row();
  }
  if (!random.chance(.2)) return;
  const Day raised = last - random.between(10, 100);
  actions_.begin_row(child);
  actions_.cell("Progress the plan").cell(worker_id(random)).date(raised).date(raised + 42);
  if (random.chance(.6)) {
    actions_.date(raised + random.between(5, 60));
  } else {
    actions_.cell("");
  }
  actions_.end_row();
}

void CouncilLists::close(std::uint64_t seed) {
  for (CsvFile* file : {&plans_, &court_, &matches_, &searches_, &visits_, &checks_, &workers_,
                        &notes_, &actions_}) {
    file->close(++seed);
  }
}

}  // namespace tidemark::bench
