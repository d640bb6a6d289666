#include "audit/findings_csv.hpp"

#include <cassert>

#include "audit/findings_digest.hpp"
#include "base/text.hpp"

namespace tidemark {

const char* const k_findings_csv_heading =
    "rule,child,occasion,verdict,clock,due,days_over,at_least,reason,says\n";

namespace {

constexpr std::uint64_t Counts::*k_verdict_counts[] = {
    &Counts::on_track, &Counts::due_soon,      &Counts::breach, &Counts::explained,
    &Counts::met_late, &Counts::cannot_decide, &Counts::error};

[[maybe_unused]] bool adds_up(const Counts& counts) {
  std::uint64_t sum = 0;
  for (const auto member : k_verdict_counts) sum += counts.*member;
  return sum == counts.population;
}

void append_counts(const std::string& rule, const Counts& counts, std::string& out) {
  assert(adds_up(counts));
  out += csv_cell(rule);
  out += ',';
  out += std::to_string(counts.population);
  for (const auto member : k_verdict_counts) out += ',' + std::to_string(counts.*member);
  out += ',' + std::to_string(counts.population_undecided) + '\n';
}

}  // namespace

void fill_row(const Finding& finding, FindingRow& row) {
  const Judgement& judgement = finding.judgement;
  row.rule = finding.rule;
  row.child = finding.child;
  row.occasion = finding.occasion;
  row.verdict = name_of(judgement.verdict);
  row.clock = text_of(judgement.clock);
  row.due = text_of(judgement.due);
  row.days_over.reset();
  if (judgement.has_days_over) row.days_over = judgement.days_over;
  row.at_least = judgement.has_days_over && judgement.at_least;
  row.reason = finding.reason;
  row.says = finding.says;
}

void fill_evidence(const Finding& finding, FindingRow& row) {
  row.evidence.resize(finding.evidence.size());
  for (std::size_t i = 0; i < row.evidence.size(); ++i) {
    const Evidence& cell = finding.evidence[i];
    row.evidence[i] = {cell.table, cell.field,         cell.value, cell.file,
                       cell.line,  cell.source_column, cell.note};
  }
}

void append_findings_csv(const FindingRow& row, std::string& out) {
  for (const std::string* text :
       {&row.rule, &row.child, &row.occasion, &row.verdict, &row.clock, &row.due}) {
    out += csv_cell(*text);
    out += ',';
  }
  if (row.days_over) out += std::to_string(*row.days_over);
  out += row.at_least ? ",yes," : ",,";
  out += csv_cell(row.reason);
  out += ',';
  out += csv_cell(row.says);
  out += '\n';
}

std::string findings_csv(const std::vector<Finding>& findings) {
  std::string out = k_findings_csv_heading;
  FindingRow row;
  for (const Finding& finding : findings) {
    fill_row(finding, row);
    append_findings_csv(row, out);
  }
  return out;
}

std::string digest_of(const std::vector<Finding>& findings) {
  FindingsDigest digest;
  FindingRow row;
  for (const Finding& finding : findings) {
    fill_row(finding, row);
    digest.add(row);
  }
  return digest.hex();
}

std::string summary_csv(const Rulebook& rulebook, const std::vector<Counts>& counts) {
  assert(counts.size() == rulebook.rules.size());
  std::string out =
      "rule,population,on_track,due_soon,breach,explained,met_late,cannot_decide,error,"
      "population_undecided\n";
  for (std::size_t i = 0; i < counts.size();) {
    const std::string& id = rulebook.rules[i].id;
    Counts total;
    for (; i < counts.size() && rulebook.rules[i].id == id; ++i) add(counts[i], total);
    append_counts(id, total, out);
  }
  return out;
}

std::string load_notes_csv(const std::vector<LoadNote>& notes) {
  std::string out = "file,line,column,text,kind,what_was_done\n";
  for (const LoadNote& note : notes) {
    out += csv_cell(note.file) + ',';
    if (note.line != 0) out += std::to_string(note.line);  // 0: about the file as a whole
    for (const std::string* text : {&note.column, &note.text, &note.kind, &note.what_was_done}) {
      out += ',' + csv_cell(*text);
    }
    out += '\n';
  }
  return out;
}

}  // namespace tidemark
