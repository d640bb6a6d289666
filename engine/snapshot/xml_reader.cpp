#include "snapshot/xml_reader.hpp"

#include <expat.h>

#include <algorithm>

#include "base/text.hpp"
#include "snapshot/encoding.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_piece = 64 * 1024;

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string words_of(XML_Error code) {
  switch (code) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return "the file ends in the middle of an element; it was cut short";
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return "the encoding that the file names is not known; save it as UTF-8";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "an entity is used that XML does not define";
    case XML_ERROR_NO_MEMORY:
      return "there is not enough memory";
    default:
      return std::string("it is not well-formed XML (") + XML_ErrorString(code) + ")";
  }
}

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2) {
    if (local(pair[0]) == name) return pair[1];
  }
  return "";
}

struct XmlReader::Parsing {
  XmlEvents& events;
  XML_Parser parser;
  std::size_t depth = 0;
  std::size_t since_event = 0;  // bytes: expat keeps a tag until it is whole
  bool stopped = false;
  std::string fault;

  explicit Parsing(XmlEvents& to) : events(to), parser(XML_ParserCreate(nullptr)) {}
  Parsing(const Parsing&) = delete;
  Parsing& operator=(const Parsing&) = delete;
  ~Parsing() { XML_ParserFree(parser); }

  [[nodiscard]] std::uint64_t line() const { return XML_GetCurrentLineNumber(parser); }

  void stop(const std::string& why) {
    if (stopped) return;
    stopped = true;
    if (!why.empty()) fault = "line " + std::to_string(line()) + ": " + why;
    XML_StopParser(parser, XML_FALSE);
  }

  static Parsing& of(void* user) { return *static_cast<Parsing*>(user); }

  static void on_start(void* user, const XML_Char* name, const XML_Char** pairs) {
    Parsing& self = of(user);
    self.since_event = 0;
    if (self.stopped) return;
    if (++self.depth > k_deepest) {
      return self.stop("elements lie more than 100 deep; no list does that");
    }
    self.events.start(local(name), XmlAttributes(pairs));
  }
  static void on_end(void* user, const XML_Char* name) {
    Parsing& self = of(user);
    self.since_event = 0;
    if (self.stopped) return;
    --self.depth;
    self.events.end(local(name));
  }
  static void on_text(void* user, const XML_Char* text, int length) {
    Parsing& self = of(user);
    self.since_event = 0;
    if (!self.stopped) self.events.text({text, static_cast<std::size_t>(length)});
  }
  static void on_other(void* user, const XML_Char* /*text*/, int /*length*/) {
    of(user).since_event = 0;
  }
  static void on_doctype(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                         const XML_Char* /*open*/, int /*internal*/) {
    of(user).stop(
        "the file declares a document type (<!DOCTYPE ...>), which could draw in other files or "
        "swell without end; remove that line");
  }
  static int on_encoding(void* /*data*/, const XML_Char* name, XML_Encoding* encoding) {
    const std::string asked = lower(name);
    if (asked != "windows-1252" && asked != "cp1252") return XML_STATUS_ERROR;
    for (int c = 0; c < 256; ++c) {
      encoding->map[c] = static_cast<int>(windows_1252_point(static_cast<unsigned char>(c)));
    }
    return XML_STATUS_OK;
  }
};

XmlReader::XmlReader(XmlEvents& events) : parsing_(std::make_unique<Parsing>(events)) {
  XML_Parser parser = parsing_->parser;
  XML_SetUserData(parser, parsing_.get());
  XML_SetElementHandler(parser, Parsing::on_start, Parsing::on_end);
  XML_SetCharacterDataHandler(parser, Parsing::on_text);
  XML_SetDefaultHandler(parser, Parsing::on_other);
  XML_SetStartDoctypeDeclHandler(parser, Parsing::on_doctype);
  XML_SetUnknownEncodingHandler(parser, Parsing::on_encoding, nullptr);
}

XmlReader::~XmlReader() = default;

bool XmlReader::feed(std::string_view piece, bool last) {
  Parsing& own = *parsing_;
  do {
    if (own.stopped) return false;
    const std::string_view now = piece.substr(0, k_piece);
    piece.remove_prefix(now.size());
    own.since_event += now.size();
    const bool end = last && piece.empty();
    const XML_Status status =
        XML_Parse(own.parser, now.data(), static_cast<int>(now.size()), end ? 1 : 0);
    if (own.stopped) return false;
    if (status != XML_STATUS_OK) {
      own.stopped = true;
      own.fault =
          "line " + std::to_string(own.line()) + ": " + words_of(XML_GetErrorCode(own.parser));
      return false;
    }
    if (own.since_event > k_longest_tag) own.stop("a tag is longer than 1 MiB; no list has that");
  } while (!piece.empty());
  return !own.stopped;
}

void XmlReader::stop(const std::string& why) {
  parsing_->stop(why);
}

std::uint64_t XmlReader::line() const {
  return parsing_->line();
}

const std::string& XmlReader::fault() const {
  return parsing_->fault;
}

}  // namespace tidemark
