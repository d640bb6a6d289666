// tidemark packs: the packs that were issued, and their files again. tidemark key: who is who.
#include <iostream>

#include "base/text.hpp"
#include "cli/clock.hpp"
#include "cli/outcome.hpp"
#include "cli/pack_key.hpp"
#include "cli/paper_files.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "cli/who.hpp"
#include "report/plain_table.hpp"
#include "store/access_log.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, out, by, why;
  std::string format = "text";
  std::int64_t number = 0;
};

Status log(const std::string& store, const Options& options, Access what, const std::string& why) {
  return log_access(store, what, why, "pack " + std::to_string(options.number), options.by);
}

std::string words_of_files(const PackRecord& pack) {
  if (pack.purged_at.empty()) return "kept";
  return "its files were purged on " + pack.purged_at.substr(0, 10);
}

int list_packs(const PackTable& table, const Options& options) {
  const auto packs = table.packs();
  if (!packs) return fail(packs.error());
  std::vector<std::vector<std::string>> rows = {
      {"number", "kind", "held_on", "run", "issued_at", "issued_by", "digest", "files"}};
  for (const PackRecord& pack : packs.value()) {
    const bool is_text = options.format == "text";
    rows.push_back({std::to_string(pack.number), pack.kind, pack.held_on, std::to_string(pack.run),
                    pack.issued_at, pack.issued_by,
                    is_text ? pack.digest.substr(0, 16) : pack.digest, words_of_files(pack)});
  }
  if (options.format == "text") {
    std::cout << report::plain_table(rows);
    return k_done;
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) std::cout << (i ? "," : "") << csv_cell(row[i]);
    std::cout << "\n";
  }
  return k_done;
}

int give_out(const PackTable& table, const std::string& store, const Options& options) {
  const auto files = table.files(options.number);
  if (!files) return fail(files.error());
  if (options.out.empty()) {
    for (const PackFile& file : files.value())
      std::cout << file.path << "  " << file.bytes.size() << " bytes\n";
    return k_done;
  }
  const Status logged = log(store, options, Access::exported, "given out again");
  if (!logged) return fail(logged.error());
  if (const Status written = write_paper_files(files.value(), options.out); !written)
    return fail(written.error());
  std::cout << "Written: " << options.out << ", " << files.value().size() << " files\n";
  return k_done;
}

int run_packs(const Options& options) {
  const auto path = existing_store(options.store);
  if (!path) return fail(path.error());
  const auto store = Store::open(path.value());
  if (!store) return fail(store.error());
  const PackTable table(store.value());
  return options.number == 0 ? list_packs(table, options) : give_out(table, path.value(), options);
}

int run_key(const Options& options) {
  const auto path = existing_store(options.store);
  if (!path) return fail(path.error());
  const auto store = Store::open(path.value());
  if (!store) return fail(store.error());
  if (const auto pack = PackTable(store.value()).pack(options.number); !pack)
    return fail(pack.error());
  const auto key = read_key(path.value(), options.number);
  if (!key) return fail(key.error());
  const Status logged = log(path.value(), options, Access::key_opened, options.why);
  if (!logged) return fail(logged.error());
  std::cout << key.value();
  return k_done;
}

void add_store(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
}

}  // namespace

void add_packs(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("packs", "List the packs that were issued, or give one out again.");
  auto options = std::make_shared<Options>();
  add_store(*verb, *options);
  const Option number = verb->add_option("--number", options->number, "Only this pack: its files")
                            .check(Allowed::positive())
                            .type_name("N");
  verb->add_option("--out", options->out, "Write its files to this folder, byte for byte")
      .needs(number)
      .type_name("DIR");
  verb->add_option("--by", options->by, "Who asks (default: the login name)").type_name("NAME");
  verb->add_option("--format", options->format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb->footer(
      "Examples:\n"
      "  tidemark packs\n"
      "  tidemark packs --number 12 --out pack-12");
  verb->callback([options, &exit_code] { exit_code = run_packs(*options); });
}

void add_key(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("key", "Print which child each reference of a pack is.");
  auto options = std::make_shared<Options>();
  add_store(*verb, *options);
  verb->add_option("--pack", options->number, "The pack")
      .required()
      .check(Allowed::positive())
      .type_name("N");
  verb->add_option("--by", options->by, "Who opens it").required().type_name("NAME");
  verb->add_option("--why", options->why, "What for").required().type_name("TEXT");
  verb->footer(
      "Every opening is written to the access log before anything is printed.\n\n"
      "Example:\n"
      "  tidemark key --pack 12 --by a.smith --why \"actions after the October panel\"");
  verb->callback([options, &exit_code] { exit_code = run_key(*options); });
}

}  // namespace tidemark::cli
