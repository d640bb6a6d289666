#include "snapshot/heading.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "snapshot/date_text.hpp"

namespace tidemark {
namespace {

using Places = std::map<std::string, int, std::less<>>;  // plain heading -> column of the file

struct Fit {
  int table = -1;
  std::size_t matched = 0;
  std::size_t required = 0;
  std::vector<std::string> lacks;  // required columns that are not there
};

int place_of(const Places& places, const SourceColumn& column) {
  const auto find = [&places](const std::string& name) {
    const auto found = places.find(plain_heading(name));
    return found == places.end() ? -1 : found->second;
  };
  int place = find(column.name);
  for (std::size_t i = 0; place < 0 && i < column.aliases.size(); ++i) {
    place = find(column.aliases[i]);
  }
  return place;
}

// Without a column that names the child, a row may name it by a key of another table.
bool reaches_child(const Places& places, const SourceTable& table) {
  return table.through.column >= 0 &&
         place_of(places, table.columns[static_cast<std::size_t>(table.through.column)]) >= 0;
}

Places places_of(const std::vector<std::string>& headings) {
  Places places;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    places.emplace(plain_heading(headings[i]), static_cast<int>(i));
  }
  return places;
}

Fit fit_of(const Places& places, const Sources& sources, std::size_t index) {
  const SourceTable& table = sources.tables[index];
  Fit fit{static_cast<int>(index), 0, 0, {}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const SourceColumn& column = table.columns[i];
    const bool is_child = static_cast<int>(i) == table.child_column;
    const bool required = column.required || is_child;
    const bool there = place_of(places, column) >= 0 || (is_child && reaches_child(places, table));
    fit.matched += there ? 1 : 0;
    fit.required += required ? 1 : 0;
    if (required && !there) fit.lacks.push_back(column.name);
  }
  return fit;
}

bool has_all(const Places& places, const std::vector<std::string>& columns) {
  return !columns.empty() && std::all_of(columns.begin(), columns.end(), [&](const auto& name) {
    return places.contains(plain_heading(name));
  });
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool looks_like_content(const std::vector<std::string>& headings) {
  return std::any_of(headings.begin(), headings.end(), [](const std::string& heading) {
    const std::string_view text = trim(heading);
    if (text.empty()) return false;
    const bool number = text.find_first_not_of("0123456789.") == std::string_view::npos;
    return number || parse_date(text).has_value();
  });
}

std::string why_nobody(const std::vector<std::string>& headings, const Places& places,
                       const Sources& sources) {
  if (looks_like_content(headings)) {
    return "no heading row was found: the first row holds values, not the names of columns";
  }
  Fit nearest;
  for (std::size_t i = 0; i < sources.tables.size(); ++i) {
    Fit fit = fit_of(places, sources, i);
    const std::size_t there = fit.required - fit.lacks.size();
    const std::size_t best = nearest.required - nearest.lacks.size();
    // As a share of what the table needs: half of a small table is nearer than a third of a big.
    if (there > 0 && (nearest.table < 0 || there * nearest.required > best * fit.required)) {
      nearest = std::move(fit);
    }
  }
  if (nearest.table < 0) return "none of its columns is one of a known list";
  const SourceTable& table = sources.tables[static_cast<std::size_t>(nearest.table)];
  return "the nearest list is " + table.name + " (" + table.dataset + "), but " +
         (nearest.lacks.size() == 1 ? "this column is" : "these columns are") +
         " not there: " + joined(nearest.lacks);
}

void fill(Claim& claim, const std::vector<std::string>& headings, const Places& places,
          const SourceTable& table) {
  std::vector<bool> used(headings.size(), false);
  for (const SourceColumn& column : table.columns) {
    const int place = place_of(places, column);
    claim.position.push_back(place);
    if (place >= 0 && column.wanted) used[static_cast<std::size_t>(place)] = true;
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const std::string plain = plain_heading(headings[i]);
    if (plain.empty()) continue;
    if (places.at(plain) != static_cast<int>(i)) claim.twice.push_back(headings[i]);
    if (!used[i]) claim.dropped.push_back(headings[i]);
  }
}

Heading split_heading(std::string_view text, char separator) {
  Heading heading;
  heading.layout.separator = separator;
  std::vector<std::string>& cells = heading.layout.headings;
  std::size_t at = 0;
  while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) {
    heading.lines += text[at] == '\n' ? 1 : 0;
    ++at;
  }
  std::string cell;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == separator) {
      cells.emplace_back(trim(cell));
      cell.clear();
    } else if (c == '\n' || c == '\r') {
      heading.complete = true;
      break;
    } else {
      cell += c;
    }
  }
  cells.emplace_back(trim(cell));
  if (heading.complete) {
    at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  }
  heading.bytes = at;
  ++heading.lines;
  return heading;
}

}  // namespace

