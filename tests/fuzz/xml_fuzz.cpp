// Fuzz: any bytes as an XML file of child records. The reader must end with a snapshot that holds
// together or with a sentence.
#include <cstdint>

#include "loaded_folder.hpp"

namespace {

tidemark::Sources sources() {
  using namespace tidemark;
  Sources made = small::sources();
  made.tables[small::k_header].xml = {"RETURN/CHILD", "HEADER/CHILDID", "HEADER", {}, {}};
  made.tables[small::k_episodes].xml = {"RETURN/CHILD", "HEADER/CHILDID", "EPISODE", {}, {}};
  made.tables[small::k_reviews].xml = {"RETURN/CHILD", "HEADER/CHILDID", "HEADER/AREVIEW", {}, {}};
  made.tables[small::k_life_story].xml = {
      "RETURN/CHILD", "HEADER/CHILDID", "HEADER", {"COMPLETED"}, {{"DONE", "1"}}};
  made.refused.push_back({"a census", {}, "Message/Header/Collection", "CIN", {}});
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tidemark;
  static const Sources with = sources();
  fuzz::write("a.xml", {reinterpret_cast<const char*>(bytes), size});
  fuzz::load_twice(with);
  return 0;
}
