#include "report/paper_artifacts.hpp"

#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <vector>

namespace tidemark::report {

namespace {

// A path begins with one of these and is painted, or dropped, by one of the others; between them no
// mark may stand.
bool begins_path(const std::string& name) {
  return name == "m" || name == "re";
}
bool ends_path(const std::string& name) {
  static const std::set<std::string> k_painting = {"S", "s",  "f", "F",  "f*",
                                                   "B", "B*", "b", "b*", "n"};
  return k_painting.count(name) > 0;
}
bool draws_alone(const std::string& name) {
  return name == "Do" || name == "sh";
}

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

void ArtifactFilter::handleToken(Token const& token) {
  held_.push_back(token);
  if (token.getType() == QPDFTokenizer::tt_word) operate(token.getValue());
}

void ArtifactFilter::handleEOF() {
  write_held();
  end_artifact();
}

void ArtifactFilter::operate(const std::string& name) {
  if (name == "BDC" || name == "BMC") {
    end_artifact();
    ++depth_;
  } else if (depth_ == 0 && !in_artifact_ && (begins_path(name) || name == "BT")) {
    begin_artifact();
  } else if (depth_ == 0 && draws_alone(name)) {
    begin_artifact();
    write_held();
    end_artifact();
    return;
  }
  write_held();
  if (name == "EMC") --depth_;
  if (in_artifact_ && (ends_path(name) || name == "ET")) end_artifact();
}

void ArtifactFilter::begin_artifact() {
  if (!in_artifact_) write("\n/Artifact BMC\n");
  in_artifact_ = true;
}

void ArtifactFilter::end_artifact() {
  if (in_artifact_) write("\nEMC\n");
  in_artifact_ = false;
}

void ArtifactFilter::write_held() {
  for (const Token& token : held_) writeToken(token);
  held_.clear();
}

}  // namespace

void mark_artifacts(QPDFPageObjectHelper& page) {
  page.addContentTokenFilter(std::make_shared<ArtifactFilter>());
}

}  // namespace tidemark::report
