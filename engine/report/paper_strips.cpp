#include "report/paper_strips.hpp"

#include <algorithm>

#include "report/document_parts.hpp"

namespace tidemark::report {

namespace {

constexpr double k_bullet_indent = 12;
constexpr std::size_t k_fewest_for_contents = 3;

Strip words_strip(const char* tag, const std::string& words, const TextStyle& style,
                  double before) {
  Strip strip;
  strip.tag = tag;
  strip.words = words;
  strip.style = style;
  strip.before = before;
  return strip;
}

Strip bare(Strip::Kind kind, const char* tag) {
  Strip strip;
  strip.kind = kind;
  strip.tag = tag;
  return strip;
}

class StripMaker {
 public:
  StripMaker(std::vector<Strip>& strips, bool one_page) : strips_(strips), one_page_(one_page) {}

  void operator()(const Heading& heading) {
    static constexpr struct {
      const char* tag;
      double size, before;
    } k_levels[] = {{"H2", 14, 12}, {"H3", 11.5, 9}, {"H4", 10, 7}};
    const auto& level = k_levels[std::min(std::max(heading.level, 1), 3) - 1];
    const bool small = one_page_ && heading.level <= 1;
    Strip strip = words_strip(level.tag, heading.text, {small ? 11 : level.size, true},
                              small ? 8 : level.before);
    strip.keep_with_next = true;
    strip.house_colour = true;
    strip.bookmark = heading.level <= 1 ? 1 : heading.level == 2 ? 2 : 0;
    strips_.push_back(strip);
  }
  void operator()(const Paragraph& paragraph) {
    using Style = Paragraph::Style;
    const double size = paragraph.style == Style::lead    ? 11
                        : paragraph.style == Style::small ? 8
                                                          : 9.5;
    Strip strip = words_strip("P", paragraph.text, {size}, 4);
    strip.framed = paragraph.style == Style::warning;
    strip.keep_with_next = paragraph.keep_with_next;
    strips_.push_back(strip);
  }
  void operator()(const Bullets& bullets) {
    if (bullets.items.empty()) return;
    strips_.push_back(bare(Strip::Kind::open, "L"));
    for (const std::string& item : bullets.items) {
      Strip strip = words_strip("LBody", item, {}, 2.5);
      strip.indent = k_bullet_indent;
      strip.keep_with_next = bullets.keep_with_next;
      strips_.push_back(strip);
    }
    strips_.push_back(bare(Strip::Kind::close, "L"));
  }
  void operator()(const TableBlock& table) {
    if (table.rows.empty() || printed_columns(table).empty()) {
      if (!table.caption.empty()) add_caption("P", table);
      strips_.push_back(words_strip("P", words_when_empty(table), {}, 2));
      return;
    }
    strips_.push_back(bare(Strip::Kind::open, "Table"));
    if (!table.caption.empty()) add_caption("Caption", table);
    add_rows(table);
    strips_.push_back(bare(Strip::Kind::close, "Table"));
    if (!table.says_left_off.empty())
      strips_.push_back(words_strip("P", table.says_left_off, {8.5, false, true}, 4));
    for (const std::string& note : column_notes(table))
      strips_.push_back(words_strip("P", note, {8}, 3));
  }
  void operator()(const Picture& picture) {
    Strip title = words_strip("P", picture.title, {9.5, true}, 7);
    title.keep_with_next = true;
    if (!picture.title.empty()) strips_.push_back(title);
    Strip strip = bare(Strip::Kind::picture, "Figure");
    strip.picture = &picture;
    strip.before = 4;
    strip.keep_with_next = picture.keep_with_next;
    strips_.push_back(strip);
  }
  void operator()(const PageBreak&) { strips_.push_back(bare(Strip::Kind::new_page, "")); }

 private:
  void add_caption(const char* tag, const TableBlock& table) {
    Strip caption = words_strip(tag, table.caption, {9.5, true}, 7);
    caption.keep_with_next = true;
    strips_.push_back(caption);
  }
  void add_rows(const TableBlock& table) {
    Strip head = bare(Strip::Kind::head_row, "TR");
    head.table = &table;
    head.keep_with_next = true;
    head.before = 3;
    strips_.push_back(bare(Strip::Kind::open, "THead"));
    strips_.push_back(head);
    strips_.push_back(bare(Strip::Kind::close, "THead"));
    strips_.push_back(bare(Strip::Kind::open, "TBody"));
    const std::size_t rows = table.printed_rows();
    for (std::size_t i = 0; i < rows; ++i) {
      Strip row = bare(Strip::Kind::row, "TR");
      row.table = &table;
      row.row = i;
      // Neither the first row nor the last one stands alone under its heading.
      row.keep_with_next = i + 1 < rows && (i == 0 || i + 2 == rows);
      strips_.push_back(row);
    }
    strips_.push_back(bare(Strip::Kind::close, "TBody"));
  }

  std::vector<Strip>& strips_;
  bool one_page_;
};

void add_title(std::vector<Strip>& strips, const Document& document) {
  Strip title = words_strip("H1", document.title, {document.one_page ? 15.0 : 19.0, true}, 0);
  title.house_colour = true;
  strips.push_back(title);
  std::string under = title_line(document);
  if (document.one_page) {
    under = document.subtitle + (under.empty() || document.subtitle.empty() ? "" : " · ") + under;
  } else if (!document.subtitle.empty()) {
    strips.push_back(words_strip("P", document.subtitle, {12}, 3));
  }
  if (!under.empty()) strips.push_back(words_strip("P", under, {9.5}, 3));
}

// The list of sections; their page numbers come when they are placed.
void add_contents(std::vector<Strip>& strips, const std::vector<Strip>& body) {
  std::vector<std::size_t> sections;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i].bookmark == 1) sections.push_back(i);
  }
  if (sections.size() < k_fewest_for_contents) return;
  Strip heading = words_strip("P", "Contents", {11.5, true}, 10);
  heading.keep_with_next = true;
  strips.push_back(heading);
  strips.push_back(bare(Strip::Kind::open, "TOC"));
  const std::size_t before_body = strips.size() + sections.size() + 1;
  for (const std::size_t section : sections) {
    Strip line = words_strip("TOCI", body[section].words, {9.5}, 2);
    line.kind = Strip::Kind::contents_line;
    line.target = before_body + section;
    strips.push_back(line);
  }
  strips.push_back(bare(Strip::Kind::close, "TOC"));
}

// A short paragraph before a table or a picture is about it.
bool introduces(const Document& document, std::size_t i) {
  constexpr std::size_t k_short = 500;
  const auto* words = std::get_if<Paragraph>(&document.blocks[i]);
  if (words == nullptr || words->text.size() > k_short || i + 1 == document.blocks.size())
    return false;
  const Block& next = document.blocks[i + 1];
  const bool is_shown =
      std::holds_alternative<TableBlock>(next) || std::holds_alternative<Picture>(next);
  return is_shown && words->style != Paragraph::Style::small;
}

}  // namespace

std::vector<Strip> strips_of(const Document& document, double scale) {
  std::vector<Strip> body;
  StripMaker maker(body, document.one_page);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    std::visit(maker, document.blocks[i]);
    if (introduces(document, i)) body.back().keep_with_next = true;
  }
  std::vector<Strip> strips;
  add_title(strips, document);
  if (!document.one_page) add_contents(strips, body);
  strips.insert(strips.end(), body.begin(), body.end());
  for (Strip& strip : strips) {
    strip.scale = scale;
    strip.style.size *= scale;
    strip.before *= scale;
  }
  return strips;
}

}  // namespace tidemark::report
