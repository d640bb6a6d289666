// Marks what a page draws outside its structure (running heads, rules, a repeated heading row) as
// an artifact, so that a screen reader passes over it. A filter over a page's drawing operators.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

namespace tidemark::report {

class ArtifactFilter : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(QPDFTokenizer::Token const& token) override;  // NOLINT: the library's own name
  void handleEOF() override;                                     // NOLINT: the library's own name

 private:
  using Token = QPDFTokenizer::Token;

  void operate(const std::string& name);
  void begin_artifact();
  void end_artifact();
  void write_held();

  std::vector<Token> held_;  // operands, and the operator that takes them
  int depth_ = 0;            // of marked content that the page itself has
  bool in_artifact_ = false;
};

}  // namespace tidemark::report
