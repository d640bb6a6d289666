// The story of one invented exception, told through the functions that runs and people go through.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "casework/deed.hpp"
#include "casework/observe.hpp"

namespace tidemark::made {

[[nodiscard]] Day on(const std::string& iso_day);
extern const StandingFacts k_breach;

// A run at `first` raises it.
struct Story {
  explicit Story(const std::string& first, StandingFacts of = k_breach, bool critical = false);

  [[nodiscard]] ExceptionLife life() const;
  [[nodiscard]] std::string kinds() const;  // "raised explained exempted"

  void run(const std::string& day);  // it stands
  void run(Day day);
  void park(const std::string& day, Parking why);
  void resolve(const std::string& day, Resolution why);
  void gone(Day day, const Gone& why);

  Status record(const Deed& deed);
  Status explain(const std::string& day, const std::string& by);
  Status exempt(const std::string& day, const std::string& until,
                const std::string& by = "P. Chair");
  Status answer(const std::string& day);
  Status escalate(const std::string& day, const std::string& to);

  StandingFacts facts;
  bool is_critical;
  bool lacks_table = false;
  std::optional<std::int32_t> days_over;
  Delegation delegation;
  DeedCircumstances circumstances;
  std::vector<Event> events;

 private:
  void take(const std::vector<NewEvents>& more);
  void take(std::vector<Event> more);
};

[[nodiscard]] Deed exemption(const std::string& day, const std::string& until,
                             const std::string& by = "P. Chair");

// An exemption by somebody in a role of theirs.
[[nodiscard]] Deed exemption_by(const std::string& day, const std::string& until,
                                const std::string& by, const std::string& role);

// One of the things that may happen to it; every kind of event comes about.
void do_something(Story& story, Day day, std::mt19937& dice);

}  // namespace tidemark::made
