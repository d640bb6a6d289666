// Verification: is a store what it was when its runs were sealed, and does each run come out the
// same when it is made again from what the store holds? Reads the store and changes nothing. One
// thread calls; judging uses as many as it is given.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/access_log.hpp"
#include "store/store.hpp"

namespace tidemark {

enum class Check : std::uint8_t {
  chain,     // the seals of the runs, one over the other
  files,     // the bytes that are kept give their digests
  events,    // the seals of the events of exceptions
  packs,     // the listing of each pack gives its digest
  findings,  // the rows of a run give the digest that its seal is over
  totals,    // the totals of a run are those of its findings
  again,     // made again from its files and rules, the run is the same
  store,     // everything that was recorded is as it was sealed, and nothing else is there
  schema,    // tables and triggers are as the program makes them
  log,       // the access log: its lines follow, and the seals that it noted are in the store
};
[[nodiscard]] const char* name_of(Check check);  // "chain"

// One thing that is not as it should be.
struct Flaw {
  Check check = Check::chain;
  std::int64_t run = 0;               // 0: the store as a whole
  std::string rule, child, occasion;  // of a finding; else ""
  std::string field;                  // "verdict", "evidence"; "" where all of it is meant
  std::string stored, computed;       // where there are two values to set side by side
  std::string says;                   // a sentence without a full stop
};

[[nodiscard]] Flaw flaw_of(Check check, std::int64_t run, std::string says);

struct VerifiedRun {
  RunRecord record;
  std::optional<std::string> purged_at;  // then only its chain and its totals could be looked at
  std::string other_engine;              // the engine that made it, when it is not this one
  std::uint64_t findings = 0;            // as stored
  std::vector<Flaw> flaws;
};

struct PurgedPack {
  std::int64_t number = 0;
  std::string purged_at;  // its files; only its row could be looked at
};

struct Verification {
  std::vector<Flaw> flaws;         // of everything but single runs
  std::vector<std::string> notes;  // what could not be looked at; a sentence without a full stop
  std::vector<VerifiedRun> runs;
  std::vector<PurgedPack> purged_packs;  // by number
  std::uint64_t contents = 0, packs = 0;
  std::string last_seal;  // of the store; where nothing was recorded since it has them, of its runs
  [[nodiscard]] bool is_right() const;
};

struct VerifyRequest {
  std::optional<std::int64_t> run;  // only this one is made again; else all
  std::string known_seal;           // written down: the store or a run must have it; "" none
  std::optional<AccessChain> log;   // what lies beside the store
  std::string why_no_log;           // where it is not read though it is there, as for a note
  int threads = 1;
  std::string engine_version;  // of this program
  std::function<void(std::string_view, std::uint64_t, std::uint64_t)> progress;
};

// Refused only when the store cannot be read or holds no such run; what is wrong in it is a flaw.
[[nodiscard]] Result<Verification> verify(const Store& store, const VerifyRequest& request);

}  // namespace tidemark
