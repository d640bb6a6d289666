#include "snapshot/xml_tables.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "snapshot/xml_reader.hpp"
#include "snapshot/xml_record.hpp"

namespace tidemark {
namespace {

constexpr std::uint64_t k_most_bytes = 512ULL << 20U;
constexpr std::size_t k_longest_text = 128 * 1024;  // enough to know that a cell is too long
constexpr std::size_t k_most_rows_of_record = 10000;
constexpr std::size_t k_most_not_read = 200;

std::string last_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0: all of it
}

class XmlEventsOfRecords : public XmlEvents {
 public:
  explicit XmlEventsOfRecords(const Sources& sources) : sources_(sources) {
    std::map<std::string, std::vector<std::size_t>> by_path;
    for (std::size_t t = 0; t < sources.tables.size(); ++t) {
      const XmlRows& xml = sources.tables[t].xml;
      if (!xml.record.empty()) by_path[lower(xml.record + "/" + xml.row)].push_back(t);
    }
    for (auto& [path, tables] : by_path) groups_.emplace(path, XmlGroup(sources, tables));
    held_.resize(sources.tables.size());
  }

  XmlReader* reader = nullptr;
  XmlTables found;

  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    path_ += "/";
    path_ += lower(name);
    names_.emplace_back(name);
    lines_.push_back(reader->line());
    text_.clear();
    leaf_ = true;
    if (names_.size() == 1) return look_at_root();
    if (record_.empty()) return begin_record();
    const auto group = groups_.find(path_.substr(1));
    if (group == groups_.end()) return;
    group->second.begin(reader->line());
    rows_open_.push_back({&group->second, path_.size()});
  }

  void text(std::string_view piece) override {
    if (leaf_ && text_.size() < k_longest_text) text_ += piece;
  }

  void end(std::string_view name) override {
    if (leaf_) take_leaf(std::string(name), std::string(trim(text_)));
    leaf_ = false;
    if (unnamed_.path_size == path_.size()) end_unnamed();
    if (!rows_open_.empty() && rows_open_.back().path_size == path_.size()) end_row();
    if (!record_.empty() && path_.size() == record_.size()) end_record();
    path_.resize(path_.rfind('/'));
    names_.pop_back();
    lines_.pop_back();
  }

  void finish() {
    for (std::size_t t = 0; t < held_.size(); ++t) {
      if (held_[t] == nullptr) continue;
      held_[t]->finish();
      found.tables.push_back(table_of(t));
    }
    for (const auto& [path, group] : groups_) {
      const XmlRows& xml = sources_.tables[group.tables().front()].xml;
      if (xml.row == k_any_element) continue;
      const std::string element = last_of(xml.record) + "/" + xml.row + "/";
      for (const std::string& name : group.unknown()) not_read_.insert(element + name);
    }
    found.not_read.assign(not_read_.begin(), not_read_.end());
    if (found.tables.empty() && found.why_not.empty())
      found.why_not = "it holds no record of a child";
  }

 private:
  struct OpenRow {
    XmlGroup* group;
    std::size_t path_size;
  };
  // An element that no table names: it may still be one that is known by what it holds.
  struct Unnamed {
    XmlGroup* group = nullptr;
    std::size_t path_size = std::string::npos;
    std::vector<std::string> leaves;  // paths of those with text
  };

  // Neither ours nor one that is known by name: nothing further in it can matter.
  void look_at_root() {
    const auto begins = [this](const std::string& path) {
      return lower(path).starts_with(path_.substr(1) + "/") || lower(path) == path_.substr(1);
    };
    const bool ours = std::any_of(groups_.begin(), groups_.end(),
                                  [&](const auto& group) { return begins(group.first); });
    const bool other = std::any_of(sources_.refused.begin(), sources_.refused.end(),
                                   [&](const Refused& refused) { return begins(refused.xml); });
    if (!ours)
      found.why_not = "its root element <" + shorten(names_.front(), 80) + "> is not known";
    if (!ours && !other) reader->stop();
  }

  void begin_record() {
    for (const auto& [path, group] : groups_) {
      const SourceTable& table = sources_.tables[group.tables().front()];
      if (lower(table.xml.record) != path_.substr(1)) continue;
      record_ = path_;
      child_path_ = path_ + "/" + lower(table.xml.child);
      child_.clear();
      return;
    }
  }

  void take_leaf(const std::string& name, const std::string& text) {
    for (const Refused& refused : sources_.refused) {
      if (refused.xml.empty() || lower(refused.xml) != path_.substr(1)) continue;
      if (!refused.xml_text.empty() && lower(refused.xml_text) != lower(text)) continue;
      found.refused = refused.what;
      return reader->stop();
    }
    if (record_.empty()) return;
    const bool is_child = path_ == child_path_;
    if (is_child && child_.empty()) child_ = text;
    const std::size_t parent = path_.rfind('/');
    if (!rows_open_.empty() && rows_open_.back().path_size == parent) {
      XmlGroup& group = *rows_open_.back().group;
      if (is_child || group.take(name, text)) return;
      for (const std::size_t t : group.tables()) {
        rows_of(t).notes().add(Note::heading_twice, reader->line(), path_as_written(), text,
                               "the element stands twice in one place; the first is read");
      }
    } else if (!is_child) {
      take_unnamed(name, text);
    }
  }

  void take_unnamed(const std::string& name, const std::string& text) {
    const std::size_t parent = path_.rfind('/');
    if (parent != unnamed_.path_size) {
      give_up_unnamed();
      const auto any = groups_.find(record_.substr(1) + "/" + std::string(k_any_element));
      unnamed_ = {any == groups_.end() ? nullptr : &any->second, parent, {}};
      if (unnamed_.group != nullptr) unnamed_.group->begin(lines_[lines_.size() - 2]);
    }
    if (unnamed_.group != nullptr) (void)unnamed_.group->take(name, text);
    if (text.empty() || unnamed_.leaves.size() >= k_most_not_read) return;
    unnamed_.leaves.push_back(path_as_written());
  }

