#include "cli/stored.hpp"

#include <filesystem>
#include <iostream>

#include "cli/clock.hpp"
#include "cli/places.hpp"
#include "cli/who.hpp"
#include "store/store_seal.hpp"

namespace tidemark::cli {

Result<std::string> existing_store(const std::string& named) {
  Result<std::string> path = named.empty() ? default_store() : Result(named);
  if (!path) return path;
  std::error_code ignored;  // what cannot be looked at cannot be opened either
  if (std::filesystem::exists(path.value(), ignored)) {
    if (std::filesystem::file_size(path.value(), ignored) != 0 || ignored) return path;
    return Error{ErrorKind::store, path.value() + " is an empty file and no store"};
  }
  return Error{ErrorKind::store,
               "there is no store " + path.value() + "; `tidemark audit --store FILE` makes one"};
}

Result<Store> open_existing_store(const std::string& named) {
  const Result<std::string> path = existing_store(named);
  if (!path) return path.error();
  return Store::open(path.value());
}

Status log_access(const std::string& store_path, Access what, const std::string& why,
                  const std::string& about, const std::string& for_whom) {
  Result<AccessLog> log = AccessLog::beside(store_path);
  if (!log) return log.error();
  const std::string login = login_name();
  const bool is_other = !for_whom.empty() && for_whom != login;
  return log.value().add(
      {time_by_the_clock(), login, what, is_other ? why + "; for " + for_whom : why, about});
}

void note_seal(const std::string& store_path) {
  if (store_path == ":memory:") return;
  const auto noted = [&]() -> Status {
    const Result<Store> store = Store::open(store_path);
    if (!store) return store.error();
    const Result<StoreSeal> seal = last_seal(store.value());
    if (!seal) return seal.error();
    if (seal.value().number == 0) return Done{};
    return log_access(store_path, Access::sealed, seal.value().seal,
                      "seal " + std::to_string(seal.value().number));
  }();
  if (noted) return;
  std::cerr << "tidemark: it is recorded, but the access log does not note its seal: "
            << noted.error().message << "\n";
}

}  // namespace tidemark::cli
