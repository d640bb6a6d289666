// Letter: a short text sent by mail, through the host's own sendmail or a relay of the council's.
// Holds counts only, never a child: mail lies about in many places. May wait for a minute.
#pragma once

#include <string>

#include "base/result.hpp"
#include "cli/served_config.hpp"

namespace tidemark::cli {

struct Letter {
  std::string subject;
  std::string body;  // lines with a line feed
};

[[nodiscard]] Status send_letter(const MailSettings& settings, const Letter& letter);

}  // namespace tidemark::cli
