// May this exemption be recorded? Every rule of domain/process.md, section 3, on exemptions. Pure
// function.
#pragma once

#include "base/result.hpp"
#include "casework/deed.hpp"

namespace tidemark {

// ErrorKind::usage with one sentence that says why not, and what can be done.
[[nodiscard]] Status may_exempt(const Deed& deed, const ExceptionLife& life,
                                const Delegation& delegation,
                                const DeedCircumstances& circumstances);

}  // namespace tidemark
