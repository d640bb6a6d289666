#include "store/run_record.hpp"

#include "base/digest.hpp"

namespace tidemark {

// One line for each part, none of which can hold a line end but made_at and engine, which come
// last but for the seal before it and so cannot be mistaken for another part.
std::string seal_of(const RunRecord& record) {
  std::string text = "tidemark run 1\n";
  text += "number " + std::to_string(record.number) + "\n";
  text += "as_at " + record.as_at + "\n";
  text += "snapshot " + record.snapshot + "\n";
  text += "rule_set " + record.rule_set + "\n";
  text += "calendar " + record.calendar + "\n";
  text += "findings " + record.findings + "\n";
  text += "finding_count " + std::to_string(record.finding_count) + "\n";
  text += "previous_seal " + record.previous_seal + "\n";
  text += "engine " + record.engine + "\n";
  text += "made_at " + record.made_at + "\n";
  return sha256_hex(text);
}

}  // namespace tidemark
