#include "audit/findings_digest.hpp"

#include "audit/findings_csv.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_piece = 1 << 16;  // of findings.csv, digested at a time

}  // namespace

FindingsDigest::FindingsDigest() : text_(k_findings_csv_heading) {}

void FindingsDigest::add(const FindingRow& row) {
  append_findings_csv(row, text_);
  ++count_;
  if (text_.size() < k_piece) return;
  digest_.add(text_);
  text_.clear();
}

std::string FindingsDigest::hex() {
  return digest_.add(text_).hex();
}

}  // namespace tidemark
