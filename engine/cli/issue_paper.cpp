#include "cli/issue_paper.hpp"

#include <filesystem>
#include <iostream>

#include "base/file.hpp"
#include "base/random.hpp"
#include "cli/clock.hpp"
#include "cli/outcome.hpp"
#include "cli/pack_key.hpp"
#include "cli/paper_files.hpp"
#include "cli/paper_sources.hpp"
#include "cli/stored.hpp"
#include "cli/who.hpp"
#include "report/papers/papers.hpp"
#include "store/access_log.hpp"
#include "store/pack_table.hpp"

namespace tidemark::cli {

namespace {

report::PaperValues values_of(const PaperOptions& options, const PaperSources& all,
                              std::int64_t number) {
  // One more number than a public paper's own would have to be held against all of them.
  const bool counts_children = report::paper_kind(options.kind)->has_children;
  const std::string children =
      counts_children ? std::to_string(all.run.snapshot->children.size()) : "";
  return {{"council", all.house.house().council},
          {"children_in_care", all.house.house().children_in_care},
          {"panel_date", in_words(all.held_on)},
          {"as_at", in_words(all.run.as_at)},
          {"snapshot_date", in_words(all.run.as_at)},
          {"run", std::to_string(all.run.record.number)},
          {"number", number == 0 ? "draft" : std::to_string(number)},
          {"children", children}};
}

report::Document write_paper(const PaperOptions& options, const PaperSources& all,
                             const report::Pseudonyms& names, std::int64_t number) {
  const report::PaperKind& kind = *report::paper_kind(options.kind);
  const report::PaperValues values = values_of(options, all, number);
  const report::KnownIds ids(all.run, all.lives);
  const report::PaperInputs inputs{all.run,
                                   all.lives,
                                   names,
                                   ids,
                                   all.shape,
                                   all.held_on,
                                   all.next_on,
                                   all.before,
                                   all.measures ? &*all.measures : nullptr,
                                   all.measures_before ? &*all.measures_before : nullptr,
                                   all.trend,
                                   all.source,
                                   all.house.house(),
                                   all.house.words(options.kind + "_intro", values),
                                   number,
                                   options.draft,
                                   time_of_run(),
                                   all.figures ? &*all.figures : nullptr,
                                   all.why_no_measures};
  report::Document paper = kind.write(inputs);
  const std::string closing = all.house.words(options.kind + "_closing", values);
  if (!closing.empty()) paper.blocks.emplace_back(report::Paragraph{closing});
  return paper;
}

Status log_paper(const PaperOptions& options, const PaperSources& all, std::int64_t number) {
  std::string about = "run " + std::to_string(all.run.record.number);
  if (number > 0) about = "pack " + std::to_string(number) + ", " + about;
  const std::string how = options.identified ? "identified " : "";
  return log_access(all.store_path, Access::exported,
                    how + options.kind + (options.draft ? " draft" : " paper issued"), about,
                    options.by);
}

// The folder that the files go to: made and tried before a number is given out.
Status try_folder(const std::string& out) {
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::create_directories(out, failed);
  const fs::path trial = fs::path(out) / ".tidemark-trial";
  if (const Status written = write_file(trial, ""); failed || !written) {
    return Error{ErrorKind::input, "the folder " + out + " cannot be written to (" +
                                       (failed ? failed.message() : written.error().message) +
                                       "), so no pack was issued; name another with --out"};
  }
  fs::remove(trial, failed);
  return Done{};
}

std::string folder_of(const PaperOptions& options, std::int64_t number) {
  return options.out.empty() ? "tidemark-pack-" + std::to_string(number) : options.out;
}

int write_draft(const PaperOptions& options, const PaperSources& all,
                const report::Pseudonyms& names) {
  const auto files =
      paper_files(write_paper(options, all, names, 0), options.kind + "-draft", options.formats);
  if (!files) return fail(files.error());
  if (const Status logged = log_paper(options, all, 0); !logged) return fail(logged.error());
  const std::string out = options.out.empty() ? "tidemark-draft" : options.out;
  if (const Status written = write_paper_files(files.value(), out); !written)
    return fail(written.error());
  std::cout << "Draft of the " << options.kind << " paper, of run " << all.run.record.number
            << "; it has no number, no key, and is kept nowhere\nWritten: " << out << "\n";
  return k_done;
}

// Everything else that may fail, before the pack is there: where it goes, its key, the log.
Status make_ready(const PaperOptions& options, const PaperSources& all,
                  const report::Pseudonyms& names, std::int64_t number) {
  if (const Status tried = try_folder(folder_of(options, number)); !tried) return tried.error();
  if (report::paper_kind(options.kind)->has_children) {
    const Status kept = write_key(all.store_path, number, report::key_csv(names.key()));
    if (!kept) return kept.error();
  }
  return log_paper(options, all, number);
}

PackRecord pack_to_issue(const PaperOptions& options, const PaperSources& all) {
  PackRecord pack;
  pack.kind = options.kind;
  pack.held_on = iso(all.held_on);
  pack.run = all.run.record.number;
  pack.issued_at = time_of_run();
  pack.issued_by = options.by.empty() ? login_name() : options.by;
  pack.identified = options.identified && report::paper_kind(options.kind)->has_children;
  return pack;
}

int write_issue(const PaperOptions& options, const Store& store, const PaperSources& all,
                const report::Pseudonyms& names) {
  std::vector<PackFile> files;
  const auto issued = PackTable(store).issue(
      pack_to_issue(options, all),
      [&](std::int64_t number) {
        auto made = paper_files(write_paper(options, all, names, number),
                                options.kind + "-pack-" + std::to_string(number), options.formats);
        if (made) files = made.value();
        return made;
      },
      [&](std::int64_t number) { return make_ready(options, all, names, number); });
  if (!issued) return fail(issued.error());
  note_seal(all.store_path);
  const std::int64_t number = issued.value().number;
  const std::string out = folder_of(options, number);
  if (const Status written = write_paper_files(files, out); !written) {
    const std::string n = std::to_string(number);
    return fail({written.error().kind, "pack " + n + " is issued and kept, but its files are not " +
                                           "written: " + written.error().message +
                                           "; `tidemark packs --number " + n +
                                           " --out DIR` gives it out"});
  }
  std::cout << "Pack " << number << ": " << report::paper_kind(options.kind)->title << ", "
            << in_words(all.held_on) << ", of run " << all.run.record.number << "\nWritten: " << out
            << "\n";
  if (report::paper_kind(options.kind)->has_children)
    std::cout << "Key: " << key_path(all.store_path, number) << "\n";
  return k_done;
}

std::vector<std::string> children_in(const PaperSources& all, const PaperOptions& options) {
  if (!report::paper_kind(options.kind)->has_children) return {};
  return report::children_of(all.run, all.lives);
}

}  // namespace

int issue_paper(const PaperOptions& options) {
  const auto path = existing_store(options.store);
  if (!path) return fail(path.error());
  const auto store = Store::open(path.value());
  if (!store) return fail(store.error());
  PaperSources all;
  all.store_path = path.value();
  if (const Status gathered = gather(store.value(), options, all); !gathered)
    return fail(gathered.error());
  const report::Pseudonyms names(children_in(all, options), all.lives, options.identified,
                                 random_below);
  if (options.draft) return write_draft(options, all, names);
  return write_issue(options, store.value(), all, names);
}

}  // namespace tidemark::cli
