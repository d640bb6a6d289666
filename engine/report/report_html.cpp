// The page as a whole: head, first page, contents, sections.
#include "report/html.hpp"
#include "report/pack.hpp"
#include "report/report.hpp"
#include "report/sections.hpp"
#include "report/style.hpp"

namespace tidemark::report {

namespace {

void write_head(std::string& page, const Pack& pack) {
  const AuditRun& run = pack.run();
  const std::string footer = "Exception report, as at " + in_words(run.as_at) + ", run " +
                             std::to_string(run.record.number) +
                             ". Holds children's personal data.";
  page +=
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Exception report as at " +
      in_words(run.as_at) + ", run " + std::to_string(run.record.number) + "</title>\n<style>" +
      style_sheet(footer) + "</style>\n</head>\n<body>\n";
}

void write_section(std::string& page, const Pack& pack, const Section& section, std::size_t place) {
  page += std::string("<section class=\"part") + (section.wide ? " wide" : "") +
          "\" aria-labelledby=\"" + std::string(section.id) + "\">\n";
  heading(page, 2, section.id, std::to_string(place) + ". " + std::string(section.heading));
  section.write(page, pack);
  page += "</section>\n";
}

}  // namespace

std::string report_html(const AuditRun& run, const std::string& snapshot_path) {
  const Pack pack(run, snapshot_path);
  std::string page;
  write_head(page, pack);
  page += "<header>\n";
  heading(page, 1, "top", "Exception report: permanence planning, as at " + in_words(run.as_at));
  page += "</header>\n<main>\n<section class=\"first\" aria-labelledby=\"top\">\n";
  write_summary(page, pack);
  page += "</section>\n";
  std::size_t place = 0;
  for (const Section& section : sections()) write_section(page, pack, section, ++place);
  page += "</main>\n</body>\n</html>\n";
  return page;
}

}  // namespace tidemark::report
