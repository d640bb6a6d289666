// The decision table's headings and choices, shared by the paper that is filled in and the reader
// that takes it back. Values only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tidemark::report {

enum class Decision : std::uint8_t {
  no_change,
  explanation_accepted,
  exempt_until,
  escalate,
  set_action,
  record_wrong,
};
constexpr std::array<std::string_view, 6> k_decisions = {
    "no change", "explanation accepted", "exempt until", "escalate", "set action", "record wrong"};

struct DecisionHeadings {
  static constexpr const char* k_reference = "Reference";
  static constexpr const char* k_late = "What is late";
  static constexpr const char* k_decision = "Decision";
  static constexpr const char* k_maker = "Decision maker";
  static constexpr const char* k_role = "Role";
  static constexpr const char* k_date = "Date decided";
  static constexpr const char* k_until = "Exempt until";
  static constexpr const char* k_code = "Reason code";
  static constexpr const char* k_why = "Reason in words";
  static constexpr const char* k_meeting = "Meeting and minute";
  static constexpr const char* k_action = "Action";
  static constexpr const char* k_owner = "Owner or escalated to";
  static constexpr const char* k_due = "Action due";
  static constexpr const char* k_evidence = "Evidence";
  static constexpr const char* k_pack = "Pack (leave as it is)";
  static constexpr const char* k_row = "Row mark (leave as it is)";
};

// "12 3f9ab2c4d5e60718": the pack and the run whose seal begins so; says which key opens the line.
[[nodiscard]] std::string pack_mark(std::int64_t pack, const std::string& seal);

// Sixteen hex digits that belong to this reference and these words of this pack alone, so that a
// reference that was altered, or moved away from its row, is noticed when the row comes back.
[[nodiscard]] std::string row_mark(std::int64_t pack, const std::string& seal,
                                   const std::string& reference, const std::string& late);

}  // namespace tidemark::report
