// FreeText: what people wrote, fit for a pseudonymised paper: days become months, and every id of a
// child or worker that the snapshot or the lives of exceptions know goes, whoever the line is
// about. A name that no record holds as an id cannot be known to be one and stays. Pure functions.
#pragma once

#include <string>

#include "report/papers/inputs.hpp"

namespace tidemark::report {

// An action, a ground, an explanation, why something was escalated, a meeting.
[[nodiscard]] std::string free_text(const PaperInputs& inputs, const std::string& words);
// Whom an action or escalation went to: a team or role as it stands; a person by role, or "a named
// owner" where no role is known.
[[nodiscard]] std::string owner_words(const PaperInputs& inputs, const std::string& owner);
// A sentence of a run: what it quotes from the record is free text as well.
[[nodiscard]] std::string said_of(const PaperInputs& inputs, const std::string& words,
                                  const Finding& finding);

}  // namespace tidemark::report
