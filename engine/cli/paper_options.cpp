#include "cli/paper_options.hpp"

namespace tidemark::cli {

void add_paper_options(Verb& verb, PaperOptions& options) {
  verb.add_option("--date", options.date, "The day of the meeting")
      .required()
      .type_name("YYYY-MM-DD");
  verb.add_option("--next", options.next,
                  "The day of the next one: what falls due before it is amber")
      .type_name("YYYY-MM-DD");
  verb.add_option("--last", options.last,
                  "The day of the one before (default: that of the last pack of this kind)")
      .type_name("YYYY-MM-DD");
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--run", options.run, "The run to print (default: the latest)")
      .check(Allowed::positive())
      .type_name("N");
  verb.add_option("--period", options.periods, "Measures of this period; may be given again")
      .type_name("PERIOD");
  verb.add_option("--out", options.out, "Folder to write to (default: tidemark-pack-N)")
      .type_name("DIR");
  verb.add_option("--formats", options.formats, "html, pdf, xlsx, docx, csv, json; with commas")
      .delimiter(',')
      .check(Allowed::among({"html", "pdf", "xlsx", "docx", "csv", "json"}))
      .type_name("LIST");
  verb.add_option("--house", options.house, "The council's name and words (docs/papers.md)")
      .type_name("FILE");
  verb.add_option("--by", options.by, "Who issues it (default: the login name)").type_name("NAME");
  verb.add_flag("--draft", options.draft, "Mark every page DRAFT; no number, nothing is kept");
  verb.add_flag("--identified", options.identified,
                "With children's ids and full dates; said on every page and logged");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
}

}  // namespace tidemark::cli
