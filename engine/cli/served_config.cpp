#include "cli/served_config.hpp"

#include <algorithm>
#include <set>

#include "base/file.hpp"
#include "cli/toml_table.hpp"

namespace tidemark::cli {

namespace {

constexpr std::size_t k_longest_name = 40;
constexpr const char* k_purge_when = "first day of the month 03:00";
constexpr int k_longest_wait_hours = 8784;  // a year

bool is_job_name(const std::string& name) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !name.empty() && name.size() <= k_longest_name && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), is_plain);
}

// Only what no header can be smuggled in by.
bool is_address(const std::string& text) {
  const auto is_plain = [](char c) {
    return c > 32 && c < 127 && c != '<' && c != '>' && c != ',';
  };
  const std::size_t at = text.find('@');
  return at != std::string::npos && at > 0 && at + 1 < text.size() && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), is_plain);
}

std::optional<Timetable> timetable_of(TomlTable& table, std::string_view key) {
  if (!table.has(key)) return std::nullopt;
  const std::string words = table.needed_text(key);
  WordsNotUnderstood why;
  auto read = Timetable::read(words, why);
  if (!read && !words.empty()) {
    table.complain(key, std::string(key) + " \"" + words + "\": " + why.message, why.column);
  }
  return read;
}

ServedDay asked_day(TomlTable& table) {
  const std::string words = table.text("as_at", "today");
  if (words == "today") return ServedDay::today;
  if (words == "last day of the previous month") return ServedDay::last_of_month_before;
  if (words == "snapshot's last day") return ServedDay::last_of_snapshot;
  table.complain("as_at",
                 "as_at must be \"today\", \"last day of the previous month\" or "
                 "\"snapshot's last day\"");
  return ServedDay::today;
}

PanelDates panels_of(TomlTable& table) {
  PanelDates dates;
  dates.listed = table.days("panel_dates");
  const std::string words = table.text("panels", "");
  if (words.empty()) return dates;
  WordsNotUnderstood why;
  dates.pattern = read_day_pattern(words, why);
  if (!dates.pattern) {
    table.complain("panels", "panels \"" + words + "\": " + why.message, why.column);
  }
  return dates;
}

ServedJob job_of(const toml::table& node, TomlMistake& mistake) {
  TomlTable table(node, "[[job]]", mistake);
  ServedJob job;
  job.name = table.needed_text("name");
  if (!is_job_name(job.name)) {
    table.complain("name", "name must be of a-z, 0-9 and -, 40 at most: it names a folder");
  }
  job.when_words = table.text("when", "");
  job.when = timetable_of(table, "when");
  job.snapshot_by = timetable_of(table, "snapshot_by");
  job.on_arrival = table.flag("on_arrival", false);
  job.wait_hours = table.number("wait_hours", job.wait_hours, 0, k_longest_wait_hours);
  job.unchanged_too = table.flag("unchanged_too", false);
  job.as_at = asked_day(table);
  job.panels = panels_of(table);
  table.refuse_others();  // first: a key that is misspelt is the cause of what is missing
  if (!table.has("when") && !job.on_arrival) {
    table.complain("the job has neither when nor on_arrival = true, so nothing starts it");
  }
  for (auto* timetable : {&job.when, &job.snapshot_by}) {
    if (!*timetable || !(*timetable)->asks_for_panel_dates()) continue;
    if (!job.panels.any()) {
      table.complain(timetable == &job.when ? "when" : "snapshot_by",
                     "it counts from panel dates, and the job has neither panel_dates nor panels");
    }
    (*timetable)->set_panel_dates(job.panels);
  }
  return job;
}

std::vector<ServedJob> jobs_of(TomlTable& file, TomlMistake& mistake) {
  std::vector<ServedJob> jobs;
  std::set<std::string> names;
  if (const toml::array* array = file.tables("job")) {
    for (const toml::node& node : *array) {
      jobs.push_back(job_of(*node.as_table(), mistake));
      if (names.insert(jobs.back().name).second) continue;
      mistake.say(node.source().begin, "there is another job \"" + jobs.back().name + "\"");
    }
  }
  if (jobs.empty()) file.complain("there is no [[job]]");
  return jobs;
}

