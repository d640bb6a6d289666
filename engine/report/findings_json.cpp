#include "report/findings_json.hpp"

#include <nlohmann/json.hpp>

#include "audit/findings_csv.hpp"
#include "report/pack.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

using Json = nlohmann::ordered_json;

Json words(const std::string& value) {
  return printable_utf8(value);
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json run_of(const AuditRun& run, const std::string& snapshot_path) {
  const Pack pack(run, snapshot_path);
  const RunRecord& record = run.record;
  Json out;
  out["number"] = record.number;
  out["made_at"] = words(record.made_at);
  out["engine"] = words(record.engine);
  out["snapshot"] = words(pack.snapshot_path());
  out["as_at"] = iso(run.as_at);
  out["panel_date"] = run.panel_date ? Json(iso(*run.panel_date)) : Json(nullptr);
  out["children"] = run.snapshot->children.size();
  out["rules"] = pack.rulebook().rules.size();
  out["rules_not_loaded"] = pack.rules_not_loaded();
  out["digests"] = {{"snapshot", record.snapshot},           {"rule_set", record.rule_set},
                    {"calendar", record.calendar},           {"findings", record.findings},
                    {"previous_seal", record.previous_seal}, {"seal", record.seal}};
  out["compared_with"] = run.compared_with ? Json(run.compared_with->number) : Json(nullptr);
  return out;
}

Json cell_of(const CellRow& cell) {
  return {{"table", words(cell.table)}, {"field", words(cell.field)},
          {"value", words(cell.value)}, {"file", words(cell.file)},
          {"line", cell.line},          {"column", words(cell.column)},
          {"note", words(cell.note)}};
}

Json finding_of(const Finding& finding, Change since_last) {
  FindingRow row;
  fill_row(finding, row);
  fill_evidence(finding, row);
  Json out;
  out["rule"] = words(row.rule);
  out["child"] = words(row.child);
  out["occasion"] = words(row.occasion);
  out["verdict"] = row.verdict;
  out["since_last_run"] = name_of(since_last);
  out["clock"] = row.clock;
  out["due"] = row.due;
  out["days_over"] = row.days_over ? Json(*row.days_over) : Json(nullptr);
  out["at_least"] = row.at_least;
  out["population_undecided"] = finding.judgement.population_undecided;
  out["reason"] = words(row.reason);
  out["reason_not_evidenced"] = finding.judgement.reason_not_evidenced;
  out["says"] = words(row.says);
  out["facts"] = Json::object();
  for (const auto& [name, value] : finding.facts) out["facts"][printable_utf8(name)] = words(value);
  out["evidence"] = Json::array();
  for (const CellRow& cell : row.evidence) out["evidence"].push_back(cell_of(cell));
  return out;
}

}  // namespace

std::string json_head(const AuditRun& run, const std::string& snapshot_path) {
  return "{\"run\":" + dumped(run_of(run, snapshot_path)) + ",\n\"findings\":[";
}

std::string json_of(const Finding& finding, Change since_last) {
  return dumped(finding_of(finding, since_last));
}

}  // namespace tidemark::report
