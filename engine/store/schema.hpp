// The schema of the store and the steps that bring an older store up to it. Steps are only ever
// added; one that has been released is never changed.
#pragma once

#include "store/database.hpp"

namespace tidemark {

// Brings the database to the newest version, each step whole or not at all. Throws when the file
// belongs to another program or to a newer Tidemark.
void migrate(Database& database);

// Throws when the file belongs to another program or to a newer Tidemark; reads only.
void refuse_strangers(Database& database);

// For tests of migrations: only the first `steps` of them.
void migrate(Database& database, int steps);
[[nodiscard]] int schema_version();

}  // namespace tidemark
