// FindingsDigest: the SHA-256 of findings.csv, taken row after row without holding the file. The
// one way in which a run's digest is worked out, when it is made, made again and looked at. Belongs
// to one thread.
#pragma once

#include <cstdint>
#include <string>

#include "base/digest.hpp"
#include "store/run_record.hpp"

namespace tidemark {

class FindingsDigest {
 public:
  FindingsDigest();

  void add(const FindingRow& row);
  [[nodiscard]] std::uint64_t count() const { return count_; }  // of rows
  // Nothing may be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  Sha256 digest_;
  std::string text_;  // what is not digested yet
  std::uint64_t count_ = 0;
};

}  // namespace tidemark
