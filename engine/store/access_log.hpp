// AccessLog: who looked at what of a store, printed it, took it away or decided it, and why; a text
// file of its own beside the store, one line an entry, never rewritten. Each line begins with the
// SHA-256 over the seal of the line before, a line feed and the rest of the line, so that an
// altered, added or missing line is noticed by every later one. References only: never what was
// read. Source of what is logged: domain/process.md, section 5. Reads no clock. One object belongs
// to one thread; any number of processes may add to the same file, which is locked while a line is
// added.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tidemark {

enum class Access : std::uint8_t {
  viewed,
  printed,
  exported,  // taken out of Tidemark as a file
  decided,   // something was recorded of an exception
  key_opened,
  purged,
  refused,  // asked for and not given; `why` says why not
  torn,     // written by the log itself: an earlier line was cut off by a crash; see AccessCheck
  sealed,   // `about` "seal 57": the store's last seal (`why`) once something was recorded
};
[[nodiscard]] const char* name_of(Access what);  // "key_opened"

struct AccessEntry {
  std::string at;  // "2026-11-22T08:30:00Z"
  std::string by;  // the login name
  Access what = Access::viewed;
  std::string why;
  std::string about;  // "pack 3", "run 12", "exception 45"; several with commas
  friend bool operator==(const AccessEntry&, const AccessEntry&) = default;
};

struct AccessLine {
  std::uint64_t line = 0;  // in the file, from 1
  AccessEntry entry;
};

struct AccessCheck {
  std::uint64_t entries = 0;
  std::uint64_t first_broken =
      0;  // the first line that does not follow from those before it; 0: all do
  // Lines that a crash cut off. They are kept as they are, and the entry after says that it found
  // one; the last line of the file may be one that nobody has come across yet.
  std::vector<std::uint64_t> torn;
  std::string last_seal;  // noted elsewhere, it shows later that nothing was cut off the end
};

struct AccessChain {
  AccessCheck check;
  std::vector<AccessLine> lines;
};

class AccessLog {
 public:
  // The log of a store: "<store>.access". That of ":memory:" keeps nothing, as the store does.
  [[nodiscard]] static Result<AccessLog> beside(const std::string& store);
  // All of that log without the right to write; nothing where there is none or it is empty.
  [[nodiscard]] static Result<std::optional<AccessChain>> read_beside(const std::string& store);
  // Made, readable by its owner alone, when there is none; its folder must exist.
  [[nodiscard]] static Result<AccessLog> open(const std::string& path);

  ~AccessLog();
  AccessLog(AccessLog&& other) noexcept;
  AccessLog& operator=(AccessLog&& other) noexcept;

  // On the disk when it returns. On failure (ErrorKind::store) nothing may be shown: what cannot be
  // logged is not done.
  [[nodiscard]] Status add(const AccessEntry& entry);
  // In order; lines that say nothing (cut off, altered beyond reading) are left out.
  [[nodiscard]] Result<std::vector<AccessLine>> entries() const;
  [[nodiscard]] Result<AccessCheck> check() const;

 private:
  AccessLog(std::string path, int descriptor);
  [[nodiscard]] Result<AccessChain> walked() const;
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace tidemark
