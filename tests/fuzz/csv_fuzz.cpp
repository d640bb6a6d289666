// Fuzz: any bytes as one or two files of a folder. The reader must end with a snapshot that holds
// together or with a sentence; one thread and two must read the same.
#include <cstdint>
#include <string_view>

#include "loaded_folder.hpp"

namespace {

using namespace tidemark;
using namespace tidemark::fuzz;

constexpr std::string_view k_marker = "\n====\n";  // between the first file and the second

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Sources sources = small::sources();
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t marker = input.find(k_marker);
  write("a.csv", input.substr(0, marker));
  std::filesystem::remove(folder() / "b.csv");
  if (marker != std::string_view::npos) write("b.csv", input.substr(marker + k_marker.size()));
  load_twice(sources);
  return 0;
}
