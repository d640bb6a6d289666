// Names, roles and codes as people spell them: which two are the same. Pure functions.
#pragma once

#include <string>
#include <vector>

namespace tidemark {

// Without regard to case, spaces and full stops: "a.  Worker" is "A Worker". Nothing is the same as
// a name that was left out.
[[nodiscard]] bool same_words(const std::string& a, const std::string& b);
[[nodiscard]] bool is_among(const std::string& words, const std::vector<std::string>& list);
// Does it hold one of them? "lack of capacity" speaks of "capacity".
[[nodiscard]] bool speaks_of_one(const std::string& words, const std::vector<std::string>& list);

}  // namespace tidemark
