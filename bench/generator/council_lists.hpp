// CouncilLists: the lists that a council adds to its return, for the reference children, so that
// the whole rulebook has something to judge. Drawn from random numbers of their own: the return's
// files stay as they are. One owner, one thread.
#pragma once

#include <string>

#include "csv_file.hpp"
#include "history.hpp"

namespace tidemark::bench {

class CouncilLists {
 public:
  CouncilLists(const std::string& folder, bool shuffled);
  void write(const std::string& child, const History& history, Random& random);
  void close(std::uint64_t seed);

 private:
  void write_plans(const std::string& child, const History& history, Random& random);
  void write_court(const std::string& child, const History& history, Random& random);
  void write_search(const std::string& child, const History& history, Random& random);
  void write_contacts(const std::string& child, const History& history, Random& random);
  void write_workers(const std::string& child, const History& history, Random& random);
  void write_panel(const std::string& child, const History& history, Random& random);

  CsvFile plans_, court_, matches_, searches_, visits_, checks_, workers_, notes_, actions_;
};

}  // namespace tidemark::bench
