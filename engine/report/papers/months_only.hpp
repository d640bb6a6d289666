// Days of a text become months, however a person spells them. Pure functions.
#pragma once

#include <string>

namespace tidemark::report {

// "Due 4 Mar 2022, heard 2022-03-18, seen 3/2/21 and on 21st June" ->
// "Due Mar 2022, heard Mar 2022, seen Feb 2021 and in Jun". A day without its month ("on the 4th")
// cannot be told from other numbers and stays; so does "9/10" where no word before it says that it
// is a day. docs/papers.md lists what is not found.
[[nodiscard]] std::string months_only(const std::string& words);

}  // namespace tidemark::report
