#include "store/event_seal.hpp"

#include "base/digest.hpp"

namespace tidemark {

// Each part with its length: two texts cannot be moved into one another.
std::string seal_of(const Event& event, const ExceptionKey& key, const std::string& salt,
                    const std::string& previous_seal) {
  std::string text = salt.empty() ? "tidemark event 1\n" : "tidemark event 2\n";
  const auto add = [&text](std::string_view part) {
    text += std::to_string(part.size()) + ":" + std::string(part) + "\n";
  };
  if (!salt.empty()) add(salt);
  add(std::to_string(event.number));
  add(std::to_string(event.exception));
  for (const std::string_view part : {key.rule, key.child, key.occasion}) add(part);
  add(name_of(event.kind));
  add(iso(event.on));
  add(event.recorded_at);
  add(std::to_string(event.run));
  for (const std::string* part : {&event.by, &event.role, &event.code, &event.why}) add(*part);
  add(event.until ? iso(*event.until) : "");
  for (const std::string* part : {&event.to, &event.meeting, &event.evidence}) add(*part);
  add(std::to_string(event.about));
  for (const std::string* part :
       {&event.facts.verdict, &event.facts.clock, &event.facts.due, &event.facts.reason}) {
    add(*part);
  }
  add(previous_seal);
  return sha256_hex(text);
}

}  // namespace tidemark
