// OutcomeBook: how the jobs of a served store ended, as its table of outcomes has it, and which
// letters about them are still to be sent. Opens the store for each reading and writing and holds
// it for no longer. What the store cannot keep is held in memory, so that it is neither done nor
// said again and again. Belongs to one thread.
#pragma once

#include <string>
#include <vector>

#include "audit/owed_time.hpp"
#include "store/outcome_table.hpp"

namespace tidemark::cli {

class OutcomeBook {
 public:
  // Makes the store where there is none.
  [[nodiscard]] Status read(const std::string& store);
  // Held in memory also on failure.
  [[nodiscard]] Status keep(ScheduledOutcome outcome);

  [[nodiscard]] std::vector<KeptTime> times_of(const std::string& job) const;
  // Empty where there is none.
  [[nodiscard]] const ScheduledOutcome* run_for(const std::string& job, const LocalTime& due,
                                                const std::string& content) const;
  [[nodiscard]] bool has_run(const std::string& job, std::int64_t run) const;
  // Is there an outcome of the job with this content? The one for `due` alone; any with a run; one
  // with a run and due by then; any.
  [[nodiscard]] bool tried_for(const std::string& job, const LocalTime& due,
                               const std::string& content) const;
  [[nodiscard]] bool ran_with(const std::string& job, const std::string& content) const;
  [[nodiscard]] bool ran_before(const std::string& job, const std::string& content,
                                const LocalTime& until) const;
  [[nodiscard]] bool tried_with(const std::string& job, const std::string& content) const;

  // In the order in which they ended.
  [[nodiscard]] std::vector<ScheduledOutcome> letters_due() const;
  [[nodiscard]] Status letter_sent(const ScheduledOutcome& outcome, const std::string& at);

 private:
  std::string store_;
  std::vector<ScheduledOutcome> outcomes_;  // number 0: the store has it not
};

}  // namespace tidemark::cli
