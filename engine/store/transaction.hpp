// Transaction: all of what is written while it lives, or none of it. Takes the write lock at once,
// so that what was read inside it still holds when it commits.
#pragma once

#include "store/database.hpp"

namespace tidemark {

class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();  // undoes what was not committed
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

// ReadTransaction: what is read while it lives is of one moment. A commit of somebody else waits
// for it, so it must not outlive a few reads.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& database_;
};

}  // namespace tidemark
