#include "casework/event.hpp"

#include <array>

namespace tidemark {

namespace {

constexpr std::array k_names = {"raised",
                                "changed",
                                "parked",
                                "returned",
                                "resolved",
                                "reopened",
                                "exemption_lapsed",
                                "exemption_expired",
                                "explained",
                                "exempted",
                                "escalated",
                                "answered",
                                "assigned",
                                "action_set",
                                "action_done",
                                "record_wrong",
                                "record_wrong_ended",
                                "explanation_accepted"};
static_assert(k_names.size() == static_cast<std::size_t>(EventKind::explanation_accepted) + 1);

}  // namespace

const char* name_of(EventKind kind) {
  return k_names[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> event_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < k_names.size(); ++i) {
    if (name == k_names[i]) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

}  // namespace tidemark
