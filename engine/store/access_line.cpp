#include "store/access_line.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/text.hpp"

namespace tidemark {

namespace {

constexpr std::array k_names = {"viewed", "printed", "exported", "decided", "key_opened",
                                "purged", "refused", "torn",     "sealed"};
constexpr std::size_t k_seal = 64;
constexpr std::string_view k_hex = "0123456789abcdef";

void add_escaped(std::string_view field, std::string& out) {
  for (const char c : field) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '\\' && byte >= 32 && byte != 127) {
      out += c;
      continue;
    }
    out += "\\x";
    out += k_hex[byte >> 4U];
    out += k_hex[byte & 15U];
  }
}

std::optional<std::string> unescaped(std::string_view field) {
  std::string plain;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      plain += field[i];
      continue;
    }
    if (i + 3 >= field.size() || field[i + 1] != 'x') return std::nullopt;
    const std::size_t high = k_hex.find(field[i + 2]);
    const std::size_t low = k_hex.find(field[i + 3]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    plain += static_cast<char>(high * 16 + low);
    i += 3;
  }
  return plain;
}

bool is_seal(std::string_view text) {
  return text.size() == k_seal && std::all_of(text.begin(), text.end(), [](char c) {
           return k_hex.find(c) != std::string_view::npos;
         });
}

std::optional<Access> access_named(std::string_view name) {
  const auto* found = std::find(k_names.begin(), k_names.end(), name);
  if (found == k_names.end()) return std::nullopt;
  return static_cast<Access>(found - k_names.begin());
}

}  // namespace

const char* name_of(Access what) {
  return k_names.at(static_cast<std::size_t>(what));
}

std::string access_text(const AccessEntry& entry) {
  std::string text;
  for (const std::string_view field :
       {std::string_view(entry.at), std::string_view(entry.by),
        std::string_view(name_of(entry.what)), std::string_view(entry.about)}) {
    add_escaped(field, text);
    text += '\t';
  }
  add_escaped(entry.why, text);
  return text;
}

std::string access_seal(std::string_view previous_seal, std::string_view text) {
  return Sha256().add(previous_seal).add("\n").add(text).hex();
}

std::optional<ReadAccessLine> read_access_line(std::string_view line) {
  const auto fields = split(line, '\t');
  if (fields.size() != 6 || !is_seal(fields[0])) return std::nullopt;
  ReadAccessLine read;
  read.seal = fields[0];
  read.text = line.substr(k_seal + 1);
  const auto what = access_named(fields[3]);
  const auto at = unescaped(fields[1]);
  const auto by = unescaped(fields[2]);
  const auto about = unescaped(fields[4]);
  const auto why = unescaped(fields[5]);
  if (!what || !at || !by || !about || !why) return std::nullopt;
  read.entry = {*at, *by, *what, *why, *about};
  return read;
}

}  // namespace tidemark
