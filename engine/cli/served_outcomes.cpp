#include "cli/served_outcomes.hpp"

#include <algorithm>
#include <iterator>

#include "cli/stored.hpp"

namespace tidemark::cli {

Status OutcomeBook::read(const std::string& store) {
  const Result<Store> opened = Store::open(store);
  if (!opened) return opened.error();
  auto kept = OutcomeTable(opened.value()).outcomes();
  if (!kept) return kept.error();
  std::copy_if(outcomes_.begin(), outcomes_.end(), std::back_inserter(kept.value()),
               [](const ScheduledOutcome& one) { return one.number == 0; });
  outcomes_ = std::move(kept).value();
  store_ = store;
  return Done{};
}

Status OutcomeBook::keep(ScheduledOutcome outcome) {
  Result<Store> opened = Store::open(store_);
  const auto kept =
      opened ? OutcomeTable(opened.value()).add(outcome) : Result<std::int64_t>(opened.error());
  if (kept) note_seal(store_);
  outcome.number = kept ? kept.value() : 0;
  outcomes_.push_back(std::move(outcome));
  return kept ? Status(Done{}) : kept.error();
}

std::vector<KeptTime> OutcomeBook::times_of(const std::string& job) const {
  std::vector<KeptTime> times;
  for (const ScheduledOutcome& one : outcomes_) {
    if (one.job != job) continue;
    if (const auto due = parse_local_time(one.due_at)) times.push_back({*due, one.run.has_value()});
  }
  return times;
}

const ScheduledOutcome* OutcomeBook::run_for(const std::string& job, const LocalTime& due,
                                             const std::string& content) const {
  const auto found = std::find_if(outcomes_.begin(), outcomes_.end(), [&](const auto& one) {
    return one.job == job && one.run && one.content == content && one.due_at == iso(due);
  });
  return found == outcomes_.end() ? nullptr : &*found;
}

bool OutcomeBook::tried_for(const std::string& job, const LocalTime& due,
                            const std::string& content) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const ScheduledOutcome& one) {
    return one.job == job && one.content == content && one.due_at == iso(due);
  });
}

bool OutcomeBook::ran_with(const std::string& job, const std::string& content) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const ScheduledOutcome& one) {
    return one.job == job && one.content == content && one.run;
  });
}

bool OutcomeBook::has_run(const std::string& job, std::int64_t run) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(),
                     [&](const ScheduledOutcome& one) { return one.job == job && one.run == run; });
}

bool OutcomeBook::ran_before(const std::string& job, const std::string& content,
                             const LocalTime& until) const {
  // Times as they are written sort as they follow each other.
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const ScheduledOutcome& one) {
    return one.job == job && one.content == content && one.run && one.due_at <= iso(until);
  });
}

bool OutcomeBook::tried_with(const std::string& job, const std::string& content) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const ScheduledOutcome& one) {
    return one.job == job && one.content == content;
  });
}

std::vector<ScheduledOutcome> OutcomeBook::letters_due() const {
  std::vector<ScheduledOutcome> due;
  std::copy_if(outcomes_.begin(), outcomes_.end(), std::back_inserter(due),
               [](const ScheduledOutcome& one) { return one.letter_due; });
  return due;
}

Status OutcomeBook::letter_sent(const ScheduledOutcome& outcome, const std::string& at) {
  for (ScheduledOutcome& one : outcomes_) {
    const bool same = one.number == outcome.number && one.job == outcome.job &&
                      one.due_at == outcome.due_at && one.ended_at == outcome.ended_at;
    if (same) one.letter_due = false;
  }
  if (outcome.number == 0) return Done{};
  const Result<Store> opened = Store::open(store_);
  if (!opened) return opened.error();
  return OutcomeTable(opened.value()).letter_sent(outcome.number, at);
}

}  // namespace tidemark::cli
