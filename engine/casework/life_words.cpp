// The names and words of the states of a life.
#include <array>

#include "casework/life.hpp"

namespace tidemark {

namespace {

struct Named {
  const char* name;
  const char* words;
};

constexpr std::array<const char*, 5> k_states = {"raised", "explained", "exempted", "escalated",
                                                 "resolved"};
constexpr std::array<Named, 7> k_resolutions = {{
    {"put_right", "put right in the record"},
    {"done_late", "done late"},
    {"left_population", "the rule is not about the child any more"},
    {"rule_changed", "the rule was changed"},
    {"data_corrected", "a fact that it rested on was corrected"},
    {"superseded", "another occasion took its place"},
    {"time_passed", "no longer so with the passing of time"},
}};
constexpr std::array<Named, 5> k_parkings = {{
    {"rule_off", "the rule was not run"},
    {"rule_failed", "the rule failed"},
    {"table_not_supplied", "a table that it needs did not come"},
    {"child_not_there", "the child is not in this snapshot"},
    {"cannot_decide", "it can no longer be decided"},
}};

}  // namespace

const char* name_of(LifeState state) {
  return k_states[static_cast<std::size_t>(state)];
}

const char* name_of(Resolution why) {
  return k_resolutions[static_cast<std::size_t>(why)].name;
}

const char* words_of(Resolution why) {
  return k_resolutions[static_cast<std::size_t>(why)].words;
}

std::optional<Resolution> resolution_named(std::string_view name) {
  for (std::size_t i = 0; i < k_resolutions.size(); ++i) {
    if (name == k_resolutions[i].name) return static_cast<Resolution>(i);
  }
  return std::nullopt;
}

const char* name_of(Parking why) {
  return k_parkings[static_cast<std::size_t>(why)].name;
}

const char* words_of(Parking why) {
  return k_parkings[static_cast<std::size_t>(why)].words;
}

std::optional<Parking> parking_named(std::string_view name) {
  for (std::size_t i = 0; i < k_parkings.size(); ++i) {
    if (name == k_parkings[i].name) return static_cast<Parking>(i);
  }
  return std::nullopt;
}

}  // namespace tidemark
