#include "rulebook/rulebook.hpp"

#include <algorithm>
#include <tuple>

#include "rulebook/calendar_reader.hpp"
#include "rulebook/measure_loader.hpp"
#include "rulebook/model_reader.hpp"
#include "rulebook/paper_shape.hpp"
#include "rulebook/rule_loader.hpp"
#include "rulebook/settings_reader.hpp"
#include "rulebook/source_reader.hpp"
#include "rulebook/tracker_loader.hpp"

namespace tidemark {

namespace {

constexpr const char* k_model = "model.lua";
constexpr const char* k_settings = "settings.lua";
constexpr const char* k_delegation = "delegation.lua";
constexpr const char* k_papers = "papers.lua";
constexpr const char* k_trackers = "trackers/";
constexpr const char* k_measures = "measures/";

bool is_in(const RuleFile& file, std::string_view folder) {
  return file.path.starts_with(folder);
}

std::vector<int> files_in(const std::vector<RuleFile>& files, std::string_view folder) {
  std::vector<int> found;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_in(files[i], folder)) found.push_back(static_cast<int>(i));
  }
  return found;
}

int file_called(const std::vector<RuleFile>& files, std::string_view path) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].path == path) return static_cast<int>(i);
  }
  return -1;
}

bool is_of_kind(const RuleFile& file, FileKind kind) {
  if (kind == FileKind::measure) return is_in(file, k_measures);
  for (const char* own : {k_model, k_settings, k_delegation, k_papers}) {
    if (file.path == own) return false;
  }
  for (const char* folder : {"lib/", "sources/", "calendars/", k_measures, k_trackers}) {
    if (is_in(file, folder)) return false;
  }
  return true;
}

std::vector<int> files_of_kind(const std::vector<RuleFile>& files, FileKind kind) {
  std::vector<int> found;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_of_kind(files[i], kind)) found.push_back(static_cast<int>(i));
  }
  return found;
}

// settings.lua speaks of rules and measures alike, and of libraries that either may load: only a
// name that the files now run should have asked for can be wrong.
std::vector<std::string> ids_not_run(const std::vector<RuleFile>& files, FileKind kind) {
  std::vector<std::string> ids;
  for (const RuleFile& file : files) {
    std::string path = file.path.substr(0, file.path.size() - std::string_view(".lua").size());
    if (is_in(file, "lib/")) {
      std::replace(path.begin(), path.end(), '/', '.');
      ids.push_back(std::move(path));
    } else if (!is_of_kind(file, kind)) {
      ids.push_back(path.substr(path.rfind('/') + 1));
    }
  }
  return ids;
}

// At most one file of bank holidays and one of school terms.
Status read_calendars(Rulebook& book, Assembly& assembly) {
  std::optional<WorkingCalendar> days;
  std::optional<SchoolTerms> terms;
  for (const int file : files_in(book.files, "calendars/")) {
    Result<CalendarFile> read = read_calendar(assembly, file);
    if (!read) return read.error();
    const bool second = (days && read.value().days) || (terms && read.value().terms);
    if (second) {
      return Error{ErrorKind::rules, book.files[static_cast<std::size_t>(file)].path +
                                         ": there is a second " +
                                         (read.value().days ? "calendar" : "list of school terms") +
                                         "; keep one in calendars/"};
    }
    if (read.value().days) days = std::move(read.value().days);
    if (read.value().terms) terms = std::move(read.value().terms);
  }
  if (days) book.calendar = *std::move(days);
  if (terms) book.calendar = book.calendar.with_school(*std::move(terms));
  return Done{};
}

Status read_ground(Rulebook& book, Assembly& assembly) {
  const int model = file_called(book.files, k_model);
  if (model < 0) {
    return Error{ErrorKind::rules,
                 book.folder + ": there is no model.lua; is this a rules folder?"};
  }
  Result<Model> tables = read_model(assembly, model);
  if (!tables) return tables.error();
  book.model = std::move(tables).value();
  assembly.model = &book.model;
  Result<Sources> sources = read_sources(assembly, files_in(book.files, "sources/"));
  if (!sources) return sources.error();
  book.sources = std::move(sources).value();
  return read_calendars(book, assembly);
}

}  // namespace

const Rule* Rulebook::rule(std::string_view id) const {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

int Rulebook::measure(std::string_view id) const {
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

Result<Rulebook> load_rulebook(std::vector<RuleFile> files, std::string folder, FileKind kind) {
  Rulebook book;
  book.folder = std::move(folder);
  book.files = std::move(files);
  std::sort(book.files.begin(), book.files.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  Assembly assembly;
  assembly.files = &book.files;
  if (Status ground = read_ground(book, assembly); !ground) return ground.error();
  const int settings = file_called(book.files, k_settings);
  if (settings >= 0) read_settings(assembly, settings, book.problems);

  const std::vector<int> own = files_of_kind(book.files, kind);
  if (kind == FileKind::measure) {
    load_measures(book, assembly, own);
  } else {
    if (own.empty())
      return Error{ErrorKind::rules, book.folder + ": there is no rule in this folder"};
    load_rules(book, assembly, own);
    if (kind == FileKind::tracker) load_trackers(book, assembly, files_in(book.files, k_trackers));
  }
  if (settings >= 0)
    report_unused(assembly, settings, ids_not_run(book.files, kind), book.problems);
  keep_what_is_used(book, assembly);
  if (const auto shape = paper_shape(book); kind == FileKind::rule && !shape) {
    book.problems.push_back({k_papers, 1, shape.error().message, "", true});
  }
  std::stable_sort(book.problems.begin(), book.problems.end(), [](const auto& a, const auto& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return book;
}

}  // namespace tidemark