std::string plain_heading(std::string_view heading) {
  // What a spreadsheet puts in by itself: no-break spaces, curly quotes, long dashes, byte order
  // marks and zero-width spaces.
  constexpr std::array<std::string_view, 9> k_ornaments{
      "\xc2\xa0",     "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d",
      "\xe2\x80\x93", "\xe2\x80\x94", "\xef\xbb\xbf", "\xe2\x80\x8b"};
  std::string plain;
  for (std::size_t at = 0; at < heading.size();) {
    const char c = heading[at];
    const auto ornament =
        static_cast<unsigned char>(c) < 0x80
            ? k_ornaments.end()
            : std::find_if(k_ornaments.begin(), k_ornaments.end(), [&](std::string_view mark) {
                return heading.substr(at).starts_with(mark);
              });
    at += ornament == k_ornaments.end() ? 1 : ornament->size();
    if (ornament != k_ornaments.end()) continue;
    const bool other = static_cast<unsigned char>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    if (other || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

std::size_t columns_matched(const std::vector<std::string>& headings, const Sources& sources) {
  const Places places = places_of(headings);
  std::size_t best = 0;
  for (std::size_t i = 0; i < sources.tables.size(); ++i) {
    best = std::max(best, fit_of(places, sources, i).matched);
  }
  for (const Refused& refused : sources.refused) {
    if (has_all(places, refused.columns)) best = std::max(best, refused.columns.size());
  }
  return best;
}

Heading read_heading(std::string_view text, const Sources& sources) {
  Heading best;
  std::size_t best_score = 0;
  for (const char separator : std::array<char, 3>{',', ';', '\t'}) {
    Heading heading = split_heading(text, separator);
    const std::size_t score =
        columns_matched(heading.layout.headings, sources) * 100000 + heading.layout.columns();
    if (score > best_score) {
      best_score = score;
      best = std::move(heading);
    }
  }
  return best;
}

std::string refused_json(std::string_view first_bytes, const Sources& sources) {
  const auto has_key = [&](const std::string& key) {
    return first_bytes.find("\"" + key + "\"") != std::string_view::npos;
  };
  for (const Refused& refused : sources.refused) {
    if (!refused.json.empty() && std::all_of(refused.json.begin(), refused.json.end(), has_key)) {
      return refused.what;
    }
  }
  return "";
}

Claim claim(const std::vector<std::string>& headings, const Sources& sources) {
  const Places places = places_of(headings);
  Claim claim;
  for (const Refused& refused : sources.refused) {
    if (claim.refused.empty() && has_all(places, refused.columns)) claim.refused = refused.what;
  }
  if (!claim.refused.empty()) return claim;
  Fit best;
  for (std::size_t i = 0; i < sources.tables.size(); ++i) {
    Fit fit = fit_of(places, sources, i);
    if (!fit.lacks.empty()) continue;
    if (fit.matched > best.matched) {
      best = std::move(fit);
      claim.also.clear();
    } else if (fit.matched == best.matched) {
      claim.also = sources.tables[i].name;
    }
  }
  claim.table = best.table;
  if (claim.table < 0) {
    claim.why_not = why_nobody(headings, places, sources);
  } else {
    fill(claim, headings, places, sources.tables[static_cast<std::size_t>(claim.table)]);
  }
  return claim;
}

}  // namespace tidemark
