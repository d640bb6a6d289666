// tidemark record: what a person did about an exception: explained, exempted, escalated it and so
// on. Whether they may is casework/deed.hpp's to say.
#include <iostream>
#include <map>
#include <memory>

#include "audit/deed_context.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "store/access_log.hpp"
#include "store/exception_table.hpp"

namespace tidemark::cli {

namespace {

const std::map<std::string, EventKind> k_deeds = {
    {"explanation", EventKind::explained},
    {"explanation-accepted", EventKind::explanation_accepted},
    {"exemption", EventKind::exempted},
    {"escalation", EventKind::escalated},
    {"answer", EventKind::answered},
    {"assignment", EventKind::assigned},
    {"action", EventKind::action_set},
    {"action-done", EventKind::action_done},
    {"record-wrong", EventKind::record_wrong},
    {"record-wrong-ended", EventKind::record_wrong_ended}};

struct Options {
  std::string what, store, on, until;
  std::int64_t number = 0;
  Deed deed;
};

Result<Deed> deed_of(const Options& options) {
  Deed deed = options.deed;
  deed.kind = k_deeds.at(options.what);
  deed.recorded_at = time_of_run();
  const std::string today = deed.recorded_at.substr(0, 10);
  const auto on = day_named("--on", options.on.empty() ? today : options.on);
  if (!on) return on.error();
  deed.on = on.value();
  if (!options.until.empty()) {
    const auto until = day_named("--until", options.until);
    if (!until) return until.error();
    deed.until = until.value();
  }
  return deed;
}

std::string said(const ExceptionLife& life, Day on) {
  std::string out = "Exception " + std::to_string(life.number) + " (" + life.rule + ", child " +
                    life.child + "): " + name_of(life.state);
  if (life.state == LifeState::escalated) out += " to " + life.escalated_to;
  if (const Exemption* exemption = exemption_on(life, on)) {
    out += ", exempt until " + in_words(exemption->until);
    if (exemption->renewal > 0) out += ", renewal " + std::to_string(exemption->renewal);
  }
  return out;
}

// Logged before it is done: what cannot be logged is not done. Refusals are logged as such.
Status log_deed(const std::string& store, const Options& options, Access what,
                const std::string& why) {
  return log_access(store, what, why, "exception " + std::to_string(options.number));
}

// `unchecked` gets what is to be said aloud once it is recorded.
Result<ExceptionLife> recorded(const std::string& path, const Options& options, const Deed& deed,
                               std::string& unchecked) {
  auto store = Store::open(path);
  if (!store) return store.error();
  ExceptionTable table(store.value());
  const auto before = table.life(options.number);
  if (!before) return before.error();
  const auto context = DeedContexts(store.value()).of(before.value(), deed.kind);
  if (!context) return context.error();
  unchecked = context.value().unchecked;
  return table.record(options.number, [&](const ExceptionLife& life) -> Result<std::vector<Event>> {
    auto events = events_of(deed, life, context.value().delegation, context.value().circumstances);
    if (!events) return events;
    if (Status logged = log_deed(path, options, Access::decided, options.what); !logged) {
      return logged.error();
    }
    return events;
  });
}

int run(const Options& options) {
  const Result<std::string> path = existing_store(options.store);
  if (!path) return fail(path.error());
  const Result<Deed> deed = deed_of(options);
  if (!deed) return fail(deed.error());
  std::string unchecked;
  const auto life = recorded(path.value(), options, deed.value(), unchecked);
  if (!life) {
    if (life.error().kind == ErrorKind::usage) {
      const Status logged = log_deed(path.value(), options, Access::refused, options.what);
      if (!logged) return fail(logged.error());
    }
    return fail(life.error());
  }
  note_seal(path.value());
  if (!unchecked.empty()) std::cerr << "tidemark: " << unchecked << "\n";
  std::cout << said(life.value(), deed.value().on) << "\n";
  if (deed.value().kind == EventKind::exempted && life.value().state == LifeState::escalated) {
    std::cout << "The escalation stays open: an answer closes it, or an exemption by "
              << life.value().escalated_to << "\n";
  }
  return k_done;
}

void add_options(Verb& verb, Options& options) {
  std::vector<std::string> names;
  for (const auto& [name, kind] : k_deeds) names.push_back(name);
  verb.add_option("deed", options.what, "What was done")
      .required()
      .check(Allowed::among(names))
      .type_name("DEED");
  verb.add_option("number", options.number, "The exception's number")
      .required()
      .type_name("NUMBER");
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--on", options.on, "The day it was done or decided (default: today)")
      .type_name("YYYY-MM-DD");
  verb.add_option("--by", options.deed.by, "Who did it or decided it").type_name("NAME");
  verb.add_option("--role", options.deed.role, "In what role").type_name("ROLE");
  verb.add_option("--why", options.deed.why, "The words: explanation, reason, action")
      .type_name("TEXT");
  verb.add_option("--code", options.deed.code, "The reason's code").type_name("CODE");
  verb.add_option("--until", options.until, "An exemption's last day; the day an action is due")
      .type_name("YYYY-MM-DD");
  verb.add_option("--to", options.deed.to, "To whom it is escalated or assigned; an action's owner")
      .type_name("WHO");
  verb.add_option("--meeting", options.deed.meeting, "The meeting that decided, with its minute")
      .type_name("TEXT");
  verb.add_option("--evidence", options.deed.evidence, "What an exemption rests on")
      .type_name("TEXT");
  verb.add_option("--about", options.deed.about, "The event number of the action that was done")
      .type_name("EVENT");
}

}  // namespace

void add_record(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("record", "Record what a person did about an exception.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Nothing that is recorded changes a verdict, a clock or the days over.\n\n"
      "Examples:\n"
      "  tidemark record explanation 12 --by \"A. Worker\" --role \"social worker\" \\\n"
      "    --why \"No family found yet; search widened 3 Feb\"\n"
      "  tidemark record exemption 12 --on 2021-03-09 --until 2021-06-09 --by \"P. Chair\" \\\n"
      "    --role \"panel chair\" --code hearing --why \"Adoption hearing listed for 4 May\" \\\n"
      "    --meeting \"Permanence Panel 9 March, minute 4\"");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