std::optional<MailSettings> mail_of(TomlTable& file, TomlMistake& mistake) {
  const toml::table* node = file.table("mail");
  if (node == nullptr) return std::nullopt;
  TomlTable table(*node, "[mail]", mistake);
  MailSettings mail;
  mail.to = table.texts("to");
  mail.from = table.needed_text("from");
  mail.sendmail = table.text("sendmail", "");
  mail.smtp = table.text("smtp", "");
  if (mail.to.empty()) table.complain("[mail]: to is missing");
  if (!std::all_of(mail.to.begin(), mail.to.end(), is_address)) {
    table.complain("to", "to must hold addresses such as panel@council.example");
  }
  if (!is_address(mail.from)) table.complain("from", "from must be an address");
  if (mail.sendmail.empty() == mail.smtp.empty()) {
    table.complain("[mail] needs one of sendmail = \"/usr/sbin/sendmail\" and smtp = \"host:25\"");
  }
  if (mail.smtp.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  ".-:[]") != std::string::npos) {
    table.complain("smtp", "smtp must be a host and a port, such as \"relay.council.example:25\"");
  }
  table.refuse_others();
  return mail;
}

std::optional<Retention> retention_of(TomlTable& file, TomlMistake& mistake) {
  const toml::table* node = file.table("retention");
  if (node == nullptr) return std::nullopt;
  TomlTable table(*node, "[retention]", mistake);
  Retention retention;
  retention.keep_months = table.number("keep_months", retention.keep_months, 1, 1200);
  retention.packs_too = table.flag("packs_too", false);
  retention.automatic = table.flag("automatic", false);
  retention.when = timetable_of(table, "when");
  if (retention.when && retention.when->asks_for_panel_dates()) {
    table.complain("when", "[retention] has no panel dates to count from");
  }
  WordsNotUnderstood never;
  if (!table.has("when")) retention.when = Timetable::read(k_purge_when, never);
  table.refuse_others();
  return retention;
}

Result<toml::table> parsed(const std::string& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return text.error();
  try {
    return toml::parse(text.value(), file);
  } catch (const toml::parse_error& error) {
    TomlMistake mistake{file, std::nullopt};
    mistake.say(error.source().begin, std::string(error.description()));
    return *mistake.first;
  }
}

}  // namespace

Result<ServedConfig> read_served_config(const std::string& file) {
  const Result<toml::table> content = parsed(file);
  if (!content) return content.error();
  TomlMistake mistake{file, std::nullopt};
  TomlTable table(content.value(), "", mistake);
  ServedConfig config;
  config.file = file;
  config.store = table.needed_text("store");
  config.drop = table.needed_text("drop");
  config.out = table.needed_text("out");
  config.rules = table.text("rules", "");
  config.threads = table.number("threads", config.threads, 1, 256);
  config.settle_seconds = table.number("settle_seconds", config.settle_seconds, 1, 86400);
  config.look_every_seconds =
      table.number("look_every_seconds", config.look_every_seconds, 1, 3600);
  config.jobs = jobs_of(table, mistake);
  config.mail = mail_of(table, mistake);
  config.retention = retention_of(table, mistake);
  table.refuse_others();
  if (mistake.first) return *mistake.first;
  return config;
}

Result<Retention> read_retention(const std::string& file) {
  const Result<toml::table> content = parsed(file);
  if (!content) return content.error();
  TomlMistake mistake{file, std::nullopt};
  TomlTable table(content.value(), "", mistake);
  const auto retention = retention_of(table, mistake);
  if (mistake.first) return *mistake.first;
  if (retention) return *retention;
  return Error{ErrorKind::input, file + ": there is no table [retention] with keep_months"};
}

}  // namespace tidemark::cli
