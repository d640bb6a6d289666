#include "audit/measures.hpp"

#include <algorithm>

#include "audit/dated_snapshots.hpp"
#include "audit/inputs.hpp"
#include "audit/measure_lines.hpp"
#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "snapshot/load.hpp"
#include "store/kept_file.hpp"

namespace tidemark {

namespace {

namespace fs = std::filesystem;

// The digest under which a store would keep these files.
Result<std::string> digest_of_snapshot(const Snapshot& snapshot, const std::string& path) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(path, ignored);
  std::vector<KeptFile> files;
  for (const SourceFile& file : snapshot.files) {
    if (file.table < 0) continue;
    const auto bytes = read_file(is_folder ? fs::path(path) / file.path : fs::path(path));
    if (!bytes) return bytes.error();
    files.push_back({file.path, sha256_hex(bytes.value()), bytes.value().size(), ""});
  }
  return digest_of(files);
}

// Marks the lines that must not be printed, and those that would give them back.
void withhold(MeasureRun& run, const MeasureBook& book) {
  const std::vector<bool> hidden = withheld(book.numbers().numbers, book.numbers().relations);
  const auto any = [&](const std::vector<std::size_t>& numbers) {
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](std::size_t number) { return hidden[number]; });
  };
  for (MeasureResult& result : run.results) {
    for (MeasureLine& line : result.lines) {
      line.withheld = any(line.rests_on);
      line.numerator_withheld = any(line.numerator_rests_on);
      line.denominator_withheld = any(line.denominator_rests_on);
    }
  }
}

}  // namespace

Result<std::unique_ptr<const Rulebook>> read_measures(const std::string& folder) {
  auto files = read_rule_files(folder);
  if (!files) return files.error();
  auto rulebook = load_rulebook(std::move(files).value(), folder, FileKind::measure);
  if (!rulebook) return rulebook.error();
  if (rulebook.value().measures.empty() && rulebook.value().problems.empty())
    return Error{ErrorKind::rules, folder + ": there is no measure in measures/"};
  auto held = std::make_unique<Rulebook>(std::move(rulebook).value());
  mark_wanted(held->sources, held->model, wanted_fields(*held));
  return std::unique_ptr<const Rulebook>(std::move(held));
}

Result<std::vector<int>> chosen_measures(const Rulebook& rulebook,
                                         const std::vector<std::string>& ids) {
  std::vector<int> chosen;
  if (ids.empty()) {
    for (std::size_t i = 0; i < rulebook.measures.size(); ++i)
      chosen.push_back(static_cast<int>(i));
  }
  for (const std::string& id : ids) {
    const int index = rulebook.measure(id);
    if (index < 0) {
      std::vector<std::string> known;
      for (const Measure& measure : rulebook.measures) known.push_back(measure.id);
      const std::string near = nearest(id, known);
      return Error{ErrorKind::usage, "there is no measure " + id +
                                         (near.empty() ? "; `tidemark measures --list` lists them"
                                                       : "; did you mean " + near + "?")};
    }
    if (std::find(chosen.begin(), chosen.end(), index) == chosen.end()) chosen.push_back(index);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

namespace {

// Fills in the snapshot and what is said of it.
Status read_snapshot(const MeasureRequest& request, MeasureRun& run) {
  const auto place = choose_snapshot(request.snapshot_path, request.known_at);
  if (!place) return place.error();
  run.snapshot_path = place.value().path;
  run.made_on = place.value().made_on;
  LoadOptions options;
  options.threads = request.threads;
  options.progress = [&](std::uint64_t done, std::uint64_t all) {
    if (request.progress) request.progress("reading the files", done, all);
  };
  auto snapshot = load_snapshot(run.snapshot_path, run.rulebook->sources, options);
  if (!snapshot) return snapshot.error();
  run.snapshot = std::make_unique<const Snapshot>(std::move(snapshot).value());
  auto digest = digest_of_snapshot(*run.snapshot, run.snapshot_path);
  if (!digest) return digest.error();
  run.snapshot_digest = std::move(digest).value();
  return Done{};
}

}  // namespace

void work_out(const MeasureRequest& request, std::vector<int> measures, MeasureRun& run) {
  if (!request.is_internal) {
    run.left_out = std::erase_if(measures, [&](int m) {
      return !run.rulebook->measures[static_cast<std::size_t>(m)].is_public;
    });
  }
  MeasureBook book(*run.rulebook, *run.snapshot, run.made_on);
  for (const Period& period : request.periods) {
    for (const int measure : measures) want_lines(book, measure, period);
  }
  book.ask(request.threads);
  for (const Period& period : request.periods) {
    for (const int measure : measures) run.results.push_back(result_of(book, measure, period));
  }
  if (request.is_internal) return;
  withhold(run, book);
  run.rests_on = book.numbers();
}

Result<MeasureRun> run_measures(const MeasureRequest& request) {
  const auto say = [&](std::string_view stage) {
    if (request.progress) request.progress(stage, 0, 0);
  };
  MeasureRun run;
  run.is_internal = request.is_internal;
  say("reading the measures");
  auto rulebook = read_measures(request.rules_folder);
  if (!rulebook) return rulebook.error();
  run.rulebook = std::move(rulebook).value();
  auto chosen = chosen_measures(*run.rulebook, request.only);
  if (!chosen) return chosen.error();
  if (const Status read = read_snapshot(request, run); !read) return read.error();
  say("measuring");
  work_out(request, std::move(chosen).value(), run);
  return run;
}

}  // namespace tidemark
