#include "csv.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace limit {

MappedFile::MappedFile(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY);
  struct stat about {};
  if (file < 0 || fstat(file, &about) != 0) give_up("cannot open", path);
  size_ = static_cast<std::size_t>(about.st_size);
  if (size_ == 0) give_up("nothing in", path);
  void* mapped = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (mapped == MAP_FAILED) give_up("cannot map", path);
  madvise(mapped, size_, MADV_SEQUENTIAL);
  text_ = static_cast<const char*>(mapped);
  if (text_[size_ - 1] != '\n') give_up("the last line has no end in", path);
  const char* line_end = static_cast<const char*>(std::memchr(text_, '\n', size_));
  body_ = line_end + 1;
  for (const char* p = text_; p <= line_end;) {
    const char* comma = std::find(p, line_end, ',');
    headings_.emplace_back(p, comma);
    p = comma + 1;
  }
}

MappedFile::~MappedFile() {
  munmap(const_cast<char*>(text_), size_);
}

std::size_t MappedFile::column(std::string_view heading) const {
  const auto at = std::find(headings_.begin(), headings_.end(), heading);
  if (at == headings_.end()) give_up("no column", std::string(heading));
  return static_cast<std::size_t>(at - headings_.begin());
}

}  // namespace limit
