#include <nlohmann/json.hpp>

#include "report/measures_report.hpp"
#include "report/measures_words.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

using Json = nlohmann::ordered_json;

Json words(const std::string& text) {
  return printable_utf8(text);
}

// As text, so that no digit is lost on the way.
Json bound(const Fraction& number, bool is_seen) {
  return is_seen ? Json(unrounded(number)) : Json(nullptr);
}

Json line_of(const MeasureLine& line) {
  const Figure& figure = line.figure;
  const bool seen = !figure.cannot_decide && !line.withheld;
  Json out;
  out["part"] = words(line.part);
  out["value"] = value_of(line);
  out["status"] = status_of(line);
  out["low"] = bound(figure.lo, seen && !figure.open_lo);
  out["high"] = bound(figure.hi, seen && !figure.open_hi);
  out["unit"] = words(line.unit);
  out["numerator"] = beside(line.numerator, line.numerator_withheld);
  out["denominator"] = beside(line.denominator, line.denominator_withheld);
  out["rounding"] = {{"places", line.rounding.places},
                     {"by", line.rounding.truncated ? "truncation" : "nearest"}};
  out["undecided"] = line.withheld ? Json(nullptr) : Json(line.undecided);
  out["why"] = words(line.withheld && !figure.cannot_decide ? "" : line.why);
  out["limit"] = line.withheld ? "" : line.limit;
  return out;
}

Json result_of(const MeasureRun& run, const MeasureResult& result) {
  const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
  Json out;
  out["measure"] = words(measure.id);
  out["title"] = words(measure.title);
  out["source"] = words(measure.source);
  out["kind"] = name_of(measure.kind);
  out["as"] = name_of(measure.as);
  out["window"] = name_of(measure.window);
  out["period"] = words(result.period.label);
  out["from"] = iso(result.period.from);
  out["to"] = iso(result.period.to);
  out["lines"] = Json::array();
  for (const MeasureLine& line : result.lines) out["lines"].push_back(line_of(line));
  out["notes"] = Json::array();
  for (const std::string& note : result.notes) out["notes"].push_back(words(note));
  return out;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string measures_json(const MeasureRun& run) {
  Json about;
  about["snapshot"] = words(run.snapshot_path);
  about["digest"] = run.snapshot_digest;
  about["known_at"] = run.made_on ? Json(iso(*run.made_on)) : Json(nullptr);
  about["internal"] = run.is_internal;
  about["never_public"] = run.left_out;
  std::string out = "{\"run\":" + dumped(about) + ",\n\"results\":[";
  for (std::size_t i = 0; i < run.results.size(); ++i) {
    out += (i == 0 ? "\n" : ",\n") + dumped(result_of(run, run.results[i]));
  }
  return out + "\n]}\n";
}

}  // namespace tidemark::report
