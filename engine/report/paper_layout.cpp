#include "report/paper_layout.hpp"

#include <algorithm>
#include <cassert>
#include <memory>

namespace tidemark::report {

namespace {

constexpr double k_frame_room = 5;       // around a warning
constexpr double k_rounding = 0.1;       // that the sum of many heights may be off by
constexpr double k_page_number = 40;     // at the end of a line of contents
constexpr double k_largest_scale = 1.2;  // of a picture: its words stay near the page's own size
constexpr double k_least_for_part = 90;  // of a row that does not fit on any page

bool has_height(const Strip& strip) {
  using Kind = Strip::Kind;
  return strip.kind != Kind::open && strip.kind != Kind::close && strip.kind != Kind::new_page;
}

class Planner {
 public:
  Planner(const std::vector<Strip>& strips, const PaperSize& size, PaperText& text)
      : strips_(strips), size_(size), text_(text), height_(strips.size(), -1), y_(size.top) {
    plan_.page_of.resize(strips.size(), 1);
  }

  PaperPlan plan() {
    bool kept = false;  // with the strip before, which made sure of the room
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      if (has_height(strips_[i])) {
        if (!kept) fit_pictures(i);
        if (!kept && !at_top_ && group_height(i) > room()) break_page();
        kept = strips_[i].keep_with_next;
      }
      place(i);
    }
    plan_.pages = page_;
    return std::move(plan_);
  }

 private:
  [[nodiscard]] double room() const { return size_.floor() - y_; }

  double height_of(std::size_t i) {
    if (height_[i] < 0) height_[i] = measured(i);
    return height_[i];
  }

  double measured(std::size_t i) {
    const Strip& strip = strips_[i];
    switch (strip.kind) {
      case Strip::Kind::picture:
        return strip.picture->height * picture_scale(*strip.picture, size_);
      case Strip::Kind::head_row:
        return on_paper(strip).head_height(text_);
      case Strip::Kind::row:
        return on_paper(strip).row_height(text_, strip.row);
      case Strip::Kind::words:
      case Strip::Kind::contents_line:
        set_words(strip);
        return text_.height() + frame_of(strip);
      case Strip::Kind::new_page:
      case Strip::Kind::open:
      case Strip::Kind::close:
        break;
    }
    return 0;
  }

  // Strip i and those that it must stand with: up to here, this one not included.
  std::size_t group_end(std::size_t i) {
    for (; i < strips_.size(); ++i) {
      const Strip& strip = strips_[i];
      if (strip.kind == Strip::Kind::new_page) break;
      if (has_height(strip) && !strip.keep_with_next) return i + 1;
    }
    return i;
  }

  double height_of_all(std::size_t i, std::size_t end) {
    double height = 0;
    for (; i < end; ++i) {
      if (has_height(strips_[i])) height += strips_[i].before + least_height(i);
    }
    return height;
  }

  // The height that has to be free for strip i and those that it must stand with.
  double group_height(std::size_t i) {
    return std::min(height_of_all(i, group_end(i)), size_.text_height());
  }

  // What stands together and is taller than a page is made to fit, as far as its pictures allow.
  void fit_pictures(std::size_t i) {
    const std::size_t end = group_end(i);
    const double needed = height_of_all(i, end) - strips_[i].before;
    double beyond = needed + k_rounding - size_.text_height();
    for (; i < end && beyond > 0; ++i) {
      if (strips_[i].kind != Strip::Kind::picture) continue;
      const double least = height_of(i) * std::min(strips_[i].picture->least_scale, 1.0);
      const double smaller = std::max(least, height_[i] - beyond);
      beyond -= height_[i] - smaller;
      height_[i] = smaller;
    }
  }

  // Words may go on over the page after two lines, and so may a row that is taller than a page.
  double least_height(std::size_t i) {
    const Strip& strip = strips_[i];
    const double all = height_of(i);
    if (strip.kind == Strip::Kind::words && !strip.keep_with_next)
      return std::min(all, strip.style.size * 3 + frame_of(strip));
    if (strip.kind == Strip::Kind::row && all > full_room()) return k_least_for_part;
    return all;
  }

  void place(std::size_t i) {
    const Strip& strip = strips_[i];
    plan_.page_of[i] = page_;
    switch (strip.kind) {
      case Strip::Kind::new_page:
        if (!at_top_) break_page();
        return;
      case Strip::Kind::close:
        if (strip.tag == std::string("Table")) head_ = nullptr;
        add({i, page_, y_});
        return;
      case Strip::Kind::open:
        add({i, page_, y_});
        return;
      case Strip::Kind::words:
      case Strip::Kind::contents_line:
        space_before(strip);
        place_words(i);
        return;
      case Strip::Kind::row:
        place_row(i);
        return;
      case Strip::Kind::head_row:
      case Strip::Kind::picture:
        space_before(strip);
        if (height_of(i) > room() && !at_top_) break_page();
        put(i, {i, page_, y_, height_of(i)});
        if (strip.kind == Strip::Kind::head_row) head_ = &strips_[i];
        return;
    }
  }

