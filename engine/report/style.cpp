#include "report/style.hpp"

namespace tidemark::report {

namespace {

// For the screen and for paper alike. No colour carries a meaning: packs are printed in black and
// white, so states differ by word, sign and frame.
constexpr const char* k_common = R"css(
:root { color: #111; background: #fff; }
body { font-family: Arial, Helvetica, "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 15px;
  line-height: 1.4; margin: 0 auto; max-width: 1180px; padding: 1.5rem; }
h1 { font-size: 1.9rem; margin: 0 0 .3rem; line-height: 1.15; }
h2 { font-size: 1.45rem; margin: 2.5rem 0 .6rem; border-top: 3px solid #111; padding-top: .6rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; }
p { margin: .35rem 0; max-width: 90ch; }
a { color: #1d4f91; }
.small, .terms, .left-off { font-size: .87rem; }
.left-off { font-style: italic; }
.notice { border: 2px solid #111; border-left-width: 10px; padding: .5rem .8rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-size: .9rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
caption:empty { display: none; }
th, td { text-align: left; vertical-align: top; padding: .28rem .5rem .28rem 0; border-bottom: 1px solid #999;
  overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #111; vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: normal; }
.number { text-align: right; padding-right: .9rem; overflow-wrap: normal; }
.date { min-width: 6.2rem; overflow-wrap: normal; }
td.record { min-width: 15rem; }
.occasion, table .rule-id { display: block; font-size: .82rem; color: #444; }
.evidence, .where { font-size: .82rem; color: #333; }
.state { border: 1px solid #111; padding: 0 .3rem; white-space: nowrap; }
.state.breach, .state.error { border-width: 2px; font-weight: bold; }
.state.explained { border-style: dashed; }
.state.cannot_decide { border-style: dotted; border-width: 2px; }
.headline { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; padding: 0; margin: 1rem 0 .2rem; }
.headline > li > strong { font-size: 1.6rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .2rem .8rem; margin: .6rem 0; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.contents ol { padding-left: 1.6rem; margin: .3rem 0; }
.chart { width: 100%; max-width: 900px; height: auto; display: block; }
.chart text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; font-size: 12px; fill: #111; }
details > summary { cursor: pointer; }
)css";

// Chromium, Firefox and WebKit print by these; "page x of y" needs margin boxes (Chromium 131 on).
constexpr const char* k_print = R"css(
@media print {
  body { font-size: 9.5pt; max-width: none; padding: 0; margin: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 15pt; margin-top: 0; }
  h3 { font-size: 11.5pt; }
  h2, h3, caption { break-after: avoid; }
  h3 + p { break-after: avoid; }
  .terms { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .chart, .facts, .headline, .notice { break-inside: avoid; }
  table { font-size: 8.8pt; }
  a { color: inherit; text-decoration: none; }
  .part { break-before: page; }
  .wide { page: wide; }
  .definition { break-inside: avoid; }
  .contents { break-inside: avoid; }
  summary { list-style: none; }
}
)css";

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

}  // namespace

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
