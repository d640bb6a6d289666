#include "store/one_moment.hpp"

#include "store/guarded.hpp"
#include "store/transaction.hpp"

namespace tidemark {

Status read_at_one_moment(const Store& store, const std::function<Status()>& read) {
  Status result = Done{};
  const Status began = guarded([&] {
    const ReadTransaction reading(store.database());
    result = read();
    return Done{};
  });
  return began ? result : began;
}

}  // namespace tidemark
