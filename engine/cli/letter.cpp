#include "cli/letter.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <vector>

#include "base/digest.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"

namespace tidemark::cli {

namespace {

constexpr long k_longest_seconds = 60;

Error failed(const std::string& how, const std::string& why) {
  return {ErrorKind::input, "mail could not be sent by " + how + ": " + why};
}

std::string text_of(const MailSettings& settings, const Letter& letter) {
  std::string to;
  for (const std::string& address : settings.to) to += (to.empty() ? "" : ", ") + address;
  std::string text = "From: " + settings.from + "\r\nTo: " + to + "\r\nSubject: " + letter.subject +
                     "\r\nDate: " + letter_date() + "\r\nMessage-ID: <" +
                     sha256_hex(time_of_run() + letter.subject + letter.body).substr(0, 32) +
                     "@tidemark>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: text/plain; charset=utf-8\r\n\r\n";
  for (const char c : letter.body) {
    if (c == '\n') text += '\r';
    text += c;
  }
  return text;
}

// The letter as a file that the program reads from; nothing to get stuck on.
int as_input(const std::string& text) {
  const int descriptor = ::memfd_create("letter", MFD_CLOEXEC);
  if (descriptor < 0) return -1;
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t now = ::write(descriptor, text.data() + written, text.size() - written);
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) break;
    written += static_cast<std::size_t>(now);
  }
  ::lseek(descriptor, 0, SEEK_SET);
  return descriptor;
}

int spawn(const std::vector<std::string>& words, int input, pid_t& child) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none;
  sigset_t all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, input, 0);
  ::posix_spawnattr_setsigmask(&attributes, &none);  // the server blocks those that it waits for
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  const int code =
      ::posix_spawn(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return code;
}

// Its status; -1 when it hung and was ended.
int wait_for(pid_t child) {
  constexpr int k_tenths = 10;
  for (long tenth = 0; tenth < k_longest_seconds * k_tenths; ++tenth) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return -1;
    ::usleep(100000);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return -1;
}

Status by_sendmail(const MailSettings& settings, const std::string& text) {
  std::vector<std::string> words = {settings.sendmail, "-i", "-f", settings.from, "--"};
  words.insert(words.end(), settings.to.begin(), settings.to.end());
  std::string unix_text;  // what sendmail reads has the host's line ends
  std::copy_if(text.begin(), text.end(), std::back_inserter(unix_text),
               [](char c) { return c != '\r'; });
  const int input = as_input(unix_text);
  if (input < 0) return failed(settings.sendmail, std::strerror(errno));
  pid_t child = 0;
  const int code = spawn(words, input, child);
  ::close(input);
  if (code != 0) return failed(settings.sendmail, std::strerror(code));
  const int status = wait_for(child);
  if (status == 0) return Done{};
  if (status == -1) return failed(settings.sendmail, "it did not end within a minute");
  return failed(settings.sendmail, WIFEXITED(status)
                                       ? "it ended with " + std::to_string(WEXITSTATUS(status))
                                       : std::string("it was ended by a signal"));
}

struct Unread {
  const std::string& text;
  std::size_t at = 0;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& unread = *static_cast<Unread*>(from);
  const std::size_t bytes = std::min(size * count, unread.text.size() - unread.at);
  std::copy_n(unread.text.data() + unread.at, bytes, into);
  unread.at += bytes;
  return bytes;
}

struct Cleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

Status by_smtp(const MailSettings& settings, const std::string& text) {
  const std::unique_ptr<CURL, Cleanup> handle(curl_easy_init());
  if (!handle) return failed(settings.smtp, "out of memory");
  std::unique_ptr<curl_slist, Cleanup> to;
  for (const std::string& address : settings.to) {
    curl_slist* longer = curl_slist_append(to.get(), ("<" + address + ">").c_str());
    if (longer == nullptr) return failed(settings.smtp, "out of memory");
    (void)to.release();
    to.reset(longer);
  }
  Unread unread{text};
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(handle.get(), option, value);
  };
  const std::string url = "smtp://" + settings.smtp;
  const std::string from = "<" + settings.from + ">";
  set(CURLOPT_PROTOCOLS_STR, "smtp");
  set(CURLOPT_PROXY, "");  // whatever the environment says: the relay is the council's own
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_MAIL_FROM, from.c_str());
  set(CURLOPT_MAIL_RCPT, to.get());
  set(CURLOPT_READFUNCTION, &give);
  set(CURLOPT_READDATA, &unread);
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_TIMEOUT, k_longest_seconds);
  set(CURLOPT_NOSIGNAL, 1L);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code == CURLE_OK) return Done{};
  return failed(settings.smtp, curl_easy_strerror(code));
}

}  // namespace

Status send_letter(const MailSettings& settings, const Letter& letter) {
  const std::string text = text_of(settings, letter);
  return settings.smtp.empty() ? by_sendmail(settings, text) : by_smtp(settings, text);
}

}  // namespace tidemark::cli
