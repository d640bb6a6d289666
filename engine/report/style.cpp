#include "report/style.hpp"

namespace tidemark::report {

namespace {

// For the screen and for paper alike. No colour carries a meaning: packs are printed in black and
// white, so states differ by word, sign and frame.
constexpr const char* k_common = R"css(
:root { color: #111; background: #fff; }
body { font-family: Arial, Helvetica, "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 15px;
  line-height: 1.4; margin: 0 auto; max-width: 1180px; padding: 1.5em; }
h1 { font-size: 1.9em; margin: 0 0 .3em; line-height: 1.15; }
h2 { font-size: 1.45em; margin: 2.2em 0 .5em; border-top: 3px solid #111; padding-top: .4em; }
h3 { font-size: 1.1em; margin: 1.3em 0 .3em; }
p { margin: .35em 0; max-width: 90ch; }
a { color: #1d4f91; }
.small, .terms, .left-off { font-size: .87em; }
.left-off { font-style: italic; }
.notice { border: 2px solid #111; border-left-width: 10px; padding: .5em .8em; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: .9em; }
caption { text-align: left; font-weight: bold; padding: .25em 0; }
caption:empty { display: none; }
th, td { text-align: left; vertical-align: top; padding: .28em .5em .28em 0; border-bottom: 1px solid #999;
  overflow-wrap: break-word; }
thead th { border-bottom: 2px solid #111; vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: normal; }
.number { text-align: right; padding-right: .9em; }
td.number { white-space: nowrap; }
.date { min-width: 6.2em; overflow-wrap: normal; }
td.record { min-width: 15em; }
.of-rule { width: 46%; }
.file { width: 19%; overflow-wrap: anywhere; }
.occasion, table .rule-id { display: block; font-size: .88em; color: #333; }
.of-rule .rule-id { display: inline; margin-left: .5em; }
.evidence, td.where { font-size: .92em; color: #333; }
.state { border: 1px solid #111; padding: 0 .3em; white-space: nowrap; }
.state.breach, .state.error { border-width: 2px; font-weight: bold; }
.state.explained { border-style: dashed; }
.state.cannot_decide { border-style: dotted; border-width: 2px; }
.headline { list-style: none; display: flex; flex-wrap: wrap; gap: .4em 1.5em; padding: 0; margin: .8em 0 .2em; }
.headline > li > strong { font-size: 1.6em; }
dl { display: grid; grid-template-columns: minmax(8em, 12em) 1fr; gap: .2em .8em; margin: .6em 0; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.definitions { columns: 2; column-gap: 2em; font-size: .87em; }
.definitions h3 { font-size: 1.05em; margin: .9em 0 .15em; }
.definitions p { margin: .15em 0; overflow-wrap: anywhere; }
.contents ol { padding-left: 1.6em; margin: .3em 0; columns: 2; }
.chart { width: 100%; max-width: 900px; height: auto; display: block; }
.chart text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; font-size: 12px; fill: #111; }
details > summary { cursor: pointer; }
)css";

// Chromium, Firefox and WebKit print by these; "page x of y" needs margin boxes (Chromium 131 on).
constexpr const char* k_print = R"css(
@media print {
  body { font-size: 9.5pt; max-width: none; padding: 0; margin: 0; }
  p { max-width: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 15pt; margin-top: 0; }
  h3 { font-size: 11.5pt; }
  h2, h3, caption { break-after: avoid; }
  h3 + p { break-after: avoid; }
  .terms { break-after: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tr, .chart, .facts, .headline, .notice { break-inside: avoid; }
  table { font-size: 8.8pt; }
  a { color: inherit; text-decoration: none; }
  .part { break-before: page; }
  .wide { page: wide; }
  dd { break-inside: avoid; }
  .definitions { font-size: 7.6pt; line-height: 1.3; }
  .definitions h3 { font-size: 8.6pt; margin-top: .7em; }
  .definitions p { orphans: 2; widows: 2; }
  .contents { break-inside: avoid; }
  summary { list-style: none; }
}
)css";

}  // namespace

// Inside a CSS string these two would end it or begin an escape; "<" would begin a tag.
std::string css_string(const std::string& words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '<' || c == '\n') continue;
    out += c;
  }
  return out + "\"";
}

std::string style_sheet(const std::string& footer) {
  const std::string boxes =
      "margin: 14mm 12mm 16mm; @bottom-left { content: " + css_string(footer) +
      "; font: 8pt Arial, sans-serif; } @bottom-right { content: \"Page \" "
      "counter(page) \" of \" counter(pages); font: 8pt Arial, sans-serif; }";
  return k_common +
         ("\n@page { size: A4 portrait; " + boxes + " }\n@page wide { size: A4 landscape; " +
          boxes + " }\n") +
         k_print;
}

}  // namespace tidemark::report
