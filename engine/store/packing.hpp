// Packing: the bytes of a file, made small with zlib to be kept, and made whole again. Pure
// functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tidemark {

[[nodiscard]] std::string pack(std::string_view bytes);
// Throws StoreFailure when the bytes that come out are not `size`.
[[nodiscard]] std::string unpack(std::string_view packed, std::uint64_t size);

}  // namespace tidemark
