// Ticked codes: a set of answers in one cell, as case systems export a form: an object of names
// with a tick or nothing, {"ADOPTION": "Y", "LTFOST18": ""}, or a plain list of names. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// The names that are ticked, in the order in which they stand. "N", "No", "0", false, null and an
// empty text are no tick; anything else is one. Nothing where the text is neither form.
[[nodiscard]] std::optional<std::vector<std::string>> ticked_names(std::string_view text);

}  // namespace tidemark
