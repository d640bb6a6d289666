#include "report/zip_bytes.hpp"

#include <zip.h>

#include <cstring>

namespace tidemark::report {

namespace {

constexpr uLong k_first_of_1980 = 0x00210000;  // as zip files write dates: 1 Jan 1980

}  // namespace

struct ZipBytes::Access {
  static File& of(void* stream) { return *static_cast<File*>(stream); }

  static voidpf open(voidpf file, const void*, int) { return file; }
  static uLong read(voidpf, voidpf stream, void* out, uLong count) {
    File& file = of(stream);
    const uLong got = std::min<uLong>(count, file.bytes.size() - file.at);
    std::memcpy(out, file.bytes.data() + file.at, got);
    file.at += got;
    return got;
  }
  static uLong write(voidpf, voidpf stream, const void* bytes, uLong count) {
    File& file = of(stream);
    if (file.at + count > file.bytes.size()) file.bytes.resize(file.at + count);
    std::memcpy(file.bytes.data() + file.at, bytes, count);
    file.at += count;
    return count;
  }
  static ZPOS64_T tell(voidpf, voidpf stream) { return of(stream).at; }
  static long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    File& file = of(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at
                                                                : file.bytes.size();
    if (base + offset > file.bytes.size()) return -1;
    file.at = base + offset;
    return 0;
  }
  static int close(voidpf, voidpf) { return 0; }
  static int error(voidpf, voidpf) { return 0; }
};

ZipBytes::ZipBytes() {
  zlib_filefunc64_def access{};
  access.zopen64_file = Access::open;
  access.zread_file = Access::read;
  access.zwrite_file = Access::write;
  access.ztell64_file = Access::tell;
  access.zseek64_file = Access::seek;
  access.zclose_file = Access::close;
  access.zerror_file = Access::error;
  access.opaque = &file_;
  zip_ = zipOpen2_64("memory", APPEND_STATUS_CREATE, nullptr, &access);
  failed_ = zip_ == nullptr;
}

ZipBytes::~ZipBytes() {
  if (zip_ != nullptr) zipClose(zip_, nullptr);
}

void ZipBytes::add(const std::string& name, std::string_view content) {
  if (failed_) return;
  zip_fileinfo about{};
  about.dosDate = k_first_of_1980;
  constexpr int k_level = 6;
  failed_ =
      zipOpenNewFileInZip(zip_, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          k_level) != ZIP_OK ||
      zipWriteInFileInZip(zip_, content.data(), static_cast<unsigned>(content.size())) != ZIP_OK ||
      zipCloseFileInZip(zip_) != ZIP_OK;
}

Result<std::string> ZipBytes::finish() {
  if (zip_ != nullptr) failed_ = zipClose(zip_, nullptr) != ZIP_OK || failed_;
  zip_ = nullptr;
  if (failed_) return Error{ErrorKind::input, "the zip file could not be written in memory"};
  return std::move(file_.bytes);
}

}  // namespace tidemark::report
