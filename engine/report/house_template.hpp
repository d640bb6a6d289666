// The council's own name, colour and wording for papers, from a small TOML file (house.toml, see
// docs/papers.md). The words are mustache: they can name the values of a paper and nothing else,
// and no code runs. Everything is checked when the file is read: an unknown key or tag is refused
// with its file, line and column. Values only; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "report/document.hpp"

namespace tidemark::report {

// What a paper knows that its words may name: "council", "panel_date", "run", "snapshot_date" ...
using PaperValues = std::map<std::string, std::string>;

class HouseTemplate {
 public:
  // Nothing of a council's own: the defaults of House, no words.
  HouseTemplate() = default;

  // `shown` names the file in errors.
  [[nodiscard]] static Result<HouseTemplate> parse(std::string_view toml, const std::string& shown);
  [[nodiscard]] static Result<HouseTemplate> load(const std::filesystem::path& path);

  [[nodiscard]] const House& house() const { return house_; }
  // The words under `key` ("panel_intro") with the values put in; "" where the council has none. A
  // value that `values` lacks prints as nothing. The text is plain, not HTML.
  [[nodiscard]] std::string words(const std::string& key, const PaperValues& values) const;

 private:
  House house_;
  std::map<std::string, std::string> words_;
};

}  // namespace tidemark::report
