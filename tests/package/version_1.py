#!/usr/bin/env python3
"""A store as the first version of the schema had it, with the runs of a store of today.

    version_1.py SCHEMA.CPP STORE OUT
"""
import re
import sqlite3
import sys

schema, store, out = sys.argv[1:]
with open(schema, encoding="utf-8") as file:
    first = re.search(r'k_first = R"sql\((.*?)\)sql"', file.read(), re.S).group(1)
old = sqlite3.connect(out)
old.executescript(first)
old.execute("ATTACH ? AS today", (store,))
tables = [row[0] for row in old.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
for table in tables:
    if not table.startswith("sqlite_"):
        old.execute(f'INSERT INTO main."{table}" SELECT * FROM today."{table}"')
old.commit()
old.execute("DETACH today")
old.execute(f"PRAGMA application_id = {0x54444D4B}")
old.execute("PRAGMA user_version = 1")
old.commit()
