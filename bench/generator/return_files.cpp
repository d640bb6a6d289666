#include "return_files.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace tidemark::bench {
namespace {

constexpr const char* k_ethnicities[] = {"WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
                                         "WOTH", "MWBC", "MWBA", "MOTH", "APKN", "AIND",
                                         "BAFR", "BCRB", "OOTH", "NOBT"};
constexpr const char* k_change_reasons[] = {"CARPL", "CREQB", "CREQO", "LAREQ", "CHILD",
                                            "PLACE", "STAND", "ALLEG", "APPRR", "OTHER"};
constexpr const char* k_needs[] = {"N1", "N1", "N1", "N1", "N2", "N3", "N4", "N5", "N6", "N8"};
constexpr const char* k_providers[] = {"PR1", "PR1", "PR1", "PR4", "PR4", "PR2", "PR3", "PR5"};
constexpr const char* k_review_codes[] = {"PN0", "PN1", "PN1", "PN1", "PN2",
                                          "PN3", "PN4", "PN5", "PN6", "PN7"};

// Parts are drawn from the right; the data of earlier runs of the kit has it so.
std::string draw_postcode(Random& random, const char* area, int districts) {
  const char second = random.letter();
  const char first = random.letter();
  const int sector = random.between(1, 9);
  const int district = random.between(1, districts);
  char text[16];
  std::snprintf(text, sizeof text, "%s%d %d%c%c", area, district, sector, first, second);
  return text;
}

std::string draw_pupil_number(Random& random) {
  const std::uint64_t number = random.next() % 1000000000000U;
  const char letter = "ABCDEFGHJKLMNPQRTUVWXYZ"[random.next() % 23];
  char text[16];
  std::snprintf(text, sizeof text, "%c%012llu", letter, static_cast<unsigned long long>(number));
  return text;
}

std::string draw_home_number(Random& random, const Episode& e) {
  if (e.kind[0] == 'P' || e.kind[0] == 'A') return "XXXXXXX";
  char text[16];
  std::snprintf(text, sizeof text, "SC%06d", random.between(10000, 999999));
  return text;
}

bool moves(const Episode& next) {
  return next.reason != 'L' && next.reason != 'S';
}

// The last day of the time in care that begins with this episode.
Day end_of_spell(const History& history, std::size_t first) {
  for (std::size_t i = first + 1; i < history.episodes.size(); ++i) {
    if (history.episodes[i].reason == 'S') return history.episodes[i - 1].to;
  }
  return history.last_day;
}

// The episode before which adoption was decided on, or none.
const Episode* decided_before(const History& history, Random& random) {
  for (const Episode& e : history.episodes) {
    if (std::string_view(e.status) == "E1") return &e;
  }
  const Episode& last = history.episodes.back();
  return std::string_view(last.status) == "C2" && random.chance(.05) ? &last : nullptr;
}

}  // namespace

ReturnFiles::ReturnFiles(const std::string& folder, bool shuffled)
    : header_(folder + "/header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", shuffled),
      episodes_(folder + "/episodes.csv",
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                "HOME_POST,PL_POST,URN",
                shuffled),
      reviews_(folder + "/reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE", shuffled),
      decisions_(folder + "/sbpfa.csv",
                 "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", shuffled),
      life_story_(folder + "/lifestory.csv", "CHILD,STARTED,COMPLETED", shuffled) {}

void ReturnFiles::write(const std::string& child, const History& history, Random& random) {
  write_header(child, history, random);
  write_episodes(child, history, random);
  write_reviews(child, history, random);
  write_decision(child, history, random);
  write_life_story(child, history, random);
}

void ReturnFiles::close(std::uint64_t seed) {
  header_.close(seed ^ 1);
  episodes_.close(seed ^ 2);
  reviews_.close(seed ^ 3);
  decisions_.close(seed ^ 4);
  life_story_.close(seed ^ 5);
}

void ReturnFiles::write_header(const std::string& child, const History& history, Random& random) {
  header_.begin_row(child);
  header_.cell(random.chance(.55) ? "1" : "2").date(history.born);
  header_.cell(random.pick(k_ethnicities));
  const bool mother = random.chance(.01);
  header_.cell(draw_pupil_number(random)).cell(mother ? "1" : "").cell("");
  header_.end_row();
}

void ReturnFiles::write_episodes(const std::string& child, const History& history, Random& random) {
  const char* need = random.pick(k_needs);
  const std::string home = draw_postcode(random, "CV", 13);
  const char* provider = "PR1";
  std::string post, home_number;
  for (std::size_t i = 0; i < history.episodes.size(); ++i) {
    const Episode& e = history.episodes[i];
    const bool last = i + 1 == history.episodes.size();
    if (e.reason != 'L' || post.empty()) {
      post = draw_postcode(random, "B", 98);
      provider = e.kind[0] == 'P' ? "PR0" : random.pick(k_providers);
      home_number = draw_home_number(random, e);
    }
    episodes_.begin_row(child);
    episodes_.date(e.from).cell(e.reason).cell(e.status).cell(need).cell(e.kind).cell(provider);
    if (last && history.open) {
      episodes_.cell("");
    } else {
      episodes_.date(e.to);
    }
    const bool moved = !last && moves(history.episodes[i + 1]);
    episodes_.cell(e.ended_by).cell(moved ? random.pick(k_change_reasons) : "");
    episodes_.cell(home).cell(post).cell(home_number);
    episodes_.end_row();
  }
}

// After four weeks, then three months, then every six; some late, some missed.
void ReturnFiles::write_reviews(const std::string& child, const History& history, Random& random) {
  for (std::size_t i = 0; i < history.episodes.size(); ++i) {
    if (history.episodes[i].reason != 'S') continue;
    const Day end = end_of_spell(history, i);
    bool first = true;
    Day day = history.episodes[i].from + 20 + random.between(0, 10);
    while (day <= end) {
      if (!random.chance(.04)) {
        reviews_.begin_row(child);
        reviews_.date(history.born).date(day).cell(random.pick(k_review_codes));
        reviews_.end_row();
      }
      day += first ? 91 + random.between(-10, 4) : 175 + random.between(-20, 12);
      first = false;
    }
  }
}

void ReturnFiles::write_decision(const std::string& child, const History& history, Random& random) {
  const Episode* placed = decided_before(history, random);
  if (placed == nullptr) return;
  const Day day = std::max(history.episodes[0].from, placed->from - random.between(0, 120));
  if (random.chance(.05)) {  // an earlier decision that was given up
    decisions_.begin_row(child);
    decisions_.date(history.born).date(day - 400).date(day - random.between(30, 200)).cell("RD4");
    decisions_.end_row();
  }
  const bool ceased = random.chance(.12);
  decisions_.begin_row(child);
  decisions_.date(history.born).date(day);
  if (ceased) {
    decisions_.date(day + random.between(30, 700));
    decisions_.cell("RD" + std::to_string(1 + random.between(0, 3)));
  } else {
    decisions_.cell("").cell("");
  }
  decisions_.end_row();
}

void ReturnFiles::write_life_story(const std::string& child, const History& history,
                                   Random& random) {
  if (!random.chance(.6)) return;
  const Day started = history.episodes[0].from + random.between(10, 500);
  life_story_.begin_row(child);
  life_story_.date(started);
  if (random.chance(.62)) {
    life_story_.date(started + random.between(30, 400));
  } else {
    life_story_.cell("");
  }
  life_story_.end_row();
}

}  // namespace tidemark::bench
