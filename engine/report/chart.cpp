#include "report/chart.hpp"

#include <algorithm>

#include "report/html.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

// In SVG units; the drawing is scaled to the page's width.
constexpr int k_width = 760;
constexpr int k_bar_left = 330;
constexpr int k_bar_room = 330;  // the rest is for the figure at the bar's end
constexpr int k_row = 22;
constexpr int k_bar = 14;
constexpr std::size_t k_title_letters = 46;

struct Bar {
  const Rule* rule;
  std::uint64_t breach, explained;
  [[nodiscard]] std::uint64_t all() const { return breach + explained; }
};

std::vector<Bar> bars_of(const Pack& pack) {
  std::vector<Bar> bars;
  for (const std::size_t rule : pack.rules()) {
    const Counts& c = pack.run().judgements.counts[rule];
    if (c.breach + c.explained > 0)
      bars.push_back({&pack.rulebook().rules[rule], c.breach, c.explained});
  }
  std::stable_sort(bars.begin(), bars.end(),
                   [](const Bar& a, const Bar& b) { return a.all() > b.all(); });
  return bars;
}

std::string figures(const Bar& bar) {
  std::string out = number(bar.breach);
  if (bar.explained > 0) out += " + " + number(bar.explained) + " explained";
  return out;
}

std::string shortened(const std::string& title) {
  std::size_t letters = 0, end = 0;
  for (; end < title.size() && letters < k_title_letters; ++end) {
    if ((static_cast<unsigned char>(title[end]) & 0xC0U) != 0x80U) ++letters;
  }
  while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) ++end;
  return end == title.size() ? title : title.substr(0, end) + "…";
}

std::string rectangle(int x, int y, int width, const char* fill) {
  return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
         std::to_string(width) + "\" height=\"" + std::to_string(k_bar) + "\" fill=\"" + fill +
         "\" stroke=\"#000\"/>";
}

std::string label(int x, int y, const char* anchor_at, const std::string& words) {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
         anchor_at + "\">" + text(words).html + "</text>";
}

int length(std::uint64_t n, std::uint64_t most) {
  return static_cast<int>(n * static_cast<std::uint64_t>(k_bar_room) / most);
}

void write_bar(std::string& page, const Bar& bar, std::uint64_t most, int top) {
  const int text_at = top + k_bar - 3;
  const int hatched = length(bar.breach, most);
  const int plain = length(bar.explained, most);
  page += label(k_bar_left - 8, text_at, "end", shortened(title_of(*bar.rule)));
  if (bar.breach > 0) page += rectangle(k_bar_left, top, std::max(hatched, 1), "url(#hatch)");
  if (bar.explained > 0) {
    page += rectangle(k_bar_left + hatched, top, std::max(plain, 1), "#fff");
  }
  page += label(k_bar_left + hatched + plain + 6, text_at, "start", figures(bar)) + "\n";
}

std::string description(const std::vector<Bar>& bars) {
  std::string out;
  for (const Bar& bar : bars) {
    out += (out.empty() ? "" : "; ") + title_of(*bar.rule) + ": " + figures(bar);
  }
  return out + ".";
}

}  // namespace

void write_chart(std::string& page, const Pack& pack) {
  const std::vector<Bar> bars = bars_of(pack);
  if (bars.empty()) return;
  const int height = static_cast<int>(bars.size()) * k_row + 4;
  heading(page, 3, "chart", "Breaches by rule: most under “" + title_of(*bars[0].rule) + "”");
  paragraph(page,
            "Hatched: breach. White: breach with a stated reason. The figures are those of the "
            "table below.",
            "small");
  page +=
      "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" viewBox=\"0 "
      "0 " +
      std::to_string(k_width) + " " + std::to_string(height) + "\">\n";
  page += "<title id=\"chart-title\">Breaches by rule</title>\n<desc id=\"chart-desc\">" +
          text(description(bars)).html + "</desc>\n";
  page +=
      "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
      "<path d=\"M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2\" stroke=\"#000\" stroke-width=\"1.4\"/>"
      "</pattern></defs>\n";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    write_bar(page, bars[i], bars[0].all(), static_cast<int>(i) * k_row + 4);
  }
  page += "</svg>\n";
}

}  // namespace tidemark::report
