#include "report/svg_canvas.hpp"

#include <cmath>

#include "report/formats.hpp"
#include "report/html.hpp"

namespace tidemark::report {

namespace {

// To a tenth of a point, the same on every machine and in every locale.
std::string tenths(double value) {
  const long long n = std::llround(value * 10);
  const long long whole = n / 10, rest = n % 10;
  std::string out = n < 0 && whole == 0 ? "-0" : std::to_string(whole);
  if (rest != 0) out += "." + std::to_string(rest < 0 ? -rest : rest);
  return out;
}

std::string attribute(const char* name, double value) {
  return " " + std::string(name) + "=\"" + tenths(value) + "\"";
}

const char* anchor_of(Align align) {
  return align == Align::left ? "start" : align == Align::middle ? "middle" : "end";
}

const char* dashes_of(Dash dash) {
  switch (dash) {
    case Dash::longer:
      return " stroke-dasharray=\"9 4\"";
    case Dash::shorter:
      return " stroke-dasharray=\"4 3\"";
    case Dash::dotted:
      return " stroke-dasharray=\"1.5 3\"";
    case Dash::dash_dot:
      return " stroke-dasharray=\"9 3 2 3\"";
    case Dash::solid:
      break;
  }
  return "";
}

std::string fill_of(Fill fill, const std::string& hatch) {
  switch (fill) {
    case Fill::none:
      return "none";
    case Fill::white:
      return "#fff";
    case Fill::light:
      return "#e4e4e4";
    case Fill::dark:
      return "#777";
    case Fill::black:
      return "#000";
    case Fill::hatched:
      break;
  }
  return "url(#" + hatch + ")";
}

}  // namespace

void SvgCanvas::rectangle(double x, double y, double width, double height, Fill fill) {
  svg_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) +
          attribute("height", height) + " fill=\"" + fill_of(fill, hatch_) +
          "\" stroke=\"#000\" stroke-width=\"0.8\"/>\n";
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, double thickness, bool dashed) {
  svg_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
          attribute("y2", y2) + " stroke=\"#000\"" + attribute("stroke-width", thickness) +
          dashes_of(dashed ? Dash::shorter : Dash::solid) + "/>\n";
}

void SvgCanvas::words(double x, double y, const std::string& plain, double size, Align align,
                      bool bold) {
  svg_ += "<text" + attribute("x", x) + attribute("y", y) + attribute("font-size", size) +
          " text-anchor=\"" + anchor_of(align) + "\"" + (bold ? " font-weight=\"bold\"" : "") +
          ">" + text(plain).html + "</text>\n";
}

void SvgCanvas::path(const std::vector<std::pair<double, double>>& points, double thickness,
                     Dash dash) {
  if (points.empty()) return;
  svg_ += "<path d=\"";
  for (std::size_t i = 0; i < points.size(); ++i) {
    svg_ += (i == 0 ? "M" : " L") + tenths(points[i].first) + "," + tenths(points[i].second);
  }
  svg_ += "\" fill=\"none\" stroke=\"#000\" stroke-linejoin=\"round\"" +
          attribute("stroke-width", thickness) + dashes_of(dash) + "/>\n";
}

std::string picture_svg(const Picture& picture) {
  const std::string id = anchor("picture", picture.id);
  SvgCanvas canvas(id + "-hatch");
  if (picture.draw) picture.draw(canvas);
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" "
      "aria-labelledby=\"" +
      id + "-title " + id + "-desc\"" + attribute("width", picture.width * 4 / 3) +
      " viewBox=\"0 0 " + tenths(picture.width) + " " + tenths(picture.height) +
      "\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" "
      "fill=\"#000\">\n";
  svg += "<title id=\"" + id + "-title\">" + text(picture.title).html + "</title>\n";
  svg += "<desc id=\"" + id + "-desc\">" + text(picture.description).html + "</desc>\n";
  svg += "<defs><pattern id=\"" + id +
         "-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
         "<rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
         "<path d=\"M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2\" stroke=\"#000\" stroke-width=\"1.4\"/>"
         "</pattern></defs>\n";
  return svg + canvas.elements() + "</svg>\n";
}

}  // namespace tidemark::report
