// A paper's inputs made by hand: the small run of made_run.hpp with lives of its exceptions. What
// the tests of papers print.
#pragma once

#include <functional>

#include "made_run.hpp"
#include "report/papers/papers.hpp"

namespace tidemark::made {

// The same numbers every time, in no order that anybody would guess.
[[nodiscard]] report::Draw fixed_draw();

struct Paper {
  AuditRun run = made::run();
  std::vector<ExceptionLife> lives;
  PaperShape shape;
  std::vector<report::RunSum> trend;
  std::optional<Day> next_on;
  std::optional<report::PackBefore> before;
  bool identified = false, draft = false;
  std::int64_t number = 12;

  // As panel_pack, exemption_report ... write it for 12 April 2018.
  [[nodiscard]] report::Document by(
      const std::function<report::Document(const report::PaperInputs&)>& write) const;
};

// A life of one event.
[[nodiscard]] ExceptionLife life_of(std::int64_t number, const Finding& finding,
                                    const char* raised);
// With an event after it.
[[nodiscard]] ExceptionLife with(ExceptionLife life, Event event);
[[nodiscard]] Event event(EventKind kind, const char* on, const char* why = "");

// The rows of the table of that id; fails the test when there is none.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const report::Document& paper,
                                                            const std::string& id);
// Every word of the paper, a block or a row a line.
[[nodiscard]] std::string words_of(const report::Document& paper);

}  // namespace tidemark::made