  void end_unnamed() {
    const std::size_t before = rows_.size();
    if (unnamed_.group != nullptr) unnamed_.group->end(rows_);
    if (rows_.size() > before) {
      unnamed_.leaves.clear();
      if (unnamed_path_.empty()) unnamed_path_ = path_as_written();
    }
    give_up_unnamed();
    limit_rows();
  }

  void give_up_unnamed() {
    for (std::string& leaf : unnamed_.leaves) {
      if (not_read_.size() < k_most_not_read) not_read_.insert(std::move(leaf));
    }
    unnamed_ = {};
  }

  // From the record on, as the file writes it.
  [[nodiscard]] std::string path_as_written() const {
    const auto above =
        static_cast<std::size_t>(std::count(record_.begin(), record_.end(), '/')) - 1;
    std::string path;
    for (std::size_t i = above; i < names_.size(); ++i)
      path += (path.empty() ? "" : "/") + names_[i];
    return path;
  }

  void end_row() {
    rows_open_.back().group->end(rows_);
    rows_open_.pop_back();
    limit_rows();
  }

  void limit_rows() {
    if (rows_.size() > k_most_rows_of_record) {
      reader->stop("the record has more than 10,000 rows; no child has");
    }
  }

  void end_record() {
    for (const XmlGroup::Row& row : rows_) {
      const SourceTable& table = sources_.tables[row.table];
      BlockBuilder& to = rows_of(row.table).builder();
      to.begin_row(row.line);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        to.add(static_cast<int>(i) == table.child_column ? child_ : row.cells[i]);
      }
      to.end_row();
    }
    rows_.clear();
    record_.clear();
  }

  HeldRows& rows_of(std::size_t t) {
    if (held_[t] == nullptr) held_[t] = std::make_shared<HeldRows>(headings_of(t, nullptr));
    return *held_[t];
  }

  // With the group: as its elements were written.
  [[nodiscard]] std::vector<std::string> headings_of(std::size_t t, const XmlGroup* group) const {
    const SourceTable& table = sources_.tables[t];
    const std::string record = last_of(table.xml.record) + "/";
    const std::string row = table.xml.row == k_any_element ? unnamed_path_ : record + table.xml.row;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string seen = group == nullptr ? "" : group->seen_as(table.columns[i]);
      const bool is_child = static_cast<int>(i) == table.child_column;
      headings.push_back(is_child ? record + table.xml.child
                                  : row + "/" + (seen.empty() ? table.columns[i].name : seen));
    }
    return headings;
  }

  // A column that the table cannot do without counts as there: an element that is left out is an
  // empty one. Of the others nobody knows, until one is seen.
  XmlTable table_of(std::size_t t) {
    const SourceTable& table = sources_.tables[t];
    const XmlGroup& group = groups_.at(lower(table.xml.record + "/" + table.xml.row));
    XmlTable made;
    made.headings = headings_of(t, &group);
    made.claim.table = static_cast<int>(t);
    made.claim.names = made.headings;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const SourceColumn& column = table.columns[i];
      const bool is_child = static_cast<int>(i) == table.child_column;
      const bool seen = is_child || !group.seen_as(column).empty();
      made.claim.position.push_back(seen || column.required ? static_cast<int>(i) : -1);
      if (!seen && column.required && column.wanted) {
        held_[t]->notes().add(Note::column_not_there, 0, made.headings[i], "",
                              "no such element is in the file; it counts as blank in every row");
      }
      if (seen && !column.wanted) made.claim.dropped.push_back(made.headings[i]);
    }
    made.rows = held_[t];
    return made;
  }

  const Sources& sources_;
  std::map<std::string, XmlGroup> groups_;  // by path from the root, in small letters
  std::vector<std::shared_ptr<HeldRows>> held_;
  std::set<std::string> not_read_;

  std::string path_;                // of the element at hand, in small letters: "/expssda903/child"
  std::vector<std::string> names_;  // the same as written
  std::vector<std::uint64_t> lines_;
  std::string text_;
  bool leaf_ = false;
  std::string record_;  // path of the record that is open; "": none
  std::string child_path_, child_;
  std::vector<OpenRow> rows_open_;
  Unnamed unnamed_;
  std::string unnamed_path_;  // of the first element that was known by what it holds
  std::vector<XmlGroup::Row> rows_;
};

}  // namespace

Result<XmlTables> read_xml_tables(const OpenFile& file, const std::string& shown,
                                  const Sources& sources) {
  if (file.size() > k_most_bytes) {
    return Error{ErrorKind::input, shown + " is longer than 512 MiB; split it and load the parts"};
  }
  XmlEventsOfRecords events(sources);
  XmlReader reader(events);
  events.reader = &reader;
  std::array<char, 64 * 1024> piece{};
  for (std::uint64_t at = 0; at < file.size();) {
    const std::int64_t got = file.read_at(at, piece.data(), piece.size());
    if (got < 0) return file.failed();
    at += static_cast<std::uint64_t>(got);
    const bool last = got == 0 || at >= file.size();
    if (!reader.feed({piece.data(), static_cast<std::size_t>(got)}, last) || last) break;
  }
  if (!reader.fault().empty()) {
    return Error{ErrorKind::input, shown + " cannot be read: " + reader.fault()};
  }
  events.finish();
  return std::move(events.found);
}

}  // namespace tidemark
