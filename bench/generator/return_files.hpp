// ReturnFiles: the five files of the reference data, in the shape of the SSDA903 return. A child's
// rows are written from the child's history and from further draws of the child's random numbers.
// One owner, one thread.
#pragma once

#include <string>

#include "csv_file.hpp"
#include "history.hpp"

namespace tidemark::bench {

class ReturnFiles {
 public:
  ReturnFiles(const std::string& folder, bool shuffled);
  void write(const std::string& child, const History& history, Random& random);
  void close(std::uint64_t seed);

 private:
  void write_header(const std::string& child, const History& history, Random& random);
  void write_episodes(const std::string& child, const History& history, Random& random);
  void write_reviews(const std::string& child, const History& history, Random& random);
  void write_decision(const std::string& child, const History& history, Random& random);
  void write_life_story(const std::string& child, const History& history, Random& random);

  CsvFile header_, episodes_, reviews_, decisions_, life_story_;
};

}  // namespace tidemark::bench
