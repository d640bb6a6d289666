#include "snapshot/zip_file.hpp"

#include <minizip/unzip.h>

#include <array>
#include <cstdio>
#include <map>

#include "base/text.hpp"
#include "snapshot/open_file.hpp"

namespace tidemark {
namespace {

// minizip reads through these, so that a file is opened the way every other file is.
struct Stream {
  OpenFile file;
  std::uint64_t at = 0;
  bool failed = false;
};

Stream& stream_of(void* opaque) {
  return *static_cast<Stream*>(opaque);
}
void* open_stream(void* opaque, const void* /*name*/, int /*mode*/) {
  return opaque;
}
uLong read_stream(void* opaque, void* /*stream*/, void* to, uLong count) {
  Stream& stream = stream_of(opaque);
  const std::int64_t got = stream.file.read_at(stream.at, static_cast<char*>(to), count);
  if (got < 0) stream.failed = true;
  if (got <= 0) return 0;
  stream.at += static_cast<std::uint64_t>(got);
  return static_cast<uLong>(got);
}
uLong write_stream(void* /*opaque*/, void* /*stream*/, const void* /*from*/, uLong /*count*/) {
  return 0;
}
ZPOS64_T tell_stream(void* opaque, void* /*stream*/) {
  return stream_of(opaque).at;
}
long seek_stream(void* opaque, void* /*stream*/, ZPOS64_T offset, int origin) {
  Stream& stream = stream_of(opaque);
  const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? stream.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? stream.file.size()
                                                                : 0;
  const std::uint64_t to = from + offset;
  if (to > stream.file.size()) return -1;
  stream.at = to;
  return 0;
}
int close_stream(void* /*opaque*/, void* /*stream*/) {
  return 0;
}
int failure_of_stream(void* opaque, void* /*stream*/) {
  return stream_of(opaque).failed ? 1 : 0;
}

struct Part {
  unz64_file_pos place{};
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  bool locked = false;
};

}  // namespace

struct ZipFile::Opened {
  std::string shown;
  Stream stream;
  unzFile zip = nullptr;
  std::map<std::string, Part> parts;
  std::uint64_t unpacked = 0;  // so far, of all parts

  Opened(std::string name, OpenFile&& file) : shown(std::move(name)), stream{std::move(file)} {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() {
    if (zip != nullptr) unzClose(zip);
  }
  // "": done; else what is wrong.
  std::string list_parts();
};

std::string ZipFile::Opened::list_parts() {
  std::array<char, 1024> name{};
  int step = unzGoToFirstFile(zip);
  for (; step == UNZ_OK; step = unzGoToNextFile(zip)) {
    unz_file_info64 info{};
    Part part;
    if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
            UNZ_OK ||
        unzGetFilePos64(zip, &part.place) != UNZ_OK) {
      return "its list of parts is damaged";
    }
    if (info.size_filename >= name.size()) return "the name of a part is too long";
    part.packed = info.compressed_size;
    part.unpacked = info.uncompressed_size;
    part.locked = (info.flag & 1U) != 0;
    if (!parts.emplace(std::string(name.data(), info.size_filename), part).second) {
      return "it holds one part twice";
    }
    if (parts.size() > k_most_parts) return "it holds more than 10,000 parts";
  }
  return step == UNZ_END_OF_LIST_OF_FILE ? "" : "its list of parts is damaged";
}

ZipFile::ZipFile(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
ZipFile::ZipFile(ZipFile&&) noexcept = default;
ZipFile& ZipFile::operator=(ZipFile&&) noexcept = default;
ZipFile::~ZipFile() = default;

Result<ZipFile> ZipFile::open(const std::filesystem::path& path, const std::string& shown) {
  Result<OpenFile> file = OpenFile::open(path, shown);
  if (!file.ok()) return file.error();
  auto opened = std::make_unique<Opened>(shown, std::move(file).value());
  zlib_filefunc64_def calls{open_stream, read_stream,  write_stream,      tell_stream,
                            seek_stream, close_stream, failure_of_stream, &opened->stream};
  opened->zip = unzOpen2_64(shown.c_str(), &calls);
  if (opened->zip == nullptr) {
    return Error{ErrorKind::input, shown +
                                       " cannot be unpacked: it is damaged or was cut short; copy "
                                       "or export it again"};
  }
  const std::string wrong = opened->list_parts();
  if (!wrong.empty()) {
    return Error{ErrorKind::input, shown + " cannot be unpacked: " + wrong};
  }
  return ZipFile(std::move(opened));
}

bool ZipFile::has(const std::string& part) const {
  return opened_->parts.contains(part);
}

std::uint64_t ZipFile::unpacked_size(const std::string& part) const {
  const auto found = opened_->parts.find(part);
  return found == opened_->parts.end() ? 0 : found->second.unpacked;
}

Error ZipFile::broken(const std::string& part, const std::string& why) const {
  return {ErrorKind::input,
          opened_->shown + " cannot be unpacked: its part " + shorten(part, 80) + " " + why};
}

Status ZipFile::unpack(const std::string& part, const std::function<bool(std::string_view)>& take) {
  const auto found = opened_->parts.find(part);
  if (found == opened_->parts.end()) return broken(part, "is not there");
  if (found->second.locked) return broken(part, "is locked with a password");
  unz64_file_pos place = found->second.place;
  if (unzGoToFilePos64(opened_->zip, &place) != UNZ_OK ||
      unzOpenCurrentFile(opened_->zip) != UNZ_OK) {
    return broken(part, "is damaged");
  }
  std::array<char, 64 * 1024> piece{};
  std::uint64_t done = 0;
  for (;;) {
    const int got = unzReadCurrentFile(opened_->zip, piece.data(), piece.size());
    if (got < 0) return broken(part, "is damaged or was cut short; copy or export it again");
    if (got == 0) break;
    done += static_cast<std::uint64_t>(got);
    opened_->unpacked += static_cast<std::uint64_t>(got);
    const bool too_dense = done > k_ratio_counts_from &&
                           done / k_most_ratio > std::max<std::uint64_t>(found->second.packed, 1);
    if (too_dense || done > k_most_of_part || opened_->unpacked > k_most_in_all) {
      unzCloseCurrentFile(opened_->zip);
      return broken(part, "unpacks to far more than a list can hold, as a zip bomb does");
    }
    if (!take({piece.data(), static_cast<std::size_t>(got)})) {
      unzCloseCurrentFile(opened_->zip);
      return Done{};
    }
  }
  if (unzCloseCurrentFile(opened_->zip) != UNZ_OK) {
    return broken(part, "is damaged: its checksum is another");
  }
  return Done{};
}

}  // namespace tidemark
