#include "rules.hpp"

#include <algorithm>

#include "calendar.hpp"

namespace limit {
namespace {

bool adoptive(const Episode& e) {
  return e.kind == code("A3") || e.kind == code("A4") || e.kind == code("A5") ||
         e.kind == code("A6");
}
bool care_order(const Episode& e) {
  return e.status == code("C1") || e.status == code("C2");
}
bool long_term(const Episode& e) {
  return e.kind == code("U1") || e.kind == code("U4") || adoptive(e);
}

// One child as at the day: effective episodes in order, the last of them open.
class Judge {
 public:
  Judge(const Tables& tables, std::uint32_t child, std::int32_t as_at, std::int32_t year_ago,
        Exceptions& found)
      : tables_(tables),
        child_(child),
        as_at_(as_at),
        year_ago_(year_ago),
        first_(tables.episodes.begin(child)),
        end_(tables.episodes.end(child)),
        found_(found) {}

  void run() {
    if (!is_current()) return;
    spell_ = now();
    while (spell_ > first_ && spell_[-1].to == spell_->from) --spell_;
    active_decision_ = find_active_decision();
    judge_status_and_placement();
    judge_life_story();
    judge_reviews();
    judge_moves();
    judge_decision();
    judge_entry_to_adoption();
  }

 private:
  Episode* now() const { return end_ - 1; }

  bool is_current() {
    const auto by_start = [](const Episode& a, const Episode& b) { return a.from < b.from; };
    if (!std::is_sorted(first_, end_, by_start)) std::sort(first_, end_, by_start);
    while (end_ > first_ && now()->from > as_at_) --end_;
    if (end_ == first_ || now()->to <= as_at_) return false;
    return as_at_ < add_months(tables_.born[child_], 216);
  }

  template <class Condition>
  std::int32_t since(Condition holds) const {
    const Episode* e = now();
    while (e > spell_ && holds(e[-1])) --e;
    return e->from;
  }

  std::int32_t find_active_decision() const {
    std::int32_t made = k_no_day;
    for (const Decision* d = tables_.decisions.begin(child_); d < tables_.decisions.end(child_);
         ++d) {
      if (d->made <= as_at_ && d->ceased > as_at_) made = std::min(made, d->made);
    }
    return made;
  }

  void add(std::size_t rule, std::int32_t clock, std::int32_t due, std::int32_t end) {
    found_[rule - 1].push_back({child_, clock, due, end - due});
  }
  void reaches(std::size_t rule, std::int32_t clock, int months) {
    const std::int32_t due = add_months(clock, months);
    if (as_at_ >= due) add(rule, clock, due, as_at_);
  }
  void within(std::size_t rule, std::int32_t clock, std::int32_t due, std::int32_t end) {
    if (end > due) add(rule, clock, due, end);
  }

  void judge_status_and_placement() {
    const Episode& e = *now();
    const auto same_status = [&e](const Episode& x) { return x.status == e.status; };
    const auto at_home = [](const Episode& x) { return care_order(x) && x.kind == code("P1"); };
    if (e.status == code("E1") && !adoptive(e)) reaches(1, since(same_status), 9);
    if (at_home(e)) reaches(2, since(at_home), 12);
    if (care_order(e) && !long_term(e)) reaches(6, since(care_order), 12);
    if (e.status == code("V2")) {
      const std::int32_t clock = since(same_status);
      within(7, clock, add_months(clock, 6), as_at_);
    }
    if (e.status == code("C1")) {
      const std::int32_t clock = since(same_status);
      within(9, clock, clock + 182, as_at_);
    }
  }

  void judge_life_story() {
    const auto done = [this](std::int32_t day) { return day <= as_at_; };
    const ByChild<std::int32_t>& work = tables_.life_story_done;
    if (std::none_of(work.begin(child_), work.end(child_), done)) reaches(3, spell_->from, 6);
  }

  void judge_reviews() {
    std::int32_t clock = spell_->from;
    const ByChild<std::int32_t>& held = tables_.reviews;
    for (const std::int32_t* day = held.begin(child_); day < held.end(child_); ++day) {
      if (*day <= as_at_) clock = std::max(clock, *day);
    }
    within(4, clock, clock + 183, as_at_);
  }

  void judge_moves() {
    const Episode* e = end_;
    while (e > first_ && e[-1].from > year_ago_) --e;
    int count = e > first_ && e[-1].to > year_ago_ ? 1 : 0;
    for (; e < end_; ++e) {
      if ((e->reason == 'S' || e->reason == 'P' || e->reason == 'B') && ++count == 3) {
        add(5, year_ago_, e->from, as_at_);
        return;
      }
    }
  }

  void judge_decision() {
    const std::int32_t made = active_decision_;
    if (made == k_no_day) return;
    const auto placed = [made](const Episode& e) { return adoptive(e) && e.from >= made; };
    if (std::none_of(first_, end_, placed)) reaches(8, made, 12);
  }

  void judge_entry_to_adoption() {
    const Episode* placed = std::find_if(spell_, end_, adoptive);
    if (placed == end_ && active_decision_ == k_no_day) return;
    const std::int32_t clock = spell_->from;
    within(10, clock, clock + 426, placed == end_ ? as_at_ : placed->from);
  }

  const Tables& tables_;
  std::uint32_t child_;
  std::int32_t as_at_, year_ago_;
  Episode* first_;
  Episode* end_;
  Episode* spell_ = nullptr;  // the first episode of this time in care
  std::int32_t active_decision_ = k_no_day;
  Exceptions& found_;
};

}  // namespace

void judge(const Tables& tables, std::uint32_t child, std::int32_t as_at, std::int32_t year_ago,
           Exceptions& found) {
  Judge(tables, child, as_at, year_ago, found).run();
}

}  // namespace limit
