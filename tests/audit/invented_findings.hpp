// Findings made up for the tests of the audit.
#pragma once

#include <string>

#include "evaluate/judge.hpp"

namespace tidemark {

inline Finding invented_finding(const std::string& rule, const std::string& child,
                                const std::string& occasion, Verdict verdict,
                                const std::string& reason = "") {
  Finding finding;
  finding.rule = rule;
  finding.child = child;
  finding.occasion = occasion;
  finding.judgement.verdict = verdict;
  finding.reason = reason;
  return finding;
}

}  // namespace tidemark
