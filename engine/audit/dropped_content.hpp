// DroppedContents: by which digest a dropped snapshot is known again, whatever its name and however
// often it is copied: SHA-256 over the paths within it and the bytes of the files that an audit
// reads; of one file, over its bytes alone. Each is digested once for as long as it stands still.
// Reads the files; belongs to one thread.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "audit/drop_folder.hpp"
#include "base/result.hpp"

namespace tidemark {

class DroppedContents {
 public:
  // `goes_on` is asked now and then, as a snapshot may be large; false ends it with an error. What
  // holds nothing that an audit reads has a digest too, so that it can be refused once.
  [[nodiscard]] Result<std::string> digest_of(const DroppedSnapshot& snapshot,
                                              const std::function<bool()>& goes_on);

 private:
  struct Known {
    std::string listing, digest;
  };
  std::map<std::string, Known> known_;  // by path
};

}  // namespace tidemark