  void place_words(std::size_t i) {
    const Strip& strip = strips_[i];
    const double frame = frame_of(strip);
    set_words(strip);
    const int all = text_.lines();
    int first = 0;
    for (int part = 0; first < all; ++part) {
      int count = text_.lines_within(first, room() - frame);
      const int rest = all - first;
      if (count < rest && rest - count == 1 && count > 2) --count;  // no line alone over the page
      if (count < std::min(rest, 2) && !at_top_) {
        break_page();
        --part;
        continue;
      }
      count = std::max(count, 1);
      Placed placed{i, page_, y_, text_.height_of(first, count) + frame, part};
      placed.first_line = first;
      placed.lines = count;
      first += count;
      placed.last = first >= all;
      put(i, placed);
      if (!placed.last) break_page();
    }
  }

  void place_row(std::size_t i) {
    const double height = height_of(i);
    const double full = full_room();
    if (height > room() && (height <= full || room() < k_least_for_part) && !at_top_) break_page();
    if (height <= room()) {
      put(i, {i, page_, y_, height});
      return;
    }
    const TableOnPaper& table = on_paper(strips_[i]);
    const Rooms rooms{std::max(room(), k_least_for_part), full};
    const int parts = table.parts(text_, strips_[i].row, rooms);
    for (int part = 0; part < parts; ++part) {
      if (part > 0) break_page();
      Placed placed{i, page_, y_, table.part_height(text_, strips_[i].row, rooms, part), part};
      placed.last = part + 1 == parts;
      placed.rooms = rooms;
      put(i, placed);
    }
  }

  // What a page offers to a row under the repeated heading row.
  double full_room() {
    const double head = head_ == nullptr ? 0 : height_of(place_of(head_));
    return std::max(size_.text_height() - (repeats(head) ? head : 0), k_least_for_part);
  }
  [[nodiscard]] bool repeats(double head) const { return head < size_.text_height() / 2; }
  [[nodiscard]] std::size_t place_of(const Strip* strip) const {
    return static_cast<std::size_t>(strip - strips_.data());
  }

  void break_page() {
    ++page_;
    y_ = size_.top;
    at_top_ = true;
    if (head_ == nullptr) return;
    const std::size_t i = place_of(head_);
    if (!repeats(height_of(i))) return;
    Placed again{i, page_, y_, height_of(i)};
    again.repeated = true;
    add(again);
    y_ += again.height;
  }

  void space_before(const Strip& strip) {
    if (!at_top_) y_ += strip.before;
  }
  void put(std::size_t i, const Placed& placed) {
    if (placed.part == 0) plan_.page_of[i] = page_;
    add(placed);
    y_ += placed.height;
    at_top_ = false;
  }
  void add(const Placed& placed) { plan_.placed.push_back(placed); }
  void set_words(const Strip& strip) {
    text_.set(strip.words, strip.style, words_width(strip, size_));
  }
  [[nodiscard]] static double frame_of(const Strip& strip) {
    return strip.framed ? 2 * k_frame_room : 0;
  }
  const TableOnPaper& on_paper(const Strip& strip) {
    if (table_ == nullptr || table_of_ != strip.table) {
      table_ =
          std::make_unique<TableOnPaper>(*strip.table, size_.left, size_.text_width(), strip.scale);
      table_of_ = strip.table;
    }
    return *table_;
  }

  const std::vector<Strip>& strips_;
  const PaperSize& size_;
  PaperText& text_;
  std::vector<double> height_;
  PaperPlan plan_;
  std::unique_ptr<TableOnPaper> table_;
  const TableBlock* table_of_ = nullptr;
  const Strip* head_ = nullptr;  // of the table whose rows are being placed
  int page_ = 1;
  double y_;
  bool at_top_ = true;  // nothing but a repeated heading row stands on the page
};

}  // namespace

PaperPlan plan_pages(const std::vector<Strip>& strips, const PaperSize& size, PaperText& text) {
  return Planner(strips, size, text).plan();
}

double words_width(const Strip& strip, const PaperSize& size) {
  if (strip.kind == Strip::Kind::contents_line) return contents_width(size) - k_page_number;
  const double taken = strip.indent + (strip.framed ? 2 * k_frame_room + 6 : 0);
  return size.text_width() - taken;
}

double contents_width(const PaperSize& size) {
  return std::min(size.text_width(), 440.0);
}

double picture_scale(const Picture& picture, const PaperSize& size) {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return std::min({size.text_width() / picture.width, size.text_height() * 0.9 / picture.height,
                   k_largest_scale});
}

}  // namespace tidemark::report
