// XmlReader: XML in pieces to events, over expat. Holds at most one tag in memory. Refuses document
// type declarations, and with them every entity that a file could define; resolves nothing outside
// the file. One document, one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tidemark {

// Of one element; valid during XmlEvents::start.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  // By local name: "id" finds r:id as well. "" where it is not there.
  [[nodiscard]] std::string_view find(std::string_view name) const;

 private:
  const char** pairs_;
};

class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;
  // Names are local: "c" for x:c.
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void text(std::string_view piece) = 0;
  virtual void end(std::string_view name) = 0;
};

class XmlReader {
 public:
  explicit XmlReader(XmlEvents& events);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // False once the document is broken or stop() was called; `last`: nothing comes after this.
  bool feed(std::string_view piece, bool last);
  // No more events; "": enough was read. `why` becomes the fault, at this line.
  void stop(const std::string& why = "");
  [[nodiscard]] std::uint64_t line() const;  // of the event at hand
  // "" or what is wrong and where: "line 12: the file ends in the middle of an element".
  [[nodiscard]] const std::string& fault() const;

  static constexpr std::size_t k_deepest = 100;
  static constexpr std::size_t k_longest_tag = 1024 * 1024;

 private:
  struct Parsing;
  std::unique_ptr<Parsing> parsing_;
};

}  // namespace tidemark
