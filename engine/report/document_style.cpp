#include "report/document_style.hpp"

#include <set>

#include "report/document_parts.hpp"
#include "report/style.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_paper = R"css(
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1em; top: .5em; background: #fff; border: 2px solid #111; padding: .3em .6em; }
.marking { font-weight: bold; letter-spacing: .04em; }
.subtitle { font-size: 1.2em; }
.lead { font-size: 1.15em; }
.paper table { table-layout: fixed; }
.paper th, .paper td { overflow-wrap: anywhere; }
.paper .by-hand td, .paper .by-hand th { border: 1px solid #666; }
.paper .by-hand tbody tr { height: 8mm; }
.paper td.number { white-space: normal; }
.contents ul { list-style: none; padding-left: 0; margin: .3em 0; columns: 2; }
.paper caption { caption-side: top; }
.paper h4 { font-size: 1em; margin: 1em 0 .2em; }
figure { margin: .6em 0 1em; }
figcaption { font-weight: bold; margin-bottom: .3em; }
.picture { max-width: 100%; height: auto; display: block; margin: .5em 0 1em; }
@media print {
  .skip { display: none; }
  .page-break { break-after: page; }
  .picture, figure, .keep { break-inside: avoid; }
  .keep, .keep li, figcaption { break-after: avoid; }
  tbody tr:first-child:not(:last-child), tbody tr:nth-last-child(2) { break-after: avoid; }
  .paper thead th { overflow-wrap: anywhere; }
  .one-page { line-height: 1.25; font-size: 9pt; }
  .one-page h1 { font-size: 14pt; margin: 0; }
  .one-page h2 { font-size: 10.5pt; margin: .5em 0 .1em; border-top-width: 1px; padding-top: .15em; }
  .one-page header p { display: inline; font-size: 8.5pt; margin-right: 1em; }
  .one-page table { font-size: 8pt; margin: .2em 0 .4em; }
  .one-page th, .one-page td { padding-top: .12em; padding-bottom: .12em; }
  .one-page figure { margin: .2em 0; }
  .one-page .picture { margin: .2em 0; }
}
)css";

std::string box(const char* place, const std::string& content) {
  return " @" + std::string(place) + " { content: " + content +
         "; font: 8pt Arial, \"Liberation Sans\", sans-serif; }";
}

std::string page_boxes(const Document& document) {
  const char* size = document.wide ? "landscape" : "portrait";
  return "@page { size: A4 " + std::string(size) + "; margin: 16mm 12mm 16mm;" +
         box("top-left", css_string(running_head(document))) +
         box("top-right", css_string(document.house.marking)) +
         box("bottom-left", css_string(document.running_foot)) +
         box("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)") + " }\n";
}

std::string column_widths(const Document& document) {
  std::set<int> percents;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<TableBlock>(&block);
    if (table == nullptr) continue;
    for (const int percent : width_percents(*table, text_width_of(document)))
      percents.insert(percent);
  }
  std::string out;
  for (const int percent : percents) {
    const std::string n = std::to_string(percent);
    out += ".w" + n + " { width: " + n + "%; }\n";
  }
  return out;
}

}  // namespace

std::string document_style(const Document& document) {
  return style_sheet(document.running_foot) + k_paper + page_boxes(document) +
         ".paper h1, .paper h2, .paper h3 { color: " + colour_of(document.house) + "; }\n" +
         column_widths(document);
}

}  // namespace tidemark::report
