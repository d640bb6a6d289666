#include "store/packing.hpp"

#include <zlib.h>

#include <cassert>

#include "store/database.hpp"

namespace tidemark {

namespace {
// docs/store.md has the measurement: higher levels cost several times the reading of the files.
constexpr int k_level = 1;
}  // namespace

std::string pack(std::string_view bytes) {
  uLongf packed_size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(packed_size, '\0');
  [[maybe_unused]] const int code = compress2(reinterpret_cast<Bytef*>(packed.data()), &packed_size,
                                              reinterpret_cast<const Bytef*>(bytes.data()),
                                              static_cast<uLong>(bytes.size()), k_level);
  assert(code == Z_OK);  // the room is enough by compressBound's word
  packed.resize(packed_size);
  packed.shrink_to_fit();
  return packed;
}

std::string unpack(std::string_view packed, std::uint64_t size) {
  std::string bytes(size, '\0');
  uLongf got = static_cast<uLongf>(size);
  const int code =
      uncompress(reinterpret_cast<Bytef*>(bytes.data()), &got,
                 reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  if (code != Z_OK || got != size) throw StoreFailure("a kept file does not unpack to its size");
  return bytes;
}

}  // namespace tidemark
